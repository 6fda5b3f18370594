"""The forms of one basket side by side above the step at hand: which one this is, and the way to others."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout

from counter_app.ui.widgets.eliding_button import ElidingButton
from counter_app.ui.widgets.page_facts import emptied
from counter_app.ui.widgets.parts import GRID, Button, button, label

_LONGEST_NAME = 32
_ROOMY_EMS = 34
"""Heights of a line that must fit across before the heading stands before the forms."""


@dataclass(frozen=True, slots=True)
class BasketEntry:
    """A form of the basket: its procedure, and how many things it lacks as far as it is known."""

    draft_id: str
    name: str
    missing: int
    at_hand: bool


class BasketStrip(QFrame):
    """Out of sight while there is one form only; Ctrl+PgDown goes round."""

    form_asked = Signal(str)
    """Carries the draft's id."""
    taken_out = Signal()
    """The form at hand is not wanted after all."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("basket_strip")
        self.setProperty("look", "panel")
        self._entries: tuple[BasketEntry, ...] = ()
        self._heading = label(look="label", name="basket_heading")
        self._forms = QHBoxLayout()
        self._forms.setSpacing(GRID // 2)
        self._out = button("", "quiet", name="basket_take_out")
        self._out.clicked.connect(self.taken_out)
        self._round = QShortcut(QKeySequence("Ctrl+PgDown"), self)
        self._round.activated.connect(self._on_next_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID // 2, 2 * GRID, GRID // 2)
        row.setSpacing(GRID)
        row.addWidget(self._heading)
        row.addLayout(self._forms, stretch=1)
        row.addWidget(self._out)
        self.hide()
        self._retranslate()

    def show_entries(self, entries: tuple[BasketEntry, ...]) -> None:
        """Show these forms; none are shown of a basket that holds one alone."""
        self._entries = entries
        emptied(self._forms)
        for at, entry in enumerate(entries):
            self._forms.addWidget(self._tab(at, entry))
        self._forms.addStretch(1)
        self.setVisible(len(entries) > 1)
        self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the heading out where letters are large and the forms' names need its room."""
        super().resizeEvent(event)
        self._heading.setVisible(self.width() >= _ROOMY_EMS * self.fontMetrics().height())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.show_entries(self._entries)
        super().changeEvent(event)

    def _tab(self, at: int, entry: BasketEntry) -> Button:
        name = entry.name if len(entry.name) <= _LONGEST_NAME else f"{entry.name[: _LONGEST_NAME - 1]}…"
        words = f"{at + 1}. {name}"
        if entry.missing and not entry.at_hand:
            words = self.tr("{form} (lacks {count})").format(form=words, count=entry.missing)
        made = ElidingButton(words, "quiet", name=f"basket_{at}")
        made.setCheckable(True)
        made.setChecked(entry.at_hand)
        made.setToolTip(entry.name)
        made.clicked.connect(lambda: self._on_tab_clicked(made, entry))
        return made

    def _on_tab_clicked(self, tab: Button, entry: BasketEntry) -> None:
        tab.setChecked(entry.at_hand)
        if not entry.at_hand:
            self.form_asked.emit(entry.draft_id)

    def _on_next_asked(self) -> None:
        at = next((at for at, entry in enumerate(self._entries) if entry.at_hand), -1)
        following = self._entries[(at + 1) % len(self._entries)] if self._entries else None
        if following and not following.at_hand:
            self.form_asked.emit(following.draft_id)

    def _retranslate(self) -> None:
        self._heading.setText(self.tr("Handed in together:"))
        self._out.setText(self.tr("Leave this &one out"))
        self._out.setToolTip(self.tr("Throw this form away; the others stay (Ctrl+PgDown goes round)"))

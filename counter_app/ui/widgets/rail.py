"""The rail at the left: the steps of the visit, the drafts on hold, and the register."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from counter_app.ui.steps import Step, StepState
from counter_app.ui.widgets.elided import ElidedLabel
from counter_app.ui.widgets.parts import GRID, Button, button, label, rule, scrolled
from counter_app.ui.widgets.step_row import StepRow


@dataclass(frozen=True, slots=True)
class ParkedDraft:
    """A draft on hold as the rail shows it: whose, what about, and what is missing or since when."""

    draft_id: str
    who: str
    what: str
    note: str = ""


class Rail(QFrame):
    """Shows how far the visit has come; the steps may be taken in any order, by F2 to F6 too."""

    step_asked = Signal(object)
    """Carries the Step."""
    draft_asked = Signal(str)
    """Carries the draft's id."""
    register_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setProperty("look", "panel")
        self._rows = {step: StepRow(step, f"F{key}") for key, step in enumerate(Step, start=2)}
        for row in self._rows.values():
            row.asked.connect(self.step_asked)
        self._parked: tuple[ParkedDraft, ...] = ()
        self._parked_heading = label(look="label", name="parked_heading")
        self._parked_list = QVBoxLayout()
        self._parked_list.setSpacing(2)
        self._register = button("", "rail", "folder-open", "Ctrl+F", name="register_button")
        self._register.setCheckable(True)
        self._register.clicked.connect(self._on_register_clicked)
        self._lay_out()
        self._retranslate()

    def show_steps(self, lines: tuple[StepState, ...], current: Step | None) -> None:
        """Show how every step stands; ``current`` is the one at hand, None while the register is open."""
        for line in lines:
            self._rows[line.step].show_state(line, current=line.step is current)
        self._register.setChecked(current is None)

    def show_drafts(self, parked: tuple[ParkedDraft, ...]) -> None:
        """List the drafts on hold, the latest first."""
        self._parked = parked
        while (item := self._parked_list.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        for draft in parked:
            self._parked_list.addWidget(self._draft_button(draft))
        self._parked_list.addStretch(1)
        self._retranslate()

    def focus_drafts(self) -> None:
        """Bring the focus to the latest draft on hold."""
        item = self._parked_list.itemAt(0)
        latest = item.widget() if item else None
        if latest is not None:
            latest.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setLayout(self._parked_list)
        self._parked_list.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, GRID)
        column.setSpacing(2)
        for row in self._rows.values():
            column.addWidget(row)
        column.addSpacing(2 * GRID)
        self._parked_heading.setContentsMargins(2 * GRID, 0, GRID, 0)
        column.addWidget(self._parked_heading)
        column.addWidget(scrolled(inside), stretch=1)
        column.addWidget(rule())
        column.addWidget(self._register)

    def _draft_button(self, draft: ParkedDraft) -> Button:
        made = button("", "rail", name=f"draft_{draft.draft_id}")
        words = " · ".join(part for part in (draft.what, draft.note) if part)
        made.setAccessibleName(f"{draft.who}, {words}")
        inside = QVBoxLayout(made)
        inside.setContentsMargins(2 * GRID, 2, GRID, 2)
        inside.setSpacing(0)
        for text, look in ((draft.who, "strong"), (words, "hint")):
            line = ElidedLabel(look, quietly=True)
            line.setText(text)
            line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            inside.addWidget(line)
        made.setMinimumHeight(inside.sizeHint().height() + GRID)
        made.clicked.connect(lambda: self.draft_asked.emit(draft.draft_id))
        return made

    def _retranslate(self) -> None:
        for row in self._rows.values():
            row.retranslate()
        heading = self.tr("On hold ({count})") if self._parked else self.tr("Nothing on hold")
        self._parked_heading.setText(heading.format(count=len(self._parked)))
        self._register.setText(self.tr("Register"))
        self._register.setToolTip(self.tr("Find a received dossier (Ctrl+F)"))

    def _on_register_clicked(self) -> None:
        self._register.setChecked(True)
        self.register_asked.emit()

"""One line at the bottom of the window: what has just happened, and perhaps one thing to do about it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from counter_app.ui.icons import Tint
from counter_app.ui.tokens import Tone
from counter_app.ui.widgets.parts import GRID, Glyph, button, label, set_look

_SHAPES = {
    Tone.VERIFIED: ("circle-check", Tint.VERIFIED),
    Tone.WARNING: ("triangle-alert", Tint.AMBER),
    Tone.MISSING: ("triangle-alert", Tint.AMBER),
    Tone.TRAINING: ("graduation-cap", Tint.AMBER),
    Tone.ERROR: ("circle-alert", Tint.ERROR),
}
_PLAIN_SHAPE = ("info", Tint.QUIET)


@dataclass(frozen=True, slots=True)
class Notice:
    """What the bar says, how it says it, and the words of the one thing to do about it, if any."""

    text: str
    tone: Tone = Tone.NEUTRAL
    action: str | None = None


class NoticeBar(QFrame):
    """Shows one notice at a time; a newer one takes its place, unless it is added."""

    action_asked = Signal(object)
    """Carries the notice whose action was wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice_bar")
        self.setProperty("look", "notice")
        self._notice: Notice | None = None
        self._glyph = Glyph()
        self._words = label(name="notice_words", wraps=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._action = button("", "quiet", name="notice_action")
        self._action.clicked.connect(self._on_action_clicked)
        self._close = button("", "icon", "x", name="notice_close")
        self._close.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID + 4, 0, 2, 0)
        row.setSpacing(GRID)
        for part in (self._glyph, self._words, self._action, self._close):
            row.addWidget(part)
        keeps_place = self.sizePolicy()
        keeps_place.setRetainSizeWhenHidden(True)
        self.setSizePolicy(keeps_place)
        self._retranslate()
        self.hide()

    @property
    def notice(self) -> Notice | None:
        """What is shown now."""
        return self._notice

    def show_notice(self, notice: Notice) -> None:
        """Say something; a screen reader is told at once."""
        self._notice = notice
        self._words.setText(notice.text)
        self._action.setText(notice.action or "")
        self._action.setVisible(notice.action is not None)
        self._glyph.show_icon(*_SHAPES.get(notice.tone, _PLAIN_SHAPE))
        self.setAccessibleName(notice.text)
        set_look(self, "tone", notice.tone.value)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def add_notice(self, notice: Notice) -> None:
        """Say something beside what is said already, as when the desk opens with two things to tell."""
        before = self._notice
        if before is None or before.text == notice.text:
            self.show_notice(notice)
            return
        tone = notice.tone if before.tone is Tone.NEUTRAL else before.tone
        self.show_notice(Notice(f"{before.text}\n{notice.text}", tone, notice.action or before.action))

    def clear(self) -> None:
        """Say nothing."""
        self._notice = None
        self._words.clear()
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._close.setAccessibleName(self.tr("Close the notice"))
        self._close.setToolTip(self.tr("Close the notice"))

    def _on_action_clicked(self) -> None:
        if self._notice:
            self.action_asked.emit(self._notice)

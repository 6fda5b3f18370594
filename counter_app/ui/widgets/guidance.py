"""The one line below the camera: what would help, what is being done, or why something does not do."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from counter_app.ui.error_words import ErrorWords
from counter_app.ui.icons import Tint
from counter_app.ui.widgets.parts import GRID, Glyph, label, set_look
from counter_app.ui.words import view_hint_words
from scanning.view import ViewHint

_SHAPES = {
    ViewHint.TOO_FAR: "zoom-in",
    ViewHint.TOO_CLOSE: "zoom-out",
    ViewHint.TOO_DARK: "sun",
    ViewHint.GLARE: "sun",
    ViewHint.MOVING: "pause",
    ViewHint.UPSIDE_DOWN: "rotate-cw",
    ViewHint.WRONG_SIDE: "refresh-cw",
    ViewHint.TWO_CARDS: "copy",
    ViewHint.NO_CODE: "qr-code",
}


class _Saying(StrEnum):
    """What the line is about."""

    HINT = "hint"
    BUSY = "busy"
    REFUSAL = "refusal"


class Guidance(QFrame):
    """Keeps its height whatever it says, so that the picture above does not jump."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("guidance")
        self.setProperty("look", "notice")
        self._saying = _Saying.HINT
        self._hint: ViewHint | None = None
        self._camera_away = False
        self._refusal = ErrorWords("", "")
        self._glyph = Glyph(lines=1.4)
        self._what = label(look="strong", name="guidance_what", wraps=True)
        self._advice = label(name="guidance_advice", wraps=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._what)
        words.addWidget(self._advice)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID + 4, GRID, GRID + 4, GRID)
        row.setSpacing(GRID + 4)
        row.addWidget(self._glyph)
        row.addLayout(words, stretch=1)
        self._show()

    def show_hint(self, hint: ViewHint | None) -> None:
        """Say what would help; nothing in the way of what is more important."""
        self._hint = hint
        self._show()

    def show_camera(self, *, away: bool) -> None:
        """Say that another way must do while the camera is away."""
        self._camera_away = away
        self._show()

    def show_busy(self) -> None:
        """Say that somebody is being looked up."""
        self._saying = _Saying.BUSY
        self._show()

    def show_refusal(self, words: ErrorWords) -> None:
        """Say why something does not do, and what to do instead; a screen reader is told at once."""
        self._saying, self._refusal = _Saying.REFUSAL, words
        self._show()
        self.setAccessibleName(f"{words.happened} {words.advice}")
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def dismiss(self) -> bool:
        """Put a refusal away, and say whether there was one."""
        was = self._saying is _Saying.REFUSAL
        if was:
            self.clear()
        return was

    def clear(self) -> None:
        """Go back to hints."""
        self._saying, self._refusal = _Saying.HINT, ErrorWords("", "")
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the size of letters."""
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.FontChange}:
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * 2 + 3 * GRID)
        if self._saying is _Saying.REFUSAL:
            self._say(self._refusal.happened, self._refusal.advice)
            self._dress("warning", "triangle-alert", Tint.AMBER)
        elif self._saying is _Saying.BUSY:
            self._say(self.tr("Read. Looking the person up …"), "")
            self._dress("card", "hourglass", Tint.ACCENT)
        elif self._hint is not None:
            self._say(view_hint_words(self._hint), "")
            self._dress("neutral", _SHAPES.get(self._hint, "info"), Tint.ACCENT)
        elif self._camera_away:
            self._say("", self.tr("Use another way until the camera is back."))
            self._dress("warning", "camera-off", Tint.AMBER)
        else:
            self._say("", self.tr("The code is read by itself as soon as it can be seen."))
            self._dress("neutral", "scan-line", Tint.QUIET)

    def _say(self, what: str, advice: str) -> None:
        self._what.setText(what)
        self._what.setVisible(bool(what))
        self._advice.setText(advice)
        self._advice.setVisible(bool(advice))

    def _dress(self, tone: str, shape: str, tint: Tint) -> None:
        self._glyph.show_icon(shape, tint)
        set_look(self, "tone", tone)

"""What became of something, in words that may take more than one line, with a shape and a tone."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout

from counter_app.ui.icons import Tint
from counter_app.ui.tokens import Tone
from counter_app.ui.widgets.parts import GRID, Glyph, label, set_look

_SHAPES = {
    Tone.VERIFIED: ("circle-check", Tint.VERIFIED),
    Tone.WARNING: ("triangle-alert", Tint.AMBER),
    Tone.ERROR: ("circle-alert", Tint.ERROR),
}
_LOOKS = {Tone.VERIFIED: "verified", Tone.WARNING: "warning", Tone.ERROR: "error"}


class SaidLine(QFrame):
    """Hidden until there is something to say."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("look", "notice")
        self._glyph = Glyph(lines=1.2)
        self._words = label(name=f"{name}_words", wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID + 4, GRID, GRID + 4, GRID)
        row.setSpacing(GRID)
        row.addWidget(self._glyph)
        row.addWidget(self._words, stretch=1)
        self.hide()

    def say(self, words: str, tone: Tone) -> None:
        """Show these words."""
        self._glyph.show_icon(*_SHAPES.get(tone, ("info", Tint.QUIET)))
        self._words.setText(words)
        self.setAccessibleName(words)
        set_look(self, "tone", _LOOKS.get(tone, "neutral"))
        self.show()

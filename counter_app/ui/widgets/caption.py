"""The caption of a demonstration: large words below the window for whoever looks on from afar."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout

from counter_app.ui.widgets.parts import GRID, label


class Caption(QFrame):
    """Says what is being done, and what the citizen says to it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("caption")
        self.setProperty("look", "notice")
        self.setProperty("tone", "training")
        self._speech = label(look="heading", name="caption_speech", wraps=True)
        self._doing = label(look="title", name="caption_doing", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, GRID + 4, 3 * GRID, GRID + 4)
        column.setSpacing(GRID // 2)
        column.addWidget(self._doing)
        column.addWidget(self._speech)

    def say(self, doing: str, speech: str) -> None:
        """Show other words."""
        self._doing.setText(doing)
        self._speech.setText(f"“{speech}”" if speech else "")
        self._speech.setVisible(bool(speech))
        self.setAccessibleName(f"{doing} {speech}")

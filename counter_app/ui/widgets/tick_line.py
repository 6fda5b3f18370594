"""A box to tick whose words wrap beside it, with a quieter line below that says why."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from counter_app.ui.widgets.parts import GRID, label


class TickLine(QWidget):
    """Qt's own box would run out of a narrow card; a press on the words ticks it too."""

    ticked = Signal(bool)
    """Carries whether it is ticked now, when the official has pressed it."""

    def __init__(self, name: str, words: str, below: str) -> None:
        super().__init__()
        self.box = QCheckBox()
        self.box.setObjectName(name)
        self.box.setAccessibleName(words)
        self.box.setAccessibleDescription(below)
        self.box.clicked.connect(self.ticked)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(label(words, wraps=True))
        if below:
            lines.addWidget(label(below, "hint", name=f"{name}_below", wraps=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        row.addWidget(self.box, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, stretch=1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a press on the words for one on the box."""
        if self.box.isEnabled() and event.button() is Qt.MouseButton.LeftButton:
            self.box.click()
        super().mouseReleaseEvent(event)

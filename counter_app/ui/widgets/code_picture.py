"""A QR code on the screen, for a scanner to read: black on white whatever the look."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from printing.codes import code_rows

_QUIET = 4
_MODULE_LINES = 0.19
"""A module's side in lines of text: large enough for a scanner a hand's breadth away."""


class CodePicture(QWidget):
    """Draws a text as a QR code with its quiet zone."""

    def __init__(self, payload: str) -> None:
        super().__init__()
        self._rows = code_rows(payload)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Be as large as whole pixels a module make it."""
        side = (len(self._rows) + 2 * _QUIET) * self._module()
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the modules."""
        module = self._module()
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        for down, row in enumerate(self._rows):
            for along, dark in enumerate(row):
                if dark:
                    corner = ((_QUIET + along) * module, (_QUIET + down) * module)
                    painter.fillRect(QRect(*corner, module, module), Qt.GlobalColor.black)
        painter.end()

    def _module(self) -> int:
        return max(4, round(self.fontMetrics().lineSpacing() * _MODULE_LINES))

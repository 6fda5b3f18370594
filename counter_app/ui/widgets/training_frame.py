"""The amber frame around everything, so that nobody takes practice for service."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.ui.style import BODY_POINTS
from counter_app.ui.tokens import colours_now

_THICK = 6
"""Pixels at 100 %; the frame grows with the letters."""


class TrainingFrame(QWidget):
    """Holds the whole window, and draws a frame around it while training."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setObjectName("training_frame")
        self._training = False
        self._whole = QVBoxLayout(self)
        self._whole.addWidget(content)
        self._make_room()

    def show_training(self, *, training: bool) -> None:
        """Put the frame on, or take it off."""
        self._training = training
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the letters."""
        if event.type() is QEvent.Type.FontChange:
            self._make_room()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill what the content leaves free."""
        if self._training:
            QPainter(self).fillRect(self.rect(), QColor(colours_now().amber_frame))

    def _make_room(self) -> None:
        thick = round(_THICK * self.font().pointSizeF() / BODY_POINTS) if self._training else 0
        self._whole.setContentsMargins(thick, thick, thick, thick)
        self.update()

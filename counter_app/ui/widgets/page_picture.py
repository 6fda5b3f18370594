"""A picture as large as there is room, or words in its place."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_GROUND = QColor("#10181a")  # the same in both looks: a picture is seen best on dark
_WORDS = QColor("#e7eeed")
_ROUND = 6
_LARGE = 2_000_000
"""Pixels above which a picture is shrunk once, and not again at each repaint."""


class PagePicture(QWidget):
    """Shows one image on a dark ground, its sides kept in proportion."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._fitted = QImage()
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def image(self) -> QImage:
        """The picture that is shown; a null image when none is."""
        return self._image

    @property
    def words(self) -> str:
        """What stands in the picture's place."""
        return self._words

    def sizeHint(self) -> QSize:
        """Ask for a comfortable size."""
        return QSize(480, 400)

    def minimumSizeHint(self) -> QSize:
        """Stay large enough to see something."""
        return QSize(200, 160)

    def show_image(self, image: QImage) -> None:
        """Show a picture, in place of words."""
        self._image, self._fitted, self._words = image, QImage(), ""
        self.update()

    def show_words(self, words: str) -> None:
        """Show words; a picture that was there goes."""
        self._image, self._fitted, self._words = QImage(), QImage(), words
        self.update()

    def clear(self) -> None:
        """Show nothing and keep nothing."""
        self.show_words("")

    def room(self) -> QRectF:
        """Give the rectangle in which the picture is drawn."""
        whole = QRectF(self.rect()).adjusted(_ROUND, _ROUND, -_ROUND, -_ROUND)
        if self._image.isNull():
            return whole
        ratio = self._image.width() / self._image.height()
        width = min(whole.width(), whole.height() * ratio)
        room = QRectF(0, 0, width, width / ratio)
        room.moveCenter(whole.center())
        return room

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, and the picture or the words."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_GROUND)
        painter.drawRoundedRect(QRectF(self.rect()), _ROUND, _ROUND)
        if self._image.isNull():
            self._draw_words(painter)
        else:
            painter.drawImage(self.room(), self._for_room())

    def _for_room(self) -> QImage:
        """Give the picture small enough to be drawn in a blink, also while a corner is dragged over it."""
        if self._image.width() * self._image.height() < _LARGE:
            return self._image
        side = self.room().size().toSize() * self.devicePixelRatioF()
        if self._fitted.size() != side:
            rough = self._image.scaled(side * 2, mode=Qt.TransformationMode.FastTransformation)
            self._fitted = rough.scaled(side, mode=Qt.TransformationMode.SmoothTransformation)
        return self._fitted

    def _draw_words(self, painter: QPainter) -> None:
        painter.setPen(_WORDS)
        inside = QRectF(self.rect()).adjusted(24, 24, -24, -24)
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._words)

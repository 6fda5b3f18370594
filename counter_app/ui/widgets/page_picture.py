"""A picture as large as there is room, or words in its place."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from counter_app.domain.paper import Corners
from counter_app.ui.tokens import DARK

_GROUND = QColor("#10181a")  # the same in both looks: a picture is seen best on dark
_WORDS = QColor("#e7eeed")
_SPOT, _RIM = QColor(DARK.amber), QColor("#10181a")
_ROUND = 6
_LARGE = 2_000_000
"""Pixels above which a picture is shrunk once, and not again at each repaint."""
_FINE = 600_000
"""Pixels of room up to which it is shrunk finely here, too; more of them would hold up the window."""
_NEAR = 1.35
"""A picture that was fitted for a room up to this much wider or narrower is drawn as it is."""


class PagePicture(QWidget):
    """Shows one image on a dark ground, its sides kept in proportion."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._fitted = QImage()
        self._words = ""
        self._spots: tuple[Corners, ...] = ()
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

    @property
    def spots(self) -> tuple[Corners, ...]:
        """The places that are pointed out."""
        return self._spots

    def show_image(self, image: QImage, fitted: QImage | None = None) -> None:
        """Show a picture, in place of words; ``fitted`` is the same one shrunk for the room there was."""
        self._image, self._fitted, self._words = image, fitted or QImage(), ""
        self._spots = ()
        self.update()

    def point_out(self, spots: tuple[Corners, ...]) -> None:
        """Draw a frame around places of the picture, given in its pixels; none ends it."""
        self._spots = spots
        self.update()

    def show_words(self, words: str) -> None:
        """Show words; a picture that was there goes."""
        self._image, self._fitted, self._words = QImage(), QImage(), words
        self._spots = ()
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
            self._draw_spots(painter)

    def _for_room(self) -> QImage:
        """Give the picture small enough to be drawn in a blink, also while a corner is dragged over it."""
        if self._image.width() * self._image.height() < _LARGE:
            return self._image
        side = self.room().size().toSize() * self.devicePixelRatioF()
        wider = side.width() / max(1, self._fitted.width())
        if not 1 / _NEAR < wider < _NEAR:
            is_fine = side.width() * side.height() <= _FINE
            rough = self._image.scaled(side * (2 if is_fine else 1))
            smooth = Qt.TransformationMode.SmoothTransformation
            self._fitted = rough.scaled(side, mode=smooth) if is_fine else rough
        return self._fitted

    def _draw_spots(self, painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        corner, scale = self.room().topLeft(), self.room().width() / self._image.width()
        for spot in self._spots:
            frame = QPolygonF([corner + QPointF(*point) * scale for point in spot])
            for colour, width in ((_RIM, 5), (_SPOT, 2)):
                painter.setPen(QPen(colour, width))
                painter.drawPolygon(frame)

    def _draw_words(self, painter: QPainter) -> None:
        painter.setPen(_WORDS)
        inside = QRectF(self.rect()).adjusted(24, 24, -24, -24)
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._words)

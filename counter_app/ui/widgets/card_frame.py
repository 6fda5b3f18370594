"""The frame drawn over the camera's picture, in the shape of a card: where the card should lie."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

CARD_RATIO = 85.6 / 53.98  # ISO 7810 ID-1
_ROUNDING = 3.18 / 85.6  # of the card's width
_WIDTH_SHARE = 0.66  # of the picture; at 1280 pixels a module of the code then has about three
_HEIGHT_SHARE = 0.8
_WIDEST = 4.5  # lines' width at the corners, in units
_ARM = 1 / 5  # of the card's height
_SHADE = QColor(0, 0, 0, 110)  # under everything light: seen on any picture
_EDGE = QColor(255, 255, 255, 120)


def card_room(room: QRectF) -> QRectF:
    """Give the place of the card in the middle of a picture's room."""
    width = min(room.width() * _WIDTH_SHARE, room.height() * _HEIGHT_SHARE * CARD_RATIO)
    card = QRectF(0, 0, width, width / CARD_RATIO)
    card.moveCenter(room.center())
    return card


def draw_card_frame(painter: QPainter, card: QRectF, colour: QColor, *, unit: float) -> None:
    """Draw the card's outline finely and its corners strongly; ``unit`` is the width of a line.

    The drawing is kept: it is laid over thirty pictures a second and changes only with the window.
    """
    place = card.toRect()  # on whole pixels, where a kept drawing stays sharp
    drawn = _drawn(place.size().toTuple(), colour.rgba(), unit, painter.device().devicePixelRatioF())
    margin = _margin(unit)
    painter.drawPixmap(place.topLeft() - QPoint(margin, margin), drawn)


def _margin(unit: float) -> int:
    return ceil(_WIDEST * unit)


@lru_cache(maxsize=4)
def _drawn(size: tuple[int, int], colour: int, unit: float, ratio: float) -> QPixmap:
    width, height = size
    margin = _margin(unit)
    kept = QPixmap(ceil((width + 2 * margin) * ratio), ceil((height + 2 * margin) * ratio))
    kept.setDevicePixelRatio(ratio)
    kept.fill(Qt.GlobalColor.transparent)
    painter = QPainter(kept)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(0.5, 0.5)  # a line one pixel wide is sharp in the middle of a pixel
    _draw(painter, QRectF(margin, margin, width, height), QColor.fromRgba(colour), unit)
    painter.end()
    return kept


def _draw(painter: QPainter, card: QRectF, colour: QColor, unit: float) -> None:
    rounding = card.width() * _ROUNDING
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for edge, width in ((_SHADE, 2 * unit), (_EDGE, unit)):
        painter.setPen(QPen(edge, width))
        painter.drawRoundedRect(card, rounding, rounding)
    for edge, width in ((_SHADE, _WIDEST * unit), (colour, 2.5 * unit)):
        painter.setPen(QPen(edge, width, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        _draw_corners(painter, card, rounding)


def _draw_corners(painter: QPainter, card: QRectF, rounding: float) -> None:
    """Draw each corner as the card has it: an arm, a bend, an arm."""
    arm = card.height() * _ARM
    for corner, right, down in (
        (card.topLeft(), 1, 1),
        (card.topRight(), -1, 1),
        (card.bottomRight(), -1, -1),
        (card.bottomLeft(), 1, -1),
    ):
        bend = QPainterPath(corner + QPointF(0, down * arm))
        bend.lineTo(corner + QPointF(0, down * rounding))
        bend.quadTo(corner, corner + QPointF(right * rounding, 0))
        bend.lineTo(corner + QPointF(right * arm, 0))
        painter.drawPath(bend)

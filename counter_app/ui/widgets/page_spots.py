"""Where on a page lies what it was found wanting in, on the clean page and on the picture as it was taken."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF, QTransform

from counter_app.domain.paper import Corners
from counter_app.ui.widgets.page_values import Spot


def spot_on(
    box: tuple[float, float, float, float], complaint: str, *, page: tuple[int, int], lies: Corners
) -> Spot:
    """Find a box (left, top, right, bottom) of a page of this size again on the picture it was taken from.

    ``lies`` are the page's corners there, from its own top left on; a curled sheet is taken as flat. Where
    the corners enclose nothing, the whole of them is the place.
    """
    clean = _rectangle(*box)
    over = QTransform.quadToQuad(_polygon(_rectangle(0.0, 0.0, *page)), _polygon(lies))
    if not isinstance(over, QTransform):
        return Spot(complaint, clean, lies)
    taken = tuple((at.x(), at.y()) for at in (over.map(QPointF(*point)) for point in clean))
    return Spot(complaint, clean, taken)


def _rectangle(left: float, top: float, right: float, bottom: float) -> Corners:
    return (left, top), (right, top), (right, bottom), (left, bottom)


def _polygon(corners: Corners) -> QPolygonF:
    return QPolygonF([QPointF(*corner) for corner in corners])

"""A page as it was taken, with the sheet's four corners to drag by mouse or to move by keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)

from counter_app.domain.paper import Corners
from counter_app.ui.tokens import DARK
from counter_app.ui.widgets.page_corners import Point, moved, nearest, whole_picture
from counter_app.ui.widgets.page_picture import PagePicture

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
_KEYS_REST_MS = 500
"""How long the arrows rest before the move counts as ended."""
_COARSE = 8
_REACH = 24
_DOT = 7
_LOUPE = 132
_ENLARGES = 2.0
_OUTSIDE = QColor(0, 0, 0, 110)
_EDGE = QColor(DARK.ring)
_RIM = QColor("#10181a")


class PageView(PagePicture):
    """Shows a picture and a frame of four corners; Tab picks a corner, arrows move it, Shift moves finely."""

    corners_moved = Signal(object)
    """Carries the Corners after a drag, or after the arrows came to rest."""
    corners_dragged = Signal(object)
    """Carries the Corners at each step on the way there."""
    corners_left = Signal()
    """Says that the corners are where they were before, after all."""

    def __init__(self) -> None:
        super().__init__()
        self._corners: Corners = ()
        self._told: Corners = ()
        self._picked = 0
        self._held = False
        self._result = QImage()
        self._rest = QTimer(self, singleShot=True, interval=_KEYS_REST_MS)
        self._rest.timeout.connect(self._tell)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._retranslate()

    @property
    def corners(self) -> Corners:
        """Where the corners lie now, in picture pixels."""
        return self._corners

    @property
    def picked(self) -> int:
        """Which corner the arrows move, counted clockwise from the top left."""
        return self._picked

    @property
    def result(self) -> QImage:
        """What the page would be with the corners as they lie now; null unless one is on its way."""
        return self._result

    def show_page(self, image: QImage, corners: Corners, fitted: QImage | None = None) -> None:
        """Show a page; no corners means the whole picture is the sheet. ``fitted`` as in show_image."""
        self._rest.stop()
        self._held, self._result = False, QImage()
        self._corners = self._told = corners or whole_picture((image.width(), image.height()))
        self.show_image(image, fitted)

    def show_result(self, image: QImage) -> None:
        """Show small, beside the corner that moves, what the page would be."""
        self._result = image
        self.update()

    def clear(self) -> None:
        """Show nothing and keep nothing."""
        super().clear()
        self._result = QImage()
        self._rest.stop()
        self._corners, self._told, self._picked, self._held = (), (), 0, False

    def event(self, event: QEvent) -> bool:
        """Let Tab go from corner to corner before it leaves."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._picks(event):
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the picked corner; Enter ends the move, Esc takes it back."""
        if self._rest.isActive() and event.key() in _ENDS:
            self._rest.stop()
            if event.key() == Qt.Key.Key_Escape:
                self._corners = self._told
            self._tell()
            self.update()
            return
        way = _ARROWS.get(Qt.Key(event.key()))
        if way is None or not self._corners:
            super().keyPressEvent(event)
            return
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        step = 1.0 if fine else max(1.0, _COARSE / 2 / self._scale())
        x, y = self._corners[self._picked]
        self._move((x + way[0] * step, y + way[1] * step))
        self._rest.start()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Count a move by keys as ended."""
        super().focusOutEvent(event)
        if self._rest.isActive():
            self._rest.stop()
            self._tell()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a corner."""
        at = self._corner_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and at is not None:
            self._picked, self._held = at, True
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the corner that is held."""
        if self._held:
            self._move(self._in_picture(event.position()))
        else:
            near = self._corner_at(event.position()) is not None
            self.setCursor(Qt.CursorShape.SizeAllCursor if near else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let the corner go."""
        if self._held:
            self._held = False
            self._tell()
            self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture, what lies outside of the sheet darker, and the corners."""
        super().paintEvent(event)
        if not self._corners or self.image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        points = [self._on_screen(corner) for corner in self._corners]
        self._draw_frame(painter, QPolygonF(points))
        for at, point in enumerate(points):
            self._draw_corner(painter, point, picked=at == self._picked and (self.hasFocus() or self._held))
        if self._held or self._rest.isActive():
            self._draw_loupe(painter)
            self._draw_result(painter)

    def _picks(self, event: QKeyEvent) -> bool:
        step = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(Qt.Key(event.key()), 0)
        there = self._picked + step
        if not step or not self._corners or not 0 <= there < len(self._corners):
            return False
        self._picked = there
        self.update()
        return True

    def _move(self, to: Point) -> None:
        size = (self.image.width(), self.image.height())
        self._corners = moved(self._corners, self._picked, to, size=size)
        self.corners_dragged.emit(self._corners)
        self.update()

    def _tell(self) -> None:
        if self._corners != self._told:
            self._told = self._corners
            self.corners_moved.emit(self._corners)
        else:
            self.corners_left.emit()

    def _scale(self) -> float:
        """Give screen pixels to a picture pixel."""
        return self.room().width() / max(1, self.image.width())

    def _on_screen(self, corner: Point) -> QPointF:
        return self.room().topLeft() + QPointF(*corner) * self._scale()

    def _in_picture(self, at: QPointF) -> Point:
        there = (at - self.room().topLeft()) / self._scale()
        return there.x(), there.y()

    def _corner_at(self, at: QPointF) -> int | None:
        if self.image.isNull():
            return None
        return nearest(self._corners, self._in_picture(at), reach=_REACH / self._scale())

    def _draw_frame(self, painter: QPainter, sheet: QPolygonF) -> None:
        outside = QPainterPath()
        outside.addRect(self.room())
        outside.addPolygon(sheet)
        outside.closeSubpath()
        painter.fillPath(outside, _OUTSIDE)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((_RIM, 4), (_EDGE, 2)):
            painter.setPen(QPen(colour, width))
            painter.drawPolygon(sheet)

    def _draw_corner(self, painter: QPainter, point: QPointF, *, picked: bool) -> None:
        side = _DOT * 1.5 if picked else _DOT
        painter.setPen(QPen(_RIM, 2))
        painter.setBrush(_EDGE if picked else QColor("#ffffff"))
        painter.drawEllipse(point, side, side)

    def _beside(self, width: float) -> float:
        """Give where something of this width begins on the side of the view where the hand is not."""
        left = self._on_screen(self._corners[self._picked]).x() > self.width() / 2
        return _REACH if left else self.width() - width - _REACH

    def _draw_result(self, painter: QPainter) -> None:
        if self._result.isNull():
            return
        high = self.height() - 3 * _REACH - _LOUPE
        size = QSizeF(self._result.size()).scaled(_LOUPE, high, Qt.AspectRatioMode.KeepAspectRatio)
        top = self.height() - _REACH - size.height()
        room = QRectF(QPointF(self._beside(size.width()), top), size)
        painter.drawImage(room, self._result)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(_EDGE, 2))
        painter.drawRect(room)

    def _draw_loupe(self, painter: QPainter) -> None:
        """Enlarge what is under the corner."""
        corner = QPointF(*self._corners[self._picked])
        room = QRectF(self._beside(_LOUPE), _REACH, _LOUPE, _LOUPE)
        seen = _LOUPE / self._scale() / _ENLARGES
        part = QRectF(corner.x() - seen / 2, corner.y() - seen / 2, seen, seen)
        painter.fillRect(room, _RIM)
        painter.drawImage(room, self.image, part)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(_EDGE, 2))
        painter.drawRect(room)
        middle = room.center()
        painter.drawLine(middle - QPointF(10, 0), middle + QPointF(10, 0))
        painter.drawLine(middle - QPointF(0, 10), middle + QPointF(0, 10))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Page as taken: Tab picks a corner, arrows move it"))

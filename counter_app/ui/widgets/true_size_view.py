"""A page on the screen as large as it will be in the hand, with a ruler above it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget

_MM_PER_INCH = 25.4
_RULER_MM = 9.0
_EDGE_MM = 4.0
_USUAL_DPI = (50.0, 400.0)


class TrueSizeView(QScrollArea):
    """Trusts what the screen says of its size until somebody has held a ruler to it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("true_size_view")
        self._page = _Page()
        self.setWidget(self._page)
        self.setCornerWidget(QWidget())

    @property
    def dots_per_mm(self) -> float:
        """How many of the screen's dots a millimetre takes, as it says itself."""
        told = self.screen().physicalDotsPerInchX()
        least, most = _USUAL_DPI
        return (told if least <= told <= most else self.logicalDpiX()) / _MM_PER_INCH

    def show_page(self, picture: QImage, size_mm: tuple[float, float], scale: float) -> None:
        """Show a page of a size; ``scale`` is what the screen's own word is to be multiplied by."""
        self._page.take(picture, size_mm, self.dots_per_mm * scale)


class _Page(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._picture = QImage()
        self._size_mm = (0.0, 0.0)
        self._dots = 1.0

    def take(self, picture: QImage, size_mm: tuple[float, float], dots_per_mm: float) -> None:
        self._picture, self._size_mm, self._dots = picture, size_mm, dots_per_mm
        self.resize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        width, height = self._size_mm
        wide, high = max(width, 100.0) + 2 * _EDGE_MM, height + _RULER_MM + 2 * _EDGE_MM
        return QSize(round(wide * self._dots), round(high * self._dots))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        width, height = self._size_mm
        top = _RULER_MM + _EDGE_MM
        page = QRectF(*(side * self._dots for side in (_EDGE_MM, top, width, height)))
        painter.drawImage(page, self._picture)
        painter.setPen(self.palette().mid().color())
        painter.drawRect(page)
        self._draw_ruler(painter, round(max(width, 100.0)))

    def _draw_ruler(self, painter: QPainter, length: int) -> None:
        painter.setPen(self.palette().windowText().color())
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * 0.75)
        painter.setFont(font)
        bottom = (_RULER_MM + 1) * self._dots
        for at in range(length + 1):
            x = (_EDGE_MM + at) * self._dots
            tick = (3.4 if at % 10 == 0 else 2.2 if at % 5 == 0 else 1.2) * self._dots
            painter.drawLine(QPointF(x, bottom), QPointF(x, bottom - tick))
            if at % 10 == 0:
                room = QRectF(x - 5 * self._dots, 0, 10 * self._dots, bottom - 3.6 * self._dots)
                painter.drawText(room, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, str(at))

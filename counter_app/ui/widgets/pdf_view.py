"""The pages of a paper as they would come out, one under the other and as wide as there is room."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from counter_app.ui.widgets.page_facts import emptied
from counter_app.ui.widgets.parts import GRID

_WIDEST = 900


class PdfView(QScrollArea):
    """Shows pictures of pages; reads no PDF itself."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("paper_preview")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setProperty("look", "scrolled")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, GRID, 0)
        self._column.setSpacing(GRID)
        self.setWidget(inside)

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return len(self.findChildren(_Leaf))

    def show_pages(self, pages: tuple[QImage, ...]) -> None:
        """Show these pages from the top."""
        self.clear()
        for page in pages:
            self._column.addWidget(_Leaf(page))
        self._column.addStretch(1)
        self.verticalScrollBar().setValue(0)

    def clear(self) -> None:
        """Keep no page."""
        emptied(self._column)


class _Leaf(QWidget):
    """One page, in the middle of what room there is."""

    def __init__(self, page: QImage) -> None:
        super().__init__()
        self._page = page
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Ask for the page's own size, in proportion."""
        return QSize(480, self.heightForWidth(480))

    def hasHeightForWidth(self) -> bool:
        """Say that the sides stay in proportion."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Keep the sides in proportion."""
        return round(min(width, _WIDEST) * self._page.height() / max(1, self._page.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page with a hairline around it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        width = min(self.width(), _WIDEST)
        paper = QRect((self.width() - width) // 2, 0, width, self.height())
        painter.drawImage(QRectF(paper), self._page)
        painter.setPen(self.palette().mid().color())
        painter.drawRect(paper.adjusted(0, 0, -1, -1))

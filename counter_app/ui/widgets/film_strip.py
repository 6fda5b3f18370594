"""The pages of one paper in a row, small, and the camera after them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem

from counter_app.domain.paper import Page
from counter_app.ui.icons import Tint, icon

_LINES_HIGH = 3.2
_A4 = 0.72


class FilmStrip(QListWidget):
    """Shows a tile for each page and one for the live camera; arrows choose, Del takes a page away."""

    page_chosen = Signal(int)
    """Carries the page's index."""
    camera_chosen = Signal()
    removal_asked = Signal(int)
    """Carries the page's index."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("film_strip")
        self._pages: tuple[Page, ...] = ()
        self._doubted: frozenset[Page] = frozenset()
        self._looks: dict[Page, QIcon] = {}
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setViewMode(QListView.ViewMode.ListMode)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentRowChanged.connect(self._on_row_changed)
        self._fit()
        self._fill()
        self.show_pages((), None)

    def show_pages(self, pages: tuple[Page, ...], current: int | None) -> None:
        """Show these pages and mark one of them, or the camera; announces nothing."""
        if pages != self._pages:
            self._pages = pages
            self._looks = {page: look for page, look in self._looks.items() if page in pages}
            self._fill()
        self.blockSignals(True)
        self.setCurrentRow(len(pages) if current is None else current)
        self.blockSignals(False)

    def show_doubted(self, pages: frozenset[Page]) -> None:
        """Mark these pages as well, in which not the picture is found wanting but what is written there."""
        if pages != self._doubted:
            self._doubted = pages
            self._fill()

    def show_look(self, page: Page, image: QImage) -> None:
        """Show what a page looks like; until then its tile is an empty sheet."""
        side = self.iconSize() * self.devicePixelRatioF()
        rough = image.scaled(side * 3, Qt.AspectRatioMode.KeepAspectRatio)
        small = rough.scaled(
            side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        look = QPixmap.fromImage(small)
        self._looks[page] = QIcon(look)
        self._looks[page].addPixmap(look, QIcon.Mode.Selected)  # else Qt tints it
        if page in self._pages:
            self.item(self._pages.index(page)).setIcon(self._looks[page])

    def forget(self) -> None:
        """Keep no picture of any page."""
        self._looks.clear()
        self.show_pages((), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Del take the page away."""
        if event.key() == Qt.Key.Key_Delete and self.currentRow() < len(self._pages):
            self.removal_asked.emit(self.currentRow())
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language, the colours and the size of letters."""
        if event.type() in {
            QEvent.Type.LanguageChange,
            QEvent.Type.FontChange,
            QEvent.Type.PaletteChange,
        }:
            self._fit()
            self._fill()
        super().changeEvent(event)

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        high = round(line * _LINES_HIGH)
        self.setIconSize(QSize(round(high * _A4), high))
        self.setFixedHeight(high + 2 * line)
        self.setAccessibleName(self.tr("Pages of this paper"))

    def _fill(self) -> None:
        row = self.currentRow()
        self.blockSignals(True)
        self.clear()
        for number, page in enumerate(self._pages, start=1):
            self.addItem(self._tile(number, page))
        self.addItem(QListWidgetItem(icon("camera", Tint.ACCENT), self.tr("Camera")))
        self.setCurrentRow(row)
        self.blockSignals(False)

    def _tile(self, number: int, page: Page) -> QListWidgetItem:
        is_to_be_seen = bool(page.complaints) or page in self._doubted
        words = f"{number} !" if is_to_be_seen else f"{number}"
        tile = QListWidgetItem(self._looks.get(page, icon("file-text", Tint.QUIET)), words)
        spoken = self.tr("Page {number}, to be looked at") if is_to_be_seen else self.tr("Page {number}")
        tile.setData(Qt.ItemDataRole.AccessibleTextRole, spoken.format(number=number))
        return tile

    def _on_row_changed(self, row: int) -> None:
        if row == len(self._pages):
            self.camera_chosen.emit()
        elif row >= 0:
            self.page_chosen.emit(row)

"""The pages of the paper at hand: which one is looked at, and what happens to it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.domain.paper import Page
from counter_app.ui.widgets.film_strip import FilmStrip
from counter_app.ui.widgets.page_stage import PageStage
from counter_app.ui.widgets.page_values import Corners, CornersMoved, PageRef, PageShown
from counter_app.ui.widgets.parts import GRID


class PageBrowser(QWidget):
    """Shows one page of a paper large, or the camera, and all of its pages small; asks for the pictures."""

    page_selected = Signal(object)
    """Carries the PageRef of a page whose pictures are wanted."""
    page_removed = Signal(object)
    """Carries the PageRef."""
    corners_moved = Signal(object)
    """Carries CornersMoved."""
    turned = Signal()
    """Says that something else is in the middle now."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page_browser")
        self._slot = self._name = ""
        self._pages: tuple[Page, ...] = ()
        self._index: int | None = None
        self._looked_at: Page | None = None
        self._awaits_page = False
        self._stage, self._film = PageStage(), FilmStrip()
        self._film.page_chosen.connect(self._go_to)
        self._film.camera_chosen.connect(self._on_camera_chosen)
        self._film.removal_asked.connect(self._on_removal_asked)
        self._stage.removal_asked.connect(self._on_removal_asked)
        self._stage.retake_asked.connect(self._on_retake_asked)
        self._stage.corners_moved.connect(self._on_corners_moved)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._stage, stretch=1)
        column.addWidget(self._film)

    @property
    def has_page(self) -> bool:
        """Whether a page is looked at, not the camera."""
        return self._index is not None

    @property
    def sees(self) -> bool:
        """Whether the camera has given a picture."""
        return self._stage.sees

    def open_paper(self, slot: str, name: str, pages: tuple[Page, ...]) -> None:
        """Go to a paper: to its first page, or to the camera where it has none."""
        self._slot, self._name, self._pages = slot, name, pages
        self._go_to(0 if pages else None)

    def follow(self, pages: tuple[Page, ...]) -> None:
        """Keep to the page looked at when the paper has changed around it, as after a removal or an undo."""
        self._pages, index = pages, self._index
        if index is not None and index >= len(pages):
            self._go_to(len(pages) - 1 if pages else None)
            return
        self._film.show_pages(pages, index)
        self._say_where()
        if index is not None and self._looked_at and self._is_changed(self._looked_at, pages[index]):
            self._looked_at = pages[index]
            self.page_selected.emit(PageRef(self._slot, index))

    def show_page(self, shown: PageShown) -> None:
        """Show a page, if it is the one that was asked for or has just been taken."""
        is_wanted = self._awaits_page or shown.index == self._index
        if shown.slot != self._slot or shown.index >= len(self._pages) or not is_wanted:
            return
        page = self._pages[shown.index]
        self._index, self._looked_at, self._awaits_page = shown.index, page, False
        self._stage.show_page(shown)
        self._film.show_pages(self._pages, shown.index)
        self._film.show_look(page, shown.clean)
        self._say_where()
        self.turned.emit()

    def show_frame(self, image: QImage) -> None:
        """Show the camera's newest picture while no page is looked at."""
        if self._index is None:
            is_first = not self.sees
            self._stage.show_frame(image)
            if is_first:
                self.turned.emit()

    def show_camera_words(self, words: str) -> None:
        """Say why there is no live picture."""
        self._stage.show_camera_words(words)
        self.turned.emit()

    def show_busy(self, words: str) -> None:
        """Say that a page is being worked on; no words end it."""
        self._awaits_page = bool(words)
        self._stage.quality.show_busy(words)

    def clear(self) -> None:
        """Forget every picture and page."""
        self._slot, self._name, self._pages = "", "", ()
        self._index, self._looked_at, self._awaits_page = None, None, False
        self._film.forget()
        self._stage.clear()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._say_where()
        super().changeEvent(event)

    def _go_to(self, index: int | None) -> None:
        self._index, self._looked_at, self._awaits_page = index, None, False
        self._film.show_pages(self._pages, index)
        if index is None:
            self._stage.show_live()
        else:
            self.page_selected.emit(PageRef(self._slot, index))
        self._say_where()
        self.turned.emit()

    def _is_changed(self, before: Page, now: Page) -> bool:
        """Say whether what is shown is no longer the page; corners that were moved here are on their way."""
        moved_elsewhere = now.corners not in (before.corners, self._stage.corners)
        return now.picture != before.picture or moved_elsewhere

    def _say_where(self) -> None:
        if self._index is None:
            self._stage.set_title(self._name)
        else:
            words = self.tr("Page {number} of {count}")
            self._stage.set_title(words.format(number=self._index + 1, count=len(self._pages)))

    def _on_camera_chosen(self) -> None:
        self._go_to(None)

    def _on_removal_asked(self) -> None:
        if self._index is not None:
            self.page_removed.emit(PageRef(self._slot, self._index))

    def _on_retake_asked(self) -> None:
        if self._index is not None:
            gone = PageRef(self._slot, self._index)
            self._go_to(None)
            self.page_removed.emit(gone)

    def _on_corners_moved(self, corners: Corners) -> None:
        if self._index is not None:
            self.corners_moved.emit(CornersMoved(self._slot, self._index, corners))

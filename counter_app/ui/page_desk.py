"""Pages of the visit: taken from the camera or a file, sealed, shown, their corners moved, taken away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QObject, Signal
from PySide6.QtGui import QImage

from counter_app.domain.paper import Page, PageSource
from counter_app.services.digitise import (
    Digitising,
    Taken,
    page_at,
    with_page,
    with_page_replaced,
    without_page,
)
from counter_app.ui.pictures import image_of_frame
from counter_app.ui.screens.papers import CornersMoved, FilesGiven, PageRef, PageShown, PicturePasted
from counter_app.ui.tasks import Lane, Tasks
from counter_app.ui.visit_desk import VisitDesk
from scanning.frames import Frame

_LARGEST_FILE = 64 * 2**20


class PageDesk(QObject):
    """Has pages sealed before they are shown; the sheet names them, this object holds none."""

    page_ready = Signal(object)
    working = Signal()
    refused = Signal(object)

    def __init__(self, digitising: Digitising, visits: VisitDesk, tasks: Tasks) -> None:
        super().__init__()
        self._digitising = digitising
        self._visits = visits
        self._tasks = tasks

    def take_frame(self, slot: str, look: Callable[[], Frame]) -> None:
        """Take the picture that ``look`` gives as the next page of a paper."""

        def take() -> tuple[Taken, ...]:
            return (self._digitising.take_frame(look(), PageSource.CAMERA),)

        self._take(slot, take)

    def take_files(self, given: FilesGiven) -> None:
        """Take picture files and PDFs as the next pages of a paper."""

        def take() -> tuple[Taken, ...]:
            contents = [_content(path) for path in given.paths]
            return tuple(
                taken
                for content in contents
                for taken in self._digitising.take_file(content, PageSource.FILE)
            )

        self._take(given.slot, take)

    def take_pasted(self, given: PicturePasted) -> None:
        """Take a picture from the clipboard as the next page of a paper."""
        self._take(given.slot, lambda: self._digitising.take_file(_png(given.image), PageSource.FILE))

    def show(self, ref: PageRef) -> None:
        """Open a sealed page again, to look at it."""
        page = self._page(ref)
        if page:
            self._prepare(ref, page)

    def remove(self, ref: PageRef) -> None:
        """Take a page away; undo brings it back."""
        self._visits.change(lambda sheet: without_page(sheet, ref.slot, ref.index))

    def move_corners(self, moved: CornersMoved) -> None:
        """Lay the corners elsewhere on the page's picture, and judge and show it anew."""
        page = self._page(PageRef(moved.slot, moved.index))
        if page is None:
            return
        ref = PageRef(moved.slot, moved.index)
        cornered = replace(page, corners=moved.corners)

        def moved_to(judged: Page) -> None:
            self._visits.change(lambda sheet: with_page_replaced(sheet, ref.slot, ref.index, judged))
            self._prepare(ref, judged)

        self._run(lambda: self._digitising.judged(cornered), moved_to)

    def _take(self, slot: str, take: Callable[[], tuple[Taken, ...]]) -> None:
        self.working.emit()
        self._run(take, lambda taken: self._on_taken(slot, taken))

    def _on_taken(self, slot: str, taken: tuple[Taken, ...]) -> None:
        for each in taken:
            page = each.page
            self._visits.change(lambda sheet, page=page: with_page(sheet, slot, page))
        sheet = self._visits.sheet
        if taken and sheet:
            pages = sum(len(paper.pages) for paper in sheet.draft.papers if paper.slot == slot)
            self._prepare(PageRef(slot, pages - 1), taken[-1].page)

    def _prepare(self, ref: PageRef, page: Page) -> None:
        def prepare() -> PageShown:
            return PageShown(
                slot=ref.slot,
                index=ref.index,
                taken=image_of_frame(self._digitising.picture(page)),
                clean=image_of_frame(self._digitising.clean_page(page)),
                corners=page.corners,
                complaints=page.complaints,
            )

        self._run(prepare, self.page_ready.emit)

    def _page(self, ref: PageRef) -> Page | None:
        sheet = self._visits.sheet
        return page_at(sheet, ref.slot, ref.index) if sheet else None

    def _run(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._tasks.run(Lane.CRAFT, work, owner=self, done=done, failed=self.refused.emit)


def _content(path: Path) -> bytes:
    """Read no more of a file than a picture may have; the craft refuses what is larger."""
    with path.open("rb") as file:
        return file.read(_LARGEST_FILE + 1)


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())

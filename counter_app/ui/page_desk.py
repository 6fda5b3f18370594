"""Pages of the visit: taken from the camera or a file, sealed, shown, their corners moved, taken away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QObject, QTimer, Signal
from PySide6.QtGui import QImage

from counter_app.domain.paper import Page, PageSource
from counter_app.services.desk import Desk
from counter_app.services.digitise import file_content
from counter_app.services.drafting import Sheet
from counter_app.services.page_edits import page_at, with_page, with_page_replaced, without_page
from counter_app.ui.camera_loop import CameraLoop
from counter_app.ui.pictures import image_of_frame
from counter_app.ui.screens.papers import (
    CornersMoved,
    FilesGiven,
    PageRef,
    PageShown,
    PapersScreen,
    PicturePasted,
)
from counter_app.ui.tasks import Lane, Tasks
from counter_app.ui.visit_desk import VisitDesk
from scanning.frames import Frame
from scanning.inbox import Inbox

_LOOK_EVERY_MS = 1_500


class PageDesk(QObject):
    """Serves the papers screen; the sheet names the pages, this object holds none."""

    refused = Signal(object)

    def __init__(
        self,
        screen: PapersScreen,
        visits: VisitDesk,
        desk: Desk,
        tasks: Tasks,
        *,
        camera: CameraLoop,
        inbox: Path | None,
    ) -> None:
        super().__init__()
        self._screen = screen
        self._visits = visits
        self._desk = desk
        self._tasks = tasks
        self._camera = camera
        self._live = False
        self._inbox = Inbox(inbox) if inbox else None
        self._looking = QTimer(self, interval=_LOOK_EVERY_MS)
        self._looking.timeout.connect(self._look_into_inbox)
        camera.frame_ready.connect(self._on_frame_ready)
        camera.camera_lost.connect(self._on_camera_lost)
        screen.page_wanted.connect(self._on_page_wanted)
        screen.practice_sheet_wanted.connect(self._on_practice_sheet_wanted)
        screen.files_given.connect(self._on_files_given)
        screen.picture_pasted.connect(self._on_picture_pasted)
        screen.page_selected.connect(self._on_page_selected)
        screen.page_removed.connect(self._on_page_removed)
        screen.corners_moved.connect(self._on_corners_moved)
        screen.paper_excused.connect(lambda excused: visits.excuse(excused.slot, excused.reason))
        screen.paper_looked_up.connect(lambda done: visits.look_up_paper(done.slot, done.outcome))

    def follow_camera(self, *, wanted: bool) -> None:
        """Show the live picture while the screen is in front."""
        self._live = wanted
        if wanted:
            self._camera.start(codes=False)
        if self._inbox and wanted:
            self._looking.start()
        else:
            self._looking.stop()

    def _look_into_inbox(self) -> None:
        """Take what a scanner has laid into the watched folder for the paper at hand."""
        inbox, slot, draft_id = self._inbox, self._screen.slot_in_hand, self._draft_id
        if inbox is None or not slot or not draft_id:
            return

        def take(files: tuple[Path, ...]) -> None:
            if files:
                self._take_files(slot, files, PageSource.FOLDER, draft_id)

        self._run(inbox.new_files, take)

    def _on_frame_ready(self, image: QImage) -> None:
        if self._live:
            self._screen.show_frame(image)

    def _on_page_wanted(self, slot: str) -> None:
        frame = self._camera.newest
        if frame is not None:
            self._take_frame(slot, lambda: frame)

    def _on_practice_sheet_wanted(self, slot: str) -> None:
        hall = self._desk.hall
        if hall:
            self._take_frame(slot, lambda: hall.sheet(slot))

    def _take_frame(self, slot: str, look: Callable[[], Frame]) -> None:
        self._take(slot, lambda: (self._desk.digitising.take_frame(look(), PageSource.CAMERA),))

    def _on_files_given(self, given: FilesGiven) -> None:
        self._take_files(given.slot, given.paths, PageSource.FILE, self._draft_id)

    def _take_files(self, slot: str, paths: Sequence[Path], source: PageSource, draft_id: str) -> None:
        def take() -> tuple[Page, ...]:
            take_file = self._desk.digitising.take_file
            return tuple(page for path in paths for page in take_file(file_content(path), source))

        self._take(slot, take, draft_id)

    def _on_picture_pasted(self, given: PicturePasted) -> None:
        self._take(given.slot, lambda: self._desk.digitising.take_file(_png(given.image), PageSource.FILE))

    def _on_page_selected(self, ref: PageRef) -> None:
        page = self._page(ref)
        if page:
            self._prepare(ref, page)

    def _on_page_removed(self, ref: PageRef) -> None:
        self._visits.change(lambda sheet: without_page(sheet, ref.slot, ref.index))

    def _on_corners_moved(self, moved: CornersMoved) -> None:
        ref = PageRef(moved.slot, moved.index)
        page = self._page(ref)
        if page is None:
            return

        def moved_to(judged: Page) -> None:
            self._visits.change(
                partial(with_page_replaced, slot=ref.slot, old=page, new=judged), of=self._draft_id
            )
            self._prepare(ref, judged)

        self._run(lambda: self._desk.digitising.judged(replace(page, corners=moved.corners)), moved_to)

    @property
    def _draft_id(self) -> str:
        sheet = self._visits.sheet
        return sheet.draft.draft_id if sheet else ""

    def _take(self, slot: str, take: Callable[[], tuple[Page, ...]], draft_id: str = "") -> None:
        self._screen.show_busy(self.tr("The page is being read…"))
        self._run(take, partial(self._on_taken, draft_id or self._draft_id, slot))

    def _on_taken(self, draft_id: str, slot: str, pages: tuple[Page, ...]) -> None:
        """Add the pages to the dossier they were taken for, whoever stands at the desk by now."""
        if draft_id != self._draft_id:
            self._visits.change_parked(draft_id, partial(_with_pages, slot=slot, pages=pages))
            return
        self._visits.change(partial(_with_pages, slot=slot, pages=pages), of=draft_id)
        sheet = self._visits.sheet
        if pages and sheet:
            count = sum(len(paper.pages) for paper in sheet.draft.papers if paper.slot == slot)
            self._prepare(PageRef(slot, count - 1), pages[-1])

    def _prepare(self, ref: PageRef, page: Page) -> None:
        digitising = self._desk.digitising

        def prepare() -> PageShown:
            return PageShown(
                slot=ref.slot,
                index=ref.index,
                taken=image_of_frame(digitising.picture(page)),
                clean=image_of_frame(digitising.clean_page(page)),
                corners=page.corners,
                complaints=page.complaints,
            )

        def show(shown: PageShown) -> None:
            if self._page(ref) == page:
                self._screen.show_page(shown)

        self._run(prepare, show)

    def _on_refused(self, error: Exception) -> None:
        self._screen.show_busy("")
        self.refused.emit(error)

    def _on_camera_lost(self) -> None:
        self._screen.show_camera_state(self.tr("The camera does not answer; a file works as well."))

    def _page(self, ref: PageRef) -> Page | None:
        sheet = self._visits.sheet
        return page_at(sheet, ref.slot, ref.index) if sheet else None

    def _run(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._tasks.run(Lane.CRAFT, work, owner=self, done=done, failed=self._on_refused)


def _with_pages(sheet: Sheet, *, slot: str, pages: tuple[Page, ...]) -> Sheet:
    for page in pages:
        sheet = with_page(sheet, slot, page)
    return sheet


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, b"PNG")
    return bytes(buffer.data().data())

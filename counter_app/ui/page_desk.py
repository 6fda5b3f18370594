"""Pages of the visit: taken from the camera or a file, sealed, shown, their corners moved, taken away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QObject, QTimer, Signal
from PySide6.QtGui import QImage

from counter_app.domain.paper import Page, PageSource
from counter_app.services.desk import Desk
from counter_app.services.digitise import file_content
from counter_app.services.other_sheets import with_pages_after
from counter_app.services.page_edits import Place, page_at, pages_of, with_page_replaced
from counter_app.services.stack_intake import Taken, with_stack
from counter_app.ui.camera_loop import CameraLoop
from counter_app.ui.page_looks import look_of
from counter_app.ui.screens.papers import (
    CornersMoved,
    FilesGiven,
    PageRef,
    PageShown,
    PapersScreen,
    PicturePasted,
)
from counter_app.ui.still_taker import StillTaker
from counter_app.ui.tasks import Lane, Tasks
from counter_app.ui.visit_desk import VisitDesk
from counter_app.ui.widgets.page_values import Doubt
from scanning.frames import Frame
from scanning.inbox import Inbox

_LOOK_EVERY_MS = 1_500


@dataclass(frozen=True, slots=True)
class _Aim:
    """Where pages go that were asked for: which draft, which paper, which place among its pages."""

    draft_id: str
    slot: str
    place: Place | None = None


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
        self._stills = StillTaker(camera, tasks)
        self._stills.taken.connect(self._on_still_taken)
        self._stills.failed.connect(self._on_refused)
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
        screen.corners_moved.connect(self._on_corners_moved)
        screen.pages.sheets_wanted.connect(self._on_sheets_wanted)
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
        inbox, aim = self._inbox, self._aim(self._screen.slot_in_hand)
        if inbox is None or not aim.slot or not aim.draft_id:
            return

        def take(files: tuple[Path, ...]) -> None:
            if files:
                self._take_files(aim, files, PageSource.FOLDER)

        self._run(inbox.new_files, take)

    def _on_frame_ready(self, image: QImage) -> None:
        if self._live:
            self._screen.show_frame(image)

    def _on_page_wanted(self, slot: str) -> None:
        if self._stills.begin(self._aim(slot)):
            self._screen.show_busy(self.tr("Hold still…"))

    def _on_still_taken(self, frame: Frame, aim: _Aim) -> None:
        self._take_frame(aim, lambda: frame)

    def _on_practice_sheet_wanted(self, slot: str) -> None:
        hall = self._desk.hall
        if hall:
            self._take_frame(self._aim(slot), lambda: hall.sheet(slot))

    def _take_frame(self, aim: _Aim, look: Callable[[], Frame]) -> None:
        take_frame = self._desk.digitising.take_frame
        self._take(aim, lambda: (Taken(take_frame(look(), PageSource.CAMERA)),))

    def _on_files_given(self, given: FilesGiven) -> None:
        self._take_files(self._aim(given.slot), given.paths, PageSource.FILE)

    def _take_files(self, aim: _Aim, paths: Sequence[Path], source: PageSource) -> None:
        def take() -> tuple[Taken, ...]:
            take_file = self._desk.stacks.take_file
            return tuple(taken for path in paths for taken in take_file(file_content(path), source))

        self._take(aim, take)

    def _on_picture_pasted(self, given: PicturePasted) -> None:
        take_file = self._desk.stacks.take_file
        self._take(self._aim(given.slot), lambda: take_file(_png(given.image), PageSource.FILE))

    def _on_page_selected(self, ref: PageRef) -> None:
        page = self._page(ref)
        if page:
            self._prepare(ref, page)

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

    def _on_sheets_wanted(self, doubt: Doubt) -> None:
        """Make pages of the other sheets in a picture, behind the one that shows them."""
        draft_id, others = self._draft_id, self._desk.reading.others

        def taken(pages: tuple[Page, ...]) -> None:
            add = partial(with_pages_after, slot=doubt.slot, page=doubt.page, new=pages)
            self._visits.change(add, of=draft_id)
            self._screen.show_busy("")

        self._screen.show_busy(self.tr("The page is being read…"))
        self._run(lambda: others.as_pages(doubt.page, doubt.beside), taken)

    @property
    def _draft_id(self) -> str:
        sheet = self._visits.sheet
        return sheet.draft.draft_id if sheet else ""

    def _aim(self, slot: str) -> _Aim:
        return _Aim(self._draft_id, slot, self._screen.place_in_hand)

    def _take(self, aim: _Aim, take: Callable[[], tuple[Taken, ...]]) -> None:
        self._screen.show_busy(self.tr("The page is being read…"))
        self._run(take, partial(self._on_taken, aim))

    def _on_taken(self, aim: _Aim, stack: tuple[Taken, ...]) -> None:
        """Add the pages to the dossier they were taken for, whoever stands at the desk by now."""
        add = partial(with_stack, in_hand=aim.slot, stack=stack, place=aim.place)
        if aim.draft_id != self._draft_id:
            self._visits.change_parked(aim.draft_id, add)
            return
        self._visits.change(add, of=aim.draft_id)
        sheet = self._visits.sheet
        pages = pages_of(sheet, aim.slot) if sheet else ()
        shown = [taken.page for taken in stack if taken.page in pages]
        if shown and shown[-1]:
            self._prepare(PageRef(aim.slot, pages.index(shown[-1])), shown[-1])
        else:
            self._screen.show_busy("")

    def _prepare(self, ref: PageRef, page: Page) -> None:
        digitising, room = self._desk.digitising, self._screen.pages.room

        def show(shown: PageShown) -> None:
            if self._page(ref) == page:
                self._screen.show_page(shown)

        self._run(lambda: look_of(digitising, page, ref, room), show)

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


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, b"PNG")
    return bytes(buffer.data().data())

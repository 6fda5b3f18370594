"""Handing an outcome over in the window: its pages are taken, who takes it is named, and it is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from counter_app.domain.card_payload import read_card
from counter_app.domain.dossier import Dossier
from counter_app.domain.outcome import Outcome, Recipient
from counter_app.domain.paper import Corners, Page, PageSource
from counter_app.domain.typed_scan import TypedScan
from counter_app.errors import CounterError
from counter_app.services.desk import Desk
from counter_app.services.digitise import file_content
from counter_app.services.hand_over import GivenOutcome, outcome_name, recipients_of
from counter_app.ui.camera_loop import CameraLoop
from counter_app.ui.error_words import words_of
from counter_app.ui.main_window import MainWindow
from counter_app.ui.outcome_scans import OutcomeScans
from counter_app.ui.page_looks import look_of
from counter_app.ui.register_desk import RegisterDesk
from counter_app.ui.scan_desk import ScanDesk
from counter_app.ui.scanner_line import ScannerLine
from counter_app.ui.still_taker import StillTaker
from counter_app.ui.tasks import Lane, Tasks
from counter_app.ui.unforeseen import log_unforeseen
from counter_app.ui.visit_desk import VisitDesk
from counter_app.ui.widgets.hand_over_view import HandOverView
from counter_app.ui.widgets.page_corners import corners_turned
from counter_app.ui.widgets.page_values import PageRef
from counter_app.ui.widgets.scanner_panel import ScannerPanel
from scanning.frames import Frame

_SLOT = "outcome"


class HandOverDesk(QObject):
    """Serves one hand-over after the other; until it is confirmed its pages lie here alone."""

    handed_over = Signal()
    """An outcome has left the desk and is kept."""

    def __init__(
        self, window: MainWindow, visits: VisitDesk, desk: Desk, tasks: Tasks, *, camera: CameraLoop
    ) -> None:
        super().__init__()
        self._view = view = HandOverView(window)
        self._lend_cards: Callable[[Callable[[TypedScan], None] | None], None] = lambda _: None
        self._visits = visits
        self._desk = desk
        self._tasks = tasks
        self._camera = camera
        self._stills = StillTaker(camera, tasks)
        self._stills.taken.connect(self._on_still_taken)
        self._stills.failed.connect(self._on_failed)
        view.scanner_opened.connect(self._on_scanner_opened)
        self._scans: OutcomeScans | None = None
        self._dossier: Dossier | None = None
        self._pages: tuple[Page, ...] = ()
        self._instead: int | None = None
        camera.frame_ready.connect(self._on_frame_ready)
        view.page_wanted.connect(self._on_page_wanted)
        view.practice_wanted.connect(self._on_practice_wanted)
        view.files_given.connect(self._on_files_given)
        view.page_chosen.connect(self._look_at)
        view.page_removed.connect(self._on_page_removed)
        view.retake_wanted.connect(self._on_retake_wanted)
        view.corners_moved.connect(self._on_corners_moved)
        view.confirmed.connect(self._on_confirmed)
        view.finished.connect(self._on_closed)

    def serve(self, registers: RegisterDesk, scans: ScanDesk) -> None:
        """Hand over what is asked for in the register; cards scanned meanwhile say who takes it."""
        registers.hand_over_asked.connect(self.begin)
        self.handed_over.connect(registers.reread)
        self._lend_cards = scans.lend

    def begin(self, dossier: Dossier) -> None:
        """Ask for the outcome of a dossier."""
        self._dossier, self._pages, self._instead = dossier, (), None
        self._camera.start(codes=False)
        training = self._desk.hall is not None
        self._view.begin(outcome_name(dossier), recipients_of(dossier), training=training)
        self._lend_cards(self.take_card)

    def take_card(self, scan: TypedScan) -> None:
        """Note whoever has shown a card as the one who takes the outcome away."""
        try:
            card = read_card(scan.text)
        except CounterError as error:
            self._on_failed(error)
            return
        self._view.offer_recipient(Recipient(card.citizen_id, card.full_name))

    def _on_frame_ready(self, image: object) -> None:
        if self._dossier:
            self._view.show_frame(image)  # type: ignore[arg-type]  # the loop's signal carries a QImage

    def _on_page_wanted(self) -> None:
        self._stills.begin(self._dossier)

    def _on_still_taken(self, frame: Frame, dossier: Dossier) -> None:
        if dossier is self._dossier:
            self._take(lambda: (self._desk.digitising.take_frame(frame, PageSource.CAMERA),))

    def _on_practice_wanted(self) -> None:
        hall, take_frame = self._desk.hall, self._desk.digitising.take_frame
        if hall:
            self._take(lambda: (take_frame(hall.sheet(_SLOT), PageSource.CAMERA),))

    def _on_files_given(self, paths: tuple[Path, ...]) -> None:
        take_file = self._desk.digitising.take_file
        self._take(
            lambda: tuple(page for path in paths for page in take_file(file_content(path), PageSource.FILE))
        )

    def _on_scanner_opened(self, panel: ScannerPanel) -> None:
        """Serve the scanner's panel of the question, made when it is first asked for."""
        line = ScannerLine(panel, self._desk, self._tasks)
        self._scans = scans = OutcomeScans(panel, line, self._lay_in)
        line.refused.connect(self._on_failed)
        scans.page_came.connect(lambda page: self._add((page,)))
        scans.ended.connect(self._view.leave_scanner)

    def _lay_in(self) -> None:
        hall = self._desk.hall
        if hall:
            hall.lay_in_feeder((_SLOT,))

    def _take(self, take: Callable[[], tuple[Page, ...]]) -> None:
        dossier = self._dossier
        self._view.say("")

        def taken(pages: tuple[Page, ...]) -> None:
            if self._dossier is dossier:
                self._add(pages)

        self._run(Lane.CRAFT, take, taken)

    def _add(self, pages: tuple[Page, ...]) -> None:
        at = len(self._pages) if self._instead is None else self._instead
        after = at if self._instead is None else at + 1
        self._pages = (*self._pages[:at], *pages, *self._pages[after:])
        self._instead = None
        self._look_at(at + len(pages) - 1)

    def _look_at(self, index: int) -> None:
        if not 0 <= index < len(self._pages):
            self._view.show_pages(self._pages, None)
            return
        page, ref, digitising = self._pages[index], PageRef(_SLOT, index), self._desk.digitising
        self._view.show_pages(self._pages, index)
        room = self._view.stage.room
        self._run(Lane.CRAFT, lambda: look_of(digitising, page, ref, room), self._view.show_page)

    def _on_page_removed(self, index: int) -> None:
        self._pages = (*self._pages[:index], *self._pages[index + 1 :])
        self._look_at(min(index, len(self._pages) - 1))

    def _on_retake_wanted(self, index: int) -> None:
        self._instead = index
        self._view.show_pages(self._pages, None)

    def _on_corners_moved(self, index: int, corners: Corners) -> None:
        if not 0 <= index < len(self._pages):
            return
        page, image = self._pages[index], self._view.stage.view.image
        as_taken = corners_turned(corners, (image.width(), image.height()), -page.turns)
        digitising = self._desk.digitising

        def moved(judged: Page) -> None:
            self._pages = tuple(judged if each == page else each for each in self._pages)
            self._look_at(index)

        self._run(Lane.CRAFT, lambda: digitising.judged(replace(page, corners=as_taken)), moved)

    def _on_confirmed(self, given: GivenOutcome) -> None:
        dossier, duty = self._dossier, self._visits.duty
        if dossier:
            hand_over = self._desk.hand_over.hand_over
            self._run(Lane.STORE, lambda: hand_over(dossier.dossier_id, given, duty), self._on_handed_over)

    def _on_handed_over(self, _outcome: Outcome) -> None:
        self._view.accept()
        self.handed_over.emit()

    def close(self) -> None:
        """Let the scanner go."""
        if self._scans:
            self._scans.close()

    def _on_closed(self) -> None:
        if self._scans:
            self._scans.leave()
        self._dossier, self._pages, self._instead = None, (), None
        self._camera.stop()
        self._desk.digitising.forget()
        self._lend_cards(None)

    def _on_failed(self, error: Exception) -> None:
        log_unforeseen(error)
        words = words_of(error)
        self._view.say(f"{words.happened} {words.advice}")

    def _run(self, lane: Lane, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._tasks.run(lane, work, owner=self, done=done, failed=self._on_failed)

"""Flatbeds and feeders in the window: looked for, asked, and scanned with, page by page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from counter_app.domain.paper import Page, PageSource
from counter_app.services.desk import Desk
from counter_app.services.drafting import Sheet
from counter_app.services.paperwork import write_whole
from counter_app.services.print_room import paper_of
from counter_app.services.stack_intake import Taken, distributed, report_of, set_aside
from counter_app.ui.error_words import words_of
from counter_app.ui.notices import Notice
from counter_app.ui.pictures import image_of_frame
from counter_app.ui.print_desk import PrintDesk
from counter_app.ui.scanner_words import report_words
from counter_app.ui.screens.papers import PapersScreen
from counter_app.ui.tasks import Lane, Tasks
from counter_app.ui.tokens import Tone
from counter_app.ui.unforeseen import log_unforeseen
from counter_app.ui.visit_desk import VisitDesk
from counter_app.ui.widgets.page_values import ScanAsked
from printing.sheet import PaperSize
from scanning.errors import ScanFailed, ScannerCause
from scanning.frames import fit
from scanning.practice_feeder import PRACTICE
from scanning.scanners import Capabilities, ScannedSheet, ScannerName, Source

SCANNER = "paper_scanner"
"""The name under which the desk remembers the scanner that was used last."""
_PREVIEW_SIDE = 900
_TILE_HIGH = 240


@dataclass(slots=True)
class _Scan:
    """One scan under way: for whom, into which paper, and what has come of it."""

    draft_id: str
    slot: str
    asked: ScanAsked
    sheets: Iterator[ScannedSheet] = field(default_factory=lambda: iter(()))
    stack: tuple[Taken, ...] = ()
    looks: dict[Page, QImage] = field(default_factory=dict)
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class _Step:
    """What one step of a scan has brought: a side of a sheet and how it looks."""

    taken: Taken
    look: QImage


class ScannerDesk(QObject):
    """Serves the scanner's panel; each page is on the disk before the next one is fetched."""

    refused = Signal(object)
    told = Signal(object)
    """Carries the Notice about what a scan or a print has brought."""

    def __init__(
        self, screen: PapersScreen, visits: VisitDesk, desk: Desk, tasks: Tasks, *, prints: PrintDesk
    ) -> None:
        super().__init__()
        self._screen = screen
        self._panel = screen.scanner
        self._visits = visits
        self._desk = desk
        self._tasks = tasks
        self._prints = prints
        self._scan: _Scan | None = None
        self._panel.search_asked.connect(self._on_search_asked)
        self._panel.scanner_chosen.connect(self._on_scanner_chosen)
        self._panel.scan_asked.connect(self._on_scan_asked)
        self._panel.stop_asked.connect(self.stop)
        self._panel.separators_asked.connect(self._on_separators_asked)

    def stop(self) -> None:
        """Let the scan end after the page it is at; the scanner is let go at once."""
        if self._scan:
            self._scan.stopped = True

    def close(self) -> None:
        """Let the scanner go; a page that is being fetched at this moment ends by itself."""
        self.stop()
        if self._scan:
            with suppress(ValueError):  # the generator is at work on its lane, and has been told to stop
                _let_go(self._scan)

    def _on_search_asked(self) -> None:
        self._panel.show_searching()
        desk = self._desk

        def search() -> tuple[tuple[ScannerName, ...], str]:
            return desk.scanners.list(), desk.preference(SCANNER)

        self._ask(search, lambda found: self._panel.show_scanners(*found))

    def _on_scanner_chosen(self, name: ScannerName) -> None:
        def show(able: Capabilities) -> None:
            self._panel.show_capabilities(name, able)

        self._ask(lambda: self._desk.scanners.capabilities(name), show)

    def _ask(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        """Ask a scanner something; where it does not answer, a scan that is under way goes on."""

        def failed(error: Exception) -> None:
            log_unforeseen(error)
            self._panel.show_failure(words_of(error), "")

        self._tasks.run(Lane.WIRE, work, owner=self, done=done, failed=failed)

    def _on_scan_asked(self, asked: ScanAsked) -> None:
        sheet, slot = self._visits.sheet, self._screen.slot_in_hand
        if sheet is None or not slot:
            return
        if self._scan:  # still at the papers of the citizen before
            self._panel.show_failure(words_of(ScanFailed(ScannerCause.BUSY)), "")
            return
        scan = _Scan(sheet.draft.draft_id, slot, asked)
        self._scan = scan
        self._panel.show_progress(0, None)
        remember = partial(self._desk.keep_preference, SCANNER, asked.name.device)
        self._tasks.run(Lane.STORE, remember, owner=self, done=lambda _: None, failed=self.refused.emit)
        if asked.name.port == PRACTICE:
            self._run(scan, Lane.CRAFT, self._laying_in(scan), lambda _: self._begin(scan))
        else:
            self._begin(scan)

    def _laying_in(self, scan: _Scan) -> Callable[[], None]:
        """Give what puts practice papers into the scanner: a stack of all that is missing, or one paper's."""
        from_feeder = scan.asked.settings.source is Source.FEEDER
        others = [slot for slot in self._screen.missing_slots if slot != scan.slot]
        slots = (scan.slot, *(others if from_feeder else ()))
        hall = self._desk.hall
        return partial(hall.lay_in_feeder, slots) if hall else lambda: None

    def _begin(self, scan: _Scan) -> None:
        asked = scan.asked
        scan.sheets = self._desk.scanners.scan(asked.name, asked.settings, lambda: scan.stopped)
        self._fetch(scan)

    def _fetch(self, scan: _Scan) -> None:
        self._run(scan, Lane.WIRE, partial(self._next, scan), partial(self._on_step, scan))

    def _next(self, scan: _Scan) -> _Step | None:
        """Wait for the next side and seal it; None after the last one, or when the scan was stopped."""
        sheet = None if scan.stopped else next(scan.sheets, None)
        if sheet is None:
            _let_go(scan)
            return None
        taken = self._desk.stacks.take_sheet(sheet, PageSource.SCANNER)
        if scan.stopped:
            _let_go(scan)
        return _Step(taken, image_of_frame(fit(sheet.frame, _PREVIEW_SIDE)))

    def _on_step(self, scan: _Scan, step: _Step | None) -> None:
        if step is None:
            self._end(scan)
            return
        scan.stack = (*scan.stack, step.taken)
        if step.taken.page:
            scan.looks[step.taken.page] = step.look.scaledToHeight(_TILE_HIGH)
        self._change(scan, partial(set_aside, taken=step.taken))
        if self._is_in_sight(scan):
            self._panel.show_progress(sum(taken.page is not None for taken in scan.stack), step.look)
        self._fetch(scan)

    def _end(self, scan: _Scan) -> None:
        """Sort what has come, and say so."""
        words = self._sorted(scan)
        if self._is_in_sight(scan):
            self._panel.show_done(words, "")
        self.told.emit(Notice(words, Tone.VERIFIED))
        self._scan = None

    def _on_failed(self, scan: _Scan, error: Exception) -> None:
        """Let the scanner go, keep what has come, and say why there is no more."""
        self._scan = None
        self._tasks.run(Lane.WIRE, partial(_let_go, scan), owner=self, done=lambda _: None)
        kept = self._sorted(scan) if scan.stack else ""
        log_unforeseen(error)
        if self._is_in_sight(scan):
            self._panel.show_failure(words_of(error), kept)
        else:
            self.refused.emit(error)

    def _sorted(self, scan: _Scan) -> str:
        """Put the stack's pages into their papers; give the words about it."""
        sheet = self._visits.sheet
        report = report_of(sheet, scan.slot, scan.stack) if sheet and self._is_in_sight(scan) else None
        self._change(scan, partial(distributed, in_hand=scan.slot, stack=scan.stack))
        if report:
            self._screen.show_looks(scan.looks)
        return report_words(report, sheet) if report and sheet else report_words(None, None)

    def _change(self, scan: _Scan, change: Callable[[Sheet], Sheet]) -> None:
        """Change the draft the scan was begun for, whoever stands at the desk by now."""
        if self._is_in_sight(scan):
            self._visits.change(change, of=scan.draft_id)
        else:
            self._visits.change_parked(scan.draft_id, change)

    def _is_in_sight(self, scan: _Scan) -> bool:
        sheet = self._visits.sheet
        return sheet is not None and sheet.draft.draft_id == scan.draft_id

    def _on_separators_asked(self, path: str) -> None:
        sheet, stack_sheets = self._visits.sheet, self._desk.stack_sheets
        if sheet is None:
            return
        if not path:
            self._prints.bring_out(
                lambda: paper_of(stack_sheets.draw(sheet), PaperSize.A4),
                owner=self,
                told=lambda news: self.told.emit(news.notice),
                failed=self.refused.emit,
            )
            return
        words = Notice(self.tr("Saved as {name}.").format(name=Path(path).name), Tone.VERIFIED)
        self._tasks.run(
            Lane.CRAFT,
            lambda: write_whole(Path(path), stack_sheets.draw(sheet)),
            owner=self,
            done=lambda _: self.told.emit(words),
            failed=self.refused.emit,
        )

    def _run(self, scan: _Scan, lane: Lane, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._tasks.run(lane, work, owner=self, done=done, failed=partial(self._on_failed, scan))


def _let_go(scan: _Scan) -> None:
    """End the scanner's process, if it still runs."""
    close = getattr(scan.sheets, "close", None)
    if close:
        close()

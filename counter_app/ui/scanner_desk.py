"""Flatbeds and feeders in the window: looked for, asked, and scanned with, page by page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from counter_app.domain.paper import Page
from counter_app.services.desk import Desk
from counter_app.services.drafting import Sheet
from counter_app.services.paperwork import write_whole
from counter_app.services.print_room import paper_of
from counter_app.services.stack_intake import Taken, distributed, report_of, set_aside
from counter_app.ui.error_words import words_of
from counter_app.ui.notices import Notice
from counter_app.ui.print_desk import PrintDesk
from counter_app.ui.scanner_line import ScannedSide, ScannerLine
from counter_app.ui.scanner_words import report_words
from counter_app.ui.screens.papers import PapersScreen
from counter_app.ui.tasks import Lane, Tasks
from counter_app.ui.tokens import Tone
from counter_app.ui.visit_desk import VisitDesk
from counter_app.ui.widgets.page_values import ScanAsked
from printing.sheet import PaperSize
from scanning.errors import ScanFailed, ScannerCause
from scanning.scanners import Source

_TILE_HIGH = 240


@dataclass(slots=True)
class _Scan:
    """One scan under way: for whom, into which paper, and what has come of it."""

    draft_id: str
    slot: str
    stack: tuple[Taken, ...] = ()
    looks: dict[Page, QImage] = field(default_factory=dict)


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
        self._line = line = ScannerLine(self._panel, desk, tasks)
        line.side_came.connect(self._on_side_came)
        line.ended.connect(self._on_ended)
        line.failed.connect(self._on_failed)
        line.refused.connect(self.refused)
        self._panel.scan_asked.connect(self._on_scan_asked)
        self._panel.separators_asked.connect(self._on_separators_asked)

    def stop(self) -> None:
        """Let the scan end after the page it is at; the scanner is let go at once."""
        self._line.stop()

    def close(self) -> None:
        """Let the scanner go; a page that is being fetched at this moment ends by itself."""
        self._line.close()

    def _on_scan_asked(self, asked: ScanAsked) -> None:
        sheet, slot = self._visits.sheet, self._screen.slot_in_hand
        if sheet is None or not slot:
            return
        if self._line.is_busy:  # still at the papers of the citizen before
            self._panel.show_failure(words_of(ScanFailed(ScannerCause.BUSY)), "")
            return
        self._scan = _Scan(sheet.draft.draft_id, slot)
        self._line.begin(asked, self._laying_in(slot, asked))

    def _laying_in(self, slot: str, asked: ScanAsked) -> Callable[[], None]:
        """Give what puts practice papers into the scanner: a stack of all that is missing, or one paper's."""
        from_feeder = asked.settings.source is Source.FEEDER
        others = [other for other in self._screen.missing_slots if other != slot]
        slots = (slot, *(others if from_feeder else ()))
        hall = self._desk.hall
        return partial(hall.lay_in_feeder, slots) if hall else lambda: None

    def _on_side_came(self, side: ScannedSide) -> None:
        scan = self._scan
        if scan is None:
            return
        scan.stack = (*scan.stack, side.taken)
        if side.taken.page:
            scan.looks[side.taken.page] = side.look.scaledToHeight(_TILE_HIGH)
        self._change(scan, partial(set_aside, taken=side.taken))
        if self._is_in_sight(scan):
            self._panel.show_progress(sum(taken.page is not None for taken in scan.stack), side.look)

    def _on_ended(self) -> None:
        """Sort what has come, and say so."""
        scan, self._scan = self._scan, None
        if scan is None:
            return
        words = self._sorted(scan)
        if self._is_in_sight(scan):
            self._panel.show_done(words, "")
        self.told.emit(Notice(words, Tone.VERIFIED))

    def _on_failed(self, error: Exception) -> None:
        """Keep what has come, and say why there is no more."""
        scan, self._scan = self._scan, None
        if scan is None:
            return
        kept = self._sorted(scan) if scan.stack else ""
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

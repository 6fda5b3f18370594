"""The line between a scanner's panel and the scanners: looked for, asked, and scanned with, side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from counter_app.domain.paper import PageSource
from counter_app.services.desk import Desk
from counter_app.services.stack_intake import Taken
from counter_app.ui.error_words import words_of
from counter_app.ui.pictures import image_of_frame
from counter_app.ui.tasks import Lane, Tasks
from counter_app.ui.unforeseen import log_unforeseen
from counter_app.ui.widgets.page_values import ScanAsked
from counter_app.ui.widgets.scanner_panel import ScannerPanel
from scanning.frames import fit
from scanning.practice_feeder import PRACTICE
from scanning.scanners import Capabilities, ScannedSheet, ScannerName

SCANNER = "paper_scanner"
"""The name under which the desk remembers the scanner that was used last."""
_PREVIEW_SIDE = 900


@dataclass(frozen=True, slots=True)
class ScannedSide:
    """One side of a sheet that a scan has brought, sealed, and how it looks."""

    taken: Taken
    look: QImage


@dataclass(slots=True)
class _Run:
    """One scan under way."""

    asked: ScanAsked
    sheets: Iterator[ScannedSheet] = field(default_factory=lambda: iter(()))
    stopped: bool = False


class ScannerLine(QObject):
    """Serves one panel, one scan at a time; each side is on the disk before the next one is fetched."""

    side_came = Signal(object)
    """Carries the ScannedSide."""
    ended = Signal()
    failed = Signal(object)
    """Carries why a scan has brought no more; the scanner is let go by then."""
    refused = Signal(object)

    def __init__(self, panel: ScannerPanel, desk: Desk, tasks: Tasks) -> None:
        super().__init__()
        self._panel = panel
        self._desk = desk
        self._tasks = tasks
        self._run: _Run | None = None
        panel.search_asked.connect(self._on_search_asked)
        panel.scanner_chosen.connect(self._on_scanner_chosen)
        panel.stop_asked.connect(self.stop)

    @property
    def is_busy(self) -> bool:
        """Whether a scan is under way."""
        return self._run is not None

    def begin(self, asked: ScanAsked, lay_in: Callable[[], None]) -> None:
        """Begin a scan; ``lay_in`` puts practice papers into the practice scanner, where it is the one."""
        run = self._run = _Run(asked)
        self._panel.show_progress(0, None)
        remember = partial(self._desk.keep_preference, SCANNER, asked.name.device)
        self._tasks.run(Lane.STORE, remember, owner=self, done=lambda _: None, failed=self.refused.emit)
        if asked.name.port == PRACTICE:
            self._work(run, Lane.CRAFT, lay_in, lambda _: self._start(run))
        else:
            self._start(run)

    def stop(self) -> None:
        """Let the scan end after the page it is at; the scanner is let go at once."""
        if self._run:
            self._run.stopped = True

    def close(self) -> None:
        """Let the scanner go; a page that is being fetched at this moment ends by itself."""
        self.stop()
        if self._run:
            with suppress(ValueError):  # the generator is at work on its lane, and has been told to stop
                _let_go(self._run)

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

    def _start(self, run: _Run) -> None:
        asked = run.asked
        run.sheets = self._desk.scanners.scan(asked.name, asked.settings, lambda: run.stopped)
        self._fetch(run)

    def _fetch(self, run: _Run) -> None:
        self._work(run, Lane.WIRE, partial(self._next, run), partial(self._on_side, run))

    def _next(self, run: _Run) -> ScannedSide | None:
        """Wait for the next side and seal it; None after the last one, or when the scan was stopped."""
        sheet = None if run.stopped else next(run.sheets, None)
        if sheet is None:
            _let_go(run)
            return None
        taken = self._desk.stacks.take_sheet(sheet, PageSource.SCANNER)
        if run.stopped:
            _let_go(run)
        return ScannedSide(taken, image_of_frame(fit(sheet.frame, _PREVIEW_SIDE)))

    def _on_side(self, run: _Run, side: ScannedSide | None) -> None:
        if side is None:
            self._run = None
            self.ended.emit()
            return
        self.side_came.emit(side)
        self._fetch(run)

    def _on_failed(self, run: _Run, error: Exception) -> None:
        self._run = None
        self._tasks.run(Lane.WIRE, partial(_let_go, run), owner=self, done=lambda _: None)
        log_unforeseen(error)
        self.failed.emit(error)

    def _work(self, run: _Run, lane: Lane, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._tasks.run(lane, work, owner=self, done=done, failed=partial(self._on_failed, run))


def _let_go(run: _Run) -> None:
    """End the scanner's process, if it still runs."""
    close = getattr(run.sheets, "close", None)
    if close:
        close()

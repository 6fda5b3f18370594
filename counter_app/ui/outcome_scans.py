"""Scans of an outcome: page after page of one paper, for the question that was open when they were asked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from counter_app.ui.error_words import words_of
from counter_app.ui.scanner_line import ScannedSide, ScannerLine
from counter_app.ui.widgets.page_values import ScanAsked
from counter_app.ui.widgets.scanner_panel import ScannerPanel
from scanning.errors import ScanFailed, ScannerCause


class OutcomeScans(QObject):
    """Gives the pages of a scan one by one; what comes after the question was left is nobody's."""

    page_came = Signal(object)
    """Carries the Page."""
    ended = Signal()

    def __init__(self, panel: ScannerPanel, line: ScannerLine, lay_in: Callable[[], None]) -> None:
        super().__init__()
        self._panel = panel
        self._line = line
        self._lay_in = lay_in
        self._count = 0
        self._left = False
        panel.scan_asked.connect(self._on_scan_asked)
        line.side_came.connect(self._on_side_came)
        line.ended.connect(self._on_ended)
        line.failed.connect(self._on_failed)

    def leave(self) -> None:
        """Let a scan end; its pages are wanted no more."""
        self._left = True
        self._line.stop()

    def close(self) -> None:
        """Let the scanner go."""
        self._line.close()

    def _on_scan_asked(self, asked: ScanAsked) -> None:
        if self._line.is_busy:  # still at the outcome before
            self._panel.show_failure(words_of(ScanFailed(ScannerCause.BUSY)), "")
            return
        self._count, self._left = 0, False
        self._line.begin(asked, self._lay_in)

    def _on_side_came(self, side: ScannedSide) -> None:
        if side.taken.page and not self._left:
            self._count += 1
            self._panel.show_progress(self._count, side.look)
            self.page_came.emit(side.taken.page)

    def _on_ended(self) -> None:
        if not self._left:
            self._panel.show_done(self._read_words, "")
            self.ended.emit()

    def _on_failed(self, error: Exception) -> None:
        if not self._left:
            self._panel.show_failure(words_of(error), self._read_words if self._count else "")

    @property
    def _read_words(self) -> str:
        return self.tr("Pages read: {count}").format(count=self._count)

"""The register's book (07) for the days that are asked for: drawn anew each time, and printed."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject

from counter_app.services.desk import Desk
from counter_app.services.print_room import paper_of
from counter_app.ui.error_words import words_of
from counter_app.ui.main_window import MainWindow
from counter_app.ui.slip_desk import SlipDesk
from counter_app.ui.tasks import Lane, Tasks
from counter_app.ui.unforeseen import log_unforeseen
from counter_app.ui.visit_desk import VisitDesk
from counter_app.ui.widgets.book_view import BookView
from printing.sheet import PaperSize


class BookDesk(QObject):
    """Serves the one view that asks for the days; it is made when it is first wanted."""

    def __init__(
        self, window: MainWindow, visits: VisitDesk, desk: Desk, tasks: Tasks, *, slips: SlipDesk
    ) -> None:
        super().__init__()
        self._window = window
        self._visits = visits
        self._desk = desk
        self._tasks = tasks
        self._slips = slips
        self._made: BookView | None = None
        window.register.book_wanted.connect(self.begin)

    def begin(self) -> None:
        """Open the view."""
        self._view.begin(self._desk.clock.now().date())

    @property
    def _view(self) -> BookView:
        if self._made is None:
            self._made = BookView(self._window)
            self._made.pages_wanted.connect(self._draw)
            self._window.covered.connect(self._made.reject)
        return self._made

    def _draw(self, first: date, last: date) -> None:
        pages, duty = self._desk.register_pages, self._visits.duty
        self._tasks.run(
            Lane.CRAFT,
            lambda: pages.draw(first, last, duty),
            owner=self,
            done=self._on_drawn,
            failed=self._on_failed,
        )

    def _on_drawn(self, pdf: bytes) -> None:
        self._view.accept()
        self._slips.bring_out(lambda: paper_of(pdf, PaperSize.A4))

    def _on_failed(self, error: Exception) -> None:
        log_unforeseen(error)
        words = words_of(error)
        self._view.say(f"{words.happened} {words.advice}")

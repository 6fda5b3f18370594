"""Closing the shift: counted behind the window, closed when the official says so, and printed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from counter_app.services.closing import ClosedShift
from counter_app.services.desk import Desk
from counter_app.services.print_room import paper_of
from counter_app.ui.error_words import words_of
from counter_app.ui.main_window import MainWindow
from counter_app.ui.notices import Notice
from counter_app.ui.slip_desk import SlipDesk
from counter_app.ui.tasks import Lane, Tasks
from counter_app.ui.tokens import Tone
from counter_app.ui.unforeseen import log_unforeseen
from counter_app.ui.visit_desk import VisitDesk
from counter_app.ui.widgets.closing_view import ClosingView
from printing.sheet import PaperSize


class ClosingDesk(QObject):
    """Serves the one view in which shifts are closed."""

    closed = Signal()

    def __init__(
        self, window: MainWindow, visits: VisitDesk, desk: Desk, tasks: Tasks, *, slips: SlipDesk
    ) -> None:
        super().__init__()
        self._window = window
        self._view = view = ClosingView(window)
        self._visits = visits
        self._desk = desk
        self._tasks = tasks
        self._slips = slips
        window.register.closing_wanted.connect(view.begin)
        view.count_wanted.connect(self._count)
        view.close_wanted.connect(self._close)
        view.register_wanted.connect(self._print_register)
        view.gap_explained.connect(self._explain)

    def _count(self) -> None:
        closing, duty = self._desk.closing, self._visits.duty
        self._run(lambda: closing.tally(duty), self._view.show_tally)

    def _close(self) -> None:
        closing, duty = self._desk.closing, self._visits.duty
        self._run(lambda: closing.close(duty, PaperSize.A4), self._on_closed)

    def _on_closed(self, shut: ClosedShift) -> None:
        self._view.accept()
        if shut.copy_number:
            words = self.tr("The shift was closed before as it stands; this sheet is a copy.")
        else:
            words = self.tr("The shift is closed, closing {number}.").format(number=shut.closing.number)
        self._window.actions_bar.notices.show_notice(Notice(words, Tone.VERIFIED))
        self._slips.bring_out(lambda: paper_of(shut.printout.pdf, PaperSize.A4))
        self.closed.emit()

    def _explain(self, number: int, reason: str) -> None:
        closing, duty = self._desk.closing, self._visits.duty
        self._run(lambda: closing.explain_gap(number, reason, duty), lambda _: self._count())

    def _print_register(self) -> None:
        """Print the register's pages of the day; the book is printed as often as it is wanted."""
        pages, duty = self._desk.register_pages, self._visits.duty
        today = self._desk.clock.now().date()
        self._slips.bring_out(lambda: paper_of(pages.draw(today, today, duty), PaperSize.A4))

    def _on_failed(self, error: Exception) -> None:
        log_unforeseen(error)
        words = words_of(error)
        self._view.say(f"{words.happened} {words.advice}")

    def _run(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        """Count on a lane of its own: every sealed page is opened."""
        self._tasks.run(Lane.CRAFT, work, owner=self, done=done, failed=self._on_failed)

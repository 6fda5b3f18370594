"""Sync in the window: one quiet run after the other, and what is said of it in one calm line."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.domain.outbox import BY_PROGRESS, EntryState
from counter_app.services.desk import Desk
from counter_app.services.outbox_book import LineStanding, OutboxLine
from counter_app.services.sync import SyncEnd, SyncReport
from counter_app.services.sync_rhythm import Rhythm
from counter_app.ui.main_window import MainWindow
from counter_app.ui.notices import Notice
from counter_app.ui.outbox_words import news_words
from counter_app.ui.screens.outbox import LeaveOutWish
from counter_app.ui.tasks import Lane, Tasks
from counter_app.ui.tokens import Tone
from counter_app.ui.unforeseen import log_unforeseen
from counter_app.ui.visit_desk import VisitDesk

_AFTER_THE_START_MS = 1_500
_SOON_MS = 300
_MS = 1_000


@dataclass(slots=True)
class _Run:
    """The run that is under way."""

    stopped: bool = False


class SyncDesk(QObject):
    """Runs sync on the wire's lane, one run at a time; nobody ever waits for it."""

    refused = Signal(object)
    outbox_asked = Signal()
    dossier_asked = Signal(str)
    """Carries the id of the dossier that an entry is about."""

    def __init__(self, window: MainWindow, visits: VisitDesk, desk: Desk, tasks: Tasks) -> None:
        super().__init__()
        self._window = window
        self._visits = visits
        self._desk = desk
        self._tasks = tasks
        self._rhythm = Rhythm()
        self._run: _Run | None = None
        self._is_stopped = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)
        window.top_bar.outbox_asked.connect(self._on_outbox_asked)
        window.outbox.send_now_wanted.connect(self.look_now)
        window.outbox.send_again_wanted.connect(self._on_send_again)
        window.outbox.leave_out_wanted.connect(self._on_leave_out)
        window.outbox.enrol_wanted.connect(self._on_enrol)
        window.outbox.dossier_wanted.connect(self.dossier_asked)
        visits.dossier_received.connect(self._on_received)
        window.register.show_sending(sends=desk.sync.has_hub)
        if desk.sync.has_hub:
            self._timer.start(_AFTER_THE_START_MS)

    def refresh(self) -> None:
        """Count anew what waits, and have it sent soon."""
        self._store(self._desk.outbox.standing, self._on_standing)
        self._soon()

    def look_now(self) -> None:
        """Send at once, whatever pause there is."""
        if self._desk.sync.has_hub:
            self._timer.start(0)

    def stop(self) -> None:
        """Begin no other run, and end the one under way between two requests."""
        self._is_stopped = True
        self._timer.stop()
        if self._run:
            self._run.stopped = True

    def _soon(self) -> None:
        """Send what is new, unless a pause is kept because nobody answers."""
        resting = self._rhythm.is_away or self._rhythm.failures
        if self._desk.sync.has_hub and not resting and not self._is_stopped:
            self._timer.start(_SOON_MS)

    def _look(self) -> None:
        if self._run or self._is_stopped:
            return
        self._run = run = _Run()
        sync, is_away = self._desk.sync, self._rhythm.is_away

        def look() -> SyncReport:
            if is_away and not sync.is_hub_there():
                sync.relay()
                return SyncReport(SyncEnd.AWAY)
            return sync.run(lambda: run.stopped)

        self._tasks.run(
            Lane.WIRE, look, owner=self, done=self._on_looked, failed=self._on_failed, quietly=True
        )

    def _on_looked(self, report: SyncReport) -> None:
        self._run = None
        if self._is_stopped:
            return
        self._rhythm = self._rhythm.after(report)
        self._timer.start(round(self._rhythm.pause_s(report, random.random()) * _MS))  # noqa: S311 - spreads desks
        self._window.outbox.show_report(report)
        self._store(self._desk.outbox.standing, self._on_standing)
        if report.acknowledged or report.aside:
            self._show_progress()
        if report.published:
            tone = Tone.WARNING if any(one.flaw for one in report.published) else Tone.NEUTRAL
            notice = Notice(news_words(report.published), tone)
            self._window.actions_bar.notices.add_notice(notice)
            self._show_published()

    def _on_failed(self, error: Exception) -> None:
        """Go on after something nobody foresaw: it is logged, and what waits still waits."""
        log_unforeseen(error)
        self._on_looked(SyncReport(SyncEnd.BUSY))

    def _on_standing(self, standing: LineStanding) -> None:
        self._window.top_bar.show_standing(standing)
        self._window.outbox.show_standing(standing)

    def _on_received(self) -> None:
        self._show_progress()

    def _show_progress(self) -> None:
        """Say how far the dossiers just received, and the lines in sight, have come."""
        state, window, desk = self._visits.state, self._window, self._desk
        if state.dossier:
            ids = [each.dossier_id for each in state.together or (state.dossier,)]
            self._store(lambda: desk.outbox.progress(ids), self._on_progress)
        if window.screen_in_front is window.outbox:
            self._show_lines()
        if window.screen_in_front is window.register and not window.register.opened_id:
            window.register.ask_again()

    def _on_progress(self, states: tuple[EntryState, ...]) -> None:
        self._window.receive.show_sent(_least(states), has_hub=self._desk.sync.has_hub)

    def _show_lines(self) -> None:
        sign = self._visits.duty.official.sign

        def show(lines: tuple[OutboxLine, ...]) -> None:
            if sign == self._visits.duty.official.sign:
                self._window.outbox.show_lines(lines)

        self._store(lambda: self._desk.outbox.lines(sign), show)

    def _show_published(self) -> None:
        self._store(self._desk.published.lines, self._window.outbox.show_published)

    def _on_outbox_asked(self) -> None:
        self._store(self._desk.outbox.standing, self._on_standing)
        self._show_lines()
        self._show_published()
        self.outbox_asked.emit()

    def _on_send_again(self, entry_id: str) -> None:
        sign = self._visits.duty.official.sign
        self._store(lambda: self._desk.outbox.send_again(entry_id, sign), self._on_decided)

    def _on_leave_out(self, wish: LeaveOutWish) -> None:
        sign, book = self._visits.duty.official.sign, self._desk.outbox
        self._store(lambda: book.leave_out(wish.entry_id, sign, wish.reason), self._on_decided)

    def _on_decided(self, _: object) -> None:
        self._show_lines()
        self._store(self._desk.outbox.standing, self._on_standing)
        self.look_now()

    def _on_enrol(self, code: str) -> None:
        enrolling, duty = self._desk.enrolling, self._visits.duty
        self._tasks.run(
            Lane.WIRE,
            lambda: enrolling.enrol(code, duty),
            owner=self,
            done=self._on_decided,
            failed=self.refused.emit,
        )

    def _store(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._tasks.run(Lane.STORE, work, owner=self, done=done, failed=self.refused.emit)


def _least(states: tuple[EntryState, ...]) -> EntryState | None:
    """Give the state of what has come least far."""
    return min(states, key=BY_PROGRESS.index, default=None)

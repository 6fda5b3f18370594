"""The register in the window: the newest search wins, and what is opened is kept in history."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.domain.dossier import Dossier, RegisterRow
from counter_app.domain.history import Act
from counter_app.domain.look import Purpose
from counter_app.domain.outcome import Outcome
from counter_app.domain.processing import Wait
from counter_app.domain.slip import SlipKind
from counter_app.services.desk import Desk
from counter_app.services.ports import SignatureFacts
from counter_app.services.register import NoPurpose
from counter_app.services.timekeeping import ClockStanding, Timekeeping
from counter_app.ui.main_window import MainWindow
from counter_app.ui.screens.register import RegisterQuery
from counter_app.ui.slip_desk import SlipDesk
from counter_app.ui.tasks import Lane, Tasks
from counter_app.ui.visit_desk import VisitDesk
from counter_app.ui.widgets.page_clock import ClockStep, ClockWish

_AFTER_THE_START_MS = 1_000


@dataclass(frozen=True, slots=True)
class OpenedDossier:
    """A dossier taken from the register, with its history, its clock, and what was received with it."""

    dossier: Dossier
    acts: tuple[Act, ...]
    clock: ClockStanding
    together: tuple[Dossier, ...]
    outcome: Outcome | None = None


def rehearse(steps: Iterator[Callable[[], object]], tasks: Tasks, *, owner: QObject) -> None:
    """Ask the store what nobody waits for; what is wanted meanwhile goes before the next step.

    A step that fails is the last one: whoever asks in earnest is told why.
    """
    step = next(steps, None)
    if step is not None:
        tasks.run(
            Lane.STORE,
            step,
            owner=owner,
            done=lambda _: rehearse(steps, tasks, owner=owner),
            failed=lambda _: None,
        )


class RegisterDesk(QObject):
    """Serves the register screen off the GUI thread."""

    refused = Signal(object)
    declaration_asked = Signal(object)
    """Carries the Dossier whose declaration is wanted on paper."""
    slip_asked = Signal(object, object)
    """Carries the Dossier of which a slip is wanted, and the SlipKind."""
    hand_over_asked = Signal(object)
    """Carries the Dossier whose outcome is to be handed over."""

    def __init__(
        self, window: MainWindow, visits: VisitDesk, desk: Desk, tasks: Tasks, *, slips: SlipDesk
    ) -> None:
        super().__init__()
        self._screen = screen = window.register
        self._turns = window.turns
        self._visits = visits
        self._desk = desk
        self._tasks = tasks
        self._slips = slips
        self._newest = RegisterQuery("", all_days=False)
        self._opened: Dossier | None = None
        screen.query_changed.connect(self.search)
        screen.row_opened.connect(self.open)
        screen.opening_wanted.connect(self.open)
        screen.asked_again.connect(self.refresh)
        screen.clock_step_wanted.connect(self._on_clock_step_wanted)
        screen.print_again_wanted.connect(self._on_print_again_wanted)
        screen.slip_wanted.connect(self._on_slip_wanted)
        screen.declaration_wanted.connect(self._on_declaration_wanted)
        screen.hand_over_wanted.connect(self._on_hand_over_wanted)
        slips.printed.connect(self.reread)
        QTimer.singleShot(
            _AFTER_THE_START_MS, self, lambda: rehearse(desk.register.rehearsals(), tasks, owner=self)
        )

    def refresh(self) -> None:
        """Ask the newest question again."""
        self.search(self._newest)

    def reread(self, _printed: object = None) -> None:
        """Ask the newest question again and read the dossier that is open anew, as after a print."""
        self.refresh()
        if self._opened and self._screen.opened_id == self._opened.dossier_id:
            self._reread(self._opened.dossier_id)

    def search(self, query: RegisterQuery) -> None:
        """Look for dossiers; an answer that a newer question has overtaken is not shown."""
        self._newest = query
        sign = self._visits.duty.official.sign

        def look() -> tuple[RegisterRow, ...]:
            day = None if query.all_days else self._desk.clock.now().date()
            return self._desk.register.search_as(sign, query.text, day)

        self._run(look, lambda rows: self._on_found(query, rows))

    def open(self, dossier_id: str, purpose: Purpose | None = None) -> None:
        """Open a dossier as a page, and keep in history that it was; ask what for, where need be."""
        desk, sign = self._desk, self._visits.duty.official.sign

        def opened() -> OpenedDossier:
            return _read(desk, *desk.register.open(dossier_id, sign, purpose))

        def refused(error: Exception) -> None:
            if isinstance(error, NoPurpose):
                self._screen.ask_purpose(dossier_id)
            else:
                self.refused.emit(error)

        self._tasks.run(Lane.STORE, opened, owner=self, done=self._on_opened, failed=refused)

    def _on_found(self, query: RegisterQuery, rows: tuple[RegisterRow, ...]) -> None:
        if query == self._newest:
            self._screen.show_rows(rows)

    def _on_opened(self, opened: OpenedDossier) -> None:
        self._opened = opened.dossier
        self._screen.show_dossier(opened.dossier, opened.acts)
        self._screen.show_together(opened.together)
        self._turns.take(partial(self._show_more, opened))

    def _show_more(self, opened: OpenedDossier) -> None:
        if self._opened is not opened.dossier:
            return
        self._screen.show_clock(opened.clock)
        self._screen.show_outcome(opened.outcome)
        self._screen.show_slips(self._desk.slip_prints.offered(opened.dossier))
        self._check_signatures(opened.dossier)

    def _check_signatures(self, dossier: Dossier) -> None:
        def show(found: dict[str, SignatureFacts]) -> None:
            if self._opened == dossier:
                self._screen.show_signatures(found)

        self._tasks.run(
            Lane.CRAFT,
            lambda: self._desk.signing.checked(dossier.papers),
            owner=self,
            done=show,
            failed=self.refused.emit,
        )

    def _on_clock_step_wanted(self, wish: ClockWish) -> None:
        """Move the clock, then read the dossier anew: its history has grown by a line."""
        dossier, times, sign = self._opened, self._desk.times, self._visits.duty.official.sign
        if dossier is None:
            return
        number = dossier.dossier_id
        self._run(lambda: _take(times, wish, number, sign), lambda _: self._on_clock_moved(number))

    def _on_clock_moved(self, dossier_id: str) -> None:
        self.refresh()
        self._reread(dossier_id)

    def _reread(self, dossier_id: str) -> None:
        desk = self._desk

        def reread() -> OpenedDossier:
            return _read(desk, *desk.register.reread(dossier_id))

        self._run(reread, self._on_opened)

    def _on_declaration_wanted(self) -> None:
        if self._opened:
            self.declaration_asked.emit(self._opened)

    def _on_hand_over_wanted(self) -> None:
        if self._opened:
            self.hand_over_asked.emit(self._opened)

    def _on_print_again_wanted(self, dossier_id: str) -> None:
        if self._opened and self._opened.dossier_id == dossier_id:
            self._slips.print(self._opened, "")

    def _on_slip_wanted(self, kind: SlipKind) -> None:
        if self._opened and self._screen.opened_id == self._opened.dossier_id:
            self.slip_asked.emit(self._opened, kind)

    def _run(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._tasks.run(Lane.STORE, work, owner=self, done=done, failed=self.refused.emit)


def _read(desk: Desk, dossier: Dossier, acts: tuple[Act, ...]) -> OpenedDossier:
    number = dossier.dossier_id
    return OpenedDossier(
        dossier,
        acts,
        desk.times.standing(number),
        desk.register.together(dossier),
        desk.hand_over.outcome(number),
    )


def _take(times: Timekeeping, wish: ClockWish, dossier_id: str, sign: str) -> ClockStanding:
    match wish:
        case ClockWish(ClockStep.BEGIN_WAIT, Wait() as wait):
            return times.begin_wait(dossier_id, wait, sign)
        case ClockWish(ClockStep.END_WAIT, Wait() as wait):
            return times.end_wait(dossier_id, wait, sign)
        case ClockWish(ClockStep.PAY_FEE):
            return times.pay_fee(dossier_id, sign)
        case ClockWish(ClockStep.ASK_AGAIN):
            return times.ask_again(dossier_id, sign)
        case _:
            return times.take_back(dossier_id, sign)

"""The clock of a received dossier: what stops it and lets it go on, and when it is due for what reasons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from counter_app.domain.calendar import VIETNAM, WorkingCalendar
from counter_app.domain.clock_history import ClockEvent, Happening, extension, open_waits
from counter_app.domain.dossier import Dossier
from counter_app.domain.due import count
from counter_app.domain.due_lines import DueLine, LineKind, due_lines
from counter_app.domain.history import Act, Deed
from counter_app.domain.procedure import Procedure
from counter_app.domain.processing import ProcessingTime, Start, TimeUnit, Wait
from counter_app.domain.rights import Right
from counter_app.errors import Refusal
from counter_app.services.catalogue import Catalogue, NoSuchProcedure
from counter_app.services.permits import require
from counter_app.services.ports import Clock, Store, Work
from counter_app.wire.entries import EntryKind
from counter_app.wire.reports import ClockReport
from counter_app.wire.text import embedded

_DEEDS = {
    Happening.WAIT_BEGAN: Deed.WAIT_BEGAN,
    Happening.WAIT_ENDED: Deed.WAIT_ENDED,
    Happening.FEE_PAID: Deed.FEE_PAID,
    Happening.ASKED_AGAIN: Deed.ASKED_AGAIN,
    Happening.EXTENDED: Deed.EXTENDED,
}


class ClockRefusal(Refusal):
    """The clock of this dossier cannot be moved that way now; ``wait`` says what it was about."""

    def __init__(self, wait: Wait | None = None) -> None:
        super().__init__(wait)
        self.wait = wait


class SecondSupplement(Refusal):
    """A supplement was asked for once: a second one stops nothing and counts as overdue (Decision 766)."""


@dataclass(frozen=True, slots=True)
class ClockStanding:
    """How a dossier's clock stands.

    ``due_at`` is None while it stands still or has not begun to run; ``lines`` are the reasons. Only what was
    promised is known, and nothing is counted, where its pack is not on this desk or it begins with another
    dossier's outcome. ``may_wait_for`` is what would stop it now; ``was_extended`` tells that an apology has
    promised another time.
    """

    promised: datetime
    due_at: datetime | None
    is_counted: bool = False
    lines: tuple[DueLine, ...] = ()
    unit: TimeUnit = TimeUnit.WORKING_DAYS
    waiting: tuple[Wait, ...] = ()
    may_wait_for: tuple[Wait, ...] = ()
    awaits_fee: bool = False
    was_supplemented: bool = False
    counts_as_overdue: bool = False
    may_take_back: bool = False
    was_extended: bool = False


class Timekeeping:
    """Keeps what happens to the clocks of received dossiers; each step is an act in history."""

    def __init__(self, store: Store, procedures: Catalogue, calendar: WorkingCalendar, clock: Clock) -> None:
        self._store = store
        self._procedures = procedures
        self._calendar = calendar
        self._clock = clock

    def standing(self, dossier_id: str) -> ClockStanding:
        """Say how the clock stands; raises NotFound."""
        with self._store.work() as work:
            return self._standing(work.dossier(dossier_id), work.clock_events(dossier_id))

    def begin_wait(self, dossier_id: str, wait: Wait, official_sign: str) -> ClockStanding:
        """Stop the clock; raises SecondSupplement, and ClockRefusal where that wait cannot stop it now."""
        with self._store.work() as work:
            require(work, official_sign, Right.MOVE_CLOCK)
            now = self._standing(work.dossier(dossier_id), work.clock_events(dossier_id))
            if wait not in now.may_wait_for:
                raise ClockRefusal(wait)
            if wait is Wait.SUPPLEMENT and now.was_supplemented:
                raise SecondSupplement
            standing = self._write(work, dossier_id, official_sign, happening=Happening.WAIT_BEGAN, wait=wait)
            work.commit()
            return standing

    def stop_within(self, work: Work, dossier_id: str, wait: Wait, official_sign: str) -> None:
        """Stop the clock as a slip says, in a work that is committed by whoever has begun it.

        A wait that is open already is left alone, a second supplement counts as overdue. Raises ClockRefusal.
        """
        now = self._standing(work.dossier(dossier_id), work.clock_events(dossier_id))
        if wait in now.waiting:
            return
        happening = Happening.WAIT_BEGAN
        if wait is Wait.SUPPLEMENT and now.was_supplemented:
            happening = Happening.ASKED_AGAIN
        elif wait not in now.may_wait_for:
            raise ClockRefusal(wait)
        self._write(work, dossier_id, official_sign, happening=happening, wait=wait)

    def extend_within(self, work: Work, dossier_id: str, until: datetime, official_sign: str) -> None:
        """Have a dossier due when its apology promises; whoever has begun the work commits it."""
        happening = Happening.EXTENDED
        self._write(work, dossier_id, official_sign, happening=happening, wait=None, until=until)

    def ask_again(self, dossier_id: str, official_sign: str) -> ClockStanding:
        """Keep that a supplement was asked for once more: the time runs on, and it counts as overdue."""
        with self._store.work() as work:
            require(work, official_sign, Right.MOVE_CLOCK)
            if not self._standing(work.dossier(dossier_id), work.clock_events(dossier_id)).was_supplemented:
                raise ClockRefusal(Wait.SUPPLEMENT)
            asked = Happening.ASKED_AGAIN
            standing = self._write(work, dossier_id, official_sign, happening=asked, wait=Wait.SUPPLEMENT)
            work.commit()
            return standing

    def end_wait(self, dossier_id: str, wait: Wait, official_sign: str) -> ClockStanding:
        """Let the clock go on; raises ClockRefusal where nothing is waited for."""
        with self._store.work() as work:
            require(work, official_sign, Right.MOVE_CLOCK)
            if wait not in open_waits(work.clock_events(dossier_id)):
                raise ClockRefusal(wait)
            standing = self._write(work, dossier_id, official_sign, happening=Happening.WAIT_ENDED, wait=wait)
            work.commit()
            return standing

    def pay_fee(self, dossier_id: str, official_sign: str) -> ClockStanding:
        """Keep that the fee was paid, with which some clocks begin; raises ClockRefusal where none waits."""
        with self._store.work() as work:
            require(work, official_sign, Right.MOVE_CLOCK)
            if not self._standing(work.dossier(dossier_id), work.clock_events(dossier_id)).awaits_fee:
                raise ClockRefusal(Wait.FEE)
            standing = self._write(work, dossier_id, official_sign, happening=Happening.FEE_PAID, wait=None)
            work.commit()
            return standing

    def take_back(self, dossier_id: str, official_sign: str) -> ClockStanding:
        """Take the last step back on the day it was made; raises ClockRefusal where there is none.

        From the next day on a step stands: the citizen has been told, and the time has been counted by it.
        """
        with self._store.work() as work:
            require(work, official_sign, Right.MOVE_CLOCK)
            events = work.clock_events(dossier_id)
            if not self._may_take_back(events):
                raise ClockRefusal
            work.drop_clock_event(dossier_id)
            said = f"{events[-1].happening} {events[-1].wait or ''}".strip()
            act = Act(Deed.CLOCK_TAKEN_BACK, dossier_id, official_sign, self._clock.now(), said)
            standing = self._settle(work, act)
            work.commit()
            return standing

    def _write(
        self,
        work: Work,
        dossier_id: str,
        official_sign: str,
        *,
        happening: Happening,
        wait: Wait | None,
        until: datetime | None = None,
    ) -> ClockStanding:
        event = ClockEvent(self._clock.now(), happening, wait, until)
        work.add_clock_event(dossier_id, event)
        act = Act(_DEEDS[happening], dossier_id, official_sign, event.at, wait.value if wait else "")
        return self._settle(work, act)

    def _settle(self, work: Work, act: Act) -> ClockStanding:
        """Write the act, put the new due time on the register, and have the hub told."""
        work.write_history(act)
        dossier = work.dossier(act.subject)
        standing = self._standing(dossier, work.clock_events(act.subject))
        work.set_due(act.subject, standing.due_at or standing.promised)
        report = ClockReport(
            dossier_id=act.subject,
            code=dossier.code,
            deed=act.deed,
            official_sign=act.official_sign,
            at=act.at,
            wait=act.outcome,
            due_at=standing.due_at,
        )
        work.put_outbox(EntryKind.CLOCK, act.subject, embedded(report))
        return standing

    def _standing(self, dossier: Dossier, events: tuple[ClockEvent, ...]) -> ClockStanding:
        try:
            procedure = self._procedures.version(dossier.procedure_code, dossier.procedure_version)
        except NoSuchProcedure:
            return _promised(dossier, events)
        processing = _processing(procedure, dossier)
        if processing is None or dossier.waits_for or dossier.void:
            return _promised(dossier, events)
        history = (*_since_reception(dossier), *events)
        counted = count(history, procedure.clock, processing, self._calendar)
        waiting = open_waits(events)
        asked = [one.happening for one in events if one.wait is Wait.SUPPLEMENT]
        due_at, lines = counted[-1].moment if counted else None, due_lines(counted, self._calendar)
        extended = extension(events)
        if extended and extended.until:
            since = events[events.index(extended) :]
            due_at = None if open_waits(since) else self._after_waits(extended.until, since)
            lines = (*lines, DueLine(LineKind.EXTENDED, due_at or extended.until))
        paid = any(one.happening is Happening.FEE_PAID for one in history)
        return ClockStanding(
            promised=dossier.due_at,
            is_counted=True,
            due_at=due_at,
            lines=lines,
            unit=processing.unit,
            waiting=waiting,
            may_wait_for=tuple(one for one in Wait if one in procedure.clock.stops and one not in waiting),
            awaits_fee=procedure.clock.starts is Start.FEE_PAID and not paid,
            was_supplemented=Happening.WAIT_BEGAN in asked,
            counts_as_overdue=Happening.ASKED_AGAIN in asked,
            may_take_back=self._may_take_back(events),
            was_extended=extended is not None,
        )

    def _after_waits(self, until: datetime, since: tuple[ClockEvent, ...]) -> datetime:
        """Move a promised time on by the working time that was waited since it was promised."""
        began: datetime | None = None
        for at, event in enumerate(since):
            waiting = open_waits(since[: at + 1])
            if waiting and began is None:
                began = event.minute
            elif not waiting and began:
                waited = self._calendar.working_minutes_between(began, event.minute)
                until, began = self._calendar.add_working_minutes(until, waited), None
        return until

    def _may_take_back(self, events: tuple[ClockEvent, ...]) -> bool:
        today = self._clock.now().astimezone(VIETNAM).date()
        return bool(events) and events[-1].at.astimezone(VIETNAM).date() == today


def _promised(dossier: Dossier, events: tuple[ClockEvent, ...]) -> ClockStanding:
    """Stand by what was promised, at the reception or with an apology since, where nothing is counted."""
    extended = extension(events)
    due_at = extended.until if extended and extended.until else dossier.due_at
    return ClockStanding(dossier.due_at, due_at, was_extended=extended is not None)


def _since_reception(dossier: Dossier) -> tuple[ClockEvent, ...]:
    """Begin the clock with the reception; where nothing is to be paid, no payment is waited for."""
    received = ClockEvent(dossier.received_at, Happening.RECEIVED)
    return (received,) if dossier.fee else (received, ClockEvent(dossier.received_at, Happening.FEE_PAID))


def _processing(procedure: Procedure, dossier: Dossier) -> ProcessingTime | None:
    """Find the time that was promised by the words that stand on the dossier's paper."""
    day = dossier.received_at.astimezone(VIETNAM).date()
    holding = (one for one in procedure.processing if one.provenance.holds_on(day))
    return next((one for one in holding if one.words == dossier.processing_words), None)

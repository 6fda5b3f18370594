"""What happened to a dossier's clock, and the stretches of time in which it ran."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import groupby

from counter_app.domain.calendar import VIETNAM
from counter_app.domain.processing import ClockRule, Start, Wait


class Happening(StrEnum):
    """What moves a clock."""

    RECEIVED = "received"
    FEE_PAID = "fee_paid"
    WAIT_BEGAN = "wait_began"
    WAIT_ENDED = "wait_ended"
    ASKED_AGAIN = "asked_again"
    """A second supplement was asked for: it moves nothing, for only the first one stops the time."""
    EXTENDED = "extended"
    """A new time was promised with an apology (form 04): it takes the place of the one that was counted."""


@dataclass(frozen=True, slots=True)
class ClockEvent:
    """One thing that happened at an aware moment.

    ``wait`` belongs to the two about waiting, ``until`` to an extension: the new time.
    """

    at: datetime
    happening: Happening
    wait: Wait | None = None
    until: datetime | None = None

    @property
    def minute(self) -> datetime:
        """The moment in Vietnam's time as papers print it, without seconds."""
        return self.at.astimezone(VIETNAM).replace(second=0, microsecond=0)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time in which the clock ran; ``end`` is None while it runs.

    ``anew`` says that the whole processing time begins again with it; ``stopped_by`` is what ended it.
    """

    start: datetime
    end: datetime | None
    anew: bool
    stopped_by: Wait | None = None


def open_waits(events: Iterable[ClockEvent]) -> tuple[Wait, ...]:
    """List what is being waited for after these events, in the order in which the waits began."""
    waiting: dict[Wait, None] = {}
    for event in events:
        if event.wait and event.happening is Happening.WAIT_BEGAN:
            waiting[event.wait] = None
        elif event.wait and event.happening is Happening.WAIT_ENDED:
            waiting.pop(event.wait, None)
    return tuple(waiting)


def extension(events: Iterable[ClockEvent]) -> ClockEvent | None:
    """Give the last extension; None where no new time was promised."""
    return next((one for one in reversed(tuple(events)) if one.happening is Happening.EXTENDED), None)


def stretches(events: Iterable[ClockEvent], rule: ClockRule) -> tuple[Stretch, ...]:
    """List the stretches in which a clock of this rule ran, in order; none before it has started.

    Waits may overlap, and the clock runs when none is open. What happens within one minute happens at once:
    a wait that ends in the minute in which it began stops nothing.
    """
    state = _State(rule)
    found = [
        stretch
        for minute, at_once in groupby(sorted(events, key=_minute), key=_minute)
        if (stretch := state.after(minute, at_once))
    ]
    return (*found, *state.still_running())


def _minute(event: ClockEvent) -> datetime:
    return event.minute


class _State:
    """A clock on its way through its history."""

    def __init__(self, rule: ClockRule) -> None:
        self._rule = rule
        self._missing = {Happening.RECEIVED}
        if rule.starts is Start.FEE_PAID:
            self._missing.add(Happening.FEE_PAID)
        self._waiting: set[Wait] = set()
        self._began: datetime | None = None
        self._anew = False

    def after(self, minute: datetime, events: Iterable[ClockEvent]) -> Stretch | None:
        """Take what happened in a minute; give the stretch that it ended."""
        restarted = False
        stopped_by: Wait | None = None
        for event in events:
            self._missing.discard(event.happening)
            if event.happening is Happening.WAIT_BEGAN and event.wait in self._rule.stops:
                self._waiting.add(event.wait)
                stopped_by = event.wait
            elif event.happening is Happening.WAIT_ENDED and event.wait in self._waiting:
                self._waiting.discard(event.wait)
                restarted = restarted or event.wait in self._rule.restarts
        runs = not self._missing and not self._waiting
        ended = None
        if self._began and (restarted or not runs):
            ended = Stretch(self._began, minute, self._anew, stopped_by)
            self._began, self._anew = None, False
        self._anew = self._anew or restarted
        if runs and self._began is None:
            self._began = minute
        return ended

    def still_running(self) -> tuple[Stretch, ...]:
        """Give the stretch that has no end yet."""
        return (Stretch(self._began, None, self._anew),) if self._began else ()

"""Why a dossier is due when it is: one line for each thing that moved its clock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from counter_app.domain.calendar import VIETNAM, WorkingCalendar
from counter_app.domain.due import Counted, DueReason
from counter_app.domain.processing import Wait


class LineKind(StrEnum):
    """What a line tells."""

    STARTED = "started"
    WENT_ON = "went_on"
    BEGAN_ANEW = "began_anew"
    DAY_OFF = "day_off"
    """A public holiday fell into the time; ``name`` is its name."""
    STOPPED = "stopped"
    DUE = "due"
    DUE_PAST_DAYS_OFF = "due_past_days_off"
    DUE_AFTER_CUT_OFF = "due_after_cut_off"
    EXTENDED = "extended"
    """A new time was promised with an apology."""


@dataclass(frozen=True, slots=True)
class DueLine:
    """One line: what, when, after how many units in this stretch, and how many are left."""

    kind: LineKind
    at: datetime
    spent: int = 0
    left: int = 0
    wait: Wait | None = None
    name: str = ""


_DUE = {
    DueReason.COUNTED: LineKind.DUE,
    DueReason.PAST_DAYS_OFF: LineKind.DUE_PAST_DAYS_OFF,
    DueReason.AFTER_CUT_OFF: LineKind.DUE_AFTER_CUT_OFF,
}


def due_lines(counted: tuple[Counted, ...], calendar: WorkingCalendar) -> tuple[DueLine, ...]:
    """Tell a count line by line; none where the clock has not started."""
    return tuple(line for number, one in enumerate(counted) for line in _of_stretch(number, one, calendar))


def _of_stretch(number: int, one: Counted, calendar: WorkingCalendar) -> Iterator[DueLine]:
    kind = LineKind.STARTED if not number else LineKind.WENT_ON
    kind = LineKind.BEGAN_ANEW if number and one.stretch.anew else kind
    yield DueLine(kind, one.stretch.start, left=one.spent + one.left)
    ends = one.moment or one.stretch.end
    if ends:
        yield from _holidays(one.stretch.start, ends, calendar)
    if one.moment:
        yield DueLine(_DUE[one.reason], one.moment, spent=one.spent)
    elif one.stretch.end:
        yield DueLine(LineKind.STOPPED, one.stretch.end, one.spent, one.left, one.stretch.stopped_by)


def _holidays(start: datetime, end: datetime, calendar: WorkingCalendar) -> Iterator[DueLine]:
    first, last = start.date(), end.date()
    for holiday in sorted(calendar.holidays, key=lambda holiday: holiday.day):
        if first < holiday.day <= last:
            midnight = datetime.combine(holiday.day, datetime.min.time(), VIETNAM)
            yield DueLine(LineKind.DAY_OFF, midnight, name=holiday.name)

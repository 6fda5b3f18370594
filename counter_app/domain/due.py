"""When a dossier is due, counted from the history of its clock, and by which rule."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from counter_app.domain.calendar import VIETNAM, WorkingCalendar
from counter_app.domain.clock_history import ClockEvent, Happening, Stretch, stretches
from counter_app.domain.processing import ClockRule, ProcessingTime, TimeUnit

_MINUTES_OF_HALF_A_DAY = 4 * 60
_DAY = timedelta(days=1)


class DueReason(StrEnum):
    """The rule that fixed the moment, for the official who is asked why."""

    COUNTED = "counted"
    PAST_DAYS_OFF = "past_days_off"
    """The last day is a day off, so the next working day takes its place (Civil Code, Article 148.5)."""
    AFTER_CUT_OFF = "after_cut_off"
    """It came after the hour up to which it is settled the same day."""


@dataclass(frozen=True, slots=True)
class Due:
    """The due moment, why it is that one, and the processing time in the words papers print.

    ``verified`` is false when a holiday table on the way is not official yet.
    """

    moment: datetime
    reason: DueReason
    words: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Counted:
    """What one stretch brought: the units spent in it, those left after it, and the due moment if it has it.

    Units are working minutes for times in minutes and half days, else days; one is left of what is due the
    same day as long as it is not.
    """

    stretch: Stretch
    spent: int
    left: int
    moment: datetime | None = None
    reason: DueReason = DueReason.COUNTED


def due_at(received_at: datetime, processing: ProcessingTime, calendar: WorkingCalendar) -> Due:
    """Give the due moment promised at the reception: that of a clock which nothing stops.

    Days are counted from the day after the reception (Civil Code, Article 147) and run out when the office
    closes on the last one: until then the outcome can be handed over. Hours, and what is due the same day,
    start at the next opening where the office is closed.
    """
    received = ClockEvent(received_at, Happening.RECEIVED)
    last = count((received,), ClockRule(), processing, calendar)[-1]
    moment = last.moment or received_at
    verified = calendar.is_verified(received_at.astimezone(VIETNAM).date(), moment.date())
    return Due(moment, last.reason, processing.words, verified)


def count(
    events: Iterable[ClockEvent], rule: ClockRule, processing: ProcessingTime, calendar: WorkingCalendar
) -> tuple[Counted, ...]:
    """Count a clock's stretches up to the one in which its time runs out.

    The last one carries the due moment; where it does not, the clock stands still, and where there is none,
    it has not started. A working day is spent when the clock runs through its closing and neither started
    nor went on that day; a day off is spent likewise, but is never the last of calendar days.
    """
    found: list[Counted] = []
    left = whole = _units(processing)
    for stretch in stretches(events, rule):
        found.append(_spend(stretch, whole if stretch.anew else left, processing, calendar))
        left = found[-1].left
        if found[-1].moment:
            break
    return tuple(found)


def _units(processing: ProcessingTime) -> int:
    if processing.unit is TimeUnit.HALF_WORKING_DAYS:
        return processing.amount * _MINUTES_OF_HALF_A_DAY
    return 1 if processing.unit is TimeUnit.SAME_DAY else processing.amount


def _spend(stretch: Stretch, left: int, processing: ProcessingTime, calendar: WorkingCalendar) -> Counted:
    match processing.unit:
        case TimeUnit.WORKING_DAYS:
            return _working_days(stretch, left, calendar)
        case TimeUnit.CALENDAR_DAYS:
            return _calendar_days(stretch, left, calendar)
        case TimeUnit.SAME_DAY:
            return _same_day(stretch, processing.cut_off, calendar)
        case _:
            return _working_minutes(stretch, left, calendar)


def _working_minutes(stretch: Stretch, left: int, calendar: WorkingCalendar) -> Counted:
    moment = calendar.add_working_minutes(calendar.next_working_moment(stretch.start), left)
    if stretch.end is None or moment <= stretch.end:
        return Counted(stretch, left, 0, moment)
    spent = calendar.working_minutes_between(stretch.start, stretch.end)
    return Counted(stretch, spent, left - spent)


def _working_days(stretch: Stretch, left: int, calendar: WorkingCalendar) -> Counted:
    day = stretch.start.date()
    for spent in range(left):
        day = calendar.next_working_day(day)
        if _stopped_before(stretch, calendar.closing(day)):
            return Counted(stretch, spent, left - spent)
    return Counted(stretch, left, 0, calendar.closing(day))


def _calendar_days(stretch: Stretch, left: int, calendar: WorkingCalendar) -> Counted:
    day, spent, reason = stretch.start.date(), 0, DueReason.COUNTED
    while spent < left:
        day += _DAY
        is_worked = calendar.is_working_day(day)
        ends = calendar.closing(day) if is_worked else datetime.combine(day + _DAY, time(), VIETNAM)
        if _stopped_before(stretch, ends):
            return Counted(stretch, spent, left - spent)
        if is_worked or spent + 1 < left:
            spent += 1
        else:
            reason = DueReason.PAST_DAYS_OFF
    return Counted(stretch, left, 0, calendar.closing(day), reason)


def _same_day(stretch: Stretch, cut_off: time | None, calendar: WorkingCalendar) -> Counted:
    start = calendar.next_working_moment(stretch.start)
    day, reason = start.date(), DueReason.COUNTED
    if cut_off is not None and start.time() > cut_off:
        day, reason = calendar.next_working_day(day), DueReason.AFTER_CUT_OFF
    moment = calendar.closing(day)
    if _stopped_before(stretch, moment):
        return Counted(stretch, 0, 1)
    return Counted(stretch, 1, 0, moment, reason)


def _stopped_before(stretch: Stretch, moment: datetime) -> bool:
    return stretch.end is not None and stretch.end < moment

"""When a dossier received at a moment is due, and by which rule."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from counter_app.domain.calendar import WorkingCalendar
from counter_app.domain.processing import ProcessingTime, TimeUnit

_MINUTES_OF_HALF_A_DAY = 4 * 60


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


def due_at(received_at: datetime, processing: ProcessingTime, calendar: WorkingCalendar) -> Due:
    """Count the processing time from the reception.

    Days are counted from the day after the reception (Civil Code, Article 147) and run out when the office
    closes on the last one: until then the outcome can be handed over. Hours, and what is due the same day,
    start at the next opening where the office is closed.
    """
    moment, reason = _runs_out(received_at, processing, calendar)
    verified = calendar.is_verified(received_at.date(), moment.date())
    return Due(moment, reason, processing.words, verified)


def _runs_out(
    received_at: datetime, processing: ProcessingTime, calendar: WorkingCalendar
) -> tuple[datetime, DueReason]:
    start = calendar.next_working_moment(received_at)
    match processing.unit:
        case TimeUnit.WORKING_DAYS:
            last_day = calendar.add_working_days(received_at.date(), processing.amount)
            return calendar.closing(last_day), DueReason.COUNTED
        case TimeUnit.CALENDAR_DAYS:
            return _calendar_days(received_at.date(), processing.amount, calendar)
        case TimeUnit.WORKING_MINUTES:
            return calendar.add_working_minutes(start, processing.amount), DueReason.COUNTED
        case TimeUnit.HALF_WORKING_DAYS:
            minutes = processing.amount * _MINUTES_OF_HALF_A_DAY
            return calendar.add_working_minutes(start, minutes), DueReason.COUNTED
        case TimeUnit.SAME_DAY:
            return _same_day(start, processing.cut_off, calendar)


def _calendar_days(start: date, count: int, calendar: WorkingCalendar) -> tuple[datetime, DueReason]:
    last_day = start + timedelta(days=count)
    worked = calendar.working_day_from(last_day)
    reason = DueReason.COUNTED if worked == last_day else DueReason.PAST_DAYS_OFF
    return calendar.closing(worked), reason


def _same_day(start: datetime, cut_off: time | None, calendar: WorkingCalendar) -> tuple[datetime, DueReason]:
    # Papers print hours and minutes, so 15:00:59 is fifteen hours and not after it.
    minute = start.time().replace(second=0, microsecond=0)
    if cut_off is None or minute <= cut_off:
        return calendar.closing(start.date()), DueReason.COUNTED
    return calendar.closing(calendar.next_working_day(start.date())), DueReason.AFTER_CUT_OFF

"""Working days and working minutes of an office, its holidays, and the Saturdays that make up for one."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7))
"""Vietnam has kept one offset and no summer time since 1975."""

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of working time within one day."""

    opens: time
    closes: time

    def __post_init__(self) -> None:
        if self.opens >= self.closes:
            raise ValueError("closes before it opens")


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """The working time of each weekday, Monday first: seven tuples of spans in order, empty on days off.

    Hours in which an office merely receives (a police desk's Saturday morning) are no working time: what
    comes in then counts from the next working moment.
    """

    week: tuple[tuple[Span, ...], ...]

    def __post_init__(self) -> None:
        if len(self.week) != 7 or not any(self.week):
            raise ValueError("a week has seven days, and one of them is worked")
        for spans in self.week:
            if any(earlier.closes > later.opens for earlier, later in itertools.pairwise(spans)):
                raise ValueError("spans overlap")


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day off that would be worked, and why."""

    day: date
    name: str


@dataclass(frozen=True, slots=True)
class MakeUpDay:
    """A day off that is worked, with the hours of the day it stands in for."""

    day: date
    instead_of: date


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """When the office works. Outside of ``verified_years`` the holidays are an estimate, or not known at all.

    Moments are aware datetimes and come back in Vietnam's time. Both ends of a span count as working moments,
    so that time can run out at closing time and not at the next opening.
    """

    hours: OfficeHours
    holidays: tuple[Holiday, ...]
    make_up_days: tuple[MakeUpDay, ...] = ()
    verified_years: frozenset[int] = frozenset()

    def is_working_day(self, day: date) -> bool:
        """Say whether the office works on the day."""
        return bool(self.spans(day))

    def holiday(self, day: date) -> Holiday | None:
        """Give the public holiday that falls on the day."""
        return next((holiday for holiday in self.holidays if holiday.day == day), None)

    def spans(self, day: date) -> tuple[Span, ...]:
        """List the working time of the day, in order."""
        if self.holiday(day):
            return ()
        made_up = next((swap.instead_of for swap in self.make_up_days if swap.day == day), day)
        return self.hours.week[made_up.weekday()]

    def next_working_day(self, day: date) -> date:
        """Give the first working day after this one."""
        return self.working_day_from(day + _DAY)

    def working_day_from(self, day: date) -> date:
        """Give this day if it is worked, else the next one that is (Civil Code, Article 148.5)."""
        while not self.is_working_day(day):
            day += _DAY
        return day

    def in_time_from(self, day: date) -> date:
        """Give the first of the days off just before this day, or the day itself where none is.

        What ran out on one of them is still in time on this day (Civil Code, Article 148.5).
        """
        while not self.is_working_day(day - _DAY):
            day -= _DAY
        return day

    def add_working_days(self, start_day: date, count: int) -> date:
        """Give the last of ``count`` working days, at least one; the start day is not counted.

        Civil Code, Article 147.
        """
        if count < 1:
            raise ValueError("count")
        day = start_day
        for _ in range(count):
            day = self.next_working_day(day)
        return day

    def closing(self, day: date) -> datetime:
        """Give the moment at which a working day ends; raises ValueError on a day off."""
        spans = self.spans(day)
        if not spans:
            raise ValueError("a day off")
        return datetime.combine(day, spans[-1].closes, VIETNAM)

    def next_working_moment(self, moment: datetime) -> datetime:
        """Give this moment if it is working time, else the next opening."""
        return self.add_working_minutes(moment, 0)

    def add_working_minutes(self, moment: datetime, minutes: int) -> datetime:
        """Give the moment at which so much working time has passed."""
        if minutes < 0:
            raise ValueError("minutes")
        left = minutes * _MINUTE
        at = _local(moment)
        stretches = self._stretches(at.date())
        opens, closes = next(stretches)
        while (start := max(at, opens)) + left > closes:
            left -= max(closes - start, timedelta())
            opens, closes = next(stretches)
        return start + left

    def working_minutes_between(self, start: datetime, end: datetime) -> int:
        """Count the whole working minutes from ``start`` to ``end``; none when the end comes first."""
        first, last = _local(start), _local(end)
        total = timedelta()
        for opens, closes in self._stretches(first.date()):
            if opens >= last:
                break
            total += max(min(closes, last) - max(opens, first), timedelta())
        return total // _MINUTE

    def is_verified(self, first: date, last: date) -> bool:
        """Say whether the holidays of all years from the first day to the last are official."""
        return self.verified_years.issuperset(range(first.year, last.year + 1))

    def _stretches(self, day: date) -> Iterator[tuple[datetime, datetime]]:
        while True:
            for span in self.spans(day):
                yield datetime.combine(day, span.opens, VIETNAM), datetime.combine(day, span.closes, VIETNAM)
            day = self.next_working_day(day)


def _local(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a moment without its time zone")
    return moment.astimezone(VIETNAM)

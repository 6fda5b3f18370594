"""Dates of which only the year, or the year and month, may be known; months counted from a whole one."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_DIGITS = re.compile(r"(?:(\d{2})(\d{2}))?(\d{4})")
_OLDEST_YEAR = 1850


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date that is never made more exact than it was given; elders often know a year only."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if not _OLDEST_YEAR <= self.year <= 9999:
            raise ValueError("year")
        if self.day is not None and self.month is None:
            raise ValueError("day without month")
        if self.month is not None:
            date(self.year, self.month, self.day or 1)

    @classmethod
    def from_iso(cls, text: str) -> PartialDate:
        """Read ``1999-03-15``, ``1999-03`` or ``1999``; raises ValueError otherwise."""
        found = _ISO.fullmatch(text)
        if not found:
            raise ValueError("not an ISO date")
        year, month, day = (int(part) if part else None for part in found.groups())
        return cls(year or 0, month, day)

    @classmethod
    def from_digits(cls, text: str) -> PartialDate:
        """Read a card's ``15031999``; ``1999`` and ``00001999`` mean that only the year is known."""
        found = _DIGITS.fullmatch(text)
        if not found:
            raise ValueError("not a card date")
        day, month, year = (int(part) if part else 0 for part in found.groups())
        return cls(year, month or None, day or None)

    @classmethod
    def from_date(cls, day: date) -> PartialDate:
        """Keep a whole date."""
        return cls(day.year, day.month, day.day)

    @property
    def whole(self) -> date | None:
        """The calendar day, where it is known."""
        if self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)

    def earliest(self) -> date:
        """Give the first day this date can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    def latest(self) -> date:
        """Give the last day this date can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def age_on(self, day: date) -> int:
        """Whole years on ``day``, taking the latest birthday this date can mean."""
        born = self.latest()
        return day.year - born.year - ((day.month, day.day) < (born.month, born.day))

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        if self.month is not None:
            parts.append(f"{self.month:02}")
        if self.day is not None:
            parts.append(f"{self.day:02}")
        return "-".join(parts)


def months_after(day: date, months: int) -> date:
    """Count whole months on; where the month has no such day, its last one (Civil Code 2015, Article 148)."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))

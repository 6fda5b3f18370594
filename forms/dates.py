"""Dates of which only the year, or year and month, may be known.

A canonical date is text: "1999-03-15", "1999-03" or "1999". Nothing here invents a day or a month.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

_FIRST_YEAR, _LAST_YEAR = 1800, 2199
_CANONICAL = re.compile(r"(?P<y>[0-9]{4})(?:-(?P<m>[0-9]{2})(?:-(?P<d>[0-9]{2}))?)?")
_SEPARATOR = r"\s*[/.\-\s]\s*"
_TYPED = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<y>[0-9]{4})",
        r"(?P<d>[0-9]{2})(?P<m>[0-9]{2})(?P<y>[0-9]{4})",
        rf"(?P<d>[0-9]{{1,2}}){_SEPARATOR}(?P<m>[0-9]{{1,2}}){_SEPARATOR}(?P<y>[0-9]{{4}})",
        rf"(?P<m>[0-9]{{1,2}}){_SEPARATOR}(?P<y>[0-9]{{4}})",
        rf"(?P<y>[0-9]{{4}}){_SEPARATOR}(?P<m>[0-9]{{1,2}})(?:{_SEPARATOR}(?P<d>[0-9]{{1,2}}))?",
        r"(?:ngày\s+)?(?P<d>[0-9]{1,2})\s+tháng\s+(?P<m>[0-9]{1,2})\s+năm\s+(?P<y>[0-9]{4})",
        r"tháng\s+(?P<m>[0-9]{1,2})\s+năm\s+(?P<y>[0-9]{4})",
        r"năm\s+(?P<y>[0-9]{4})",
    )
)
_LONGEST_TYPED = 60
_RELATIVE = re.compile(r"today([+-][0-9]{1,5})?")


def read_date(text: str) -> str | None:
    """Read a typed date into canonical text, or say None.

    Takes 15/3/1999, 15-3-1999, 15031999, 3/1999, 1999, 1999-03-15 and "ngày 15 tháng 3 năm 1999"; a day
    or month of zero, as cards print it where only the year is known, is left out.
    """
    typed = unicodedata.normalize("NFKC", text[: _LONGEST_TYPED + 1]).strip().lower()
    if len(typed) > _LONGEST_TYPED:
        return None
    for pattern in _TYPED:
        found = pattern.fullmatch(typed)
        if found:
            parts = found.groupdict()
            return _canonical(int(parts["y"]), int(parts.get("m") or 0), int(parts.get("d") or 0))
    return None


def is_date(text: str) -> bool:
    """Say whether a text is a canonical date that the calendar has."""
    return _CANONICAL.fullmatch(text) is not None and read_date(text) == text


def is_full(text: str) -> bool:
    """Say whether year, month and day are all known."""
    return len(text) == len("1999-03-15") and is_date(text)


def date_parts(text: str) -> tuple[int, int, int] | None:
    """Split a canonical date into year, month and day, zero where unknown; None for any other text."""
    if not is_date(text):
        return None
    year, month, day = ([int(part) for part in text.split("-")] + [0, 0])[:3]
    return year, month, day


def earliest(text: str) -> date | None:
    """Give the first day that a canonical date may mean; None for any other text."""
    parts = date_parts(text)
    return date(parts[0], parts[1] or 1, parts[2] or 1) if parts else None


def latest(text: str) -> date | None:
    """Give the last day that a canonical date may mean; None for any other text."""
    parts = date_parts(text)
    if parts is None:
        return None
    year, month, day = parts
    if day:
        return date(year, month, day)
    return _first_of_next_month(year, month or 12) - timedelta(days=1)


def surely_before(one: str, other: str) -> bool | None:
    """Say whether one date stands before another, however unknown parts are read; None if one is no date."""
    last, start = latest(one), earliest(other)
    return last < start if last and start else None


def resolve_day(text: str, today: date) -> str:
    """Turn "today", "today+30" or "today-7" into that day's canonical text; give any other text back."""
    found = _RELATIVE.fullmatch(text.strip())
    return days_after(today.isoformat(), int(found[1] or 0)) if found else text


def years_between(born: str, today: date) -> int | None:
    """Count the years surely completed on ``today``; of a year alone, the lower of both ages."""
    last = latest(born)
    if last is None:
        return None
    return today.year - last.year - ((today.month, today.day) < (last.month, last.day))


def years_after(text: str, years: int) -> str:
    """Move a full date by whole years (29 February becomes 28); "" where that cannot be told."""
    if not is_full(text):
        return ""
    start = date.fromisoformat(text)
    if not _FIRST_YEAR <= start.year + years <= _LAST_YEAR:
        return ""
    try:
        return start.replace(year=start.year + years).isoformat()
    except ValueError:
        return start.replace(year=start.year + years, day=28).isoformat()


def days_after(text: str, days: int) -> str:
    """Move a full date by days; "" where that cannot be told."""
    if not is_full(text) or abs(days) > 100_000:
        return ""
    moved = date.fromisoformat(text) + timedelta(days=days)
    return moved.isoformat() if is_full(moved.isoformat()) else ""


def days_between(first: str, second: str) -> int | None:
    """Count the days from one full date to another; None where one is not full."""
    if not (is_full(first) and is_full(second)):
        return None
    return (date.fromisoformat(second) - date.fromisoformat(first)).days


def months_between(first: str, second: str) -> int | None:
    """Count the whole months between full dates, below zero backwards; None where it cannot be told."""
    if not (is_full(first) and is_full(second)):
        return None
    start, end = date.fromisoformat(first), date.fromisoformat(second)
    if end < start:
        return -(months_between(second, first) or 0)
    return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)


def _canonical(year: int, month: int, day: int) -> str | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    if month == 0:
        return f"{year:04}" if day == 0 else None
    if day == 0:
        return f"{year:04}-{month:02}" if month <= 12 else None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _first_of_next_month(year: int, month: int) -> date:
    return date(year + 1, 1, 1) if month == 12 else date(year, month + 1, 1)

"""Reads the holidays and the office's hours from their TOML files into a working calendar."""

from __future__ import annotations

import re
from datetime import time
from pathlib import Path

from counter_app.domain.calendar import Holiday, MakeUpDay, OfficeHours, Span, WorkingCalendar
from counter_app.domain.provenance import Status
from counter_app.services.toml_table import Fault, Table, read_toml

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SPAN = re.compile(r"(\d{2}):(\d{2})-(\d{2}):(\d{2})", re.ASCII)


def read_calendar(holidays: Path, office_hours: Path) -> WorkingCalendar:
    """Read the two files; raises SetupError naming file, key and the nearest known word."""
    return calendar_in(read_toml(holidays), read_toml(office_hours))


def calendar_in(holidays: Table, office_hours: Table) -> WorkingCalendar:
    """Make the calendar of what the two files say; raises SetupError as ``read_calendar`` does."""
    hours, file = _hours(office_hours), holidays
    years = file.tables("year")
    file.close()
    verified: set[int] = set()
    days: list[Holiday] = []
    make_up: list[MakeUpDay] = []
    for table in years:
        year = table.number("number", least=2000, most=2099)
        if _status(table) is Status.VERIFIED:
            verified.add(year)
        days.extend(_holiday(row, year) for row in table.tables("holidays"))
        make_up.extend(_make_up_day(row, year) for row in table.tables("make_up_days"))
        table.close()
    return WorkingCalendar(hours, tuple(days), tuple(make_up), frozenset(verified))


def _status(table: Table) -> Status:
    """Read how sure a table is; source and day of checking must stand there too."""
    table.text("source")
    table.day("checked_on")
    return table.choice("status", Status)


def _holiday(table: Table, year: int) -> Holiday:
    holiday = Holiday(table.day("day"), table.text("name"))
    table.close()
    if holiday.day.year != year:
        raise table.fault(Fault.OUT_OF_RANGE, "day")
    return holiday


def _make_up_day(table: Table, year: int) -> MakeUpDay:
    swap = MakeUpDay(table.day("day"), table.day("instead_of"))
    table.close()
    if swap.day.year != year:
        raise table.fault(Fault.OUT_OF_RANGE, "day")
    return swap


def _hours(table: Table) -> OfficeHours:
    _status(table)
    week = tuple(tuple(_span(table, name, text) for text in table.texts(name)) for name in _WEEKDAYS)
    table.close()
    try:
        return OfficeHours(week)
    except ValueError as error:
        raise table.fault(Fault.OUT_OF_RANGE, "monday") from error


def _span(table: Table, key: str, text: str) -> Span:
    found = _SPAN.fullmatch(text)
    if not found:
        raise table.fault(Fault.WRONG_KIND, key)
    from_hour, from_minute, to_hour, to_minute = (int(part) for part in found.groups())
    try:
        return Span(time(from_hour, from_minute), time(to_hour, to_minute))
    except ValueError as error:
        raise table.fault(Fault.OUT_OF_RANGE, key) from error

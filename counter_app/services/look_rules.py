"""From how many looks on, and how far from the office's hours, somebody should ask why: dated data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

from counter_app.services.toml_table import Fault, Table, read_toml

_MOST = 100_000
_MOST_MINUTES = 600


class _Status(StrEnum):
    VERIFIED = "verified"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True)
class LookThreshold:
    """What is usual from a day on; ``leeway`` is the time around office hours that still belongs to them."""

    effective_from: date
    looks_an_hour: int
    searches_an_hour: int
    leeway: timedelta
    source: str
    is_verified: bool


@dataclass(frozen=True, slots=True)
class LookRules:
    """The thresholds of all days, the latest last."""

    thresholds: tuple[LookThreshold, ...]

    def on(self, day: date) -> LookThreshold:
        """Give the threshold of a day; the first one holds for all days before it."""
        begun = [one for one in self.thresholds if one.effective_from <= day]
        return begun[-1] if begun else self.thresholds[0]


def read_look_rules(path: Path) -> LookRules:
    """Read the thresholds; raises SetupError naming file and key."""
    table = read_toml(path)
    found = tuple(map(_threshold, table.tables("thresholds")))
    table.close()
    if not found:
        raise table.fault(Fault.MISSING, "thresholds")
    return LookRules(tuple(sorted(found, key=lambda one: one.effective_from)))


def _threshold(row: Table) -> LookThreshold:
    row.day("checked_on")
    read = LookThreshold(
        row.day("effective_from"),
        row.number("looks_an_hour", least=1, most=_MOST),
        row.number("searches_an_hour", least=1, most=_MOST),
        timedelta(minutes=row.number("minutes_around_hours", least=0, most=_MOST_MINUTES)),
        row.text("source"),
        row.choice("status", _Status) is _Status.VERIFIED,
    )
    row.close()
    return read

"""Inspection: is history whole, and which looks at citizens' data ask for an explanation."""

from __future__ import annotations

import csv
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from io import StringIO

from counter_app.domain.calendar import WorkingCalendar
from counter_app.domain.history import LOOKS, Act, Deed
from counter_app.domain.history_check import (
    SEALED,
    Break,
    HistorySeal,
    KeptLine,
    breaks_in,
    seal_message,
)
from counter_app.domain.look import Look
from counter_app.services.look_rules import LookRules
from counter_app.services.ports import Clock, DeskKey, KnownDesks, Store, Work

_AT_A_TIME = 2_000
_LOOKS = frozenset(deed.value for deed in LOOKS)
_COLUMNS = ("number", "at", "official", "deed", "subject", "purpose", "procedure", "outcome", "link")
_LED_TO = frozenset({Deed.RECEIVED.value, Deed.STARTED_DRAFT.value})


@dataclass(frozen=True, slots=True)
class Wholeness:
    """How many lines history has, up to which one it is sealed, and where it is broken."""

    lines: int
    sealed_until: int
    breaks: tuple[Break, ...]


class Oddity(StrEnum):
    """Why a look asks for an explanation; nothing is wrong because of it alone."""

    LED_TO_NOTHING = "led_to_nothing"
    OUT_OF_HOURS = "out_of_hours"
    MANY = "many"
    MANY_SEARCHES = "many_searches"


@dataclass(frozen=True, slots=True)
class OddLook:
    """Looks of one official that ask for an explanation: the first line of them, its moment, how many."""

    oddity: Oddity
    official_sign: str
    number: int
    at: datetime
    count: int = 1


class Inspection:
    """Reads history as an inspector does: line by line, never a citizen's data."""

    def __init__(
        self,
        store: Store,
        key: DeskKey,
        known: KnownDesks,
        *,
        calendar: WorkingCalendar,
        rules: LookRules,
        clock: Clock,
    ) -> None:
        self._store = store
        self._key = key
        self._known = known
        self._calendar = calendar
        self._rules = rules
        self._clock = clock

    def seal(self) -> None:
        """Sign how far history has come, unless nothing was written since it was signed last."""
        with self._store.work() as work:
            seals = work.records_of(HistorySeal, SEALED)
            since = _lines(work, after=seals[-1].number if seals else 0)
            for line in deque(since, maxlen=1):
                at = self._clock.now()
                signature = self._key.sign(seal_message(line.number, line.link, at)).hex()
                work.add_record(HistorySeal(line.number, line.link, at, self._key.key_id, signature))
            work.commit()

    def verify(self) -> Wholeness:
        """Hold every line against the one before it and every seal against its line."""
        with self._store.work() as work:
            seals = work.records_of(HistorySeal, SEALED)
            counted = Counter[str]()
            breaks = breaks_in(_counting(_lines(work), counted), seals, self._is_genuine)
        return Wholeness(counted["lines"], max((seal.number for seal in seals), default=0), breaks)

    def odd_looks(self, since: datetime | None = None) -> tuple[OddLook, ...]:
        """List the looks that ask for an explanation, the oldest first."""
        with self._store.work() as work:
            dated = [line for line in _lines(work) if line.is_dated]
        lines = [line for line in dated if since is None or line.moment >= since]
        led = {line.subject for line in lines if line.deed in _LED_TO}
        looks = [line for line in lines if line.deed in _LOOKS]
        searches = [line for line in lines if line.deed == Deed.SEARCHED]
        crowds = (*self._many(looks), *self._many(searches))
        found = [*_led_to_nothing(looks, led), *self._out_of_hours(looks), *crowds]
        return tuple(sorted(found, key=lambda odd: (odd.number, odd.oddity)))

    def export(self) -> str:
        """Write history as CSV for an inspection: who, when, which dossier, what, what for; nothing typed."""
        text = StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(_COLUMNS)
        with self._store.work() as work:
            for line in _lines(work):
                look = Look.read(line.reason) if line.deed in _LOOKS else None
                why = (look.purpose.value, look.procedure) if look else ("", "")
                said = (line.at, line.official_sign, line.deed, line.subject, *why, line.outcome)
                writer.writerow((line.number, *said, line.link))
        return text.getvalue()

    def keep_inspected(self, official_sign: str, outcome: str) -> None:
        """Keep that history was verified, or exported, by whom."""
        with self._store.work() as work:
            work.write_history(Act(Deed.INSPECTED, SEALED, official_sign, self._clock.now(), outcome))
            work.commit()

    def _is_genuine(self, seal: HistorySeal) -> bool:
        try:
            signature = bytes.fromhex(seal.signature)
        except ValueError:
            return False
        return self._known.has_signed(seal.key_id, seal.message, signature)

    def _out_of_hours(self, looks: list[KeptLine]) -> Iterator[OddLook]:
        for line in looks:
            at = line.moment
            leeway = self._rules.on(at.date()).leeway
            if not self._calendar.working_minutes_between(at - leeway, at + leeway):
                yield OddLook(Oddity.OUT_OF_HOURS, line.official_sign, line.number, at)

    def _many(self, alike: list[KeptLine]) -> Iterator[OddLook]:
        """Name each hour in which one official looked, or searched, more often than is usual."""
        hours: dict[tuple[str, datetime], list[KeptLine]] = {}
        for line in alike:
            hour = line.moment.replace(minute=0, second=0, microsecond=0)
            hours.setdefault((line.official_sign, hour), []).append(line)
        for (sign, hour), together in hours.items():
            rule, first = self._rules.on(hour.date()), together[0]
            is_search = first.deed == Deed.SEARCHED
            if len(together) >= (rule.searches_an_hour if is_search else rule.looks_an_hour):
                oddity = Oddity.MANY_SEARCHES if is_search else Oddity.MANY
                yield OddLook(oddity, sign, first.number, first.moment, len(together))


def _lines(work: Work, after: int = 0) -> Iterator[KeptLine]:
    while lines := work.history_lines(after, limit=_AT_A_TIME):
        yield from lines
        after = lines[-1].number


def _counting(lines: Iterator[KeptLine], counted: Counter[str]) -> Iterator[KeptLine]:
    for line in lines:
        counted["lines"] += 1
        yield line


def _led_to_nothing(looks: list[KeptLine], led: set[str]) -> Iterator[OddLook]:
    """Name each look-up of a record that no draft followed; a dossier that is opened exists already."""
    alone = {line.subject: line for line in reversed(looks) if line.deed == Deed.LOOKED_UP}
    for subject, line in alone.items():
        if subject not in led:
            yield OddLook(Oddity.LED_TO_NOTHING, line.official_sign, line.number, line.moment)

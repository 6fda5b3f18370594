"""Units under one parent, found by the name a span gives: exactly, by an older name, or past a slip."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from counter_app.domain.address_words import Span
from counter_app.domain.unit_names import UnitKind, key, spelling
from counter_app.domain.units import District, OldWard, Province, Unit

Found = TypeVar("Found", bound=Unit)

_LEVELS = (
    {UnitKind.WARD, UnitKind.COMMUNE, UnitKind.TOWNSHIP, UnitKind.SPECIAL_ZONE},
    {UnitKind.URBAN_DISTRICT, UnitKind.RURAL_DISTRICT, UnitKind.TOWN, UnitKind.CITY},
    {UnitKind.PROVINCE, UnitKind.CITY},
)
_SLIP, _OTHER_KIND, _OLDER_NAME, _PASSED_OVER, _FOREIGN_KIND = 3, 1, 2, 6, 1
_SHORTEST_SLIPPED, _LONG = 4, 7


@dataclass(frozen=True, slots=True)
class Hit(Generic[Found]):
    """A unit that a span may name; ``cost`` is 0 for its plain name, ``misspelt`` 1 if its marks differ."""

    unit: Found
    start: int
    cost: int = 0
    misspelt: int = 0
    is_older: bool = False
    is_near: bool = False
    has_kind: bool = False


class UnitIndex(Generic[Found]):
    """Finds units of one level under one parent."""

    def __init__(self, units: Iterable[Found]) -> None:
        self.units = tuple(units)
        self._named: defaultdict[str, list[Found]] = defaultdict(list)
        self._older: defaultdict[str, list[Found]] = defaultdict(list)
        for unit in self.units:
            self._named[key(unit.name)].append(unit)
            if isinstance(unit, District | OldWard):
                for name in unit.also:
                    self._older[name].append(unit)

    def exact(self, spans: Iterable[Span]) -> Iterator[Hit[Found]]:
        """Give every unit whose name one of the spans is, marks aside."""
        for span in spans:
            for unit in self._named.get(span.key, ()):
                yield from _hit(unit, span)
            for unit in self._older.get(span.key, ()):
                yield from _hit(unit, span, is_older=True)

    def near(self, spans: Iterable[Span]) -> Iterator[Hit[Found]]:
        """Give every unit whose name is as few typing slips away from a span as any is."""
        found: list[tuple[int, Span, Found]] = []
        for span in spans:
            if len(span.key) < _SHORTEST_SLIPPED or not self._may_name(span):
                continue
            for name, units in self._named.items():
                slips = slips_between(span.key, name, most=1 if len(name) < _LONG else 2)
                if slips:
                    found.extend((slips, span, unit) for unit in units)
        fewest = min((slips for slips, _, _ in found), default=0)
        for slips, span, unit in found:
            if slips == fewest:
                yield from _hit(unit, span, slips=slips)

    def _may_name(self, span: Span) -> bool:
        return span.kind is None or any(_same_level(unit.kind, span.kind) for unit in self.units[:1])


def _hit(unit: Found, span: Span, *, slips: int = 0, is_older: bool = False) -> Iterator[Hit[Found]]:
    if span.kind and isinstance(unit, Province) and not _same_level(unit.kind, span.kind):
        span = replace(span, start=span.first, kind=None, looseness=_FOREIGN_KIND)
    kind_cost = _kind_cost(unit.kind, span)
    if kind_cost is not None:
        cost = kind_cost + slips * _SLIP + is_older * _OLDER_NAME
        misspelt = int(spelling(unit.name) != span.spelling)
        yield Hit(unit, span.start, cost, misspelt, is_older, slips > 0, span.kind is not None)


def _kind_cost(kind: UnitKind, span: Span) -> int | None:
    """Tell what the words before the name cost; None for another level's, and for a number without any."""
    if span.kind is None:
        is_passed_over = kind in _LEVELS[0] and span.passed in _LEVELS[0]
        cost = _PASSED_OVER if is_passed_over else span.looseness
        return None if span.key.isdigit() else cost
    if span.kind is kind:
        return 0
    return _OTHER_KIND if _same_level(kind, span.kind) else None


def _same_level(one: UnitKind, other: UnitKind) -> bool:
    return any(one in level and other in level for level in _LEVELS)


def slips_between(one: str, other: str, *, most: int) -> int | None:
    """Count letters missing, added, changed or swapped between two keys; None over ``most`` or in a digit."""
    if abs(len(one) - len(other)) > most or len(set(one) ^ set(other)) > 2 * most:
        return None
    rows = [list(range(len(other) + 1))]
    for at in range(1, len(one) + 1):
        rows.append(_next_row(rows, one, other, at))
        if min(rows[-1]) > most:
            return None
    return rows[-1][-1] if rows[-1][-1] <= most and _digits(one) == _digits(other) else None


def _next_row(rows: Sequence[Sequence[int]], one: str, other: str, at: int) -> list[int]:
    last, letter = rows[-1], one[at - 1]
    row = [at]
    for to, wanted in enumerate(other, start=1):
        step = min(last[to] + 1, row[-1] + 1, last[to - 1] + (letter != wanted))
        if at > 1 and to > 1 and letter == other[to - 2] and wanted == one[at - 2]:
            step = min(step, rows[-2][to - 2] + 1)
        row.append(step)
    return row


def _digits(name: str) -> str:
    return "".join(letter for letter in name if letter.isdigit())

"""The province at the end of an address: as it was before July 2025, as it is, or by a short name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from counter_app.domain.address_words import AddressWords, Span
from counter_app.domain.unit_index import Hit, UnitIndex
from counter_app.domain.unit_names import UnitKind
from counter_app.domain.units import Province, UnitTable

_OTHER_TIME = _SAID_TWICE = 1
_PROVINCE_KINDS = {None, UnitKind.CITY, UnitKind.PROVINCE}
_ALSO = {
    "hcm": "79", "tphcm": "79", "tphochiminh": "79", "saigon": "79", "sg": "79", "tpsg": "79",
    "hn": "01", "tphn": "01", "tphanoi": "01", "hp": "31", "tphp": "31", "tpdn": "48", "brvt": "77",
    "bariavt": "77", "thuathienhue": "46", "tthue": "46", "tth": "46",
}  # fmt: skip
"""Short and former names people write, as keys, by the code of before July 2025."""


@dataclass(frozen=True, slots=True)
class Place:
    """A province the text names: as it was (``former``), or as it is (``today``)."""

    start: int
    cost: int
    misspelt: int
    former: Province | None = None
    today: Province | None = None
    by_name_of: Province | None = None
    """The old province by whose name today's is meant: only communes on its ground are."""
    is_former_name_only: bool = False


class ProvinceNames:
    """Finds the province that an address ends with, in either time's division."""

    def __init__(self, table: UnitTable) -> None:
        self._table = table
        self._former = UnitIndex(table.today_of)
        self._today = UnitIndex(table.former_of)
        self._by_code = {province.code: province for province in table.today_of}

    def places(self, words: AddressWords) -> Iterator[Place]:
        """Give every province the end may name; past a typing slip only where none is named exactly."""
        if not words.end:
            return
        spans = words.spans_before(words.end)
        found = list(self._named(spans)) or list(self._near(spans))
        yield from found
        for place in found:
            if place.start:
                before = words.spans_before(place.start)
                yield from (_said_twice(place, other) for other in self._named(before) if _same(place, other))

    def _named(self, spans: tuple[Span, ...]) -> Iterator[Place]:
        short = [
            Hit(self._by_code[_ALSO[span.key]], span.start if span.kind in _PROVINCE_KINDS else span.first)
            for span in spans
            if span.key in _ALSO and (span.kind in _PROVINCE_KINDS or span.first)
        ]
        today = [
            Hit(self._table.today_of[hit.unit], hit.start) for hit in short if not self._is_gone(hit.unit)
        ]
        yield from self._both_times([*self._former.exact(spans), *short], [*self._today.exact(spans), *today])

    def _near(self, spans: tuple[Span, ...]) -> Iterator[Place]:
        yield from self._both_times(self._former.near(spans), self._today.near(spans))

    def _both_times(self, former: Iterable[Hit[Province]], today: Iterable[Hit[Province]]) -> Iterator[Place]:
        today = tuple(today)
        for hit in former:
            after = self._table.today_of[hit.unit]
            is_gone = self._is_gone(hit.unit)
            yield Place(hit.start, hit.cost, hit.misspelt, former=hit.unit, is_former_name_only=is_gone)
            if is_gone:
                yield Place(hit.start, hit.cost + _OTHER_TIME, hit.misspelt, today=after, by_name_of=hit.unit)
        for hit in today:
            yield Place(hit.start, hit.cost, hit.misspelt, today=hit.unit)
            for before in self._table.former_of[hit.unit]:
                if before.name != hit.unit.name:
                    yield Place(hit.start, hit.cost + _OTHER_TIME, hit.misspelt, former=before)

    def _is_gone(self, former: Province) -> bool:
        """Whether no province of today has the name; Thừa Thiên Huế lives on as Huế."""
        return self._table.today_of[former].name != former.name


def _same(one: Place, other: Place) -> bool:
    return (one.former, one.today, one.by_name_of) == (other.former, other.today, other.by_name_of)


def _said_twice(place: Place, again: Place) -> Place:
    return replace(place, start=again.start, cost=place.cost + _SAID_TWICE)

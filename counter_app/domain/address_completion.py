"""From an address half typed to the communes and provinces of today that its end may be going to name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from counter_app.domain.address import AddressToday
from counter_app.domain.address_words import AddressWords, Span
from counter_app.domain.unit_names import UnitKind, key
from counter_app.domain.units import Commune, Province

_LONGEST_ADDRESS = 400
_SHORTEST_BEGINNING = 2
_SHORTEST_WITHIN = 3
"""Letters from which the second or a later word of a name is looked for too."""
_MOST_OFFERED = 8
_BELOW_PROVINCE = frozenset({UnitKind.WARD, UnitKind.COMMUNE, UnitKind.TOWNSHIP, UnitKind.SPECIAL_ZONE})
_OF_PROVINCES = frozenset({UnitKind.PROVINCE, UnitKind.CITY})

Rank = tuple[bool | str, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    """A unit under the key of its name from one of its words on; ``padded`` is the name after a space."""

    key: str
    unit: Commune | Province
    is_whole: bool
    padded: str
    province: str
    written: str


@dataclass(frozen=True, slots=True)
class _Beginning:
    """What may be the beginning of a name, ``padded`` with a space, and the communes named before it."""

    span: Span
    padded: str
    is_marked: bool
    named: tuple[Span, ...]

    @property
    def is_long_enough(self) -> bool:
        fewest = 1 if self.span.kind or self.named else _SHORTEST_BEGINNING
        return len(self.span.key) >= fewest


class _Proposal(NamedTuple):
    """Units that may be meant, and the place where they begin in the text; hundreds are made at a key."""

    rank: Rank
    start: int
    written: str


class AddressCompleter:
    """Offers today's units while an address is typed: with or without marks, kinds and commas."""

    def __init__(self, communes: Iterable[Commune]) -> None:
        known = tuple(communes)
        provinces = dict.fromkeys(commune.province for commune in known)
        units: tuple[Commune | Province, ...] = (*known, *provinces)
        self._entries = sorted((entry for unit in units for entry in _entries(unit)), key=attrgetter("key"))
        self._keys = [entry.key for entry in self._entries]

    def complete(self, text: str, *, home: str = "") -> AddressToday:
        """Offer units for the end of the text, the likeliest first; those of the province ``home`` go before.

        What stands before the end is kept as it is typed. Nothing is offered for an end that is complete.
        """
        words = AddressWords(text if len(text) <= _LONGEST_ADDRESS else "")
        found = self._proposals(words, home)
        start = found[0].start if found else 0
        detail = words.detail_before(start)
        units = tuple(dict.fromkeys(one.written for one in found if one.start == start))[:_MOST_OFFERED]
        is_whole = any(_same(text, detail, written) for written in units)
        return AddressToday(detail, () if is_whole else units, is_found=False)

    def _proposals(self, words: AddressWords, home: str) -> list[_Proposal]:
        """Rank what the words at the end may begin; words amid others count only where nothing else fits."""
        spans = words.spans_before(words.end) if words.end else ()
        apart = [span for span in spans if not span.looseness]
        amid = [span for span in spans if span.looseness and " " in span.spelling]
        for group in (apart, amid):
            found = [one for span in group for one in self._begun_by(_beginning(words, span), home)]
            if found:
                return sorted(found)
        return []

    def _begun_by(self, beginning: _Beginning, home: str) -> Iterator[_Proposal]:
        if not beginning.is_long_enough:
            return
        span, named = beginning.span, beginning.named
        for entry in self._from(span.key):
            if not entry.is_whole and len(span.key) < _SHORTEST_WITHIN:
                continue
            if isinstance(entry.unit, Province):
                if span.kind is None or span.kind in _OF_PROVINCES:
                    communes = self._communes_named(named, entry.unit)
                    rank = (not communes, *_rank(entry, beginning, home))
                    begun = [_Proposal(rank, span.start, entry.written)]
                    yield from (one._replace(rank=rank) for one in communes or begun)
            elif not named and (span.kind is None or span.kind in _BELOW_PROVINCE):
                rank = (True, *_rank(entry, beginning, home))
                yield _Proposal(rank, span.start, entry.written)

    def _communes_named(self, named: Iterable[Span], province: Province) -> list[_Proposal]:
        """Find the province's communes that stand, with their kind, right before its name."""
        return [
            _Proposal((), span.start, entry.written)
            for span in named
            for entry in self._from(span.key)
            if entry.key == span.key and entry.is_whole and isinstance(entry.unit, Commune)
            if entry.unit.province == province
        ]

    def _from(self, beginning: str) -> Iterator[_Entry]:
        for at in range(bisect_left(self._keys, beginning), len(self._keys)):
            if not self._keys[at].startswith(beginning):
                return
            yield self._entries[at]


def _entries(unit: Commune | Province) -> Iterator[_Entry]:
    if isinstance(unit, Commune):
        written, province = unit.with_province, unit.province
    else:
        written, province = str(unit), unit
    words = unit.name.replace("-", " ").split()
    for at in range(len(words)):
        begun = key(" ".join(words[at:]))
        yield _Entry(begun, unit, at == 0, f" {unit.name.casefold()}", str(province), written)


def _beginning(words: AddressWords, span: Span) -> _Beginning:
    before = words.spans_before(span.start) if span.start else ()
    named = tuple(one for one in before if one.kind in _BELOW_PROVINCE)
    typed = words.text[words.words[span.first].start :].casefold().rstrip(" ,")
    return _Beginning(span, f" {typed}", words.is_marked, named)


def _rank(entry: _Entry, beginning: _Beginning, home: str) -> Rank:
    """Rank by what was typed first, then by what is near, then by name."""
    span, unit = beginning.span, entry.unit
    return (
        not entry.is_whole,
        span.kind is not None and span.kind is not unit.kind,
        beginning.is_marked and beginning.padded not in entry.padded,
        entry.key != span.key,
        entry.province != home,
        unit.name,
        entry.written,
    )


def _same(text: str, detail: str, written: str) -> bool:
    whole = f"{detail}, {written}" if detail else written
    return " ".join(text.casefold().split()).rstrip(" ,.") == " ".join(whole.casefold().split())

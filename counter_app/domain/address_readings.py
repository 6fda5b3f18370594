"""Every way to read an address from its end: province, then district or none, then ward or commune.

A reading's cost says how much had to be assumed. Units that are written out cost nothing; a slip of the pen,
an older name, a unit left out or the units of two times mixed cost more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from counter_app.domain.address import Candidate
from counter_app.domain.address_places import Place, ProvinceNames
from counter_app.domain.address_words import AddressWords, Span
from counter_app.domain.unit_index import Found, Hit, UnitIndex
from counter_app.domain.unit_names import key
from counter_app.domain.units import Commune, District, OldWard, Province, UnitTable

_NO_PROVINCE, _NO_DISTRICT, _NO_WARD, _TIMES_MIXED = 4, 4, 7, 2
_BARE, _BARE_LIKE_A_DISTRICT, _SLIP_OF_TODAY = 1, 5, 2
_LOOSE = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the address: where its units begin, what was assumed, and where that leads."""

    start: int
    cost: int
    misspelt: int
    candidates: tuple[Candidate, ...]
    is_older: bool = False

    @property
    def rank(self) -> tuple[float, int]:
        """What readings are compared by; marks that differ count only between readings of one cost."""
        return self.cost, self.misspelt


@dataclass(frozen=True, slots=True)
class _Sofar:
    """The larger units that were read already."""

    start: int
    cost: int = 0
    misspelt: int = 0
    is_older: bool = False

    def then(self, hit: Hit[Found], extra: int = 0) -> _Sofar:
        return _Sofar(
            hit.start,
            self.cost + hit.cost + extra,
            self.misspelt + hit.misspelt,
            self.is_older or hit.is_older,
        )

    def reading(self, candidates: Iterable[Candidate], extra: int = 0) -> Reading:
        return Reading(self.start, self.cost + extra, self.misspelt, tuple(candidates), self.is_older)


class AddressReader:
    """Reads addresses against the table; each province's names are indexed when they are first needed."""

    def __init__(self, table: UnitTable) -> None:
        self._table = table
        self._provinces = ProvinceNames(table)
        self._districts: dict[Province, UnitIndex[District]] = {}
        self._wards: dict[str, UnitIndex[OldWard]] = {}
        self._wards_of_province: dict[Province, UnitIndex[OldWard]] = {}
        self._communes: dict[Province, UnitIndex[Commune]] = {}
        self._codes: dict[Province, frozenset[str]] = {}
        self._all_districts: UnitIndex[District] | None = None
        self._all_communes: UnitIndex[Commune] | None = None

    def readings(self, words: AddressWords, *, province_only: bool = False) -> Iterator[Reading]:
        """Give every reading; none where no unit can be told, or no province is named that must be."""
        found = [reading for place in self._provinces.places(words) for reading in self._within(words, place)]
        yield from found
        if not found and not province_only:
            yield from self._without_province(words)

    def _within(self, words: AddressWords, place: Place) -> Iterator[Reading]:
        sofar = _Sofar(place.start, place.cost, place.misspelt)
        if place.former:
            yield from self._as_before(words, sofar, place.former, place)
        if place.today:
            yield from self._as_today(words, sofar, place.today, place.by_name_of)

    def _as_before(
        self, words: AddressWords, sofar: _Sofar, province: Province, place: Place
    ) -> Iterator[Reading]:
        spans = words.spans_before(sofar.start)
        for hit in _hits(self._districts_in(province), spans, words):
            yield from self._in_district(words, sofar.then(hit), hit.unit)
        missing = _BARE if place.is_former_name_only else _NO_DISTRICT
        for ward in self._wards_in_province(province).exact(spans):
            extra = missing if ward.has_kind else missing + _BARE_LIKE_A_DISTRICT
            yield sofar.then(ward, extra).reading(_after(ward.unit))

    def _in_district(self, words: AddressWords, sofar: _Sofar, district: District) -> Iterator[Reading]:
        index = self._wards_in(district)
        if [ward.code for ward in index.units] == [district.code]:
            yield sofar.reading(_after(index.units[0]))
            return
        spans = words.spans_before(sofar.start)
        hits = _hits(index, spans, words)
        for ward in hits:
            yield sofar.then(ward).reading(_after(ward.unit))
        if not any(ward.cost < _LOOSE for ward in hits):
            yield from self._half_new(sofar, index, spans)

    def _half_new(
        self, sofar: _Sofar, wards: UnitIndex[OldWard], spans: tuple[Span, ...]
    ) -> Iterator[Reading]:
        """Read a commune of today beside an old district; failing that, keep all the district's communes."""
        followed = _all_after(wards.units)
        for commune in UnitIndex(candidate.commune for candidate in followed).exact(spans):
            yield sofar.then(commune, _TIMES_MIXED).reading([Candidate(commune.unit)])
        yield sofar.reading(followed, _NO_WARD)

    def _as_today(
        self, words: AddressWords, sofar: _Sofar, province: Province, by_name_of: Province | None
    ) -> Iterator[Reading]:
        for hit in _hits(self._communes_in(province), words.spans_before(sofar.start), words):
            if by_name_of and hit.unit.code not in self._codes_on(by_name_of):
                continue
            namesakes = () if hit.has_kind else self._of_district_called(hit.unit)
            extra = 0 if hit.has_kind else _BARE_LIKE_A_DISTRICT if namesakes else _BARE
            slip = _SLIP_OF_TODAY if hit.is_near else 0
            yield sofar.then(hit, extra + slip).reading([Candidate(hit.unit), *namesakes])

    def _of_district_called(self, commune: Commune) -> tuple[Candidate, ...]:
        """Give what followed an old district of this commune's name, which a bare name may as well mean."""
        name = key(commune.name)
        wards = (
            ward
            for former in self._table.former_of[commune.province]
            for ward in self._table.wards_in(former)
            if key(ward.district.name) == name
        )
        return _all_after(wards)

    def _without_province(self, words: AddressWords) -> Iterator[Reading]:
        spans = words.spans_before(words.end)
        sofar = _Sofar(words.end, _NO_PROVINCE)
        for district in self._every_district().exact(spans):
            yield from self._in_district(words, sofar.then(district), district.unit)
        for commune in self._every_commune().exact(spans):
            extra = 0 if commune.has_kind else _BARE_LIKE_A_DISTRICT
            yield sofar.then(commune, extra).reading([Candidate(commune.unit)])

    def _codes_on(self, former: Province) -> frozenset[str]:
        if former not in self._codes:
            wards = self._table.wards_in(former)
            self._codes[former] = frozenset(commune.code for ward in wards for commune in ward.successors)
        return self._codes[former]

    def _districts_in(self, province: Province) -> UnitIndex[District]:
        if province not in self._districts:
            districts = dict.fromkeys(ward.district for ward in self._table.wards_in(province))
            self._districts[province] = UnitIndex(districts)
        return self._districts[province]

    def _wards_in(self, district: District) -> UnitIndex[OldWard]:
        if district.code not in self._wards:
            wards = self._table.wards_in(district.province)
            self._wards[district.code] = UnitIndex(ward for ward in wards if ward.district is district)
        return self._wards[district.code]

    def _wards_in_province(self, province: Province) -> UnitIndex[OldWard]:
        if province not in self._wards_of_province:
            self._wards_of_province[province] = UnitIndex(self._table.wards_in(province))
        return self._wards_of_province[province]

    def _communes_in(self, province: Province) -> UnitIndex[Commune]:
        if province not in self._communes:
            self._communes[province] = UnitIndex(self._table.communes_of[province])
        return self._communes[province]

    def _every_district(self) -> UnitIndex[District]:
        if self._all_districts is None:
            found = (
                district for former in self._table.today_of for district in self._districts_in(former).units
            )
            self._all_districts = UnitIndex(found)
        return self._all_districts

    def _every_commune(self) -> UnitIndex[Commune]:
        if self._all_communes is None:
            found = (commune for communes in self._table.communes_of.values() for commune in communes)
            self._all_communes = UnitIndex(found)
        return self._all_communes


def _hits(index: UnitIndex[Found], spans: tuple[Span, ...], words: AddressWords) -> tuple[Hit[Found], ...]:
    """Give the units that are named; past a slip as well, unless a name stands where names should."""
    exact = tuple(index.exact(spans))
    if any(hit.cost < _LOOSE for hit in exact):
        return exact
    near = tuple(span for span in spans if not span.looseness) if words.has_parts else spans
    return (*exact, *index.near(near))


def _after(ward: OldWard) -> tuple[Candidate, ...]:
    return tuple(Candidate(commune, ward) for commune in ward.successors)


def _all_after(wards: Iterable[OldWard]) -> tuple[Candidate, ...]:
    """Name every commune that followed one of the wards once, by its name."""
    found = {commune.code: Candidate(commune) for ward in wards for commune in ward.successors}
    return tuple(sorted(found.values(), key=lambda candidate: candidate.commune.name))

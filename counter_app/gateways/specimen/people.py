"""Invents the population of the training desk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from counter_app.domain.citizen import PopulationRecord
from counter_app.gateways.specimen.draw import Draw
from counter_app.gateways.specimen.families import Families
from counter_app.gateways.specimen.homes import Home, invent_home, invent_place
from counter_app.gateways.specimen.lineage import Lineage
from counter_app.gateways.specimen.living import Livings
from counter_app.gateways.specimen.numbers import NumberBook
from counter_app.gateways.specimen.records import RecordWriter
from counter_app.gateways.specimen.words import CastMember, Ethnicity, Shape, SpecimenWords

_SHAPES = {Shape.ALONE: 12, Shape.COUPLE: 14, Shape.FAMILY: 48, Shape.THREE_GENERATIONS: 26}


def invent_population(
    source: SpecimenWords, *, seed: int = 2026, today: date, people: int = 320
) -> tuple[PopulationRecord, ...]:
    """Invent at least ``people`` records in whole households, the same for the same seed and day.

    The cast comes first and is the same for every seed. ``today`` is not before 1 July 2026, when the
    last of the cast's papers was written.
    """
    return tuple(
        record
        for household in invent_households(source, seed=seed, today=today, people=people)
        for record in household
    )


def invent_households(
    source: SpecimenWords, *, seed: int = 2026, today: date, people: int
) -> Iterator[tuple[PopulationRecord, ...]]:
    """Invent the same people household by household; only the numbers that were given are remembered."""
    town, settled = _Town(source, seed, today), 0
    for cast in source.cast:
        household = town.cast_household(cast)
        settled += len(household)
        yield household
    while settled < people:
        household = town.household()
        settled += len(household)
        yield household


class _Town:
    """Settles households, one after another."""

    def __init__(self, source: SpecimenWords, seed: int, today: date) -> None:
        self._source = source
        self._draw = Draw(seed)
        numbers = NumberBook(self._draw)
        self._families = Families(self._draw, Lineage(self._draw, numbers, today), today)
        self._writer = RecordWriter(self._draw, Livings(source, self._draw, numbers, today), today)
        self._weights = {ethnicity.name: ethnicity.weight for ethnicity in source.ethnicities}

    def household(self) -> tuple[PopulationRecord, ...]:
        ethnicity = self._source.ethnicity(self._draw.weighted(self._weights))
        members = self._families.invent(ethnicity, self._draw.weighted(_SHAPES))
        return self._writer.write(members, self._home(ethnicity))

    def cast_household(self, cast: CastMember) -> tuple[PopulationRecord, ...]:
        members = self._families.around_cast(cast, self._source.ethnicity(cast.ethnicity))
        place = next(place for place in self._source.places if place.commune == cast.commune)
        return self._writer.write(members, invent_home(self._source, self._draw, place))

    def _home(self, ethnicity: Ethnicity) -> Home:
        """Settle a household; one in ten came after the old units had gone."""
        home = invent_home(self._source, self._draw, invent_place(self._source, self._draw, ethnicity))
        came_lately = self._draw.chance(0.1)
        return replace(home, address=replace(home.address, formerly="")) if came_lately else home

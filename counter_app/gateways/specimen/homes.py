"""Invents addresses, each as today's units and as the units of before 1 July 2025 name it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from counter_app.domain.address import Address
from counter_app.gateways.specimen.draw import Draw
from counter_app.gateways.specimen.words import Ethnicity, Place, SpecimenWords

UNITS_CHANGED_ON = date(2025, 7, 1)
_KINDS = ("thành phố ", "thị xã ", "thị trấn ", "phường ", "xã ", "quận ", "huyện ", "tỉnh ")


@dataclass(frozen=True, slots=True)
class Home:
    """Where a household lives."""

    address: Address
    place: Place

    def units_on(self, day: date) -> str:
        """Name the commune and what it belongs to with their kinds, as they were that day."""
        today = f"{self.place.commune}, {self.place.province}"
        return today if day >= UNITS_CHANGED_ON else self.place.formerly


def invent_home(source: SpecimenWords, draw: Draw, place: Place) -> Home:
    """Draw a house at a place."""
    if place.hamlets:
        detail = draw.one(place.hamlets)
    else:
        detail = f"Số {draw.number(1, 198)} {draw.one(source.streets)}"
    formerly = f"{detail}, {bare(place.formerly)}"
    return Home(Address(detail, place.commune, place.province, formerly=formerly), place)


def invent_place(source: SpecimenWords, draw: Draw, ethnicity: Ethnicity) -> Place:
    """Draw one of the places where a people lives."""
    return draw.one([place for place in source.places if ethnicity.name in place.ethnicities])


def bare(units: str) -> str:
    """Name units as cards of before July 2025 do: without their kind, but for numbered ones."""
    return ", ".join(_bare_unit(unit) for unit in units.split(", "))


def _bare_unit(unit: str) -> str:
    for kind in _KINDS:
        rest = unit.removeprefix(kind)
        if rest != unit and not rest[0].isdigit():
            return rest
    return unit[0].upper() + unit[1:]

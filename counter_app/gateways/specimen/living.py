"""Invents what somebody does, how they are reached, and where they stay while away from home."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from datetime import date

from counter_app.domain.address import Address
from counter_app.gateways.specimen.draw import Draw
from counter_app.gateways.specimen.homes import Home, invent_home
from counter_app.gateways.specimen.members import Member
from counter_app.gateways.specimen.numbers import NumberBook
from counter_app.gateways.specimen.words import Place, SpecimenWords

_AT_SCHOOL, _GROWN, _RETIRED = 6, 18, 62
_FORMER_IDS_UNTIL = 1999


@dataclass(frozen=True, slots=True)
class Living:
    """What a record keeps of somebody's daily life; texts are empty where it keeps nothing."""

    occupation: str
    former_id: str = ""
    phone: str = ""
    email: str = ""
    lodging: Address | None = None


class Livings:
    """Draws what people do, after their age."""

    def __init__(self, source: SpecimenWords, draw: Draw, numbers: NumberBook, today: date) -> None:
        self._source = source
        self._draw = draw
        self._numbers = numbers
        self._today = today

    def of(self, member: Member, home: Home) -> Living:
        """Draw what only grown people have; of each, some have none."""
        age = member.born_on.age_on(self._today)
        if age < _GROWN:
            return Living("Học sinh" if age >= _AT_SCHOOL else "")
        works = self._source.occupations if age < _RETIRED else self._source.occupations_of_elders
        has_former = member.born_on.year <= _FORMER_IDS_UNTIL and self._draw.chance(0.85)
        phone = self._numbers.phone() if self._draw.chance(0.7) else ""
        return Living(
            occupation=self._draw.one(works),
            former_id=self._numbers.former_id() if has_former else "",
            phone=phone,
            email=_email(member.full_name, phone) if phone and self._draw.chance(0.4) else "",
            lodging=self._lodging(home.place) if self._draw.chance(0.06) else None,
        )

    def _lodging(self, home: Place) -> Address:
        """Draw where somebody stays who works away from home; in today's units alone."""
        elsewhere = [place for place in self._source.places if place.province != home.province]
        lodging = invent_home(self._source, self._draw, self._draw.one(elsewhere))
        return replace(lodging.address, formerly="")


def _email(full_name: str, phone: str) -> str:
    """Make an address under the domain kept for examples."""
    plain = unicodedata.normalize("NFD", full_name.casefold().replace("đ", "d"))
    words = "".join(letter if letter.isascii() else "" for letter in plain).replace("'", "").split()
    return f"{words[-1]}.{words[0]}{phone[-3:]}@example.com"

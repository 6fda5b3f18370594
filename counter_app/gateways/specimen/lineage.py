"""Brings people into the world: name, number, birth date, and from whom they descend."""

from __future__ import annotations

from datetime import date, timedelta

from counter_app.domain.citizen import Kinship, Relative
from counter_app.domain.citizen_id import Sex
from counter_app.domain.dates import PartialDate
from counter_app.gateways.specimen.draw import Draw
from counter_app.gateways.specimen.members import NATIONALITY, Descent, Member
from counter_app.gateways.specimen.names import invent_name, invent_surname
from counter_app.gateways.specimen.numbers import NumberBook
from counter_app.gateways.specimen.words import Ethnicity

_YEAR_ONLY_UNTIL = 1957


class Lineage:
    """Invents single people, as children of people known or unknown to the population."""

    def __init__(self, draw: Draw, numbers: NumberBook, today: date) -> None:
        self._draw = draw
        self._numbers = numbers
        self._today = today

    def adult(self, ethnicity: Ethnicity, sex: Sex, *, age: int, place: str) -> Member:
        """Invent somebody whose parents are no part of the population."""
        born_on = self.birth(age)
        return self.child(self.from_elsewhere(ethnicity, born_on.year), sex, born_on=born_on, place=place)

    def child(
        self, descent: Descent, sex: Sex, *, born_on: PartialDate, place: str, avoid: str = ""
    ) -> Member:
        """Invent a child of known parents, with no given name that stands in ``avoid``."""
        number = self._numbers.citizen_id(born_on.year, sex)
        surname = descent.surname
        name = invent_name(descent.ethnicity, sex, surname=surname, draw=self._draw, avoid=avoid)
        return Member(number, name, sex, born_on, descent, place)

    def birth(self, age: int) -> PartialDate:
        """Draw a birth date for an age today; of some elders the year alone is known."""
        day = self._today - timedelta(days=age * 365 + age // 4 + self._draw.number(1, 360))
        if day.year <= _YEAR_ONLY_UNTIL and self._draw.chance(0.3):
            return PartialDate(day.year)
        return PartialDate.from_date(day)

    def from_elsewhere(self, ethnicity: Ethnicity, birth_year: int, *, surname: str = "") -> Descent:
        """Invent parents who are no part of the population: records give their names and birth years."""
        own = surname or invent_surname(ethnicity, self._draw)
        other = invent_surname(ethnicity, self._draw)
        from_mother = ethnicity.surname_from is Sex.FEMALE
        fathers, mothers = (other, own) if from_mother else (own, other)
        father = self._distant(ethnicity, Kinship.FATHER, fathers, self._parents_birth(birth_year))
        mother = self._distant(ethnicity, Kinship.MOTHER, mothers, self._parents_birth(birth_year))
        return Descent(ethnicity, father, mother, own, self._draw.one(ethnicity.origins))

    def _parents_birth(self, birth_year: int) -> PartialDate:
        return PartialDate(birth_year - self._draw.number(21, 35))

    def _distant(
        self, ethnicity: Ethnicity, kinship: Kinship, surname: str, born_on: PartialDate
    ) -> Relative:
        sex = Sex.MALE if kinship is Kinship.FATHER else Sex.FEMALE
        name = invent_name(ethnicity, sex, surname=surname, draw=self._draw)
        return Relative(name, kinship, None, born_on, sex, NATIONALITY, ethnicity.name)


def descent_of(father: Member, mother: Member) -> Descent:
    """Say what a child of two members of the population has from them."""
    fathers, mothers = father.as_relative(Kinship.FATHER), mother.as_relative(Kinship.MOTHER)
    named_after = mother if father.ethnicity.surname_from is Sex.FEMALE else father
    return Descent(father.ethnicity, fathers, mothers, named_after.descent.surname, father.descent.origin)

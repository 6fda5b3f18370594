"""The words that invented people are made of: names, places, occupations, and the cast every desk has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from counter_app.domain.citizen_id import TRAINING_PREFIX, CitizenId, Sex
from counter_app.domain.dates import PartialDate


@dataclass(frozen=True, slots=True)
class NameStyle:
    """How a full name is put together for one sex; ``middles`` are weighted and may be none."""

    pattern: str
    givens: tuple[str, ...]
    middles: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Ethnicity:
    """One people's names, faiths and places of origin, in the units of before 1 July 2025."""

    name: str
    weight: float
    surname_from: Sex
    surnames: Mapping[str, float]
    styles: Mapping[Sex, NameStyle]
    religions: Mapping[str, float]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A commune of today, and the same in the old units; ``hamlets`` is empty where streets have names."""

    commune: str
    province: str
    formerly: str
    hamlets: tuple[str, ...]
    ethnicities: tuple[str, ...]


class Shape(StrEnum):
    """Who lives together."""

    ALONE = "alone"
    COUPLE = "couple"
    NEW_PARENTS = "new_parents"
    FAMILY = "family"
    THREE_GENERATIONS = "three_generations"


@dataclass(frozen=True, slots=True)
class CastMember:
    """One of the people every training desk has: head of a household, with what makes them notable.

    ``number_sex`` is what the number says where the sex was corrected later; ``card_name`` and
    ``card_residence`` are what an older card still says.
    """

    role: str
    full_name: str
    surname: str
    sex: Sex
    born_on: PartialDate
    ethnicity: str
    commune: str
    shape: Shape
    serial: str
    number_sex: Sex
    born_at: str = ""
    birth_registered_at: str = ""
    card_issued_on: date | None = None
    card_name: str = ""
    card_residence: str = ""
    updated_on: date | None = None
    died_on: PartialDate | None = None
    cancelled_ids: tuple[str, ...] = ()

    @property
    def citizen_id(self) -> CitizenId:
        """Their number, the same at every desk."""
        return training_id(self.born_on.year, self.number_sex, self.serial)


@dataclass(frozen=True, slots=True)
class SpecimenWords:
    """All words of the specimen files."""

    ethnicities: tuple[Ethnicity, ...]
    places: tuple[Place, ...]
    streets: tuple[str, ...]
    occupations: tuple[str, ...]
    occupations_of_elders: tuple[str, ...]
    cast: tuple[CastMember, ...]

    def cast_member(self, number: CitizenId) -> CastMember | None:
        """Give the cast member of this number, or None for all other people."""
        alike = (member for member in self.cast if member.serial == number.digits[-6:])
        return next((member for member in alike if member.citizen_id == number), None)

    def ethnicity(self, name: str) -> Ethnicity:
        """Give one people by its name; raises StopIteration for a name no file has."""
        return next(ethnicity for ethnicity in self.ethnicities if ethnicity.name == name)


def training_id(birth_year: int, sex: Sex, serial: str) -> CitizenId:
    """Put a training number together: 000, then century and sex, year, and six digits."""
    century_and_sex = (birth_year // 100 - 19) * 2 + (sex is Sex.FEMALE)
    return CitizenId(f"{TRAINING_PREFIX}{century_and_sex}{birth_year % 100:02}{serial}")

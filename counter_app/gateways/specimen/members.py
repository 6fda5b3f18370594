"""A person of an invented household, before a record is written about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counter_app.domain.citizen import Kinship, Relative
from counter_app.domain.citizen_id import CitizenId, Sex
from counter_app.domain.dates import PartialDate
from counter_app.gateways.specimen.words import CastMember, Ethnicity

NATIONALITY = "Việt Nam"


@dataclass(frozen=True, slots=True)
class Descent:
    """What a child has from its parents: its people, who they are, the family name, the place of origin."""

    ethnicity: Ethnicity
    father: Relative
    mother: Relative
    surname: str
    origin: str


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of a household: who they are, whose child and whose spouse; ``place`` is towards the head."""

    citizen_id: CitizenId
    full_name: str
    sex: Sex
    born_on: PartialDate
    descent: Descent
    place: str
    spouse: CitizenId | None = None
    widowed: bool = False
    cast: CastMember | None = None

    @property
    def ethnicity(self) -> Ethnicity:
        """The people they belong to."""
        return self.descent.ethnicity

    @property
    def has_died(self) -> bool:
        """Whether the record tells of a death."""
        return self.cast is not None and self.cast.died_on is not None

    def as_relative(self, kinship: Kinship) -> Relative:
        """Name this person as somebody else's record does."""
        return Relative(
            self.full_name, kinship, self.citizen_id, self.born_on, self.sex, NATIONALITY, self.ethnicity.name
        )


def kinship_of(other: Member, person: Member, household: Sequence[Member]) -> Kinship:
    """Say what ``other`` is to ``person``, both of one household."""
    if other.citizen_id == person.spouse:
        return Kinship.SPOUSE
    if other.citizen_id == person.descent.father.citizen_id:
        return Kinship.FATHER
    if other.citizen_id == person.descent.mother.citizen_id:
        return Kinship.MOTHER
    if _is_child(person, other):
        return Kinship.CHILD
    if any(_is_child(person, between) and _is_child(between, other) for between in household):
        return Kinship.GRANDCHILD
    return Kinship.SIBLING if _is_sibling(other, person) else Kinship.OTHER


def _is_sibling(other: Member, person: Member) -> bool:
    mother = person.descent.mother.citizen_id
    return mother is not None and mother == other.descent.mother.citizen_id


def _is_child(parent: Member, child: Member) -> bool:
    return parent.citizen_id in {child.descent.father.citizen_id, child.descent.mother.citizen_id}

"""Invents who lives together: couples, their children, and the head's parents, with ages that fit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from counter_app.domain.citizen_id import Sex
from counter_app.domain.dates import PartialDate
from counter_app.gateways.specimen.draw import Draw
from counter_app.gateways.specimen.lineage import Lineage, descent_of
from counter_app.gateways.specimen.members import Member
from counter_app.gateways.specimen.words import CastMember, Ethnicity, Shape

_HEAD, _CHILD = "Chủ hộ", "Con đẻ"
_HEAD_AGES = {
    Shape.ALONE: (22, 88),
    Shape.COUPLE: (26, 78),
    Shape.FAMILY: (27, 55),
    Shape.THREE_GENERATIONS: (30, 50),
}
_NEW_BORN_DAYS = 12
_OLDEST_MOTHER = 41
_LEAVES_HOME = 29


class Families:
    """Invents households one after another; each is a tuple of members, the head first."""

    def __init__(self, draw: Draw, lineage: Lineage, today: date) -> None:
        self._draw = draw
        self._lineage = lineage
        self._today = today

    def invent(self, ethnicity: Ethnicity, shape: Shape) -> tuple[Member, ...]:
        """Invent a household of this shape."""
        sex = Sex.MALE if self._draw.chance(0.7) else Sex.FEMALE
        age = self._draw.number(*_HEAD_AGES[shape])
        if shape is Shape.THREE_GENERATIONS:
            return self._three_generations(ethnicity, sex, age)
        return self._around(self._lineage.adult(ethnicity, sex, age=age, place=_HEAD), shape)

    def around_cast(self, cast: CastMember, ethnicity: Ethnicity) -> tuple[Member, ...]:
        """Invent the household of somebody of the cast."""
        descent = self._lineage.from_elsewhere(ethnicity, cast.born_on.year, surname=cast.surname)
        head = Member(cast.citizen_id, cast.full_name, cast.sex, cast.born_on, descent, _HEAD, cast=cast)
        return self._around(head, cast.shape)

    def _around(self, head: Member, shape: Shape) -> tuple[Member, ...]:
        if shape is Shape.ALONE:
            return (head,)
        head, partner = self._marry(head)
        if shape is Shape.COUPLE:
            return (head, partner)
        father, mother = (head, partner) if head.sex is Sex.MALE else (partner, head)
        if shape is Shape.NEW_PARENTS:
            return (head, partner, self._new_born(father, mother))
        return (head, partner, *self._children(father, mother))

    def _marry(self, head: Member) -> tuple[Member, Member]:
        """Give the head a husband of up to six years more, or a wife of up to six years less."""
        years, age = self._draw.number(0, 6), head.born_on.age_on(self._today)
        if head.sex is Sex.MALE:
            wifes_age = max(20, age - years)
            partner = self._lineage.adult(head.ethnicity, Sex.FEMALE, age=wifes_age, place="Vợ")
        else:
            partner = self._lineage.adult(head.ethnicity, Sex.MALE, age=age + years, place="Chồng")
        if head.has_died:
            partner = replace(partner, place=_HEAD, widowed=True)
        return replace(head, spouse=partner.citizen_id), replace(partner, spouse=head.citizen_id)

    def _children(self, father: Member, mother: Member) -> Iterator[Member]:
        """Invent one to three children, two to five years apart; the grown ones have left."""
        mothers_age = mother.born_on.age_on(self._today)
        age_at_birth = self._draw.number(21, min(30, max(21, mothers_age)))
        family = [father, mother]
        for _ in range(self._draw.number(1, 3)):
            age = mothers_age - age_at_birth
            if age_at_birth <= _OLDEST_MOTHER and 0 <= age <= _LEAVES_HOME:
                family.append(self._child(family, self._lineage.birth(age)))
                yield family[-1]
            age_at_birth += self._draw.number(2, 5)

    def _child(self, family: list[Member], born_on: PartialDate) -> Member:
        """Invent a child of the family's first two; families shun a name that one of them bears."""
        sex = self._draw.one(list(Sex))
        names = " ".join(member.full_name for member in family)
        descent = descent_of(family[0], family[1])
        return self._lineage.child(descent, sex, born_on=born_on, place=_CHILD, avoid=names)

    def _new_born(self, father: Member, mother: Member) -> Member:
        born_on = PartialDate.from_date(self._today - timedelta(days=_NEW_BORN_DAYS))
        return self._child([father, mother], born_on)

    def _three_generations(self, ethnicity: Ethnicity, sex: Sex, age: int) -> tuple[Member, ...]:
        """Invent a family around the head with the head's parents, or with the widowed mother alone."""
        father, mother = self._elders(ethnicity, age)
        elders: tuple[Member, ...] = (father, mother)
        descent = descent_of(father, mother)
        if self._draw.chance(0.4):
            without_number = replace(descent.father, citizen_id=None)
            descent, elders = replace(descent, father=without_number), (_widowed(mother),)
        names = f"{father.full_name} {mother.full_name}"
        born_on = self._lineage.birth(age)
        head = self._lineage.child(descent, sex, born_on=born_on, place=_HEAD, avoid=names)
        return self._around(head, Shape.FAMILY) + elders

    def _elders(self, ethnicity: Ethnicity, child_age: int) -> tuple[Member, Member]:
        mothers_age = child_age + self._draw.number(21, 30)
        fathers_age = mothers_age + self._draw.number(0, 6)
        father = self._lineage.adult(ethnicity, Sex.MALE, age=fathers_age, place="Cha đẻ")
        mother = self._lineage.adult(ethnicity, Sex.FEMALE, age=mothers_age, place="Mẹ đẻ")
        return replace(father, spouse=mother.citizen_id), replace(mother, spouse=father.citizen_id)


def _widowed(mother: Member) -> Member:
    return replace(mother, spouse=None, widowed=True)

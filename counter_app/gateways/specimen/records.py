"""Writes the population record of each member of a household."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from datetime import date, timedelta

from counter_app.domain.address import Address
from counter_app.domain.citizen import CardIssue, Household, Kinship, PopulationRecord, Relative
from counter_app.gateways.specimen.draw import Draw
from counter_app.gateways.specimen.homes import UNITS_CHANGED_ON, Home, bare, invent_home
from counter_app.gateways.specimen.members import NATIONALITY, Member, kinship_of
from counter_app.gateways.specimen.numbers import NumberBook
from counter_app.gateways.specimen.validity import issue_by_chance, issue_on
from counter_app.gateways.specimen.words import CastMember, SpecimenWords

_FORMER_IDS_UNTIL = 1999
_GROWN, _RETIRED = 18, 62


@dataclass(frozen=True, slots=True)
class _Settled:
    """A household at home."""

    members: tuple[Member, ...]
    home: Home
    religion: str


class RecordWriter:
    """Writes records: what a household shares, and what chance gives each of its people."""

    def __init__(self, source: SpecimenWords, draw: Draw, numbers: NumberBook, today: date) -> None:
        self._source = source
        self._draw = draw
        self._numbers = numbers
        self._today = today

    def write(self, members: tuple[Member, ...], home: Home) -> tuple[PopulationRecord, ...]:
        """Write a record for every member; the first is the head."""
        religion = self._draw.weighted(members[0].ethnicity.religions)
        household = _Settled(members, home, religion)
        return tuple(self._record(member, household) for member in members)

    def _record(self, member: Member, settled: _Settled) -> PopulationRecord:
        card = issue_by_chance(member.born_on, self._today, self._draw)
        born_at = _birth_place(member, settled.home)
        record = PopulationRecord(
            citizen_id=member.citizen_id,
            full_name=member.full_name,
            born_on=member.born_on,
            sex=member.sex,
            place_of_birth=bare(born_at),
            birth_registered_at=f"UBND {born_at}",
            place_of_origin=bare(member.descent.origin),
            ethnicity=member.ethnicity.name,
            religion=settled.religion,
            nationality=NATIONALITY,
            marital_status=_marital_status(member),
            permanent_residence=settled.home.address,
            household=_household(member, settled.members),
            updated_on=self._updated_on(member, card),
            card=card,
            father=member.descent.father,
            mother=member.descent.mother,
            spouse=_spouse(member, settled.members),
        )
        record = self._with_grown_things(record)
        return _with_cast(record, member.cast) if member.cast else record

    def _updated_on(self, member: Member, card: CardIssue | None) -> date:
        """Draw a day after the units changed, the birth and the card."""
        born = member.born_on.latest() + timedelta(days=2)
        first = max(UNITS_CHANGED_ON, born, card.issued_on if card else UNITS_CHANGED_ON)
        return self._draw.day(first, max(first, self._today))

    def _with_grown_things(self, record: PopulationRecord) -> PopulationRecord:
        """Add what only grown people have; of each, some have none."""
        age = record.born_on.age_on(self._today)
        if age < _GROWN:
            return replace(record, occupation="Học sinh" if age >= 6 else "")
        works = self._source.occupations if age < _RETIRED else self._source.occupations_of_elders
        has_former = record.born_on.year <= _FORMER_IDS_UNTIL and self._draw.chance(0.85)
        phone = self._numbers.phone() if self._draw.chance(0.7) else ""
        lodging = self._lodging(record) if self._draw.chance(0.06) else None
        return replace(
            record,
            occupation=self._draw.one(works),
            former_id=self._numbers.former_id() if has_former else "",
            phone=phone,
            email=_email(record.full_name, phone) if phone and self._draw.chance(0.4) else "",
            temporary_residence=lodging,
            present_residence=lodging,
        )

    def _lodging(self, record: PopulationRecord) -> Address:
        """Draw where somebody stays who works away from home; in today's units alone."""
        province = record.permanent_residence.province
        elsewhere = [place for place in self._source.places if place.province != province]
        home = invent_home(self._source, self._draw, self._draw.one(elsewhere))
        return replace(home.address, formerly="")


def _birth_place(member: Member, home: Home) -> str:
    """Name the units where a birth was registered: children's at home, all others' where they come from."""
    is_child_here = member.descent.mother.citizen_id is not None and member.spouse is None
    born = member.born_on.latest()
    lived_here = bool(home.address.formerly) or born >= UNITS_CHANGED_ON
    return home.units_on(born) if is_child_here and lived_here else member.descent.origin


def _spouse(member: Member, members: tuple[Member, ...]) -> Relative | None:
    spouses = (other for other in members if other.citizen_id == member.spouse)
    return next((spouse.as_relative(Kinship.SPOUSE) for spouse in spouses), None)


def _marital_status(member: Member) -> str:
    if member.widowed:
        return "Góa"
    if member.spouse is None:
        return "Chưa kết hôn"
    return "Đã kết hôn"


def _household(member: Member, members: tuple[Member, ...]) -> Household:
    """Name the head, and everybody living but the person; kinship is towards the person.

    Who died is head in their own record only.
    """
    head = next(one for one in members if one is member or not one.has_died)
    others = (other for other in members if other is not member and not other.has_died)
    return Household(
        head=head.as_relative(Kinship.HEAD),
        relation_to_head=member.place,
        members=tuple(other.as_relative(kinship_of(other, member, members)) for other in others),
    )


def _with_cast(record: PopulationRecord, cast: CastMember) -> PopulationRecord:
    """Write over what chance gave where the cast says otherwise."""
    card = issue_on(cast.born_on, cast.card_issued_on) if cast.card_issued_on else record.card
    return replace(
        record,
        place_of_birth=cast.born_at or record.place_of_birth,
        birth_registered_at=cast.birth_registered_at or record.birth_registered_at,
        cancelled_ids=cast.cancelled_ids,
        died_on=cast.died_on,
        card=card,
        updated_on=cast.updated_on or max(record.updated_on, *_days_of(card, cast)),
    )


def _days_of(card: CardIssue | None, cast: CastMember) -> tuple[date, ...]:
    """List the days on which something was written into the record."""
    return (card.issued_on if card else date.min, cast.died_on.latest() if cast.died_on else date.min)


def _email(full_name: str, phone: str) -> str:
    """Make an address under the domain kept for examples."""
    plain = unicodedata.normalize("NFD", full_name.casefold().replace("đ", "d"))
    words = "".join(letter if letter.isascii() else "" for letter in plain).replace("'", "").split()
    return f"{words[-1]}.{words[0]}{phone[-3:]}@example.com"

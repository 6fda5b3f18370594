"""Writes the population record of each member of a household."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from counter_app.domain.citizen import CardIssue, Household, Kinship, PopulationRecord, Relative
from counter_app.domain.citizen_id import CitizenId
from counter_app.gateways.specimen.draw import Draw
from counter_app.gateways.specimen.homes import UNITS_CHANGED_ON, Home, bare
from counter_app.gateways.specimen.living import Livings
from counter_app.gateways.specimen.members import NATIONALITY, Member, kinship_of
from counter_app.gateways.specimen.particulars import particulars_of, residence_file
from counter_app.gateways.specimen.validity import issue_by_chance, issue_on
from counter_app.gateways.specimen.words import CastMember

_OF_AGE = 18


@dataclass(frozen=True, slots=True)
class _Settled:
    """A household at home."""

    members: tuple[Member, ...]
    home: Home
    religion: str


class RecordWriter:
    """Writes records: what a household shares, and what chance gives each of its people."""

    def __init__(self, draw: Draw, livings: Livings, today: date) -> None:
        self._draw = draw
        self._livings = livings
        self._today = today

    def write(self, members: tuple[Member, ...], home: Home) -> tuple[PopulationRecord, ...]:
        """Write a record for every member; the first is the head."""
        religion = self._draw.weighted(members[0].ethnicity.religions)
        household = _Settled(members, home, religion)
        records = tuple(self._record(member, household) for member in members)
        former = {record.citizen_id: record.former_id for record in records}
        return tuple(_with_former_ids(record, former) for record in records)

    def _record(self, member: Member, settled: _Settled) -> PopulationRecord:
        card = issue_by_chance(member.born_on, self._today, self._draw)
        born_at = _birth_place(member, settled.home)
        living = self._livings.of(member, settled.home)
        more = particulars_of(member, living, self._today)
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
            former_id=living.former_id,
            occupation=living.occupation,
            phone=living.phone,
            email=living.email,
            temporary_residence=living.lodging,
            temporary_residence_until=more.lodging_until,
            present_residence=living.lodging,
            other_name=more.other_name,
            blood_group=more.blood_group,
            absence=more.absence,
            children=_children(member, settled.members),
            representative=_representative(member, self._today),
            represented=_represented(member, settled.members, self._today),
            further=(residence_file(settled.members[0].citizen_id),),
        )
        return _with_cast(record, member.cast) if member.cast else record

    def _updated_on(self, member: Member, card: CardIssue | None) -> date:
        """Draw a day after the units changed, the birth and the card."""
        born = member.born_on.latest() + timedelta(days=2)
        first = max(UNITS_CHANGED_ON, born, card.issued_on if card else UNITS_CHANGED_ON)
        return self._draw.day(first, max(first, self._today))


def _birth_place(member: Member, home: Home) -> str:
    """Name the units where a birth was registered: children's at home, all others' where they come from."""
    is_child_here = member.descent.mother.citizen_id is not None and member.spouse is None
    born = member.born_on.latest()
    lived_here = bool(home.address.formerly) or born >= UNITS_CHANGED_ON
    return home.units_on(born) if is_child_here and lived_here else member.descent.origin


def _spouse(member: Member, members: tuple[Member, ...]) -> Relative | None:
    spouses = (other for other in members if other.citizen_id == member.spouse)
    return next((spouse.as_relative(Kinship.SPOUSE) for spouse in spouses), None)


def _children(member: Member, members: tuple[Member, ...]) -> tuple[Relative, ...]:
    living = (other for other in members if other is not member and not other.has_died)
    named = (other.as_relative(kinship_of(other, member, members)) for other in living)
    return tuple(one for one in named if one.kinship is Kinship.CHILD)


def _representative(member: Member, today: date) -> Relative | None:
    """Name the mother of whoever is not of age (Civil Code 91/2015, Article 136)."""
    return member.descent.mother if member.born_on.age_on(today) < _OF_AGE else None


def _represented(member: Member, members: tuple[Member, ...], today: date) -> tuple[Relative, ...]:
    """Name the children whose mother this is and who are not of age."""
    return tuple(
        other.as_relative(Kinship.CHILD)
        for other in members
        if other.born_on.age_on(today) < _OF_AGE and other.descent.mother.citizen_id == member.citizen_id
    )


def _with_former_ids(record: PopulationRecord, former: Mapping[CitizenId, str]) -> PopulationRecord:
    """Write beside each relative the nine-digit number that their own record has."""

    def named(one: Relative) -> Relative:
        known = former.get(one.citizen_id, "") if one.citizen_id else ""
        return replace(one, former_id=known)

    def all_named(them: tuple[Relative, ...]) -> tuple[Relative, ...]:
        return tuple(named(one) for one in them)

    household = record.household
    return replace(
        record,
        father=named(record.father) if record.father else None,
        mother=named(record.mother) if record.mother else None,
        spouse=named(record.spouse) if record.spouse else None,
        representative=named(record.representative) if record.representative else None,
        children=all_named(record.children),
        represented=all_named(record.represented),
        household=replace(household, head=named(household.head), members=all_named(household.members)),
    )


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

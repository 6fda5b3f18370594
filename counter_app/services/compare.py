"""The card laid beside the record: where they differ, which is newer, and what the official should know."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from counter_app.domain.address import Address
from counter_app.domain.card_expiry import Standing, Validity, validity_of
from counter_app.domain.citizen import CitizenCard, Person, PopulationRecord
from counter_app.domain.letters import same_name
from forms.wording import fold


class Aspect(StrEnum):
    """What can differ between card and record."""

    FULL_NAME = "full_name"
    BORN_ON = "born_on"
    SEX = "sex"
    FORMER_ID = "former_id"
    RESIDENCE = "residence"


class Newer(StrEnum):
    """Which of the two was written later."""

    CARD = "card"
    RECORD = "record"
    UNKNOWN = "unknown"


class Remark(StrEnum):
    """What the official should know before going on; none of it blocks."""

    PERSON_DIED = "person_died"
    CARD_EXPIRED = "card_expired"
    CARD_MAY_HAVE_EXPIRED = "card_may_have_expired"
    CARD_REPLACED = "card_replaced"
    ID_DISAGREES = "id_disagrees"
    ID_CANCELLED = "id_cancelled"


_ON_STANDING = {
    Standing.HOLDS: (),
    Standing.ENDED: (Remark.CARD_EXPIRED,),
    Standing.UNSURE: (Remark.CARD_MAY_HAVE_EXPIRED,),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One aspect as each side has it, as canonical text."""

    aspect: Aspect
    on_card: str
    in_record: str
    newer: Newer


def differences(person: Person) -> tuple[Difference, ...]:
    """Lay card beside record, aspect by aspect; what one side does not say is no difference."""
    card, record = person.card, person.record
    if record is None:
        return ()
    newer = _newer(card, record)
    return tuple(
        Difference(aspect, on_card, in_record, newer)
        for aspect, on_card, in_record, alike in _aspects(card, record)
        if on_card and in_record and not alike
    )


def _aspects(card: CitizenCard, record: PopulationRecord) -> tuple[tuple[Aspect, str, str, bool], ...]:
    home, sex, born = record.permanent_residence, card.sex or "", str(card.born_on or "")
    same_former = card.former_id == record.former_id
    return (
        (Aspect.FULL_NAME, card.full_name, record.full_name, same_name(card.full_name, record.full_name)),
        (Aspect.BORN_ON, born, str(record.born_on), card.born_on == record.born_on),
        (Aspect.SEX, sex, record.sex, card.sex is record.sex),
        (Aspect.FORMER_ID, card.former_id, record.former_id, same_former),
        (Aspect.RESIDENCE, card.residence, str(home), _same_place(card.residence, home)),
    )


def remarks(person: Person, today: date, *, zone: Validity | None = None) -> tuple[Remark, ...]:
    """Say what the official should know of this person's card and record; ``zone`` as in ``validity_of``."""
    found = [Remark.ID_DISAGREES] if person.card.doubts else []
    record = person.record
    if record and record.citizen_id != person.card.citizen_id:
        found.append(Remark.ID_CANCELLED)
    if record and record.died_on is not None:
        found.append(Remark.PERSON_DIED)
    issue = record.card if record else None
    validity = validity_of(person.card, issue, zone=zone)
    found += _ON_STANDING[validity.standing_on(today)] if validity else ()
    if issue and person.card.issued_on and person.card.issued_on < issue.issued_on:
        found.append(Remark.CARD_REPLACED)
    return tuple(found)


def _newer(card: CitizenCard, record: PopulationRecord) -> Newer:
    if card.issued_on is None:
        return Newer.UNKNOWN
    return Newer.RECORD if record.updated_on >= card.issued_on else Newer.CARD


def _same_place(written: str, home: Address) -> bool:
    """Whether both name one place: the units of before July 2025 name today's place too."""
    return _bare(written) in {_bare(str(home)), _bare(home.formerly)}


def _bare(address: str) -> str:
    return "".join(letter for letter in fold(address) if letter.isalnum())

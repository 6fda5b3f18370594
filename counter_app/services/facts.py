"""What is already known of the people in a visit, named as forms ask for it.

Facts of the population record are verified; what only the card says is not, for a QR proves nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from operator import itemgetter

from counter_app.domain.address import AddressToday
from counter_app.domain.citizen import Kinship, Person, PopulationRecord, Relative
from counter_app.domain.citizen_id import Sex
from counter_app.domain.dossier import Capacity
from counter_app.domain.office import Office
from forms.answers import Row
from forms.prefill import KnownFact
from forms.wording import short_date

Facts = Mapping[str, KnownFact]
_CONTACTS = {"phone", "email"}
"""A number is the citizen's to change at any desk; locking it would only cost a reason."""
_PARENT_ROLES = {Kinship.MOTHER.value: Kinship.FATHER.value, Kinship.FATHER.value: Kinship.MOTHER.value}


def facts_of_visit(
    applicant: Person, holder: Person | None, office: Office, *, capacity: Capacity, relation: str
) -> Facts:
    """Gather every fact a form of this visit may ask for.

    ``relation`` is what the applicant is to the child or holder, as the form was answered: a mother or
    father at the desk makes the parents' facts known too.
    """
    whose = applicant if capacity is Capacity.SELF else holder
    known = {"office.name": KnownFact(office.name, "office", None, verified=False)}
    known |= facts_about(applicant, "applicant")
    known |= facts_about(whose, "holder") if whose else {}
    other = _PARENT_ROLES.get(relation)
    if other:
        known |= facts_about(applicant, relation)
        spouse = applicant.record.spouse if applicant.record else None
        known |= _relative_facts(spouse, other, _as_of(applicant)) if spouse else {}
    return known


def facts_about(person: Person, role: str) -> dict[str, KnownFact]:
    """Name all that card and record say of one person; the record's word goes before the card's."""
    said = _card_says(person)
    source, verified = "card", False
    known = {name: KnownFact(value, source, person.card.issued_on, verified=verified) for name, value in said}
    if person.record:
        as_of = _as_of(person)
        rows = _household_rows(person.record)
        for name, value in filter(itemgetter(1), _record_says(person.record)):
            known[name] = KnownFact(value, "population", as_of, verified=name not in _CONTACTS)
        known["household"] = KnownFact(rows, "population", as_of, verified=True)
    if person.residence_today:
        known |= _residence_today(known["permanent_residence"], person.residence_today)
    return {f"{role}.{name}": fact for name, fact in known.items() if fact.value}


def _residence_today(said: KnownFact, today: AddressToday) -> dict[str, KnownFact]:
    """Put today's units first, and what card or record says beside it (notes of CT01, Circular 116/2026).

    The tables, not the State, say where an address lies today: it stays open to the official's hand. While
    there is a choice to make, the older address stands as it was said.
    """
    known = {"permanent_residence_formerly": said}
    if today.found:
        known["permanent_residence"] = replace(said, value=today.found, verified=False)
    return known


def _as_of(person: Person) -> date | None:
    return person.as_of.date() if person.as_of else None


def _card_says(person: Person) -> tuple[tuple[str, str], ...]:
    card = person.card
    issued = card.issued_on.isoformat() if card.issued_on else ""
    return (
        ("full_name", card.full_name),
        ("born_on", str(card.born_on or "")),
        ("birth_year", str(card.born_on.year) if card.born_on else ""),
        ("sex", card.sex or ""),
        ("citizen_id", str(card.citizen_id)),
        ("former_id", card.former_id),
        ("permanent_residence", card.residence),
        ("card_issued_on", issued),
        ("identity_paper", _identity_paper(str(card.citizen_id), issued, "")),
    )


def _record_says(record: PopulationRecord) -> tuple[tuple[str, str], ...]:
    issued = record.card.issued_on.isoformat() if record.card else ""
    issuer = record.card.issued_by if record.card else ""
    head = record.household.head
    return (
        ("full_name", record.full_name),
        ("other_name", record.other_name),
        ("born_on", str(record.born_on)),
        ("birth_year", str(record.born_on.year)),
        ("sex", record.sex),
        ("citizen_id", str(record.citizen_id)),
        ("former_id", record.former_id),
        ("place_of_birth", record.place_of_birth),
        ("birth_registered_at", record.birth_registered_at),
        ("place_of_origin", record.place_of_origin),
        ("ethnicity", record.ethnicity),
        ("religion", record.religion),
        ("nationality", record.nationality),
        ("permanent_residence", str(record.permanent_residence)),
        ("permanent_residence_formerly", record.permanent_residence.formerly),
        ("temporary_residence", str(record.temporary_residence or "")),
        ("present_residence", str(record.present_residence or record.permanent_residence)),
        ("marital_status", record.marital_status),
        ("occupation", record.occupation),
        ("phone", record.phone),
        ("email", record.email),
        ("card_issued_on", issued),
        ("card_issued_by", issuer),
        ("identity_paper", _identity_paper(str(record.citizen_id), issued, issuer)),
        ("head.full_name", head.full_name),
        ("head.citizen_id", str(head.citizen_id or "")),
        ("head.relation", record.household.relation_to_head),
    )


def _relative_facts(relative: Relative, role: str, as_of: date | None) -> dict[str, KnownFact]:
    said = (
        ("full_name", relative.full_name),
        ("citizen_id", str(relative.citizen_id or "")),
        ("born_on", str(relative.born_on or "")),
        ("birth_year", str(relative.born_on.year) if relative.born_on else ""),
        ("sex", relative.sex or ""),
        ("nationality", relative.nationality),
        ("ethnicity", relative.ethnicity),
    )
    return {
        f"{role}.{name}": KnownFact(value, "population", as_of, verified=True)
        for name, value in said
        if value
    }


def _household_rows(record: PopulationRecord) -> tuple[Row, ...]:
    return tuple(
        {
            "full_name": member.full_name,
            "born_on": str(member.born_on or ""),
            "sex": member.sex or "",
            "citizen_id": str(member.citizen_id or ""),
            "relation": kinship_words(member),
        }
        for member in record.household.members
        if member.citizen_id != record.citizen_id
    )


def kinship_words(relative: Relative) -> str:
    """Say in a form's words what the relative is to the record's person; "Khác" where words would guess."""
    female = relative.sex is Sex.FEMALE
    words = {
        Kinship.FATHER: "Cha",
        Kinship.MOTHER: "Mẹ",
        Kinship.SPOUSE: "Vợ" if female else "Chồng",
        Kinship.CHILD: "Con",
        Kinship.PARENT: "Mẹ" if female else "Cha",
        Kinship.GRANDCHILD: "Cháu",
        Kinship.SIBLING: "Anh, chị, em",
    }
    return words.get(relative.kinship, "Khác")


def _identity_paper(number: str, issued_on: str, issuer: str) -> str:
    words = f"Thẻ căn cước số {number}"
    if issuer:
        words += f", {issuer} cấp"
    elif issued_on:
        words += ", cấp"
    return f"{words} ngày {short_date(issued_on)}" if issued_on else words

"""What card and record say of one person, named as forms ask for it.

Facts of the population record are verified; what only the card says is not, for a QR proves nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from operator import itemgetter

from counter_app.domain.address import AddressToday
from counter_app.domain.citizen import Absence, CardIssue, Person, PopulationRecord
from counter_app.services.correction import correction_of
from counter_app.services.kin_facts import children_rows, facts_about_kin, household_rows
from forms.answers import Row
from forms.prefill import KnownFact
from forms.wording import short_date

Facts = Mapping[str, KnownFact]
CONTACTS = frozenset({"phone", "email"})
"""A number is the citizen's to change at any desk; locking it would only cost a reason."""


def facts_about(person: Person, role: str) -> dict[str, KnownFact]:
    """Name all that card and record say of one person; the record's word goes before the card's."""
    said = _card_says(person)
    source, verified = "card", False
    known = {name: KnownFact(value, source, person.card.issued_on, verified=verified) for name, value in said}
    if person.record:
        as_of = _as_of(person)
        for name, value in filter(itemgetter(1), _record_says(person.record)):
            known[name] = KnownFact(value, "population", as_of, verified=name not in CONTACTS)
        for name, rows in _rows(person.record):
            known[name] = KnownFact(rows, "population", as_of, verified=True)
    if person.residence_today:
        known |= _residence_today(known["permanent_residence"], person.residence_today)
    known |= _correction(person)
    facts = {f"{role}.{name}": fact for name, fact in known.items() if fact.value}
    return facts | (facts_about_kin(person.record, role, _as_of(person)) if person.record else {})


def _correction(person: Person) -> dict[str, KnownFact]:
    """Say where card and record differ, as the forms that put it right ask for it."""
    correction = correction_of(person)
    if correction is None:
        return {}
    said = {"correction": correction.request} | {
        f"correction.{name}": value for name, value in correction.said.items()
    }
    issued = person.card.issued_on
    return {name: KnownFact(value, "card", issued, verified=False) for name, value in said.items()}


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
        ("temporary_residence_until", str(record.temporary_residence_until or "")),
        ("present_residence", str(record.present_residence or record.permanent_residence)),
        ("marital_status", record.marital_status),
        ("occupation", record.occupation),
        ("phone", record.phone),
        ("email", record.email),
        ("blood_group", record.blood_group),
        ("absence", _absence(record.absence)),
        ("died_on", str(record.died_on or "")),
        ("missing_since", str(record.missing_since or "")),
        ("cancelled_ids", ", ".join(record.cancelled_ids)),
        ("card_issued_on", issued),
        ("card_issued_by", issuer),
        ("card_expires_on", _expiry(record.card)),
        ("identity_paper", _identity_paper(str(record.citizen_id), issued, issuer)),
        ("head.relation", record.household.relation_to_head),
        ("household_size", str(len(record.household.members) + 1)),
    )


def _rows(record: PopulationRecord) -> tuple[tuple[str, tuple[Row, ...]], ...]:
    return (("household", household_rows(record)), ("children", children_rows(record)))


def _expiry(card: CardIssue | None) -> str:
    return card.expires_on.isoformat() if card and card.expires_on else ""


def _absence(absence: Absence | None) -> str:
    if absence is None:
        return ""
    until = f" đến ngày {short_date(absence.until)}" if absence.until else ""
    return f"Từ ngày {short_date(absence.since)}{until}, tại {absence.place}"


def _identity_paper(number: str, issued_on: str, issuer: str) -> str:
    words = f"Thẻ căn cước số {number}"
    if issuer:
        words += f", {issuer} cấp"
    elif issued_on:
        words += ", cấp"
    return f"{words} ngày {short_date(issued_on)}" if issued_on else words

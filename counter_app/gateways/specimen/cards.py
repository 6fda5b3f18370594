"""The cards of invented people: the QR's text and every word that is printed beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from counter_app.domain.card_kind import NEW_CARDS_FROM
from counter_app.domain.citizen import CardIssue, PopulationRecord, Relative
from counter_app.domain.citizen_id import CitizenId, Sex
from counter_app.domain.dates import PartialDate
from counter_app.gateways.specimen.homes import UNITS_CHANGED_ON
from counter_app.gateways.specimen.validity import issuer_on
from counter_app.gateways.specimen.words import SpecimenWords

_FILLED_SINCE = date(2026, 3, 15)
"""From this day cards carry cancelled numbers too (Decree 58/2026)."""

_SEXES = {Sex.MALE: "Nam", Sex.FEMALE: "Nữ"}


@dataclass(frozen=True, slots=True)
class SpecimenCard:
    """A training card: ``payload`` is the QR's text, the rest is printed as it stands.

    ``layout`` is "2021" or "2024". ``origin`` is the place of origin on the older, the place of birth
    registration on the newer.
    """

    layout: str
    payload: str
    citizen_id: CitizenId
    full_name: str
    born: str
    sex: str
    nationality: str
    origin: str
    residence: str
    issued: str
    expires: str
    issuer: str


def card_of(record: PopulationRecord, source: SpecimenWords) -> SpecimenCard | None:
    """Print the card a person holds, with name and residence as of its issue; None where they hold none."""
    issue = record.card
    if issue is None:
        return None
    cast = source.cast_member(record.citizen_id)
    name = (cast.card_name if cast else "") or record.full_name
    residence = (cast.card_residence if cast else "") or _residence_at(issue.issued_on, record)
    is_new = issue.issued_on >= NEW_CARDS_FROM
    return SpecimenCard(
        layout="2024" if is_new else "2021",
        payload=_payload(record, issue, name, residence),
        citizen_id=record.citizen_id,
        full_name=name.upper(),
        born=_printed(record.born_on),
        sex=_SEXES[record.sex],
        nationality=record.nationality,
        origin=record.birth_registered_at if is_new else record.place_of_origin,
        residence=residence,
        issued=_printed(PartialDate.from_date(issue.issued_on)),
        expires=_printed(PartialDate.from_date(issue.expires_on)) if issue.expires_on else "Không thời hạn",
        issuer=issuer_on(issue.issued_on) if is_new else f"Cục trưởng {issuer_on(issue.issued_on)}",
    )


def _residence_at(issued_on: date, record: PopulationRecord) -> str:
    """Name today's home as it was called then; who came later lived at their place of origin before."""
    home = record.permanent_residence
    if issued_on >= UNITS_CHANGED_ON:
        return str(home)
    return home.formerly or f"Thôn Mẫu, {record.place_of_origin}"


def _payload(record: PopulationRecord, issue: CardIssue, name: str, residence: str) -> str:
    parts = [
        record.citizen_id.digits,
        record.former_id,
        name,
        _digits(record.born_on),
        _SEXES[record.sex],
        residence,
        _digits(PartialDate.from_date(issue.issued_on)),
    ]
    if issue.issued_on >= NEW_CARDS_FROM:
        parts += _last_four(record) if issue.issued_on >= _FILLED_SINCE else [""] * 4
    return "|".join(parts)


def _last_four(record: PopulationRecord) -> list[str]:
    """Fill the parts after the seventh; their real order is not published: nothing may rely on this one."""
    return [*map(_name_of, (record.father, record.mother, record.spouse)), ",".join(record.cancelled_ids)]


def _name_of(relative: Relative | None) -> str:
    return relative.full_name if relative else ""


def _digits(day: PartialDate) -> str:
    return "".join(reversed(str(day).split("-")))


def _printed(day: PartialDate) -> str:
    return "/".join(reversed(str(day).split("-")))

"""The names of the facts that may fill a form, so that a misspelt one is refused and not silently empty."""

from __future__ import annotations

ROLES = ("applicant", "holder", "mother", "father", "spouse")
"""Whose facts there are."""

_OF_A_PERSON = (
    "full_name",
    "other_name",
    "born_on",
    "birth_year",
    "sex",
    "citizen_id",
    "former_id",
    "place_of_birth",
    "birth_registered_at",
    "place_of_origin",
    "ethnicity",
    "religion",
    "nationality",
    "permanent_residence",
    "temporary_residence",
    "present_residence",
    "marital_status",
    "occupation",
    "phone",
    "email",
    "card_issued_on",
    "card_issued_by",
    "identity_paper",
    "head.full_name",
    "head.citizen_id",
    "head.relation",
)

FACTS = frozenset({"office.name"} | {f"{role}.{name}" for role in ROLES for name in _OF_A_PERSON})
"""Facts of one value; those of a role are told of that person."""

ROSTERS = frozenset(f"{role}.household" for role in ROLES)
"""Facts of many rows: the members of a person's household."""

ROSTER_KEYS = frozenset({"full_name", "born_on", "sex", "citizen_id", "relation"})
"""What a row of a roster tells; ``relation`` is what the member is to that person."""

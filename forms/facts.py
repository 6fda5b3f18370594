"""The names of the facts that may fill a form, so that a misspelt one is refused and not silently empty."""

from __future__ import annotations

ROLES = (
    "applicant",
    "holder",
    "proxy",
    "mother",
    "father",
    "spouse",
    "parent",
    "guardian",
    "child",
    "head_of_household",
    "bride",
    "groom",
    "declarant",
    "deceased",
    "owner",
    "representative",
)
"""Whose facts there are: the people of a dossier."""

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
    "blood_group",
    "absence",
    "died_on",
    "phone",
    "email",
    "card_issued_on",
    "card_issued_by",
    "card_expires_on",
    "identity_paper",
    "head.full_name",
    "head.citizen_id",
    "head.relation",
)

_KIN = ("father", "mother", "spouse")
_OF_KIN = ("full_name", "citizen_id", "born_on", "birth_year", "sex", "nationality", "ethnicity")
_OF_A_RECORD = (*_OF_A_PERSON, *(f"{kin}.{name}" for kin in _KIN for name in _OF_KIN))

FACTS = frozenset({"office.name"} | {f"{role}.{name}" for role in ROLES for name in _OF_A_RECORD})
"""Facts of one value: a role's own (``holder.born_on``) or its kin's (``holder.father.full_name``)."""

ROSTERS = frozenset(f"{role}.household" for role in ROLES)
"""Facts of many rows: the members of a person's household."""

ROSTER_KEYS = frozenset({"full_name", "born_on", "sex", "citizen_id", "relation"})
"""What a row of a roster tells; ``relation`` is what the member is to that person."""

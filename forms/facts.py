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
    "cancelled_ids",
    "place_of_birth",
    "birth_registered_at",
    "place_of_origin",
    "ethnicity",
    "religion",
    "nationality",
    "permanent_residence",
    "permanent_residence_formerly",
    "temporary_residence",
    "temporary_residence_until",
    "present_residence",
    "marital_status",
    "occupation",
    "blood_group",
    "absence",
    "died_on",
    "missing_since",
    "phone",
    "email",
    "card_issued_on",
    "card_issued_by",
    "card_expires_on",
    "identity_paper",
    "head.relation",
    "household_size",
)
"""What the State keeps of a person (Law 26/2023, Article 9.1)."""

_WHERE_CARD_AND_RECORD_DIFFER = (
    "correction",
    "correction.item",
    "correction.full_name",
    "correction.born_on",
    "correction.sex",
    "correction.former_id",
    "correction.card_request",
    "correction.card_reason",
)
"""A sentence that asks to put it right; of a record that is behind, which ``item`` and what the card says;
of a card that is behind, ``change`` and why: ``name`` or ``looks``."""

_TOLD_BY_THEM = (
    "education",
    "workplace",
    "bank_account",
    "bank_name",
    "insurance_number",
    "health_card_number",
    "clinic",
    "tax_code",
    "passport_number",
    "passport_issued_on",
    "licence_number",
    "licence_class",
    "licence_issued_on",
    "licence_issued_by",
)
"""What no record holds for this desk: known once the person has told it here, in this visit or an earlier."""

_KIN = ("father", "mother", "spouse", "child", "representative", "head")
"""``child`` is known where a record names one child only; ``ROLE.children`` lists them all."""
_OF_KIN = (
    "full_name",
    "citizen_id",
    "former_id",
    "born_on",
    "birth_year",
    "sex",
    "nationality",
    "ethnicity",
)
_OF_A_RECORD = (
    *_OF_A_PERSON,
    *_WHERE_CARD_AND_RECORD_DIFFER,
    *_TOLD_BY_THEM,
    *(f"{kin}.{name}" for kin in _KIN for name in _OF_KIN),
)

FACTS = frozenset({"office.name"} | {f"{role}.{name}" for role in ROLES for name in _OF_A_RECORD})
"""Facts of one value: a role's own (``holder.born_on``) or its kin's (``holder.father.full_name``)."""

ROSTERS = frozenset(f"{role}.{rows}" for role in ROLES for rows in ("household", "children"))
"""Facts of many rows: the other members of a person's household, and a person's children."""

ROSTER_KEYS = frozenset(
    {"full_name", "born_on", "sex", "citizen_id", "former_id", "nationality", "ethnicity", "relation"}
)
"""What a row of a roster tells; ``relation`` is what the member is to that person."""

"""A form as the law describes it: its sections, its fields, and which known fact fills which field."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from forms.errors import UnknownField, nearest
from forms.expressions import Rule


class FieldKind(StrEnum):
    """What may be written in a field."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    DATE = "date"  # a year, a year and month, or a full date
    NUMBER = "number"
    CHOICE = "choice"
    YES_NO = "yes_no"
    CITIZEN_ID = "citizen_id"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers a choice field offers."""

    value: str
    label: str
    label_en: str


@dataclass(frozen=True, slots=True)
class FactSource:
    """A known fact that may fill a field, when its condition holds."""

    fact: str
    when: Rule | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """A text that may stand in a field when its condition holds: a default, or a template to compose from."""

    text: str
    when: Rule | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """One question of a form.

    ``facts``, ``defaults`` and ``compose`` are tried in order: the first whose condition holds and whose
    words are known fills the field. ``maximum`` and ``minimum`` bound numbers, ``not_before`` and
    ``not_after`` dates; ``full_date`` asks for the day too. ``citizen`` marks a fact about a citizen, counted
    in the share that nobody typed. ``roster`` names a fact whose rows are offered for a table. ``number`` is
    the item's number on the official sheet; ``on_sheet`` is false for what only helps to fill another field.
    """

    name: str
    label: str
    label_en: str
    kind: FieldKind
    help: str = ""
    help_en: str = ""
    number: str = ""
    choices: tuple[Choice, ...] = ()
    facts: tuple[FactSource, ...] = ()
    defaults: tuple[Wording, ...] = ()
    compose: tuple[Wording, ...] = ()
    roster: str = ""
    columns: tuple[Field, ...] = ()
    required: bool = False
    required_if: Rule | None = None
    show_if: Rule | None = None
    max_length: int = 0
    minimum: int | None = None
    maximum: int | None = None
    not_before: Rule | None = None
    not_after: Rule | None = None
    full_date: bool = False
    citizen: bool = False
    on_sheet: bool = True

    def column(self, name: str) -> Field:
        """Find a column of a table; raises UnknownField."""
        return _named(name, self.columns)


@dataclass(frozen=True, slots=True)
class Section:
    """A group of questions under one heading; ``show_if`` hides them all together."""

    name: str
    title: str
    title_en: str
    fields: tuple[Field, ...]
    show_if: Rule | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """A warning of this form alone, given on ``field`` when its condition holds."""

    code: str
    field: str
    when: Rule
    message: str
    message_en: str


@dataclass(frozen=True, slots=True)
class FormDefinition:
    """One version of a form, in force from ``effective_from`` up to and with ``effective_to``.

    ``status`` is "verified" or "unverified"; ``declaration`` is the sentence the citizen signs and
    ``signatures`` are the titles of the signature blocks, from left to right.
    """

    code: str
    version: str
    title: str
    title_en: str
    effective_from: date
    effective_to: date | None
    source: str
    checked_on: date
    status: str
    sections: tuple[Section, ...]
    checks: tuple[Check, ...] = ()
    declaration: str = ""
    signatures: tuple[str, ...] = ()

    def fields(self) -> tuple[Field, ...]:
        """List every field in the order of the sheet."""
        return tuple(field for section in self.sections for field in section.fields)

    def field(self, name: str) -> Field:
        """Find a field by name; raises UnknownField."""
        return _named(name, self.fields())

    def in_force_on(self, day: date) -> bool:
        """Say whether this version is the one to use on that day."""
        return self.effective_from <= day and (self.effective_to is None or day <= self.effective_to)


def _named(name: str, fields: tuple[Field, ...]) -> Field:
    for field in fields:
        if field.name == name:
            return field
    raise UnknownField(name, nearest(name, [field.name for field in fields]))

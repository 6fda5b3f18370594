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


class OnPaper(StrEnum):
    """When a question stands on the printed sheet."""

    ALWAYS = "always"  # as dots where it is not asked, so that the sheet's numbers run through
    ASKED = "asked"  # unless a rule hides it
    NEVER = "never"  # it only helps to fill another field


class Photo(StrEnum):
    """The frame for a photograph, width by height in centimetres."""

    SMALL = "3x4"
    LARGE = "4x6"


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
    in the share that nobody typed. ``roster`` names a fact whose rows are offered for a table.

    On the official sheet ``number`` stands before the label and ``mark`` ("(2)", of a footnote) behind it; an
    empty answer has so many ``lines`` for the pen, an empty table so many ``rows``; ``ticked`` offers all
    answers to be ticked, ``capitals`` writes the answer in capitals. ``half_line`` shares its row with a
    neighbour where both have room, as dates, numbers and short texts do anyway.
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
    on_paper: OnPaper = OnPaper.ASKED
    mark: str = ""
    lines: int = 1
    rows: int = 0
    ticked: bool = False
    capitals: bool = False
    half_line: bool = False

    def column(self, name: str) -> Field:
        """Find a column of a table; raises UnknownField."""
        return _named(name, self.columns)


@dataclass(frozen=True, slots=True)
class Section:
    """A group of questions; ``show_if`` hides them all together, ``heading`` has the title printed too."""

    name: str
    title: str
    title_en: str
    fields: tuple[Field, ...]
    show_if: Rule | None = None
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody who signs the sheet, with what stands under their title ("(Ký, ghi rõ họ tên)").

    ``declares``: it is they who declare, so that day and name may be printed. ``section``: their own answers,
    set in a column beside those of the others who have a section. Where ``agreed_if`` holds they agreed some
    other way, and ``agreed_note`` and ``agreed_by``, filled in as a template, stand where they would sign.
    """

    title: str
    note: str = ""
    declares: bool = False
    section: str = ""
    agreed_if: Rule | None = None
    agreed_note: str = ""
    agreed_by: str = ""


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

    ``status`` is "verified" or "unverified". On paper: ``printed_number`` and ``issued_by`` at the top right,
    the frame of a ``photo`` at the left, the ``declaration`` that is signed, the ``signers`` from left to
    right, and the ``notes`` at the foot.
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
    printed_number: str = ""
    issued_by: str = ""
    photo: Photo | None = None
    signers: tuple[Signer, ...] = ()
    notes: tuple[str, ...] = ()

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

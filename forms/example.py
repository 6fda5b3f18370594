"""Example dossiers kept in a file: what a citizen still has to say, and what must come of it.

``[answers]`` maps fields to values, with rows as an array of tables; a date may be relative: "today",
"today+365", "today-10". ``[unlock]`` gives the reason for changing a verified field; ``[excuses]`` the reason
why a paper need not be handed in. ``[given]`` and ``[expect]`` tell the circumstances and the result.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from forms.answer import Row, Value
from forms.canonical import canonical
from forms.dates import resolve_day
from forms.definition import Field, FieldKind, FormDefinition
from forms.errors import UnknownField
from forms.form_shape import EXAMPLE
from forms.shape_check import faults_of
from forms.toml_table import TomlTable, read_toml


@dataclass(frozen=True, slots=True)
class Given:
    """The circumstances of an example; ``people`` are names of the people file by role.

    An empty ``channel`` is the usual one of the procedure.
    """

    received_at: datetime
    channel: str = ""
    capacity: str = "self"
    waivers: frozenset[str] = frozenset()
    cases: frozenset[str] = frozenset()
    people: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Expected:
    """What must come of an example, None where nothing is said; ``broken`` are words of requirements."""

    fee: int | None
    due_at: datetime | None
    ask: frozenset[str] | None
    struck_out: frozenset[str] | None
    broken: frozenset[str]


@dataclass(frozen=True, slots=True)
class Example:
    """What one example file says: answers, reasons by field and by paper, what must come of it."""

    answers: Mapping[str, Value]
    unlock: Mapping[str, str]
    excuses: Mapping[str, str]
    given: Given | None = None
    expected: Expected | None = None


def read_example(path: Path, definition: FormDefinition, *, today: date) -> Example:
    """Read an example for this form; raises DefinitionError naming the key and the nearest right word."""
    return example_from(read_toml(path), definition, today=today)


def example_from(root: TomlTable, definition: FormDefinition, *, today: date) -> Example:
    """Build an example out of its file's root table; raises DefinitionError."""
    for fault in faults_of(root, EXAMPLE):
        raise fault
    answers_part, unlock, excuses = (_part(root, name) for name in ("answers", "unlock", "excuses"))
    answers = {
        name: _answer(answers_part, _field(answers_part, name, definition), today)
        for name in answers_part.content
    }
    for name in unlock.content:
        _field(unlock, name, definition)
    expected = _expected(root.table("expect")) if "expect" in root.content else None
    return Example(answers, _reasons(unlock), _reasons(excuses), given_in(root), expected)


def given_in(root: TomlTable) -> Given | None:
    """Read the circumstances of an example in shape; None where it tells none."""
    if "given" not in root.content:
        return None
    given = root.table("given")
    return Given(
        received_at=given.content["received_at"],
        channel=given.text("channel", ""),
        capacity=given.text("capacity", "self"),
        waivers=frozenset(given.texts("waivers")),
        cases=frozenset(given.texts("cases")),
        people=_reasons(given.table("people")) if "people" in given.content else None,
    )


def _expected(table: TomlTable) -> Expected:
    return Expected(
        fee=table.number("fee"),
        due_at=table.content.get("due_at"),
        ask=frozenset(table.texts("ask")) if "ask" in table.content else None,
        struck_out=frozenset(table.texts("struck_out")) if "struck_out" in table.content else None,
        broken=frozenset(table.texts("broken")),
    )


def read_answers(path: Path, definition: FormDefinition, *, today: date) -> Mapping[str, Value]:
    """Read only the answers of an example, by field name in canonical text."""
    return read_example(path, definition, today=today).answers


def _part(root: TomlTable, name: str) -> TomlTable:
    return root.table(name) if name in root.content else root.within(name, {})


def _reasons(part: TomlTable) -> Mapping[str, str]:
    return {name: part.text(name) for name in part.content}


def _field(part: TomlTable, name: str, definition: FormDefinition) -> Field:
    try:
        return definition.field(name)
    except UnknownField as error:
        raise part.refuse(name, "unknown_field", error.nearest) from error


def _answer(part: TomlTable, field: Field, today: date) -> Value:
    if field.kind is not FieldKind.TABLE:
        return canonical(field, _word(part, field, today))
    return canonical(field, tuple(_row(table, field, today) for table in part.tables(field.name)))


def _row(table: TomlTable, field: Field, today: date) -> Row:
    table.only([column.name for column in field.columns])
    return {
        column.name: _word(table, column, today) for column in field.columns if column.name in table.content
    }


def _word(table: TomlTable, field: Field, today: date) -> str:
    """Read a value as text; TOML dates, whole numbers, true and false are taken for what they say."""
    value = table.content[field.name]
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return str(table.number(field.name))
    if isinstance(value, date):
        return table.day(field.name).isoformat()
    text = table.text(field.name, "")
    return resolve_day(text, today) if field.kind is FieldKind.DATE else text

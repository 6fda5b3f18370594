"""Answers kept in a file: what a citizen still has to say in an example visit.

``[answers]`` maps fields to values, with rows as an array of tables; a date may be relative: "today",
"today+365", "today-10". ``[unlock]`` gives the reason for changing a verified field; ``[excuses]`` the reason
why a paper need not be handed in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from forms.answer import Row, Value
from forms.canonical import canonical
from forms.dates import resolve_day
from forms.definition import Field, FieldKind, FormDefinition
from forms.errors import UnknownField
from forms.toml_table import TomlTable, read_toml


@dataclass(frozen=True, slots=True)
class Example:
    """What one example file says: answers by field, and reasons by field and by paper."""

    answers: Mapping[str, Value]
    unlock: Mapping[str, str]
    excuses: Mapping[str, str]


def read_example(path: Path, definition: FormDefinition, *, today: date) -> Example:
    """Read an example for this form; raises DefinitionError naming the key and the nearest right word."""
    root = read_toml(path)
    root.only(("answers", "unlock", "excuses"))
    given, unlock, excuses = (_part(root, name) for name in ("answers", "unlock", "excuses"))
    answers = {name: _answer(given, _field(given, name, definition), today) for name in given.content}
    for name in unlock.content:
        _field(unlock, name, definition)
    return Example(answers, _reasons(unlock), _reasons(excuses))


def read_answers(path: Path, definition: FormDefinition, *, today: date) -> Mapping[str, Value]:
    """Read only the answers of an example, by field name in canonical text."""
    return read_example(path, definition, today=today).answers


def _part(root: TomlTable, name: str) -> TomlTable:
    return root.table(name) if name in root.content else TomlTable(root.file, name, {})


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

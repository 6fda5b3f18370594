"""Holds a table of a TOML file against its shape and names every fault, not only the first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time

from forms.errors import DefinitionError, nearest
from forms.shape import Key, Kind, Shape
from forms.toml_table import TomlTable

MOST_ROWS = 300
_TYPES: Mapping[Kind, type] = {
    Kind.TEXT: str,
    Kind.NAME: str,
    Kind.CODE: str,
    Kind.RULE: str,
    Kind.WHOLE: int,
    Kind.FLAG: bool,
    Kind.DAY: date,
    Kind.HOUR: time,
    Kind.MOMENT: datetime,
    Kind.TABLE: dict,
}
PATTERNS: Mapping[Kind, tuple[re.Pattern[str], str]] = {
    Kind.NAME: (re.compile(r"[a-z][a-z0-9_]{0,59}"), "not_a_name"),
    Kind.CODE: (re.compile(r"[0-9]\.[0-9]{6}"), "not_a_code"),
}
"""What a text of a kind looks like, and the problem where it does not."""


def faults_of(table: TomlTable, shape: Shape) -> Iterator[DefinitionError]:
    """List what is wrong with a table, in the order of the file, then what is missing."""
    known = {key.name: key for key in shape.keys}
    for name in table.content:
        key = known.get(name, shape.other)
        if key is None:
            yield table.refuse(name, "unknown_key", nearest(name, known))
        else:
            yield from _faults_under(table, name, key)
    for key in shape.keys:
        if key.required and key.name not in table.content:
            yield table.refuse(key.name, "missing_key", nearest(key.name, set(table.content) - set(known)))


def _faults_under(table: TomlTable, name: str, key: Key) -> Iterator[DefinitionError]:
    value = table.content[name]
    if not key.many:
        yield from _faults_in(table, name, key, value)
        return
    if key.bare and isinstance(value, str | dict):
        value = [value]
    if not isinstance(value, list):
        yield table.refuse(name, "not_a_list")
        return
    if key.required and not value:
        yield table.refuse(name, "empty_list")
    if len(value) > MOST_ROWS:
        yield table.refuse(name, "too_many_rows")
        return
    for at, item in enumerate(value, start=1):
        yield from _faults_in(table, f"{name}[{at}]", key, item)


def _faults_in(table: TomlTable, name: str, key: Key, value: object) -> Iterator[DefinitionError]:
    """List what is wrong with one value; ``name`` is its place in the table."""
    if key.kind is Kind.SCALAR:
        return
    if key.bare and isinstance(value, str):
        yield from _faults_of_text(table, name, Key(name, ""), value)
    elif not _is_of(key.kind, value):
        yield table.refuse(name, "wrong_type", _WANTED[key.kind])
    elif isinstance(value, dict) and key.table:
        yield from faults_of(table.within(name, value), key.table)
    elif isinstance(value, str):
        yield from _faults_of_text(table, name, key, value)
    elif isinstance(value, int) and not isinstance(value, bool) and not key.least <= value <= key.most:
        yield table.refuse(name, "out_of_range", f"{key.least}-{key.most}")


def _is_of(kind: Kind, value: object) -> bool:
    # In Python true is a number and a date-time is a date.
    if isinstance(value, bool):
        return kind is Kind.FLAG
    if isinstance(value, datetime):
        return kind is Kind.MOMENT and value.tzinfo is None
    return isinstance(value, _TYPES[kind])


def _faults_of_text(table: TomlTable, name: str, key: Key, value: str) -> Iterator[DefinitionError]:
    text = unicodedata.normalize("NFC", value)
    if not text.strip():
        yield table.refuse(name, "empty_text")
    elif len(text) > key.longest:
        yield table.refuse(name, "too_long", str(key.longest))
    elif key.words and text not in key.words:
        yield table.refuse(name, "unknown_word", nearest(text, key.words) or ", ".join(key.words))
    elif key.kind in PATTERNS and not PATTERNS[key.kind][0].fullmatch(text):
        yield table.refuse(name, PATTERNS[key.kind][1])


_WANTED: Mapping[Kind, str] = {
    Kind.TEXT: '"text"',
    Kind.NAME: '"name"',
    Kind.CODE: '"1.004194"',
    Kind.RULE: '"expression"',
    Kind.WHOLE: "15_000",
    Kind.FLAG: "true",
    Kind.DAY: "2026-11-22",
    Kind.HOUR: "15:00:00",
    Kind.MOMENT: "2026-11-22T09:12:00",
    Kind.TABLE: "{ key = … }",
}

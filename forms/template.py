"""Sentences composed from answers: ``{field}`` stands for an answer, ``{field:words}`` for it in words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from forms.answer import Value
from forms.dates import is_date
from forms.definition import Field
from forms.errors import RuleError, nearest
from forms.wording import capital_name, date_in_words, long_date, number_in_words, shown

FORMATS = ("words", "long", "upper", "count")
"""In words; as a long date; in capitals; the number of rows of a table, two digits."""

_PLACE = re.compile(r"\{(?P<name>[a-z_][a-z0-9_]*)(?::(?P<format>[a-z]+))?\}")


def check_template(text: str, names: Collection[str]) -> None:
    """Refuse a template that names an unknown field or format; raises RuleError."""
    if set(_PLACE.sub("", text)) & set("{}"):
        raise RuleError("unreadable_template")
    for found in _PLACE.finditer(text):
        if found["name"] not in names:
            raise RuleError("unknown_field", nearest(found["name"], names))
        if found["format"] and found["format"] not in FORMATS:
            raise RuleError("unknown_format", nearest(found["format"], FORMATS))


def fields_in(text: str) -> frozenset[str]:
    """Name the fields a template takes its words from."""
    return frozenset(found["name"] for found in _PLACE.finditer(text))


def compose(text: str, fields: Iterable[Field], values: Mapping[str, Value]) -> str:
    """Fill a template; "" as long as one of its answers is empty, for half a sentence is none."""
    words = {
        field.name: field for field in fields if field.name in fields_in(text) and values.get(field.name)
    }
    if words.keys() != fields_in(text):
        return ""
    return _PLACE.sub(
        lambda found: _written(words[found["name"]], values[found["name"]], found["format"] or ""), text
    )


def _written(field: Field, value: Value, form: str) -> str:
    if form == "count" and not isinstance(value, str):
        return f"{len(value):02}"
    plain = shown(field, value)
    if form == "upper":
        return capital_name(plain)
    if form == "long" and isinstance(value, str):
        return long_date(value)
    return _in_words(plain, value) if form == "words" else plain


def _in_words(plain: str, value: Value) -> str:
    if not isinstance(value, str):
        return plain
    if is_date(value):
        return date_in_words(value)
    return number_in_words(int(value)) if value.isascii() and value.isdigit() and len(value) < 16 else plain

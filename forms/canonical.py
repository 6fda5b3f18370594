"""What was typed into a field, brought to the canonical text of its kind.

What cannot be read stays as it was typed: validation names it, and nothing the citizen said is lost.
"""

from __future__ import annotations

import re
import unicodedata

from forms.answer import Row, Value, tidy
from forms.dates import read_date
from forms.definition import Field, FieldKind
from forms.wording import fold

_BETWEEN_DIGITS = re.compile(r"[\s.\-()]+")
_BETWEEN_THOUSANDS = re.compile(r"[\s.]+")
_YES_NO = {"co": "yes", "yes": "yes", "khong": "no", "no": "no"}


def canonical(field: Field, value: Value) -> Value:
    """Bring a typed value to canonical form: dates to ISO, numbers to digits, labels to choice values."""
    if isinstance(value, str):
        return _canonical_text(field, str(tidy(value)))
    return tidy(tuple(_canonical_row(field, row) for row in value))


def _canonical_row(field: Field, row: Row) -> Row:
    return {
        column.name: _canonical_text(column, row[column.name])
        for column in field.columns
        if column.name in row
    }


def _canonical_text(field: Field, text: str) -> str:
    match field.kind:
        case FieldKind.DATE:
            return read_date(text) or text
        case FieldKind.CITIZEN_ID | FieldKind.PHONE | FieldKind.NUMBER:
            between = _BETWEEN_THOUSANDS if field.kind is FieldKind.NUMBER else _BETWEEN_DIGITS
            return between.sub("", unicodedata.normalize("NFKC", text))
        case FieldKind.CHOICE:
            return _choice(field, text)
        case FieldKind.YES_NO:
            return _YES_NO.get(fold(text), text)
        case FieldKind.LONG_TEXT:
            return "\n".join(" ".join(line.split()) for line in text.splitlines())
        case _:
            return " ".join(text.split())


def _choice(field: Field, text: str) -> str:
    values = {fold(choice.label): choice.value for choice in field.choices}
    values |= {fold(choice.label_en): choice.value for choice in field.choices}
    values |= {choice.value: choice.value for choice in field.choices}
    return values.get(text) or values.get(fold(text), text)

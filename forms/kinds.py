"""What makes a single value wrong for the kind of its field, whatever stands in the other fields."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as attribute
from types import MappingProxyType

from forms.answer import Value
from forms.dates import is_date, is_full
from forms.definition import Field, FieldKind

_NUMBER = re.compile(r"[0-9]{1,15}")
_CITIZEN_ID = re.compile(r"[0-9]{12}")
_PHONE = re.compile(r"\+?[0-9]{8,15}")
_EMAIL = re.compile(r"[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+")
_PATTERNS = {
    FieldKind.CITIZEN_ID: (_CITIZEN_ID, "id_digits"),
    FieldKind.PHONE: (_PHONE, "not_a_phone"),
    FieldKind.EMAIL: (_EMAIL, "not_an_email"),
    FieldKind.NUMBER: (_NUMBER, "not_a_number"),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """A stable code and the facts a person needs to mend it, none of them personal."""

    code: str
    detail: Mapping[str, str] = attribute(default_factory=lambda: MappingProxyType({}))


def fault_in(field: Field, text: str) -> Fault | None:
    """Say what is wrong with a non-empty text in this field, or None."""
    if field.max_length and len(text) > field.max_length:
        return Fault("too_long", {"maximum": str(field.max_length)})
    if any(not letter.isprintable() and letter != "\n" for letter in text):
        return Fault("strange_characters")
    if field.kind in _PATTERNS:
        pattern, code = _PATTERNS[field.kind]
        return _out_of_bounds(field, text) if pattern.fullmatch(text) else Fault(code)
    return _not_of_its_kind(field, text)


def fits(field: Field, value: Value) -> bool:
    """Say whether a known fact may stand in this field as it is."""
    if not isinstance(value, str) or field.kind is FieldKind.TABLE:
        return False
    return bool(value) and fault_in(field, value) is None


def _not_of_its_kind(field: Field, text: str) -> Fault | None:
    if field.kind is FieldKind.DATE and not is_date(text):
        return Fault("not_a_date")
    if field.full_date and not is_full(text):
        return Fault("not_a_full_date")
    if field.kind is FieldKind.YES_NO and text not in ("yes", "no"):
        return Fault("not_yes_or_no")
    if field.kind is FieldKind.CHOICE and text not in {choice.value for choice in field.choices}:
        return Fault("not_a_choice")
    return None


def _out_of_bounds(field: Field, text: str) -> Fault | None:
    if field.kind is not FieldKind.NUMBER:
        return None
    if field.minimum is not None and int(text) < field.minimum:
        return Fault("below_minimum", {"minimum": str(field.minimum)})
    if field.maximum is not None and int(text) > field.maximum:
        return Fault("above_maximum", {"maximum": str(field.maximum)})
    return None

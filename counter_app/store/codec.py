"""Values as JSON text and back, led by the field types of the frozen dataclasses themselves.

A field added to a dataclass needs no edit here: what older text lacks takes the field's default, and what
newer text has too much is passed over.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import TypeVar, Union, get_args, get_origin, get_type_hints

from counter_app.domain.citizen_id import CitizenId
from counter_app.domain.dates import PartialDate

T = TypeVar("T")

_READ_TEXT: dict[type, Callable[[str], object]] = {
    date: date.fromisoformat,
    datetime: datetime.fromisoformat,
    PartialDate: PartialDate.from_iso,
    CitizenId: CitizenId,
}
_PLAIN = (str, int, float, bool, NoneType)


class Undecodable(ValueError):  # noqa: N818 - says what the text is
    """The text does not hold such a value; ``kind`` and ``field`` say where, never what stood there."""

    def __init__(self, kind: str, field: str = "") -> None:
        super().__init__(kind, field)
        self.kind = kind
        self.field = field


def to_text(value: object) -> str:
    """Write a value as JSON text."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def from_text(kind: type[T], text: str) -> T:
    """Read a value of ``kind`` from its JSON text; raises Undecodable."""
    try:
        plain = json.loads(text)
    except ValueError:
        raise Undecodable(kind.__name__) from None
    value = _value(kind, plain)
    if not isinstance(value, kind):
        raise Undecodable(kind.__name__)
    return value


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, PartialDate | CitizenId | StrEnum):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, _PLAIN):
        return value
    raise TypeError(type(value).__name__)


def _value(kind: object, plain: object) -> object:
    if get_origin(kind) in (Union, UnionType):
        return _one_of(get_args(kind), plain)
    if get_origin(kind) is tuple:
        return _tuple(get_args(kind), plain)
    if not isinstance(kind, type):
        raise TypeError(kind)
    if kind in _READ_TEXT or issubclass(kind, StrEnum):
        return _from_words(kind, plain)
    if is_dataclass(kind):
        return _dataclass(kind, plain)
    return _as_it_is(kind, plain)


def _one_of(kinds: tuple[object, ...], plain: object) -> object:
    if plain is None and NoneType in kinds:
        return None
    (kind,) = (kind for kind in kinds if kind is not NoneType)
    return _value(kind, plain)


def _tuple(kinds: tuple[object, ...], plain: object) -> tuple[object, ...]:
    if not isinstance(plain, list):
        raise Undecodable("tuple")
    if kinds[1:] == (Ellipsis,):
        return tuple(_value(kinds[0], item) for item in plain)
    if len(kinds) != len(plain):
        raise Undecodable("tuple")
    return tuple(_value(kind, item) for kind, item in zip(kinds, plain, strict=True))


def _from_words(kind: type, plain: object) -> object:
    if not isinstance(plain, str):
        raise Undecodable(kind.__name__)
    try:
        return _READ_TEXT.get(kind, kind)(plain)
    except Exception:  # noqa: BLE001 - each type has its own refusal, and none may carry the text on
        raise Undecodable(kind.__name__) from None


def _as_it_is(kind: type, plain: object) -> object:
    if kind is float and type(plain) is int:
        return float(plain)
    if kind not in _PLAIN:
        raise TypeError(kind.__name__)
    if type(plain) is not kind:
        raise Undecodable(kind.__name__)
    return plain


def _dataclass(kind: type, plain: object) -> object:
    if not isinstance(plain, dict):
        raise Undecodable(kind.__name__)
    given = {}
    for name, (hint, required) in _shape(kind).items():
        if name in plain:
            given[name] = _field(kind, name, hint, plain[name])
        elif required:
            raise Undecodable(kind.__name__, name)
    return kind(**given)


def _field(kind: type, name: str, hint: object, plain: object) -> object:
    try:
        return _value(hint, plain)
    except Undecodable as inner:
        if inner.field:
            raise
        raise Undecodable(kind.__name__, name) from None


@cache
def _shape(kind: type) -> Mapping[str, tuple[object, bool]]:
    hints = get_type_hints(kind)
    return {field.name: (hints[field.name], _is_required(field)) for field in fields(kind)}


def _is_required(field: Field[object]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING

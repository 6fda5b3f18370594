"""Values as JSON text and back, led by the field types of the frozen dataclasses themselves.

A field added to a dataclass needs no edit here: what older text lacks takes the field's default, and what
newer text has too much is passed over.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache, partial
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from counter_app.domain.citizen_id import CitizenId
from counter_app.domain.dates import PartialDate

T = TypeVar("T")

_Step = Callable[[Any], object]
"""From a value to what JSON knows, or back; each is made once for its type, as a draft holds thousands."""

_READ_TEXT: dict[type, Callable[[str], object]] = {
    date: date.fromisoformat,
    datetime: datetime.fromisoformat,
    PartialDate: PartialDate.from_iso,
    CitizenId: CitizenId,
}
_WRITE_TEXT: dict[type, _Step] = {
    datetime: datetime.isoformat,
    date: date.isoformat,
    PartialDate: str,
    CitizenId: str,
    StrEnum: str,
}
"""Every datetime is a date too, so the narrower type stands first."""
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
    value = _reader(kind)(plain)  # type: ignore[arg-type]  # every type has a hash
    if not isinstance(value, kind):
        raise Undecodable(kind.__name__)
    return value


def _plain(value: object) -> object:
    return _writer(type(value))(value)  # type: ignore[arg-type]  # every type has a hash


@cache
def _writer(kind: type) -> _Step:
    for written, step in _WRITE_TEXT.items():
        if issubclass(kind, written):
            return step
    if issubclass(kind, tuple):
        return lambda items: [_plain(item) for item in items]
    if is_dataclass(kind):
        names = tuple(field.name for field in fields(kind))
        return lambda value: {name: _plain(getattr(value, name)) for name in names}
    if issubclass(kind, _PLAIN):
        return lambda value: value
    raise TypeError(kind.__name__)


@cache
def _reader(kind: object) -> _Step:
    if get_origin(kind) in (Union, UnionType):
        return _one_of(get_args(kind))
    if get_origin(kind) is tuple:
        return _tuple(get_args(kind))
    if not isinstance(kind, type):
        raise TypeError(kind)
    if kind in _READ_TEXT or issubclass(kind, StrEnum):
        return _from_words(kind)
    if is_dataclass(kind):
        return partial(_dataclass, kind)
    if kind in _PLAIN:
        return _as_it_is(kind)
    raise TypeError(kind.__name__)


def _one_of(kinds: tuple[object, ...]) -> _Step:
    (kind,) = (kind for kind in kinds if kind is not NoneType)
    read, optional = _reader(kind), NoneType in kinds
    return lambda plain: None if plain is None and optional else read(plain)


def _tuple(kinds: tuple[object, ...]) -> _Step:
    if kinds[1:] == (Ellipsis,):
        return partial(_items, _reader(kinds[0]))
    return partial(_members, tuple(_reader(kind) for kind in kinds))


def _items(read: _Step, plain: object) -> tuple[object, ...]:
    if not isinstance(plain, list):
        raise Undecodable("tuple")
    return tuple([read(item) for item in plain])


def _members(readers: tuple[_Step, ...], plain: object) -> tuple[object, ...]:
    if not isinstance(plain, list) or len(plain) != len(readers):
        raise Undecodable("tuple")
    return tuple(read(item) for read, item in zip(readers, plain, strict=True))


def _from_words(kind: type) -> _Step:
    read = _READ_TEXT.get(kind, kind)

    def from_words(plain: object) -> object:
        if not isinstance(plain, str):
            raise Undecodable(kind.__name__)
        try:
            return read(plain)
        except Exception:  # noqa: BLE001 - each type has its own refusal, and none may carry the text on
            raise Undecodable(kind.__name__) from None

    return from_words


def _as_it_is(kind: type) -> _Step:
    def as_it_is(plain: object) -> object:
        if type(plain) is kind:
            return plain
        if kind is float and type(plain) is int:
            return float(plain)
        raise Undecodable(kind.__name__)

    return as_it_is


def _dataclass(kind: type, plain: object) -> object:
    if not isinstance(plain, dict):
        raise Undecodable(kind.__name__)
    readers, required = _shape(kind)
    for name in required:
        if name not in plain:
            raise Undecodable(kind.__name__, name)
    given = {}
    name = ""
    try:
        for name, read in readers:
            if name in plain:
                given[name] = read(plain[name])
    except Undecodable as inner:
        if inner.field:
            raise
        raise Undecodable(kind.__name__, name) from None
    return kind(**given)


@cache
def _shape(kind: type) -> tuple[tuple[tuple[str, _Step], ...], tuple[str, ...]]:
    """Give the fields with their readers, and the names of those that have no default."""
    hints = get_type_hints(kind)
    readers = tuple((field.name, _reader(hints[field.name])) for field in fields(kind))
    return readers, tuple(field.name for field in fields(kind) if _is_required(field))


def _is_required(field: Field[object]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING

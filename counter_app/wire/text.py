"""Messages as JSON text and back, led by the field types of the dataclasses and the limits beside them.

What is unknown is passed over; what is missing or wrong is refused by the name of its field, and never with
what stood there. A field added with a default breaks no older reader and no older writer.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache, partial
from types import NoneType, UnionType
from typing import Annotated, Any, NoReturn, TypeVar, Union, get_args, get_origin, get_type_hints

from counter_app.domain.citizen_id import CitizenId
from counter_app.domain.dates import PartialDate
from counter_app.wire.limits import WHOLE, Embedded, Limit, Problem

T = TypeVar("T")

_Step = Callable[[Any], object]
_FIRST_YEAR, _LAST_YEAR = 2000, 2099
_MOST_TEXT, _MOST_ITEMS = 20_000, 1_000
"""For fields that state no limit of their own: those of the population record."""


class BadMessage(ValueError):  # noqa: N818 - says what the text is
    """Not such a message; ``field`` says where (``entries[3].subject``), never what stood there."""

    def __init__(self, problem: Problem, field: str = "") -> None:
        super().__init__(problem.value, field)
        self.problem = problem
        self.field = field

    def under(self, name: str) -> BadMessage:
        """Say the same from one level further out."""
        joint = "" if not self.field or self.field.startswith("[") else "."
        return BadMessage(self.problem, f"{name}{joint}{self.field}")


def to_json(value: object) -> str:
    """Write a message; raises TypeError for what no message is made of."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def from_json(kind: type[T], text: str | bytes) -> T:
    """Read a message of ``kind``; raises BadMessage."""
    value = _reader(kind)(_parsed(text))  # type: ignore[arg-type]  # every type has a hash
    if not isinstance(value, kind):
        raise BadMessage(Problem.WRONG_TYPE)
    return value


def embedded(value: object) -> str:
    """Write a value as the text of an embedded object: keys in order, so equal values are equal texts."""
    return _canonical(_plain(value))


def tidied(text: str) -> str:
    """Write the text of a JSON object as the other side will have it; raises ValueError for other text."""
    return _canonical(json.loads(text))


def _parsed(text: str | bytes) -> object:
    try:
        whole = text.decode() if isinstance(text, bytes) else text
        return json.loads(whole, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise BadMessage(Problem.NOT_JSON) from None


def _no_number(_name: str) -> NoReturn:
    raise ValueError


def _canonical(plain: object) -> str:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, CitizenId | PartialDate | type):
        return {name: write(getattr(value, name)) for name, write in _writers(type(value))}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, CitizenId | PartialDate | StrEnum):
        return str(value)
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(type(value).__name__)


@cache
def _writers(kind: type) -> tuple[tuple[str, _Step], ...]:
    types = get_type_hints(kind, include_extras=True)
    return tuple(
        (field.name, json.loads if _embedding(types[field.name]) else _plain) for field in fields(kind)
    )


def _embedding(kind: object) -> Embedded | None:
    metadata = get_args(kind)[1:] if get_origin(kind) is Annotated else ()
    return next((one for one in metadata if isinstance(one, Embedded)), None)


@cache
def _reader(kind: Any) -> _Step:  # noqa: ANN401 - a type, a union of types, or a type with its limits
    if get_origin(kind) is Annotated:
        return _annotated(kind)
    if get_origin(kind) in (Union, UnionType):
        return _one_of(get_args(kind))
    if get_origin(kind) is tuple:
        return partial(_items, _reader(get_args(kind)[0]))
    if kind in _FROM_TEXT or (isinstance(kind, type) and issubclass(kind, StrEnum)):
        return partial(_from_words, _FROM_TEXT.get(kind, kind))
    if isinstance(kind, type) and is_dataclass(kind):
        return partial(_dataclass, kind)
    return _PLAIN[kind]


def _annotated(kind: object) -> _Step:
    base, *metadata = get_args(kind)
    inside = _embedding(kind)
    if inside:
        return partial(_object_text, inside.most)
    limits = tuple(one for one in metadata if not isinstance(one, str))
    return partial(_limited, _reader(base), limits)


def _limited(read: _Step, limits: tuple[Limit, ...], plain: object) -> object:
    value = read(plain)
    for limit in limits:
        problem = limit.problem(value)
        if problem:
            raise BadMessage(problem)
    return value


def _object_text(most: int, plain: object) -> str:
    if not isinstance(plain, dict):
        raise BadMessage(Problem.WRONG_TYPE)
    text = _canonical(plain)
    if len(_encoded(text)) > most:
        raise BadMessage(Problem.TOO_LONG)
    if "\\u0000" in text:
        raise BadMessage(Problem.WRONG_SHAPE)
    return text


def _encoded(text: str) -> bytes:
    """Give the bytes of a text; half a pair of surrogates has none, and no database takes it."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        raise BadMessage(Problem.WRONG_SHAPE) from None


def _one_of(kinds: tuple[object, ...]) -> _Step:
    (kind,) = (kind for kind in kinds if kind is not NoneType)
    read = _reader(kind)
    return lambda plain: None if plain is None else read(plain)


def _items(read: _Step, plain: object) -> tuple[object, ...]:
    if not isinstance(plain, list):
        raise BadMessage(Problem.WRONG_TYPE)
    if len(plain) > _MOST_ITEMS:
        raise BadMessage(Problem.TOO_MANY)
    return tuple(_at(f"[{place}]", read, item) for place, item in enumerate(plain))


def _at(name: str, read: _Step, plain: object) -> object:
    try:
        return read(plain)
    except BadMessage as bad:
        raise bad.under(name) from None


def _text(plain: object) -> str:
    if not isinstance(plain, str):
        raise BadMessage(Problem.WRONG_TYPE)
    if len(plain) > _MOST_TEXT:
        raise BadMessage(Problem.TOO_LONG)
    if "\0" in plain:
        raise BadMessage(Problem.WRONG_SHAPE)
    _encoded(plain)
    return plain


def _whole_number(plain: object) -> int:
    if not isinstance(plain, int) or isinstance(plain, bool):
        raise BadMessage(Problem.WRONG_TYPE)
    if not -WHOLE <= plain <= WHOLE:
        raise BadMessage(Problem.OUT_OF_RANGE)
    return plain


def _flag(plain: object) -> bool:
    if not isinstance(plain, bool):
        raise BadMessage(Problem.WRONG_TYPE)
    return plain


def _from_words(read: Callable[[str], object], plain: object) -> object:
    if not isinstance(plain, str):
        raise BadMessage(Problem.WRONG_TYPE)
    try:
        return read(plain)
    except BadMessage:
        raise
    except Exception:  # noqa: BLE001 - each type has its own refusal, and none may carry the text on
        raise BadMessage(Problem.WRONG_SHAPE) from None


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None or not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise BadMessage(Problem.OUT_OF_RANGE)
    return moment


_FROM_TEXT: dict[object, Callable[[str], object]] = {
    datetime: _moment,
    date: date.fromisoformat,
    PartialDate: PartialDate.from_iso,
    CitizenId: CitizenId,
}
_PLAIN: dict[object, _Step] = {str: _text, int: _whole_number, bool: _flag}


def _dataclass(kind: type, plain: object) -> object:
    if not isinstance(plain, dict):
        raise BadMessage(Problem.WRONG_TYPE)
    read: dict[str, object] = {}
    for field, step in _fields_of(kind):
        if field.name in plain:
            read[field.name] = _at(field.name, step, plain[field.name])
        elif field.default is MISSING and field.default_factory is MISSING:
            raise BadMessage(Problem.MISSING, field.name)
    return kind(**read)


@cache
def _fields_of(kind: type) -> tuple[tuple[Field[object], _Step], ...]:
    types = get_type_hints(kind, include_extras=True)
    return tuple((field, _reader(types[field.name])) for field in fields(kind))

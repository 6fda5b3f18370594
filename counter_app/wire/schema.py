"""The messages as JSON schema: what the hub publishes is made from the same fields that it reads by."""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from counter_app.domain.citizen_id import CitizenId
from counter_app.domain.dates import PartialDate
from counter_app.wire.limits import Embedded, Limit

_TEXTS: dict[object, dict[str, object]] = {
    datetime: {"type": "string", "format": "date-time"},
    date: {"type": "string", "format": "date"},
    PartialDate: {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"},
    CitizenId: {"type": "string", "pattern": r"^\d{12}$"},
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
}


def schema_of(kind: Any) -> dict[str, object]:  # noqa: ANN401 - a type, a union of types, or a type with its limits
    """Describe a message, with everything inside it, as one JSON schema."""
    if get_origin(kind) is Annotated:
        base, *metadata = get_args(kind)
        return _limited(base, metadata)
    if get_origin(kind) in (Union, UnionType):
        (one,) = (one for one in get_args(kind) if one is not NoneType)
        return {"anyOf": [schema_of(one), {"type": "null"}]}
    if get_origin(kind) is tuple:
        return {"type": "array", "items": schema_of(get_args(kind)[0])}
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return {"type": "string", "enum": [one.value for one in kind]}
    return _object(kind) if is_dataclass(kind) and kind not in _TEXTS else dict(_TEXTS[kind])


def _limited(base: object, metadata: list[Limit | Embedded]) -> dict[str, object]:
    if any(isinstance(one, Embedded) for one in metadata):
        return {"type": "object"}
    stated = schema_of(base)
    for limit in metadata:
        if not isinstance(limit, Embedded):
            stated |= limit.schema()
    return stated


def _object(kind: Any) -> dict[str, object]:  # noqa: ANN401 - a dataclass
    types = get_type_hints(kind, include_extras=True)
    required = [one.name for one in fields(kind) if one.default is MISSING and one.default_factory is MISSING]
    described: dict[str, object] = {
        "title": kind.__name__,
        "type": "object",
        "properties": {one.name: schema_of(types[one.name]) for one in fields(kind)},
    }
    return described | ({"required": required} if required else {})

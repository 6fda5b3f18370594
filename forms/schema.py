"""The shapes of definition files as JSON Schema, so that an editor completes and checks what is typed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from forms.shape import Key, Kind, Shape
from forms.shape_check import MOST_ROWS, PATTERNS
from forms.syntax import LONGEST

_DRAFT = "http://json-schema.org/draft-07/schema#"
_PLAIN: Mapping[Kind, Mapping[str, Any]] = {
    Kind.WHOLE: {"type": "integer"},
    Kind.FLAG: {"type": "boolean"},
    # Editors hand TOML's dates and times to a schema as texts.
    Kind.DAY: {"type": "string", "format": "date"},
    Kind.HOUR: {"type": "string"},
    Kind.MOMENT: {"type": "string"},
    Kind.RULE: {"type": "string", "minLength": 1, "maxLength": LONGEST},
    Kind.SCALAR: {},
}


def schema_text(shape: Shape) -> str:
    """Write the schema of a file whose root has this shape."""
    return json.dumps(schema_of(shape), ensure_ascii=False, indent=1) + "\n"


def schema_of(shape: Shape) -> dict[str, Any]:
    """Give the schema of a file whose root has this shape."""
    return {"$schema": _DRAFT, "title": shape.name, **_table(shape, {})}


def _table(shape: Shape, more: Mapping[str, Any]) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "object", "description": shape.about, **more}
    schema["properties"] = {key.name: _key(key) for key in shape.keys}
    schema["additionalProperties"] = _key(shape.other) if shape.other else False
    required = [key.name for key in shape.keys if key.required]
    return {**schema, "required": required} if required else schema


def _key(key: Key) -> dict[str, Any]:
    about = {"description": key.about} if key.about else {}
    one = _value(key)
    if key.bare:
        one = {"anyOf": [{"type": "string", "minLength": 1}, one]}
    if not key.many:
        return {**one, **about}
    many = {"type": "array", "items": one, "maxItems": MOST_ROWS, "minItems": int(key.required)}
    return {"anyOf": [*one["anyOf"], many], **about} if key.bare else {**many, **about}


def _value(key: Key) -> dict[str, Any]:
    if key.table:
        return _table(key.table, {})
    if key.words:
        return {"enum": list(key.words)}
    if key.kind in PATTERNS:
        return {"type": "string", "pattern": f"^{PATTERNS[key.kind][0].pattern}$"}
    if key.kind is Kind.WHOLE:
        return {"type": "integer", "minimum": key.least, "maximum": key.most}
    if key.kind is Kind.TEXT:
        return {"type": "string", "minLength": 1, "maxLength": key.longest}
    return dict(_PLAIN[key.kind])

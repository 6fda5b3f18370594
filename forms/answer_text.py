"""Answers as JSON text and back, exactly; a hostile text is refused, never half-read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from forms.answer import Answer, Origin, Row, Value
from forms.errors import AnswersError

LONGEST = 2_000_000
"""Characters of the longest text that is read."""

_KEYS = frozenset({"value", "origin", "source", "as_of", "verified", "reason", "by", "replaced"})


def write_answers(form_code: str, form_version: str, answers: Mapping[str, Answer]) -> str:
    """Write a filled form as one line of JSON, the same text for the same answers."""
    packed = {name: _pack(answer) for name, answer in answers.items()}
    whole = {"form": form_code, "version": form_version, "answers": packed}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def read_answers_text(text: str) -> tuple[str, str, dict[str, Answer]]:
    """Read form code, version and answers; raises AnswersError for anything not written by this module."""
    if len(text) > LONGEST:
        raise AnswersError("too_large")
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise AnswersError("not_json") from error
    table = _table(whole, frozenset({"form", "version", "answers"}))
    named = table["answers"]
    if not isinstance(named, dict):
        raise AnswersError("wrong_type")
    answers = {name: _unpack(packed, may_replace=True) for name, packed in named.items()}
    return _text(table["form"]), _text(table["version"]), answers


def _pack(answer: Answer) -> dict[str, object]:
    rows = answer.value if isinstance(answer.value, str) else [dict(row) for row in answer.value]
    return {
        "value": rows,
        "origin": answer.origin.value,
        "source": answer.source,
        "as_of": answer.as_of.isoformat() if answer.as_of else None,
        "verified": answer.verified,
        "reason": answer.reason,
        "by": answer.by,
        "replaced": _pack(answer.replaced) if answer.replaced else None,
    }


def _unpack(packed: object, *, may_replace: bool) -> Answer:
    table = _table(packed, _KEYS)
    replaced = table["replaced"]
    if replaced is not None and not may_replace:
        raise AnswersError("wrong_type")
    if not isinstance(table["verified"], bool):
        raise AnswersError("wrong_type")
    return Answer(
        value=_value(table["value"]),
        origin=_origin(table["origin"]),
        source=_text(table["source"]),
        as_of=_day(table["as_of"]),
        verified=table["verified"],
        reason=_text(table["reason"]),
        by=_text(table["by"]),
        replaced=None if replaced is None else _unpack(replaced, may_replace=False),
    )


def _table(packed: object, keys: frozenset[str]) -> dict[str, Any]:
    if not isinstance(packed, dict) or packed.keys() != keys:
        raise AnswersError("wrong_type")
    return packed


def _text(packed: object) -> str:
    if not isinstance(packed, str):
        raise AnswersError("wrong_type")
    return packed


def _value(packed: object) -> Value:
    if isinstance(packed, list):
        return tuple(_row(row) for row in packed)
    return _text(packed)


def _row(packed: object) -> Row:
    if not isinstance(packed, dict):
        raise AnswersError("wrong_type")
    return {name: _text(text) for name, text in packed.items()}


def _origin(packed: object) -> Origin:
    try:
        return Origin(_text(packed))
    except ValueError as error:
        raise AnswersError("wrong_type") from error


def _day(packed: object) -> date | None:
    try:
        return None if packed is None else date.fromisoformat(_text(packed))
    except ValueError as error:
        raise AnswersError("wrong_type") from error

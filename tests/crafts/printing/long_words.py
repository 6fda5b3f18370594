"""The longest people that a paper must hold: words stretched wherever a paper has words."""

from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

LONG_NAME = "Nguyễn Hoàng Thục Trinh Công Tằng Tôn Nữ Huyền Trân Diễm Quỳnh"
_Words = TypeVar("_Words")
_KEPT = {"dossier_code", "code_payload", "code", "payload", "number", "office_parent", "amount", "sets"}
_NAMES = {"applicant", "addressed_to", "official_name", "giver", "taker", "person", "payer", "citizen"}


def stretched(words: _Words) -> _Words:
    """Put the longest name for each name and say every other thing three times; codes and figures stay."""
    if isinstance(words, tuple):
        return tuple(map(stretched, words))  # type: ignore[return-value]
    assert is_dataclass(words)
    changed = {one.name: _longer(one.name, getattr(words, one.name)) for one in fields(words)}
    return replace(words, **changed)  # type: ignore[type-var]


def _longer(name: str, value: object) -> object:
    if name in _KEPT or not value:
        return value
    if isinstance(value, str):
        return LONG_NAME if name in _NAMES else f"{value} " * 3
    if isinstance(value, tuple) and name != "title":
        return tuple(_longer(name, each) for each in value)
    return stretched(value) if is_dataclass(value) and not isinstance(value, type) else value

"""One answer on a form: what stands there, where it came from, and what it replaced."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

Row = Mapping[str, str]
Value = str | tuple[Row, ...]
"""Canonical text (ISO dates, digits, choice values, "yes"/"no"), or the rows of a table."""


class Origin(StrEnum):
    """How an answer came to stand on the form."""

    PREFILLED = "prefilled"
    DECLARED = "declared"
    COMPUTED = "computed"


@dataclass(frozen=True, slots=True)
class Answer:
    """What stands in a field.

    ``source`` ("population", "card", "office", "default", …), ``as_of`` and ``verified`` tell of a prefilled
    value; ``reason`` and ``by`` of a declared one. ``replaced`` is what stood there before it was declared.
    """

    value: Value = ""
    origin: Origin = Origin.PREFILLED
    source: str = ""
    as_of: date | None = None
    verified: bool = False
    reason: str = ""
    by: str = ""
    replaced: Answer | None = None

    @property
    def prefilled(self) -> Value | None:
        """The value that stood here before it was changed, if any did."""
        return self.replaced.value if self.replaced else None

    @property
    def is_locked(self) -> bool:
        """Whether a change needs a reason: a verified value nobody has changed yet, never an empty one."""
        return self.verified and bool(self.value) and self.origin is Origin.PREFILLED


def tidy(value: Value) -> Value:
    """Bring texts to NFC without outer spaces, and rows to read-only mappings without empty rows."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value).strip()
    rows = ({name: _tidy_text(text) for name, text in row.items()} for row in value)
    return tuple(MappingProxyType(row) for row in rows if any(row.values()))


def _tidy_text(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()

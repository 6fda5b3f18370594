"""How long, how many, how large: the limits that messages state beside the types of their fields."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Protocol


class Problem(StrEnum):
    """What is wrong with a field."""

    NOT_JSON = "not_json"
    MISSING = "missing"
    WRONG_TYPE = "wrong_type"
    WRONG_SHAPE = "wrong_shape"
    TOO_LONG = "too_long"
    TOO_MANY = "too_many"
    OUT_OF_RANGE = "out_of_range"


class Limit(Protocol):
    """One limit of a field: finds a problem or none, and can state itself as JSON schema."""

    def problem(self, value: object) -> Problem | None:
        """Name what is wrong with a value of the right type."""

    def schema(self) -> dict[str, object]:
        """State the limit in the words of JSON schema."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text of ``least`` to ``most`` letters which, where there is a pattern, is wholly of that shape."""

    most: int
    least: int = 0
    pattern: str = ""

    def problem(self, value: object) -> Problem | None:
        """Name what is wrong with a text."""
        text = str(value)
        if len(text) > self.most:
            return Problem.TOO_LONG
        if len(text) < self.least or (self.pattern and not re.fullmatch(self.pattern, text, re.ASCII)):
            return Problem.WRONG_SHAPE
        return None

    def schema(self) -> dict[str, object]:
        """State the lengths and the pattern."""
        stated: dict[str, object] = {"maxLength": self.most}
        if self.least:
            stated["minLength"] = self.least
        if self.pattern:
            stated["pattern"] = f"^(?:{self.pattern})$"
        return stated


@dataclass(frozen=True, slots=True)
class Range:
    """A whole number from ``least`` to ``most``."""

    least: int
    most: int

    def problem(self, value: object) -> Problem | None:
        """Name what is wrong with a number."""
        inside = isinstance(value, int) and self.least <= value <= self.most
        return None if inside else Problem.OUT_OF_RANGE

    def schema(self) -> dict[str, object]:
        """State both ends."""
        return {"minimum": self.least, "maximum": self.most}


@dataclass(frozen=True, slots=True)
class Many:
    """A list of ``least`` to ``most`` things."""

    most: int
    least: int = 0

    def problem(self, value: object) -> Problem | None:
        """Name what is wrong with a list."""
        if not isinstance(value, tuple) or len(value) < self.least:
            return Problem.WRONG_SHAPE
        return Problem.TOO_MANY if len(value) > self.most else None

    def schema(self) -> dict[str, object]:
        """State how many there may be."""
        return {"minItems": self.least, "maxItems": self.most}


@dataclass(frozen=True, slots=True)
class Embedded:
    """A JSON object that stands in the message as it is, and in the program as its text.

    ``most`` counts the bytes of that text as the hub keeps it: keys in order, no blanks.
    """

    most: int


SHA256 = r"[0-9a-f]{64}"
IDENTIFIER = r"[0-9A-Za-z][0-9A-Za-z._:-]{0,79}"
OFFICE_CODE = r"(?:000(?:\.\d{2}){1,2}\.)?[A-Z]\d{2}(?:\.\d{1,3}){0,4}"
DOSSIER_CODE = r"[0-9A-Z][0-9A-Z./_-]{2,58}[0-9A-Z]"
WHOLE = 2**53
"""Up to here every language reads a whole number of JSON exactly."""

Identifier = Annotated[str, Text(80, 1, IDENTIFIER)]
Hash = Annotated[str, Text(64, 64, SHA256)]
OfficeCode = Annotated[str, Text(30, 3, OFFICE_CODE)]
CodeText = Annotated[str, Text(60, 4, DOSSIER_CODE)]
Words = Annotated[str, Text(500)]
LongWords = Annotated[str, Text(4_000)]
Sign = Annotated[str, Text(80, 1)]
Natural = Annotated[int, Range(0, WHOLE)]
Key = Annotated[str, Text(44, 44, r"[A-Za-z0-9+/]{43}=")]
"""An Ed25519 public key: its 32 raw bytes in base64."""
Signature = Annotated[str, Text(88, 88, r"[A-Za-z0-9+/]{86}==")]
"""An Ed25519 signature: its 64 bytes in base64."""

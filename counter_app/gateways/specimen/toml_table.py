"""Typed reading of a TOML file: every refusal names the file and the key."""

from __future__ import annotations

import tomllib
import unicodedata
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from counter_app.domain.dates import PartialDate
from counter_app.errors import SetupError

_MOST_BYTES = 256 * 1024
_T = TypeVar("_T")
_Choice = TypeVar("_Choice", bound=StrEnum)


class TomlTable:
    """One table of a file, whose values are asked for by key and type; all refuse with SetupError."""

    def __init__(self, path: Path, values: dict[str, Any], where: str = "") -> None:
        self._path = path
        self._values = values
        self._where = where

    @classmethod
    def of_file(cls, path: Path) -> TomlTable:
        """Read a whole file as text in NFC; raises SetupError."""
        try:
            if path.stat().st_size > _MOST_BYTES:
                raise SetupError(path, "too_large")
            text = path.read_text(encoding="utf-8")
            return cls(path, tomllib.loads(unicodedata.normalize("NFC", text)))
        except OSError as error:
            raise SetupError(path, "unreadable") from error
        except ValueError as error:
            raise SetupError(path, "malformed") from error

    def get(self, key: str, kind: type[_T], otherwise: _T | None = None) -> _T:
        """Give a value of a kind."""
        value = self._values.get(key, otherwise)
        if not isinstance(value, kind):
            raise self.refusal(key)
        return value

    def refusal(self, key: str) -> SetupError:
        """Make the error that names this file and a key of it."""
        return SetupError(self._path, "missing_or_wrong", key=f"{self._where}{key}")

    def tables(self, key: str) -> tuple[TomlTable, ...]:
        """Give the tables of a list."""
        rows = self.get(key, list)
        return tuple(self._inner(row, f"{key}[{place}]") for place, row in enumerate(rows))

    def table(self, key: str) -> TomlTable:
        """Give an inner table."""
        return self._inner(self.get(key, dict), key)

    def _inner(self, values: object, key: str) -> TomlTable:
        if not isinstance(values, dict):
            raise self.refusal(key)
        return TomlTable(self._path, values, f"{self._where}{key}.")

    def texts(self, key: str, otherwise: list[str] | None = None) -> tuple[str, ...]:
        """Give a list of texts."""
        values = self.get(key, list, otherwise)
        if not all(isinstance(value, str) for value in values):
            raise self.refusal(key)
        return tuple(values)

    def weights(self, key: str) -> dict[str, float]:
        """Give a table of names and weights above nought."""
        table = self.table(key)
        return {name: table.number(name) for name in self.get(key, dict)}

    def number(self, key: str) -> float:
        """Give a number above nought."""
        value = self._values.get(key)
        if isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
            raise self.refusal(key)
        return float(value)

    def day(self, key: str) -> date | None:
        """Give a day, or None where the key is not there."""
        return self.get(key, date) if self.has(key) else None

    def choice(self, key: str, options: type[_Choice], otherwise: str | None = None) -> _Choice:
        """Give the member of ``options`` that a text names."""
        try:
            return options(self.get(key, str, otherwise))
        except ValueError as error:
            raise self.refusal(key) from error

    def partial_date(self, key: str) -> PartialDate:
        """Give a date written as ISO text, maybe of a year only."""
        try:
            return PartialDate.from_iso(self.get(key, str))
        except ValueError as error:
            raise self.refusal(key) from error

    def has(self, key: str) -> bool:
        """Whether the key is there."""
        return key in self._values

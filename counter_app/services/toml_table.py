"""One table of a TOML file from outside, read key by key; faults name file, key and the nearest word."""

from __future__ import annotations

import difflib
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date, time
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from counter_app.errors import SetupError

_MOST_BYTES = 256 * 1024
_LONGEST_TEXT = 2000
_MOST_ROWS = 1000

Choice = TypeVar("Choice", bound=StrEnum)
Kind = TypeVar("Kind")


class Fault(StrEnum):
    """What can be wrong with a file of rules."""

    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    NOT_TOML = "not_toml"
    MISSING = "missing"
    UNKNOWN_KEY = "unknown_key"
    WRONG_KIND = "wrong_kind"
    NOT_A_CHOICE = "not_a_choice"
    OUT_OF_RANGE = "out_of_range"
    TWICE = "twice"


def read_toml(path: Path) -> Table:
    """Read a file of at most 256 KiB; raises SetupError."""
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise SetupError(path, Fault.UNREADABLE) from error
    return toml_in(content, path)


def toml_in(content: bytes, path: Path) -> Table:
    """Read TOML that did not come as a file of its own, named as ``path`` in faults; raises SetupError."""
    if len(content) > _MOST_BYTES:
        raise SetupError(path, Fault.TOO_LARGE)
    try:
        return Table(path, tomllib.loads(content.decode("utf-8-sig")))
    except (ValueError, RecursionError) as error:
        raise SetupError(path, Fault.NOT_TOML) from error


class Table:
    """A table whose keys are taken one at a time; ``close`` refuses those that nobody took.

    Texts are NFC and blank ones count as missing. Every method raises SetupError naming file and key.
    """

    def __init__(self, path: Path, values: Mapping[str, object], where: str = "") -> None:
        self.path = path
        self._values = values
        self._where = where
        self._known: set[str] = set()

    @property
    def keys(self) -> tuple[str, ...]:
        """Name the keys as they stand, for a table whose keys the file itself chooses."""
        return tuple(self._values)

    def has_rows(self, key: str) -> bool:
        """Whether an array stands under a key."""
        return isinstance(self._values.get(key), list)

    def words(self, key: str) -> str:
        """Take a text, or a whole number or a truth as it is written."""
        value = self._values.get(key)
        if isinstance(value, bool):
            return "yes" if self.flag(key, default=value) else "no"
        if isinstance(value, int):
            return str(self._take(key, int, None))
        return self.text(key)

    def text(self, key: str, default: str | None = None) -> str:
        """Take a text of at most 2,000 letters."""
        return self._clean(key, self._take(key, str, default))

    def texts(self, key: str) -> tuple[str, ...]:
        """Take a list of texts, empty when the key is absent."""
        return tuple(self._clean(key, self._kind(key, item, str)) for item in self._take(key, list, []))

    def number(self, key: str, *, least: int, most: int, default: int | None = None) -> int:
        """Take a whole number within the limits, both allowed."""
        number = self._take(key, int, default)
        if isinstance(number, bool):
            raise self.fault(Fault.WRONG_KIND, key)
        if not least <= number <= most:
            raise self.fault(Fault.OUT_OF_RANGE, key)
        return number

    def flag(self, key: str, *, default: bool) -> bool:
        """Take a true or a false."""
        return self._take(key, bool, default)

    def day(self, key: str) -> date:
        """Take a date, which TOML writes without quotation marks."""
        # A TOML date-time would pass for a date, being one in Python.
        day = self._take(key, date, None)
        if type(day) is not date:
            raise self.fault(Fault.WRONG_KIND, key)
        return day

    def day_or_none(self, key: str) -> date | None:
        """Take a date that may be absent."""
        return self.day(key) if self._has(key) else None

    def hour_or_none(self, key: str) -> time | None:
        """Take a time of day that may be absent."""
        return self._take(key, time, None) if self._has(key) else None

    def choice(self, key: str, choices: type[Choice], default: Choice | None = None) -> Choice:
        """Take one of an enumeration's words."""
        return self._chosen(key, self._take(key, str, default.value if default else None), choices)

    def choices(self, key: str, choices: type[Choice]) -> tuple[Choice, ...]:
        """Take a list of an enumeration's words, empty when the key is absent."""
        return tuple(self._chosen(key, text, choices) for text in self.texts(key))

    def tables(self, key: str) -> tuple[Table, ...]:
        """Take an array of tables, empty when the key is absent; rows are counted from 1 in faults."""
        rows = self._take(key, list, [])
        if len(rows) > _MOST_ROWS:
            raise self.fault(Fault.TOO_LARGE, key)
        return tuple(
            Table(self.path, self._kind(key, row, dict), f"{self._name(key)}[{number}]")
            for number, row in enumerate(rows, start=1)
        )

    def table_or_none(self, key: str) -> Table | None:
        """Take a table that may be absent."""
        if not self._has(key):
            return None
        return Table(self.path, self._take(key, dict, None), self._name(key))

    def close(self) -> None:
        """Refuse the first key that was never taken."""
        for key in self._values:
            if key not in self._known:
                raise self.fault(Fault.UNKNOWN_KEY, key, nearest=nearest(key, self._known))

    def fault(self, problem: Fault, key: str, *, nearest: str = "") -> SetupError:
        """Name what is wrong, where."""
        return SetupError(self.path, problem, key=self._name(key), nearest=nearest)

    def _take(self, key: str, kind: type[Kind], default: Kind | None) -> Kind:
        self._known.add(key)
        if key in self._values:
            return self._kind(key, self._values[key], kind)
        if default is None:
            near = nearest(key, [name for name in self._values if name not in self._known])
            raise self.fault(Fault.MISSING, key, nearest=near)
        return default

    def _has(self, key: str) -> bool:
        self._known.add(key)
        return key in self._values

    def _kind(self, key: str, value: object, kind: type[Kind]) -> Kind:
        if not isinstance(value, kind):
            raise self.fault(Fault.WRONG_KIND, key)
        return value

    def _clean(self, key: str, text: str) -> str:
        clean = unicodedata.normalize("NFC", text).strip()
        if key in self._values and not clean:
            raise self.fault(Fault.MISSING, key)
        if len(clean) > _LONGEST_TEXT:
            raise self.fault(Fault.TOO_LARGE, key)
        return clean

    def _chosen(self, key: str, text: str, choices: type[Choice]) -> Choice:
        try:
            return choices(text)
        except ValueError:
            raise self.fault(Fault.NOT_A_CHOICE, key, nearest=nearest(text, choices)) from None

    def _name(self, key: str) -> str:
        return f"{self._where}.{key}" if self._where else key


def nearest(word: str, known: Iterable[str]) -> str:
    """Give the known word most like this one, or an empty text."""
    return next(iter(difflib.get_close_matches(word, list(known), n=1)), "")

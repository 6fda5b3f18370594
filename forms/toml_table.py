"""A table of a TOML file read with care: each key asked for by type, each unknown key refused."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from forms.errors import DefinitionError, nearest
from forms.lines import line_of

_Kind = TypeVar("_Kind")

_AT_LINE = re.compile(r"at line (\d+)")

LARGEST_FILE = 262_144
"""Bytes of the largest file that is read."""


def read_toml(path: Path, name: str = "") -> TomlTable:
    """Read a TOML file as its root table, called ``name`` in refusals, else by its own name.

    Raises DefinitionError if it is too large or malformed.
    """
    file = name or path.name
    try:
        with path.open("rb") as opened:
            content = opened.read(LARGEST_FILE + 1)
    except OSError as error:
        raise DefinitionError(file, "", "unreadable_file") from error
    return toml_in(content, file)


def toml_in(content: bytes, file: str) -> TomlTable:
    """Read TOML that is no file of its own, called ``file`` in refusals, as ``read_toml`` does."""
    if len(content) > LARGEST_FILE:
        raise DefinitionError(file, "", "too_large")
    try:
        text = content.decode("utf-8-sig")
        return TomlTable(file, "", tomllib.loads(text), text)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, ValueError, RecursionError) as error:
        raise DefinitionError(file, "", "not_toml", line=_line_in(str(error), content)) from error


def _line_in(words: str, content: bytes) -> int:
    """Read the line out of what the TOML reader says; 0 where it names none."""
    found = _AT_LINE.search(words)
    if found:
        return int(found[1])
    return content.count(b"\n") + 1 if "end of document" in words else 0


@dataclass(frozen=True, slots=True)
class TomlTable:
    """A table with its place in the file (``sections[3].fields[2]``), so that every refusal names it.

    Rows are counted from 1. ``written`` is the whole file, from which a refusal takes its line.
    """

    file: str
    place: str
    content: Mapping[str, Any]
    written: str = field(default="", repr=False, compare=False)

    def key(self, name: str) -> str:
        """Name a key of this table from the root of the file."""
        return f"{self.place}.{name}" if self.place else name

    def refuse(self, name: str, problem: str, hint: str = "") -> DefinitionError:
        """Make the error for a key of this table."""
        line = line_of(self.written, self.key(name)) if self.written else 0
        return DefinitionError(self.file, self.key(name), problem, hint, line=line)

    def only(self, allowed: Collection[str]) -> None:
        """Refuse any key that is not one of the allowed, with the nearest that is."""
        for name in self.content:
            if name not in allowed:
                raise self.refuse(name, "unknown_key", nearest(name, allowed))

    def text(self, name: str, default: str | None = None) -> str:
        """Give a text in NFC; without a default the key must be there and not be empty."""
        if name not in self.content and default is not None:
            return default
        value = self._of(name, str)
        if not value and default is None:
            raise self.refuse(name, "empty_text")
        return unicodedata.normalize("NFC", value)

    def texts(self, name: str) -> tuple[str, ...]:
        """Give a list of texts, empty when the key is absent."""
        values = self._of(name, list) if name in self.content else []
        if not all(isinstance(value, str) for value in values):
            raise self.refuse(name, "wrong_type")
        return tuple(unicodedata.normalize("NFC", value) for value in values)

    def flag(self, name: str, *, default: bool) -> bool:
        """Give true or false."""
        return self._of(name, bool) if name in self.content else default

    def number(self, name: str) -> int | None:
        """Give a whole number, None when the key is absent."""
        if name in self.content and isinstance(self.content[name], bool):
            raise self.refuse(name, "wrong_type")
        return self._of(name, int) if name in self.content else None

    def day(self, name: str) -> date:
        """Give a date."""
        value = self._of(name, date)
        if isinstance(value, datetime):
            raise self.refuse(name, "wrong_type")
        return value

    def table(self, name: str) -> TomlTable:
        """Give a table below this one."""
        return self.within(name, self._of(name, dict))

    def tables(self, name: str) -> tuple[TomlTable, ...]:
        """Give a list of tables, empty when the key is absent."""
        rows = self._of(name, list) if name in self.content else []
        if not all(isinstance(row, dict) for row in rows):
            raise self.refuse(name, "wrong_type")
        return tuple(self.within(f"{name}[{at}]", row) for at, row in enumerate(rows, start=1))

    def texts_or_tables(self, name: str, key: str) -> tuple[TomlTable, ...]:
        """Give a list in which a bare text stands for a table with that text under ``key``."""
        value = self.content.get(name, [])
        rows = value if isinstance(value, list) else [value]
        whole = [{key: row} if isinstance(row, str) else row for row in rows]
        return TomlTable(self.file, self.place, {name: whole}, self.written).tables(name)

    def within(self, name: str, content: Mapping[str, Any]) -> TomlTable:
        """Give a table that stands under a name below this one."""
        return TomlTable(self.file, self.key(name), content, self.written)

    def _of(self, name: str, kind: type[_Kind]) -> _Kind:
        if name not in self.content:
            raise self.refuse(name, "missing_key")
        value = self.content[name]
        if not isinstance(value, kind):
            raise self.refuse(name, "wrong_type")
        return value

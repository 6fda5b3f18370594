"""Where each key of a TOML file stands, so that a fault can name its line; the text must be valid TOML."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from functools import lru_cache

_BLANK = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+")
_KEY = re.compile(
    r"[ \t]*+(?:\"(?P<basic>(?:[^\"\\\n]|\\.)*+)\"|'(?P<literal>[^'\n]*+)'|(?P<bare>[A-Za-z0-9_-]++))[ \t]*+"
)
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'',
    re.DOTALL,
)
_LAST_PART = re.compile(r"(?:\[\d+\]|\.?[^.\[]*)\Z")
_PLAIN = re.compile(r"[^,\]}\n#]*")


def line_of(text: str, place: str) -> int:
    """Give the line, from 1, of a key (``papers[2].held[1].law``, rows counted from 1).

    A key that is not there has the line of the table it belongs to; 1 where that is the file.
    """
    lines = lines_of(text)
    while place and place not in lines:
        place = _LAST_PART.sub("", place)
    return lines.get(place, 1)


@lru_cache(maxsize=4)
def lines_of(text: str) -> Mapping[str, int]:
    """Map the place of every key to its line."""
    walk = _Walk(text)
    try:
        walk.document()
    except RecursionError:
        return {}
    return walk.lines


class _Walk:
    """Goes once over the text; ``lines`` grows with every key it passes."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._ends = [found.start() for found in re.finditer("\n", text)]
        self._rows: dict[str, int] = {}
        self.lines: dict[str, int] = {}

    def document(self) -> None:
        table = ""
        while self._blank() < len(self._text):
            if self._text.startswith("[", self._at):
                table = self._header()
            else:
                self._pair(table)

    def _header(self) -> str:
        is_row = self._text.startswith("[[", self._at)
        self._at += 2 if is_row else 1
        names = self._names()
        self._at += 2 if is_row else 1
        place = ""
        for name in names[:-1]:
            place = self._last_row(_joined(place, name))
        place = _joined(place, names[-1])
        if is_row:
            self._mark(place)
            self._rows[place] = self._rows.get(place, 0) + 1
        place = self._last_row(place)
        self._mark(place)
        return place

    def _last_row(self, place: str) -> str:
        return f"{place}[{self._rows[place]}]" if place in self._rows else place

    def _pair(self, table: str) -> None:
        start = self._at
        place = table
        for name in self._names():
            place = _joined(place, name)
            self.lines.setdefault(place, self._line(start))
        self._at += 1  # the "="
        self._value(place)

    def _names(self) -> list[str]:
        names = []
        while found := _KEY.match(self._text, self._at):
            names.append(found["basic"] or found["literal"] or found["bare"] or "")
            self._at = found.end()
            if not self._text.startswith(".", self._at):
                break
            self._at += 1
        return names or [""]

    def _value(self, place: str) -> None:
        self._blank()
        if self._text.startswith("[", self._at):
            self._items(place)
        elif self._text.startswith("{", self._at):
            self._inline(place)
        elif found := _STRING.match(self._text, self._at):
            self._at = found.end()
        else:
            self._at = max(_end_of(_PLAIN, self._text, self._at), self._at + 1)

    def _items(self, place: str) -> None:
        self._at += 1
        number = 0
        while self._blank() < len(self._text) and self._text[self._at] != "]":
            if self._text[self._at] == ",":
                self._at += 1
                continue
            number += 1
            self._mark(f"{place}[{number}]")
            self._value(f"{place}[{number}]")
        self._at += 1

    def _inline(self, place: str) -> None:
        self._at += 1
        while self._blank() < len(self._text) and self._text[self._at] != "}":
            if self._text[self._at] == ",":
                self._at += 1
            else:
                self._pair(place)
        self._at += 1

    def _blank(self) -> int:
        """Go over spaces, line ends and comments; give where that leads."""
        self._at = _end_of(_BLANK, self._text, self._at)
        return self._at

    def _mark(self, place: str) -> None:
        self.lines.setdefault(place, self._line(self._at))

    def _line(self, at: int) -> int:
        return bisect_right(self._ends, at - 1) + 1


def _end_of(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _joined(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name

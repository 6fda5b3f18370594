"""A written address cut into words, and what may be read off its end: a bare name and the kind before it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from itertools import product

from counter_app.domain.letters import unmarked
from counter_app.domain.unit_names import UnitKind, key, spelling

_WORD = re.compile(r"[^\W\d_]+|\d+")
_EDGES = " ,;|-–\n"
_LONGEST_NAME = 6
_IN_A_ROW, _WITHIN_A_PART = 1, 3
_KIND_WORDS = {
    UnitKind.CITY: ("thành phố", "tp", "t p"),
    UnitKind.PROVINCE: ("tỉnh", "t"),
    UnitKind.URBAN_DISTRICT: ("quận", "q"),
    UnitKind.RURAL_DISTRICT: ("huyện", "h"),
    UnitKind.TOWN: ("thị xã", "tx"),
    UnitKind.TOWNSHIP: ("thị trấn", "tt"),
    UnitKind.WARD: ("phường", "p", "f"),
    UnitKind.COMMUNE: ("xã", "x"),
    UnitKind.SPECIAL_ZONE: ("đặc khu", "đk"),
}
_KINDS = {
    tuple(spelled): kind
    for kind, writings in _KIND_WORDS.items()
    for words in writings
    for spelled in product(*({spelling(word), unmarked(word)} for word in words.split()))
}
"""With their marks or without any, for "Đan Phượng" holds no ward."""
_COUNTRY = (("viet", "nam"), ("vietnam",), ("vn",))


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text: its place there, what it is compared by, and whether a comma stands before it."""

    start: int
    end: int
    key: str
    spelling: str
    opens: bool


@dataclass(frozen=True, slots=True)
class Span:
    """Words that may be a unit's name; ``start`` is the place of the kind before them, or of the first."""

    first: int
    start: int
    key: str
    kind: UnitKind | None
    spelling: str
    looseness: int = 0
    """What it costs that no kind, comma or beginning of the text stands right before the name."""
    passed: UnitKind | None = None
    """The kind that stands farther before it, and more likely begins the name."""


class AddressWords:
    """The words of an address in the order in which it is read: small units first."""

    def __init__(self, text: str) -> None:
        self.text = unicodedata.normalize("NFC", text)
        self.words = _words(self.text)
        self.is_marked = unmarked(self.text) != self.text.casefold()
        self.end = _without_country(self.words)
        self._is_turned = False

    def turned(self) -> AddressWords | None:
        """Give the same address read from its other end, part by part; None where no comma parts it."""
        parts = _parts(self.words[: self.end])
        if len(parts) < 2:
            return None
        made = AddressWords("")
        made.text, made.is_marked = self.text, self.is_marked
        made.words = tuple(word for part in reversed(parts) for word in part)
        made.end = len(made.words)
        made._is_turned = True
        return made

    @property
    def has_parts(self) -> bool:
        """Whether commas part the address."""
        return any(word.opens for word in self.words[1:])

    def spans_before(self, end: int) -> tuple[Span, ...]:
        """Give every run of words that ends there, short ones first; none reaches over a comma."""
        found: list[Span] = []
        for first in range(end - 1, max(end - _LONGEST_NAME, 0) - 1, -1):
            found.append(self._span(first, end))
            if self.words[first].opens:
                break
        passed = next((span.kind for span in found if span.kind), None)
        return tuple(replace(span, passed=passed) if span.looseness else span for span in found)

    def detail_before(self, end: int) -> str:
        """Give what was written apart from the units, as it was written."""
        if not end:
            return ""
        if self._is_turned:
            start = min(word.start for word in self.words[:end])
            return self.text[start:].strip(_EDGES)
        stop = self.words[end].start if end < len(self.words) else len(self.text)
        return self.text[:stop].strip(_EDGES)

    def _span(self, first: int, end: int) -> Span:
        kind, start = self._kind_before(first)
        words = self.words[first:end]
        written = self.text[words[0].start : words[-1].end]
        is_apart = kind is not None or first == 0 or words[0].opens
        looseness = 0 if is_apart else _WITHIN_A_PART if self.has_parts else _IN_A_ROW
        return Span(
            first, start, key("".join(word.key for word in words)), kind, spelling(written), looseness
        )

    def _kind_before(self, first: int) -> tuple[UnitKind | None, int]:
        if self.words[first].opens:
            return None, first
        for count in (2, 1):
            start = first - count
            if start < 0 or any(word.opens for word in self.words[start + 1 : first]):
                continue
            kind = _KINDS.get(tuple(word.spelling for word in self.words[start:first]))
            if kind:
                return kind, start
        return None, first


def _words(text: str) -> tuple[Word, ...]:
    found: list[Word] = []
    for match in _WORD.finditer(text):
        between = text[found[-1].end : match.start()] if found else ","
        opens = any(mark in between for mark in ",;\n|")
        found.append(Word(match.start(), match.end(), key(match[0]), spelling(match[0]), opens))
    return tuple(found)


def _without_country(words: tuple[Word, ...]) -> int:
    keys = tuple(word.key for word in words)
    for name in _COUNTRY:
        if len(keys) > len(name) and keys[-len(name) :] == name:
            return len(keys) - len(name)
    return len(keys)


def _parts(words: tuple[Word, ...]) -> list[tuple[Word, ...]]:
    parts: list[list[Word]] = []
    for word in words:
        if word.opens or not parts:
            parts.append([])
        parts[-1].append(word)
    return [tuple(part) for part in parts]

"""What is written on a page: words where they stand, in lines as they are read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Box(NamedTuple):
    """An upright rectangle in pixels of the page."""

    left: float
    top: float
    right: float
    bottom: float


def around(boxes: Iterable[Box]) -> Box:
    """Return the smallest box around some, at least one."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


@dataclass(frozen=True, slots=True)
class Word:
    """One word as it was read: NFC text without blanks, and how sure the reader is, 0 to 1."""

    text: str
    box: Box
    sure: float


@dataclass(frozen=True, slots=True)
class Line:
    """The words of one line from left to right, at least one."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words with one blank between them."""
        return " ".join(word.text for word in self.words)

    @property
    def box(self) -> Box:
        """The box around all words."""
        return around(word.box for word in self.words)


@dataclass(frozen=True, slots=True)
class PageText:
    """The lines of a page from top to bottom, and the size in pixels of the page they were read on."""

    lines: tuple[Line, ...]
    width: int
    height: int

    @property
    def text(self) -> str:
        """The lines, one under the other."""
        return "\n".join(line.text for line in self.lines)

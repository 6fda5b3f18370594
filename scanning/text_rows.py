"""A page's text row by row, with the place of every letter: what facts are looked for in."""

from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import normalize

from scanning.page_text import Box, Line, PageText, Word, around


@dataclass(frozen=True, slots=True)
class TextRow:
    """Hold one row of a page, all columns of it, words a blank apart."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The row as it was read."""
        return " ".join(word.text for word in self.words)

    @property
    def plain(self) -> str:
        """The row in small letters without marks, letter for letter as long as ``text``."""
        return unmarked(self.text)

    def words_at(self, start: int, end: int) -> tuple[Word, ...]:
        """Give the words that any of the letters from ``start`` to before ``end`` belong to."""
        return tuple(word for first, last, word in self._spans() if first < end and last > start)

    def box_at(self, start: int, end: int) -> Box:
        """Give the box around those words."""
        return around(word.box for word in self.words_at(start, end))

    def sure_at(self, start: int, end: int) -> float:
        """Say how sure the least sure of those words is."""
        return min(word.sure for word in self.words_at(start, end))

    def _spans(self) -> Iterator[tuple[int, int, Word]]:
        start = 0
        for word in self.words:
            yield start, start + len(word.text), word
            start += len(word.text) + 1


def rows_of(text: PageText) -> tuple[TextRow, ...]:
    """Put lines side by side into rows; lines come row by row already."""
    rows: list[list[Line]] = []
    for line in text.lines:
        if rows and _beside(rows[-1][-1], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return tuple(TextRow(tuple(word for line in row for word in line.words)) for row in rows)


def unmarked(text: str) -> str:
    """Write in small letters without marks, one letter for one letter: ``Đặng`` becomes ``dang``."""
    return "".join(_base(letter) for letter in text)


def _base(letter: str) -> str:
    if letter in "đĐ":
        return "d"
    small = normalize("NFD", letter)[:1].lower()
    return small if len(small) == 1 else letter


def _beside(left: Line, right: Line) -> bool:
    """Tell whether two lines share most of their height and stand one after the other."""
    one, other = left.words[-1].box, right.words[0].box
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    least = min(one.bottom - one.top, other.bottom - other.top)
    return other.left >= one.right and shared > 0.4 * least

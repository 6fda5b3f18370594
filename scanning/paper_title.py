"""Finds the title of a paper: the capitals that stand in the middle, below the national header."""

import re
from collections.abc import Iterator, Sequence

from scanning.page_text import Box, Line, PageText, around
from scanning.text_rows import unmarked

_LOWEST = 0.6  # of the page; titles stand above
_OFF_CENTRE = 0.16  # of the page's width, at most
_FEWEST_LETTERS = 5
_NOT_TITLES = re.compile(
    r"cong hoa xa hoi|chu nghia viet nam|doc lap|uy ban nhan dan|so tu phap|cong an|"
    r"bo (?:cong an|tu phap|noi vu)"
)
# How titles of papers at a counter begin.
_BEGINNINGS = re.compile(
    r"^(?:to khai|giay|don|phieu|bien ban|quyet dinh|hop dong|trich luc|ban|thong bao|so |van ban|cam doan|"
    r"chung|xac nhan|bao cao|the|can cuoc|cong van|phuong an|danh sach|loi chung|di chuc)"
)
_KNOWN_BEGINNING = 0.35


def find_title(text: PageText) -> tuple[str, Box, float] | None:
    """Give the title's words, its box and how sure it is, or None where no line looks like one.

    A title that runs over two or three lines is given as one.
    """
    candidates = [index for index, line in enumerate(text.lines) if _may_be_title(line, text)]
    if not candidates:
        return None
    usual = _usual_height(text.lines)
    best = max(candidates, key=lambda index: _merit(text.lines[index], text, usual))
    lines = [text.lines[best], *_continued(text, best)]
    words = [word for line in lines for word in line.words]
    sure = sum(word.sure for word in words) / len(words)
    return " ".join(line.text for line in lines), around(word.box for word in words), sure


def _may_be_title(line: Line, text: PageText) -> bool:
    letters = [letter for letter in line.text if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    box = line.box
    return (
        len(letters) >= _FEWEST_LETTERS
        and capitals >= 0.75 * len(letters)
        and box.top < _LOWEST * text.height
        and _off_centre(box, text) < _OFF_CENTRE
        and not _NOT_TITLES.search(unmarked(line.text))
    )


def _merit(line: Line, text: PageText, usual: float) -> float:
    box = line.box
    size = min((box.bottom - box.top) / usual, 2.0)
    known = _KNOWN_BEGINNING * bool(_BEGINNINGS.match(unmarked(line.text)))
    return size + known - 2 * _off_centre(box, text) - 0.5 * box.top / text.height


def _continued(text: PageText, best: int) -> Iterator[Line]:
    """Give the lines right below that go on with a title."""
    above = text.lines[best]
    for line in text.lines[best + 1 : best + 3]:
        tall = above.box.bottom - above.box.top
        near = line.box.top - above.box.bottom < 0.9 * tall
        if not (near and _may_be_title(line, text)):
            return
        yield line
        above = line


def _off_centre(box: Box, text: PageText) -> float:
    return abs((box.left + box.right) / 2 / text.width - 0.5)


def _usual_height(lines: Sequence[Line]) -> float:
    heights = sorted(line.box.bottom - line.box.top for line in lines)
    return max(heights[len(heights) // 2], 1.0)

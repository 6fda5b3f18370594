"""Finds the lines of writing on a page, also bent and crowded ones."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from scanning.frames import Pixels
from scanning.line_owners import Labels, own_ink
from scanning.line_ridges import Ridge, find_ridges, letter_height
from scanning.opencv import cv2
from scanning.text_line import TextLine, unrolled

# In heights of a letter:
_GAP = 1.5  # wider is another column
_SHORTEST = 0.3
_REACH = 1.5  # marks and tails lie no farther from the middle of a line
_PAD = 0.12
_LEAST = 0.5  # what a line reaches up and down at the least
# In heights of a line:
_SAME_ROW = 0.45  # the middles of what stands in one row are nearer
_OVERLAP = 0.3  # what a mark or a tail may reach into what goes before
_NEAR = 5.0  # from its end a long line's height is measured
_LEVEL = 30.0  # only lines much longer than that say by themselves how their row runs
_SPECKS = 2  # px of ink in a row or a column that are no writing yet


def find_lines(mask: Pixels, *, dpi: float) -> tuple[tuple[TextLine, ...], Labels]:
    """Find lines of writing in an ink mask, and whose each pixel of ink is.

    Lines come row by row from the top, within a row from the left; columns far apart are lines of their own.
    Labels are H×W, ``TextLine.number`` where the ink is that line's, 0 where there is none or nobody's.
    """
    _, parts, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    letter = letter_height(np.asarray(stats[1:, cv2.CC_STAT_HEIGHT], np.int32), dpi)
    ridges = find_ridges(mask, letter)
    owners = own_ink(mask, np.asarray(parts, np.int32), ridges, letter)
    lines = [
        line for number, ridge in enumerate(ridges, 1) for line in _pieces(owners, number, ridge, letter)
    ]
    return _in_rows(lines), owners


def _pieces(owners: Labels, number: int, ridge: Ridge, letter: float) -> Iterator[TextLine]:
    """Cut a line where its columns end, and measure how far each piece reaches up and down."""
    reach = letter * _REACH
    margin = letter
    whole = TextLine(number, ridge.left - margin, ridge.right + margin, ridge.bend, reach, reach)
    ink = unrolled(owners, whole) == number
    for start, end in _runs(ink.sum(axis=0) >= _SPECKS, round(letter * _GAP)):
        rows = np.flatnonzero(ink[:, start:end].sum(axis=1) >= _SPECKS)
        if end - start < letter * _SHORTEST or not len(rows):
            continue
        middle, pad = ink.shape[0] // 2, letter * _PAD
        yield TextLine(
            number,
            max(0.0, whole.left + start - pad),
            min(owners.shape[1] - 1.0, whole.left + end + pad),
            ridge.bend,
            max(letter * _LEAST, float(middle - rows[0])) + pad,
            max(letter * _LEAST, float(rows[-1] - middle)) + pad,
        )


def _runs(busy: NDArray[np.bool_], gap: int) -> Iterator[tuple[int, int]]:
    """Give stretches of ink that no gap of the given width interrupts."""
    places = np.flatnonzero(busy)
    for part in np.split(places, np.flatnonzero(np.diff(places) > gap) + 1):
        if len(part):
            yield int(part[0]), int(part[-1]) + 1


def _in_rows(lines: list[TextLine]) -> tuple[TextLine, ...]:
    """Put lines in order, each in the row of the line to its left that it goes on best."""
    rows: list[list[TextLine]] = []
    level = _usual_slope(lines)
    for line in sorted(lines, key=lambda line: line.left):
        near = [(_aside(row[-1], line, level), row) for row in rows if _is_before(row[-1], line)]
        aside, row = min(near, key=lambda each: each[0], default=(_SAME_ROW, []))
        if aside < _SAME_ROW:
            row.append(line)
        else:
            rows.append([line])
    rows.sort(key=_height)
    return tuple(line for row in rows for line in row)


def _is_before(one: TextLine, other: TextLine) -> bool:
    return other.left - one.right > -_OVERLAP * min(one.tall, other.tall)


def _usual_slope(lines: list[TextLine]) -> float:
    """Give the slope of a page's lines, which long ones tell best."""
    longer = np.array([(line.right - line.left) ** 2 for line in lines])
    return float(np.average([line.slope for line in lines], weights=longer)) if lines else 0.0


def _aside(before: TextLine, after: TextLine, level: float) -> float:
    """Give how far a line lies off the row that one to its left belongs to, in heights of both.

    The slope of a short line says little, so it is taken to run as lines of this page do (``level``).
    """
    here, there = max(before.centre, before.right - _NEAR * before.tall), after.left + _NEAR * after.tall
    there = min(after.centre, there)
    falls = before.slope * before.long + after.slope * after.long + level * _LEVEL
    slope = falls / (before.long + after.long + _LEVEL)
    fall = after.height_at(there) - before.height_at(here) - slope * (there - here)
    return abs(fall) / ((before.tall + after.tall) / 2)


def _height(row: list[TextLine]) -> float:
    widths = [line.right - line.left for line in row]
    return float(np.average([line.height_at(line.centre) for line in row], weights=widths))

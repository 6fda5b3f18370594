"""Finds the lines of writing on a page, also bent and crowded ones."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from scanning.frames import Pixels
from scanning.line_owners import Labels, own_ink
from scanning.line_ridges import Ridge, find_ridges, letter_height
from scanning.text_line import TextLine, unrolled

# In heights of a letter:
_GAP = 1.5  # wider is another column
_SHORTEST = 0.3
_REACH = 1.5  # marks and tails lie no farther from the middle of a line
_PAD = 0.12
_LEAST = 0.5  # what a line reaches up and down at the least
_SPECKS = 2  # px of ink in a row or a column that are no writing yet


def find_lines(mask: Pixels, *, dpi: float) -> tuple[tuple[TextLine, ...], Labels]:
    """Find lines of writing in an ink mask, and whose each pixel of ink is.

    Lines come row by row from the top, within a row from the left; columns far apart are lines of their own.
    Labels are H×W, ``TextLine.number`` where the ink is that line's, 0 where there is none or nobody's.
    """
    letter = letter_height(mask, dpi)
    ridges = find_ridges(mask, letter)
    owners = own_ink(mask, ridges, letter)
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
    rows: list[list[TextLine]] = []
    for line in sorted(lines, key=lambda line: line.left):
        row = next((row for row in rows if _goes_on(row[-1], line)), None)
        if row is None:
            rows.append([line])
        else:
            row.append(line)
    rows.sort(key=lambda row: float(np.mean([line.height_at(line.centre) for line in row])))
    return tuple(line for row in rows for line in row)


def _goes_on(before: TextLine, after: TextLine) -> bool:
    """Tell whether a line stands in the same row as the one to its left."""
    gap = after.left - before.right
    if gap < 0:
        return False
    rise = (before.slope + after.slope) / 2 * gap
    fall = after.height_at(after.left) - before.height_at(before.right)
    return abs(fall - rise) < 0.35 * (before.tall + after.tall) / 2

"""Finds where three lines of thirty letters stand in a picture (ICAO 9303, TD1), however the card is held."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from scanning.frames import Pixels
from scanning.grid import Grid
from scanning.marks import Marks, RowSeed, find_marks, row_seeds
from scanning.opencv import cv2

_Reals = NDArray[np.float64]

COLUMNS, ROWS = 30, 3
_LEADING = 1.667  # pitches from line to line: six lines an inch, ten letters an inch
_TALL = 0.8  # rows a cell is high
_SPACING = (0.72, 1.5)  # pitch in sizes of a letter
_SHORTEST = 7
_MOST_SEEDS = 5
_REACHES = (
    5,
    8,
    11,
    14,
    17,
    20,
    24,
    30,
    30,
)  # pitches around the seed, from one round of fitting to the next
_FLAT = 8  # pitches over which perspective does not show yet
_BESIDE = 0.3  # how far beside its place a mark may lie, in columns and rows
_FEWEST, _FEWEST_IN_A_ROW = 48, 10


def find_zones(gray: Pixels) -> Iterator[Grid]:
    """Give the places that look like a zone, likeliest first, upright or upside down: marks do not tell."""
    known: list[_Reals] = []
    for seed in row_seeds(find_marks(gray), _SPACING, shortest=_SHORTEST)[:_MOST_SEEDS]:
        grid = _grown(seed)
        if grid is None:
            continue
        middle = grid.at(np.array([[COLUMNS / 2, ROWS / 2]]))[0]
        if all(np.hypot(*(middle - other)) > 3 * grid.pitch for other in known):
            known.append(middle)
            yield grid


def _grown(seed: RowSeed) -> Grid | None:
    """Fit a grid to the marks around a seed, then to ever more of them; None where they are no zone."""
    across = np.array([-seed.step[1], seed.step[0]]) * _LEADING
    matrix = np.column_stack([[*seed.step, 0], [*across, 0], [*seed.origin, 1]])
    places = np.empty((0, 2))
    for reach in _REACHES:
        seen, places = _on_grid(matrix, seed, reach)
        if len(places) < 6 or len(np.unique(places[:, 1])) < 2:
            return None
        matrix = _fitted(places, seen, flat=reach <= _FLAT)
    return _window(matrix, places)


def _on_grid(matrix: _Reals, seed: RowSeed, reach: float) -> tuple[_Reals, _Reals]:
    """Give the marks near the seed that lie on the grid: their pixels, and their whole columns and rows."""
    marks: Marks = seed.marks
    try:
        back = np.linalg.inv(matrix)
    except np.linalg.LinAlgError:
        return np.empty((0, 2)), np.empty((0, 2))
    places = cv2.perspectiveTransform(marks.middles[None], back)[0]
    start = cv2.perspectiveTransform(seed.origin[None, None], back)[0, 0]
    whole = np.rint(places)
    beside = np.abs(places - whole).max(axis=1)
    near = (np.abs(places[:, 0] - start[0]) <= reach) & (np.abs(places[:, 1] - start[1]) <= 2.4)
    kept = near & (beside < _BESIDE)
    return marks.middles[kept], whole[kept]


def _fitted(places: _Reals, seen: _Reals, *, flat: bool) -> _Reals:
    """Lead places to pixels as well as can be: without perspective as long as they are ``flat``."""
    if flat:
        known = np.column_stack([places, np.ones(len(places))])
        answer, *_ = np.linalg.lstsq(known, seen, rcond=None)
        return np.vstack([answer.T, [0, 0, 1]])
    matrix, _ = cv2.findHomography(places, seen)
    return np.asarray(matrix, np.float64) if matrix is not None else np.full((3, 3), np.nan)


def _window(matrix: _Reals, places: _Reals) -> Grid | None:
    """Choose the thirty columns and three rows that hold most of the marks."""
    left, top = places.min(axis=0).astype(int)
    width, height = (np.ptp(places, axis=0) + 1).astype(int)
    taken = np.zeros((height + ROWS, width + COLUMNS))
    taken[(places[:, 1] - top).astype(int), (places[:, 0] - left).astype(int)] = 1
    sums = cv2.boxFilter(
        taken, -1, (COLUMNS, ROWS), anchor=(0, 0), normalize=False, borderType=cv2.BORDER_CONSTANT
    )
    row, column = np.unravel_index(int(np.argmax(sums)), sums.shape)
    chosen = taken[row : row + ROWS, column : column + COLUMNS]
    if chosen.sum() < _FEWEST or chosen.sum(axis=1).min() < _FEWEST_IN_A_ROW:
        return None
    shift = np.array([[1, 0, left + int(column)], [0, 1, top + int(row)], [0, 0, 1]], np.float64)
    return Grid(matrix @ shift, COLUMNS, ROWS, _TALL)

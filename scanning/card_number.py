"""The twelve printed digits of a card's number: the last way in, always to be confirmed by a person.

No check digit guards the number, so a reading is a proposal, however sure it is.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from scanning.frames import Frame, Pixels
from scanning.grid import Grid
from scanning.marks import RowSeed, find_marks, row_seeds
from scanning.mrz_letters import LetterNet
from scanning.payload import Corners

_Reals = NDArray[np.float64]

_DIGITS = 12
_SPACING = (0.55, 1.15)  # from digit to digit, in heights of a digit
_MOST_SEEDS = 12
_TALL = 1.75  # pitches a cell is high
_BESIDE = 0.22  # pitches
_REACHES = (4, 7, 10, 13)  # pitches from the seed, from one round of fitting to the next
_SURE_ENOUGH = 0.6
_UPSIDE_DOWN = 0.2  # some numbers make sense both ways


@dataclass(frozen=True, slots=True)
class ReadNumber:
    """Hold twelve digits as they seem to be printed, how sure the least sure one is, where they stand."""

    digits: str
    sureness: float
    corners: Corners


def read_number(
    frame: Frame, *, budget_ms: float = 150, clock: Callable[[], float] = perf_counter
) -> ReadNumber | None:
    """Read a row of exactly twelve evenly spaced digits, held in any direction; None where there is none.

    Of several rows the surest is taken; one that could be read upside down as well is not. No new row is
    looked at after ``budget_ms``.
    """
    deadline = clock() + budget_ms / 1000
    gray = frame.gray()
    found: list[ReadNumber] = []
    for row in _rows(gray):
        other, surer = sorted((_read(gray, grid) for grid in (row, row.turned())), key=_sureness)
        if other.sureness < _UPSIDE_DOWN:
            found.append(surer)
        if clock() >= deadline:
            break
    best = max(found, key=_sureness, default=None)
    return best if best and best.sureness >= _SURE_ENOUGH else None


def _rows(gray: Pixels) -> Iterator[Grid]:
    for seed in row_seeds(find_marks(gray, only_core=True), _SPACING, shortest=_DIGITS // 2)[:_MOST_SEEDS]:
        grid = _row(seed)
        if grid is not None:
            yield grid


def _row(seed: RowSeed) -> Grid | None:
    """Fit a row of twelve to the marks in line with a seed; None where it has more marks, or too few."""
    marks = _as_tall(seed)
    origin, step = seed.origin, seed.step
    whole = np.empty(0)
    for reach in _REACHES:
        along, beside = _laid_out(marks, origin, step)
        whole = np.rint(along)
        near = np.maximum(np.abs(along - whole), np.abs(beside)) < _BESIDE
        near &= np.abs(whole) <= reach
        if near.sum() < _DIGITS // 2:
            return None
        whole = whole[near]
        known = np.column_stack([whole, np.ones(len(whole))])
        (step, origin), *_ = np.linalg.lstsq(known, marks[near], rcond=None)
    first = _start_of_twelve(whole)
    if first is None:
        return None
    return Grid(
        np.column_stack([[*step, 0], [*_across(step), 0], [*(origin + first * step), 1]]), _DIGITS, 1, _TALL
    )


def _as_tall(seed: RowSeed) -> _Reals:
    """Leave the marks that are about as tall as those beside the seed: a label is smaller."""
    apart = np.hypot(*(seed.marks.middles - seed.origin).T)
    usual = np.median(seed.marks.sizes[np.argsort(apart)[: _DIGITS // 2]])
    return seed.marks.between(0.6 * usual, 1.5 * usual).middles


def _laid_out(marks: _Reals, origin: _Reals, step: _Reals) -> tuple[_Reals, _Reals]:
    """Say how far along a row and how far beside it marks lie, both in pitches."""
    along, beside = ((marks - origin) @ np.linalg.inv(np.column_stack([step, _across(step)])).T).T
    return along, beside


def _across(step: _Reals) -> _Reals:
    return np.array([-step[1], step[0]])


def _start_of_twelve(whole: _Reals) -> float | None:
    """Find twelve places in a row, one of them perhaps empty, with nothing before and behind."""
    taken = np.unique(whole)
    for run in np.split(taken, np.nonzero(np.diff(taken) > 2)[0] + 1):
        if run[-1] - run[0] == _DIGITS - 1 and len(run) >= _DIGITS - 1:
            return float(run[0])
    return None


def _sureness(number: ReadNumber) -> float:
    return number.sureness


@cache
def _net() -> LetterNet:
    return LetterNet.load("digits")


def _read(gray: Pixels, grid: Grid) -> ReadNumber:
    shares: NDArray[np.float32] = _net().shares(grid.cells(gray))[:, :10]
    ends = np.array([[-0.5, -0.7], [_DIGITS - 0.5, -0.7], [_DIGITS - 0.5, 0.7], [-0.5, 0.7]])
    a, b, c, d = ((float(x), float(y)) for x, y in grid.at(ends))
    digits = "".join(str(at) for at in np.argmax(shares, axis=1))
    return ReadNumber(digits, float(shares.max(axis=1).min()), (a, b, c, d))

"""Tells how far the lines of an upright page run off the level."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from scanning.frames import Frame
from scanning.ink import ink_of

_FURTHEST = 6.0  # degrees; a sheet found by its edges is off by less
_COARSE, _FINER, _FINEST = (0.5, _FURTHEST), (0.1, 0.6), (0.03, 0.12)  # step and reach in degrees
_LEAST_INK = 400  # pixels; less is a blank page with specks
_ENOUGH = 15_000  # pixels of ink that the coarse steps look at
_DARK = 80  # gray levels; from here on ink is ink
_CLEAR = 1.15  # how much sharper the best slope must be than the usual one, or nothing is known

_Reals = NDArray[np.float64]


def skew(page: Frame) -> float:
    """Give in degrees how far lines fall towards the right; 0 where a page has none that tell."""
    marks = _Marks.of(page)
    if marks.across.size < _LEAST_INK:
        return 0.0
    some = marks.thinned(_ENOUGH)
    slopes = _around(0.0, _COARSE)
    sharp = some.sharpness(slopes)
    if sharp.max() < _CLEAR * np.median(sharp):
        return 0.0
    found = _peak(slopes, sharp)
    for seen, (step, reach) in ((some, _FINER), (marks, _FINEST)):
        slopes = _around(found, (step, reach))
        found = _peak(slopes, seen.sharpness(slopes))
    return found


@dataclass(frozen=True, slots=True, eq=False)
class _Marks:
    """Hold where a page has ink, in pixels from the middle of its top, and how much."""

    across: _Reals
    down: _Reals
    weight: _Reals

    @classmethod
    def of(cls, page: Frame) -> Self:
        ink = ink_of(page)
        rows, columns = np.nonzero(ink)
        weight = np.minimum(ink[rows, columns], _DARK).astype(np.float64)
        return cls(columns - ink.shape[1] / 2, rows.astype(np.float64), weight)

    def thinned(self, enough: int) -> Self:
        """Take marks from all over the page, not more than about ``enough``."""
        kept = np.random.default_rng(0).random(self.across.size) < enough / self.across.size
        return type(self)(self.across[kept], self.down[kept], self.weight[kept])

    def sharpness(self, slopes: _Reals) -> _Reals:
        """Say for each slope in degrees how sharply rows of ink and of paper alternate along it."""
        return np.array([self._sharpness(float(np.tan(np.radians(slope)))) for slope in slopes])

    def _sharpness(self, slope: float) -> float:
        level = self.down - self.across * slope
        level -= level.min()
        row = level.astype(np.intp)
        below = (level - row) * self.weight  # each mark is shared by the two rows it lies between
        rows = int(row.max()) + 2
        ink = np.bincount(row, self.weight - below, rows) + np.bincount(row + 1, below, rows)
        return float((np.diff(ink) ** 2).sum())


def _around(middle: float, grid: tuple[float, float]) -> _Reals:
    step, reach = grid
    return middle + np.arange(-reach, reach + step / 2, step)


def _peak(slopes: _Reals, sharp: _Reals) -> float:
    """Give the slope of the highest point, between the steps tried."""
    best = int(np.argmax(sharp))
    if best in (0, sharp.size - 1):
        return float(slopes[best])
    left, top, right = sharp[best - 1 : best + 2]
    aside = 0.5 * (left - right) / (left - 2 * top + right)
    return float(slopes[best] + (slopes[1] - slopes[0]) * aside)

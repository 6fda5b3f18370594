"""Finds where lines of writing run: ridges of ink across the page."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scanning.frames import Pixels
from scanning.opencv import cv2
from scanning.text_line import bent, fit_bend

_Floats = NDArray[np.float32]

_SMALLEST, _LARGEST = 1.0, 8.0  # mm: what is a letter by its height
_USUAL = 2.5  # mm; the height of a letter when a page shows too few to tell
_HALF = 0.5  # lines are looked for on a copy of half the size
_STANDS_OUT = 0.012  # share of ink by which the middle of a line exceeds its surroundings
# In heights of a letter:
_ALONG, _NARROW, _WIDE = 1.0, 0.22, 0.65  # how far ink is smeared along a line, and across it to compare
_APART = 0.9  # the middles of two lines are farther apart
_SHORTEST = 1.2  # of a ridge; a single figure's smear is longer
_BENDS = ((2.0, 0), (12.0, 1), (30.0, 2))  # how bent a line may be, by its length; longer ones more
_MOST_BENT = 4
_MOST_LINES = 200


@dataclass(frozen=True, slots=True)
class Ridge:
    """Hold where a line runs: its ends, roughly, its bend, and how much ink makes it."""

    left: float
    right: float
    bend: tuple[float, ...]
    weight: float


def letter_height(heights: NDArray[np.int32], dpi: float) -> float:
    """Give the usual height, in pixels, of what hangs together on the page: letters, mostly."""
    tall = heights * 25.4 / dpi
    letters = tall[(tall > _SMALLEST) & (tall < _LARGEST)]
    usual = float(np.median(letters)) if len(letters) > 20 else _USUAL
    return usual * dpi / 25.4


def find_ridges(mask: Pixels, letter: float) -> tuple[Ridge, ...]:
    """Find ridges, the strongest of those that run along each other too near, at most 200."""
    field = _field(mask, letter * _HALF)
    over = (field > _STANDS_OUT).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(over, connectivity=8)
    long = np.flatnonzero(stats[:, cv2.CC_STAT_WIDTH] > letter * _HALF * _SHORTEST)
    parts = np.asarray(labels, np.int32)
    found = [
        _ridge(field, parts, np.asarray(stats[label], np.int32), int(label), letter)
        for label in long
        if label
    ]
    strongest = sorted(found, key=lambda ridge: -ridge.weight)[:_MOST_LINES]
    return _apart(strongest, letter)


def _field(mask: Pixels, letter: float) -> _Floats:
    """Give by how much the ink smeared along lines exceeds what lies above and below, at half size."""
    small = cv2.resize(mask, None, fx=_HALF, fy=_HALF, interpolation=cv2.INTER_AREA)
    along = cv2.GaussianBlur(small.astype(np.float32) / 255, (0, 0), sigmaX=letter * _ALONG, sigmaY=0.01)
    near = cv2.GaussianBlur(along, (0, 0), sigmaX=0.01, sigmaY=letter * _NARROW)
    wide = cv2.GaussianBlur(along, (0, 0), sigmaX=0.01, sigmaY=letter * _WIDE)
    return np.asarray(near - wide, np.float32)


def _ridge(
    field: _Floats, labels: NDArray[np.int32], stats: NDArray[np.int32], label: int, letter: float
) -> Ridge:
    x, y, width, height = (int(number) for number in stats[:4])
    window = np.s_[y : y + height, x : x + width]
    part = np.where(labels[window] == label, field[window], 0).astype(np.float64)
    weight = part.sum(axis=0)
    rows = (part * (np.arange(height) + y + 0.5)[:, None]).sum(axis=0) / weight
    columns = np.asarray((np.arange(width) + x + 0.5) / _HALF, np.float64)
    long = width / _HALF / letter
    power = next((power for length, power in _BENDS if long < length), _MOST_BENT)
    bend = fit_bend(columns, np.asarray(rows / _HALF, np.float64), np.asarray(weight**0.5, np.float64), power)
    return Ridge(x / _HALF, (x + width) / _HALF, bend, float(part.sum()))


def _apart(ridges: list[Ridge], letter: float) -> tuple[Ridge, ...]:
    """Drop what runs along a stronger line too near: rows of marks above capitals, dots below."""
    kept: list[Ridge] = []
    for ridge in ridges:
        if all(_clear(ridge, other, letter) for other in kept):
            kept.append(ridge)
    return tuple(kept)


def _clear(one: Ridge, other: Ridge, letter: float) -> bool:
    left, right = max(one.left, other.left), min(one.right, other.right)
    if right - left < 0.3 * (one.right - one.left):
        return True
    x = np.linspace(left, right, 5)
    return bool(np.abs(bent(one.bend, x) - bent(other.bend, x)).mean() > letter * _APART)

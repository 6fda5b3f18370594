"""Small dark marks in a picture, such as letters are, and rows in which they stand evenly spaced.

A row of type of one pitch gives itself away by its neighbours: each mark has one of its own size to the left
and right, at the same distance, in the same direction, however the card is held.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scanning.frames import Pixels
from scanning.opencv import cv2

_Reals = NDArray[np.float64]
_Wholes = NDArray[np.intp]

_SURROUNDINGS = 31  # px; wider than a letter of the largest size that is looked for
_CORE = 0.5  # of the darkness around: what is darker is the middle of a stroke, not its soft edge
_SMALLEST, _LARGEST = 5, 90  # px
_MOST_IN_A_GROUP = 900
_GROUP_STEP, _GROUP_WIDTH = 1.35, 1.9
_TURN_BINS = 90  # of two degrees each
_SAME_TURN = np.deg2rad(7)


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """Hold N marks: their middles (N×2, pixels) and the longer side of each (N)."""

    middles: _Reals
    sizes: _Reals

    def between(self, smallest: float, largest: float) -> "Marks":
        """Keep the marks of a range of sizes."""
        kept = (self.sizes >= smallest) & (self.sizes < largest)
        return Marks(self.middles[kept], self.sizes[kept])


@dataclass(frozen=True, slots=True, eq=False)
class RowSeed:
    """Hold the beginning of a row: one of its marks, the step to the next, how many, all marks alike."""

    origin: _Reals
    step: _Reals
    length: int
    marks: Marks


def find_marks(gray: Pixels, *, only_core: bool = False) -> Marks:
    """Name what is darker than its surroundings and of a letter's size.

    ``only_core`` leaves the soft edges of strokes out, which keeps bold letters apart.
    """
    light = cv2.blur(gray, (_SURROUNDINGS, _SURROUNDINGS))
    darker = cv2.subtract(light, gray)
    least = cv2.addWeighted(light, 0.08, light, 0, 4)
    if only_core:
        darkest = cv2.dilate(darker, np.ones((_SURROUNDINGS, _SURROUNDINGS), np.uint8))
        least = cv2.max(least, cv2.addWeighted(darkest, _CORE, darkest, 0, 0))
    dark = cv2.compare(darker, least, cv2.CMP_GT)
    _, _, boxes, _ = cv2.connectedComponentsWithStats(dark, connectivity=4)
    width, height, area = boxes[:, 2], boxes[:, 3], boxes[:, 4]
    size = np.maximum(width, height)
    kept = (size >= _SMALLEST) & (size <= _LARGEST) & (area >= size) & (np.minimum(width, height) * 6 >= size)
    low = boxes[kept, :2].astype(np.float64)
    sides = boxes[kept, 2:4].astype(np.float64)
    return Marks(low + (sides - 1) / 2, sides.max(axis=1))


def row_seeds(marks: Marks, spacing: tuple[float, float], *, shortest: int) -> list[RowSeed]:
    """Find rows of at least ``shortest`` marks, the longest first; ``spacing`` in sizes of the marks."""
    found: list[RowSeed] = []
    smallest = float(_SMALLEST)
    while smallest < _LARGEST:
        group = marks.between(smallest, smallest * _GROUP_WIDTH)
        if shortest <= len(group.sizes) <= _MOST_IN_A_GROUP:
            found += _seeds_of(group, spacing, shortest)
        smallest *= _GROUP_STEP
    return sorted(found, key=lambda seed: -seed.length)


def _seeds_of(group: Marks, spacing: tuple[float, float], shortest: int) -> Iterator[RowSeed]:
    first, second, steps = _neighbours(group, spacing)
    if len(first) < shortest:
        return
    turns = np.arctan2(steps[:, 1], steps[:, 0]) % np.pi
    along = np.abs((turns - _commonest(turns) + np.pi / 2) % np.pi - np.pi / 2) < _SAME_TURN
    for chain in _chains(first[along], second[along], len(group.sizes)):
        if len(chain) >= shortest:
            yield _seed(group, chain)


def _neighbours(group: Marks, spacing: tuple[float, float]) -> tuple[_Wholes, _Wholes, _Reals]:
    """Pair marks of like size at the right distance, each pair once: two indices and the way between."""
    x, y = group.middles.T
    apart = np.hypot(x[:, None] - x, y[:, None] - y)
    size = (group.sizes[:, None] + group.sizes) / 2
    near = (apart > spacing[0] * size) & (apart < spacing[1] * size)
    first, second = np.nonzero(np.triu(near))
    return first, second, group.middles[second] - group.middles[first]


def _commonest(turns: _Reals) -> float:
    """Give the direction that most pairs share, 0 to pi."""
    counts, _ = np.histogram(turns, _TURN_BINS, (0, np.pi))
    smooth = counts + np.roll(counts, 1) + np.roll(counts, -1)
    return float((np.argmax(smooth) + 0.5) * np.pi / _TURN_BINS)


def _chains(first: _Wholes, second: _Wholes, count: int) -> Iterator[list[int]]:
    """Gather what pairs link together."""
    linked: list[list[int]] = [[] for _ in range(count)]
    for one, other in zip(first.tolist(), second.tolist(), strict=True):
        linked[one].append(other)
        linked[other].append(one)
    seen = [False] * count
    for start in range(count):
        chain, waiting = [], [start]
        while waiting:
            mark = waiting.pop()
            if not seen[mark]:
                seen[mark] = True
                chain.append(mark)
                waiting += linked[mark]
        yield chain


def _seed(group: Marks, chain: list[int]) -> RowSeed:
    """Measure a chain: its direction by its two ends, its step by the distances between neighbours."""
    points = group.middles[chain]
    middle = points.mean(axis=0)
    _, _, axes = np.linalg.svd(points - middle, full_matrices=False)
    along = np.sort((points - middle) @ axes[0])
    step = float(np.median(np.diff(along)))
    origin = points[np.argmin(np.abs((points - middle) @ axes[0]))]
    return RowSeed(origin, axes[0] * step, len(chain), group)

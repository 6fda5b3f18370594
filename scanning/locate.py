"""Where in a frame a code might stand, when no engine could read it at first sight.

A QR code is dense with edges in every direction, writing and table edges are not: the brightness-normalised
edge strength across, down and along both diagonals is averaged over windows of several sizes, the weakest
direction counts, and a window must stand out from its surroundings.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scanning.frames import Pixels
from scanning.opencv import cv2
from scanning.payload import Corners

_SEARCH_WIDTH = 480  # a code of 60 px in a 1080p frame still covers 15 px of the search picture
_WINDOWS = (17, 25, 37, 55, 81)
_PEAKS_PER_WINDOW = 3
_SMALLEST = 24  # px; a version-1 code has 21 modules

_Plane = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Box:
    """Hold an upright rectangle of a frame in whole pixels; right and bottom stand outside it."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def size(self) -> int:
        """Give the longer side."""
        return max(self.right - self.left, self.bottom - self.top)

    def cut(self, gray: Pixels) -> Pixels:
        """Give this part of a picture."""
        return gray[self.top : self.bottom, self.left : self.right]

    def resembles(self, other: "Box") -> bool:
        """Tell whether two boxes stand for the same code."""
        apart = max(
            abs(self.left + self.right - other.left - other.right),
            abs(self.top + self.bottom - other.top - other.bottom),
        )
        return apart < 0.5 * min(self.size, other.size) and 0.6 < self.size / other.size < 1.7


def locate(gray: Pixels, unread: Iterable[Corners] = (), *, most: int = 4) -> tuple[Box, ...]:
    """Name up to ``most`` places worth a closer look: codes seen but ``unread`` first, then textured ones."""
    kept: list[Box] = []
    for box in (*_around(unread, gray), *_textured(gray)):
        if min(box.right - box.left, box.bottom - box.top) < _SMALLEST:
            continue
        if not any(box.resembles(other) for other in kept):
            kept.append(box)
        if len(kept) == most:
            break
    return tuple(kept)


def _around(unread: Iterable[Corners], gray: Pixels) -> Iterator[Box]:
    for corners in unread:
        points = np.asarray(corners, np.float64)
        low, high = points.min(axis=0), points.max(axis=0)
        margin = 0.15 * float((high - low).max())
        yield _clipped(low - margin, high + margin, gray)


def _clipped(low: NDArray[np.float64], high: NDArray[np.float64], gray: Pixels) -> Box:
    height, width = gray.shape
    left, top = (max(0, int(value)) for value in low)
    return Box(left, top, min(width, int(high[0])), min(height, int(high[1])))


def _textured(gray: Pixels) -> list[Box]:
    scale = min(1.0, _SEARCH_WIDTH / gray.shape[1])
    small = cv2.resize(gray, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    edges = _edge_planes(np.asarray(small, np.float32))
    peaks = [
        peak
        for window in _WINDOWS
        if window <= min(small.shape) // 2
        for peak in _peaks(_density(edges, window), window)
    ]
    peaks.sort(reverse=True)
    half = [np.array([window, window], np.float64) for _, _, _, window in peaks]
    centres = [np.array([x, y], np.float64) for _, x, y, _ in peaks]
    return [_clipped((c - h) / scale, (c + h) / scale, gray) for c, h in zip(centres, half, strict=True)]


def _edge_planes(small: _Plane) -> tuple[_Plane, ...]:
    """Give edge strength across, down and along both diagonals, the light evened out."""
    light = cv2.blur(small, (31, 31)) + 20
    kernels = (
        [[-1, 0, 1]],
        [[-1], [0], [1]],
        [[-1, 0, 0], [0, 0, 0], [0, 0, 1]],
        [[0, 0, -1], [0, 0, 0], [1, 0, 0]],
    )
    weights = (1.0, 1.0, 0.75, 0.75)
    return tuple(
        np.asarray(np.abs(cv2.filter2D(small, -1, np.array(kernel, np.float32))) * weight / light, np.float32)
        for kernel, weight in zip(kernels, weights, strict=True)
    )


def _density(edges: tuple[_Plane, ...], window: int) -> _Plane:
    weakest = np.minimum.reduce([cv2.blur(plane, (window, window)) for plane in edges])
    around = cv2.blur(weakest, (2 * window + 1, 2 * window + 1))
    return np.asarray((weakest - 0.7 * around) * window**0.35, np.float32)


def _peaks(density: _Plane, window: int) -> Iterator[tuple[float, int, int, int]]:
    for _ in range(_PEAKS_PER_WINDOW):
        _, height, _, (x, y) = cv2.minMaxLoc(density)
        if height <= 0:
            return
        yield height, x, y, window
        density[max(0, y - window) : y + window, max(0, x - window) : x + window] = -1

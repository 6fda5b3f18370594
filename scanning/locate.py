"""Where in a frame a code might stand, when no engine could read it at first sight.

A QR code is dense with edges in every direction, writing and table edges are not: the brightness-normalised
edge strength across, down and along both diagonals is averaged over windows of several sizes, the weakest
direction counts, and a window must stand out from its surroundings.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scanning.frames import Pixels
from scanning.opencv import cv2

_SEARCH_WIDTH = 960  # px; a code of 60 px in a 1080p frame has still one pixel for two modules
_POOLED = 4  # px of the search picture that are taken together once the edges are found
_WINDOWS = (9, 12, 16, 21, 28, 37, 49, 65)
_PEAKS_PER_WINDOW = 3
_SURROUNDINGS = 1.6  # how much the texture around speaks against a place
_LARGER_FIRST = 0.4
_SMALLEST = 24  # px; a version-1 code has 21 modules
_SIDE_OF_WINDOW = 1.1  # the best window covers nine tenths of a code

_Plane = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Spot:
    """Hold the middle of a place in a frame and about how wide a code there would be, in pixels."""

    x: float
    y: float
    side: float

    def resembles(self, other: "Spot") -> bool:
        """Tell whether two spots stand for the same code."""
        apart = max(abs(self.x - other.x), abs(self.y - other.y))
        return apart < 0.5 * max(self.side, other.side)


def textured_spots(gray: Pixels, *, most: int = 4) -> tuple[Spot, ...]:
    """Name up to ``most`` places whose texture is that of a code, the likeliest first."""
    planes, scale = _edge_planes(gray)
    height, width = planes[0].shape
    peaks = [
        peak
        for window in _WINDOWS
        if window <= min(height, width)
        for peak in _peaks(_density(planes, window), window)
    ]
    kept: list[Spot] = []
    for _, x, y, window in sorted(peaks, reverse=True):
        spot = Spot((x + 0.5) / scale, (y + 0.5) / scale, window / scale * _SIDE_OF_WINDOW)
        if spot.side >= _SMALLEST and not any(spot.resembles(other) for other in kept):
            kept.append(spot)
        if len(kept) == most:
            break
    return tuple(kept)


def _edge_planes(gray: Pixels) -> tuple[tuple[_Plane, ...], float]:
    """Give edge strength across, down and along both diagonals, light evened out, and the planes' scale."""
    scale = min(1.0, _SEARCH_WIDTH / gray.shape[1])
    size = (round(gray.shape[1] * scale), max(1, round(gray.shape[0] * scale)))
    sized = cv2.resize(gray, size, interpolation=cv2.INTER_AREA) if scale < 1 else gray
    pooled = (max(1, sized.shape[1] // _POOLED), max(1, sized.shape[0] // _POOLED))
    small = cv2.resize(sized, pooled, interpolation=cv2.INTER_AREA).astype(np.float32)
    light = cv2.blur(small, (11, 11)) + 16
    planes = []
    for across, down, weight in ((1, 0, 1.0), (0, 1, 1.0), (1, 1, 0.75), (1, -1, 0.75)):
        edges = _differences(np.asarray(sized, np.uint8), across, down)
        mean = cv2.resize(edges, pooled, interpolation=cv2.INTER_AREA).astype(np.float32)
        planes.append(np.asarray(mean * weight / light, np.float32))
    return tuple(planes), scale / _POOLED


def _differences(gray: Pixels, across: int, down: int) -> Pixels:
    """Give how much the two neighbours of each pixel in a direction differ."""
    rim = cv2.copyMakeBorder(gray, 1, 1, 1, 1, cv2.BORDER_REPLICATE)
    height, width = gray.shape
    after = rim[1 + down : 1 + down + height, 1 + across : 1 + across + width]
    before = rim[1 - down : 1 - down + height, 1 - across : 1 - across + width]
    return np.asarray(cv2.absdiff(after, before), np.uint8)


def _density(planes: tuple[_Plane, ...], window: int) -> _Plane:
    weakest = np.minimum.reduce([cv2.blur(plane, (window, window)) for plane in planes])
    around = cv2.blur(weakest, (2 * window + 1, 2 * window + 1))
    return np.asarray((weakest - _SURROUNDINGS * around) * window**_LARGER_FIRST, np.float32)


def _peaks(density: _Plane, window: int) -> Iterator[tuple[float, int, int, int]]:
    for _ in range(_PEAKS_PER_WINDOW):
        _, height, _, (x, y) = cv2.minMaxLoc(density)
        if height <= 0:
            return
        yield height, x, y, window
        density[max(0, y - window) : y + window, max(0, x - window) : x + window] = -1

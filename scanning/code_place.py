"""Where a code stands that no engine could even see: an even, dense, upright-edged square in a live picture.

Blur, movement and distance hide a code from every decoder, and still half of it is black, evenly so, and its
edges are the densest of the picture. Writing, keyboards and wood are dense too, but never square and even.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from scanning.frames import Pixels
from scanning.opencv import cv2
from scanning.payload import Corners

_Plane = NDArray[np.float32]

_WINDOWS = (
    11,
    17,
    27,
    41,
)  # px of a search picture 320 px wide; a code may be a little larger than its window
_MOST = 6
_LIGHT = 25  # px; edges count in relation to the light around them
_INSIDE = 0.4  # share of the density in the middle at which the square ends
_LEAST_DENSITY = 0.1  # grain and wood stay below a third of it
_SMALLEST = 8.0  # px
_LONGEST_SIDE = 1.25  # width over height of a code seen at a slant
_LEAST_FILL = 0.5  # of its own rectangle; glare eats away at it


def code_places(small: Pixels) -> tuple[Corners, ...]:
    """Name squares that are dense with edges in a gray picture about 320 px wide, the densest first."""
    density = _density(small)
    fine = np.asarray(cv2.blur(density, (5, 5)), np.float32)
    peaks = sorted(_peaks(density), reverse=True)
    kept: list[tuple[float, int, int, int]] = []
    for peak in peaks:
        _, x, y, window = peak
        if len(kept) < _MOST and not any(max(abs(x - k[1]), abs(y - k[2])) < window for k in kept):
            kept.append(peak)
    squares = (_square(fine, x, y, window) for _, x, y, window in kept)
    return tuple(square for square in squares if square is not None)


def _density(small: Pixels) -> _Plane:
    brightness = small.astype(np.float32)
    light = cv2.blur(brightness, (_LIGHT, _LIGHT)) + 12
    across, down = (cv2.Sobel(brightness, cv2.CV_32F, *way, scale=0.25) for way in ((1, 0), (0, 1)))
    return np.asarray((np.abs(across) + np.abs(down)) / light, np.float32)


def _peaks(density: _Plane) -> Iterator[tuple[float, int, int, int]]:
    """Give height, place and window of what stands out most from its surroundings."""
    for window in _WINDOWS:
        inside = cv2.blur(density, (window, window))
        around = cv2.blur(density, (2 * window + 1, 2 * window + 1))
        stands_out = np.asarray((inside - 0.7 * around) * window**0.35, np.float32)
        for _ in range(2):
            _, height, _, (x, y) = cv2.minMaxLoc(stands_out)
            yield height, x, y, window
            stands_out[max(0, y - window) : y + window, max(0, x - window) : x + window] = -1


def _square(fine: _Plane, x: int, y: int, window: int) -> Corners | None:
    """Give the corners of the dense region around a peak, or None where it is no square."""
    reach, core = round(1.6 * window), window // 3
    left, top = max(0, x - reach), max(0, y - reach)
    middle = float(fine[max(0, y - core) : y + core + 1, max(0, x - core) : x + core + 1].mean())
    dense = (fine[top : y + reach, left : x + reach] > _INSIDE * middle).astype(np.uint8)
    _, labels, blobs, _ = cv2.connectedComponentsWithStats(dense)
    label = labels[min(y - top, dense.shape[0] - 1), min(x - left, dense.shape[1] - 1)]
    if label == 0 or middle < _LEAST_DENSITY:
        return None
    points = cv2.findNonZero((labels == label).astype(np.uint8))
    (across, down), (width, height), turn = cv2.minAreaRect(points)
    fill = blobs[label, cv2.CC_STAT_AREA] / ((width + 1) * (height + 1))
    width, height = width - 2, height - 2  # the smoothing has made it larger
    if min(width, height) < _SMALLEST or max(width, height) > _LONGEST_SIDE * min(width, height):
        return None
    if fill < _LEAST_FILL:
        return None
    corners = cv2.boxPoints(((across + left + 0.5, down + top + 0.5), (width, height), turn))
    if corners.min() < 0 or (corners > (fine.shape[1], fine.shape[0])).any():
        return None
    a, b, c, d = ((float(px), float(py)) for px, py in corners)
    return (a, b, c, d)

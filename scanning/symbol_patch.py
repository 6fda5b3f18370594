"""A place in a picture, cut out and brought to one size, on which a hard symbol is worked."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from scanning.frames import Pixels
from scanning.opencv import cv2
from scanning.payload import Corners
from scanning.symbol_pattern import Plane
from scanning.symbol_settle import Placement, Relief

SIDE = 180.0
"""Pixels a symbol is wide on a patch: three to four a module, all that its patterns can use."""
_REACH = 1.15  # half of the patch, in widths of the symbol: room for a wrong guess of its size and its middle
_LIGHT = 1 / 6  # of the side; within it the light counts as even
_FAINT = 9.0  # squared brightness steps; less contrast is noise and is not stretched


@dataclass(frozen=True, slots=True, eq=False)
class Patch:
    """Hold a square cut-out as it was taken, its relief, and the way back to the frame.

    ``relief`` is dark positive, with light and contrast evened out.
    """

    gray: Pixels
    relief: Relief
    left: int
    top: int
    scale: float

    @classmethod
    def around(cls, gray: Pixels, middle: tuple[float, float], side: float) -> Self:
        """Cut out the surroundings of a symbol about ``side`` pixels wide."""
        reach = _REACH * side
        left, top = (max(0, int(at - reach)) for at in middle)
        part = gray[top : max(top + 8, int(middle[1] + reach)), left : max(left + 8, int(middle[0] + reach))]
        scale = SIDE / side
        way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
        sized = np.asarray(cv2.resize(part, None, fx=scale, fy=scale, interpolation=way), np.uint8)
        return cls(sized, Relief(_evened(sized)), left, top, scale)

    def placed(self, corners: Corners, version: int) -> Placement:
        """Bring a symbol's corners from the frame onto the patch."""
        there = (np.array(corners, np.float32) - (self.left, self.top) + 0.5) * self.scale - 0.5
        return Placement(version, np.asarray(there, np.float32), 0.0)

    def corners_in_frame(self, placed: Placement) -> Corners:
        """Bring a symbol's corners from the patch to the frame."""
        there = (placed.corners + 0.5) / self.scale - 0.5 + (self.left, self.top)
        a, b, c, d = ((float(x), float(y)) for x, y in there)
        return (a, b, c, d)


def _evened(gray: Pixels) -> Plane:
    plane = gray.astype(np.float32)
    window = (int(SIDE * _LIGHT) | 1,) * 2
    mean = cv2.boxFilter(plane, -1, window, borderType=cv2.BORDER_REFLECT)
    square = cv2.boxFilter(plane * plane, -1, window, borderType=cv2.BORDER_REFLECT)
    spread = np.sqrt(np.maximum(square - mean * mean, _FAINT))
    return np.asarray((mean - plane) / spread, np.float32)

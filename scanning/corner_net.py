"""What a small net, trained on drawn scenes, sees of the one sheet a picture is about.

`tests/bench/train_corner_net.py` trains it; it answers with three coarse maps: sheet, border, corners.
"""

from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path
from threading import get_ident  # noqa: TID251 - names the thread, makes none
from typing import Self

import numpy as np
from numpy.typing import NDArray

from scanning.frames import Pixels
from scanning.opencv import cv2
from scanning.quad import Points, ordered
from scanning.sheet_view import areas

_Reals = NDArray[np.float32]
_Floats = NDArray[np.float64]

_MODEL = Path(__file__).parent / "data" / "corner_net.onnx"
_SEEN, _MARGIN, _CELL = (
    100,
    6,
    4,
)  # px: a picture as the net sees it, the blank rim around it, a cell it answers
_GRID = np.stack(np.meshgrid(*(np.linspace(0.08, 0.92, 8),) * 2), axis=-1).reshape(-1, 2)
_STEPS = np.linspace(0.1, 0.9, 12)
_SURE, _LIKELY = 0.5, 0.25  # of the map of the sheet
_MOST_PEAKS, _LOWEST_PEAK = 7, 0.08
_FINER = 4  # times as fine the map of the sheet is outlined
_MOST_QUADS = 6


@dataclass(frozen=True, slots=True, eq=False)
class CornerView:
    """Hold the net's maps (3 × cells × cells, 0 to 1: sheet, border, corner) of a picture width × height."""

    maps: _Reals
    size: tuple[int, int]

    @classmethod
    def of(cls, pixels: Pixels) -> Self:
        """Look at a BGR picture."""
        seen = cv2.resize(pixels, (_SEEN, _SEEN), interpolation=cv2.INTER_AREA)
        rim = (_MARGIN,) * 4
        padded = cv2.copyMakeBorder(seen, *rim, cv2.BORDER_CONSTANT, value=(127, 127, 127))
        net = _net(get_ident())
        net.setInput(cv2.dnn.blobFromImage(padded, 1 / 64, mean=(127.5, 127.5, 127.5)))
        return cls(np.asarray(net.forward()[0], np.float32), (pixels.shape[1], pixels.shape[0]))

    def guesses(self) -> Points:
        """Give quads (N×4×2, pixels) around the map of the sheet and between corners, the likeliest first."""
        found = np.array([*self._outlined(), *self._between_peaks()], np.float64).reshape(-1, 4, 2)
        quads = found[np.argsort(-self._agreement(found))[:_MOST_QUADS]]
        return np.asarray(((quads + 0.5) * _CELL - _MARGIN) * (np.array(self.size) / _SEEN), np.float64)

    def features(self, quads: Points) -> _Floats:
        """Describe N×4×2 quads by how the net sees their inside, surroundings, sides and corners: N×8."""
        cells = (quads * (_SEEN / np.array(self.size)) + _MARGIN) / _CELL - 0.5
        sheet, border, corner = (np.ascontiguousarray(plane) for plane in self.maps)
        inner = _at(sheet, _mixed(cells, _GRID)).mean(axis=1)
        covered = inner * areas(cells) / max(float(sheet.sum()), 4.0)
        beside = _at(sheet, _mixed(cells, _around(-0.08))).reshape(len(quads), 4, -1).mean(axis=2)
        sides = _at(border, _mixed(cells, _around(0.0))).reshape(len(quads), 4, -1).mean(axis=2)
        ends = _at(corner, cells)
        parts = (
            inner, np.minimum(covered, 1.2), beside.mean(axis=1), beside.max(axis=1),
            sides.mean(axis=1), sides.min(axis=1), ends.mean(axis=1), ends.min(axis=1),
        )  # fmt: skip
        return np.column_stack(parts)

    def _outlined(self) -> list[Points]:
        fine = cv2.resize(self.maps[0], None, fx=_FINER, fy=_FINER, interpolation=cv2.INTER_LINEAR)
        found = []
        for least in (_SURE, _LIKELY):
            cover = (fine > least).astype(np.uint8)
            outlines = cv2.findContours(cover, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)[0]
            largest = max(outlines, key=cv2.contourArea, default=None)
            if largest is not None and cv2.contourArea(largest) > 4 * _FINER**2:
                corners = np.asarray(cv2.approxPolyN(cv2.convexHull(largest), 4), np.float64).reshape(4, 2)
                found.append((corners + 0.5) / _FINER - 0.5)
        return found

    def _between_peaks(self) -> list[Points]:
        peaks = _peaks(self.maps[2])
        return [ordered(peaks[list(four)]) for four in combinations(range(len(peaks)), 4)]

    def _agreement(self, cells: Points) -> _Floats:
        """Tell how well quads (N×4×2, cells) agree with the maps of the sheet and of its border."""
        border, sheet = (np.ascontiguousarray(self.maps[plane]) for plane in (1, 0))
        sides = _at(border, _mixed(cells, _around(0.0))).mean(axis=1)
        inner = _at(sheet, _mixed(cells, _GRID)).mean(axis=1)
        covered = np.minimum(inner * areas(cells) / max(float(sheet.sum()), 4.0), 1)
        return np.asarray(sides + inner + covered, np.float64)


@cache
def _net(_thread: int) -> cv2.dnn.Net:
    """Load the net once for each thread: its layers cannot be shared by two pictures at once."""
    return cv2.dnn.readNetFromONNX(str(_MODEL))


def _peaks(corner: _Reals) -> Points:
    """Give the highest peaks of the map of corners (N×2, cells), each in the middle of what is high there."""
    tops = (corner >= cv2.dilate(corner, np.ones((3, 3), np.uint8))) & (corner > _LOWEST_PEAK)
    down, across = np.nonzero(tops)
    order = np.argsort(-corner[down, across])[:_MOST_PEAKS]
    padded = np.pad(corner, 1)
    found = []
    for y, x in zip(down[order], across[order], strict=True):
        around = padded[y : y + 3, x : x + 3]
        whole = float(around.sum())
        aside = (around.sum(axis=0) @ [-1, 0, 1], around.sum(axis=1) @ [-1, 0, 1])
        found.append((x + aside[0] / whole, y + aside[1] / whole))
    return np.array(found, np.float64).reshape(-1, 2)


def _around(inward: float) -> _Floats:
    """Give places along four sides, so far inward, 0…1 across and down."""
    low, high = np.full(len(_STEPS), inward), np.full(len(_STEPS), 1 - inward)
    sides = ((_STEPS, low), (high, _STEPS), (_STEPS, high), (low, _STEPS))
    return np.concatenate([np.column_stack(side) for side in sides])


def _mixed(quads: Points, places: _Floats) -> Points:
    """Give the pixels of ``places`` (M×2) of each quad, N×M×2."""
    u, v = places[:, 0], places[:, 1]
    weights = np.stack([(1 - u) * (1 - v), u * (1 - v), u * v, (1 - u) * v])
    return np.asarray(np.einsum("km,nkd->nmd", weights, quads), np.float64)


def _at(plane: _Reals, places: Points) -> _Floats:
    if not places.size:
        return np.zeros(places.shape[:-1])
    where = places.astype(np.float32)
    seen = cv2.remap(plane, where[..., 0], where[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT)
    return np.asarray(seen, np.float64)

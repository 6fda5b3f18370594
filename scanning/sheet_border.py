"""One strip of a picture along each side of a supposed sheet, and the line of the paper's edge in it."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.polynomial.legendre import legvander
from numpy.typing import NDArray

from scanning.frames import Pixels
from scanning.opencv import cv2
from scanning.quad import Points

_Reals = NDArray[np.float32]
_Floats = NDArray[np.float64]

SAMPLES = 128  # a side
_STEPS = (np.arange(SAMPLES) + 0.5) / SAMPLES
_DEGREE = 4
# Bending costs: a border that is hardly seen stays the straight line it was supposed to be.
_STIFFNESS = np.array([0.02, 0.05, 0.15, 0.6, 1.2])
_BASIS = legvander(2 * _STEPS - 1, _DEGREE)
_PRODUCTS = (_BASIS[:, :, None] * _BASIS[:, None, :]).reshape(SAMPLES, -1)
_FURTHEST = 72  # px beside the supposed side
_CHANNEL_WEIGHTS = np.array([1.0, 1.6, 1.6], np.float32)  # colour tells white paper from a light desk
_BEND_COST = 0.15  # of a clear edge, for a step of one pixel sideways
_CLEAR = 0.25  # of a side's clearest edges
_ROUNDS = 7
_TIGHT = 0.0022  # of a side; what lies farther from the curve hardly counts

_ALONG = np.array([[1, 0], [0, 1], [-1, 0], [0, -1]], np.float64)
_INWARD = np.roll(_ALONG, -1, axis=0)
_BEGIN = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], np.float64)


@dataclass(frozen=True, slots=True, eq=False)
class Sides:
    """Hold where four sides are supposed to run: top, right, bottom, left.

    ``lens`` (3×3) leads from the sheet, flat and about as large as in the picture, to the picture; ``room``
    is its width and height; ``bends`` (4×5, Legendre) how far each border lies inward of the straight side,
    in pixels.
    """

    lens: _Floats
    room: _Floats
    bends: _Floats

    @classmethod
    def at(cls, corners: Points) -> Self:
        """Suppose straight sides between four corners given clockwise."""
        top, right, bottom, left = np.linalg.norm(np.roll(corners, -1, axis=0) - corners, axis=1)
        room = np.array([(top + bottom) / 2, (left + right) / 2])
        flat = (_BEGIN * room).astype(np.float32)
        lens = cv2.getPerspectiveTransform(flat, corners.astype(np.float32))
        return cls(np.asarray(lens, np.float64), room, np.zeros((4, _DEGREE + 1)))

    @property
    def lengths(self) -> _Floats:
        """Give the lengths of the sides on the flat sheet."""
        return np.array([*self.room, *self.room])

    def in_picture(self, steps: _Floats, inward: _Floats) -> Points:
        """Give places of the picture, 4×N×…×2: ``steps`` (4×N, 0 to 1) along the sides, ``inward`` px off."""
        beyond = (1,) * (inward.ndim - 2)
        along = (steps * self.lengths[:, None]).reshape(*steps.shape, *beyond, 1)
        wide = (4, 1, *beyond, 2)
        flat = (_BEGIN * self.room).reshape(wide) + along * _ALONG.reshape(wide)
        flat = flat + inward[..., None] * _INWARD.reshape(wide)
        seen = cv2.perspectiveTransform(flat.reshape(1, -1, 2), self.lens)
        return np.asarray(seen, np.float64).reshape(flat.shape)

    def offsets(self, steps: _Floats) -> _Floats:
        """Give how far inward the borders lie at ``steps`` (4×N), in pixels."""
        return np.asarray(np.einsum("snd,sd->sn", legvander(2 * steps - 1, _DEGREE), self.bends), np.float64)

    def traced(self, pixels: Pixels, reach: float) -> "Sides":
        """Bend the sides onto the edges of a BGR picture that run within ``reach`` pixels of them."""
        furthest = int(np.clip(round(reach), 3, _FURTHEST))
        beside = np.arange(-furthest, furthest + 1.0)
        supposed = self.offsets(np.tile(_STEPS, (4, 1)))
        places = self.in_picture(np.tile(_STEPS, (4, 1)), supposed[..., None] + beside)
        edges = _edges(pixels, places)
        path = _paths(edges * np.exp(-((beside / (0.9 * furthest)) ** 2)).astype(np.float32))
        clear = np.take_along_axis(edges, path[..., None], axis=2)[..., 0]
        bends = _fitted(supposed + beside[path], clear, _TIGHT * self.lengths)
        return Sides(self.lens, self.room, bends)

    def ends(self) -> tuple[_Floats, _Floats]:
        """Give where each border begins and ends, as steps along its side (4 each): where neighbours meet."""
        begin, end = np.zeros(4), np.ones(4)
        for _ in range(4):
            inward = self.offsets(np.stack([begin, end], axis=1))
            begin = np.roll(inward[:, 1], 1) / self.lengths
            end = 1 - np.roll(inward[:, 0], -1) / self.lengths
        return begin, end

    def curves(self, knots: int) -> Points:
        """Give each border as 4×``knots``×2 places in the picture, from corner to corner."""
        begin, end = self.ends()
        steps = begin[:, None] + (end - begin)[:, None] * np.linspace(0, 1, knots)
        curves = self.in_picture(steps, self.offsets(steps))
        corners = (curves[:, 0] + np.roll(curves[:, -1], 1, axis=0)) / 2
        curves[:, 0], curves[:, -1] = corners, np.roll(corners, -1, axis=0)
        return curves


def _edges(pixels: Pixels, places: Points) -> _Reals:
    """Measure how much the colour changes across the strips (4×N×K), 1 for a clear edge of each side."""
    strip = places.reshape(4 * SAMPLES, -1, 2).astype(np.float32)
    colours = cv2.remap(
        pixels, strip[..., 0], strip[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    lab = np.asarray(cv2.cvtColor(colours, cv2.COLOR_BGR2Lab), np.float32) * _CHANNEL_WEIGHTS
    lab = lab.reshape(4, SAMPLES, -1)
    soft = np.stack([cv2.blur(side, (1, 5)) for side in lab]).reshape(4, SAMPLES, -1, 3)
    change = np.zeros(soft.shape[:3], np.float32)
    change[:, :, 1:-1] = np.abs(soft[:, :, 2:] - soft[:, :, :-2]).sum(axis=3)
    room = np.array(pixels.shape[1::-1]) - 2
    change[~((places > 1) & (places < room)).all(axis=3)] = 0
    usual = np.percentile(change.reshape(4, -1), 95, axis=1).astype(np.float32) + 1
    return np.minimum(change / usual[:, None, None], np.float32(1.5))


def _paths(edges: _Reals) -> NDArray[np.intp]:
    """Give the index of the line (4×N) that runs along most edge, at most one pixel aside a step."""
    sides, steps, width = edges.shape
    best = np.full((steps, sides, width + 2), -np.inf, np.float32)
    best[0, :, 1:-1] = edges[:, 0]
    for step in range(1, steps):
        before, now = best[step - 1], best[step, :, 1:-1]
        np.maximum(before[:, :-2], before[:, 2:], out=now)
        now -= _BEND_COST
        np.maximum(now, before[:, 1:-1], out=now)
        now += edges[:, step]
    left, straight, right = best[:-1, :, :-2] - _BEND_COST, best[:-1, :, 1:-1], best[:-1, :, 2:] - _BEND_COST
    came_from = np.where(left >= np.maximum(straight, right), -1, np.where(straight >= right, 0, 1))
    path, every = np.zeros((steps, sides), np.intp), np.arange(sides)
    path[-1] = best[-1, :, 1:-1].argmax(axis=1)
    for step in range(steps - 1, 0, -1):
        path[step - 1] = path[step] + came_from[step - 1, every, path[step]]
    return path.T


def _fitted(inward: _Floats, clear: _Reals, tight: _Floats) -> _Floats:
    """Fit low curves (4×5) to what most clear points agree on."""
    seen = (clear > _CLEAR).astype(np.float64)
    weights = seen
    bends: _Floats = np.zeros((4, _DEGREE + 1))
    for _ in range(_ROUNDS):
        normal = (weights @ _PRODUCTS).reshape(4, _DEGREE + 1, _DEGREE + 1) + np.diag(_STIFFNESS)
        solved = np.linalg.solve(normal, ((weights * inward) @ _BASIS)[..., None])[..., 0]
        bends = np.asarray(solved, np.float64)
        apart = np.abs(bends @ _BASIS.T - inward)
        weights = seen / (1 + (apart / tight[:, None]) ** 2)
    return bends

"""Settle the corners of a symbol on a picture, by its fixed patterns."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from scanning.opencv import cv2
from scanning.symbol_pattern import Pattern, Plane, pattern, pattern_of

_STEPS = 6
_LONGEST_STEP = 0.6  # modules; a longer one could jump to the next row
_STILL = 0.02  # modules
_DAMPING = 0.02


@dataclass(frozen=True, slots=True, eq=False)
class Placement:
    """Hold a symbol's version and corners (4×2 pixels, clockwise from its top left), and how well they fit.

    ``fit`` is the mean contrast at the fixed patterns in standard deviations of the picture around: about 1
    for a clear symbol, under 0.3 for none.
    """

    version: int
    corners: Plane
    fit: float

    @property
    def module_px(self) -> float:
        """Give the mean width of a module in pixels."""
        return mean_side(self.corners) / pattern(self.version).modules


class Relief:
    """Hold a picture that is dark positive, with its slopes at several degrees of softness."""

    def __init__(self, plane: Plane) -> None:
        self._plane = plane
        self._at: dict[int, tuple[Plane, Plane, Plane]] = {}

    def softened(self, sigma: float) -> tuple[Plane, Plane, Plane]:
        """Give the picture softened by ``sigma`` pixels (in halves), and its slopes across and down."""
        halves = round(2 * sigma)
        if halves not in self._at:
            soft = cv2.GaussianBlur(self._plane, (0, 0), halves / 2) if halves else self._plane
            slope = np.array([[-0.5, 0, 0.5]], np.float32)
            self._at[halves] = (
                np.asarray(soft, np.float32),
                np.asarray(cv2.filter2D(soft, -1, slope), np.float32),
                np.asarray(cv2.filter2D(soft, -1, slope.T.copy()), np.float32),
            )
        return self._at[halves]


def mean_side(corners: Plane) -> float:
    """Give the mean length of the sides of four corners."""
    return float(np.linalg.norm(corners - np.roll(corners, 1, axis=0), axis=1).mean())


def settle(relief: Relief, start: Placement, softness: Sequence[float]) -> Placement:
    """Move the corners to where the fixed patterns fit best, from soft to sharp (``softness`` in modules)."""
    placed = start
    for modules in softness:
        placed = _settled(relief.softened(modules * start.module_px), placed, pattern(start.version))
    return placed


def settle_by(relief: Relief, start: Placement, known: Plane) -> Placement:
    """Move the corners to where all modules ``known`` so far (1 dark, -1 light, 0 unknown) fit best."""
    return _settled(relief.softened(0), start, pattern_of(known))


def project(corners: Plane, points: Plane, modules: int) -> Plane:
    """Bring points in modules to pixels."""
    square = np.array([[0, 0], [modules, 0], [modules, modules], [0, modules]], np.float32)
    way = cv2.getPerspectiveTransform(square, np.ascontiguousarray(corners, np.float32))
    return np.asarray(cv2.perspectiveTransform(points[None], way)[0], np.float32)


def sample(plane: Plane, points: Plane) -> Plane:
    """Give the values of a plane at N×2 points between its pixels."""
    across, down = np.ascontiguousarray(points[:, 0]), np.ascontiguousarray(points[:, 1])
    values = cv2.remap(plane, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(values, np.float32).ravel()


def _settled(planes: tuple[Plane, Plane, Plane], start: Placement, fixed: Pattern) -> Placement:
    """Go downhill in steps (Gauss and Newton), and give the best place on the way."""
    module = start.module_px
    corners, best = start.corners, Placement(start.version, start.corners, -1.0)
    for _ in range(_STEPS):
        points = project(corners, fixed.points, fixed.modules)
        values = sample(planes[0], points)
        fit = float(values @ fixed.signs)
        if fit > best.fit:
            best = Placement(start.version, corners, fit)
        step = _step(planes, points, values, fixed)
        longest = float(np.abs(step).max()) / module if step is not None else 0.0
        if step is None or longest < _STILL:
            break
        corners = np.asarray(corners + step * min(1.0, _LONGEST_STEP / longest), np.float32)
    return best


def _step(planes: tuple[Plane, Plane, Plane], points: Plane, values: Plane, fixed: Pattern) -> Plane | None:
    """Give how far each corner has to go (4×2 pixels), or None where the picture is no symbol."""
    shown = values - values.mean()
    contrast = float(shown @ fixed.expected) / float(fixed.expected @ fixed.expected)
    if contrast <= 0:
        return None
    slopes = [sample(plane, points)[:, None] * fixed.pull for plane in planes[1:]]
    moves = np.hstack(slopes)
    moves -= moves.mean(axis=0)
    normal = moves.T @ moves
    normal += np.eye(8, dtype=np.float32) * (_DAMPING * float(np.trace(normal)) / 8 + 1e-6)
    step = np.linalg.solve(normal, moves.T @ (contrast * fixed.expected - shown))
    return np.asarray(step.reshape(2, 4).T, np.float32)

"""The outline of a symbol as a patch of dense texture, and which version and turn fits into it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from scanning.frames import Pixels
from scanning.opencv import cv2
from scanning.symbol_pattern import Plane, pattern
from scanning.symbol_settle import Placement, Relief, mean_side

USUAL_MODULES = 49  # version 8, the commonest on citizen cards
_VERSIONS = (5, 6, 7, 8, 9, 10, 11, 12)  # what 80 to 250 bytes need
_EDGES_OF_TEXTURE = (0.62, 0.45)  # shares of the texture in the middle
_SCALES = (0.94, 1.0, 1.06)
_SHIFTS = ((0, 0), (1.2, 0), (-1.2, 0), (0, 1.2), (0, -1.2))  # modules
_SOFTNESS = 0.8  # modules


@dataclass(frozen=True, slots=True, eq=False)
class _Trials:
    """Hold all trials of version, turn and scale in the unit square: their points one after another."""

    points: Plane
    signs: Plane
    begins: NDArray[np.intp]
    kinds: tuple[tuple[int, int, float], ...]


def outlines(gray: Pixels, side: float) -> tuple[Plane, ...]:
    """Give quadrilaterals (4×2 pixels, clockwise) around the texture in the middle, about ``side`` wide."""
    texture = _texture(gray, side)
    height, width = gray.shape
    near = int(0.2 * side)
    middle = texture[
        max(0, height // 2 - near) : height // 2 + near, max(0, width // 2 - near) : width // 2 + near
    ]
    found: list[Plane] = []
    for share in _EDGES_OF_TEXTURE:
        patch = (texture > share * float(np.median(middle))).astype(np.uint8)
        found += _around(patch, side)
    return tuple(found)


def guesses(relief: Relief, quads: Iterable[Plane], *, most: int) -> list[Placement]:
    """Give the likeliest placements in the quadrilaterals, best first; each version and turn once."""
    best: dict[tuple[int, int], tuple[float, Plane, int, int]] = {}
    for quad in quads:
        soft, _, _ = relief.softened(_SOFTNESS * mean_side(quad) / USUAL_MODULES)
        fits = _fits(soft, quad)
        for kind, shift, trial in _best_of_each(fits):
            fit = float(fits[shift, trial])
            if kind not in best or fit > best[kind][0]:
                best[kind] = (fit, quad, shift, trial)
    ranked = sorted(best.values(), key=lambda found: -found[0])[:most]
    return [_placement(*found) for found in ranked]


def _texture(gray: Pixels, side: float) -> Plane:
    plane = gray.astype(np.float32)
    light = cv2.blur(plane, (61, 61)) + 16
    across, down = cv2.Sobel(plane, cv2.CV_32F, 1, 0), cv2.Sobel(plane, cv2.CV_32F, 0, 1)
    edges = (np.abs(across) + np.abs(down)) / light
    return np.asarray(cv2.GaussianBlur(edges, (0, 0), 1.3 * side / USUAL_MODULES), np.float32)


def _around(patch: Pixels, side: float) -> Iterator[Plane]:
    module = side / USUAL_MODULES
    opening = np.ones((int(4 * module) | 1,) * 2, np.uint8)
    closed = cv2.morphologyEx(patch, cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8))
    solid = cv2.morphologyEx(closed, cv2.MORPH_OPEN, opening)
    contours, _ = cv2.findContours(solid, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    middle = (patch.shape[1] / 2, patch.shape[0] / 2)
    central = [line for line in contours if cv2.pointPolygonTest(line, middle, True) > -0.3 * side]
    if not central:
        return
    hull = cv2.convexHull(max(central, key=cv2.contourArea))
    box = np.asarray(cv2.boxPoints(cv2.minAreaRect(hull)), np.float32)
    lengths = np.linalg.norm(box - np.roll(box, 1, axis=0), axis=1)
    shorter, longer = float(lengths.min()), float(lengths.max())
    if shorter < 0.4 * side or longer > min(1.8 * side, 2.2 * shorter):
        return
    sides = _four_sides(hull.reshape(-1, 2).astype(np.float32), box)
    if sides is not None:
        yield _shrunk(sides, module)
    yield _shrunk(box, module)


def _four_sides(hull: Plane, box: Plane) -> Plane | None:
    """Lay a line along each side of a hull whose box is known, and give where neighbours meet."""
    ring = np.concatenate([hull, hull[:1]])
    steps = np.linspace(0, 1, 12, endpoint=False, dtype=np.float32)[:, None, None]
    along = (ring[:-1] * (1 - steps) + ring[1:] * steps).reshape(-1, 2)
    middle = box.mean(axis=0)
    axes = np.stack([box[1] - box[0], box[2] - box[1]]) / 2
    across, down = ((along - middle) @ axis / float(axis @ axis) for axis in axes)
    lines = []
    for far, beside in ((-down, across), (across, down), (down, across), (-across, down)):
        near = along[(far > 0.3) & (np.abs(beside) < 0.65 * far + 0.05)]
        if len(near) < 6:
            return None
        lines.append(cv2.fitLine(near, cv2.DIST_HUBER, 0, 0.01, 0.01).ravel())
    return _crossings(lines)


def _crossings(lines: list[Plane]) -> Plane | None:
    """Give where each line (direction and point) meets the one before it."""
    corners = []
    for before, after in zip([lines[-1], *lines[:-1]], lines, strict=True):
        directions = np.array([[before[0], -after[0]], [before[1], -after[1]]], np.float64)
        if abs(float(np.linalg.det(directions))) < 0.2:
            return None
        reach = np.linalg.solve(directions, (after[2:] - before[2:]).astype(np.float64))[0]
        corners.append(before[2:] + before[:2] * reach)
    return np.asarray(corners, np.float32)


def _shrunk(quad: Plane, module: float) -> Plane:
    """Take off what softness added to the outline, and go clockwise."""
    if cv2.contourArea(quad, True) < 0:
        quad = quad[::-1]
    middle = quad.mean(axis=0)
    return np.ascontiguousarray(middle + (quad - middle) * (1 - 1.2 * module / mean_side(quad)), np.float32)


def _fits(soft: Plane, quad: Plane) -> Plane:
    """Give how well each trial fits into the quadrilateral, shifts × trials."""
    trials = _trials()
    square = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], np.float32)
    way = cv2.getPerspectiveTransform(square, quad)
    points = np.rint(cv2.perspectiveTransform(trials.points[None], way)[0]).astype(np.int32)
    shifts = np.rint(_shifts(quad)).astype(np.int32)
    # The picture is so soft that the nearest pixel does, and a shift is one step in its memory.
    rim = int(shifts.max())
    wide = cv2.copyMakeBorder(soft, rim, rim, rim, rim, cv2.BORDER_REPLICATE)
    across = np.clip(points[:, 0], 0, soft.shape[1] - 1) + rim
    down = np.clip(points[:, 1], 0, soft.shape[0] - 1) + rim
    steps = shifts[:, 1] * wide.shape[1] + shifts[:, 0]
    values = np.asarray(wide, np.float32).ravel()[(down * wide.shape[1] + across) + steps[:, None]]
    return np.add.reduceat(values * trials.signs, trials.begins, axis=1)


def _best_of_each(fits: Plane) -> Iterator[tuple[tuple[int, int], int, int]]:
    """Give the best shift and trial for each version and turn."""
    scales = len(_SCALES)
    by_kind = fits.reshape(len(_SHIFTS), -1, scales).transpose(1, 0, 2).reshape(-1, len(_SHIFTS) * scales)
    for number, place in enumerate(by_kind.argmax(axis=1).tolist()):
        shift, scale = divmod(place, scales)
        version, turn, _ = _trials().kinds[number * scales]
        yield (version, turn), shift, number * scales + scale


def _placement(fit: float, quad: Plane, shift: int, trial: int) -> Placement:
    version, turn, scale = _trials().kinds[trial]
    middle = quad.mean(axis=0)
    corners = np.roll(middle + (quad - middle) * scale, turn, axis=0) + _shifts(quad)[shift]
    return Placement(version, np.asarray(corners, np.float32), fit)


def _shifts(quad: Plane) -> Plane:
    return np.asarray(np.array(_SHIFTS) * (mean_side(quad) / USUAL_MODULES), np.float32)


@cache
def _trials() -> _Trials:
    kinds = [(version, turn, scale) for version in _VERSIONS for turn in range(4) for scale in _SCALES]
    points, signs, begins, count = [], [], [], 0
    for version, turn, scale in kinds:
        fixed = pattern(version)
        unit = (_turned(np.asarray(fixed.points / fixed.modules, np.float32), turn) - 0.5) * scale + 0.5
        points.append(unit)
        signs.append(fixed.signs)
        begins.append(count)
        count += len(unit)
    return _Trials(
        np.concatenate(points).astype(np.float32),
        np.concatenate(signs),
        np.array(begins, np.intp),
        tuple(kinds),
    )


def _turned(unit: Plane, turns: int) -> Plane:
    """Turn points of the unit square so that its corners take the places of those rolled on by ``turns``."""
    for _ in range(turns):
        unit = np.stack([unit[:, 1], 1 - unit[:, 0]], axis=1)
    return unit

"""Sheets of which one side is not seen, cut off by the picture or lost on white, made whole again."""

import numpy as np
from numpy.typing import NDArray

from scanning.quad import Points

_Floats = NDArray[np.float64]

_FOCAL = 0.85  # of the picture's longer side; telephones and desk cameras hardly differ
_STEEP = 0.78  # sine of the angle at a corner
_NEAR_END = 0.05  # of the picture's longer side: how far from its end a line may cross another at a corner
_SHAPES = (2**0.5, 0.5**0.5)  # how long the sides that run out are, beside the one that is seen across


def completed_quads(lines: _Floats, pairs: NDArray[np.intp], size: tuple[int, int]) -> Points:
    """Complete every pair of opposite sides (M×2 of the lines, N×4) and a line across to quads, N×4×2.

    A rectangle seen by a camera of known focal length is known but for one side once its other three are:
    the opposite sides give its first direction, the line across and the right angle give the second.
    """
    first, across = _crossed_pairs(lines, pairs)
    if not len(first):
        return np.zeros((0, 4, 2))
    focal = _FOCAL * max(size)
    middle = np.array(size) / 2
    planes = _planes(lines, middle, focal)
    one, other, third = planes[pairs[first, 0]], planes[pairs[first, 1]], planes[across]
    out = np.cross(one, other)
    aside = np.cross(third, out)
    normal = np.cross(out, aside)
    out /= np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-12)
    begin, end = (_on(np.cross(third, plane), normal) for plane in (one, other))
    wide = np.linalg.norm(end - begin, axis=1, keepdims=True)
    quads = []
    for shape in _SHAPES:
        for way in (shape, -shape):
            far = out * wide * way
            quads.append(_seen(np.stack([begin, end, end + far, begin + far], axis=1), middle, focal))
    return np.concatenate(quads)


def cornered_quads(lines: _Floats, size: tuple[int, int]) -> Points:
    """Complete two lines that meet in a corner, both seen to their ends, to parallelograms: N×4×2."""
    first, second = np.triu_indices(len(lines), 1)
    one, other = (lines[at].reshape(-1, 2, 2) for at in (first, second))
    way, beside = one[:, 1] - one[:, 0], other[:, 1] - other[:, 0]
    turn = way[:, 0] * beside[:, 1] - way[:, 1] * beside[:, 0]
    lengths = np.linalg.norm(way, axis=1) * np.linalg.norm(beside, axis=1)
    apart = other[:, 0] - one[:, 0]
    step = (apart[:, 0] * beside[:, 1] - apart[:, 1] * beside[:, 0]) / np.where(turn == 0, 1, turn)
    corner = one[:, 0] + way * step[:, None]
    near, far = zip(*(_ends(line, corner) for line in (one, other)), strict=True)
    meet = np.maximum(*near) < _NEAR_END * max(size)
    quads = np.stack([corner, far[0], far[0] + far[1] - corner, far[1]], axis=1)
    return np.asarray(quads[meet & (np.abs(turn) > _STEEP * lengths)], np.float64)


def _ends(lines: _Floats, corner: Points) -> tuple[_Floats, Points]:
    """Give of lines (N×2×2) how far the nearer end lies from a corner, and the farther end."""
    away = np.linalg.norm(lines - corner[:, None], axis=2)
    farther = lines[np.arange(len(lines)), away.argmax(axis=1)]
    return np.asarray(away.min(axis=1), np.float64), np.asarray(farther, np.float64)


def _crossed_pairs(lines: _Floats, pairs: NDArray[np.intp]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Give every pair with every line that crosses it at a steep angle."""
    delta = lines[:, 2:] - lines[:, :2]
    turns = np.arctan2(delta[:, 1], delta[:, 0])
    apart = np.abs((turns[pairs[:, 0]][:, None] - turns + np.pi / 2) % np.pi - np.pi / 2)
    first, across = np.nonzero(apart > 0.9)
    return first, across


def _planes(lines: _Floats, middle: _Floats, focal: float) -> _Floats:
    """Give the normals (N×3) of the planes through the camera that are seen as lines."""
    ends = np.insert((lines.reshape(-1, 2, 2) - middle) / focal, 2, 1, axis=2)
    planes = np.cross(ends[:, 0], ends[:, 1])
    return np.asarray(planes / np.maximum(np.linalg.norm(planes, axis=1, keepdims=True), 1e-12), np.float64)


def _on(rays: _Floats, normal: _Floats) -> _Floats:
    """Give where rays meet the plane of the sheet, at a distance that is the same for all points of it."""
    depth = (rays * normal).sum(axis=1, keepdims=True)
    return np.asarray(rays / np.where(np.abs(depth) < 1e-12, 1e-12, depth), np.float64)


def _seen(points: _Floats, middle: _Floats, focal: float) -> Points:
    depth = np.where(np.abs(points[..., 2:]) < 1e-9, 1e-9, points[..., 2:])
    return np.asarray(points[..., :2] / depth * focal + middle, np.float64)

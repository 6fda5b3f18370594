"""The long straight lines of a picture, and the quads they make when pairs of them cross."""

import numpy as np
from numpy.typing import NDArray

from scanning.frames import Pixels
from scanning.opencv import cv2
from scanning.quad import Points

_Floats = NDArray[np.float64]
_Lines = NDArray[np.float64]  # N×4: (x, y, x, y) of both ends

_MOST_SEGMENTS = 130
_MOST_LINES = 26
_MOST_PAIRS = 90
_SHORTEST = 0.035  # of the picture's longer side
_APART = 0.008  # of the longer side; pieces nearer to one line than that belong to it
# By how much the shade changes at least: a sheet on another shows by less than the detector's usual 2.
_FAINTEST, _FAINTEST_OF_COLOUR = 0.8, 1.2
_SAME_TURN = 0.07  # radians
_PARALLEL, _SQUARE = 0.55, 0.9  # radians: what perspective leaves of parallel and of square sides
_NEAREST = 0.13  # of the shorter side: opposite sides that are nearer make no sheet
_BEYOND = 0.08  # of the longer side: how far outside the picture a corner may lie


def find_lines(lab: Pixels) -> _Lines:
    """Give the longest straight edges of brightness and colour, pieces of a line joined, longest first."""
    paper = cv2.morphologyEx(lab[..., 0], cv2.MORPH_CLOSE, np.ones((7, 7), np.uint8))
    half = (lab.shape[1] // 2, lab.shape[0] // 2)
    colour = cv2.resize(lab[..., 1:], half, interpolation=cv2.INTER_AREA)
    found = [_segments(np.asarray(paper, np.uint8), _FAINTEST)]
    found += [_segments(np.ascontiguousarray(colour[..., way]), _FAINTEST_OF_COLOUR) * 2 for way in (0, 1)]
    segments = np.concatenate(found)
    lengths = _lengths(segments)
    longest = max(lab.shape[:2])
    order = np.argsort(-lengths)[:_MOST_SEGMENTS]
    order = order[lengths[order] > _SHORTEST * longest]
    return _joined(segments[order], _APART * longest)


def crossing_quads(lines: _Lines, pairs: NDArray[np.intp], size: tuple[int, int]) -> Points:
    """Cross every two pairs of lines: N×4×2 quads that lie within a picture of width × height."""
    first, second = np.triu_indices(len(pairs), 1)
    if not len(first):
        return np.zeros((0, 4, 2))
    delta = lines[:, 2:] - lines[:, :2]
    angles = np.arctan2(delta[:, 1], delta[:, 0])
    square = _turn(angles[pairs[first, 0]], angles[pairs[second, 0]]) > _SQUARE
    (a, b), (c, d) = pairs[first[square]].T, pairs[second[square]].T
    ends = np.insert(lines.reshape(-1, 2, 2), 2, 1, axis=2)
    planes = np.cross(ends[:, 0], ends[:, 1])
    corners = np.stack([np.cross(planes[i], planes[j]) for i, j in ((a, c), (c, b), (b, d), (d, a))], axis=1)
    away = np.where(np.abs(corners[..., 2:]) < 1e-6, 1e-6, corners[..., 2:])
    quads = corners[..., :2] / away
    beyond = _BEYOND * max(size)
    within = ((quads > -beyond) & (quads < np.array(size) + beyond)).all(axis=(1, 2))
    return np.asarray(quads[within], np.float64)


def _segments(plane: Pixels, faintest: float) -> _Lines:
    if min(plane.shape) < 8:
        return np.zeros((0, 4))
    low, high = np.percentile(plane, [1, 99])
    shades = (np.arange(256) - low) * (255 / max(float(high - low), 12.0))
    stretched = cv2.LUT(plane, np.clip(shades, 0, 255).astype(np.uint8))
    detector = cv2.createLineSegmentDetector(0, 0.8, 0.6, faintest)
    found = detector.detect(cv2.GaussianBlur(stretched, (5, 5), 0))[0]
    return np.zeros((0, 4)) if found is None else np.asarray(found, np.float64).reshape(-1, 4)


def _lengths(segments: _Lines) -> _Floats:
    return np.asarray(np.hypot(segments[:, 2] - segments[:, 0], segments[:, 3] - segments[:, 1]), np.float64)


def _joined(segments: _Lines, apart: float) -> _Lines:
    """Join segments that lie on one line, the lines with the most seen of them first."""
    lengths = _lengths(segments)
    together = _are_one_line(segments, apart)
    free = np.ones(len(segments), bool)
    seen, parts = [], []
    for at in range(len(segments)):
        if not free[at]:
            continue
        same = free & together[at]
        free &= ~same
        seen.append(float(lengths[same].sum()))
        parts.append(same)
    order = np.argsort(-np.array(seen))[:_MOST_LINES]
    return np.array([_through(segments[parts[at]].reshape(-1, 2)) for at in order], np.float64).reshape(-1, 4)


def _are_one_line(segments: _Lines, apart: float) -> NDArray[np.bool_]:
    """Tell for each segment (row) which others (column) lie on its line."""
    begin, end = segments[:, :2], segments[:, 2:]
    along = (end - begin) / np.maximum(_lengths(segments)[:, None], 1e-9)
    normal = np.stack([-along[:, 1], along[:, 0]], axis=1)
    own = ((begin + end) / 2 * normal).sum(axis=1)[:, None]
    aside = np.maximum(np.abs(normal @ begin.T - own), np.abs(normal @ end.T - own))
    angles = np.arctan2(along[:, 1], along[:, 0])
    return np.asarray((aside < apart) & (_turn(angles[:, None], angles) < _SAME_TURN), np.bool_)


def _through(points: Points) -> _Floats:
    fitted = cv2.fitLine(points.astype(np.float32), cv2.DIST_HUBER, 0, 0.01, 0.01).ravel()
    direction, start = fitted[:2], fitted[2:]
    along = (points - start) @ direction
    return np.concatenate([start + direction * along.min(), start + direction * along.max()])


def parallel_pairs(lines: _Lines, size: tuple[int, int]) -> NDArray[np.intp]:
    """Give pairs of lines (N×2) that may be opposite sides, those with the longest lines first."""
    lengths = _lengths(lines)
    delta = (lines[:, 2:] - lines[:, :2]) / np.maximum(lengths[:, None], 1e-9)
    middles = (lines[:, :2] + lines[:, 2:]) / 2
    angles = np.arctan2(delta[:, 1], delta[:, 0])
    first, second = np.triu_indices(len(lines), 1)
    normal = np.stack([-delta[first, 1], delta[first, 0]], axis=1)
    distance = np.abs(((middles[second] - middles[first]) * normal).sum(axis=1))
    good = (_turn(angles[first], angles[second]) < _PARALLEL) & (distance > _NEAREST * min(size))
    order = np.argsort(-(lengths[first] + lengths[second])[good])[:_MOST_PAIRS]
    return np.stack([first[good][order], second[good][order]], axis=1)


def _turn(angle: _Floats, other: _Floats) -> _Floats:
    """Give the smaller angle between undirected lines, in radians."""
    return np.asarray(np.abs((angle - other + np.pi / 2) % np.pi - np.pi / 2), np.float64)

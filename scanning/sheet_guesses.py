"""Where a sheet might lie: quads from pairs of straight lines, and quads around regions of one colour."""

from collections.abc import Iterator
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from scanning.frames import Pixels
from scanning.opencv import cv2
from scanning.quad import Points

_Floats = NDArray[np.float64]

_MOST_SEGMENTS = 160
_MOST_LINES = 18
_MOST_PAIRS = 40
_SMALLEST_SHARE = 0.06  # of the picture; a sheet that is smaller is not what the picture is about
_BEYOND = 0.06  # how far outside the picture a corner may be guessed


def guess_by_lines(pixels: Pixels) -> list[Points]:
    """Cross pairs of almost parallel lines of the picture with each other."""
    lines = _lines(pixels)
    if len(lines) < 4:
        return []
    height, width = pixels.shape[:2]
    pairs = _parallel_pairs(lines, 0.18 * min(height, width))
    quads = [_crossed(lines, a, b) for a, b in combinations(pairs, 2)]
    room = np.array([width, height])
    return [quad for quad in quads if quad is not None and _fits(quad, room)]


def guess_by_regions(pixels: Pixels) -> list[Points]:
    """Wrap quads around large regions: bright, very bright, of the middle's colour, and enclosed by edges."""
    lab = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_BGR2Lab), np.uint8)
    light = np.asarray(cv2.morphologyEx(lab[..., 0], cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8)), np.uint8)
    return [quad for mask in _masks(light, lab[..., 1:]) for quad in _wrapped(mask)]


def _lines(pixels: Pixels) -> _Floats:
    """Give the longest straight lines as N×4 (x, y, x, y), pieces of one line joined, longest first."""
    lab = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_BGR2Lab), np.uint8)
    paper = cv2.morphologyEx(lab[..., 0], cv2.MORPH_CLOSE, np.ones((7, 7), np.uint8))
    planes = (np.asarray(paper, np.uint8), lab[..., 1], lab[..., 2])
    segments = np.concatenate([_segments(plane) for plane in planes])
    lengths = np.hypot(segments[:, 2] - segments[:, 0], segments[:, 3] - segments[:, 1])
    longest = max(pixels.shape[:2])
    order = np.argsort(-lengths)[:_MOST_SEGMENTS]
    order = order[lengths[order] > 0.035 * longest]
    joined = sorted(_joined(segments[order], 0.008 * longest), key=lambda line: -line[0])
    return np.array([line[1] for line in joined[:_MOST_LINES]], np.float64).reshape(-1, 4)


def _segments(plane: Pixels) -> _Floats:
    low, high = np.percentile(plane, [1, 99])
    stretched = np.clip((plane - low) * (255 / max(float(high - low), 12.0)), 0, 255).astype(np.uint8)
    found = cv2.createLineSegmentDetector(0).detect(cv2.GaussianBlur(stretched, (5, 5), 0))[0]
    return np.zeros((0, 4)) if found is None else np.asarray(found, np.float64).reshape(-1, 4)


def _joined(segments: _Floats, apart: float) -> Iterator[tuple[float, _Floats]]:
    """Join segments that lie on one line; give how much of each line was seen, and its ends."""
    delta = segments[:, 2:] - segments[:, :2]
    lengths = np.hypot(delta[:, 0], delta[:, 1])
    angles = np.arctan2(delta[:, 1], delta[:, 0])
    free = np.ones(len(segments), bool)
    for i in range(len(segments)):
        if not free[i]:
            continue
        normal = np.array([-np.sin(angles[i]), np.cos(angles[i])])
        middle = (segments[i, :2] + segments[i, 2:]) / 2
        begin, end = (segments[:, :2] - middle) @ normal, (segments[:, 2:] - middle) @ normal
        same = free & (_turn(angles, angles[i]) < 0.07) & (np.maximum(np.abs(begin), np.abs(end)) < apart)
        free &= ~same
        yield float(lengths[same].sum()), _through(segments[same].reshape(-1, 2))


def _through(points: Points) -> _Floats:
    fitted = cv2.fitLine(points.astype(np.float32), cv2.DIST_HUBER, 0, 0.01, 0.01).ravel()
    direction, start = fitted[:2], fitted[2:]
    along = (points - start) @ direction
    return np.concatenate([start + direction * along.min(), start + direction * along.max()])


def _turn(angle: _Floats, other: float) -> _Floats:
    """Give the smaller angle between undirected lines, in radians."""
    return np.asarray(np.abs((angle - other + np.pi / 2) % np.pi - np.pi / 2), np.float64)


_Pair = tuple[int, int, float]  # two lines and their direction


def _parallel_pairs(lines: _Floats, apart: float) -> list[_Pair]:
    delta = lines[:, 2:] - lines[:, :2]
    angles, lengths = np.arctan2(delta[:, 1], delta[:, 0]), np.hypot(delta[:, 0], delta[:, 1])
    middles = (lines[:, :2] + lines[:, 2:]) / 2
    pairs = []
    for i, j in combinations(range(len(lines)), 2):
        normal = np.array([-np.sin(angles[i]), np.cos(angles[i])])
        if _turn(angles[i], float(angles[j])) < 0.55 and abs((middles[j] - middles[i]) @ normal) > apart:
            pairs.append((float(lengths[i] + lengths[j]), (i, j, float(angles[i]))))
    pairs.sort(reverse=True)
    return [pair for _, pair in pairs[:_MOST_PAIRS]]


def _crossed(lines: _Floats, first: _Pair, second: _Pair) -> Points | None:
    i, j, angle = first
    k, m, other = second
    if abs((angle - other + np.pi / 2) % np.pi - np.pi / 2) < 0.9:
        return None
    corners = [_crossing(lines[a], lines[b]) for a, b in ((i, k), (k, j), (j, m), (m, i))]
    return np.array(corners)


def _crossing(first: _Floats, second: _Floats) -> Points:
    """Give where two lines meet; lines that never do meet far outside."""
    p, u, r, v = first[:2], first[2:] - first[:2], second[:2], second[2:] - second[:2]
    turn = u[0] * v[1] - u[1] * v[0]
    if abs(turn) < 1e-6:
        return np.array([-1e6, -1e6])
    step = ((r[0] - p[0]) * v[1] - (r[1] - p[1]) * v[0]) / turn
    return np.asarray(p + u * step, np.float64)


def _fits(quad: Points, room: NDArray[np.int64]) -> bool:
    beyond = _BEYOND * room.max()
    return bool((quad > -beyond).all() and (quad < room + beyond).all())


def _masks(light: Pixels, colour: Pixels) -> Iterator[Pixels]:
    yield np.asarray(cv2.threshold(light, 0, 255, cv2.THRESH_OTSU)[1], np.uint8)
    brightest = int(np.percentile(light, 97))
    yield np.asarray(light > brightest - 25, np.uint8)
    height, width = light.shape
    middle = colour[height // 3 : 2 * height // 3, width // 3 : 2 * width // 3].reshape(-1, 2)
    apart = np.abs(colour.astype(np.int16) - np.median(middle, axis=0).astype(np.int16)).max(axis=-1)
    yield np.asarray(apart < 5, np.uint8)
    edges = cv2.dilate(cv2.Canny(light, 20, 60), np.ones((3, 3), np.uint8))
    yield np.asarray(edges == 0, np.uint8)


def _wrapped(mask: Pixels) -> Iterator[Points]:
    opened = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((7, 7), np.uint8))
    outlines = cv2.findContours(opened, cv2.RETR_LIST, cv2.CHAIN_APPROX_NONE)[0]
    large = [outline for outline in outlines if cv2.contourArea(outline) > _SMALLEST_SHARE * mask.size]
    for outline in sorted(large, key=cv2.contourArea, reverse=True)[:3]:
        hull = cv2.convexHull(outline)
        corners = cv2.approxPolyDP(hull, 0.03 * cv2.arcLength(hull, closed=True), closed=True)
        if len(corners) == 4:
            yield np.asarray(corners, np.float64).reshape(4, 2)
        yield np.asarray(cv2.approxPolyN(hull, 4), np.float64).reshape(4, 2)

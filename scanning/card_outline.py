"""Where a card lies in a live picture: its outline, found quickly enough to do it for every frame."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from scanning.card_layout import CARD_MM
from scanning.frames import Pixels
from scanning.opencv import cv2
from scanning.quad import Points, Quad

_Floats = NDArray[np.float64]
_Lines = NDArray[np.float64]  # N×4: two points a line, in pixels of the search picture

_SEARCH_WIDTH = 320
_SMALLEST_SIDE = 0.10  # of the search picture's width: a card that is farther away shows no code at all
_SHORTEST_PIECE = 0.04  # of the search picture's width
_MOST_LINES = 22
_MOST_PAIRS = 48
_PARALLEL = 0.30  # radians; sides of a tilted card run together
_SQUARE = 1.0  # radians; and its corners are no right angles
_PLAIN_ASPECTS = (1.1, 2.3)  # before the perspective is taken out
_ASPECT_ERROR = 0.065  # relative; A4, A5 and passports lie 11 % below a card
_FOCAL = 0.85  # of the longer side of the picture: webcams see 55 to 75 degrees
_MOST_COMPARED = 8
_SAMPLES = 24  # points a side; they keep away from the rounded corners
_STEPS = np.linspace(0.1, 0.9, _SAMPLES)
_SIDEWAYS = np.array([-1.0, 0.0, 1.0])
_EDGE = 26.0  # Sobel units: an edge of 6 gray levels
_FACING = 0.93  # cosine: the edge runs along the side
_WEAKEST_SIDE, _OTHER_SIDES = 0.25, 0.62  # share of a side that is seen; a hand may hide most of one


@dataclass(frozen=True, slots=True)
class _Slopes:
    """Hold the brightness slopes of the search picture."""

    across: NDArray[np.float32]
    down: NDArray[np.float32]

    @classmethod
    def of(cls, soft: Pixels) -> Self:
        across, down = (cv2.Sobel(soft, cv2.CV_32F, *way) for way in ((1, 0), (0, 1)))
        return cls(np.asarray(across, np.float32), np.asarray(down, np.float32))

    def shares(self, quads: Points) -> _Floats:
        """Give for N×4×2 quads the share of each side that lies along an edge, N×4."""
        along = np.roll(quads, -1, axis=1) - quads
        length = np.maximum(np.linalg.norm(along, axis=-1, keepdims=True), 1e-6)
        normal = np.stack([-along[..., 1], along[..., 0]], axis=-1) / length
        points = quads[:, :, None] + along[:, :, None] * _STEPS[:, None]
        points = points[:, :, :, None] + normal[:, :, None, None] * _SIDEWAYS[:, None]
        x, y, inside = self._nearest(points)
        across, down = self.across[y, x], self.down[y, x]
        facing = np.abs(across * normal[..., 0, None, None] + down * normal[..., 1, None, None])
        clear = (facing > _EDGE) & (facing > _FACING * np.hypot(across, down)) & inside
        return np.asarray(clear.any(axis=-1).mean(axis=-1), np.float64)

    def _nearest(self, points: Points) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]]:
        height, width = self.across.shape
        nearest = np.rint(points).astype(np.int64)
        x, y = nearest[..., 0], nearest[..., 1]
        inside = (x >= 0) & (x < width) & (y >= 0) & (y < height)
        return x.clip(0, width - 1), y.clip(0, height - 1), inside


def find_cards(gray: Pixels, *, most: int = 2) -> tuple[Quad, ...]:
    """Find the outlines of up to ``most`` cards, the clearest first; corners in pixels of ``gray``."""
    scale = min(1.0, _SEARCH_WIDTH / gray.shape[1])
    small = cv2.resize(gray, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    soft = np.asarray(cv2.GaussianBlur(small, (3, 3), 0), np.uint8)
    quads = _guesses(_lines(soft), (soft.shape[1], soft.shape[0]))
    slopes = _Slopes.of(soft)
    shares = np.sort(slopes.shares(quads), axis=1)
    clear = (shares[:, 0] >= _WEAKEST_SIDE) & (shares[:, 1] >= _OTHER_SIDES)
    score = np.where(clear, shares.mean(axis=1) * np.sqrt(_areas(quads)), 0)
    best = np.argsort(-score)[:_MOST_COMPARED]
    cards = _apart([Quad.of(quads[at] / scale) for at in best if score[at] > 0])
    return tuple(cards[:most])


def _lines(soft: Pixels) -> _Lines:
    """Give the longest straight edges, one for each line of the picture."""
    found = cv2.createLineSegmentDetector(cv2.LSD_REFINE_NONE).detect(soft)[0]
    segments = np.zeros((0, 4)) if found is None else np.asarray(found, np.float64).reshape(-1, 4)
    lengths = np.hypot(segments[:, 2] - segments[:, 0], segments[:, 3] - segments[:, 1])
    longest = np.argsort(-lengths)[: 3 * _MOST_LINES]
    segments = segments[longest][lengths[longest] > _SHORTEST_PIECE * soft.shape[1]]
    alike = _are_same_line(segments)
    kept: list[int] = []
    for at in range(len(segments)):
        if len(kept) < _MOST_LINES and not alike[kept, at].any():
            kept.append(at)
    return np.asarray(segments[kept], np.float64)


def _are_same_line(segments: _Lines) -> NDArray[np.bool_]:
    """Tell for each segment (row) which others (column) lie on its line."""
    begin, end = segments[:, :2], segments[:, 2:]
    along = (end - begin) / np.linalg.norm(end - begin, axis=1, keepdims=True)
    normal = np.stack([-along[:, 1], along[:, 0]], axis=1)
    own = (begin * normal).sum(axis=1)[:, None]
    apart = np.maximum(np.abs(normal @ begin.T - own), np.abs(normal @ end.T - own))
    return np.asarray(apart < 2.0, np.bool_)


def _guesses(lines: _Lines, size: tuple[int, int]) -> Points:
    """Cross every two pairs of nearly parallel lines; give N×4×2 corners of quads that may be cards."""
    pairs = _parallel_pairs(lines, _SMALLEST_SIDE * size[0])
    first, second = np.triu_indices(len(pairs), 1)
    if not len(first):
        return np.zeros((0, 4, 2))
    (a, b), (c, d) = pairs[first].T, pairs[second].T
    ends = np.insert(lines.reshape(-1, 2, 2), 2, 1, axis=2)
    planes = np.cross(ends[:, 0], ends[:, 1])
    corners = np.stack([np.cross(planes[i], planes[j]) for i, j in ((a, c), (c, b), (b, d), (d, a))], axis=1)
    away = np.where(np.abs(corners[..., 2:]) < 1e-6, 1e-6, corners[..., 2:])
    quads = corners[..., :2] / away
    quads = quads[_are_plausible(quads, size[0])]
    return np.asarray(quads[_are_cards(quads, size)], np.float64)


def _parallel_pairs(lines: _Lines, apart: float) -> NDArray[np.int64]:
    delta = lines[:, 2:] - lines[:, :2]
    lengths, angles = np.hypot(delta[:, 0], delta[:, 1]), np.arctan2(delta[:, 1], delta[:, 0])
    middles = (lines[:, :2] + lines[:, 2:]) / 2
    first, second = np.triu_indices(len(lines), 1)
    turn = np.abs((angles[first] - angles[second] + np.pi / 2) % np.pi - np.pi / 2)
    normal = np.stack([-np.sin(angles[first]), np.cos(angles[first])], axis=1)
    distance = np.abs(((middles[second] - middles[first]) * normal).sum(axis=1))
    good = (turn < _PARALLEL) & (distance > apart)
    order = np.argsort(-(lengths[first] + lengths[second])[good])[:_MOST_PAIRS]
    return np.stack([first[good][order], second[good][order]], axis=1)


def _are_plausible(quads: Points, width: int) -> NDArray[np.bool_]:
    """Tell convex quads of a sensible size and shape whose corners perspective alone could have bent."""
    sides = np.roll(quads, -1, axis=1) - quads
    lengths = np.linalg.norm(sides, axis=-1)
    turn = sides[:, :, 0] * np.roll(sides, -1, 1)[:, :, 1] - sides[:, :, 1] * np.roll(sides, -1, 1)[:, :, 0]
    sines = turn / np.maximum(lengths * np.roll(lengths, -1, 1), 1e-9)
    square = (np.abs(sines) > np.sin(_SQUARE)).all(axis=1) & (np.abs(np.sign(turn).sum(axis=1)) == 4)
    shape = (lengths[:, 0] + lengths[:, 2]) / np.maximum(lengths[:, 1] + lengths[:, 3], 1e-9)
    shape = np.maximum(shape, 1 / np.maximum(shape, 1e-9))
    shaped = (shape > _PLAIN_ASPECTS[0]) & (shape < _PLAIN_ASPECTS[1])
    sized = (lengths.min(axis=1) > _SMALLEST_SIDE * width) & (np.abs(quads) < 1.3 * width).all(axis=(1, 2))
    return np.asarray(square & shaped & sized, np.bool_)


def _areas(quads: Points) -> _Floats:
    x, y = quads[..., 0], quads[..., 1]
    return np.asarray(np.abs((x * np.roll(y, -1, 1) - y * np.roll(x, -1, 1)).sum(axis=1)) / 2, np.float64)


def _are_cards(quads: Points, size: tuple[int, int]) -> NDArray[np.bool_]:
    """Tell quads that are as long and wide as a card when a webcam's perspective is taken out.

    Zhang and He, "Whiteboard scanning and image enhancement" (2007), with the focal length given: that of
    a small outline cannot be measured, and webcams hardly differ.
    """
    focal = _FOCAL * max(size)
    rays = np.concatenate([(quads - np.array(size) / 2) / focal, np.ones((*quads.shape[:2], 1))], axis=2)
    a, b, c, d = rays.swapaxes(0, 1)
    a_c, b_c = np.cross(a, c), np.cross(b, c)
    across = _ratio(a_c, b_c, d) * b - a
    down = _ratio(a_c, -np.cross(c, d), b) * d - a
    aspect = np.linalg.norm(across, axis=1) / np.maximum(np.linalg.norm(down, axis=1), 1e-9)
    aspect = np.maximum(aspect, 1 / np.maximum(aspect, 1e-9))
    return np.asarray(np.abs(aspect / (CARD_MM[0] / CARD_MM[1]) - 1) < _ASPECT_ERROR, np.bool_)


def _ratio(above: Points, below: Points, ray: Points) -> Points:
    least = np.where((below * ray).sum(axis=1) < 0, -1e-9, 1e-9)
    return np.asarray((above * ray).sum(axis=1) / ((below * ray).sum(axis=1) + least), np.float64)[:, None]


def _apart(cards: list[Quad]) -> list[Quad]:
    """Keep of outlines that cover each other the first."""
    kept: list[Quad] = []
    for card in cards:
        if not any(_overlap(card, other) for other in kept):
            kept.append(card)
    return kept


def _overlap(one: Quad, other: Quad) -> bool:
    shared, _ = cv2.intersectConvexConvex(one.array().astype(np.float32), other.array().astype(np.float32))
    return bool(shared > 1.0)

"""How well the sides of a supposed sheet lie on edges of the picture, and how to lay them exactly there."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from scanning.frames import Pixels
from scanning.opencv import cv2
from scanning.quad import Points, ordered

_Floats = NDArray[np.float64]

# Colour tells a white sheet from a light desk where brightness hardly does.
_CHANNEL_WEIGHTS = np.array([1.0, 1.6, 1.6], np.float32)
_SAMPLES = 32  # a side
_SIDEWAYS = np.arange(-2.0, 3.0)  # px a guessed side may lie beside its edge
_USUAL_ASPECTS = 0.15  # how far from 1.414 a sheet may look before it counts against it


@dataclass(frozen=True, slots=True)
class EdgeField:
    """Hold the colour edges of a small picture: H×W×3×2, the slope of each channel across and down."""

    slopes: NDArray[np.float32]
    usual: float

    @classmethod
    def of(cls, pixels: Pixels) -> Self:
        """Measure the edges of a BGR picture; writing is closed over first, so that paper edges remain."""
        lab = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_BGR2Lab), np.float32)
        lab[..., 0] = cv2.morphologyEx(lab[..., 0], cv2.MORPH_CLOSE, np.ones((7, 7), np.uint8))
        soft = np.asarray(cv2.GaussianBlur(lab, (0, 0), 1.2), np.float32) * _CHANNEL_WEIGHTS
        across = cv2.Sobel(soft, cv2.CV_32F, 1, 0, scale=0.25)
        down = cv2.Sobel(soft, cv2.CV_32F, 0, 1, scale=0.25)
        slopes = np.asarray(np.stack([across, down], axis=-1), np.float32)
        strength = np.linalg.norm(slopes, axis=-1).sum(axis=-1)
        return cls(slopes, float(np.percentile(strength, 80)) + 1.5)

    def support(self, quads: Points) -> _Floats:
        """Score N×4×2 quads: 1 for a plain page on clear edges all around, 0 or less for nonsense."""
        share, strength = self._sides(quads)
        edges = 0.55 * share.mean(axis=1) + 0.45 * share.min(axis=1)
        score = edges * (0.75 + 0.25 * strength.mean(axis=1)) * self._shape_factor(quads)
        return np.asarray(np.where(_are_sheets(quads, self._area()), score, -1.0), np.float64)

    def _area(self) -> float:
        return float(self.slopes.shape[0] * self.slopes.shape[1])

    def _sides(self, quads: Points) -> tuple[_Floats, _Floats]:
        """Give, side by side, the share that lies on an edge and how strong the edge is (N×4 each)."""
        begin, along = quads, np.roll(quads, -1, axis=1) - quads
        length = np.maximum(np.linalg.norm(along, axis=-1, keepdims=True), 1e-6)
        normal = np.stack([-along[..., 1], along[..., 0]], axis=-1) / length
        steps = np.linspace(0.03, 0.97, _SAMPLES)
        points = begin[:, :, None] + along[:, :, None] * steps[:, None]
        points = points[:, :, :, None] + normal[:, :, None, None] * _SIDEWAYS[:, None]
        slopes, inside = self._at(points)
        facing = np.einsum("nskocd,nsd->nskoc", slopes, normal)
        strength = np.abs(facing).sum(axis=-1).max(axis=-1)
        hit = strength > 0.55 * self.usual
        one_way = _one_way(facing[..., 0].sum(axis=-1), hit)
        seen = inside[..., _SIDEWAYS.size // 2].mean(axis=-1)
        share = hit.mean(axis=-1) * (0.6 + 0.4 * one_way) * (0.5 + 0.5 * seen)
        return share, np.minimum(1.0, strength.mean(axis=-1) / (3 * self.usual))

    def _at(self, points: _Floats) -> tuple[_Floats, NDArray[np.bool_]]:
        height, width = self.slopes.shape[:2]
        nearest = np.rint(points).astype(np.int64)
        x, y = nearest[..., 0], nearest[..., 1]
        inside = (x >= 0) & (x < width) & (y >= 0) & (y < height)
        slopes = self.slopes[y.clip(0, height - 1), x.clip(0, width - 1)]
        return np.where(inside[..., None, None], slopes, 0), inside

    def _shape_factor(self, quads: Points) -> _Floats:
        """Prefer large quads of a sheet's proportions with corners near a right angle."""
        area = _areas(quads) / self._area()
        lengths = np.linalg.norm(np.roll(quads, -1, axis=1) - quads, axis=-1)
        aspect = (lengths[:, 0] + lengths[:, 2]) / np.maximum(lengths[:, 1] + lengths[:, 3], 1e-6)
        aspect = np.maximum(aspect, 1 / np.maximum(aspect, 1e-6))
        odd = np.maximum(0, np.abs(aspect - 2**0.5) - _USUAL_ASPECTS)
        skewed = np.ptp(_angles(quads), axis=1)
        size = (0.72 + 0.28 * np.minimum(1, area / 0.35)) * self._aimed_at(quads)
        return np.asarray(size * (0.85 + 0.15 * np.exp(-(odd**2) / 0.25)) * (1 - 0.0015 * skewed), np.float64)

    def _aimed_at(self, quads: Points) -> _Floats:
        """Prefer the middle: among several sheets the camera is held over the one that is meant."""
        room = np.array(self.slopes.shape[1::-1])
        aside = np.linalg.norm(quads.mean(axis=1) - room / 2, axis=1) / np.linalg.norm(room)
        return np.asarray(0.75 + 0.25 * np.exp(-((aside / 0.22) ** 2)), np.float64)


def tighten(lab: Pixels, corners: Points) -> Points:
    """Lay the sides of a roughly known quad exactly on the edges beside them, in two rounds."""
    quad = ordered(corners)
    longest = max(lab.shape[:2])
    for reach in (0.008 * longest + 2, 0.004 * longest + 2):
        lines = [_edge_line(lab, quad[i], quad[(i + 1) % 4], reach) for i in range(4)]
        quad = np.stack([_crossing(lines[i - 1], lines[i], quad[i], 2.5 * reach) for i in range(4)])
    return quad


_Line = tuple[Points, Points]  # a point on it and a point further along


def _edge_line(lab: Pixels, begin: Points, end: Points, reach: float) -> _Line:
    along = end - begin
    length = float(np.linalg.norm(along))
    if length < 20:
        return begin, end
    normal = np.array([-along[1], along[0]]) / length
    steps, offsets = np.linspace(0.04, 0.96, 64), np.arange(-round(reach), round(reach) + 1.0)
    found, clear = _edge_offsets(lab, (begin + along * steps[:, None], normal), offsets)
    if clear.sum() < 12:
        return begin, end
    level, slope = _common_line(steps[clear], found[clear])
    return begin + normal * level, end + normal * (level + slope)


def _edge_offsets(
    lab: Pixels, walk: tuple[Points, Points], offsets: _Floats
) -> tuple[_Floats, NDArray[np.bool_]]:
    """Find, at each point of a walk, how far along the normal the colour steps most, and if it is clear."""
    points, normal = walk
    at = (points[:, None] + normal * offsets[:, None]).astype(np.float32)
    colours = cv2.remap(lab, at[..., 0], at[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    step = cv2.filter2D(np.asarray(colours, np.float32), -1, np.array([[-1, -1, 0, 1, 1]], np.float32))
    strength = np.asarray((np.abs(step) * _CHANNEL_WEIGHTS).sum(axis=2), np.float64)
    strength *= np.exp(-((offsets / (0.75 * offsets.max())) ** 2))
    best = strength.argmax(axis=1)
    peak = strength[np.arange(len(best)), best]
    return offsets[best], peak > max(3.0, 0.35 * float(np.median(peak)))


def _common_line(steps: _Floats, offsets: _Floats) -> tuple[float, float]:
    """Fit offset = level + slope × step to what most points agree on: the best of many two-point lines."""
    chosen = np.linspace(0, len(steps) - 1, min(16, len(steps))).astype(np.int64)
    first, second = np.triu_indices(len(chosen), 4)
    a, b = chosen[first], chosen[second]
    slopes = (offsets[b] - offsets[a]) / (steps[b] - steps[a])
    levels = offsets[a] - slopes * steps[a]
    near = np.abs(offsets - (levels[:, None] + slopes[:, None] * steps)) < 1.6
    agreed = near[int(near.sum(axis=1).argmax())]
    slope, level = np.polyfit(steps[agreed], offsets[agreed], 1)
    return float(level), float(slope)


def _crossing(first: _Line, second: _Line, before: Points, furthest: float) -> Points:
    (p, q), (r, s) = first, second
    u, v = q - p, s - r
    turn = u[0] * v[1] - u[1] * v[0]
    if abs(turn) < 0.2 * np.linalg.norm(u) * np.linalg.norm(v):
        return before
    step = ((r[0] - p[0]) * v[1] - (r[1] - p[1]) * v[0]) / turn
    corner = p + u * step
    return np.asarray(corner if np.linalg.norm(corner - before) < furthest else before, np.float64)


def _one_way(rise: _Floats, hit: NDArray[np.bool_]) -> _Floats:
    """Tell how far brightness changes the same way all along a side: 1 always, 0 as often up as down."""
    count = np.maximum(hit.sum(axis=-1), 1)
    return np.asarray(np.abs((np.sign(rise) * hit).sum(axis=-1)) / count, np.float64)


def _areas(quads: Points) -> _Floats:
    x, y = quads[..., 0], quads[..., 1]
    return np.asarray(np.abs((x * np.roll(y, -1, 1) - y * np.roll(x, -1, 1)).sum(axis=1)) / 2, np.float64)


def _angles(quads: Points) -> _Floats:
    """Give the inner angles in degrees, N×4."""
    back, ahead = np.roll(quads, 1, axis=1) - quads, np.roll(quads, -1, axis=1) - quads
    lengths = np.linalg.norm(back, axis=-1) * np.linalg.norm(ahead, axis=-1)
    cosines = (back * ahead).sum(axis=-1) / np.maximum(lengths, 1e-9)
    return np.asarray(np.degrees(np.arccos(cosines.clip(-1, 1))), np.float64)


def _are_sheets(quads: Points, frame_area: float) -> NDArray[np.bool_]:
    """Tell convex quads of a sensible size whose corners perspective alone could have bent."""
    area, angles = _areas(quads) / frame_area, _angles(quads)
    convex = np.abs(angles.sum(axis=1) - 360) < 1
    bent = (angles.min(axis=1) < 50) | (angles.max(axis=1) > 130)
    return np.asarray(convex & ~bent & (area > 0.06) & (area < 1.05))

"""What a small picture shows of supposed sheets: their edges, what lies inside and what lies beside them."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from scanning.frames import Pixels
from scanning.opencv import cv2
from scanning.quad import Points

_Reals = NDArray[np.float32]
_Floats = NDArray[np.float64]

# Colour tells a white sheet from a light desk where brightness hardly does.
_CHANNEL_WEIGHTS = np.array([1.0, 1.6, 1.6], np.float32)
_SAMPLES = 28  # a side
_STEPS = np.linspace(0.03, 0.97, _SAMPLES)
_SIDEWAYS = np.arange(-2.0, 3.0)  # px a supposed side may lie beside its edge
_HIT = 0.55  # of a usual edge
_UNSEEN = 0.4  # what a part of a side counts, at a glance, that lies outside the picture
_BEYOND = 0.3  # of the picture's longer side: how far outside a corner may lie
_GRID = np.stack(np.meshgrid(np.linspace(0.06, 0.94, 9), np.linspace(0.06, 0.94, 9)), axis=-1).reshape(-1, 2)
_SQUARE = 24  # places along each side at which the inside is looked through for edges that run all across
_INNER = slice(2, _SQUARE - 2)
_RIM = 6  # px; a side that lies so near the picture's rim is rather the picture's
_RING_STEPS = np.linspace(0.08, 0.92, 9)
_RING = 0.045  # of the sheet; how far beside its border
_UNLIKE = 12.0  # units of Lab, chroma full and brightness a third: two colours of paper are nearer


@dataclass(frozen=True, slots=True, eq=False)
class SheetView:
    """Hold a small picture's colours (Lab, writing closed over) and the slope of each across and down.

    ``strength`` is that of edges of any direction, ``usual`` that of one that is nothing special, ``light``
    the brightness of what is brightest.
    """

    lab: _Reals
    across: _Reals
    down: _Reals
    strength: _Reals
    usual: float
    light: float

    @classmethod
    def of(cls, lab: Pixels) -> Self:
        """Measure a picture given in Lab, 8 bits a channel."""
        paper = lab.copy()
        paper[..., 0] = cv2.morphologyEx(lab[..., 0], cv2.MORPH_CLOSE, np.ones((7, 7), np.uint8))
        soft = np.asarray(cv2.GaussianBlur(paper, (0, 0), 1.2), np.float32)
        weighted = soft * _CHANNEL_WEIGHTS
        across, down = (
            np.asarray(cv2.Sobel(weighted, cv2.CV_32F, *way, scale=0.25), np.float32)
            for way in ((1, 0), (0, 1))
        )
        strength = np.asarray(cv2.transform(cv2.magnitude(across, down), np.ones((1, 3))), np.float32)
        usual = float(np.percentile(strength[::2, ::2], 80)) + 1.5
        light = float(np.percentile(soft[::4, ::4, 0], 95))
        return cls(soft, across, down, strength, usual, light)

    @property
    def size(self) -> tuple[int, int]:
        """Give width and height."""
        return self.lab.shape[1], self.lab.shape[0]

    def glance(self, quads: Points) -> _Floats:
        """Tell roughly how much of the sides of N×4×2 quads lies on edges: 0 to 1, N."""
        near = np.minimum(self.strength * np.float32(1 / (2 * self.usual)), 1)
        near = np.asarray(cv2.dilate(near, np.ones((3, 3), np.uint8)), np.float32)
        along = np.roll(quads, -1, axis=1) - quads
        points = quads[:, :, None] + along[:, :, None] * _STEPS[::2, None]
        seen, inside = self._at(near, points)
        share = np.where(inside, seen, _UNSEEN).mean(axis=2)
        return np.asarray(0.6 * share.mean(axis=1) + 0.4 * share.min(axis=1), np.float64)

    def features(self, quads: Points) -> _Floats:
        """Describe N×4×2 quads by N×F numbers of the order of 1 each."""
        parts = self._edges(quads), self._colours(quads), self._shapes(quads), self._crossings(quads)
        return np.concatenate(parts, axis=1)

    def _edges(self, quads: Points) -> _Floats:
        """Tell how far the sides lie on edges, how strong these are, and if brightness changes one way."""
        along = np.roll(quads, -1, axis=1) - quads
        length = np.maximum(np.linalg.norm(along, axis=-1, keepdims=True), 1e-6)
        normal = np.stack([-along[..., 1], along[..., 0]], axis=-1) / length
        points = quads[:, :, None] + along[:, :, None] * _STEPS[:, None]
        points = points[:, :, :, None] + normal[:, :, None, None] * _SIDEWAYS[:, None]
        across, inside = self._at(self.across, points)
        down, _ = self._at(self.down, points)
        ways = normal[:, :, None, None, None]
        facing = (across * ways[..., 0] + down * ways[..., 1]) * inside[..., None]
        step = np.abs(facing).sum(axis=-1).max(axis=-1)
        hit = step > _HIT * self.usual
        share = hit.mean(axis=2)
        rise = np.sign(facing[..., 0].sum(axis=-1)) * hit
        one_way = np.abs(rise.sum(axis=2)) / np.maximum(hit.sum(axis=2), 1)
        upward = rise.sum(axis=2) / _SAMPLES
        seen = inside[..., _SIDEWAYS.size // 2].mean(axis=2)
        strong = np.minimum(1.5, step.mean(axis=2) / (3 * self.usual))
        ranked = np.sort(share, axis=1)
        ends = np.minimum(hit[:, :, :4].mean(axis=2), np.roll(hit[:, :, -4:].mean(axis=2), 1, axis=1))
        return np.column_stack(
            [
                ranked,
                strong.mean(axis=1),
                strong.min(axis=1),
                one_way.mean(axis=1),
                one_way.min(axis=1),
                upward.mean(axis=1),
                upward.min(axis=1),
                1 - seen.mean(axis=1),
                ends.mean(axis=1),
                ends.min(axis=1),
            ]
        )

    def _colours(self, quads: Points) -> _Floats:
        """Tell how alike the inside is all over, how bright, and how unlike what lies around it."""
        inner, inside = self._at(self.lab, _within(quads, _GRID))
        paper = np.median(inner, axis=1)
        alike = _likeness(inner, paper)
        rough, _ = self._at(self.strength, _within(quads, _GRID))
        near, far = (self._ring(quads, side) for side in (_RING, -_RING))
        like_in, like_out = _likeness(near[0], paper), _likeness(far[0], paper)
        step = np.abs(near[0] - far[0]) @ np.array([0.35, 1, 1], np.float32) * far[1]
        by_side = step.reshape(len(quads), 4, -1).mean(axis=2)
        outer = (like_out * far[1]).reshape(len(quads), 4, -1).mean(axis=2)
        colour = np.hypot(*(paper[:, 1:] - 128).T)
        return np.column_stack(
            [
                (alike * inside).mean(axis=1),
                np.minimum(rough / (3 * self.usual), 1).mean(axis=1),
                like_in.mean(axis=1),
                outer.mean(axis=1),
                outer.max(axis=1),
                np.minimum(by_side.mean(axis=1) / 20, 2),
                np.minimum(by_side.min(axis=1) / 20, 2),
                paper[:, 0] / max(self.light, 1),
                colour / 20,
                (near[0][..., 0] - far[0][..., 0]).mean(axis=1) / 40,
            ]
        )

    def _crossings(self, quads: Points) -> _Floats:
        """Tell how far an edge runs across the inside, as where sheets overlap, and if a side is the rim."""
        steps = (np.arange(_SQUARE) + 0.5) / _SQUARE
        grid = np.stack(np.meshgrid(steps, steps), axis=-1).reshape(-1, 2)
        hit = cv2.dilate((self.strength > _HIT * self.usual).astype(np.uint8), np.ones((7, 7), np.uint8))
        seen, _ = self._at(np.asarray(hit, np.float32), _within(quads, grid))
        square = seen.reshape(-1, _SQUARE, _SQUARE)[:, _INNER, _INNER]
        across, down = square.mean(axis=2).max(axis=1), square.mean(axis=1).max(axis=1)
        along = np.roll(quads, -1, axis=1) - quads
        points = quads[:, :, None] + along[:, :, None] * _STEPS[::3, None]
        room = np.array(self.size) - 1
        beside = (np.minimum(points, room - points) < _RIM).any(axis=3) & (points > -_RIM).all(axis=3)
        rim = (beside & (points < room + _RIM).all(axis=3)).mean(axis=2)
        return np.column_stack([np.maximum(across, down), np.minimum(across, down), rim.max(axis=1)])

    def _ring(self, quads: Points, inward: float) -> tuple[_Reals, NDArray[np.bool_]]:
        low, high = np.full(9, inward), np.full(9, 1 - inward)
        sides = ((_RING_STEPS, low), (high, _RING_STEPS), (_RING_STEPS, high), (low, _RING_STEPS))
        return self._at(self.lab, _within(quads, np.concatenate([np.column_stack(side) for side in sides])))

    def _shapes(self, quads: Points) -> _Floats:
        """Tell how large, how far from the middle, how skewed and how like a sheet of the A series."""
        room = np.array(self.size, np.float64)
        area = areas(quads) / room.prod()
        lengths = np.linalg.norm(np.roll(quads, -1, axis=1) - quads, axis=-1)
        aspect = (lengths[:, 0] + lengths[:, 2]) / np.maximum(lengths[:, 1] + lengths[:, 3], 1e-6)
        aspect = np.maximum(aspect, 1 / np.maximum(aspect, 1e-6))
        aside = np.linalg.norm(quads.mean(axis=1) - room / 2, axis=1) / np.linalg.norm(room)
        out = np.maximum(np.maximum(-quads, quads - room + 1), 0).max(axis=(1, 2)) / room.max()
        return np.column_stack(
            [
                np.log(np.maximum(area, 1e-3)) / 2,
                np.ptp(angles(quads), axis=1) / 50,
                aside * 4,
                np.minimum(np.abs(aspect - 2**0.5), 1),
                out * 20,
            ]
        )

    def _at(self, plane: _Reals, points: Points) -> tuple[_Reals, NDArray[np.bool_]]:
        width, height = self.size
        nearest = np.rint(points).astype(np.int64)
        x, y = nearest[..., 0], nearest[..., 1]
        inside = (x >= 0) & (x < width) & (y >= 0) & (y < height)
        return plane[y.clip(0, height - 1), x.clip(0, width - 1)], inside


def are_sheets(quads: Points, size: tuple[int, int]) -> NDArray[np.bool_]:
    """Tell convex quads of a sensible size whose corners perspective alone could have bent."""
    share, turns = areas(quads) / (size[0] * size[1]), angles(quads)
    convex = np.abs(turns.sum(axis=1) - 360) < 1
    bent = (turns.min(axis=1) < 45) | (turns.max(axis=1) > 135)
    beyond = _BEYOND * max(size)
    near = ((quads > -beyond) & (quads < np.array(size) + beyond)).all(axis=(1, 2))
    return np.asarray(convex & ~bent & near & (share > 0.02) & (share < 1.3), np.bool_)


def areas(quads: Points) -> _Floats:
    """Give the areas of N×4×2 quads."""
    x, y = quads[..., 0], quads[..., 1]
    return np.asarray(np.abs((x * np.roll(y, -1, 1) - y * np.roll(x, -1, 1)).sum(axis=1)) / 2, np.float64)


def angles(quads: Points) -> _Floats:
    """Give the inner angles in degrees, N×4."""
    back, ahead = np.roll(quads, 1, axis=1) - quads, np.roll(quads, -1, axis=1) - quads
    lengths = np.linalg.norm(back, axis=-1) * np.linalg.norm(ahead, axis=-1)
    cosines = (back * ahead).sum(axis=-1) / np.maximum(lengths, 1e-9)
    return np.asarray(np.degrees(np.arccos(cosines.clip(-1, 1))), np.float64)


def _within(quads: Points, places: _Floats) -> Points:
    """Give the pixels of ``places`` (M×2, 0…1 across and down) of each quad, N×M×2."""
    u, v = places[:, 0], places[:, 1]
    weights = np.stack([(1 - u) * (1 - v), u * (1 - v), u * v, (1 - u) * v])
    return np.asarray(np.einsum("km,nkd->nmd", weights, quads), np.float64)


def _likeness(colours: _Reals, paper: _Reals) -> _Reals:
    apart = np.abs(colours - paper[:, None]) @ np.array([0.35, 1, 1], np.float32)
    return np.asarray(np.exp(-apart / _UNLIKE), np.float32)


def clockwise(quads: Points) -> Points:
    """Turn the order of the corners of N×4×2 quads so that they run clockwise on the screen."""
    x, y = quads[..., 0], quads[..., 1]
    against = (x * np.roll(y, -1, 1) - y * np.roll(x, -1, 1)).sum(axis=1) < 0
    return np.where(against[:, None, None], quads[:, ::-1], quads)

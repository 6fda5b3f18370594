"""Photographs of papers on desks, drawn small and fast, with the true borders of the sheet they are about.

Every scene is made of a few hundred faces and grounds (`corner_looks`) that are coloured, lit, bent, covered
and photographed anew; it does without any look of the generator that the finding of pages is measured on.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from bench.corner_looks import any_colour, clouds, draw_face, draw_ground
from numpy.random import Generator
from numpy.typing import NDArray

from scanning.frames import Pixels
from scanning.opencv import cv2

_Reals = NDArray[Any]  # of 32 bits, for speed
_Floats = NDArray[np.float64]

_ASPECTS = (16 / 9, 16 / 9, 4 / 3, 4 / 3, 3 / 2, 1.0)
_UNIT = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], np.float64)
_BORDER_STEPS = 24  # points a side


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """Hold a BGR picture and the border of its sheet (4×N×2 pixels, clockwise), None without a sheet."""

    picture: Pixels
    border: _Floats | None


@dataclass(frozen=True, slots=True, eq=False)
class _Bend:
    """Hold how a sheet is bent in the picture: how far aside each place is seen from where it lay flat."""

    way: _Floats
    """The direction of the movement, 2."""
    along: _Floats
    """Leads from a place to 0…1 along the sheet: 2 and a constant."""
    waves: tuple[tuple[float, float, float], ...]
    """Height in px, half waves along the sheet, and phase."""

    def at(self, x: _Reals, y: _Reals) -> _Reals:
        step = self.along[0] * x + self.along[1] * y + self.along[2]
        waves = [high * np.sin(np.pi * (half * step + phase)) for high, half, phase in self.waves]
        return np.asarray(np.sum(waves, axis=0))


class Stage:
    """Draw scene after scene from a stock of faces and grounds."""

    def __init__(self, rng: Generator, *, faces: int, grounds: int, long_side: int) -> None:
        self._rng, self._long_side = rng, long_side
        self._faces = [draw_face(rng) for _ in range(faces)]
        self._grounds = [draw_ground(rng) for _ in range(grounds)]

    def scene(self) -> Scene:
        """Draw a scene; one in fourteen holds no sheet."""
        rng = self._rng
        size = self._size()
        picture = self._desk(size)
        for _ in range(int(rng.choice([0, 1, 2, 4, 7], p=[0.4, 0.2, 0.15, 0.15, 0.1]))):
            self._thing(picture)
        for _ in range(int(rng.choice([0, 1, 2, 4], p=[0.55, 0.2, 0.15, 0.1]))):
            self._lay(picture, self._stray_corners(size), bent=rng.random() < 0.3)
        border = None
        if rng.random() > 0.07:
            corners = self._corners(size)
            border = self._lay(picture, corners, bent=rng.random() < 0.6)
            self._cover(picture, border)
        return Scene(self._photographed(picture), border)

    def _size(self) -> tuple[int, int]:
        aspect = float(self._rng.choice(_ASPECTS))
        long, short = self._long_side, round(self._long_side / aspect)
        return (short, long) if self._rng.random() < 0.35 else (long, short)

    def _desk(self, size: tuple[int, int]) -> _Reals:
        rng = self._rng
        ground = self._grounds[int(rng.integers(len(self._grounds)))]
        shrink = rng.uniform(0.35, 1.0)
        lens = _around(rng.uniform(0, 2 * np.pi), shrink, (ground.shape[1] / 2, ground.shape[0] / 2), size)
        how = cv2.BORDER_REFLECT_101
        picture = cv2.warpAffine(ground, lens, size, borderMode=how).astype(np.float32)
        if rng.random() < 0.5:
            picture = picture[..., rng.permutation(3)]
        if rng.random() < 0.2:
            self._second_ground(picture)
        return np.ascontiguousarray(picture)

    def _second_ground(self, picture: _Reals) -> None:
        """Let the desk end somewhere, with floor or wall beyond."""
        rng = self._rng
        height, width = picture.shape[:2]
        other = self._grounds[int(rng.integers(len(self._grounds)))]
        turn = rng.uniform(0, 2 * np.pi)
        across, down = np.meshgrid(np.arange(width), np.arange(height))
        aside = (across - width / 2) * np.cos(turn) + (down - height / 2) * np.sin(turn)
        beyond = aside > rng.uniform(0.2, 0.5) * min(width, height)
        picture[beyond] = cv2.resize(other, (width, height))[beyond]

    def _thing(self, picture: _Reals) -> None:
        """Put a pen, a cup, a telephone, a box or a cable somewhere."""
        rng = self._rng
        height, width = picture.shape[:2]
        middle = rng.uniform(0, 1, 2) * (width, height)
        colour, kind = any_colour(rng).tolist(), rng.integers(4)
        if kind == 0:
            radius = rng.uniform(0.02, 0.09) * width
            self._shade(picture, _ring(middle, radius))
            cv2.circle(picture, tuple(middle.astype(int)), int(radius), colour, -1, cv2.LINE_AA)
            cv2.circle(
                picture,
                tuple(middle.astype(int)),
                int(radius * 0.8),
                [v / 2 for v in colour],
                -1,
                cv2.LINE_AA,
            )
        elif kind == 1:
            steps = np.linspace(-0.5, 0.5, 30)
            wave = np.sin(steps * rng.uniform(3, 12)) * height * rng.uniform(0.03, 0.2)
            path = middle + np.stack([steps * width * rng.uniform(0.3, 1.2), wave], axis=1)
            cv2.polylines(
                picture, [path.astype(np.int32)], False, colour, int(rng.integers(1, 4)), cv2.LINE_AA
            )
        else:
            long, broad = rng.uniform(0.05, 0.4) * width, rng.uniform(0.01, 0.2) * width
            box = cv2.boxPoints((tuple(middle), (long, broad), rng.uniform(0, 180)))
            self._shade(picture, np.asarray(box, np.float64))
            cv2.fillPoly(picture, [box.astype(np.int32)], colour, cv2.LINE_AA)

    def _shade(self, picture: _Reals, outline: _Floats) -> None:
        rng = self._rng
        cover = np.zeros(picture.shape[:2], np.float32)
        cv2.fillPoly(cover, [(outline + rng.uniform(-4, 4, 2)).astype(np.int32)], 1)
        soft = cv2.GaussianBlur(cover, (0, 0), rng.uniform(0.8, 5))
        picture *= (1 - rng.uniform(0.1, 0.5) * soft)[..., None]

    def _corners(self, size: tuple[int, int]) -> _Floats:
        """Hold a camera over a sheet: its corners, clockwise; now and then one lies outside the picture."""
        rng = self._rng
        face = self._faces[int(rng.integers(len(self._faces)))]
        self._chosen = face
        seen = _seen_from(rng, face.shape[0] / face.shape[1], rng.choice([6, 16], p=[0.6, 0.4]))
        room, extent = np.array(size, np.float64), np.ptp(seen, axis=0)
        share = rng.uniform(0.55, 1.0) if rng.random() < 0.8 else rng.uniform(0.28, 0.55)
        if rng.random() < 0.08:
            share = rng.uniform(1.0, 1.1)
        seen = (seen - seen.min(axis=0)) * (room / extent).min() * share
        free = room - np.ptp(seen, axis=0)
        place = rng.uniform(0.02, 0.98, 2) if rng.random() < 0.5 else rng.normal(0.5, 0.15, 2)
        if rng.random() < 0.06:
            place = place + rng.choice([-0.12, 0.12], 2)
        return np.asarray(seen + free * place, np.float64)

    def _stray_corners(self, size: tuple[int, int]) -> _Floats:
        rng = self._rng
        self._chosen = self._faces[int(rng.integers(len(self._faces)))]
        seen = _seen_from(rng, self._chosen.shape[0] / self._chosen.shape[1], 6)
        scale = min(size) / np.ptp(seen, axis=0).max() * rng.uniform(0.3, 1.0)
        return np.asarray((seen - seen.mean(axis=0)) * scale + rng.uniform(-0.1, 1.1, 2) * size, np.float64)

    def _lay(self, picture: _Reals, corners: _Floats, *, bent: bool) -> _Floats:
        """Lay the chosen face down, with its shadow; give its border."""
        rng, face = self._rng, self._chosen
        height, width = picture.shape[:2]
        bend = self._bend(corners) if bent else None
        full = (_UNIT * (face.shape[1], face.shape[0])).astype(np.float32)
        lens = cv2.getPerspectiveTransform(corners.astype(np.float32), full)
        across, down = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
        lift = np.float32(0) if bend is None else bend.at(across, down).astype(np.float32)
        way = np.zeros(2) if bend is None else bend.way
        x, y = across + lift * np.float32(way[0]), down + lift * np.float32(way[1])
        far = lens[2, 0] * x + lens[2, 1] * y + lens[2, 2]
        u = ((lens[0, 0] * x + lens[0, 1] * y + lens[0, 2]) / far).astype(np.float32)
        v = ((lens[1, 0] * x + lens[1, 1] * y + lens[1, 2]) / far).astype(np.float32)
        shrink = np.sqrt(cv2.contourArea(corners.astype(np.float32)) / (face.shape[0] * face.shape[1]))
        soft = cv2.GaussianBlur(face, (0, 0), max(0.3, 0.4 / max(shrink, 0.2)))
        seen = cv2.remap(soft, u, v, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE).astype(np.float32)
        border = _border(corners, bend)
        cover = np.zeros((height, width), np.uint8)
        cv2.fillPoly(cover, [np.rint(border.reshape(-1, 2) * 16).astype(np.int32)], 255, cv2.LINE_AA, 4)
        share = cover[..., None].astype(np.float32) / 255
        self._cast(picture, share[..., 0])
        if bend is not None:
            slope = np.gradient(lift, axis=int(abs(bend.along[0]) < abs(bend.along[1])) ^ 1)
            seen *= (1 + rng.normal(0, 2.2) * np.clip(slope, -0.2, 0.2))[..., None]
        seen *= rng.uniform(0.85, 1.02)
        picture *= 1 - share
        picture += seen * share
        return border

    def _cast(self, picture: _Reals, share: _Reals) -> None:
        """Darken the desk beside a sheet: a thin line where it lies close, a broad one elsewhere."""
        rng = self._rng
        for width, dark in (
            (rng.uniform(0.6, 1.8), rng.uniform(0, 0.5)),
            (rng.uniform(2, 12), rng.uniform(0, 0.5)),
        ):
            if rng.random() < 0.75:
                shift = np.array([[1, 0, rng.normal(0, width)], [0, 1, rng.normal(0, width)]])
                moved = cv2.warpAffine(share, shift, share.shape[::-1])
                picture *= (1 - dark * cv2.GaussianBlur(moved, (0, 0), width))[..., None]

    def _bend(self, corners: _Floats) -> _Bend:
        rng = self._rng
        side = int(rng.integers(2))
        begin, end = corners[side], corners[side + 1]
        long = end - begin
        length = max(float(np.linalg.norm(long)), 1.0)
        other = corners[(side + 3) % 4] - begin
        way = other / max(float(np.linalg.norm(other)), 1e-6)
        if rng.random() < 0.2:
            way = _turned(way, rng.normal(0, 0.5))
        along = np.array([*(long / length**2), -(begin @ long) / length**2])
        high = length * min(float(rng.exponential(0.02)), 0.09)
        waves = [(high * rng.choice([-1, 1]), rng.uniform(0.5, 1.4), rng.uniform(0, 1))]
        if rng.random() < 0.5:
            waves.append((high * rng.normal(0, 0.4), rng.uniform(1.5, 3), rng.uniform(0, 1)))
        return _Bend(way, along, tuple(waves))

    def _cover(self, picture: _Reals, border: _Floats) -> None:
        """Put fingers, another sheet, a card or a pen over a part of the sheet."""
        rng = self._rng
        if rng.random() < 0.3:
            for _ in range(int(rng.integers(1, 5))):
                self._finger(picture, border)
        if rng.random() < 0.14:
            self._sheet_over(picture, border)
        if rng.random() < 0.1:
            self._thing(picture)

    def _finger(self, picture: _Reals, border: _Floats) -> None:
        rng = self._rng
        middle = border.reshape(-1, 2).mean(axis=0)
        wide = np.linalg.norm(border[0, -1] - border[0, 0])
        edge = border.reshape(-1, 2)[int(rng.integers(4 * _BORDER_STEPS))]
        way = _turned((middle - edge) / max(float(np.linalg.norm(middle - edge)), 1.0), rng.normal(0, 0.4))
        tip, thick = edge + way * wide * rng.uniform(0.0, 0.12), wide * rng.uniform(0.05, 0.12)
        base = edge - way * wide * rng.uniform(0.4, 1.0)
        cover = np.zeros(picture.shape[:2], np.float32)
        cv2.line(cover, tuple(tip.astype(int)), tuple(base.astype(int)), 1, max(2, int(thick)), cv2.LINE_AA)
        shade = cv2.GaussianBlur(np.roll(cover, (2, 2), (0, 1)), (0, 0), 2.5)
        light = cv2.GaussianBlur(cover, (0, 0), max(0.5, float(thick) / 4))
        skin = rng.uniform(0.35, 1.0) * np.array(
            [rng.uniform(100, 170), rng.uniform(135, 195), rng.uniform(185, 240)]
        )
        if rng.random() < 0.15:
            skin = any_colour(rng).astype(np.float64)
        picture *= (1 - 0.35 * shade)[..., None]
        picture *= 1 - cover[..., None]
        picture += cover[..., None] * skin.astype(np.float32) * (0.5 + 0.5 * light)[..., None]

    def _sheet_over(self, picture: _Reals, border: _Floats) -> None:
        """Lay a smaller or larger sheet over a corner or a side, or a card upon the sheet."""
        rng = self._rng
        points = border.reshape(-1, 2)
        middle, wide = points.mean(axis=0), np.ptp(points, axis=0).min()
        self._chosen = self._faces[int(rng.integers(len(self._faces)))]
        seen = _seen_from(rng, self._chosen.shape[0] / self._chosen.shape[1], 6)
        small = rng.uniform(0.2, 0.5) if rng.random() < 0.6 else rng.uniform(0.5, 1.1)
        seen = (seen - seen.mean(axis=0)) / np.ptp(seen, axis=0).max() * wide * small
        edge = points[int(rng.integers(len(points)))] - middle
        out = rng.uniform(0.2, 0.9) if small < 0.5 else 0.85 + small / 2
        self._lay(picture, seen + middle + edge * out, bent=rng.random() < 0.2)

    def _photographed(self, picture: _Reals) -> Pixels:
        """Light the scene and take the picture: shadows, glare, colour, blur, noise, JPEG."""
        rng = self._rng
        height, width = picture.shape[:2]
        across, down = np.meshgrid(
            np.linspace(-0.5, 0.5, width, dtype=np.float32), np.linspace(-0.5, 0.5, height, dtype=np.float32)
        )
        turn = rng.uniform(0, 2 * np.pi)
        light = 1 - rng.uniform(0, 0.6) * (across * np.cos(turn) + down * np.sin(turn))
        light -= rng.uniform(0, 0.6) * (across**2 + down**2)
        if rng.random() < 0.45:
            light *= self._shadow((height, width))
        picture = picture * light[..., None].astype(np.float32)
        if rng.random() < 0.15:
            middle, wide = rng.uniform(-0.4, 0.4, 2), rng.uniform(0.03, 0.14, 2)
            glow = np.exp(-(((across - middle[0]) / wide[0]) ** 2 + ((down - middle[1]) / wide[1]) ** 2) / 2)
            picture = picture + (glow * rng.uniform(40, 220))[..., None]
        picture = picture * (rng.uniform(0.5, 1.15) * rng.normal(1, 0.05, 3)).astype(np.float32)
        if rng.random() < 0.06:
            picture = np.repeat(picture.mean(axis=2, keepdims=True), 3, axis=2)
        picture = 255 * np.clip(picture / 255, 0, 1) ** np.float32(rng.uniform(0.75, 1.35))
        if rng.random() < 0.5:
            picture = np.asarray(cv2.GaussianBlur(picture, (0, 0), rng.uniform(0.3, 1.3)))
        noise = rng.standard_normal((height, width, 3), np.float32) * np.float32(rng.uniform(0.5, 7))
        taken = np.clip(picture + noise, 0, 255).astype(np.uint8)
        if rng.random() < 0.25:
            _, packed = cv2.imencode(".jpg", taken, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(35, 90))])
            taken = np.asarray(cv2.imdecode(packed, cv2.IMREAD_COLOR), np.uint8)
        return np.asarray(taken, np.uint8)

    def _shadow(self, size: tuple[int, int]) -> _Reals:
        rng = self._rng
        if rng.random() < 0.25:
            return np.asarray(
                1 - rng.uniform(0, 0.16) * np.clip(clouds(rng, size, finest=8, decay=0.6), -1, 2), np.float32
            )
        cover = np.zeros(size, np.float32)
        for _ in range(int(rng.integers(1, 3))):
            turns = np.sort(rng.uniform(0, 2 * np.pi, int(rng.integers(4, 9))))
            reach = rng.uniform(0.1, 0.7, len(turns)) * size[1]
            outline = (
                np.stack([np.cos(turns), np.sin(turns)], 1) * reach[:, None]
                + rng.uniform(0, 1, 2) * size[::-1]
            )
            cv2.fillPoly(cover, [outline.astype(np.int32)], 1, cv2.LINE_AA)
        return 1 - rng.uniform(0.1, 0.6) * cv2.GaussianBlur(cover, (0, 0), rng.uniform(0.5, 12))


def _seen_from(rng: Generator, tall: float, tilt: float) -> _Floats:
    """See a sheet (height over width) turned and tilted at random; corners around zero, clockwise."""
    flat = (_UNIT - 0.5) * (1, tall) / max(1, tall)
    roll = rng.integers(4) * np.pi / 2 + (
        rng.normal(0, 0.12) if rng.random() < 0.7 else rng.uniform(-0.8, 0.8)
    )
    flat = np.column_stack(
        [flat @ np.array([[np.cos(roll), np.sin(roll)], [-np.sin(roll), np.cos(roll)]]), np.zeros(4)]
    )
    down, aside = np.deg2rad(rng.normal(0, tilt, 2))
    flat = flat @ np.array([[1, 0, 0], [0, np.cos(down), -np.sin(down)], [0, np.sin(down), np.cos(down)]])
    flat = flat @ np.array([[np.cos(aside), 0, np.sin(aside)], [0, 1, 0], [-np.sin(aside), 0, np.cos(aside)]])
    return np.asarray(flat[:, :2] / (rng.uniform(1.0, 2.6) + flat[:, 2:]), np.float64)


def _border(corners: _Floats, bend: _Bend | None) -> _Floats:
    """Give the border of a sheet that lies flat at ``corners``, once it is bent."""
    steps = np.linspace(0, 1, _BORDER_STEPS)[:, None]
    flat = np.stack([a + (b - a) * steps for a, b in zip(corners, np.roll(corners, -1, axis=0), strict=True)])
    seen = flat
    if bend is not None:
        for _ in range(12):
            seen = flat - bend.at(seen[..., 0], seen[..., 1])[..., None] * bend.way
    return np.asarray(seen, np.float64)


def _around(turn: float, scale: float, middle: tuple[float, float], size: tuple[int, int]) -> _Floats:
    lens = np.asarray(cv2.getRotationMatrix2D(middle, np.degrees(turn), 1 / scale), np.float64)
    lens[:, 2] += np.array(size) / 2 - middle
    return lens


def _ring(middle: _Floats, radius: float) -> _Floats:
    turns = np.linspace(0, 2 * np.pi, 30)
    return middle + radius * np.stack([np.cos(turns), np.sin(turns)], axis=1)


def _turned(way: _Floats, turn: float) -> _Floats:
    return np.array(
        [way[0] * np.cos(turn) - way[1] * np.sin(turn), way[0] * np.sin(turn) + way[1] * np.cos(turn)]
    )

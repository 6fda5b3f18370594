"""Photographs of invented citizen cards at true scale, by the physics of a cheap webcam, each from its seed.

A card of 85.6 × 54 mm with a code of 14 mm stands before a pinhole camera. Light is added up in linear
units: paper and ink, shadow, finger, hot spot. Then the lens spreads it, movement smears it, the sensor
counts it with shot and read noise, and the camera's own sharpening and JPEG follow.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import segno
from numpy.random import Generator
from numpy.typing import NDArray

from scanning.frames import Frame, Pixels
from scanning.opencv import cv2
from scanning.payload import Corners
from scanning.practice_motion import Pose

Light = NDArray[np.float32]
Size = tuple[int, int]  # width, height

_CARD_MM = (85.6, 54.0)
_CODE_MM = 14.0
_CODE_AT_MM = (66.0, 5.0)  # of its top left corner, from the card's
_TEXEL = 8  # pixels of the card's drawing a module
_FINER = 2  # the scene is drawn so many times finer than the sensor sees it
_GAMMA = 2.2
_FULL_WELL = 6000.0  # electrons at white in good light
_READ_NOISE = 12.0
_LENS = 0.5  # px; what even a focused lens and its colour filter spread


@dataclass(frozen=True, slots=True)
class Shot:
    """Hold how one photograph is taken.

    ``code_px`` is the width of the code before it tilts; ``tilt``, ``towards``, ``roll`` and ``moving`` are
    degrees; ``defocus`` is the radius and ``motion`` the length of the blur in modules; ``light`` and ``ink``
    are shares of the full; ``glare`` is the share of the code burnt out; ``finger`` the modules covered.
    """

    size: Size = (1280, 720)
    code_px: float = 170.0
    tilt: float = 6.0
    towards: float = 40.0
    roll: float = 5.0
    defocus: float = 0.1
    motion: float = 0.0
    moving: float = 20.0
    light: float = 0.8
    ink: float = 0.9
    glare: float = 0.0
    finger: float = 0.0
    shadow: float = 0.0
    sharpening: float = 0.4
    mirrored: bool = False
    jpeg: int = 85
    seed: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Photograph:
    """Hold what the camera gives, and where the code stands in it (clockwise from its own top left)."""

    frame: Frame
    corners: Corners


@dataclass(frozen=True, slots=True, eq=False)
class _Card:
    """Hold a card's drawing (light 0 to 1), its pixels a millimetre, and its modules a side."""

    drawing: Light
    scale: float
    modules: int


def photograph(said: str | bytes, shot: Shot) -> Photograph:
    """Take one photograph of a card whose code says a text, or bytes that need not be one."""
    rng = np.random.default_rng(shot.seed)
    card = _card(said if isinstance(said, bytes) else said.encode(), shot.ink)
    module = shot.code_px / card.modules
    way = _way(shot)
    seen = _laid_on_desk(card, way, shot, rng)
    corners = _through(way, _code_corners())
    seen = _lit(seen, corners, shot, rng)
    seen = _covered(seen, way, module, shot, rng)
    seen = _spread(seen, shot, module)
    return _developed(seen, corners, shot, rng)


@lru_cache(maxsize=8)
def _card(said: bytes, ink: float) -> _Card:
    symbol = segno.make(said, mode="byte", error="m", micro=False, boost_error=False)
    dark = np.array([list(row) for row in symbol.matrix], np.uint8)
    scale = _TEXEL * len(dark) / _CODE_MM
    width, height = (round(side * scale) for side in _CARD_MM)
    down, across = np.indices((height, width), np.float32) / scale
    waves = np.sin(across * 1.7 + 3 * np.sin(down * 0.6)) + np.sin(down * 4.1 + 2 * np.sin(across * 0.9))
    face = np.asarray(158 + 5 * waves, np.uint8)
    for line in range(9):
        at, words = (
            (round(26 * scale), round((16 + 4.2 * line) * scale)),
            ascii(said[line * 9 : line * 9 + 22])[2:-1],
        )
        cv2.putText(face, words, at, cv2.FONT_HERSHEY_SIMPLEX, scale / 14, 20, 3)
    cv2.ellipse(face, ((14 * scale, 32 * scale), (15 * scale, 21 * scale), 0), 76, -1)
    drawing = face.astype(np.float32) / 255
    left, top = (round(at * scale) for at in _CODE_AT_MM)
    rim, side = 2 * _TEXEL, _TEXEL * len(dark)
    drawing[top - rim : top + side + rim, left - rim : left + side + rim] = 0.66
    modules = np.kron(dark, np.ones((_TEXEL, _TEXEL), np.uint8))
    drawing[top : top + side, left : left + side] -= 0.6 * ink * modules
    return _Card(np.asarray(drawing, np.float32), scale, len(dark))


def _way(shot: Shot) -> NDArray[np.float64]:
    """Give the map from millimetres on the card to pixels; the code stands in the middle of the frame."""
    towards = np.deg2rad(shot.towards)
    tilt = (shot.tilt * float(np.cos(towards)), shot.tilt * float(np.sin(towards)))
    pose = Pose(0.01, 0.01, shot.code_px / _CODE_MM / shot.size[0], shot.roll, tilt, defocus=0)
    middle = (_CODE_AT_MM[0] + _CODE_MM / 2, _CODE_AT_MM[1] + _CODE_MM / 2)
    shift = np.array([[1, 0, -middle[0]], [0, 1, -middle[1]], [0, 0, 1]])
    return np.asarray(pose.lens(shot.size) @ shift, np.float64)


def _code_corners() -> Light:
    left, top = _CODE_AT_MM
    right, bottom = left + _CODE_MM, top + _CODE_MM
    return np.array([[left, top], [right, top], [right, bottom], [left, bottom]], np.float32)


def _through(way: NDArray[np.float64], points: Light) -> Light:
    return np.asarray(cv2.perspectiveTransform(points[None], way)[0], np.float32)


def _laid_on_desk(card: _Card, way: NDArray[np.float64], shot: Shot, rng: Generator) -> Light:
    """Draw the card over a desk with papers, finer than the sensor sees, and gather it into pixels."""
    width, height = (_FINER * side for side in shot.size)
    desk = np.full((height, width), rng.uniform(0.05, 0.5), np.float32)
    for _ in range(4):
        middle, sides = rng.uniform(0, 1, 2) * (width, height), rng.uniform(0.1, 0.4, 2) * width
        paper = (
            (float(middle[0]), float(middle[1])),
            (float(sides[0]), float(sides[1])),
            rng.uniform(0, 180),
        )
        cv2.fillConvexPoly(desk, np.asarray(cv2.boxPoints(paper), np.int32), float(rng.uniform(0.02, 0.8)))
    share = min(1.0, 1.15 * _FINER * shot.code_px / _CODE_MM / card.scale)
    drawn = cv2.resize(card.drawing, None, fx=share, fy=share, interpolation=cv2.INTER_AREA)
    texel = card.scale * share
    finer = (
        np.diag([_FINER, _FINER, 1.0])
        @ way
        @ np.array([[1 / texel, 0, 0.5 / texel], [0, 1 / texel, 0.5 / texel], [0, 0, 1]])
    )
    finer = np.array([[1, 0, -0.5], [0, 1, -0.5], [0, 0, 1]]) @ finer
    cv2.warpPerspective(drawn, finer, (width, height), dst=desk, borderMode=cv2.BORDER_TRANSPARENT)
    return np.asarray(cv2.resize(desk, shot.size, interpolation=cv2.INTER_AREA), np.float32)


def _lit(seen: Light, corners: Light, shot: Shot, rng: Generator) -> Light:
    """Let a lamp fall off, a shadow's edge cross the code, and a hot spot lie on it."""
    down, across = np.indices(seen.shape, np.float32)
    middle, side = corners.mean(axis=0), float(np.linalg.norm(corners[1] - corners[0]))
    turn = rng.uniform(0, 2 * np.pi)
    along = ((across - middle[0]) * np.cos(turn) + (down - middle[1]) * np.sin(turn)) / side
    lit = seen * np.clip(1 + 0.03 * along, 0.5, 1.5)
    if shot.shadow:
        lit = lit * (1 - shot.shadow / (1 + np.exp(-np.clip(30 * along, -50, 50))))
    if shot.glare:
        spot = corners[0] + rng.uniform(0.3, 0.7) * (corners[1] - corners[0])
        spot = spot + rng.uniform(0.3, 0.7) * (corners[3] - corners[0])
        reach = np.sqrt(shot.glare / np.pi) * side
        far = np.hypot(across - spot[0], 1.3 * (down - spot[1])) / reach
        lit = lit + 1.3 * np.exp(-np.clip((far - 0.85) / 0.2, 0, 30))
    return np.asarray(lit, np.float32)


def _covered(seen: Light, way: NDArray[np.float64], module: float, shot: Shot, rng: Generator) -> Light:
    """Lay a finger tip over a corner of the code, reaching so many modules in."""
    if not shot.finger:
        return seen
    modules_a_mm = shot.code_px / module / _CODE_MM
    corner = _code_corners()[int(rng.integers(1, 4))]
    inwards = np.array(_CODE_AT_MM) + _CODE_MM / 2 - corner
    reach, radius = shot.finger / modules_a_mm, 4.5
    middle = corner + inwards / np.linalg.norm(inwards) * (reach - radius)
    around = np.linspace(0, 2 * np.pi, 40)
    ring = middle + radius * np.stack([np.cos(around), np.sin(around)], axis=1)
    cover = np.zeros(seen.shape, np.uint8)
    cv2.fillPoly(
        cover, [np.asarray(_through(way, ring.astype(np.float32)) * 8, np.int32)], 255, cv2.LINE_AA, 3
    )
    share = np.asarray(cv2.GaussianBlur(cover, (0, 0), 0.7), np.float32) / 255
    return np.asarray(seen * (1 - share) + 0.35 * share, np.float32)


def _spread(seen: Light, shot: Shot, module: float) -> Light:
    """Blur by the lens out of focus, by the lens in focus, and by movement."""
    disc, streak = _disc(shot.defocus * module), _streak(shot.motion * module, np.deg2rad(shot.moving))
    soft = cv2.GaussianBlur(cv2.filter2D(seen, -1, disc, borderType=cv2.BORDER_REFLECT), (0, 0), _LENS)
    return np.asarray(cv2.filter2D(soft, -1, streak, borderType=cv2.BORDER_REFLECT), np.float32)


def _disc(radius: float) -> Light:
    """Give the blur of a round aperture, each pixel by how much of it the disc covers."""
    reach, fine = int(np.ceil(radius)) + 1, 9
    at = (np.arange((2 * reach + 1) * fine) + 0.5) / fine - reach - 0.5
    inside = (np.hypot(at[:, None], at[None]) <= max(radius, 0.06)).astype(np.float32)
    kernel = inside.reshape(2 * reach + 1, fine, 2 * reach + 1, fine).sum(axis=(1, 3))
    return np.asarray(kernel / kernel.sum(), np.float32)


def _streak(length: float, direction: float) -> Light:
    """Give the blur of an even movement while the shutter is open."""
    reach = int(np.ceil(length / 2)) + 1
    kernel = np.zeros((2 * reach + 1, 2 * reach + 1), np.float32)
    for along in np.linspace(-length / 2, length / 2, 64):
        x, y = reach + along * np.cos(direction), reach + along * np.sin(direction)
        left, top = int(x), int(y)
        for column, row in ((left, top), (left + 1, top), (left, top + 1), (left + 1, top + 1)):
            kernel[row, column] += (1 - abs(x - column)) * (1 - abs(y - row))
    return np.asarray(kernel / kernel.sum(), np.float32)


def _developed(seen: Light, corners: Light, shot: Shot, rng: Generator) -> Photograph:
    """Count the light with noise, then sharpen, mirror and compress as the camera does."""
    electrons = np.clip(seen, 0, 1.6) * _FULL_WELL * shot.light
    noise = rng.standard_normal(seen.shape, np.float32) * np.sqrt(electrons + _READ_NOISE**2)
    signal = np.clip((electrons + noise) / (_FULL_WELL * shot.light), 0, 1) ** (1 / _GAMMA) * 255
    sharp = signal + shot.sharpening * (signal - cv2.GaussianBlur(signal, (0, 0), 1.2))
    gray = np.clip(sharp, 0, 255).astype(np.uint8)
    if shot.mirrored:
        gray = np.ascontiguousarray(gray[:, ::-1])
        corners = corners * (-1, 1) + (shot.size[0] - 1, 0)
    return Photograph(_compressed(gray, shot.jpeg), _four(corners))


def _compressed(gray: Pixels, quality: int) -> Frame:
    _, data = cv2.imencode(".jpg", gray, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return Frame(np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR), np.uint8))


def _four(corners: Light) -> Corners:
    a, b, c, d = ((float(x), float(y)) for x, y in corners)
    return (a, b, c, d)

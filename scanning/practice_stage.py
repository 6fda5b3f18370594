"""The practice hall's stage: a calm desk under a lamp, the hand that brings a card, grain of the sensor.

Everything is drawn from a seed, once; nothing here moves.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from scanning.frames import Pixels
from scanning.opencv import cv2

Size = tuple[int, int]  # width, height

_GRAIN_TILE = 480  # px; noise that repeats this far apart looks new
_OAK, _GRAY = (128, 163, 196), (172, 171, 168)
_SKIN, _SKIN_SHADE, _NAIL = (146, 176, 222), (98, 124, 176), (176, 196, 232)

CARD_MM = (85.6, 54.0)
# The held card and its hand are drawn on one canvas in the plane of the card, its middle at (_LEFT, _TOP) mm.
CANVAS_MM = (106.0, 128.0)
_LEFT, _TOP = 50.0, 33.0
TEXEL = 9.0  # canvas pixels a millimetre: a little finer than the camera sees
_COARSE = 3.0  # the same for hand and shadow, which have no fine lines


def desk(size: Size, rng: Generator) -> Pixels:
    """Draw the desk top of ``size`` under a lamp that stands to one side."""
    wooden = rng.random() < 0.5
    base = np.array(_OAK if wooden else _GRAY, np.float32)
    grain = _streaks(size, rng) if wooden else _speckle(size, rng)
    light = _lamp(size, rng)
    surface = (base + grain[..., None] * np.array([0.9, 1.0, 1.1], np.float32)) * light[..., None]
    return np.asarray(np.clip(surface, 0, 255), np.uint8)


def sensor_grain(size: Size, rng: Generator, *, strength: float) -> Pixels:
    """Draw noise around 128, a little softer than white noise, as a webcam's own clean-up leaves it."""
    width, height = size
    noise = rng.standard_normal((_GRAIN_TILE, _GRAIN_TILE, 3), np.float32) * strength
    soft = np.asarray(cv2.GaussianBlur(noise, (3, 3), 0.6), np.float32)
    tile = np.clip(np.rint(soft * 1.6 + 128), 0, 255).astype(np.uint8)
    return np.tile(tile, (-(-height // _GRAIN_TILE), -(-width // _GRAIN_TILE), 1))[:height, :width].copy()


@dataclass(frozen=True, slots=True)
class Sprite:
    """Hold a drawing with soft edges on the canvas: H×W×4, colour already multiplied by its cover."""

    pixels: Pixels

    def enlarged(self) -> "Sprite":
        """Bring a coarse drawing to the size of the canvas."""
        size = (round(CANVAS_MM[0] * TEXEL), round(CANVAS_MM[1] * TEXEL))
        return Sprite(np.asarray(cv2.resize(self.pixels, size, interpolation=cv2.INTER_LINEAR), np.uint8))

    def over(self, below: "Sprite") -> "Sprite":
        """Lay this drawing on top of another one."""
        gap = 255 - self.pixels[..., 3]
        covered = cv2.multiply(below.pixels, cv2.merge([gap] * 4), scale=1 / 255)
        return Sprite(np.asarray(cv2.add(self.pixels, covered), np.uint8))


@dataclass(frozen=True, slots=True)
class Hand:
    """Hold the parts of a hand that lie behind and before the card it holds."""

    behind: Sprite
    before: Sprite

    @classmethod
    def drawn(cls) -> Self:
        """Draw a hand that holds a card by its lower edge, and the shadow both throw on the desk."""
        return cls(_palm().over(_shadow()).enlarged(), _thumb().enlarged())

    def holding(self, face: Pixels) -> Sprite:
        """Draw this hand with a card."""
        return self.before.over(_card(face)).over(self.behind)


def canvas_to_card() -> NDArray[np.float64]:
    """Give the 3×3 map from canvas pixels to millimetres from the middle of the card."""
    return np.array([[1 / TEXEL, 0, -_LEFT], [0, 1 / TEXEL, -_TOP], [0, 0, 1]], np.float64)


def _streaks(size: Size, rng: Generator) -> NDArray[np.float32]:
    width, height = size
    lines = rng.standard_normal((height, max(3, width // 160)), np.float32)
    lines = np.asarray(cv2.GaussianBlur(lines, (1, 5), 1.2), np.float32)
    fine = np.asarray(cv2.resize(lines, size, interpolation=cv2.INTER_CUBIC), np.float32)
    broad = rng.standard_normal((max(3, height // 90), 3), np.float32)
    return fine * 5 + np.asarray(cv2.resize(broad, size, interpolation=cv2.INTER_CUBIC), np.float32) * 6


def _speckle(size: Size, rng: Generator) -> NDArray[np.float32]:
    width, height = size
    dots = rng.standard_normal((height // 2, width // 2), np.float32)
    clouds = rng.standard_normal((max(3, height // 120), max(3, width // 120)), np.float32)
    fine = np.asarray(cv2.resize(dots, size, interpolation=cv2.INTER_LINEAR), np.float32)
    return fine * 2 + np.asarray(cv2.resize(clouds, size, interpolation=cv2.INTER_CUBIC), np.float32) * 4


def _lamp(size: Size, rng: Generator) -> NDArray[np.float32]:
    x, y = np.meshgrid(np.linspace(-1, 1, 64), np.linspace(-1, 1, 64))
    angle = rng.uniform(0, 2 * np.pi)
    light = (1 + 0.10 * (x * np.cos(angle) + y * np.sin(angle))) * (1.0 - 0.10 * (x * x + y * y))
    return np.asarray(cv2.resize(light.astype(np.float32), size, interpolation=cv2.INTER_LINEAR), np.float32)


def _blank() -> Pixels:
    return np.zeros((round(CANVAS_MM[1] * _COARSE), round(CANVAS_MM[0] * _COARSE)), np.uint8)


def _coarse(x: float, y: float) -> tuple[int, int]:
    """Give the coarse pixel of a point in millimetres from the middle of the card."""
    return round((x + _LEFT) * _COARSE), round((y + _TOP) * _COARSE)


def _ellipse(mask: Pixels, middle: tuple[float, float], half: tuple[float, float], turn: float = 0) -> None:
    axes = (round(half[0] * _COARSE), round(half[1] * _COARSE))
    cv2.ellipse(mask, _coarse(*middle), axes, turn, 0, 360, 255, cv2.FILLED, cv2.LINE_AA)


def _rounded(mask: Pixels, light: tuple[int, ...], shade: tuple[int, ...], depth_mm: float) -> Sprite:
    """Colour a shape as if it were round: shaded towards its rim, over ``depth_mm``."""
    depth = cv2.distanceTransform(mask, cv2.DIST_L2, 3) / (depth_mm * _COARSE)
    height = np.sqrt(np.clip(depth, 0, 1)).astype(np.float32)
    height = np.asarray(cv2.GaussianBlur(height, (0, 0), _COARSE), np.float32)[..., None]
    colour = np.array(light, np.float32) * height + np.array(shade, np.float32) * (1 - height)
    share = np.asarray(cv2.GaussianBlur(mask, (0, 0), 0.6), np.float32)[..., None] / 255
    return Sprite(np.asarray(np.dstack([colour * share, share * 255]), np.uint8))


def _palm() -> Sprite:
    """Draw the hand's inside and, over it, the four fingers that go up behind the card."""
    palm = _blank()
    _ellipse(palm, (8, 78), (33, 42), 4)
    hand = _rounded(palm, _SKIN, _SKIN_SHADE, 14)
    for x, turn in ((-19, 82), (-3, 86), (13, 90), (28, 95)):
        finger = _blank()
        _ellipse(finger, (x, 34), (27, 8.4), turn)
        hand = _rounded(finger, _SKIN, _SKIN_SHADE, 7).over(hand)
    return hand


def _thumb() -> Sprite:
    thumb, ball, nail = _blank(), _blank(), _blank()
    _ellipse(thumb, (-4, 34), (14, 8), 100)
    _ellipse(ball, (2, 58), (24, 13), 76)
    _ellipse(nail, (-2.5, 25.5), (4.8, 3.7), 100)
    skin = _rounded(thumb, _SKIN, _SKIN_SHADE, 7).over(_rounded(ball, _SKIN, _SKIN_SHADE, 10))
    return _rounded(nail, _NAIL, (150, 172, 214), 3).over(skin)


def _shadow() -> Sprite:
    shape = _blank()
    right, down = CARD_MM[0] / 2, CARD_MM[1] / 2
    cv2.rectangle(shape, _coarse(3 - right, 4 - down), _coarse(right + 3, down + 4), 110, cv2.FILLED)
    soft = np.asarray(cv2.GaussianBlur(shape, (0, 0), 3 * _COARSE), np.uint8)
    return Sprite(np.dstack([np.zeros((*shape.shape, 3), np.uint8), soft]))


def _card(face: Pixels) -> Sprite:
    """Lay the card's face on the canvas, its corners rounded as ISO 7810 has them."""
    width, height = round(CARD_MM[0] * TEXEL), round(CARD_MM[1] * TEXEL)
    left, top = round((_LEFT - CARD_MM[0] / 2) * TEXEL), round((_TOP - CARD_MM[1] / 2) * TEXEL)
    cover = _round_corners(width, height)
    shrunk = cv2.resize(face, (width, height), interpolation=cv2.INTER_AREA)
    colour = cv2.multiply(cv2.add(shrunk, _reflection(width, height)), cv2.merge([cover] * 3), scale=1 / 255)
    canvas = np.zeros((round(CANVAS_MM[1] * TEXEL), round(CANVAS_MM[0] * TEXEL), 4), np.uint8)
    canvas[top : top + height, left : left + width] = np.dstack([np.asarray(colour, np.uint8), cover])
    return Sprite(canvas)


def _reflection(width: int, height: int) -> Pixels:
    """Let the lamp shine softly on the left half of the plastic, away from writing and code."""
    x, y = np.meshgrid(np.arange(width) / width - 0.23, np.arange(height) / width - 0.22)
    spot = 26 * np.exp(-90 * (x * x + 2.2 * y * y))
    return np.repeat(spot.astype(np.uint8)[:, :, None], 3, axis=2)


def _round_corners(width: int, height: int) -> Pixels:
    radius = round(3.18 * TEXEL)
    mask = np.zeros((height, width), np.uint8)
    cv2.rectangle(mask, (radius, 0), (width - 1 - radius, height - 1), 255, cv2.FILLED)
    cv2.rectangle(mask, (0, radius), (width - 1, height - 1 - radius), 255, cv2.FILLED)
    for x in (radius, width - 1 - radius):
        for y in (radius, height - 1 - radius):
            cv2.circle(mask, (x, y), radius, 255, cv2.FILLED, cv2.LINE_AA)
    return mask

"""Type as it stands on cards, seen by a camera from any side, with everything about it known."""

from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from scanning.frames import Frame, Pixels
from scanning.opencv import cv2
from scanning.practice_motion import Pose

ZONE = (
    "IDVNM1990000173000199000017<<3",
    "9903159F3903157VNM<<<<<<<<<<<6",
    "NGUYEN<<THI<THU<HA<<<<<<<<<<<<",
)
NUMBER = "000199000017"

_FONTS = Path(__file__).parents[3] / "resources" / "fonts"
_MM = 20  # pixels a millimetre of a drawn card
_SIZE = (1280, 720)


def zone_card(lines: tuple[str, ...] = ZONE, *, thumb: bool = False) -> Pixels:
    """Draw a card's back with its zone in OCR-B, perhaps with a thumb over the name's first half."""
    card = _blank()
    font = ImageFont.truetype(_FONTS / "OCRB.ttf", 2.54 / 0.723 * _MM)
    for row, line in enumerate(lines):
        ImageDraw.Draw(card).text((4.7 * _MM, (41.9 + 25.4 / 6 * row) * _MM), line, 30, font, "ls")
    if thumb:
        ImageDraw.Draw(card).ellipse((15 * _MM, 47.4 * _MM, 40 * _MM, 70 * _MM), 150)
    return np.asarray(card, np.uint8)


def number_card(number: str = NUMBER, *, face: str = "LiberationSans-Bold") -> Pixels:
    """Draw a card's front with a label, a number of 11 points, and a name below."""
    card = _blank()
    label, large = (ImageFont.truetype(_FONTS / f"{face}.ttf", points * 0.3528 * _MM) for points in (5, 11))
    pen = ImageDraw.Draw(card)
    pen.text((26 * _MM, 24.5 * _MM), "Số / No.:", 60, label, "ls")
    pen.text((36 * _MM, 24.5 * _MM), number, 30, large, "ls")
    pen.text((26 * _MM, 31 * _MM), "NGUYỄN THỊ THU HÀ", 30, large, "ls")
    return np.asarray(card, np.uint8)


def held(card: Pixels, roll: float, *, tilt: tuple[float, float] = (8, -11), px_a_mm: float = 7.2) -> Frame:
    """See a card over a desk through a slightly soft, noisy camera; ``roll`` and ``tilt`` in degrees."""
    pose = Pose(0.01, -0.02, scale=px_a_mm / _SIZE[0], roll=roll, tilt=tilt, defocus=0)
    to_mm = np.array([[1 / _MM, 0, -42.8], [0, 1 / _MM, -27], [0, 0, 1]])
    finer = cv2.GaussianBlur(card, (0, 0), 0.45 * _MM / px_a_mm)
    lens = pose.lens(_SIZE) @ to_mm
    seen = cv2.warpPerspective(finer, lens, _SIZE, borderMode=cv2.BORDER_CONSTANT, borderValue=(120,))
    soft = cv2.GaussianBlur(seen, (0, 0), max(0.4, 0.17 * px_a_mm))
    noisy = soft.astype(np.float32) + np.random.default_rng(1).normal(0, 3, soft.shape)
    return Frame(np.repeat(np.clip(noisy, 0, 255).astype(np.uint8)[:, :, None], 3, axis=2))


def _blank() -> Image.Image:
    return Image.new("L", (round(85.6 * _MM), 54 * _MM), 225)

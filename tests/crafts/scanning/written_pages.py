"""Pages of typed Vietnamese, and photographs of them lying crooked and curled."""

from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from scanning.frames import Frame
from scanning.opencv import cv2

Reals = NDArray[np.float64]

_FONT = Path(__file__).parents[3] / "resources" / "fonts" / "LiberationSerif-Regular.ttf"
_WORDS = "Kính gửi Ủy ban nhân dân phường Đống Đa, tôi đề nghị xác nhận thông tin về cư trú của gia đình"
UNIT = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], np.float32)
RED, BLUE = (40, 35, 200), (160, 60, 25)
STAMP, SIGNATURE = (1180, 1950), ((360, 1900), (760, 2010))  # on a page at 200 dpi


@cache
def written_page(*, coloured: bool = False) -> Frame:
    """Give an upright A4 page of print at 200 dpi, if coloured with a red stamp and a blue stroke."""
    picture = Image.new("RGB", (1654, 2339), "white")
    pen, font = ImageDraw.Draw(picture), ImageFont.truetype(str(_FONT), 36)
    for line in range(30):
        words = _WORDS[line % 7 :] if line % 4 != 3 else _WORDS[:40]
        pen.text((180, 200 + 52 * line), words, fill=(20, 20, 20), font=font)
    pixels = np.asarray(picture, np.uint8)[:, :, ::-1].copy()
    if coloured:
        cv2.circle(pixels, STAMP, 130, RED, 12)
        cv2.line(pixels, *SIGNATURE, BLUE, 7)
    return Frame(pixels)


def turned(page: Frame, clockwise: int) -> Frame:
    """Turn a page by quarters."""
    return Frame(np.rot90(page.pixels, -clockwise))


def tilted(page: Frame, degrees: float) -> Frame:
    """Turn a page about its middle, so that its lines fall towards the right."""
    turn = cv2.getRotationMatrix2D((page.width / 2, page.height / 2), -degrees, 1)
    size = (page.width, page.height)
    how, edge = cv2.INTER_CUBIC, cv2.BORDER_REPLICATE
    return Frame(np.asarray(cv2.warpAffine(page.pixels, turn, size, flags=how, borderMode=edge), np.uint8))


def photographed(page: Frame, corners: Reals, *, curl: float = 0.0) -> Frame:
    """Lay a page on a dark desk of 1440×1080 by its corners; ``curl`` bows it, in parts of its height."""
    places = np.stack(np.meshgrid(np.arange(1440.0), np.arange(1080.0)), axis=-1).reshape(1, -1, 2)
    lens = cv2.getPerspectiveTransform(corners.astype(np.float32), UNIT)
    u, v = np.moveaxis(cv2.perspectiveTransform(places, lens).reshape(1080, 1440, 2), -1, 0)
    v = v - curl * np.sin(np.pi * np.clip(u, 0, 1))
    x, y = (u * page.width - 0.5).astype(np.float32), (v * page.height - 0.5).astype(np.float32)
    soft = cv2.GaussianBlur(page.pixels, (0, 0), 1.0)
    sheet = np.asarray(cv2.remap(soft, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE), np.float64)
    on_it = ((u >= 0) & (u <= 1) & (v >= 0) & (v <= 1))[..., None]
    light = np.linspace(0.95, 0.6, 1440)[None, :, None]
    grain = np.random.default_rng(3).normal(0, 2.0, (1080, 1440, 1))
    return Frame(np.clip(np.where(on_it, sheet, 60.0) * light + grain, 0, 255).astype(np.uint8))

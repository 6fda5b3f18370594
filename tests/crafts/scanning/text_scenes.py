"""Forms with type of which every word's place is known: flat, bent, stamped, with dots to write on."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from scanning.frames import Frame, Pixels
from scanning.opencv import cv2
from scanning.page_text import Box, Line, PageText, Word

NAME = "Nguyễn Thị Thu Hương"
NUMBER = "000190000123"
ROWS = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "TỜ KHAI THAY ĐỔI THÔNG TIN CƯ TRÚ",
    f"Họ, chữ đệm và tên: {NAME}",
    f"Số định danh cá nhân: {NUMBER}",
    "Ngày, tháng, năm sinh: 03/02/1990",
    "Tôi xin cam đoan những nội dung khai trên đây là đúng sự thật",
    "và chịu trách nhiệm trước pháp luật về lời khai của mình.",
)

_FONTS = Path(__file__).parents[3] / "resources" / "fonts"
_SIZE = (1240, 760)  # px at 200 dpi
_LEFT, _TOP, _PITCH, _POINTS = 120, 110, 56, 12.5


@dataclass(frozen=True, slots=True)
class Scene:
    """A drawn page, and where its rows stand."""

    page: Frame
    places: tuple[tuple[str, Box], ...]


def form(
    rows: tuple[str, ...] = ROWS, *, leaders: bool = False, stamp: bool = False, dpi: int = 200
) -> Scene:
    """Draw rows of type, perhaps with dots after each, perhaps with a red stamp over the third."""
    scale = dpi / 200
    picture = Image.new("RGB", (round(_SIZE[0] * scale), round(_SIZE[1] * scale)), (250, 249, 246))
    pen = ImageDraw.Draw(picture)
    font = ImageFont.truetype(_FONTS / "LiberationSerif-Regular.ttf", _POINTS * dpi / 72)
    places = []
    for row, text in enumerate(rows):
        left, top = _LEFT * scale, (_TOP + _PITCH * row) * scale
        pen.text((left, top), text, (25, 25, 25), font)
        box = Box(*pen.textbbox((left, top), text, font))
        places.append((text, box))
        for x in np.arange(box.right + 12 * scale, 1120 * scale, 9.7 * scale) if leaders else ():
            y = top + 0.86 * _POINTS * dpi / 72
            pen.ellipse((x, y, x + 2 * scale, y + 2 * scale), (90, 90, 90))
    pixels = np.asarray(picture, np.uint8)[:, :, ::-1]
    return Scene(Frame(_stamped(pixels) if stamp else pixels), tuple(places))


def bent(scene: Scene, bow: float = 90) -> Scene:
    """Let the rows of a page rise and fall by ``bow`` pixels, as on a page that curls."""
    height, width = scene.page.height, scene.page.width
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    shift = (bow * np.sin(np.pi * x / width)).astype(np.float32)
    seen = cv2.remap(scene.page.pixels, x, y + shift, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    return Scene(Frame(np.asarray(seen, np.uint8)), scene.places)


def text_of(*rows: str, height: float = 20, sure: float = 0.95) -> PageText:
    """Give rows as a reader would have given them on a page of 1000 by 1400; each row is one line."""
    return PageText(
        tuple(_line(row, 60 + 45.0 * number, height, sure) for number, row in enumerate(rows)), 1000, 1400
    )


def _line(row: str, top: float, height: float, sure: float) -> Line:
    words, left = [], (1000 - 10.0 * len(row)) / 2
    for word in row.split():
        words.append(Word(word, Box(left, top, left + 10 * len(word), top + height), sure))
        left += 10 * (len(word) + 1)
    return Line(tuple(words))


def _stamped(pixels: Pixels) -> Pixels:
    """Press a round red stamp over the third and fourth rows, as ink does: it darkens, never lightens."""
    mark = Image.new("L", (pixels.shape[1], pixels.shape[0]))
    pen = ImageDraw.Draw(mark)
    for radius, thick in ((120, 6), (75, 3)):
        pen.ellipse((800 - radius, 240 - radius, 800 + radius, 240 + radius), outline=255, width=thick)
    pen.text((800, 246), "UBND XÃ", 255, ImageFont.truetype(_FONTS / "LiberationSans-Bold.ttf", 34), "mm")
    share = (np.asarray(mark) / 255 * 0.8)[:, :, None]
    red = np.array([60, 40, 205])
    return np.asarray(pixels * (1 - share) + np.minimum(pixels, red) * share, np.uint8)

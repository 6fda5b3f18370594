"""Invented papers as they are handed in at a counter, drawn at 200 dpi, each from its seed."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.random import Generator
from PIL import Image, ImageDraw, ImageFont

from scanning.frames import Pixels
from scanning.opencv import cv2

PX_PER_MM = 200 / 25.4
_FONTS = Path(__file__).parents[2] / "resources" / "fonts"
_A4, _A5, _CARD = (210.0, 297.0), (148.0, 210.0), (85.6, 54.0)
_TEXT = (
    "Căn cứ Luật Tổ chức chính quyền địa phương và các văn bản hướng dẫn thi hành, tôi xin cam đoan những "
    "nội dung khai trên đây là đúng sự thật và chịu trách nhiệm trước pháp luật. Đề nghị Ủy ban nhân dân "
    "phường xem xét, giải quyết theo quy định hiện hành; thời hạn giải quyết kể từ ngày nhận đủ hồ sơ hợp lệ."
)
_WORDS = _TEXT.split()
_LABELS = ("Họ, chữ đệm, tên", "Ngày sinh", "Giới tính", "Dân tộc", "Số định danh", "Nơi thường trú", "Lý do")
_NAMES = ("Nguyễn Văn Mẫu", "Trần Thị Thử", "Lê Minh Tập", "Phạm Thu Luyện", "Hoàng Văn Dạy")


class Look(StrEnum):
    """Name what kind of paper is drawn."""

    FORM = "form"
    HANDWRITING = "handwriting"
    DENSE = "dense"
    CARD = "card"
    CARD_BACK = "card_back"
    CERTIFICATE = "certificate"
    PHOTO = "photo"
    RECEIPT = "receipt"
    SIGNATURE = "signature"
    BLANK = "blank"


@dataclass(frozen=True, slots=True, eq=False)
class Paper:
    """Hold a drawn paper: BGR pixels at 200 dpi, its size, and the height of a small letter x on it in mm."""

    look: Look
    pixels: Pixels
    size_mm: tuple[float, float]
    letter_mm: float


class _Drawing:
    """Draws on one sheet in millimetres."""

    def __init__(self, size_mm: tuple[float, float], paper: tuple[int, int, int], rng: Generator) -> None:
        self.width, self.height = size_mm
        self.rng = rng
        self.image = Image.new("RGB", (_px(self.width), _px(self.height)), paper)
        self._pen = ImageDraw.Draw(self.image)

    def text(
        self, at: tuple[float, float], words: str, font: str, size: float, ink: str = "#222222"
    ) -> float:
        """Write from a top left corner, ``size`` in mm of the em; give where the words end."""
        shape = _font(font, _px(size))
        self._pen.text((_px(at[0]), _px(at[1])), words, fill=ink, font=shape)
        return at[0] + self._pen.textlength(words, font=shape) / PX_PER_MM

    def line(self, points: list[tuple[float, float]], width: float, ink: str = "#222222") -> None:
        """Draw a line through points."""
        self._pen.line(
            [(_px(x), _px(y)) for x, y in points], fill=ink, width=max(1, _px(width)), joint="curve"
        )

    def box(
        self, box: tuple[float, float, float, float], *, fill: str | None = None, ink: str = "#222222"
    ) -> None:
        """Draw a rectangle."""
        self._pen.rectangle([_px(side) for side in box], fill=fill, outline=ink, width=2)

    def lines(self, top: float, bottom: float, size: float, *, font: str, margin: float = 22) -> None:
        """Fill with justified-looking text between two heights."""
        y, at = top, int(self.rng.integers(len(_WORDS)))
        while y < bottom:
            x = margin + (8 if self.rng.random() < 0.2 else 0)
            while x < self.width - margin - size * 3:
                x = self.text((x, y), _WORDS[at % len(_WORDS)], font, size) + size * 0.28
                at += 1
            y += size * 1.45

    def hand(self, at: tuple[float, float], words: str, size: float, ink: str) -> None:
        """Write by hand: slanted letters that do not keep the line."""
        x, y = at
        for letter in words:
            x = self.text(
                (x, y + self.rng.normal(0, size * 0.05)), letter, "LiberationSerif-Italic", size, ink
            )
            x += self.rng.uniform(0, size * 0.06)

    def signature(self, at: tuple[float, float], width: float, ink: str) -> None:
        """Sign in one stroke."""
        steps = np.linspace(0, 1, 90)
        beat, lean = self.rng.uniform(3, 6), self.rng.uniform(0, 6)
        x = at[0] + width * (steps + 0.06 * np.sin(beat * 7 * steps + lean))
        y = at[1] + width * 0.17 * np.sin(beat * 6 * steps + lean) * (1.1 - steps)
        self.line(list(zip(x.tolist(), y.tolist(), strict=True)), 0.5, ink)

    def stamp(self, middle: tuple[float, float], radius: float) -> None:
        """Press a round red stamp over what is there."""
        over = Image.new("RGBA", self.image.size, (0, 0, 0, 0))
        pen = ImageDraw.Draw(over)
        for share, width in ((1.0, 8), (0.62, 4)):
            box = [_px(middle[0] - radius * share), _px(middle[1] - radius * share)]
            box += [_px(middle[0] + radius * share), _px(middle[1] + radius * share)]
            pen.ellipse(box, outline=(200, 30, 45, 190), width=width)
        pen.text(
            (_px(middle[0]), _px(middle[1])),
            "UBND XÃ",
            (200, 30, 45, 190),
            _font("LiberationSans-Bold", 40),
            "mm",
        )
        self.image.paste(over, mask=over)

    def head(self, size: float) -> None:
        """Write the national heading."""
        middle = self.width * 0.5
        self.text((18, 14), "ỦY BAN NHÂN DÂN XÃ MẪU", "LiberationSerif-Regular", size * 0.9)
        self.text((middle, 14), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "LiberationSerif-Bold", size * 0.9)
        self.text((middle + 12, 14 + size * 1.5), "Độc lập - Tự do - Hạnh phúc", "LiberationSerif-Bold", size)

    def pixels(self) -> Pixels:
        """Give BGR bytes."""
        return np.ascontiguousarray(np.asarray(self.image, np.uint8)[:, :, ::-1])


def drawn(look: Look, rng: Generator) -> Paper:
    """Draw a paper of one look."""
    size, letter, draw = _LOOKS[look]
    if size is _A4 and look in (Look.FORM, Look.HANDWRITING, Look.SIGNATURE) and rng.random() < 0.25:
        size = _A5 if rng.random() < 0.5 else (_A5[1], _A5[0])
    tone = rng.integers(238, 254)
    tint = (int(tone), int(tone - rng.integers(0, 4)), int(tone - rng.integers(0, 14)))
    sheet = _Drawing(size, tint, rng)
    draw(sheet)
    return Paper(look, sheet.pixels(), size, letter)


def _draw_form(sheet: _Drawing) -> None:
    rng, size = sheet.rng, 4.3
    sheet.head(size * 0.8 if sheet.width < 200 else size)
    sheet.text((sheet.width * 0.3, 36), "TỜ KHAI ĐĂNG KÝ CƯ TRÚ", "LiberationSerif-Bold", 5.2)
    written = rng.random() < 0.5
    y, bottom = 52.0, sheet.height - 55
    while y < bottom:
        end = sheet.text((20, y), f"{rng.choice(_LABELS)}:", "LiberationSerif-Regular", size)
        sheet.text(
            (end + 1, y),
            "." * int((sheet.width - end - 24) / 1.1),
            "LiberationSerif-Regular",
            size,
            "#777777",
        )
        if written:
            sheet.hand((end + 4, y - 1), str(rng.choice(_NAMES)), size * 1.1, _blue(rng))
        else:
            sheet.text((end + 4, y), str(rng.choice(_NAMES)), "LiberationSerif-Bold", size)
        y += size * 1.9
    if rng.random() < 0.4:
        _draw_table(sheet, 55, min(95, bottom))
    _sign(sheet)


def _draw_table(sheet: _Drawing, top: float, bottom: float) -> None:
    sheet.box((20, top, sheet.width - 15, bottom), fill="#fdfdfa")
    for y in np.arange(top, bottom, 8):
        sheet.line([(20, float(y)), (sheet.width - 15, float(y))], 0.2)
        sheet.text((24, float(y) + 1.5), str(sheet.rng.choice(_NAMES)), "LiberationSerif-Regular", 3.8)
    for x in np.linspace(20, sheet.width - 15, 5)[1:-1]:
        sheet.line([(float(x), top), (float(x), bottom)], 0.2)


def _sign(sheet: _Drawing) -> None:
    x, y = sheet.width * 0.62, sheet.height - 48
    sheet.text((x, y), "NGƯỜI LÀM ĐƠN", "LiberationSerif-Bold", 4)
    sheet.signature((x, y + 18), 34, _blue(sheet.rng))
    sheet.text((x, y + 30), str(sheet.rng.choice(_NAMES)), "LiberationSerif-Bold", 4.2)
    if sheet.rng.random() < 0.6:
        sheet.stamp((x - 4, y + 17), 16)


def _draw_handwriting(sheet: _Drawing) -> None:
    """Draw a letter by hand, half of them on ruled paper whose lines run off both sides."""
    rng = sheet.rng
    if rng.random() < 0.5:
        for y in np.arange(14, sheet.height, 8.0):
            sheet.line([(0, float(y)), (sheet.width, float(y))], 0.2, "#a9b4dc")
        if rng.random() < 0.5:
            sheet.line([(25, 0), (25, sheet.height)], 0.25, "#d98f9a")
    ink = _blue(rng) if rng.random() < 0.8 else "#444444"
    y, at = 20.0, int(rng.integers(len(_WORDS)))
    while y < sheet.height - 40:
        words = " ".join(_WORDS[(at + step) % len(_WORDS)] for step in range(int(sheet.width / 21)))
        sheet.hand((28, y), words, 5.2, ink)
        at, y = at + 9, y + 8
    sheet.signature((sheet.width * 0.6, sheet.height - 25), 36, ink)


def _draw_dense(sheet: _Drawing) -> None:
    sheet.lines(
        18,
        sheet.height - 18,
        3.4,
        font=str(sheet.rng.choice(["LiberationSerif-Regular", "LiberationSans-Regular"])),
    )


def _draw_card(sheet: _Drawing) -> None:
    _weave(sheet, "#cfe3d4", 0.9)
    sheet.text((24, 4), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "LiberationSans-Bold", 2.0)
    sheet.text((28, 8), "CĂN CƯỚC CÔNG DÂN", "LiberationSans-Bold", 3.4, "#b0202c")
    sheet.box((4, 17, 25, 45), fill="#c9d5e8", ink="#c9d5e8")
    _draw_person(sheet, (4, 17, 25, 45))
    module = 0.55
    for x, y in np.argwhere(sheet.rng.random((25, 25)) < 0.5):
        left, top = 68 + x * module, 3 + y * module
        sheet.box((left, top, left + module, top + module), fill="#111111", ink="#111111")
    sheet.text((30, 18), f"Số / No.: 000{sheet.rng.integers(10**8, 10**9)}", "LiberationSans-Bold", 3.4)
    for y, words in zip(
        (24, 30, 36, 42, 47), (*_NAMES[:2], "01/01/1990 Nam Việt Nam", "Xã Mẫu", "Thôn Thử"), strict=True
    ):
        sheet.text((30, y - 2), "Họ và tên / Full name:", "LiberationSans-Regular", 1.8, "#446688")
        sheet.text((30, y), words, "LiberationSans-Regular", 2.9)


def _draw_card_back(sheet: _Drawing) -> None:
    _weave(sheet, "#d8e2c8", 0.9)
    sheet.text((4, 3), "Đặc điểm nhận dạng / Personal identification:", "LiberationSans-Regular", 2.0)
    sheet.text((4, 6), "Nốt ruồi cách 1 cm dưới mép trái", "LiberationSans-Regular", 2.6)
    sheet.box((6, 13, 19, 24), fill="#d6b45a", ink="#8a7030")
    sheet.signature((40, 22), 20, "#1f2a66")
    rng = sheet.rng
    letters = "".join(rng.choice(list("ABCDEFGHKLMNPQRSTUVXY<0123456789"), 90))
    for row in range(3):
        for column in range(30):
            sheet.text(
                (4.2 + 2.54 * column, 36 + 4.6 * row), letters[30 * row + column], "OCRB", 3.4, "#1a1a1a"
            )


def _weave(sheet: _Drawing, ink: str, pitch: float) -> None:
    """Draw the fine coloured curves that run off a card's or certificate's edge."""
    x = np.linspace(0, sheet.width, 200)
    for shift in np.arange(-10, sheet.height + 10, pitch * 2):
        y = shift + 4 * np.sin(x / 9 + shift / 13)
        sheet.line(list(zip(x.tolist(), y.tolist(), strict=True)), 0.12, ink)


def _draw_certificate(sheet: _Drawing) -> None:
    ink = str(sheet.rng.choice(["#e6a7b4", "#e8c37a", "#a8cfe0", "#b9d9a5"]))
    sheet.box(
        (0, 0, sheet.width, sheet.height),
        fill=str(sheet.rng.choice(["#fdf3f0", "#fbf6df", "#eef6fa"])),
        ink="#ffffff",
    )
    _weave(sheet, ink, 1.6)
    for inset in (7, 9, 15):
        sheet.box((inset, inset, sheet.width - inset, sheet.height - inset), ink="#b5523c")
    sheet.text((75, 30), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "LiberationSerif-Bold", 6)
    sheet.text((90, 60), "GIẤY CHỨNG NHẬN", "LiberationSerif-Bold", 13, "#b02a2a")
    for y in (90, 105, 120, 135):
        sheet.text(
            (60, y), f"{sheet.rng.choice(_LABELS)}: {sheet.rng.choice(_NAMES)}", "LiberationSerif-Italic", 6
        )
    sheet.stamp((220, 165), 17)


def _draw_photo(sheet: _Drawing) -> None:
    """Draw a page with a large photograph of a person and a caption; some photographs fill the page."""
    full = sheet.rng.random() < 0.35
    box = (0, 0, sheet.width, sheet.height) if full else (30, 35, sheet.width - 30, sheet.height - 60)
    rng = sheet.rng
    sky, ground = (int(rng.integers(120, 200)) for _ in range(2))
    sheet.box(box, fill=f"#{sky - 30:02x}{sky:02x}{min(255, sky + 35):02x}", ink="#888888")
    sheet.box(
        (box[0], box[3] * 0.7, box[2], box[3]),
        fill=f"#{ground - 40:02x}{ground:02x}{ground - 60:02x}",
        ink="#888888",
    )
    _draw_person(sheet, box)
    _grain(sheet, box)
    if not full:
        sheet.text(
            (35, sheet.height - 50),
            "Ảnh hiện trạng thửa đất số 12, tờ bản đồ số 5",
            "LiberationSerif-Regular",
            4.5,
        )


def _draw_person(sheet: _Drawing, box: tuple[float, float, float, float]) -> None:
    left, top, right, bottom = box
    x, y, unit = (left + right) / 2, top + (bottom - top) * 0.42, (right - left) / 10
    coat, skin, hair = "#28324a", str(sheet.rng.choice(["#d9a582", "#c98f6a", "#e2b694"])), "#1d1714"
    pen = ImageDraw.Draw(sheet.image)

    def oval(middle: float, half_width: float, half_height: float, fill: str) -> None:
        pen.ellipse(
            [_px(x - half_width), _px(middle - half_height), _px(x + half_width), _px(middle + half_height)],
            fill=fill,
        )

    oval(bottom + unit, unit * 4, (bottom - y) * 0.75, coat)
    pen.rectangle(
        [_px(left - 1), _px(bottom) + 1, _px(right + 1), _px(bottom + unit * 9)], fill="#f4f3ee"
    ) if bottom < sheet.height - 1 else None
    oval(y - unit * 0.3, unit * 2.4, unit * 3.1, hair)
    oval(y + unit * 0.3, unit * 2.0, unit * 2.7, skin)


def _grain(sheet: _Drawing, box: tuple[float, float, float, float]) -> None:
    left, top, right, bottom = (_px(side) for side in box)
    pixels = np.asarray(sheet.image, np.float32).copy()
    part = pixels[top:bottom, left:right]
    coarse = sheet.rng.normal(0, 14, (part.shape[0] // 6 + 1, part.shape[1] // 6 + 1, 1)).astype(np.float32)
    part += cv2.resize(coarse, (part.shape[1], part.shape[0]))[..., None]
    sheet.image.paste(Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8)))


def _draw_receipt(sheet: _Drawing) -> None:
    sheet.text((14, 6), "PHIẾU THU PHÍ, LỆ PHÍ", "LiberationSans-Bold", 4.4)
    for y in np.arange(18, sheet.height - 30, 5.2):
        sheet.text((6, float(y)), str(sheet.rng.choice(_LABELS)), "LiberationSans-Regular", 3.4, "#4a4a4a")
        sheet.text(
            (50, float(y)), f"{sheet.rng.integers(1, 900)}.000", "LiberationSans-Regular", 3.4, "#4a4a4a"
        )
    sheet.text((6, sheet.height - 20), "Tổng cộng: 125.000 đồng", "LiberationSans-Bold", 4)


def _draw_signature(sheet: _Drawing) -> None:
    at = (sheet.width * sheet.rng.uniform(0.2, 0.55), sheet.height * sheet.rng.uniform(0.1, 0.7))
    sheet.signature(at, 40, _blue(sheet.rng))
    sheet.text((at[0], at[1] + 14), str(sheet.rng.choice(_NAMES)), "LiberationSerif-Bold", 4.6)


def _draw_nothing(sheet: _Drawing) -> None:
    """Leave the sheet empty; through some the writing of the other side shows faintly."""
    if sheet.rng.random() < 0.5:
        return
    through = _Drawing((sheet.width, sheet.height), (255, 255, 255), sheet.rng)
    _draw_form(through)
    seen = cv2.GaussianBlur(through.pixels()[:, ::-1], (0, 0), 3).astype(np.float32)
    faint = np.asarray(sheet.image, np.float32) - (255 - seen) * sheet.rng.uniform(0.02, 0.06)
    sheet.image.paste(Image.fromarray(np.clip(faint, 0, 255).astype(np.uint8)))


def _blue(rng: Generator) -> str:
    return f"#{rng.integers(20, 60):02x}{rng.integers(30, 70):02x}{rng.integers(120, 180):02x}"


def _px(mm: float) -> int:
    return round(mm * PX_PER_MM)


@lru_cache
def _font(name: str, px: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(_FONTS / f"{name}.ttf", px)


_LOOKS: dict[Look, tuple[tuple[float, float], float, Callable[[_Drawing], None]]] = {
    Look.FORM: (_A4, 1.9, _draw_form),
    Look.HANDWRITING: (_A4, 2.2, _draw_handwriting),
    Look.DENSE: (_A4, 1.6, _draw_dense),
    Look.CARD: (_CARD, 1.3, _draw_card),
    Look.CARD_BACK: (_CARD, 1.3, _draw_card_back),
    Look.CERTIFICATE: ((_A4[1], _A4[0]), 2.6, _draw_certificate),
    Look.PHOTO: (_A4, 1.9, _draw_photo),
    Look.RECEIPT: ((80.0, 150.0), 1.7, _draw_receipt),
    Look.SIGNATURE: (_A4, 2.0, _draw_signature),
    Look.BLANK: (_A4, 2.0, _draw_nothing),
}

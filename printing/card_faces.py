"""The four faces of a practice card: two layouts, front and back.

The order of words follows Circular 06/2021/TT-BCA (citizen identity card) and Circular
16/2024/TT-BCA (identity card).
"""

from dataclasses import dataclass

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm

from printing.card_art import draw_chip, draw_chip_sign, draw_fingerprint, draw_ornament, draw_portrait
from printing.card_pen import CARD_WIDTH, CardPen, Spot
from printing.fonts import MACHINE, PLAIN_BOLD

_RED = HexColor(0xB3202A)
_STAMP_RED = HexColor(0xC8323A)
_PEN_BLUE = HexColor(0x27408B)
_TRAITS = (
    "Nốt ruồi cách 1 cm dưới mắt trái",
    "Sẹo chấm cách 2 cm trên đuôi mày phải",
    "Nốt ruồi cách 1,5 cm sau cánh mũi phải",
)
_LEFT = 27.0
_ZONE_SIZE = 72 / 10 / 0.723  # points; a letter of this face is 0.723 of its size wide
_ZONE_LEADING = 25.4 / 6
_ZONE_LEFT = (CARD_WIDTH - 30 * 2.54) / 2


@dataclass(frozen=True, slots=True)
class PracticeCard:
    """What stands on a practice card, every word final.

    `layout` is "2021" (citizen identity card, code on the front) or "2024" (identity card, code on
    the back); `payload` is the code's text; `mrz` three lines of thirty letters; `seed` varies the
    portrait. The 2021 layout shows no place where the birth was registered, the 2024 layout no
    place of origin.
    """

    layout: str
    payload: str
    full_name: str
    citizen_id: str
    born_on_text: str
    sex_text: str
    nationality: str
    place_of_origin: str
    residence: str
    birth_registered_at: str
    expires_text: str
    issued_text: str
    issued_by: str
    mrz: tuple[str, str, str]
    seed: int = 0


def draw_front_2021(pen: CardPen, card: PracticeCard) -> None:
    """Draw the citizen identity card's front: portrait left, code right, residence below."""
    _draw_state(pen, middle=43, width=46)
    pen.centred(Spot(43, 16.3, 46), "CĂN CƯỚC CÔNG DÂN", face=PLAIN_BOLD, size=11, ink=_RED)
    pen.centred(Spot(43, 19.2, 46), "Citizen Identity Card", face=PLAIN_BOLD, size=6, ink=_RED)
    _draw_left_column(pen, card)
    pen.code(Spot(68.6, 3, 14.4), card.payload)
    draw_chip_sign(pen, Spot(76, 20.4, 4.4))
    end = pen.label(Spot(_LEFT, 24.2), "Số", "No.")
    pen.text(Spot(end, 24.5), card.citizen_id, face=PLAIN_BOLD, size=11)
    pen.label(Spot(_LEFT, 27.9), "Họ và tên", "Full name")
    pen.lines(Spot(_LEFT, 31.3, 56), card.full_name.upper(), most=1, size=8.2)
    _value(pen, Spot(_LEFT, 34.9), ("Ngày sinh", "Date of birth"), card.born_on_text)
    _value(pen, Spot(_LEFT, 38.3), ("Giới tính", "Sex"), card.sex_text)
    _value(pen, Spot(52, 38.3), ("Quốc tịch", "Nationality"), card.nationality)
    pen.label(Spot(_LEFT, 41.4), "Quê quán", "Place of origin")
    pen.lines(Spot(_LEFT, 44.3, 56), card.place_of_origin, most=1, size=6.4)
    pen.label(Spot(_LEFT, 47.2), "Nơi thường trú", "Place of residence")
    pen.lines(Spot(_LEFT, 49.8, 56), card.residence, most=2, size=6.2, leading=2.5)
    pen.text(Spot(3.5, 48.4), "Có giá trị đến / Date of expiry:", size=4.1)
    pen.text(Spot(3.5, 51.4, 20.5), card.expires_text, face=PLAIN_BOLD, size=6.2)


def draw_back_2021(pen: CardPen, card: PracticeCard) -> None:
    """Draw the citizen identity card's back: traits, chip, issuing officer, fingerprints, zone."""
    pen.label(Spot(4, 5), "Đặc điểm nhận dạng", "Personal identification")
    pen.lines(Spot(4, 8.3, 55), _TRAITS[card.seed % len(_TRAITS)], most=1, size=6.4)
    _value(pen, Spot(4, 12.2), ("Ngày, tháng, năm", "Date, month, year"), card.issued_text)
    draw_chip(pen, Spot(9, 17.5, 12.4))
    pen.stack(Spot(41, 15.8, 36), card.issued_by.upper(), size=4.8, leading=2.2)
    pen.centred(Spot(41, 20.3, 36), "DIRECTOR GENERAL OF THE POLICE DEPARTMENT", size=3.8)
    _draw_seal(pen, Spot(37, 28.6))
    for at, (name, english) in enumerate(
        (("Ngón trỏ trái", "Left index finger"), ("Ngón trỏ phải", "Right index finger"))
    ):
        draw_fingerprint(pen, Spot(62.4 + at * 10.6, 4, 9.4), seed=card.seed + at)
        pen.centred(Spot(67.1 + at * 10.6, 18.6, 9.8), name, size=4.2)
        pen.centred(Spot(67.1 + at * 10.6, 20.4, 9.8), english, size=3.6)
    draw_zone(pen, card.mrz)


def draw_front_2024(pen: CardPen, card: PracticeCard) -> None:
    """Draw the identity card's front: portrait left, no address, no code."""
    _draw_state(pen, middle=52, width=58)
    pen.centred(Spot(52, 16.8, 58), "CĂN CƯỚC", face=PLAIN_BOLD, size=13, ink=_RED)
    pen.centred(Spot(52, 20, 58), "IDENTITY CARD", face=PLAIN_BOLD, size=6.4, ink=_RED)
    _draw_left_column(pen, card)
    draw_chip_sign(pen, Spot(76.5, 18.2, 5))
    pen.label(Spot(_LEFT, 25), "Số định danh cá nhân", "Personal identification number")
    pen.text(Spot(_LEFT, 29.4), card.citizen_id, face=PLAIN_BOLD, size=11.5)
    pen.label(Spot(_LEFT, 33), "Họ, chữ đệm và tên khai sinh", "Full name")
    pen.lines(Spot(_LEFT, 36.7, 56), card.full_name.upper(), most=1, size=8.6)
    pen.label(Spot(_LEFT, 40.2), "Ngày, tháng, năm sinh", "Date of birth")
    pen.lines(Spot(_LEFT, 43.4, 28), card.born_on_text, most=1, size=7.2)
    pen.label(Spot(62, 40.2), "Giới tính", "Sex")
    pen.lines(Spot(62, 43.4, 20), card.sex_text, most=1, size=7.2)
    pen.label(Spot(_LEFT, 46.9), "Quốc tịch", "Nationality")
    pen.lines(Spot(_LEFT, 50.1, 50), card.nationality, most=1, size=7.2)


def draw_back_2024(pen: CardPen, card: PracticeCard) -> None:
    """Draw the identity card's back: residence, birth registration, dates, chip, code, zone."""
    pen.label(Spot(4, 4.6), "Nơi cư trú", "Place of residence")
    pen.lines(Spot(4, 7.4, 60), card.residence, most=2, size=6.2, leading=2.5)
    pen.label(Spot(4, 12.9), "Nơi đăng ký khai sinh", "Place of birth")
    pen.lines(Spot(4, 15.7, 60), card.birth_registered_at, most=1, size=6.2)
    draw_chip(pen, Spot(9, 18.8, 12.4))
    pen.label(Spot(_LEFT, 20.6), "Ngày, tháng, năm cấp", "Date of issue")
    pen.lines(Spot(_LEFT, 23.4, 36), card.issued_text, most=1, size=6.4)
    pen.label(Spot(_LEFT, 26.6), "Ngày, tháng, năm hết hạn", "Date of expiry")
    pen.lines(Spot(_LEFT, 29.4, 36), card.expires_text, most=1, size=6.4)
    pen.centred(Spot(45, 33, 36), card.issued_by.upper(), face=PLAIN_BOLD, size=5.4)
    pen.centred(Spot(45, 35.2, 36), "MINISTRY OF PUBLIC SECURITY", size=4)
    pen.code(Spot(68.4, 3.2, 14.4), card.payload)
    draw_zone(pen, card.mrz)


def draw_zone(pen: CardPen, mrz: tuple[str, str, str]) -> None:
    """Write the machine-readable zone in OCR-B on a light strip, ten letters and six lines an inch."""
    pen.canvas.setFillColorRGB(1, 1, 1, alpha=0.78)
    pen.box(Spot(1.5, 37.4, CARD_WIDTH - 3), 15.3)
    for row, line in enumerate(mrz):
        pen.text(Spot(_ZONE_LEFT, 41.9 + row * _ZONE_LEADING), line, face=MACHINE, size=_ZONE_SIZE)


def _draw_state(pen: CardPen, *, middle: float, width: float) -> None:
    pen.centred(Spot(middle, 5, width), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", face=PLAIN_BOLD, size=6.8)
    pen.centred(Spot(middle, 7.6, width), "Độc lập - Tự do - Hạnh phúc", face=PLAIN_BOLD, size=6)
    pen.centred(Spot(middle, 9.9, width), "SOCIALIST REPUBLIC OF VIET NAM", size=4.6)
    pen.centred(Spot(middle, 11.9, width), "Independence - Freedom - Happiness", size=4.6)


def _draw_left_column(pen: CardPen, card: PracticeCard) -> None:
    draw_ornament(pen, Spot(11, 9.6), 5.8)
    female = card.sex_text.casefold() == "nữ"
    draw_portrait(pen, Spot(3.5, 18.6, 20), seed=card.seed, female=female, age=_age(card))


def _age(card: PracticeCard) -> int:
    """Read from the last four digits of both dates how old the holder was when it was issued."""
    years = (card.issued_text[-4:], card.born_on_text[-4:])
    return int(years[0]) - int(years[1]) if all(year.isdecimal() for year in years) else 0


def _value(pen: CardPen, spot: Spot, label: tuple[str, str], value: str) -> None:
    """Write a label with its value on the same line."""
    end = pen.label(spot, *label)
    pen.text(Spot(end, spot.y), value, face=PLAIN_BOLD, size=6.6)


def _draw_seal(pen: CardPen, middle: Spot) -> None:
    """Draw a round red seal that says specimen, with a scribble over it."""
    canvas, x, y = pen.canvas, middle.x * mm, pen.height(middle.y)
    canvas.saveState()
    canvas.setStrokeColor(_STAMP_RED)
    canvas.setLineWidth(0.9)
    canvas.circle(x, y, 6.3 * mm)
    canvas.setLineWidth(0.4)
    canvas.circle(x, y, 5.4 * mm)
    pen.centred(Spot(middle.x, middle.y + 0.9, 9), "MẪU", face=PLAIN_BOLD, size=8, ink=_STAMP_RED)
    canvas.setStrokeColor(_PEN_BLUE)
    canvas.setLineWidth(0.8)
    path = canvas.beginPath()
    path.moveTo(x - 3 * mm, y - 2 * mm)
    path.curveTo(x + 2 * mm, y + 9 * mm, x + 3 * mm, y - 8 * mm, x + 7 * mm, y + 1 * mm)
    path.curveTo(x + 9 * mm, y + 5 * mm, x + 10 * mm, y - 4 * mm, x + 16 * mm, y + 1 * mm)
    canvas.drawPath(path)
    canvas.restoreState()

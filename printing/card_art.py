"""What stands on a practice card beside words: ground, ornament, portrait, chip, fingerprints.

Nothing here copies a security feature or the State's emblem; the specimen word lies across all.
"""

from math import cos, pi, sin

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from printing.card_pen import CARD_HEIGHT, CARD_WIDTH, CardPen, Spot
from printing.fonts import PLAIN_BOLD

SPECIMEN = "SPECIMEN – MẪU"
_GROUNDS = {
    "2021": (HexColor(0xD3EBE6), HexColor(0xF6F3DC), HexColor(0xCFE6EC)),
    "2024": (HexColor(0xDCEBF5), HexColor(0xF4F1E4), HexColor(0xD9ECDD)),
}
_GOLD = HexColor(0xC79A3B)
_RED = HexColor(0xB3202A)
_SKIN = (HexColor(0xE9C3A2), HexColor(0xDDB18C), HexColor(0xF0CFB3))
_SHIRTS = (HexColor(0x3F5B73), HexColor(0x7A8B99), HexColor(0x5B4A66), HexColor(0xE8ECEF), HexColor(0x40635A))
_DARK_HAIR, _GREY_HAIR = HexColor(0x2B2523), HexColor(0x9A9A9C)


def draw_ground(pen: CardPen, layout: str) -> None:
    """Tint the whole card and draw fine curves over it."""
    canvas = pen.canvas
    colours = _GROUNDS[layout]
    canvas.linearGradient(0, CARD_HEIGHT * mm, CARD_WIDTH * mm, 0, colours, (0, 0.55, 1))
    canvas.saveState()
    canvas.setLineWidth(0.18)
    for number, (red, green, blue) in enumerate(((0.55, 0.75, 0.72), (0.82, 0.74, 0.52), (0.6, 0.72, 0.84))):
        canvas.setStrokeColor(Color(red, green, blue, alpha=0.5))
        canvas.drawPath(_rosette(canvas, 17 + 6 * number, 9 + number), stroke=1, fill=0)
    canvas.restoreState()


def _rosette(canvas: Canvas, radius: float, petals: int) -> object:
    """Trace a curve of so many petals around the card's middle; radius in mm."""
    path = canvas.beginPath()
    steps = 360
    for step in range(steps + 1):
        turn = 2 * pi * step / steps
        reach = radius * (1 + 0.45 * cos(petals * turn * 2))
        x = (CARD_WIDTH / 2 + 1.5 * reach * cos(turn * 3)) * mm
        y = (CARD_HEIGHT / 2 + 0.8 * reach * sin(turn * 3)) * mm
        (path.lineTo if step else path.moveTo)(x, y)
    return path


def draw_ornament(pen: CardPen, middle: Spot, radius: float) -> None:
    """Draw a plain round ornament of rings and petals where a card has its emblem; radius in mm."""
    canvas, x, y = pen.canvas, middle.x * mm, pen.height(middle.y)
    canvas.saveState()
    canvas.setFillColor(_RED)
    canvas.setStrokeColor(_GOLD)
    canvas.setLineWidth(0.9)
    canvas.circle(x, y, radius * mm, stroke=1, fill=1)
    canvas.setLineWidth(0.5)
    canvas.circle(x, y, radius * 0.84 * mm, stroke=1, fill=0)
    canvas.setFillColor(_GOLD)
    for petal in range(8):
        canvas.saveState()
        canvas.translate(x, y)
        canvas.rotate(petal * 45)
        canvas.ellipse(
            -0.14 * radius * mm, 0.2 * radius * mm, 0.14 * radius * mm, 0.72 * radius * mm, stroke=0, fill=1
        )
        canvas.restoreState()
    canvas.circle(x, y, 0.16 * radius * mm, stroke=0, fill=1)
    canvas.restoreState()


def draw_specimen_word(pen: CardPen) -> None:
    """Write the specimen word across the card, under whatever is drawn later."""
    canvas = pen.canvas
    canvas.saveState()
    canvas.translate(CARD_WIDTH / 2 * mm, CARD_HEIGHT / 2 * mm)
    canvas.rotate(27)
    canvas.setFillColor(Color(0.78, 0.13, 0.16, alpha=0.2))
    canvas.setFont(PLAIN_BOLD, 27)
    canvas.drawCentredString(0, -9, SPECIMEN)
    canvas.restoreState()


def draw_portrait(pen: CardPen, spot: Spot, *, seed: int, female: bool, age: int) -> None:
    """Draw a head and shoulders, 4 : 3 upright, that nobody has."""
    canvas = pen.canvas
    width, height = spot.width * mm, spot.width * mm * 4 / 3
    canvas.saveState()
    canvas.translate(spot.x * mm, pen.height(spot.y) - height)
    frame = canvas.beginPath()
    frame.roundRect(0, 0, width, height, 0.6 * mm)
    canvas.clipPath(frame, stroke=0, fill=0)
    canvas.setFillColor(HexColor(0xDDE7EE))
    canvas.rect(0, 0, width, height, stroke=0, fill=1)
    canvas.scale(width / 30, width / 30)
    _draw_person(canvas, seed, female=female, grey=age >= 58)
    canvas.restoreState()


def _draw_person(canvas: Canvas, seed: int, *, female: bool, grey: bool) -> None:
    """Draw hair, shoulders, neck and face into a field 30 wide and 40 high."""
    hair = _GREY_HAIR if grey else _DARK_HAIR
    skin, shirt = _SKIN[seed % len(_SKIN)], _SHIRTS[seed // 3 % len(_SHIRTS)]
    canvas.setFillColor(hair)
    if female:
        drop = 9 + seed % 4
        canvas.roundRect(7.6, 23 - drop, 14.8, 11 + drop, 7, stroke=0, fill=1)
    canvas.setFillColor(shirt)
    canvas.ellipse(1.5, -15, 28.5, 12.5, stroke=0, fill=1)
    canvas.setFillColor(skin)
    canvas.roundRect(12.1, 8, 5.8, 9, 2.4, stroke=0, fill=1)
    canvas.ellipse(9.3, 13.5, 20.7, 30.2, stroke=0, fill=1)
    canvas.setFillColor(hair)
    _draw_fringe(canvas, parting=11.5 + seed % 5, low=26 if female else 27.5)


def _draw_fringe(canvas: Canvas, *, parting: float, low: float) -> None:
    path = canvas.beginPath()
    path.moveTo(8.6, 22.5)
    path.curveTo(7.4, 34.5, 22.6, 34.5, 21.4, 22.5)
    path.curveTo(20.8, low, 19, low + 1, parting + 1, 28.6)
    path.curveTo(parting - 2, low, 9.6, low - 1, 8.6, 22.5)
    canvas.drawPath(path, stroke=0, fill=1)


def draw_chip(pen: CardPen, spot: Spot) -> None:
    """Draw gold contacts, five to four, downwards from the spot."""
    canvas, width, height = pen.canvas, spot.width * mm, spot.width * 0.8 * mm
    canvas.saveState()
    canvas.translate(spot.x * mm, pen.height(spot.y) - height)
    canvas.setFillColor(HexColor(0xDDBB62))
    canvas.setStrokeColor(HexColor(0x8F7430))
    canvas.setLineWidth(0.4)
    canvas.roundRect(0, 0, width, height, 1.2 * mm, stroke=1, fill=1)
    for part in (1 / 3, 2 / 3):
        canvas.line(0, height * part, width * 0.32, height * part)
        canvas.line(width * 0.68, height * part, width, height * part)
    canvas.roundRect(width * 0.32, height * 0.18, width * 0.36, height * 0.64, 0.8 * mm, stroke=1, fill=0)
    canvas.line(width / 2, 0, width / 2, height * 0.18)
    canvas.line(width / 2, height * 0.82, width / 2, height)
    canvas.restoreState()


def draw_chip_sign(pen: CardPen, spot: Spot) -> None:
    """Draw the small sign that tells of a chip inside: a square with three waves."""
    canvas = pen.canvas
    canvas.saveState()
    canvas.translate(spot.x * mm, pen.height(spot.y + spot.width))
    canvas.setStrokeColor(_GOLD)
    canvas.setLineWidth(0.7)
    side = spot.width * mm
    canvas.roundRect(0, 0, side * 0.8, side * 0.8, side * 0.16, stroke=1, fill=0)
    canvas.circle(side * 0.4, side * 0.4, side * 0.17, stroke=1, fill=0)
    for part in (0.42, 0.6):
        canvas.arc(
            side * (0.7 - part), side * (0.4 - part), side * (0.7 + part), side * (0.4 + part), -24, 48
        )
    canvas.restoreState()


def draw_fingerprint(pen: CardPen, spot: Spot, *, seed: int) -> None:
    """Draw whorls in a frame, 3 : 4 upright, downwards from the spot."""
    canvas, width, height = pen.canvas, spot.width * mm, spot.width * mm * 4 / 3
    canvas.saveState()
    canvas.translate(spot.x * mm, pen.height(spot.y) - height)
    frame = canvas.beginPath()
    frame.roundRect(0, 0, width, height, 0.5 * mm)
    canvas.clipPath(frame, stroke=0, fill=0)
    canvas.setFillColor(Color(1, 1, 1, alpha=0.6))
    canvas.rect(0, 0, width, height, stroke=0, fill=1)
    canvas.setStrokeColor(Color(0.3, 0.36, 0.42, alpha=0.75))
    canvas.setLineWidth(0.35)
    for ring in range(1, 9):
        reach, lean = ring * width * 0.052, (seed % 5 - 2) * ring * 0.06
        middle = width / 2 + lean
        canvas.ellipse(
            middle - reach, height * 0.5 - reach * 1.5, middle + reach, height * 0.5 + reach * 1.25
        )
    canvas.restoreState()

"""Citizen cards to practise with: true size, invented people, marked as specimens on both sides."""

from collections.abc import Sequence
from io import BytesIO
from typing import Literal

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from printing.card_art import SPECIMEN, draw_ground, draw_specimen_word
from printing.card_faces import PracticeCard, draw_back_2021, draw_back_2024, draw_front_2021, draw_front_2024
from printing.card_pen import CARD_HEIGHT, CARD_WIDTH, CardPen
from printing.fonts import PLAIN, Fonts

Side = Literal["front", "back"]

_FACES = {
    ("2021", "front"): draw_front_2021,
    ("2021", "back"): draw_back_2021,
    ("2024", "front"): draw_front_2024,
    ("2024", "back"): draw_back_2024,
}
_COLUMNS, _ROWS = 2, 5
_GUTTER = 2.0
_MARK = 4.0


def draw_card(card: PracticeCard, side: Side, fonts: Fonts) -> bytes:
    """Draw one side of a card on a page of the card's size."""
    fonts.load()
    buffer = BytesIO()
    canvas = _open(buffer, (CARD_WIDTH * mm, CARD_HEIGHT * mm))
    _draw_side(canvas, card, side)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def draw_cards_sheet(cards: Sequence[PracticeCard], fonts: Fonts) -> bytes:
    """Draw up to ten cards an A4 page with cut marks, each page of fronts before its backs.

    Backs are mirrored from left to right, so that they meet their fronts when the printer turns
    the sheet over its long edge.
    """
    fonts.load()
    buffer = BytesIO()
    canvas = _open(buffer, A4)
    on_page = _COLUMNS * _ROWS
    for start in range(0, len(cards), on_page):
        for side in ("front", "back"):
            _draw_page(canvas, cards[start : start + on_page], side)
    canvas.save()
    return buffer.getvalue()


def _draw_page(canvas: Canvas, cards: Sequence[PracticeCard], side: Side) -> None:
    corners = [_corner(at, mirrored=side == "back") for at in range(len(cards))]
    for x, y in corners:
        _draw_cut_marks(canvas, x, y)
    for card, (x, y) in zip(cards, corners, strict=True):
        canvas.saveState()
        canvas.translate(x, y)
        edge = canvas.beginPath()
        edge.rect(0, 0, CARD_WIDTH * mm, CARD_HEIGHT * mm)
        canvas.clipPath(edge, stroke=0, fill=0)
        _draw_side(canvas, card, side)
        canvas.restoreState()
    canvas.setFont(PLAIN, 6)
    canvas.setFillGray(0.4)
    canvas.drawCentredString(
        A4[0] / 2, 3 * mm, f"{SPECIMEN} · THẺ LUYỆN TẬP · 85,6 × 54 mm · in 100 %, hai mặt, lật theo cạnh dài"
    )
    canvas.showPage()


def _corner(place: int, *, mirrored: bool) -> tuple[float, float]:
    """Return the lower left corner of a place on the sheet, in points; the block is centred."""
    row, column = divmod(place, _COLUMNS)
    column = _COLUMNS - 1 - column if mirrored else column
    width = _COLUMNS * CARD_WIDTH + (_COLUMNS - 1) * _GUTTER
    height = _ROWS * CARD_HEIGHT + (_ROWS - 1) * _GUTTER
    x = (A4[0] / mm - width) / 2 + column * (CARD_WIDTH + _GUTTER)
    top = (A4[1] / mm - height) / 2 + row * (CARD_HEIGHT + _GUTTER)
    return x * mm, A4[1] - (top + CARD_HEIGHT) * mm


def _draw_cut_marks(canvas: Canvas, left: float, bottom: float) -> None:
    """Rule short lines outwards from the four corners, half a millimetre off the card.

    All marks of a page come before its cards, which cover what reaches into a neighbour.
    """
    canvas.saveState()
    canvas.translate(left, bottom)
    canvas.setLineWidth(0.3)
    canvas.setStrokeGray(0.45)
    width, height, near, far = CARD_WIDTH * mm, CARD_HEIGHT * mm, 0.5 * mm, _MARK * mm
    for x, outwards in ((0, -1), (width, 1)):
        for y in (0, height):
            canvas.line(x + outwards * near, y, x + outwards * far, y)
    for y, outwards in ((0, -1), (height, 1)):
        for x in (0, width):
            canvas.line(x, y + outwards * near, x, y + outwards * far)
    canvas.restoreState()


def _draw_side(canvas: Canvas, card: PracticeCard, side: Side) -> None:
    pen = CardPen(canvas)
    draw_ground(pen, card.layout)
    draw_specimen_word(pen)
    _FACES[card.layout, side](pen, card)


def _open(buffer: BytesIO, size: tuple[float, float]) -> Canvas:
    canvas = Canvas(buffer, pagesize=size, pageCompression=1, invariant=1, initialFontName=PLAIN)
    canvas.setTitle(SPECIMEN)
    return canvas


__all__ = ["CARD_HEIGHT", "CARD_WIDTH", "PracticeCard", "Side", "draw_card", "draw_cards_sheet"]

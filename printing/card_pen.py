"""A pen for cards: millimetres from the top left corner, and small bilingual type."""

from dataclasses import dataclass

from reportlab.lib.colors import Color
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from printing.codes import draw_code
from printing.fonts import PLAIN, PLAIN_BOLD
from printing.wrapping import fitting_size, printable, text_width, wrap, wrap_evenly

CARD_WIDTH, CARD_HEIGHT = 85.6, 54.0
"""The card's size in millimetres (ISO/IEC 7810, ID-1, rounded as practice stock is cut)."""

INK = Color(0.13, 0.14, 0.2)
_LABEL_INK = Color(0.25, 0.33, 0.38)
_SMALLEST = 3.2


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a card: from its left and top edge to the baseline, and the room to the right."""

    x: float
    y: float
    width: float = 0


class CardPen:
    """Write and draw on one side of a card that lies with its lower left corner at the origin."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas

    def text(self, spot: Spot, text: str, *, face: str = PLAIN, size: float, ink: Color = INK) -> None:
        """Write a line from the spot rightwards, smaller if it would not fit the spot's width."""
        shown = printable(text, face)
        if spot.width:
            size = fitting_size(shown, face, width=spot.width * mm, largest=size)
        self._set(face, size, ink)
        self.canvas.drawString(spot.x * mm, self.height(spot.y), shown)

    def centred(self, spot: Spot, text: str, *, face: str = PLAIN, size: float, ink: Color = INK) -> None:
        """Write a line around the spot, smaller if it would not fit the spot's width."""
        shown = printable(text, face)
        size = fitting_size(shown, face, width=spot.width * mm, largest=size)
        self._set(face, size, ink)
        self.canvas.drawCentredString(spot.x * mm, self.height(spot.y), shown)

    def lines(self, spot: Spot, text: str, *, most: int, size: float, leading: float = 2.9) -> None:
        """Write bold text over at most so many lines, smaller until it fits; leading in mm."""
        wrapped = wrap(text, PLAIN_BOLD, size, width=spot.width * mm)
        while len(wrapped) > most and size > _SMALLEST:
            size *= 0.96
            wrapped = wrap(text, PLAIN_BOLD, size, width=spot.width * mm)
        for at, line in enumerate(wrapped):
            self.text(Spot(spot.x, spot.y + at * leading), line, face=PLAIN_BOLD, size=size)

    def stack(self, spot: Spot, text: str, *, size: float, leading: float) -> None:
        """Write bold text around the spot in lines of even lengths, downwards; leading in mm."""
        lines = wrap_evenly(text, PLAIN_BOLD, size, width=spot.width * mm)
        for at, line in enumerate(lines):
            self.centred(Spot(spot.x, spot.y + at * leading, spot.width), line, face=PLAIN_BOLD, size=size)

    def label(self, spot: Spot, vietnamese: str, english: str) -> float:
        """Write "Họ và tên / Full name:" and return where it ends, in mm."""
        words, size = f"{vietnamese} / {english}:", 4.9
        self.text(spot, words, size=size, ink=_LABEL_INK)
        return float(spot.x + text_width(words, PLAIN, size) / mm + 1.2)

    def code(self, spot: Spot, payload: str) -> None:
        """Draw a QR code, as wide as the spot, downwards from it on a white field."""
        quiet = 1.3
        self.canvas.setFillGray(1)
        self.box(Spot(spot.x - quiet, spot.y - quiet, spot.width + 2 * quiet), spot.width + 2 * quiet)
        side = spot.width * mm
        draw_code(self.canvas, payload, x=spot.x * mm, y=self.height(spot.y + spot.width), side=side)

    def box(self, spot: Spot, height: float, *, radius: float = 0.6) -> None:
        """Fill a rounded rectangle with the current colour, downwards from the spot."""
        x, y = spot.x * mm, self.height(spot.y + height)
        self.canvas.roundRect(x, y, spot.width * mm, height * mm, radius * mm, stroke=0, fill=1)

    def height(self, y: float) -> float:
        """Turn millimetres from the top into points from the bottom."""
        return float((CARD_HEIGHT - y) * mm)

    def _set(self, face: str, size: float, ink: Color) -> None:
        self.canvas.setFont(face, size)
        self.canvas.setFillColor(ink)

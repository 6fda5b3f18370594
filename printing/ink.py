"""Ink that is not type: round red stamps and blue signatures, drawn from a seed."""

from dataclasses import dataclass
from math import cos, pi, sin
from random import Random

from reportlab.lib.colors import Color
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from printing.blocks import Signatures
from printing.fonts import SANS_BOLD
from printing.pieces import Column, Piece, Run
from printing.wrapping import fitting_size, text_width

STAMP_RED = Color(0.82, 0.11, 0.16)
PEN_BLUE = Color(0.12, 0.22, 0.6)
RADIUS = 15 * mm


@dataclass(frozen=True, slots=True)
class Stamp:
    """A round stamp: words around, a word inside, and the signature column it is set on."""

    around: str
    inside: str
    column: int


@dataclass(frozen=True, slots=True)
class InkedSignatures:
    """Signature columns that have been signed, and stamped over the left third of one signature."""

    signatures: Signatures
    stamp: Stamp
    seed: int

    def laid(self, column: Column) -> Run:
        """Come apart into one strip."""
        (words,) = self.signatures.laid(column).pieces
        count = len(self.signatures.signatures)
        share = column.width / count

        def draw(canvas: Canvas, x: float, top: float) -> None:
            words.draw(canvas, x, top)
            line = top - words.height * 0.62
            for at in range(count):
                start = (x + (at + 0.28) * share, line)
                draw_signature(canvas, start, width=min(share * 0.4, 28 * mm), seed=self.seed * count + at)
            middle = (x + (self.stamp.column + 0.3) * share, line + column.type.body / 3)
            draw_stamp(canvas, middle, self.stamp)

        return Run((Piece(words.height, draw),))


def draw_stamp(canvas: Canvas, middle: tuple[float, float], stamp: Stamp) -> None:
    """Draw a round stamp 30 mm wide, slightly turned, with words around and a word inside."""
    canvas.saveState()
    canvas.translate(*middle)
    canvas.rotate(-7)
    canvas.setStrokeColor(STAMP_RED)
    canvas.setFillColor(STAMP_RED)
    canvas.setLineWidth(1.8)
    canvas.circle(0, 0, RADIUS)
    canvas.setLineWidth(0.7)
    canvas.circle(0, 0, RADIUS * 0.66)
    _write_around(canvas, stamp.around, radius=RADIUS * 0.76)
    size = fitting_size(stamp.inside, SANS_BOLD, width=RADIUS * 1.15, largest=15)
    canvas.setFont(SANS_BOLD, size)
    canvas.drawCentredString(0, -size * 0.36, stamp.inside)
    canvas.restoreState()


def _write_around(canvas: Canvas, words: str, *, radius: float) -> None:
    """Write words clockwise over the top of a circle, at most over 300 degrees of it."""
    size = fitting_size(words, SANS_BOLD, width=radius * 2 * pi * 300 / 360, largest=8)
    canvas.setFont(SANS_BOLD, size)
    turn = text_width(words, SANS_BOLD, size) / 2 / radius
    for letter in words:
        half = text_width(letter, SANS_BOLD, size) / 2 / radius
        turn -= half
        canvas.saveState()
        canvas.translate(-radius * sin(turn), radius * cos(turn))
        canvas.rotate(turn * 180 / pi)
        canvas.drawCentredString(0, 0, letter)
        canvas.restoreState()
        turn -= half


def draw_signature(canvas: Canvas, start: tuple[float, float], *, width: float, seed: int) -> None:
    """Draw a signature nobody uses: loops to the right from the start, then a line back under them."""
    chance = Random(seed)  # noqa: S311  a drawing, not a secret
    x, y = start
    strokes = 4 + seed % 3
    step = width / strokes
    canvas.saveState()
    canvas.setStrokeColor(PEN_BLUE)
    canvas.setLineWidth(1.1)
    canvas.setLineCap(1)
    path = canvas.beginPath()
    path.moveTo(x, y)
    for stroke in range(strokes):
        rise, fall = chance.uniform(0.45, 1.1) * step, chance.uniform(0.2, 0.7) * step
        left, right = x + stroke * step, x + (stroke + 1) * step
        path.curveTo(
            left + step * 0.9, y + rise * 2, left - step * 0.5, y + rise * 1.6, left + step * 0.4, y - fall
        )
        path.curveTo(
            left + step * 0.6, y - fall, right - step * 0.2, y + rise, right, y + chance.uniform(-2, 2)
        )
    path.curveTo(
        x + width * 1.2, y + step * 0.5, x + width * 0.4, y - step * 0.9, x + width * 0.1, y - step * 0.5
    )
    canvas.drawPath(path)
    canvas.restoreState()

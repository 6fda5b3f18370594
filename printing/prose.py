"""Running text as letters of an office set it: the first line further in, both edges straight."""

from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from printing.fonts import SERIF
from printing.pieces import Column, Piece, Run
from printing.wrapping import text_width, wrap

_WIDEST_SPACE = 0.9
"""White between two words beyond which a line stays ragged, as a multiple of the type size."""


@dataclass(frozen=True, slots=True)
class Prose:
    """Set a paragraph justified, its first line 10 mm in, 6 points under what is above (Decree 30/2020)."""

    text: str

    def laid(self, column: Column) -> Run:
        """Come apart into one strip a line."""
        size, indent = column.type.body, min(10 * mm, column.width / 12)
        lines = wrap(self.text, SERIF, size, width=column.width, indent=indent)
        pieces = [
            _line(line, column, indent=0 if at else indent, justified=at < len(lines) - 1)
            for at, line in enumerate(lines)
        ]
        return Run((_under_white(pieces[0], size * 6 / 13), *pieces[1:]))


def _under_white(piece: Piece, white: float) -> Piece:
    return Piece(piece.height + white, lambda canvas, x, top: piece.draw(canvas, x, top - white))


def _line(line: str, column: Column, *, indent: float, justified: bool) -> Piece:
    size = column.type.body
    words = line.split(" ")
    inked = sum(text_width(word, SERIF, size) for word in words)
    usual = text_width(" ", SERIF, size)
    spread = (column.width - indent - inked) / max(len(words) - 1, 1)
    space = spread if justified and spread <= size * _WIDEST_SPACE else usual

    def draw(canvas: Canvas, x: float, top: float) -> None:
        canvas.setFont(SERIF, size)
        at = x + indent
        for word in words:
            canvas.drawString(at, top - size, word)
            at += text_width(word, SERIF, size) + space

    return Piece(column.type.leading(size) * 1.05, draw)

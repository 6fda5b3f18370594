"""Blocks beside a QR code that keeps room round it; a training mark shines through and hurts no reader."""

from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from printing.codes import code_rows, draw_code
from printing.pieces import Block, Column, Piece, Run

_QUIET = 4
"""Modules of room round a code (ISO/IEC 18004)."""


@dataclass(frozen=True, slots=True)
class BesideCode:
    """Set a code at the left, `side` millimetres wide with its room, and blocks beside it; never cut."""

    payload: str
    side: float
    blocks: tuple[Block, ...]

    def laid(self, column: Column) -> Run:
        """Come apart into one strip."""
        side = self.side * mm
        left = side + 2 * mm
        right = Column(column.width - left, column.type)
        pieces = [piece for block in self.blocks for piece in block.laid(right).pieces]
        high = sum(piece.height for piece in pieces)

        def draw(canvas: Canvas, x: float, top: float) -> None:
            _draw_code_in_room(canvas, self.payload, x=x, y=top - side, side=side)
            at = top - max((side - high) / 2, 0)
            for piece in pieces:
                piece.draw(canvas, x + left, at)
                at -= piece.height

        return Run((Piece(max(side, high), draw),))


def _draw_code_in_room(canvas: Canvas, payload: str, *, x: float, y: float, side: float) -> None:
    modules = len(code_rows(payload))
    quiet = side * _QUIET / (modules + 2 * _QUIET)
    draw_code(canvas, payload, x=x + quiet, y=y + quiet, side=side - 2 * quiet)

"""Labelled lines whose empty rest is dotted up to the edge."""

from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from printing.fonts import SERIF, SERIF_BOLD
from printing.pieces import Column, Piece, Run
from printing.wrapping import text_width, wrap

_DOT_PITCH = 2.6
_SHORTEST_LEADER = 4 * _DOT_PITCH


@dataclass(frozen=True, slots=True)
class LabelledLine:
    """Set a label and its value; what is left of the last line is dotted for the pen.

    A value longer than the line goes on below, flush with the label.
    """

    label: str
    value: str
    strong: bool = False

    def laid(self, column: Column) -> Run:
        """Come apart into one strip a line."""
        size, face = column.type.body, SERIF_BOLD if self.strong else SERIF
        indent = text_width(self.label + " ", SERIF, size)
        lines = wrap(self.value, face, size, width=column.width, indent=indent)
        return Run(tuple(self._piece(lines, at, column) for at in range(len(lines))))

    def _piece(self, lines: list[str], at: int, column: Column) -> Piece:
        height, size = column.type.leading(column.type.body) * 1.05, column.type.body
        face = SERIF_BOLD if self.strong else SERIF

        def draw(canvas: Canvas, x: float, top: float) -> None:
            baseline, end = top - size, x
            if at == 0:
                canvas.setFont(SERIF, size)
                canvas.drawString(x, baseline, self.label)
                end += text_width(self.label + " ", SERIF, size)
            canvas.setFont(face, size)
            canvas.drawString(end, baseline, lines[at])
            if at == len(lines) - 1:
                start = end + text_width(lines[at], face, size)
                draw_dots(canvas, start + (2 if lines[at] else 0), x + column.width, baseline)

        return Piece(height, draw)


@dataclass(frozen=True, slots=True)
class LinePair:
    """Set two labelled lines side by side, or below each other where they do not fit."""

    left: LabelledLine
    right: LabelledLine
    share: float = 0.5

    def laid(self, column: Column) -> Run:
        """Come apart into one strip, or into the strips of both lines."""
        left_width = column.width * self.share
        gap = column.type.body
        left = self.left.laid(Column(left_width - gap, column.type)).pieces
        right = self.right.laid(Column(column.width - left_width, column.type)).pieces
        if len(left) > 1 or len(right) > 1:
            return Run(self.left.laid(column).pieces + self.right.laid(column).pieces)

        def draw(canvas: Canvas, x: float, top: float) -> None:
            left[0].draw(canvas, x, top)
            right[0].draw(canvas, x + left_width, top)

        return Run((Piece(left[0].height, draw),))


def draw_dots(canvas: Canvas, start: float, end: float, baseline: float) -> None:
    """Dot a line from `end` back to `start`, so that the last dots of all lines stand flush."""
    if end - start < _SHORTEST_LEADER:
        return
    canvas.saveState()
    canvas.setLineCap(1)
    canvas.setLineWidth(0.7)
    canvas.setStrokeGray(0.35)
    canvas.setDash(0.01, _DOT_PITCH)
    canvas.line(end - 0.35, baseline, start, baseline)
    canvas.restoreState()

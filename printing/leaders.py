"""Labelled lines whose empty rest is dotted up to the edge."""

from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from printing.fonts import SERIF, SERIF_BOLD
from printing.pieces import Column, Piece, Run
from printing.wrapping import text_width, wrap

_DOT_PITCH = 2.6
_SHORTEST_LEADER = 4 * _DOT_PITCH
_SHARES = (0.5, 0.42, 0.58, 0.36, 0.66)


@dataclass(frozen=True, slots=True)
class LabelledLine:
    """Set a label and its value; what is left of the last line is dotted for the pen.

    A label or value longer than the line goes on below, flush with the label. At least `lines` lines
    are set. A `short` line may share its row with a short neighbour where a sheet pairs its lines.
    """

    label: str
    value: str
    strong: bool = False
    lines: int = 1
    short: bool = False

    def laid(self, column: Column) -> Run:
        """Come apart into one strip a line."""
        size, face = column.type.body, SERIF_BOLD if self.strong else SERIF
        labels = wrap(self.label, SERIF, size, width=column.width)
        indent = text_width(labels[-1] + " ", SERIF, size)
        values = wrap(self.value, face, size, width=column.width, indent=indent)
        cramped = not self.value and indent > column.width - _SHORTEST_LEADER
        values += [""] * (max(self.lines, 1 + cramped) - len(values))
        texts = [(label, "") for label in labels[:-1]]
        texts += [(labels[-1] if at == 0 else "", value) for at, value in enumerate(values)]
        full = len(texts) - 1 - _empty_at_the_end(values)
        return Run(tuple(self._piece(*text, column, dots=at >= full) for at, text in enumerate(texts)))

    def _piece(self, label: str, value: str, column: Column, *, dots: bool) -> Piece:
        height, size = column.type.leading(column.type.body) * 1.05, column.type.body
        face = SERIF_BOLD if self.strong else SERIF
        indent = text_width(label + " ", SERIF, size) if label else 0

        def draw(canvas: Canvas, x: float, top: float) -> None:
            baseline, end = top - size, x + indent
            canvas.setFont(SERIF, size)
            canvas.drawString(x, baseline, label)
            canvas.setFont(face, size)
            canvas.drawString(end, baseline, value)
            if dots:
                start = end + text_width(value, face, size)
                draw_dots(canvas, start + (2 if value else 0), x + column.width, baseline)

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


@dataclass(frozen=True, slots=True)
class SharedRow:
    """Set two short lines side by side, in halves if they fit so, or below each other if in no way."""

    left: LabelledLine
    right: LabelledLine

    def laid(self, column: Column) -> Run:
        """Come apart into one strip, or into the strips of both lines."""
        runs = [LinePair(self.left, self.right, share).laid(column) for share in _SHARES]
        return next((run for run in runs if len(run.pieces) == 1), runs[0])


def _empty_at_the_end(lines: list[str]) -> int:
    """Count the empty lines after the last that says something."""
    return next((at for at, line in enumerate(reversed(lines)) if line), len(lines) - 1)


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

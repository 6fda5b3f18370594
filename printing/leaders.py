"""Labelled lines whose empty rest is dotted up to the edge."""

from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from printing.fonts import SERIF, SERIF_BOLD
from printing.pieces import Column, Piece, Run
from printing.wrapping import text_width, wrap

_DOT_PITCH = 2.6
_SHORTEST_LEADER = 4 * _DOT_PITCH
_PEN = 5.5
"""Room that an empty short line keeps for the pen, as a multiple of the type size."""

_ROWS = (
    (1 / 3, 1 / 3, 1 / 3),
    (0.42, 0.28, 0.3),
    (0.5, 0.5),
    (0.42, 0.58),
    (0.58, 0.42),
    (0.34, 0.66),
    (0.66, 0.34),
)


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
class ShortLines:
    """Set short lines two or three to a row where they fit, each with room for the pen if it is empty."""

    lines: tuple[LabelledLine, ...]

    def laid(self, column: Column) -> Run:
        """Come apart into one strip a row."""
        pieces: list[Piece] = []
        rest = self.lines
        while rest:
            places = _places(rest, column)
            pieces += _row(rest[: len(places)], places, column)
            rest = rest[len(places) :]
        return Run(tuple(pieces))


def _places(lines: tuple[LabelledLine, ...], column: Column) -> tuple[float, ...]:
    """Choose how many of the next lines share a row, and give the width of each, gap and all."""
    for parts in _ROWS:
        widths = tuple(column.width * part for part in parts)
        four_left = len(lines) == 4 and len(parts) == 3  # two rows of two look better than three and one
        if len(parts) <= len(lines) and not four_left and _fit(lines, widths, column):
            return widths
    return (column.width,)


def _fit(lines: tuple[LabelledLine, ...], widths: tuple[float, ...], column: Column) -> bool:
    size = column.type.body
    needs = (
        text_width(line.label + " ", SERIF, size)
        + (text_width(line.value, SERIF_BOLD if line.strong else SERIF, size) or _PEN * size)
        + size
        for line in lines
    )
    return all(need <= width for need, width in zip(needs, widths, strict=False))


def _row(lines: tuple[LabelledLine, ...], widths: tuple[float, ...], column: Column) -> tuple[Piece, ...]:
    if len(lines) == 1:
        return lines[0].laid(column).pieces
    gaps = [column.type.body] * (len(lines) - 1) + [0]
    parts = [
        line.laid(Column(width - gap, column.type)).pieces[0]
        for line, width, gap in zip(lines, widths, gaps, strict=True)
    ]

    def draw(canvas: Canvas, x: float, top: float) -> None:
        for part, width in zip(parts, widths, strict=True):
            part.draw(canvas, x, top)
            x += width

    return (Piece(parts[0].height, draw),)


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

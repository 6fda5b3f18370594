"""Answers in boxes: one digit a box, and squares to tick."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from printing.fonts import BOXES, SERIF
from printing.leaders import LabelledLine
from printing.pieces import Column, Piece, Run
from printing.texts import Paragraph
from printing.wrapping import text_width, wrap

_BOX = 1.3
_SQUARE, _APART = 1.2, 1.3
_TICKED, _OPEN = "☑", "☐"


@dataclass(frozen=True, slots=True)
class DigitBoxes:
    """Set a label and a row of boxes with one digit in each; the boxes go below where both do not fit.

    What is no number, or longer than the row, is set as a plain line, so that nothing is lost.
    """

    label: str
    digits: str
    count: int = 12

    def laid(self, column: Column) -> Run:
        """Come apart into one strip, or two where the label needs the whole line."""
        size = column.type.body
        row = size * _BOX * self.count
        start = text_width(self.label + " ", SERIF, size) + size * 0.2
        if len(self.digits) > self.count or not (self.digits + "0").isdecimal():
            return LabelledLine(self.label, self.digits).laid(column)
        if start + row <= column.width:
            return Run((self._strip(self.label, start, column),))
        above = Paragraph(self.label).laid(column).pieces
        return Run((*above, self._strip("", 0, column)), together=True)

    def _strip(self, label: str, start: float, column: Column) -> Piece:
        size, side = column.type.body, column.type.body * _BOX
        pitch = text_width("0", SERIF, size)

        def draw(canvas: Canvas, x: float, top: float) -> None:
            bottom = top - side - size * 0.12
            baseline = bottom + (side - size * 0.68) / 2
            canvas.setFont(SERIF, size)
            canvas.drawString(x, baseline, label)
            canvas.setLineWidth(0.6)
            canvas.grid([x + start + side * at for at in range(self.count + 1)], [bottom, bottom + side])
            # One text with wide letter spacing: whoever copies the number gets it in one piece.
            first = x + start + (side - pitch) / 2
            canvas.drawString(first, baseline, self.digits, charSpace=side - pitch)

        return Piece(side + size * 0.3, draw)


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers offered, and whether it is the one given."""

    words: str
    ticked: bool


@dataclass(frozen=True, slots=True)
class TickBoxes:
    """Set a label and the answers offered, each behind a square; answers that do not fit go on below."""

    label: str
    choices: tuple[Choice, ...]

    def laid(self, column: Column) -> Run:
        """Come apart into one strip a row of answers, kept together."""
        label, start = self.label, text_width(self.label + "  ", SERIF, column.type.body)
        above: tuple[Piece, ...] = ()
        if start > column.width / 2:
            above, label, start = Paragraph(label).laid(column).pieces, "", 0
        rows = self._rows(column, column.width - start)
        strips = [_strip("" if at else label, start, row, column) for at, row in enumerate(rows)]
        return Run((*above, *strips), together=True)

    def _rows(self, column: Column, width: float) -> list[list[_Mark]]:
        """Put as many answers on a row as fit; one that is wider than a row is broken into lines."""
        rows: list[list[_Mark]] = [[]]
        for choice in self.choices:
            marks = _marks(choice, column, width)
            if rows[-1] and sum(mark.width for mark in (*rows[-1], marks[0])) > width + column.type.body:
                rows.append([])
            rows[-1].append(marks[0])
            rows += [[mark] for mark in marks[1:]]
        return rows


@dataclass(frozen=True, slots=True)
class _Mark:
    """A square, or none, with a line of words behind it, and the width of both with the gap after."""

    square: str
    words: str
    width: float


def _marks(choice: Choice, column: Column, width: float) -> list[_Mark]:
    size = column.type.body
    lines = wrap(choice.words, SERIF, size, width=width - size * _SQUARE)
    squares = [_TICKED if choice.ticked else _OPEN] + [""] * len(lines)
    return [
        _Mark(square, line, text_width(line, SERIF, size) + size * (_SQUARE + _APART))
        for square, line in zip(squares, lines, strict=False)
    ]


def _strip(label: str, start: float, row: list[_Mark], column: Column) -> Piece:
    size = column.type.body

    def draw(canvas: Canvas, x: float, top: float) -> None:
        baseline = top - size
        canvas.setFont(SERIF, size)
        canvas.drawString(x, baseline, label)
        x += start
        for mark in row:
            canvas.setFont(BOXES, size * 1.1)
            canvas.drawString(x, baseline, mark.square)
            canvas.setFont(SERIF, size)
            canvas.drawString(x + size * _SQUARE, baseline, mark.words)
            x += mark.width

    return Piece(column.type.leading(size) * 1.05, draw)

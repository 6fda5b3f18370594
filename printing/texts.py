"""Plain text: centred stacks, paragraphs and notes."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from printing.fonts import SERIF, SERIF_ITALIC
from printing.pieces import Column, Piece, Run
from printing.wrapping import text_width, wrap, wrap_evenly


@dataclass(frozen=True, slots=True)
class CentredText:
    """One paragraph in one face, centred, at a size in points."""

    text: str
    face: str
    size: float


def stacked(texts: Sequence[CentredText], column: Column) -> Piece:
    """Centre paragraphs in a column, one below the other."""
    lines = [
        CentredText(line, text.face, text.size)
        for text in texts
        for line in wrap_evenly(text.text, text.face, text.size, width=column.width)
    ]

    def draw(canvas: Canvas, x: float, top: float) -> None:
        for line in lines:
            canvas.setFont(line.face, line.size)
            canvas.drawCentredString(x + column.width / 2, top - line.size, line.text)
            top -= column.type.leading(line.size)

    return Piece(sum(column.type.leading(line.size) for line in lines), draw)


@dataclass(frozen=True, slots=True)
class CentredLines:
    """Set paragraphs in the middle of the column."""

    texts: tuple[CentredText, ...]

    def laid(self, column: Column) -> Run:
        """Come apart into one strip."""
        return Run((stacked(self.texts, column),))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Set text flush left, with a mark (a dash, a number) hanging before its first line.

    The size is in points; 0 is the body's of the paper.
    """

    text: str
    mark: str = ""
    face: str = SERIF
    size: float = 0

    def laid(self, column: Column) -> Run:
        """Come apart into one strip a line."""
        size = self.size or column.type.body
        hang = text_width(self.mark + "  ", self.face, size) if self.mark else 0
        lines = wrap(self.text, self.face, size, width=column.width - hang)
        return Run(tuple(self._piece(line, hang, size, column) for line in self._marked(lines)))

    def _marked(self, lines: list[str]) -> list[tuple[str, str]]:
        return [(self.mark if at == 0 else "", line) for at, line in enumerate(lines)]

    def _piece(self, marked: tuple[str, str], hang: float, size: float, column: Column) -> Piece:
        mark, line = marked

        def draw(canvas: Canvas, x: float, top: float) -> None:
            canvas.setFont(self.face, size)
            canvas.drawString(x, top - size, mark)
            canvas.drawString(x + hang, top - size, line)

        return Piece(column.type.leading(size), draw)


@dataclass(frozen=True, slots=True)
class Notes:
    """Set small notes, a dash before each or none, under an italic heading; nothing without notes.

    Notes that stay `together` go to the next page as one where this one has no room for all of them.
    """

    heading: str
    notes: tuple[str, ...]
    dash: bool = True
    together: bool = False

    def laid(self, column: Column) -> Run:
        """Come apart into one strip a line."""
        if not self.notes:
            return Run(())
        size = column.type.small
        heading = Paragraph(self.heading, face=SERIF_ITALIC, size=size)
        notes = [Paragraph(note, mark="–" if self.dash else "", size=size) for note in self.notes]
        pieces = tuple(piece for each in (heading, *notes) for piece in each.laid(column).pieces)
        return Run(pieces, together=self.together)

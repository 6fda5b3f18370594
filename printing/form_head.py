"""What stands over a declaration's answers: its number, and to whom it is addressed."""

from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from printing.fonts import SERIF, SERIF_BOLD, SERIF_ITALIC
from printing.leaders import LabelledLine
from printing.pieces import Column, Piece, Run
from printing.texts import CentredText, stacked
from printing.wrapping import text_width

_TO = "Kính gửi:"


@dataclass(frozen=True, slots=True)
class FormNumber:
    """Set the form's number and, below it, what it was issued with, in the right half of the page."""

    number: str
    issued_by: str

    def laid(self, column: Column) -> Run:
        """Come apart into one strip."""
        size = column.type.small * 1.1
        lines = ((self.number, SERIF_BOLD), (self.issued_by, SERIF_ITALIC))
        texts = [CentredText(text, face, size) for text, face in lines if text]
        widest = max(text_width(text.text, text.face, size) for text in texts) + 1
        width = min(widest, column.width * 0.55)
        words = stacked(texts, Column(width, column.type))

        def draw(canvas: Canvas, x: float, top: float) -> None:
            words.draw(canvas, x + column.width - width, top)

        return Run((Piece(words.height, draw),))


@dataclass(frozen=True, slots=True)
class Addressee:
    """Set to whom the declaration goes, in the middle; dots where it is not said."""

    addressed_to: str

    def laid(self, column: Column) -> Run:
        """Come apart into one strip."""
        if self.addressed_to:
            text = CentredText(f"{_TO} {self.addressed_to}", SERIF, column.type.body)
            return Run((stacked((text,), column),))
        margin = column.width / 6
        (line,) = LabelledLine(_TO, "").laid(Column(column.width - 2 * margin, column.type)).pieces
        return Run((Piece(line.height, lambda canvas, x, top: line.draw(canvas, x + margin, top)),))

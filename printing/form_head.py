"""What stands over a declaration's answers: its number, and to whom it is addressed."""

from dataclasses import dataclass

from reportlab.lib.units import cm, mm
from reportlab.pdfgen.canvas import Canvas

from printing.fonts import SERIF, SERIF_BOLD, SERIF_ITALIC
from printing.leaders import LabelledLine
from printing.pieces import Block, Column, Piece, Run
from printing.texts import CentredText, stacked
from printing.wrapping import text_width

_TO = "Kính gửi"
_PHOTO = "Ảnh"
_APART = 4 * mm


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
    mark: str = ""

    def laid(self, column: Column) -> Run:
        """Come apart into one strip."""
        label = f"{_TO}{self.mark}:"
        if self.addressed_to:
            text = CentredText(f"{label} {self.addressed_to}", SERIF, column.type.body)
            return Run((stacked((text,), column),))
        margin = column.width / 6
        (line,) = LabelledLine(label, "").laid(Column(column.width - 2 * margin, column.type)).pieces
        return Run((Piece(line.height, lambda canvas, x, top: line.draw(canvas, x + margin, top)),))


@dataclass(frozen=True, slots=True)
class BesidePhoto:
    """Set a frame for a photograph at the left and blocks beside it; `size` is in centimetres ("4x6")."""

    size: str
    blocks: tuple[Block, ...]

    def laid(self, column: Column) -> Run:
        """Come apart into one strip."""
        width, height = (float(side) * cm for side in self.size.split("x"))
        right = Column(column.width - width - _APART, column.type)
        pieces = [piece for block in self.blocks for piece in block.laid(right).pieces]
        words = [f"{_PHOTO} {self.size.replace('x', ' x ')} cm"]
        label = stacked(
            [CentredText(word, SERIF_ITALIC, column.type.small) for word in words], Column(width, column.type)
        )

        def draw(canvas: Canvas, x: float, top: float) -> None:
            canvas.setLineWidth(0.6)
            canvas.rect(x, top - height, width, height)
            label.draw(canvas, x, top - (height - label.height) / 2)
            for piece in pieces:
                piece.draw(canvas, x + width + _APART, top)
                top -= piece.height

        return Run((Piece(max(height, sum(piece.height for piece in pieces)), draw),))

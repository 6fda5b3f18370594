"""The parts most papers share: national header, place and date, title, signatures."""

from dataclasses import dataclass

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from printing.codes import code_rows, draw_code
from printing.fonts import SERIF, SERIF_BOLD, SERIF_ITALIC
from printing.pieces import Column, Piece, Run
from printing.texts import CentredText, stacked
from printing.wrapping import text_width

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
_SIGNATURE_BLUE: Color = HexColor(0x0B3D91)
_SMALLEST_MODULE = 0.6
"""Millimetres: what two readers still told apart in each askew and blurred scan of 150 dpi that was tried."""


@dataclass(frozen=True, slots=True)
class NationalHeader:
    """Set the office's block at the left beside the State's name and motto at the right.

    Lines under the motto (as long as it) and under the office (two fifths of it), number and place
    with date on one row below: Decree 30/2020/NĐ-CP, annex I.
    """

    parent: str
    office: str
    number: str
    place_and_date: str

    def laid(self, column: Column) -> Run:
        """Come apart into the header and the row of number and date."""
        head, motto = column.type.head, column.type.head + column.type.body / 13
        split = column.width - text_width(STATE, SERIF_BOLD, head)
        left = Column(split - head, column.type)
        right = Column(column.width - split, column.type)
        office = [CentredText(self.parent, SERIF, head), CentredText(self.office, SERIF_BOLD, head)]
        state = [CentredText(STATE, SERIF_BOLD, head), CentredText(MOTTO, SERIF_BOLD, motto)]
        number = [CentredText(self.number, SERIF, column.type.body)]
        date = [CentredText(self.place_and_date, SERIF_ITALIC, column.type.body)]
        top = _beside(_underlined(office, left, part=0.4), _underlined(state, right, part=1), split)
        bottom = _beside(stacked(number, left), stacked(date, right), split)
        return Run((top, bottom), together=True)


@dataclass(frozen=True, slots=True)
class StateHeader:
    """Set the State's name and motto alone, in the middle, as private contracts do."""

    def laid(self, column: Column) -> Run:
        """Come apart into one strip."""
        head, body = column.type.head, column.type.body
        state = [CentredText(STATE, SERIF_BOLD, head), CentredText(MOTTO, SERIF_BOLD, body)]
        return Run((_underlined(state, column, part=1),))


@dataclass(frozen=True, slots=True)
class TitleBlock:
    """Set the paper's title with the lines under it, and its code, if it has one, at the right."""

    title: tuple[str, ...]
    lines: tuple[CentredText, ...]
    code_payload: str

    def laid(self, column: Column) -> Run:
        """Come apart into one strip."""
        side = self._side(column)
        middle = Column(column.width - 2 * side - 8, column.type)
        texts = [CentredText(line, SERIF_BOLD, column.type.title) for line in self.title]
        words = stacked([*texts, *self.lines], middle)

        def draw(canvas: Canvas, x: float, top: float) -> None:
            words.draw(canvas, x + side + 4, top)
            if self.code_payload:
                draw_code(canvas, self.code_payload, x=x + column.width - side, y=top - side, side=side)

        return Run((Piece(max(words.height, side if self.code_payload else 0), draw),))

    def _side(self, column: Column) -> float:
        """Make the code no smaller than its modules can be told apart in a scan of 150 dpi."""
        modules = len(code_rows(self.code_payload)) if self.code_payload else 0
        return float(max(1.6 * column.type.body, _SMALLEST_MODULE * modules) * mm)


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: the capacity in capitals, what to do, and the name when it is known.

    `dated` is the line of place and date above the capacity, where this column has one. `certified` are the
    lines of who has signed by certificate, framed where else the pen would go, which is then not asked for.
    """

    capacity: str
    hint: str
    name: str
    dated: str = ""
    certified: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signatures:
    """Set columns for signing side by side, with room for the pen in lines of body type."""

    signatures: tuple[Signature, ...]
    room: float = 3.8

    def laid(self, column: Column) -> Run:
        """Come apart into one strip, so that a name never parts from its capacity."""
        share = column.width / len(self.signatures)
        inner = Column(share - column.type.body, column.type)
        heads = [stacked(_signing(signature, column), inner) for signature in self.signatures]
        names = [stacked([_name(signature, column)], inner) for signature in self.signatures]
        marks = [_certified(signature, inner) for signature in self.signatures]
        dates = [stacked(_date(signature, column), inner) for signature in self.signatures]
        date_height = max(date.height for date in dates)
        date_height += column.type.body * 0.25 if date_height else 0
        room = max(column.type.body * self.room, *(mark.height for mark in marks))
        signed_from = date_height + max(head.height for head in heads)
        height = signed_from + room + max(name.height for name in names)

        def draw(canvas: Canvas, x: float, top: float) -> None:
            for at, (date, head, name, mark) in enumerate(zip(dates, heads, names, marks, strict=True)):
                left = x + at * share + column.type.body / 2
                date.draw(canvas, left, top)
                head.draw(canvas, left, top - date_height)
                mark.draw(canvas, left, top - signed_from - (room - mark.height) / 2)
                name.draw(canvas, left, top - signed_from - room)

        return Run((Piece(height, draw),))


def _date(signature: Signature, column: Column) -> list[CentredText]:
    return [CentredText(signature.dated, SERIF_ITALIC, column.type.head)] if signature.dated else []


def _signing(signature: Signature, column: Column) -> list[CentredText]:
    hint = "" if signature.certified else signature.hint
    return [
        CentredText(signature.capacity, SERIF_BOLD, column.type.head),
        CentredText(hint, SERIF_ITALIC, column.type.head),
    ]


def _certified(signature: Signature, column: Column) -> Piece:
    """Frame who has signed by certificate and when: blue, as Decree 30/2020/NĐ-CP has signatures."""
    if not signature.certified:
        return Piece(0, lambda *_: None)
    size, pad = column.type.small, column.type.small * 0.45
    texts = [CentredText(line, SERIF, size) for line in signature.certified]
    words = stacked(texts, Column(column.width - 2 * pad, column.type))
    height = words.height + 2 * pad

    def draw(canvas: Canvas, x: float, top: float) -> None:
        canvas.saveState()
        canvas.setStrokeColor(_SIGNATURE_BLUE)
        canvas.setLineWidth(0.8)
        canvas.roundRect(x, top - pad / 2 - height, column.width, height, 2 * pad / 3)
        canvas.setFillColor(_SIGNATURE_BLUE)
        words.draw(canvas, x + pad, top - pad)
        canvas.restoreState()

    return Piece(height + pad, draw)


def _name(signature: Signature, column: Column) -> CentredText:
    return CentredText(signature.name, SERIF_BOLD, column.type.body)


def _underlined(texts: list[CentredText], column: Column, *, part: float) -> Piece:
    """Stack paragraphs and rule a line under them, `part` of the last one's length."""
    words, last = stacked(texts, column), texts[-1]
    length = part * min(text_width(last.text, last.face, last.size), column.width)

    def draw(canvas: Canvas, x: float, top: float) -> None:
        words.draw(canvas, x, top)
        canvas.setLineWidth(0.7)
        middle, y = x + column.width / 2, top - words.height - 2.5
        canvas.line(middle - length / 2, y, middle + length / 2, y)

    return Piece(words.height + column.type.body * 0.7, draw)


def _beside(left: Piece, right: Piece, split: float) -> Piece:
    def draw(canvas: Canvas, x: float, top: float) -> None:
        left.draw(canvas, x, top)
        right.draw(canvas, x + split, top)

    return Piece(max(left.height, right.height), draw)

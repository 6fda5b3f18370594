"""The tear-off of an 80 mm printer: code, time to come back, place, and the code that desks judge it by."""

from dataclasses import dataclass
from datetime import datetime

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from printing.codes import code_rows, draw_code
from printing.fonts import SANS, SANS_BOLD, SANS_MEDIUM, Fonts
from printing.pieces import Block, Column, Gap, Piece, Run, TypeScale
from printing.sheet import TRAINING_WORDS, VOID_WORDS, Format, Imprint, Margins, Marks, Sheet
from printing.texts import CentredLines, CentredText, Paragraph
from printing.wrapping import fitting_size

DOTS_PER_MM = 8
WIDTH = 72
"""Millimetres that the head of an 80 mm printer reaches: 576 dots."""
TITLE = "HẸN TRẢ KẾT QUẢ"
_TYPE = TypeScale(body=9.5, head=9, title=15, small=8, line=1.28)
_MARGINS = Margins(2, 2, 2.5, 2.5)
_MODULE_DOTS = 5
_QUIET = 4
"""Modules of room round a code (ISO/IEC 18004)."""


@dataclass(frozen=True, slots=True)
class TearOffLine:
    """One of several dossiers received together: its code and when it is due."""

    code: str
    due_at: str


@dataclass(frozen=True, slots=True)
class TearOffWords:
    """Every word of the tear-off, final; it names no person.

    `lines` are listed where there are several dossiers, whose latest time is the one in large type; an empty
    `request` or `phone` is left out.
    """

    office: str
    counter: str
    dossier_code: str
    request: str
    received_at: str
    due_hour: str
    due_day: str
    place: str
    phone: str
    code_payload: str
    lines: tuple[TearOffLine, ...] = ()


def draw_tear_off(words: TearOffWords, *, fonts: Fonts, marks: Marks, created_at: datetime) -> bytes:
    """Draw the tear-off as PDF/A-2b, as wide as the printer's head and as long as its words."""
    fonts.load()
    blocks = (*_marked(marks), *_blocks(words))
    column = Column((WIDTH - _MARGINS.left - _MARGINS.right) * mm, _TYPE)
    high = sum(piece.height for block in blocks for piece in block.laid(column).pieces) / mm
    page = Format(WIDTH, round(high + _MARGINS.top + _MARGINS.bottom + 1), _MARGINS, _TYPE)
    sheet = Sheet(page, fonts=fonts, marks=Marks(), imprint=Imprint(TITLE.capitalize(), created_at))
    sheet.start_copy()
    for block in blocks:
        sheet.lay(block)
    from printing.archive import to_archive  # noqa: PLC0415 - start-up time: no desk prints before it stands

    return to_archive(sheet.finished())


def _marked(marks: Marks) -> tuple[Block, ...]:
    """Say in black what a pale mark would not show on thermal paper."""
    said = [_Bar(TRAINING_WORDS)] if marks.training else []
    if marks.is_void:
        said.append(_Bar(VOID_WORDS))
    if marks.copy_number:
        said.append(_Bar(f"BẢN IN LẠI, LẦN {marks.copy_number}"))
    return tuple(said)


def _blocks(words: TearOffWords) -> tuple[Block, ...]:
    return (
        _centred(words.office, SANS_MEDIUM, _TYPE.head),
        _centred(words.counter, SANS, _TYPE.small),
        Gap(4),
        _centred(TITLE, SANS_BOLD, _TYPE.title),
        Gap(3),
        _Line(words.dossier_code, SANS_BOLD, 14),
        Gap(3),
        *((Paragraph(words.request, face=SANS, size=_TYPE.body), Gap(2)) if words.request else ()),
        *_listed(words.lines),
        Gap(3),
        _Framed(words.due_hour, words.due_day),
        Gap(5),
        *_said("Nơi nhận kết quả", words.place),
        *_said("Điện thoại hỏi tin", words.phone),
        Gap(2),
        _MiddleCode(words.code_payload),
        _centred(f"Tiếp nhận lúc {words.received_at}", SANS, _TYPE.small),
        Gap(6),
    )


def _listed(lines: tuple[TearOffLine, ...]) -> tuple[Block, ...]:
    return tuple(
        Paragraph(f"{line.code}: {line.due_at}", mark="•", face=SANS, size=_TYPE.small) for line in lines
    )


def _said(label: str, value: str) -> tuple[Block, ...]:
    """Set a label over its value, or nothing where there is none."""
    if not value:
        return ()
    return (
        Paragraph(label, face=SANS, size=_TYPE.small),
        Paragraph(value, face=SANS_MEDIUM, size=_TYPE.body),
        Gap(3),
    )


def _centred(text: str, face: str, size: float) -> CentredLines:
    return CentredLines((CentredText(text, face, size),))


@dataclass(frozen=True, slots=True)
class _Line:
    """Set one line in the middle, smaller where it would be too long."""

    text: str
    face: str
    largest: float

    def laid(self, column: Column) -> Run:
        """Come apart into one strip."""
        size = fitting_size(self.text, self.face, width=column.width, largest=self.largest)

        def draw(canvas: Canvas, x: float, top: float) -> None:
            canvas.setFont(self.face, size)
            canvas.drawCentredString(x + column.width / 2, top - size, self.text)

        return Run((Piece(column.type.leading(size), draw),))


@dataclass(frozen=True, slots=True)
class _Bar:
    """Set one line in white on a black bar."""

    text: str

    def laid(self, column: Column) -> Run:
        """Come apart into one strip."""
        size = fitting_size(self.text, SANS_BOLD, width=column.width - 8, largest=11)
        height = size * 1.6

        def draw(canvas: Canvas, x: float, top: float) -> None:
            canvas.rect(x, top - height, column.width, height, stroke=0, fill=1)
            canvas.saveState()
            canvas.setFillGray(1)
            canvas.setFont(SANS_BOLD, size)
            canvas.drawCentredString(x + column.width / 2, top - height / 2 - size * 0.36, self.text)
            canvas.restoreState()

        return Run((Piece(height + 4, draw),))


@dataclass(frozen=True, slots=True)
class _Framed:
    """Set the time to come back in large type inside a thick frame."""

    hour: str
    day: str

    def laid(self, column: Column) -> Run:
        """Come apart into one strip."""
        lines = (_Line(self.hour, SANS_BOLD, 15), _Line(self.day, SANS_BOLD, 15))
        inner = Column(column.width - 12, column.type)
        pieces = [piece for line in lines for piece in line.laid(inner).pieces]
        height = sum(piece.height for piece in pieces) + 8

        def draw(canvas: Canvas, x: float, top: float) -> None:
            canvas.setLineWidth(1.6)
            canvas.roundRect(x + 1, top - height, column.width - 2, height, 5)
            at = top - 3
            for piece in pieces:
                piece.draw(canvas, x + 6, at)
                at -= piece.height

        return Run((Piece(height, draw),))


@dataclass(frozen=True, slots=True)
class _MiddleCode:
    """Set a code in the middle, each module a whole number of the printer's dots."""

    payload: str

    def laid(self, column: Column) -> Run:
        """Come apart into one strip."""
        module = _MODULE_DOTS / DOTS_PER_MM * mm
        side = len(code_rows(self.payload)) * module
        quiet = _QUIET * module

        def draw(canvas: Canvas, x: float, top: float) -> None:
            left, bottom = x + (column.width - side) / 2, top - quiet - side
            draw_code(canvas, self.payload, x=_on_a_dot(left), y=_on_a_dot(bottom), side=side)

        return Run((Piece(side + 2 * quiet, draw),))


def _on_a_dot(points: float) -> float:
    return float(round(points / mm * DOTS_PER_MM) / DOTS_PER_MM * mm)

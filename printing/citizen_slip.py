"""The citizen's own slip in large type: what was filed, when to come back, where, and with what."""

from dataclasses import dataclass
from datetime import datetime

from reportlab.pdfgen.canvas import Canvas

from printing.code_blocks import BesideCode
from printing.fonts import SANS, SANS_BOLD, SANS_MEDIUM, Fonts
from printing.pieces import Block, Column, Gap, Piece, Run, TypeScale
from printing.sheet import Imprint, Marks, PaperSize, Sheet
from printing.texts import CentredLines, CentredText, Paragraph

TITLE = "HẸN TRẢ KẾT QUẢ"
_TYPE = TypeScale(body=17, head=16, title=24, small=14, line=1.28)
_TYPE_A5 = TypeScale(body=14, head=14, title=18, small=14, line=1.2)
_DUE = 1.5
"""Size of the time to come back, as a multiple of the body's."""
_CODE_SIDE = {PaperSize.A4: 40.0, PaperSize.A5: 30.0}


@dataclass(frozen=True, slots=True)
class CitizenWords:
    """Every word of the slip, final; `bring` is what to come back with, an empty `fee` is left out."""

    office: str
    citizen: str
    request: str
    dossier_code: str
    due_hour: str
    due_day: str
    place: str
    phone: str
    fee: str
    bring: tuple[str, ...]


def draw_citizen_slip(
    words: CitizenWords, *, size: PaperSize, fonts: Fonts, marks: Marks, created_at: datetime
) -> bytes:
    """Draw the slip as PDF/A-2b; no letter on it is smaller than 14 points, on A5 neither."""
    scale = _TYPE if size is PaperSize.A4 else _TYPE_A5
    sheet = Sheet(size, fonts=fonts, marks=marks, imprint=Imprint(TITLE.capitalize(), created_at), type=scale)
    sheet.start_copy()
    for block in _blocks(words, scale, _CODE_SIDE[size]):
        sheet.lay(block)
    from printing.archive import to_archive  # noqa: PLC0415 - start-up time: no desk prints before it stands

    return to_archive(sheet.finished())


def _blocks(words: CitizenWords, scale: TypeScale, side: float) -> tuple[Block, ...]:
    apart = Gap(scale.body * 0.6)
    code = (_label("Mã hồ sơ", scale), _strong(words.dossier_code, scale))
    return (
        CentredLines((CentredText(words.office, SANS_MEDIUM, scale.small),)),
        Gap(scale.body * 0.4),
        CentredLines((CentredText(TITLE, SANS_BOLD, scale.title),)),
        apart,
        *_said("Ông/Bà", words.citizen, scale),
        *_said("Việc cần giải quyết", words.request, scale),
        apart,
        _Framed((_due(words, scale),)),
        apart,
        *_said("Nơi nhận kết quả", words.place, scale),
        *_said("Điện thoại hỏi tin", words.phone, scale),
        *_said("Phí, lệ phí", words.fee, scale),
        *_bring(words.bring, scale),
        apart,
        BesideCode(words.dossier_code, side, code),
    )


def _due(words: CitizenWords, scale: TypeScale) -> CentredLines:
    large = scale.body * _DUE
    return CentredLines(
        (
            CentredText("Mời Ông/Bà đến nhận kết quả lúc", SANS, scale.body),
            CentredText(words.due_hour, SANS_BOLD, large),
            CentredText(words.due_day, SANS_BOLD, large),
        )
    )


def _bring(things: tuple[str, ...], scale: TypeScale) -> tuple[Block, ...]:
    if not things:
        return ()
    lines = (Paragraph(thing, mark="•", face=SANS, size=scale.body) for thing in things)
    return (_label("Khi đến xin mang theo", scale), *lines)


def _said(label: str, value: str, scale: TypeScale) -> tuple[Block, ...]:
    """Set a label over its value, or nothing where there is none."""
    return (_label(label, scale), _strong(value, scale), Gap(scale.body * 0.3)) if value else ()


def _label(text: str, scale: TypeScale) -> Paragraph:
    return Paragraph(text, face=SANS, size=scale.small)


def _strong(text: str, scale: TypeScale) -> Paragraph:
    return Paragraph(text, face=SANS_BOLD, size=scale.body)


@dataclass(frozen=True, slots=True)
class _Framed:
    """Rule a thick frame round blocks, which stay on one page."""

    blocks: tuple[Block, ...]

    def laid(self, column: Column) -> Run:
        """Come apart into one strip."""
        pad = column.type.body * 0.6
        inner = Column(column.width - 2 * pad, column.type)
        pieces = [piece for block in self.blocks for piece in block.laid(inner).pieces]
        height = sum(piece.height for piece in pieces) + 2 * pad

        def draw(canvas: Canvas, x: float, top: float) -> None:
            canvas.setLineWidth(2)
            canvas.roundRect(x, top - height, column.width, height, pad)
            at = top - pad
            for piece in pieces:
                piece.draw(canvas, x + pad, at)
                at -= piece.height

        return Run((Piece(height, draw),))

"""Cover and separator sheets for a stack: large words for people, a large code for the scanner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from printing.codes import draw_code
from printing.fonts import SANS, SANS_BOLD, SANS_MEDIUM, Fonts
from printing.pieces import Block, Column, Gap, Piece, Run
from printing.sheet import Imprint, Marks, PaperSize, Sheet
from printing.texts import CentredLines, CentredText, Paragraph

_CODE_MM = 92.0
_QUIET_MM = 12.0  # white around the code: four modules of its coarsest grid
_KICKER, _NAME, _LONG_NAME, _HINT = 13.0, 36.0, 26.0, 13.0
_LONG = 60  # letters
_SEPARATOR_HINTS = (
    "Đặt tờ này lên trên các trang của giấy tờ ghi ở trên, mặt in cùng chiều với các trang.",
    "Đưa cả tập vào khay nạp: máy tự xếp các trang theo sau vào đúng giấy tờ này.",
    "Tờ này không lưu vào hồ sơ; cất lại để dùng cho lần sau.",
)
_COVER_HINTS = (
    "Đặt tờ bìa này trên cùng, rồi đến từng tờ phân cách và các trang của nó, theo thứ tự trên.",
    "Chỉ dùng cho một hồ sơ: các trang theo sau chỉ được xếp vào hồ sơ có mã này.",
)


@dataclass(frozen=True, slots=True)
class SeparatorWords:
    """The words of one separator: whose paper list it stands in, which place, and what its code says."""

    procedure: str
    name: str
    place: str
    payload: str


@dataclass(frozen=True, slots=True)
class CoverWords:
    """The words of a cover: the procedure, its papers in order, the dossier's mark, and the code."""

    procedure: str
    papers: tuple[str, ...]
    reference_line: str
    payload: str


def draw_stack_sheets(
    separators: Sequence[SeparatorWords],
    *,
    cover: CoverWords | None = None,
    fonts: Fonts,
    marks: Marks,
    created_at: datetime,
) -> bytes:
    """Draw the cover, if there is one, and each separator on a page of A4 of its own."""
    imprint = Imprint("Tờ phân cách tập giấy tờ", created_at)
    sheet = Sheet(PaperSize.A4, fonts=fonts, marks=marks, imprint=imprint)
    pages = [_cover(cover)] if cover else []
    for blocks in [*pages, *(_separator(words) for words in separators)]:
        sheet.start_copy()
        for block in blocks:
            sheet.lay(block)
    from printing.archive import to_archive  # noqa: PLC0415 - start-up time: no desk prints before it stands

    return to_archive(sheet.finished())


def _separator(words: SeparatorWords) -> list[Block]:
    size = _LONG_NAME if len(words.name) > _LONG else _NAME
    return [
        _kicker("TỜ PHÂN CÁCH", words.place, words.procedure),
        Gap(22),
        CentredLines((CentredText(words.name, SANS_BOLD, size),)),
        Gap(26),
        _LargeCode(words.payload),
        Gap(26),
        *_hints(_SEPARATOR_HINTS),
    ]


def _cover(words: CoverWords) -> list[Block]:
    papers = [
        Paragraph(name, mark=f"{number}.", face=SANS, size=_HINT)
        for number, name in enumerate(words.papers, start=1)
    ]
    return [
        _kicker("BÌA HỒ SƠ", words.reference_line),
        Gap(16),
        CentredLines((CentredText(words.procedure, SANS_BOLD, _LONG_NAME),)),
        Gap(18),
        _LargeCode(words.payload),
        Gap(20),
        *papers,
        Gap(14),
        *_hints(_COVER_HINTS),
    ]


def _kicker(kind: str, place: str, below: str = "") -> CentredLines:
    said = f"{kind} · {place}" if place else kind
    more = (CentredText(below, SANS, _KICKER),) if below else ()
    return CentredLines((CentredText(said, SANS_MEDIUM, _KICKER), *more))


def _hints(hints: Sequence[str]) -> list[Paragraph]:
    return [Paragraph(hint, mark="–", face=SANS, size=_HINT) for hint in hints]


@dataclass(frozen=True, slots=True)
class _LargeCode:
    """Set a code in the middle of the column, on white of its own."""

    payload: str

    def laid(self, column: Column) -> Run:
        """Come apart into one strip."""
        whole, side = (_CODE_MM + 2 * _QUIET_MM) * mm, _CODE_MM * mm

        def draw(canvas: Canvas, x: float, top: float) -> None:
            left = x + (column.width - whole) / 2
            canvas.saveState()
            canvas.setFillGray(1)
            canvas.rect(left, top - whole, whole, whole, stroke=0, fill=1)
            canvas.restoreState()
            quiet = _QUIET_MM * mm
            draw_code(canvas, self.payload, x=left + quiet, y=top - whole + quiet, side=side)

        return Run((Piece(whole, draw),))

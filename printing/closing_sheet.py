"""The sheet on which a shift is closed: what was counted, numbers without a dossier, what does not agree."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from printing.blocks import Signature, Signatures
from printing.fonts import SERIF_BOLD, Fonts
from printing.leaders import LabelledLine
from printing.paper_table import PaperTable, TableColumn
from printing.pieces import Block, Gap
from printing.sheet import Marks, PaperSize
from printing.slip import SIGN_HERE, Slip, SlipHead, draw_slip
from printing.texts import Paragraph

TITLE = ("BIÊN BẢN CHỐT CA",)
_SCALE = 0.9
_COUNTED = (
    TableColumn("Nội dung", 44),
    TableColumn("Số lượng", 20, centred=True),
    TableColumn("Chi tiết", 36),
)
_UNUSED = (TableColumn("Số, mã", 32), TableColumn("Lý do", 68))
_DIFFERENCES = (TableColumn("Chưa khớp", 55), TableColumn("Cách xử lý", 45))
_BALANCED = "Số đã cấp, hồ sơ, giấy tiếp nhận, giấy tờ số hóa và phí, lệ phí khớp nhau."


@dataclass(frozen=True, slots=True)
class ClosingLine:
    """One thing that was counted, how much of it there is, and what is to be said of it."""

    what: str
    count: str
    detail: str


@dataclass(frozen=True, slots=True)
class ClosingWords:
    """Every word of a closing sheet, final.

    ``unused`` are numbers without a dossier and why; ``differences`` what does not agree and what helps.
    """

    head: SlipHead
    shift: str
    closed_at: str
    lines: tuple[ClosingLine, ...]
    unused: tuple[tuple[str, str], ...]
    differences: tuple[tuple[str, str], ...]
    official_name: str
    seal: str


def draw_closing_sheet(
    words: ClosingWords, *, size: PaperSize, fonts: Fonts, marks: Marks, created_at: datetime
) -> bytes:
    """Draw the sheet as PDF/A-2b."""
    received_by = Signature("NGƯỜI NHẬN BÀN GIAO", SIGN_HERE, "")
    close = Signatures((received_by, Signature("NGƯỜI CHỐT CA", SIGN_HERE, words.official_name)))
    slip = Slip(TITLE, words.head, _body(words), close, (words.seal,))
    return draw_slip(slip, size=size, fonts=fonts, marks=marks, created_at=created_at)


def _body(words: ClosingWords) -> tuple[Block, ...]:
    rows = tuple((line.what, line.count, line.detail or "–") for line in words.lines)
    blocks: list[Block] = [
        LabelledLine("Ca trực:", words.shift),
        LabelledLine("Chốt lúc:", words.closed_at),
        Gap(6),
        PaperTable(_COUNTED, rows, scale=_SCALE),
        Gap(6),
    ]
    if words.unused:
        blocks += [
            Paragraph("Số không còn hồ sơ:", face=SERIF_BOLD),
            Gap(2),
            PaperTable(_UNUSED, words.unused, scale=_SCALE),
            Gap(6),
        ]
    if words.differences:
        blocks += [
            Paragraph("Chưa khớp:", face=SERIF_BOLD),
            Gap(2),
            PaperTable(_DIFFERENCES, words.differences, scale=_SCALE),
        ]
    else:
        blocks.append(Paragraph(_BALANCED, face=SERIF_BOLD))
    return tuple(blocks)

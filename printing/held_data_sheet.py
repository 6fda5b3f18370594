"""What a desk holds about one person, as they may know it: each kind, since when, why, for how long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from printing.blocks import Signature, Signatures
from printing.fonts import Fonts
from printing.leaders import LabelledLine
from printing.paper_table import PaperTable, TableColumn
from printing.pieces import Block, Gap
from printing.sheet import Marks, PaperSize
from printing.slip import SIGN_HERE, Slip, SlipHead, draw_slip
from printing.texts import Paragraph

TITLE = ("THÔNG TIN VỀ DỮ LIỆU CÁ NHÂN", "ĐANG ĐƯỢC LƯU TẠI QUẦY")
_SCALE = 0.85
_COLUMNS = (
    TableColumn("Dữ liệu", 34),
    TableColumn("Có từ", 16, centred=True),
    TableColumn("Để làm gì", 25),
    TableColumn("Giữ đến", 25),
)
_NOTHING = "Máy quầy này không giữ dữ liệu nào về số định danh nêu trên."


@dataclass(frozen=True, slots=True)
class HeldLine:
    """One thing that is held."""

    what: str
    since: str
    why: str
    until: str


@dataclass(frozen=True, slots=True)
class HeldDataWords:
    """Every word of the sheet, final."""

    head: SlipHead
    number: str
    told_at: str
    lines: tuple[HeldLine, ...]
    looks: str
    holds: str
    rights: str
    official_name: str


def draw_held_data(
    words: HeldDataWords, *, size: PaperSize, fonts: Fonts, marks: Marks, created_at: datetime
) -> bytes:
    """Draw the sheet as PDF/A-2b."""
    told = Signature("NGƯỜI ĐƯỢC THÔNG TIN", SIGN_HERE, "")
    close = Signatures((told, Signature("NGƯỜI CUNG CẤP THÔNG TIN", SIGN_HERE, words.official_name)))
    slip = Slip(TITLE, words.head, _body(words), close, (words.rights,))
    return draw_slip(slip, size=size, fonts=fonts, marks=marks, created_at=created_at)


def _body(words: HeldDataWords) -> tuple[Block, ...]:
    head = (LabelledLine("Số định danh:", words.number), LabelledLine("Tính đến:", words.told_at), Gap(6))
    rows = tuple((line.what, line.since, line.why, line.until) for line in words.lines)
    held: Block = PaperTable(_COLUMNS, rows, scale=_SCALE) if rows else Paragraph(_NOTHING)
    tail = (Paragraph(one) for one in (words.looks, words.holds) if one)
    return (*head, held, Gap(6), *tail)

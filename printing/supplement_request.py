"""Form 02: one request for everything that a dossier still lacks, each with its reason and its law.

Circular 03/2025/TT-VPCP, annex I; the wording is that of Circular 01/2018/TT-VPCP, form 02.
"""

from dataclasses import dataclass
from datetime import datetime

from printing.blocks import Signature, Signatures
from printing.fonts import Fonts
from printing.leaders import LabelledLine
from printing.paper_table import PaperTable, TableColumn
from printing.pieces import Block, Gap
from printing.prose import Prose
from printing.sheet import Marks, PaperSize
from printing.slip import SIGN_HERE, Concerned, Slip, SlipHead, draw_slip, reached

TITLE = ("PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ",)
_ROWS_FOR_THE_PEN = 4
_COLUMNS = (
    TableColumn("TT", 7, centred=True),
    TableColumn("Nội dung cần bổ sung, hoàn thiện", 35),
    TableColumn("Loại bản, số lượng", 18, centred=True),
    TableColumn("Lý do và căn cứ pháp lý", 40),
)


@dataclass(frozen=True, slots=True)
class SupplementItem:
    """One thing that is lacking: what, as which kind of copy and how many, why, and by which law."""

    name: str
    kind: str
    reason: str
    law: str


@dataclass(frozen=True, slots=True)
class SupplementWords:
    """Every word of a supplement request, final; without `items` the table has rows for the pen."""

    head: SlipHead
    concerned: Concerned
    items: tuple[SupplementItem, ...]
    reason: str
    contact: str
    contact_phone: str
    official_name: str
    title: tuple[str, ...] = TITLE
    notes: tuple[str, ...] = ()
    certified: tuple[str, ...] = ()


def draw_supplement_request(
    words: SupplementWords, *, size: PaperSize, fonts: Fonts, marks: Marks, created_at: datetime
) -> bytes:
    """Draw the request as PDF/A-2b."""
    nothing = Signature("", "", "")
    guide = Signature("NGƯỜI HƯỚNG DẪN", SIGN_HERE, words.official_name, certified=words.certified)
    close = Signatures((nothing, guide))
    slip = Slip(words.title, words.head, _body(words), close, words.notes)
    return draw_slip(slip, size=size, fonts=fonts, marks=marks, created_at=created_at)


def _body(words: SupplementWords) -> tuple[Block, ...]:
    contact = f"{words.contact} số điện thoại {words.contact_phone}"
    return (
        LabelledLine("Hồ sơ của:", words.concerned.applicant, strong=True),
        *reached(words.concerned),
        Prose("Yêu cầu Ông/Bà hoàn thiện hồ sơ gồm những nội dung như sau:"),
        Gap(4),
        _table(words.items),
        Gap(4),
        LabelledLine("Lý do:", words.reason),
        Prose(
            f"Trong quá trình hoàn thiện hồ sơ nếu có vướng mắc, Ông/Bà liên hệ với {contact} "
            "để được hướng dẫn./."
        ),
    )


def _table(items: tuple[SupplementItem, ...]) -> PaperTable:
    rows = [(str(at), item.name, item.kind, _why(item)) for at, item in enumerate(items, 1)]
    blank = [(str(at), "", "", "") for at in range(1, _ROWS_FOR_THE_PEN + 1)]
    return PaperTable(_COLUMNS, tuple(rows or blank), blank_lines=2)


def _why(item: SupplementItem) -> str:
    law = f"Căn cứ: {item.law}" if item.law else ""
    return "\n".join(part for part in (item.reason, law) if part)

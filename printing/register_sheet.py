"""Form 07: pages of the book of dossiers, on A4 lying down.

Circular 03/2025/TT-VPCP, annex I; the columns are those of Circular 01/2018/TT-VPCP, form 06.
"""

from dataclasses import dataclass
from datetime import datetime

from printing.blocks import NationalHeader, Signature, Signatures, TitleBlock
from printing.fonts import SERIF, Fonts
from printing.form_head import FormNumber
from printing.paper_table import PaperTable, TableColumn
from printing.pieces import TypeScale
from printing.sheet import Format, Imprint, Margins, Marks, Sheet
from printing.slip import SIGN_HERE, SlipHead
from printing.texts import CentredText

TITLE = ("SỔ THEO DÕI HỒ SƠ",)
_LYING = Format(297, 210, Margins(20, 15, 20, 15), TypeScale(body=12, head=11, title=14, small=9))
_SCALE = 0.9
_COLUMNS = (
    TableColumn("TT", 4, centred=True),
    TableColumn("Mã hồ sơ", 12),
    TableColumn("Tên thủ tục hành chính", 13),
    TableColumn("Số lượng (bộ)", 5, centred=True),
    TableColumn("Tên cá nhân, tổ chức", 11),
    TableColumn("Địa chỉ, số điện thoại", 14),
    TableColumn("Cơ quan chủ trì giải quyết", 10),
    TableColumn("Nhận hồ sơ", 8, centred=True),
    TableColumn("Hẹn trả kết quả", 8, centred=True),
    TableColumn("Trả kết quả", 8, centred=True),
    TableColumn("Phương thức nhận, ký nhận", 8),
    TableColumn("Ghi chú", 7),
)


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One dossier in the book; what is empty is left to the pen."""

    number: str
    code: str
    procedure: str
    sets: str
    person: str
    reached_at: str
    agency: str
    received_at: str
    due_at: str
    returned_at: str
    way_back: str
    note: str


@dataclass(frozen=True, slots=True)
class RegisterWords:
    """Every word of some pages of the book: its year and volume, the days they tell of, their lines."""

    head: SlipHead
    volume: str
    days: str
    lines: tuple[RegisterLine, ...]
    official_name: str
    title: tuple[str, ...] = TITLE


def draw_register(words: RegisterWords, *, fonts: Fonts, marks: Marks, created_at: datetime) -> bytes:
    """Draw the pages as PDF/A-2b."""
    sheet = Sheet(
        _LYING, fonts=fonts, marks=marks, imprint=Imprint(" ".join(words.title).capitalize(), created_at)
    )
    sheet.start_copy()
    head, body = words.head, sheet.type.body
    if head.form_number:
        sheet.lay(FormNumber(head.form_number, head.issued_by))
    sheet.lay(NationalHeader(head.office_parent, head.office, head.number, head.place_and_date))
    about = tuple(CentredText(line, SERIF, body) for line in (words.volume, words.days) if line)
    sheet.lay(TitleBlock(words.title, about, ""), space=body * 0.6)
    signer = Signature("NGƯỜI VÀO SỔ", SIGN_HERE, words.official_name)
    close = Signatures((Signature("", "", ""), signer))
    sheet.lay(_table(words.lines), space=body * 0.6, follower=close)
    sheet.lay(close, space=body)
    from printing.archive import to_archive  # noqa: PLC0415 - start-up time: no desk prints before it stands

    return to_archive(sheet.finished())


def _table(lines: tuple[RegisterLine, ...]) -> PaperTable:
    rows = tuple(
        (
            line.number,
            line.code,
            line.procedure,
            line.sets,
            line.person,
            line.reached_at,
            line.agency,
            line.received_at,
            line.due_at,
            line.returned_at,
            line.way_back,
            line.note,
        )
        for line in lines
    )
    return PaperTable(_COLUMNS, rows, scale=_SCALE)

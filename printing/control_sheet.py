"""Form 06: the sheet that goes with a dossier from hand to hand, a row for each hand-over.

Circular 03/2025/TT-VPCP, annex I; the wording is that of Circular 01/2018/TT-VPCP, form 05.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from printing.fonts import Fonts
from printing.leaders import LabelledLine
from printing.paper_table import PaperTable, TableColumn
from printing.pieces import Block, Gap
from printing.sheet import Marks, PaperSize
from printing.slip import Slip, SlipHead, draw_slip
from printing.texts import Notes

TITLE = ("PHIẾU KIỂM SOÁT QUÁ TRÌNH", "GIẢI QUYẾT HỒ SƠ")
_ROWS_FOR_THE_PEN = 3
_SCALE = 0.85
_BY_PEN = "…… giờ …… phút,\nngày … tháng … năm ……"
_COLUMNS = (
    TableColumn("TT", 6, centred=True),
    TableColumn("Tên cơ quan, bộ phận", 17),
    TableColumn("Thời gian giao, nhận hồ sơ", 34),
    TableColumn("Người giao", 13, centred=True),
    TableColumn("Người nhận", 13, centred=True),
    TableColumn("Kết quả giải quyết", 13, centred=True),
    TableColumn("Ghi chú", 11),
)


@dataclass(frozen=True, slots=True)
class HandOver:
    """One hand-over of a dossier; an empty time leaves room for the pen, the names stand under signatures."""

    agency: str
    given_at: str
    taken_at: str
    giver: str
    taker: str
    result: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ControlWords:
    """Every word of a control sheet, final: its hand-overs in their order, after which others follow."""

    head: SlipHead
    agency: str
    partner_agency: str
    request: str
    applicant: str
    received_at: str
    due_at: str
    hand_overs: tuple[HandOver, ...] = ()

    def handed_over(self, last: HandOver) -> ControlWords:
        """Put one more hand-over after those that stand on the sheet."""
        return replace(self, hand_overs=(*self.hand_overs, last))


def draw_control_sheet(
    words: ControlWords, *, size: PaperSize, fonts: Fonts, marks: Marks, created_at: datetime
) -> bytes:
    """Draw the sheet as PDF/A-2b, with rows for the hand-overs to come."""
    slip = Slip(TITLE, words.head, _body(words), _NOTES)
    return draw_slip(slip, size=size, fonts=fonts, marks=marks, created_at=created_at)


_NOTES = Notes(
    "Ghi chú:",
    (
        "Kết quả giải quyết ghi: trước hạn, đúng hạn hoặc quá hạn; quá hạn thì ghi lý do tại cột Ghi chú.",
        "Mỗi lần giao, nhận ghi một dòng mới; không sửa, không xóa dòng đã ghi.",
    ),
)


def _body(words: ControlWords) -> tuple[Block, ...]:
    rows = [_row(at, one) for at, one in enumerate(words.hand_overs, 1)]
    blank = HandOver("", "", "", "", "")
    rows += [_row(at, blank) for at in range(len(rows) + 1, len(rows) + 1 + _ROWS_FOR_THE_PEN)]
    return (
        LabelledLine("Cơ quan (bộ phận) giải quyết hồ sơ:", words.agency),
        LabelledLine("Cơ quan phối hợp giải quyết hồ sơ:", words.partner_agency),
        LabelledLine("Hồ sơ của:", words.applicant, strong=True),
        LabelledLine("Nội dung yêu cầu giải quyết:", words.request),
        LabelledLine("Thời gian nhận hồ sơ:", words.received_at),
        LabelledLine("Thời gian hẹn trả kết quả:", words.due_at),
        Gap(6),
        PaperTable(_COLUMNS, tuple(rows), scale=_SCALE),
    )


def _row(at: int, one: HandOver) -> tuple[str, ...]:
    times = f"1. Giao: {one.given_at or _BY_PEN}\n2. Nhận: {one.taken_at or _BY_PEN}"
    return (str(at), one.agency, times, _signed(one.giver), _signed(one.taker), one.result, one.note)


def _signed(name: str) -> str:
    return f"\n\n{name}" if name else ""

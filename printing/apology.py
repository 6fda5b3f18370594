"""Form 04: an apology for a dossier that is late, and the new time that is asked for.

Circular 03/2025/TT-VPCP, annex I; the wording is that of Circular 01/2018/TT-VPCP, form 04.
"""

from dataclasses import dataclass
from datetime import datetime

from printing.blocks import Signature, Signatures
from printing.fonts import Fonts
from printing.form_head import Addressee
from printing.leaders import LabelledLine
from printing.pieces import Block, Gap
from printing.prose import Prose
from printing.sheet import Marks, PaperSize
from printing.slip import SIGN_AND_STAMP, Slip, SlipHead, draw_slip

TITLE = ("VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ", "GIA HẠN THỜI GIAN GIẢI QUYẾT")


@dataclass(frozen=True, slots=True)
class ApologyWords:
    """Every word of an apology, final; an empty `reason`, `new_due_at` or name is left to the pen."""

    head: SlipHead
    office_name: str
    addressed_to: str
    request: str
    received_on: str
    due_at: str
    reason: str
    new_due_at: str
    signer_name: str
    certified: tuple[str, ...] = ()


def draw_apology(
    words: ApologyWords, *, size: PaperSize, fonts: Fonts, marks: Marks, created_at: datetime
) -> bytes:
    """Draw the apology as PDF/A-2b."""
    signer = Signature("THỦ TRƯỞNG CƠ QUAN", SIGN_AND_STAMP, words.signer_name, certified=words.certified)
    slip = Slip(TITLE, words.head, _body(words), Signatures((Signature("", "", ""), signer)))
    return draw_slip(slip, size=size, fonts=fonts, marks=marks, created_at=created_at)


def _body(words: ApologyWords) -> tuple[Block, ...]:
    office = words.office_name
    return (
        Addressee(words.addressed_to),
        Gap(4),
        Prose(
            f"{words.received_on}, {office} tiếp nhận giải quyết hồ sơ “{words.request}” của Ông/Bà "
            f"{words.addressed_to}; mã số: {words.head.dossier_code}."
        ),
        Prose(f"Thời gian hẹn trả kết quả: {words.due_at}."),
        Prose(f"Tuy nhiên đến nay, {office} chưa trả kết quả giải quyết hồ sơ đúng thời hạn quy định."),
        Gap(4),
        LabelledLine("Lý do:", words.reason, lines=1 if words.reason else 3),
        Prose(f"{office} xin lỗi Ông/Bà và đề nghị gia hạn thời gian giải quyết hồ sơ."),
        Gap(4),
        LabelledLine("Thời gian trả kết quả mới:", words.new_due_at, strong=True),
        Prose(
            "Sự chậm trễ này đã gây phiền hà, tốn kém thời gian, công sức của Ông/Bà; "
            "mong nhận được sự thông cảm của Ông/Bà./."
        ),
    )

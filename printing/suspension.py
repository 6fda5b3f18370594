"""Form 05: a dossier is not gone on with: who asked for that, how far it had come, what was decided.

Circular 03/2025/TT-VPCP, annex I, which is new there: its printed wording is not known here, so the
slip has the content that the circular demands and nothing else.
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

TITLE = ("THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ",)


@dataclass(frozen=True, slots=True)
class SuspensionWords:
    """Every word of the notice, final; what is empty is left to the pen."""

    head: SlipHead
    office_name: str
    addressed_to: str
    request: str
    received_at: str
    asked_by: str
    stage: str
    decision: str
    reason: str
    signer_name: str
    certified: tuple[str, ...] = ()


def draw_suspension(
    words: SuspensionWords, *, size: PaperSize, fonts: Fonts, marks: Marks, created_at: datetime
) -> bytes:
    """Draw the notice as PDF/A-2b."""
    signer = Signature("THỦ TRƯỞNG CƠ QUAN", SIGN_AND_STAMP, words.signer_name, certified=words.certified)
    slip = Slip(TITLE, words.head, _body(words), Signatures((Signature("", "", ""), signer)))
    return draw_slip(slip, size=size, fonts=fonts, marks=marks, created_at=created_at)


def _body(words: SuspensionWords) -> tuple[Block, ...]:
    return (
        Addressee(words.addressed_to),
        Gap(4),
        Prose(
            f"{words.office_name} đã tiếp nhận hồ sơ “{words.request}” của Ông/Bà {words.addressed_to}, "
            f"mã số: {words.head.dossier_code}, lúc {words.received_at}."
        ),
        Prose(f"{words.office_name} thông báo dừng giải quyết hồ sơ nêu trên như sau:"),
        Gap(4),
        _line("1. Yêu cầu dừng giải quyết của:", words.asked_by, pen=1),
        _line("2. Hồ sơ đang ở bước:", words.stage, pen=1),
        _line("3. Quyết định:", words.decision, pen=2),
        _line("4. Lý do, căn cứ:", words.reason, pen=3),
        Prose("Xin thông báo để Ông/Bà được biết./."),
    )


def _line(label: str, value: str, *, pen: int) -> LabelledLine:
    return LabelledLine(label, value, lines=1 if value else pen)

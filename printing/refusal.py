"""Form 03: a dossier is not taken: whose, what was asked for, and why in plain words of the law.

Circular 03/2025/TT-VPCP, annex I; the wording is that of Circular 01/2018/TT-VPCP, form 03.
"""

from dataclasses import dataclass
from datetime import datetime

from printing.blocks import Signature, Signatures
from printing.fonts import Fonts
from printing.leaders import LabelledLine
from printing.pieces import Block
from printing.prose import Prose
from printing.sheet import Marks, PaperSize
from printing.slip import SIGN_HERE, Concerned, Slip, SlipHead, draw_slip, reached
from printing.texts import Paragraph

TITLE = ("PHIẾU TỪ CHỐI TIẾP NHẬN", "GIẢI QUYẾT HỒ SƠ")
_LINES_FOR_THE_PEN = 4


@dataclass(frozen=True, slots=True)
class RefusalReason:
    """Why a dossier is not taken, and the law that says so; an empty law is left out."""

    words: str
    law: str = ""


@dataclass(frozen=True, slots=True)
class RefusalWords:
    """Every word of a refusal, final; without `reasons` there are lines for the pen."""

    head: SlipHead
    office_line: str
    concerned: Concerned
    reasons: tuple[RefusalReason, ...]
    official_name: str
    title: tuple[str, ...] = TITLE
    certified: tuple[str, ...] = ()


def draw_refusal(
    words: RefusalWords, *, size: PaperSize, fonts: Fonts, marks: Marks, created_at: datetime
) -> bytes:
    """Draw the refusal as PDF/A-2b."""
    close = Signatures(
        (
            Signature("NGƯỜI NỘP HỒ SƠ", SIGN_HERE, words.concerned.applicant),
            Signature("NGƯỜI TIẾP NHẬN HỒ SƠ", SIGN_HERE, words.official_name, certified=words.certified),
        )
    )
    slip = Slip(words.title, words.head, _body(words), close)
    return draw_slip(slip, size=size, fonts=fonts, marks=marks, created_at=created_at)


def _body(words: RefusalWords) -> tuple[Block, ...]:
    return (
        LabelledLine("Bộ phận Tiếp nhận và Trả kết quả:", words.office_line),
        LabelledLine("Tiếp nhận hồ sơ của:", words.concerned.applicant, strong=True),
        *reached(words.concerned),
        Prose(
            "Qua xem xét, Bộ phận Tiếp nhận và Trả kết quả thông báo không tiếp nhận, giải quyết hồ sơ này "
            "với lý do cụ thể như sau:"
        ),
        *_reasons(words.reasons),
        Prose("Xin thông báo cho Ông/Bà được biết và thực hiện./."),
    )


def _reasons(reasons: tuple[RefusalReason, ...]) -> tuple[Block, ...]:
    if not reasons:
        return (LabelledLine("", "", lines=_LINES_FOR_THE_PEN),)
    return tuple(Paragraph(_said(reason), mark=f"{at}.") for at, reason in enumerate(reasons, 1))


def _said(reason: RefusalReason) -> str:
    """Give the law inside the sentence, before its full stop."""
    words = reason.words.rstrip(".")
    return f"{words} (căn cứ {reason.law})." if reason.law else f"{words}."

"""The notice of a breach of personal data, within 72 hours: what history tells is filled, the rest dots."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from printing.blocks import Signature, Signatures
from printing.fonts import SERIF_BOLD, Fonts
from printing.leaders import LabelledLine
from printing.paper_table import PaperTable, TableColumn
from printing.pieces import Block, Gap
from printing.sheet import Marks, PaperSize
from printing.slip import SIGN_AND_STAMP, Slip, SlipHead, draw_slip
from printing.texts import Paragraph

TITLE = ("THÔNG BÁO VI PHẠM QUY ĐỊNH", "VỀ BẢO VỆ DỮ LIỆU CÁ NHÂN")
_SCALE = 0.82
_COUNTED = (TableColumn("Theo nhật ký của máy quầy", 70), TableColumn("Số lượng", 30, centred=True))


@dataclass(frozen=True, slots=True)
class BreachWords:
    """Every word of the notice, final; an empty text leaves dots for the pen."""

    head: SlipHead
    addressee: str
    found_at: str
    notify_until: str
    happened: str
    what: str
    data_kinds: str
    counted: tuple[tuple[str, str], ...]
    history: str
    consequences: str
    measures: str
    contact: str
    official_name: str
    source: str


def draw_breach_notice(
    words: BreachWords, *, size: PaperSize, fonts: Fonts, marks: Marks, created_at: datetime
) -> bytes:
    """Draw the notice as PDF/A-2b."""
    made = Signature("NGƯỜI LẬP", "(Ký và ghi rõ họ tên)", words.official_name)
    close = Signatures((made, Signature("THỦ TRƯỞNG CƠ QUAN", SIGN_AND_STAMP, "")))
    slip = Slip(TITLE, words.head, _body(words), close, (words.source,))
    return draw_slip(slip, size=size, fonts=fonts, marks=marks, created_at=created_at)


def _body(words: BreachWords) -> tuple[Block, ...]:
    return (
        LabelledLine("Kính gửi:", words.addressee),
        LabelledLine("Phát hiện lúc:", words.found_at),
        LabelledLine("Hạn thông báo (72 giờ):", words.notify_until),
        LabelledLine("Đầu mối liên hệ:", words.contact),
        *_part("1. Thời gian xảy ra và mô tả hành vi vi phạm", words.happened, words.what),
        *_part("2. Loại dữ liệu và số lượng liên quan", words.data_kinds),
        Gap(1),
        PaperTable(_COUNTED, words.counted, scale=_SCALE),
        Gap(3),
        Paragraph(words.history),
        *_part("3. Hậu quả đã và có thể xảy ra", words.consequences),
        *_part("4. Biện pháp đã và sẽ thực hiện", words.measures),
    )


def _part(title: str, *texts: str) -> tuple[Block, ...]:
    dots = (LabelledLine("", ""),) * (1 if len(texts) > 1 else 2)
    lines = tuple(one for text in texts for one in ((Paragraph(text),) if text else dots))
    return (Gap(3), Paragraph(title, face=SERIF_BOLD), Gap(1), *lines)

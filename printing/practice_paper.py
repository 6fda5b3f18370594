"""Papers a citizen would bring, to practise digitising: one page each, with stamp and signature."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Literal

from printing.code_blocks import BesideCode
from printing.fonts import Fonts
from printing.pieces import Block
from printing.practice_dwelling import consent, house_title, household_confirmation, lease
from printing.practice_events import (
    authorisation,
    birth_notice,
    death_notice,
    marriage_certificate,
    single_status,
)
from printing.practice_words import LANDLADY, TENANT, WRITTEN_ON, Occasion, PracticePerson
from printing.sheet import Imprint, Marks, PaperSize, Sheet
from printing.texts import Paragraph

PracticeKind = Literal[
    "lease",
    "house_title",
    "consent",
    "household_confirmation",
    "birth_notice",
    "marriage_certificate",
    "single_status",
    "death_notice",
    "authorisation",
]

PRACTICE_MARK = "MAU|v1|TAP-HUAN"
"""What the code on every practice paper says, so that no real desk takes it."""
_MARK_SIDE = 22.0
MARK_WORDS = "MẪU (SPECIMEN). Giấy để luyện tập số hóa; người, số và con dấu trên giấy đều không có thật."
_DRAWN_AT = datetime(2026, 1, 1, tzinfo=UTC)
_Words = Callable[[Occasion], list[Block]]
PRACTICE_PAPERS: dict[PracticeKind, tuple[str, _Words]] = {
    "lease": ("Hợp đồng thuê nhà ở", lease),
    "house_title": ("Giấy chứng nhận quyền sử dụng đất", house_title),
    "consent": ("Văn bản đồng ý", consent),
    "household_confirmation": ("Xác nhận thông tin về cư trú", household_confirmation),
    "birth_notice": ("Giấy chứng sinh", birth_notice),
    "marriage_certificate": ("Giấy chứng nhận kết hôn", marriage_certificate),
    "single_status": ("Giấy xác nhận tình trạng hôn nhân", single_status),
    "death_notice": ("Giấy báo tử", death_notice),
    "authorisation": ("Văn bản ủy quyền", authorisation),
}
"""The name of each paper, and what draws it from who is in it."""


def draw_practice_paper(
    kind: PracticeKind,
    *,
    fonts: Fonts,
    seed: int = 0,
    first: PracticePerson = LANDLADY,
    second: PracticePerson = TENANT,
    on: date = WRITTEN_ON,
) -> bytes:
    """Draw a paper as it was written on a day; which person is what stands with each paper's words.

    The seed varies numbers, a child and the signatures. Same input, same bytes.
    """
    name, blocks = PRACTICE_PAPERS[kind]
    imprint = Imprint(f"{name} (mẫu tập huấn)", _DRAWN_AT)
    sheet = Sheet(PaperSize.A4, fonts=fonts, marks=Marks(training=True), imprint=imprint)
    for block in blocks(Occasion(first, second, on, seed)):
        sheet.lay(block)
    sheet.lay(BesideCode(PRACTICE_MARK, _MARK_SIDE, (Paragraph(MARK_WORDS, size=9),)), space=4)
    return sheet.finished()

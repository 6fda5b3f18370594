"""Labels for a label printer, one to a page: for the papers of a dossier, for a letter with an outcome."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from printing.code_blocks import BesideCode
from printing.fonts import SANS, SANS_BOLD, SANS_MEDIUM, Fonts
from printing.pieces import Block, Gap, TypeScale
from printing.sheet import Format, Imprint, Margins, Marks, Sheet
from printing.texts import Paragraph

PAGE_LABEL = Format(70, 37, Margins(5, 2, 3, 3), TypeScale(body=8, head=8, title=9, small=5.5))
MAIL_LABEL = Format(100, 75, Margins(7, 4, 5, 5), TypeScale(body=10, head=9, title=12, small=7))
_PAGE_SIDE, _MAIL_SIDE = 24.0, 22.0
_MOST_LETTERS = 90


@dataclass(frozen=True, slots=True)
class PageLabelWords:
    """The words of one page's label: the dossier's code, which paper, which page of how many."""

    dossier_code: str
    paper: str
    place: str


@dataclass(frozen=True, slots=True)
class MailLabelWords:
    """The words of a letter's label: from whom, to whom and where, and which dossier is inside."""

    sender: str
    sender_place: str
    sender_phone: str
    addressee: str
    address: str
    phone: str
    dossier_code: str


def draw_page_labels(
    labels: Sequence[PageLabelWords], *, fonts: Fonts, marks: Marks, created_at: datetime
) -> bytes:
    """Draw labels of 70 × 37 mm as PDF/A-2b; a very long name of a paper is cut with an ellipsis."""
    return _drawn(PAGE_LABEL, [_page_label(words) for words in labels], fonts, marks, created_at=created_at)


def draw_mail_label(words: MailLabelWords, *, fonts: Fonts, marks: Marks, created_at: datetime) -> bytes:
    """Draw a label of 100 × 75 mm as PDF/A-2b; an address is never cut, but goes on over a second one."""
    return _drawn(MAIL_LABEL, [_mail_label(words)], fonts, marks, created_at=created_at)


def _drawn(
    page: Format, labels: Sequence[Sequence[Block]], fonts: Fonts, marks: Marks, *, created_at: datetime
) -> bytes:
    sheet = Sheet(page, fonts=fonts, marks=marks, imprint=Imprint("Nhãn hồ sơ", created_at))
    for blocks in labels:
        sheet.start_copy()
        for block in blocks:
            sheet.lay(block)
    from printing.archive import to_archive  # noqa: PLC0415 - start-up time: no desk prints before it stands

    return to_archive(sheet.finished())


def _page_label(words: PageLabelWords) -> tuple[Block, ...]:
    scale = PAGE_LABEL.type
    lines = (
        Paragraph(words.dossier_code, face=SANS_BOLD, size=scale.title * 0.85),
        Gap(2),
        Paragraph(_cut(words.paper), face=SANS, size=scale.body * 0.85),
        Gap(2),
        Paragraph(words.place, face=SANS_MEDIUM, size=scale.body),
    )
    return (BesideCode(words.dossier_code, _PAGE_SIDE, lines),)


def _mail_label(words: MailLabelWords) -> tuple[Block, ...]:
    scale = MAIL_LABEL.type
    sender = " · ".join(part for part in (words.sender_place, words.sender_phone) if part)
    inside = (
        Paragraph("Kết quả giải quyết hồ sơ", face=SANS, size=scale.head),
        Paragraph(words.dossier_code, face=SANS_BOLD, size=scale.body),
    )
    return (
        Paragraph(f"Người gửi: {words.sender}", face=SANS, size=scale.head * 0.85),
        Paragraph(sender, face=SANS, size=scale.head * 0.85),
        Gap(5),
        Paragraph("Người nhận:", face=SANS, size=scale.head),
        Paragraph(words.addressee, face=SANS_BOLD, size=scale.title),
        Paragraph(words.address, face=SANS_MEDIUM, size=scale.body),
        *((Paragraph(f"Điện thoại: {words.phone}", face=SANS, size=scale.body),) if words.phone else ()),
        Gap(4),
        BesideCode(words.dossier_code, _MAIL_SIDE, inside),
    )


def _cut(text: str) -> str:
    return text if len(text) <= _MOST_LETTERS else f"{text[:_MOST_LETTERS].rstrip()}…"

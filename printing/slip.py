"""What the slips of an office have in common: whose they are, a title with the dossier's code, an end."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from printing.blocks import NationalHeader, TitleBlock
from printing.fitting import fitted
from printing.fonts import SERIF, Fonts
from printing.form_head import FormNumber
from printing.leaders import LabelledLine, LinePair
from printing.pieces import Block, Gap
from printing.sheet import Format, Imprint, Marks, PaperSize, Sheet
from printing.texts import CentredText, Notes

SIGN_HERE = "(Ký và ghi rõ họ tên)"
SIGN_AND_STAMP = "(Ký, ghi rõ họ tên và đóng dấu)"


@dataclass(frozen=True, slots=True)
class SlipHead:
    """What stands over a slip: the office, number and date, the dossier's code, the form it follows.

    An empty `dossier_code` leaves the code out, in words and as a QR; `form_number` and `issued_by`
    ("Mẫu CT05", "Ban hành kèm theo …") leave out theirs.
    """

    office_parent: str
    office: str
    number: str
    place_and_date: str
    dossier_code: str = ""
    form_number: str = ""
    issued_by: str = ""


@dataclass(frozen=True, slots=True)
class Concerned:
    """Whom a slip is about, how they are reached, and what they ask for; an empty text leaves dots."""

    applicant: str
    address: str
    phone: str
    email: str
    request: str


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip as its parts: the `close` (signatures mostly) never stands on a page alone."""

    title: tuple[str, ...]
    head: SlipHead
    body: tuple[Block, ...]
    close: Block
    notes: tuple[str, ...] = ()


def draw_slip(
    slip: Slip, *, size: PaperSize | Format, fonts: Fonts, marks: Marks, created_at: datetime
) -> bytes:
    """Draw a slip as PDF/A-2b."""
    imprint = Imprint(_plain(slip.title), created_at)
    opened = partial(Sheet, size, fonts=fonts, marks=marks, imprint=imprint)
    sheet = fitted(size, opened, partial(_lay, slip))
    from printing.archive import to_archive  # noqa: PLC0415 - start-up time: no desk prints before it stands

    return to_archive(sheet.finished())


def _lay(slip: Slip, sheet: Sheet) -> None:
    sheet.start_copy()
    body, head = sheet.type.body, slip.head
    if head.form_number:
        sheet.lay(FormNumber(head.form_number, head.issued_by))
        sheet.lay(Gap(body * 0.4))
    sheet.lay(NationalHeader(head.office_parent, head.office, head.number, head.place_and_date))
    code = (CentredText(f"Mã hồ sơ: {head.dossier_code}", SERIF, body),) if head.dossier_code else ()
    sheet.lay(TitleBlock(slip.title, code, head.dossier_code), space=body * 0.8)
    sheet.lay(Gap(body * 0.6))
    for at, block in enumerate(slip.body, 1):
        sheet.lay(block, follower=slip.close if at == len(slip.body) else None)
    sheet.lay(slip.close, space=body)
    sheet.lay(Notes("Ghi chú:", slip.notes, together=True), space=body)


def reached(concerned: Concerned) -> tuple[Block, ...]:
    """Set where somebody lives, how they are reached, and what they ask for."""
    return (
        LabelledLine("Địa chỉ:", concerned.address),
        LinePair(
            LabelledLine("Số điện thoại:", concerned.phone),
            LabelledLine("Email:", concerned.email),
            share=0.44,
        ),
        LabelledLine("Nội dung yêu cầu giải quyết:", concerned.request),
    )


def _plain(title: tuple[str, ...]) -> str:
    return " ".join(title).capitalize()

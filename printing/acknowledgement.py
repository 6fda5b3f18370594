"""Form 01: acknowledgement of a dossier and appointment for its outcome.

Circular 03/2025/TT-VPCP, annex I; the wording is that of Circular 01/2018/TT-VPCP, form 01.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from printing.blocks import NationalHeader, Signature, Signatures, TitleBlock
from printing.fitting import fitted
from printing.fonts import SERIF_BOLD, SERIF_ITALIC, Fonts
from printing.form_head import FormNumber
from printing.leaders import LabelledLine, LinePair
from printing.paper_table import PaperTable, TableColumn
from printing.pieces import Block, Gap, Group, TypeScale
from printing.sheet import Imprint, Marks, PaperSize, Sheet
from printing.texts import CentredText, Notes, Paragraph

TITLE = ("GIẤY TIẾP NHẬN HỒ SƠ", "VÀ HẸN TRẢ KẾT QUẢ")
_SIGN_HERE = "(Ký và ghi rõ họ tên)"


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper that was handed in: what it is, which kind of copy, how many."""

    name: str
    kind: str
    quantity: str


@dataclass(frozen=True, slots=True)
class DossierLine:
    """One of several dossiers received together: its code, what is asked for, how long it takes, when due."""

    code: str
    request: str
    processing_time: str
    due_at: str


@dataclass(frozen=True, slots=True)
class AcknowledgementWords:
    """Every word of an acknowledgement, final.

    An empty text leaves a dotted line for the pen; an empty `on_behalf_of` or `provisional_note` and empty
    tuples leave their line out, as does an empty `form_number` ("Mẫu CT04"). One copy is drawn for each
    `copy_for`. `certified` are the lines of who has signed by certificate. An exempted paper
    is its name and the reason why it is not asked for. `dossiers` are listed where there are several.
    """

    office_parent: str
    office: str
    number: str
    place_and_date: str
    dossier_code: str
    copy_for: tuple[str, ...]
    office_line: str
    applicant: str
    on_behalf_of: str
    address: str
    phone: str
    email: str
    request: str
    papers: tuple[PaperLine, ...]
    exempted: tuple[tuple[str, str], ...]
    sets: str
    processing_time: str
    received_at: str
    due_at: str
    outcome_place: str
    fee_lines: tuple[str, ...]
    register_book: str
    register_number: str
    citizen_signature: str
    official_name: str
    notes: tuple[str, ...]
    code_payload: str
    provisional_note: str = ""
    dossiers: tuple[DossierLine, ...] = ()
    title: tuple[str, ...] = TITLE
    form_number: str = ""
    issued_by: str = ""
    certified: tuple[str, ...] = ()


def draw_acknowledgement(
    words: AcknowledgementWords, *, size: PaperSize, fonts: Fonts, marks: Marks, created_at: datetime
) -> bytes:
    """Draw every copy of the acknowledgement, one after the other, as PDF/A-2b."""
    imprint = Imprint(" ".join(words.title).capitalize(), created_at)

    def lay(sheet: Sheet) -> None:
        for copy_for in words.copy_for:
            sheet.start_copy()
            _lay_copy(sheet, words, copy_for)

    sheet = fitted(size, partial(Sheet, size, fonts=fonts, marks=marks, imprint=imprint), lay)
    from printing.archive import to_archive  # noqa: PLC0415 - start-up time: no desk prints before it stands

    return to_archive(sheet.finished())


def _lay_copy(sheet: Sheet, words: AcknowledgementWords, copy_for: str) -> None:
    space = sheet.type.body * 0.5
    if words.form_number:
        sheet.lay(FormNumber(words.form_number, words.issued_by))
        sheet.lay(Gap(space * 0.8))
    sheet.lay(NationalHeader(words.office_parent, words.office, words.number, words.place_and_date))
    sheet.lay(_title(words, copy_for, sheet.type), space=space * 1.6)
    _lay_all(sheet, _applicant(words), space=space)
    if words.dossiers:
        sheet.lay(_dossiers(words.dossiers), space=space)
    _lay_papers(sheet, words, space=space if words.dossiers else 0)
    _lay_all(sheet, _course(words), space=space * 0.6)
    sheet.lay(_close(words), space=space)
    sheet.lay(Notes("Ghi chú:", words.notes), space=space)


def _lay_all(sheet: Sheet, blocks: list[Block], *, space: float) -> None:
    for at, block in enumerate(blocks):
        sheet.lay(block, space=0 if at else space)


def _title(words: AcknowledgementWords, copy_for: str, scale: TypeScale) -> TitleBlock:
    lines = [
        CentredText(f"Mã hồ sơ: {words.dossier_code}", SERIF_BOLD, scale.body),
        CentredText(f"(Liên: {copy_for})", SERIF_ITALIC, scale.body),
    ]
    if words.provisional_note:
        lines.append(CentredText(words.provisional_note, SERIF_ITALIC, scale.small))
    return TitleBlock(words.title, tuple(lines), words.code_payload)


def _applicant(words: AcknowledgementWords) -> list[Block]:
    lines = [
        LabelledLine("Bộ phận tiếp nhận và trả kết quả:", words.office_line),
        LabelledLine("Tiếp nhận hồ sơ của:", words.applicant, strong=True),
    ]
    if words.on_behalf_of:
        lines.append(LabelledLine("Nộp hồ sơ thay cho:", words.on_behalf_of))
    return [
        *lines,
        LabelledLine("Địa chỉ:", words.address),
        LinePair(
            LabelledLine("Số điện thoại:", words.phone), LabelledLine("Email:", words.email), share=0.44
        ),
        LabelledLine("Nội dung yêu cầu giải quyết:", words.request),
    ]


def _dossiers(lines: tuple[DossierLine, ...]) -> PaperTable:
    columns = (
        TableColumn("TT", 7, centred=True),
        TableColumn("Mã hồ sơ, thủ tục", 43),
        TableColumn("Thời hạn giải quyết", 26),
        TableColumn("Hẹn trả kết quả", 24),
    )
    rows = [
        (str(at), f"{each.code}: {each.request}", each.processing_time, each.due_at)
        for at, each in enumerate(lines, 1)
    ]
    return PaperTable(columns, tuple(rows))


def _lay_papers(sheet: Sheet, words: AcknowledgementWords, *, space: float) -> None:
    sheet.keep(sheet.type.body * 6)
    sheet.lay(Paragraph("1. Thành phần hồ sơ nộp gồm:"), space=space)
    sheet.lay(_table(words.papers), space=sheet.type.body * 0.3)
    for at, (name, reason) in enumerate(words.exempted):
        if at == 0:
            sheet.lay(Paragraph("Giấy tờ không yêu cầu nộp:"), space=sheet.type.body * 0.4)
        sheet.lay(Paragraph(f"{name}: {reason}", mark="–", size=sheet.type.head))


def _table(papers: tuple[PaperLine, ...]) -> PaperTable:
    columns = (
        TableColumn("TT", 7, centred=True),
        TableColumn("Tên giấy tờ", 57),
        TableColumn("Loại bản", 24, centred=True),
        TableColumn("Số lượng", 12, centred=True),
    )
    rows = [(str(at), each.name, each.kind, each.quantity) for at, each in enumerate(papers, 1)]
    return PaperTable(columns, tuple(rows))


def _course(words: AcknowledgementWords) -> list[Block]:
    """Set what will happen: how long, when, where, and what it costs."""
    return [
        LabelledLine("2. Số lượng hồ sơ:", f"{words.sets} (bộ)"),
        LabelledLine("3. Thời gian giải quyết hồ sơ theo quy định là:", words.processing_time),
        LabelledLine("4. Thời gian nhận hồ sơ:", words.received_at),
        LabelledLine("5. Thời gian trả kết quả giải quyết hồ sơ:", words.due_at, strong=True),
        LabelledLine("6. Đăng ký nhận kết quả tại:", words.outcome_place),
        *_fees(words.fee_lines),
    ]


def _fees(lines: tuple[str, ...]) -> list[Block]:
    label = "Phí, lệ phí:"
    if len(lines) < 2:
        return [LabelledLine(label, line) for line in lines]
    return [Paragraph(label), *(LabelledLine("–", line) for line in lines)]


def _close(words: AcknowledgementWords) -> Group:
    """Keep the register's line and the signatures on one page."""
    register = LinePair(
        LabelledLine("Vào Sổ theo dõi hồ sơ, Quyển số:", words.register_book),
        LabelledLine("Số thứ tự:", words.register_number),
        share=0.62,
    )
    signatures = Signatures(
        (
            Signature("NGƯỜI NỘP HỒ SƠ", _SIGN_HERE, words.citizen_signature),
            Signature("NGƯỜI TIẾP NHẬN HỒ SƠ", _SIGN_HERE, words.official_name, certified=words.certified),
        )
    )
    return Group((register, Gap(6), signatures))

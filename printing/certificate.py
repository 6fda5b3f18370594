"""A certificate that somebody has practised a visit: which lesson, with how many points, in what time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from printing.blocks import NationalHeader, Signature, Signatures
from printing.fonts import SERIF_BOLD, SERIF_ITALIC, Fonts
from printing.leaders import LabelledLine
from printing.paper_table import PaperTable, TableColumn
from printing.pieces import Gap
from printing.sheet import Imprint, Marks, PaperSize, Sheet
from printing.texts import CentredLines, CentredText, Paragraph

TITLE = "GIẤY CHỨNG NHẬN LUYỆN TẬP"
_STEPS = (
    TableColumn("Bước", 64),
    TableColumn("Thời gian", 18, centred=True),
    TableColumn("Gợi ý", 18, centred=True),
)
_PROVES = (
    "Giấy này chỉ xác nhận việc luyện tập trên dữ liệu hư cấu tại quầy tập huấn. Giấy không phải văn bằng, "
    "chứng chỉ, không có giá trị pháp lý."
)


@dataclass(frozen=True, slots=True)
class CertificateStep:
    """A step of the lesson: what was to be done, how long it took, how many hints were asked for."""

    task: str
    time: str
    hints: str


@dataclass(frozen=True, slots=True)
class CertificateWords:
    """Every word of a certificate, final; ``points`` as in "94/100"."""

    office_parent: str
    office: str
    place_and_date: str
    trainee: str
    lesson: str
    purpose: str
    points: str
    counted: str
    steps: tuple[CertificateStep, ...]


def draw_certificate(words: CertificateWords, *, fonts: Fonts, marks: Marks, created_at: datetime) -> bytes:
    """Draw the certificate on A4 as PDF/A-2b; in words it says by itself that it is for training alone."""
    imprint = Imprint("Giấy chứng nhận luyện tập", created_at)
    sheet = Sheet(PaperSize.A4, fonts=fonts, marks=marks, imprint=imprint)
    sheet.start_copy()
    for block in (
        NationalHeader(words.office_parent, words.office, "", words.place_and_date),
        Gap(18),
        CentredLines((CentredText(TITLE, SERIF_BOLD, 20), CentredText(words.lesson, SERIF_ITALIC, 14))),
        Gap(14),
        LabelledLine("Người luyện tập:", words.trainee, strong=True),
        LabelledLine("Nội dung:", words.purpose),
        LabelledLine("Số điểm:", words.points, strong=True),
        LabelledLine("Số liệu:", words.counted),
        Gap(8),
        PaperTable(_STEPS, tuple((one.task, one.time, one.hints) for one in words.steps), scale=0.9),
        Gap(10),
        Paragraph(_PROVES, face=SERIF_ITALIC),
        Gap(14),
        Signatures(
            (
                Signature("NGƯỜI LUYỆN TẬP", "(Ký, ghi rõ họ tên)", words.trainee),
                Signature("NGƯỜI HƯỚNG DẪN", "(Ký, ghi rõ họ tên)", ""),
            )
        ),
    ):
        sheet.lay(block)
    from printing.archive import to_archive  # noqa: PLC0415 - start-up time: no desk prints before it stands

    return to_archive(sheet.finished())

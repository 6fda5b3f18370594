"""Papers a citizen would bring, to practise digitising: one page each, with stamp and signature."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from printing.blocks import NationalHeader, Signature, Signatures, StateHeader
from printing.fonts import SERIF_BOLD, SERIF_ITALIC, Fonts
from printing.ink import InkedSignatures, Stamp
from printing.leaders import LabelledLine, LinePair
from printing.pieces import Block, Gap
from printing.sheet import Imprint, Marks, PaperSize, Sheet
from printing.texts import CentredLines, CentredText, Paragraph

PracticeKind = Literal["lease", "birth_notice"]

_DRAWN_AT = datetime(2026, 1, 1, tzinfo=UTC)
_RENTS = (("2.800.000", "Hai triệu tám trăm nghìn đồng"), ("3.500.000", "Ba triệu năm trăm nghìn đồng"))
_CHILDREN = (("An", "Nam"), ("Bình", "Nữ"), ("Chi", "Nữ"), ("Dũng", "Nam"))


@dataclass(frozen=True, slots=True)
class PracticePerson:
    """An invented person as a paper names one; the number starts with 000."""

    full_name: str
    citizen_id: str
    born_on_text: str
    residence: str


LANDLADY = PracticePerson(
    "Lê Thị Mẫu", "000196000031", "02/09/1996", "Số 8, ngõ 12 phố Mẫu, phường Mẫu, Hà Nội"
)
TENANT = PracticePerson("Trần Đức Ví Dụ", "000202000026", "08/07/2002", "Thôn 3, xã Mẫu, tỉnh Hưng Yên")


def draw_practice_paper(
    kind: PracticeKind,
    *,
    fonts: Fonts,
    seed: int = 0,
    first: PracticePerson = LANDLADY,
    second: PracticePerson = TENANT,
) -> bytes:
    """Draw a lease (first lets to second) or a birth notice (first is mother, second father).

    The seed varies numbers, the child and the signatures. Same input, same bytes.
    """
    title, blocks = _PAPERS[kind]
    imprint = Imprint(f"{title} (mẫu tập huấn)", _DRAWN_AT)
    sheet = Sheet(PaperSize.A4, fonts=fonts, marks=Marks(training=True), imprint=imprint)
    for block in blocks(first, second, seed):
        sheet.lay(block)
    return sheet.finished()


def _title(title: str, below: str) -> CentredLines:
    return CentredLines((CentredText(title, SERIF_BOLD, 17), CentredText(below, SERIF_ITALIC, 13)))


def _heading(text: str) -> Paragraph:
    return Paragraph(text, face=SERIF_BOLD)


def _party(heading: str, person: PracticePerson) -> list[Block]:
    return [
        _heading(heading),
        LabelledLine("Ông/Bà:", person.full_name, strong=True),
        LinePair(
            LabelledLine("Sinh ngày:", person.born_on_text),
            LabelledLine("Số định danh cá nhân:", person.citizen_id),
            share=0.4,
        ),
        LabelledLine("Nơi thường trú:", person.residence),
        Gap(4),
    ]


def _lease(landlord: PracticePerson, tenant: PracticePerson, seed: int) -> list[Block]:
    rent, rent_words = _RENTS[seed % len(_RENTS)]
    return [
        StateHeader(),
        Gap(12),
        _title("HỢP ĐỒNG THUÊ NHÀ Ở", f"Số: {seed % 90 + 7:02d}/2026/HĐTN"),
        Gap(10),
        Paragraph("Hôm nay, ngày 05 tháng 11 năm 2026, tại nhà cho thuê, chúng tôi gồm:"),
        Gap(4),
        *_party("BÊN CHO THUÊ (BÊN A)", landlord),
        *_party("BÊN THUÊ (BÊN B)", tenant),
        Paragraph("Hai bên thỏa thuận ký hợp đồng thuê nhà ở với các điều khoản sau đây:"),
        Gap(4),
        *_clause(
            "Điều 1. Nhà ở cho thuê",
            f"Phòng số {seed % 6 + 2}, địa chỉ: {landlord.residence}; diện tích 28 m²; dùng để ở.",
        ),
        *_clause(
            "Điều 2. Thời hạn thuê",
            "12 tháng, từ ngày 10 tháng 11 năm 2026 đến hết ngày 09 tháng 11 năm 2027.",
        ),
        *_clause(
            "Điều 3. Giá thuê",
            f"{rent} ₫ một tháng ({rent_words}), trả trước ngày 05 hằng tháng; điện, nước theo công tơ.",
        ),
        *_clause(
            "Điều 4. Đăng ký cư trú",
            "Bên A đồng ý để Bên B đăng ký tạm trú tại nhà cho thuê trong thời hạn của hợp đồng.",
        ),
        *_clause(
            "Điều 5. Điều khoản chung",
            "Hợp đồng lập thành 02 bản có giá trị như nhau, mỗi bên giữ 01 bản, có hiệu lực từ ngày ký.",
        ),
        Gap(12),
        InkedSignatures(
            _signatures(("BÊN CHO THUÊ", landlord.full_name), ("BÊN THUÊ", tenant.full_name)),
            Stamp("HỘ KINH DOANH NHÀ TRỌ MẪU • PHƯỜNG MẪU •", "MẪU", column=0),
            seed,
        ),
    ]


def _clause(heading: str, text: str) -> list[Block]:
    return [_heading(heading), Paragraph(text), Gap(4)]


def _birth_notice(mother: PracticePerson, father: PracticePerson, seed: int) -> list[Block]:
    name, sex = _CHILDREN[seed % len(_CHILDREN)]
    child = f"{father.full_name.split()[0]} Mẫu {name}"
    return [
        NationalHeader(
            "SỞ Y TẾ TỈNH MẪU",
            "BỆNH VIỆN ĐA KHOA MẪU",
            f"Số: {seed % 900 + 100}/CS",
            "Phường Mẫu, ngày 16 tháng 11 năm 2026",
        ),
        Gap(16),
        _title("GIẤY CHỨNG SINH", "(Bản giao cho gia đình)"),
        Gap(14),
        LabelledLine("Họ và tên mẹ hoặc người nuôi dưỡng:", mother.full_name, strong=True),
        LabelledLine("Ngày, tháng, năm sinh:", mother.born_on_text),
        LabelledLine("Nơi thường trú:", mother.residence),
        LabelledLine("Số định danh cá nhân:", mother.citizen_id),
        LinePair(
            LabelledLine("Dân tộc:", "Kinh"), LabelledLine("Mã số bảo hiểm xã hội:", "0000000017"), share=0.4
        ),
        LabelledLine("Họ và tên cha:", father.full_name),
        Gap(8),
        LabelledLine("Đã sinh con vào lúc:", f"{seed % 12 + 6:02d} giờ 25 phút, ngày 14 tháng 11 năm 2026"),
        LabelledLine("Tại:", "Bệnh viện Đa khoa Mẫu, phường Mẫu, tỉnh Mẫu"),
        LinePair(LabelledLine("Số lần sinh:", "02"), LabelledLine("Số con hiện sống:", "02")),
        LinePair(LabelledLine("Số con trong lần sinh này:", "01"), LabelledLine("Giới tính của con:", sex)),
        LinePair(
            LabelledLine("Cân nặng:", f"{3000 + seed % 7 * 80} g"),
            LabelledLine("Tình trạng của con:", "Khỏe mạnh"),
        ),
        LabelledLine("Dự định đặt tên con là:", child, strong=True),
        LabelledLine("Người đỡ đẻ:", "Nữ hộ sinh Đỗ Thị Thử"),
        Gap(18),
        InkedSignatures(
            _signatures(
                ("CHA, MẸ HOẶC NGƯỜI THÂN", father.full_name),
                ("NGƯỜI ĐỠ ĐẺ", "Đỗ Thị Thử"),
                ("THỦ TRƯỞNG CƠ SỞ Y TẾ", "Bùi Văn Nháp"),
            ),
            Stamp("SỞ Y TẾ TỈNH MẪU • BỆNH VIỆN ĐA KHOA MẪU •", "MẪU", column=2),
            seed,
        ),
    ]


def _signatures(*signers: tuple[str, str]) -> Signatures:
    columns = [Signature(capacity, "(Ký, ghi rõ họ tên)", name) for capacity, name in signers]
    return Signatures(tuple(columns), room=5.6)


_Words = Callable[[PracticePerson, PracticePerson, int], list[Block]]
_PAPERS: dict[PracticeKind, tuple[str, _Words]] = {
    "lease": ("Hợp đồng thuê nhà ở", _lease),
    "birth_notice": ("Giấy chứng sinh", _birth_notice),
}

"""Papers about a dwelling to practise digitising: lease, title, consent, confirmation of residence."""

from datetime import timedelta

from printing.blocks import NationalHeader, StateHeader
from printing.ink import Stamp
from printing.leaders import LabelledLine, LinePair
from printing.paper_table import PaperTable, TableColumn
from printing.pieces import Block, Gap
from printing.practice_words import Occasion, clause, heading, in_words, party, signed, title
from printing.prose import Prose
from printing.texts import Paragraph

_RENTS = (("2.800.000", "Hai triệu tám trăm nghìn đồng"), ("3.500.000", "Ba triệu năm trăm nghìn đồng"))
_YEAR = timedelta(days=364)
_POLICE = "CÔNG AN PHƯỜNG MẪU"


def lease(said: Occasion) -> list[Block]:
    """Let a room for a year: the first to the second."""
    rent, rent_words = _RENTS[said.seed % len(_RENTS)]
    begins = said.on + timedelta(days=5)
    return [
        StateHeader(),
        Gap(12),
        title("HỢP ĐỒNG THUÊ NHÀ Ở", f"Số: {said.seed % 90 + 7:02d}/{said.on.year}/HĐTN"),
        Gap(10),
        Paragraph(f"Hôm nay, {in_words(said.on)}, tại nhà cho thuê, chúng tôi gồm:"),
        Gap(4),
        *party("BÊN CHO THUÊ (BÊN A)", said.first),
        *party("BÊN THUÊ (BÊN B)", said.second),
        Paragraph("Hai bên thỏa thuận ký hợp đồng thuê nhà ở với các điều khoản sau đây:"),
        Gap(4),
        *clause(
            "Điều 1. Nhà ở cho thuê",
            f"Phòng số {said.seed % 6 + 2}, địa chỉ: {said.first.residence}; diện tích 28 m²; dùng để ở.",
        ),
        *clause(
            "Điều 2. Thời hạn thuê",
            f"12 tháng, từ {in_words(begins)} đến hết {in_words(begins + _YEAR)}.",
        ),
        *clause(
            "Điều 3. Giá thuê",
            f"{rent} ₫ một tháng ({rent_words}), trả trước ngày 05 hằng tháng; điện, nước theo công tơ.",
        ),
        *clause(
            "Điều 4. Đăng ký cư trú",
            "Bên A đồng ý để Bên B đăng ký tạm trú tại nhà cho thuê trong thời hạn của hợp đồng.",
        ),
        *clause(
            "Điều 5. Điều khoản chung",
            "Hợp đồng lập thành 02 bản có giá trị như nhau, mỗi bên giữ 01 bản, có hiệu lực từ ngày ký.",
        ),
        Gap(12),
        signed(
            ("BÊN CHO THUÊ", said.first.full_name),
            ("BÊN THUÊ", said.second.full_name),
            stamp=Stamp("HỘ KINH DOANH NHÀ TRỌ MẪU • PHƯỜNG MẪU •", "MẪU", column=0),
            seed=said.seed,
        ),
    ]


def house_title(said: Occasion) -> list[Block]:
    """Certify that the second owns a house."""
    return [
        StateHeader(),
        Gap(12),
        title("GIẤY CHỨNG NHẬN", "Quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất"),
        Gap(12),
        *party("I. Người sử dụng đất, chủ sở hữu nhà ở", said.second),
        heading("II. Thửa đất, nhà ở"),
        LinePair(
            LabelledLine("Thửa đất số:", f"{said.seed % 300 + 12}"),
            LabelledLine("Tờ bản đồ số:", f"{said.seed % 40 + 3}"),
        ),
        LabelledLine("Địa chỉ:", said.second.residence),
        LinePair(LabelledLine("Diện tích đất:", "64,0 m²"), LabelledLine("Hình thức sử dụng:", "Riêng")),
        LinePair(LabelledLine("Mục đích sử dụng:", "Đất ở tại đô thị"), LabelledLine("Thời hạn:", "Lâu dài")),
        LinePair(LabelledLine("Loại nhà ở:", "Nhà ở riêng lẻ"), LabelledLine("Diện tích sàn:", "112,5 m²")),
        LabelledLine("Hình thức sở hữu:", "Sở hữu riêng"),
        Gap(8),
        heading("III. Ghi chú"),
        LabelledLine("", "Không có."),
        LabelledLine("Số vào sổ cấp giấy chứng nhận:", f"MAU {said.seed % 9000 + 1000}"),
        Gap(18),
        signed(
            ("NGƯỜI SỬ DỤNG ĐẤT", said.second.full_name),
            ("CHI NHÁNH VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI", "Phan Văn Nháp"),
            stamp=Stamp("VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI • THÀNH PHỐ MẪU •", "MẪU", column=1),
            seed=said.seed,
        ),
    ]


def consent(said: Occasion) -> list[Block]:
    """Let the first, who owns a dwelling, agree that the second lives there."""
    return [
        StateHeader(),
        Gap(12),
        title("VĂN BẢN ĐỒNG Ý", "Cho đăng ký cư trú vào chỗ ở hợp pháp"),
        Gap(12),
        *party("Tôi là chủ sở hữu chỗ ở hợp pháp:", said.first),
        Prose(
            f"Tôi đồng ý để người có tên dưới đây đăng ký cư trú tại chỗ ở của tôi, địa chỉ: "
            f"{said.first.residence}."
        ),
        Gap(6),
        *party("Người được đồng ý:", said.second),
        Prose("Tôi cam đoan chỗ ở trên không có tranh chấp và chịu trách nhiệm về lời khai của mình."),
        Paragraph(f"Phường Mẫu, {in_words(said.on)}"),
        Gap(18),
        signed(
            ("NGƯỜI ĐƯỢC ĐỒNG Ý", said.second.full_name),
            ("CHỦ SỞ HỮU", said.first.full_name),
            stamp=Stamp("BẢN LUYỆN TẬP • PHƯỜNG MẪU •", "MẪU", column=1),
            seed=said.seed,
        ),
    ]


def household_confirmation(said: Occasion) -> list[Block]:
    """Confirm, as the police do, where the second lives, and with whom: the first, who is head."""
    columns = (
        TableColumn("TT", 6, centred=True),
        TableColumn("Họ, chữ đệm và tên", 32),
        TableColumn("Ngày sinh", 16, centred=True),
        TableColumn("Số định danh cá nhân", 24, centred=True),
        TableColumn("Quan hệ với chủ hộ", 22),
    )
    people = ((said.first, "Chủ hộ"), (said.second, "Thành viên"))
    rows = tuple(
        (str(at), one.full_name, one.born_on_text, one.citizen_id, place)
        for at, (one, place) in enumerate(people, start=1)
    )
    return [
        NationalHeader(
            "CÔNG AN THÀNH PHỐ MẪU",
            _POLICE,
            f"Số: {said.seed % 900 + 100}/XN",
            f"Phường Mẫu, {in_words(said.on)}",
        ),
        Gap(16),
        title("XÁC NHẬN THÔNG TIN VỀ CƯ TRÚ", "(Mẫu CT07, bản luyện tập)"),
        Gap(12),
        *party("1. Người được xác nhận", said.second),
        heading("2. Thành viên của hộ gia đình"),
        Gap(4),
        PaperTable(columns, rows),
        Gap(8),
        Prose(
            f"Xác nhận này có giá trị 01 năm kể từ ngày cấp, đến hết {in_words(said.on + _YEAR)}; thông tin "
            "thay đổi thì hết giá trị từ lúc thay đổi."
        ),
        Gap(18),
        signed(
            ("NGƯỜI ĐỀ NGHỊ", said.second.full_name),
            ("TRƯỞNG CÔNG AN PHƯỜNG", "Lý Văn Thử"),
            stamp=Stamp("CÔNG AN THÀNH PHỐ MẪU • CÔNG AN PHƯỜNG MẪU •", "MẪU", column=1),
            seed=said.seed,
        ),
    ]

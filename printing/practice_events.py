"""Papers about births, marriages, deaths and errands to practise digitising."""

from datetime import timedelta

from printing.blocks import NationalHeader, StateHeader
from printing.ink import Stamp
from printing.leaders import LabelledLine, LinePair
from printing.pieces import Block, Gap
from printing.practice_words import Occasion, PracticePerson, heading, in_words, party, signed, title
from printing.prose import Prose
from printing.texts import Paragraph

_CHILDREN = (("An", "Nam"), ("Bình", "Nữ"), ("Chi", "Nữ"), ("Dũng", "Nam"))
_WARD = "ỦY BAN NHÂN DÂN PHƯỜNG MẪU"
_REGISTRAR = ("CHỦ TỊCH", "Phạm Văn Thử")


def birth_notice(said: Occasion) -> list[Block]:
    """Tell of a child born two days before: the first is its mother, the second its father."""
    mother, father, seed = said.first, said.second, said.seed
    name, sex = _CHILDREN[seed % len(_CHILDREN)]
    child = f"{father.full_name.split()[0]} Mẫu {name}"
    born_on = said.on - timedelta(days=2)
    return [
        NationalHeader(
            "SỞ Y TẾ TỈNH MẪU",
            "BỆNH VIỆN ĐA KHOA MẪU",
            f"Số: {seed % 900 + 100}/CS",
            f"Phường Mẫu, {in_words(said.on)}",
        ),
        Gap(16),
        title("GIẤY CHỨNG SINH", "(Bản giao cho gia đình)"),
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
        LabelledLine("Đã sinh con vào lúc:", f"{seed % 12 + 6:02d} giờ 25 phút, {in_words(born_on)}"),
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
        signed(
            ("CHA, MẸ HOẶC NGƯỜI THÂN", father.full_name),
            ("NGƯỜI ĐỠ ĐẺ", "Đỗ Thị Thử"),
            ("THỦ TRƯỞNG CƠ SỞ Y TẾ", "Bùi Văn Nháp"),
            stamp=Stamp("SỞ Y TẾ TỈNH MẪU • BỆNH VIỆN ĐA KHOA MẪU •", "MẪU", column=2),
            seed=seed,
        ),
    ]


def marriage_certificate(said: Occasion) -> list[Block]:
    """Certify that the first and the second are wife and husband."""
    return [
        StateHeader(),
        Gap(12),
        title("GIẤY CHỨNG NHẬN KẾT HÔN", f"Số: {said.seed % 90 + 10}/{said.on.year}"),
        Gap(14),
        *_spouse("Họ, chữ đệm, tên vợ:", said.first),
        Gap(8),
        *_spouse("Họ, chữ đệm, tên chồng:", said.second),
        Gap(8),
        LabelledLine("Nơi đăng ký kết hôn:", "Ủy ban nhân dân phường Mẫu, thành phố Mẫu"),
        LabelledLine("Ngày, tháng, năm đăng ký:", in_words(said.on)),
        Gap(18),
        signed(
            ("VỢ", said.first.full_name),
            ("CHỒNG", said.second.full_name),
            _REGISTRAR,
            stamp=Stamp("ỦY BAN NHÂN DÂN PHƯỜNG MẪU • THÀNH PHỐ MẪU •", "MẪU", column=2),
            seed=said.seed,
        ),
    ]


def single_status(said: Occasion) -> list[Block]:
    """Confirm that the second has married nobody yet; it holds for six months."""
    return [
        NationalHeader(
            "THÀNH PHỐ MẪU", _WARD, f"Số: {said.seed % 900 + 100}/XNHN", f"Phường Mẫu, {in_words(said.on)}"
        ),
        Gap(16),
        title("GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN", "(Bản luyện tập)"),
        Gap(14),
        *party("Xác nhận:", said.second),
        LabelledLine("Tình trạng hôn nhân:", "Hiện tại chưa đăng ký kết hôn với ai", strong=True),
        LabelledLine("Giấy này được cấp để:", "Làm thủ tục đăng ký kết hôn"),
        Gap(6),
        Prose(f"Giấy này có giá trị đến hết {in_words(said.on + timedelta(days=181))}."),
        Gap(18),
        signed(
            ("NGƯỜI THỰC HIỆN", "Hồ Thị Nháp"),
            _REGISTRAR,
            stamp=Stamp("ỦY BAN NHÂN DÂN PHƯỜNG MẪU • THÀNH PHỐ MẪU •", "MẪU", column=1),
            seed=said.seed,
        ),
    ]


def death_notice(said: Occasion) -> list[Block]:
    """Tell the second that the first has died three days before."""
    died_on = said.on - timedelta(days=3)
    return [
        NationalHeader(
            "SỞ Y TẾ TỈNH MẪU",
            "BỆNH VIỆN ĐA KHOA MẪU",
            f"Số: {said.seed % 900 + 100}/GBT",
            f"Phường Mẫu, {in_words(said.on)}",
        ),
        Gap(16),
        title("GIẤY BÁO TỬ", "(Bản giao cho gia đình)"),
        Gap(14),
        *party("Người chết", said.first),
        LabelledLine("Đã chết vào lúc:", f"{said.seed % 12 + 4:02d} giờ 30 phút, {in_words(died_on)}"),
        LabelledLine("Tại:", "Bệnh viện Đa khoa Mẫu, phường Mẫu, tỉnh Mẫu"),
        LabelledLine("Nguyên nhân:", "Bệnh tuổi già"),
        Gap(8),
        *party("Người nhận giấy báo tử", said.second),
        Gap(14),
        signed(
            ("NGƯỜI NHẬN", said.second.full_name),
            ("THỦ TRƯỞNG CƠ SỞ Y TẾ", "Bùi Văn Nháp"),
            stamp=Stamp("SỞ Y TẾ TỈNH MẪU • BỆNH VIỆN ĐA KHOA MẪU •", "MẪU", column=1),
            seed=said.seed,
        ),
    ]


def authorisation(said: Occasion) -> list[Block]:
    """Let the first send the second to the office in their stead, for three months."""
    return [
        StateHeader(),
        Gap(12),
        title("VĂN BẢN ỦY QUYỀN", "Nộp hồ sơ và nhận kết quả thủ tục hành chính"),
        Gap(12),
        *party("BÊN ỦY QUYỀN", said.first),
        *party("BÊN ĐƯỢC ỦY QUYỀN", said.second),
        heading("Nội dung ủy quyền"),
        Prose(
            "Bên được ủy quyền thay mặt Bên ủy quyền nộp hồ sơ, nộp phí, lệ phí, bổ sung giấy tờ và nhận kết "
            "quả tại Trung tâm Phục vụ hành chính công phường Mẫu."
        ),
        Prose(
            f"Thời hạn ủy quyền: 03 tháng, đến hết {in_words(said.on + timedelta(days=90))}. Bên được ủy "
            "quyền không được ủy quyền lại cho người khác."
        ),
        Paragraph(f"Phường Mẫu, {in_words(said.on)}"),
        Gap(18),
        signed(
            ("BÊN ỦY QUYỀN", said.first.full_name),
            ("BÊN ĐƯỢC ỦY QUYỀN", said.second.full_name),
            stamp=Stamp("ỦY BAN NHÂN DÂN PHƯỜNG MẪU • CHỨNG THỰC •", "MẪU", column=0),
            seed=said.seed,
        ),
    ]


def _spouse(label: str, person: PracticePerson) -> list[Block]:
    return [
        LabelledLine(label, person.full_name, strong=True),
        LinePair(
            LabelledLine("Ngày, tháng, năm sinh:", person.born_on_text),
            LabelledLine("Quốc tịch:", "Việt Nam"),
            share=0.6,
        ),
        LabelledLine("Nơi cư trú:", person.residence),
        LabelledLine("Giấy tờ tùy thân:", f"Thẻ căn cước số {person.citizen_id}"),
    ]

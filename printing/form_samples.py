"""Invented words of a declaration, to look at one without a counter: long names, a household of nine."""

from printing.answer_boxes import Choice, DigitBoxes, TickBoxes
from printing.blocks import Signature
from printing.form_sheet import FormSection, FormTable, FormWords
from printing.leaders import LabelledLine
from printing.paper_table import PaperTable, TableColumn

_LONG_NAME = "Nguyễn Hoàng Thục Trinh Công Tằng Tôn Nữ Huyền Trân Diễm Quỳnh"
_SIGN_HERE = "(Ký, ghi rõ họ tên)"
_DAY_BY_HAND = "…………, ngày\u00a0…/…/……"
_COLUMNS = (
    TableColumn("TT", 7, centred=True),
    TableColumn("Họ, chữ đệm và tên", 30),
    TableColumn("Ngày, tháng, năm sinh", 20, centred=True),
    TableColumn("Giới tính", 12, centred=True),
    TableColumn("Số định danh cá nhân", 27, centred=True),
    TableColumn("Mối quan hệ với chủ hộ", 18),
)
_MEMBERS = tuple(
    (str(at), f"{_LONG_NAME} {at}", f"0{at}/11/2015", "Nữ", f"00031500001{at}", "Con") for at in range(1, 10)
)

DECLARATION = FormWords(
    number="Mẫu CT01",
    issued_by="Ban hành kèm theo Thông tư số 116/2026/TT-BCA",
    title="Tờ khai thay đổi thông tin cư trú",
    addressed_to="Công an phường Mẫu",
    sections=(
        FormSection(
            "",
            (
                LabelledLine("1. Họ, chữ đệm và tên khai sinh:", _LONG_NAME),
                LabelledLine("2. Ngày, tháng, năm sinh:", "15/03/1999", short=True),
                LabelledLine("3. Giới tính:", "Nữ", short=True),
                DigitBoxes("4. Số định danh cá nhân:", "000199000017"),
                LabelledLine("5. Số điện thoại liên hệ:", "", short=True),
                LabelledLine("6. Email:", "", short=True),
                LabelledLine("7. Họ, chữ đệm và tên chủ hộ:", _LONG_NAME),
                DigitBoxes("9. Số định danh cá nhân của chủ hộ:", ""),
                LabelledLine("10. Nội dung đề nghị:", "", lines=3),
                TickBoxes(
                    "Nhận kết quả:",
                    (Choice("Tại nơi nộp", ticked=True), Choice("Qua bưu chính", ticked=False)),
                ),
                FormTable(
                    "11. Những thành viên trong hộ gia đình cùng thay đổi:", PaperTable(_COLUMNS, _MEMBERS)
                ),
            ),
        ),
    ),
    declaration="",
    signatures=(
        Signature("Ý KIẾN CỦA CHỦ HỘ", _SIGN_HERE, "", _DAY_BY_HAND),
        Signature("Ý KIẾN CỦA CHỦ SỞ HỮU CHỖ Ở HỢP PHÁP", _SIGN_HERE, "", _DAY_BY_HAND),
        Signature("Ý KIẾN CỦA CHA, MẸ HOẶC NGƯỜI GIÁM HỘ", _SIGN_HERE, "", _DAY_BY_HAND),
        Signature("NGƯỜI KÊ KHAI", _SIGN_HERE, _LONG_NAME, "Phường Mẫu, ngày\u00a020/11/2026"),
    ),
)

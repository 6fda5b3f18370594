"""Invented words of the sheets about personal data, to look at them without a counter."""

from printing.breach_notice import BreachWords
from printing.held_data_sheet import HeldDataWords, HeldLine
from printing.samples import ACKNOWLEDGEMENT
from printing.secret_sheet import SecretSheetWords
from printing.slip import SlipHead

_HEAD = SlipHead(
    ACKNOWLEDGEMENT.office_parent,
    ACKNOWLEDGEMENT.office,
    "Số: ………/DLCN",
    "Phường Mẫu, ngày 23 tháng 11 năm 2026",
)
_ARCHIVE = "Theo danh mục hồ sơ của ngành; hồ sơ là tài liệu lưu trữ"

HELD_DATA = HeldDataWords(
    head=_HEAD,
    number="000 190 000 017",
    told_at="09 giờ 30 phút, ngày 23 tháng 11 năm 2026",
    lines=(
        HeldLine("Hồ sơ TH-H26.99-261120-0004 (người nộp)", "20/11/2026", "Đăng ký tạm trú", _ARCHIVE),
        HeldLine(
            "Giấy tờ đã số hóa của hồ sơ TH-H26.99-261120-0004: 3",
            "20/11/2026",
            "Thành phần hồ sơ",
            "Bản PDF theo hồ sơ; ảnh từng trang 30 ngày sau khi máy chủ nhận",
        ),
        HeldLine("Kết quả đã trả: Giấy xác nhận thông tin về cư trú", "22/11/2026", "Trả kết quả", _ARCHIVE),
        HeldLine(
            "Tờ khai dở dang, thủ tục 1.000894 (chồng, vợ hoặc người khác nêu trong tờ khai)",
            "23/11/2026",
            "Tiếp nhận hồ sơ",
            "23/12/2026",
        ),
    ),
    looks="Dữ liệu của các hồ sơ trên đã được mở xem 5 lần; cán bộ và mục đích từng lần có trong nhật ký.",
    holds="",
    rights="Quyền của chủ thể dữ liệu: Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15. Xem, chỉnh sửa: "
    "trong 10 ngày; xóa: trong 20 ngày, trừ dữ liệu phải lưu theo luật khác.",
    official_name="Nguyễn Thị Mẫu",
)

BREACH = BreachWords(
    head=_HEAD,
    addressee="",
    found_at="14 giờ 10 phút, ngày 23 tháng 11 năm 2026",
    notify_until="14 giờ 10 phút, ngày 26 tháng 11 năm 2026",
    happened="Từ 07 giờ 30 phút, ngày 20 tháng 11 năm 2026 đến 17 giờ 00 phút, ngày 20 tháng 11 năm 2026.",
    what="Một cán bộ tra cứu dữ liệu dân cư không phục vụ tiếp nhận hồ sơ.",
    data_kinds="Dữ liệu cá nhân cơ bản (họ tên, số định danh, nơi cư trú); bản quét giấy tờ tùy thân "
    "là dữ liệu nhạy cảm.",
    counted=(
        ("Lượt tra cứu dữ liệu dân cư", "12"),
        ("Hồ sơ đã mở xem", "4"),
        ("Lượt xem giấy tờ đã quét", "2"),
        ("Người, hồ sơ khác nhau có liên quan (tối đa)", "14"),
        ("Cán bộ đã xem", "2"),
        ("Lượt xem cần giải trình", "9"),
    ),
    history="Nhật ký còn nguyên vẹn: 1.204 dòng, đã niêm phong đến dòng 1.198.",
    consequences="",
    measures="",
    contact="",
    official_name="Nguyễn Thị Mẫu",
    source="Căn cứ: Điều 23 Luật 91/2025/QH15; Mẫu số 08 kèm Nghị định 356/2025/NĐ-CP. "
    "Câu chữ chưa đối chiếu với mẫu in.",
)

CODE_CARD = SecretSheetWords(
    _HEAD,
    ("THẺ MÃ XÁC THỰC",),
    "Nguyễn Thị Mẫu (nguyen.thi.mau)",
    "09 giờ 30 phút, ngày 23 tháng 11 năm 2026",
    "",
    tuple(f"MAU{at:02} ABCD"[:9] for at in range(1, 41)),
    ("Mỗi mã dùng một lần, theo thứ tự.",),
)

"""Invented words of a shift's closing sheet, to look at it without a counter."""

from printing.closing_sheet import ClosingLine, ClosingWords
from printing.samples import ACKNOWLEDGEMENT
from printing.slip import SlipHead

CLOSING = ClosingWords(
    head=SlipHead(
        ACKNOWLEDGEMENT.office_parent,
        ACKNOWLEDGEMENT.office,
        "Lần chốt: 01",
        ACKNOWLEDGEMENT.place_and_date,
    ),
    shift="Quầy 3, ca của Nguyễn Thị Mẫu, ngày 23 tháng 11 năm 2026",
    closed_at="17 giờ 05 phút, ngày 23 tháng 11 năm 2026",
    lines=(
        ClosingLine("Số đã cấp trong ngày tại quầy", "31", "0001 – 0031"),
        ClosingLine("Hồ sơ tiếp nhận trong ca", "28", ""),
        ClosingLine("Hồ sơ của cán bộ khác hoặc ca khác", "1", ""),
        ClosingLine("Số đã hủy trong ca", "1", ""),
        ClosingLine("Số không có hồ sơ", "1", ""),
        ClosingLine("Số máy chủ cấp trước, chưa dùng", "9", "0032 – 0040"),
        ClosingLine("Hồ sơ đã in giấy tiếp nhận", "28", "in lại: 2 lần"),
        ClosingLine("Giấy tờ đã số hóa", "64", "dùng lại: 5"),
        ClosingLine("Tệp niêm phong còn nguyên vẹn", "171/171", ""),
        ClosingLine("Phí, lệ phí phải thu", "1.250.000 đồng", "miễn, giảm: 4 hồ sơ"),
        ClosingLine(
            "Đã ghi nhận nộp", "1.235.000 đồng", "tiền mặt: 235.000 đồng; chuyển khoản: 1.000.000 đồng"
        ),
        ClosingLine("Số biên lai điện tử đã ghi", "2", "1C26TAA-0000123; 1C26TAA-0000124"),
    ),
    unused=(
        ("TH-H26.99-261123-0007", "Đã hủy: Nhập nhầm người nộp hoặc chủ hồ sơ"),
        ("0012", "Máy mất điện khi đang cấp số"),
    ),
    differences=(
        ("TH-H26.99-261123-0019: còn phải nộp 15.000 đồng", "Thu phí rồi ghi nhận, hoặc để chờ nộp"),
    ),
    official_name="Nguyễn Thị Mẫu",
    seal="Mã đối chiếu 4f1c2a9be07d5533 · khóa của quầy K7Q2M5XA",
)

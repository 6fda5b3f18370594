"""Invented words of a certificate of practice, to look at one without a counter."""

from printing.certificate import CertificateStep, CertificateWords
from printing.samples import ACKNOWLEDGEMENT

CERTIFICATE = CertificateWords(
    office_parent=ACKNOWLEDGEMENT.office_parent,
    office=ACKNOWLEDGEMENT.office,
    place_and_date=ACKNOWLEDGEMENT.place_and_date,
    trainee="Nguyễn Thị Mẫu",
    lesson="Bài 2: Tạm trú ở nhà thuê",
    purpose="Đi hết một lượt tiếp: thẻ, thủ tục, tờ khai, giấy tờ, tiếp nhận, giấy hẹn.",
    points="94/100",
    counted="8 phút 05 giây; 104 lần gõ phím; 1 gợi ý; 2 lỗi, tự sửa 2; giấy tờ đòi sai luật: 0",
    steps=(
        CertificateStep("Đọc thẻ của công dân.", "0:21", "0"),
        CertificateStep("Chọn “cho bản thân”, rồi tìm thủ tục đăng ký tạm trú.", "0:34", "0"),
        CertificateStep("Hỏi và điền những ô còn thiếu.", "3:02", "1"),
        CertificateStep("Chụp hợp đồng thuê nhà.", "1:48", "0"),
        CertificateStep("Đọc lại phần tóm tắt cùng công dân rồi tiếp nhận.", "1:40", "0"),
        CertificateStep("In giấy tiếp nhận và hẹn trả, đưa cho công dân.", "0:40", "0"),
    ),
)

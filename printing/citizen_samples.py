"""Invented words of what the citizen takes home or gets by post, to look at without a counter."""

from printing.citizen_slip import CitizenWords
from printing.fee_slip import FeeItem, FeeWords, TransferWords
from printing.labels import MailLabelWords, PageLabelWords
from printing.samples import ACKNOWLEDGEMENT, CLAIM
from printing.slip_samples import CONCERNED, head
from printing.tear_off import TearOffWords

_OFFICE = "Trung tâm Phục vụ hành chính công phường Mẫu"
_CODE = ACKNOWLEDGEMENT.dossier_code

FEE = FeeWords(
    head=head("Số: 0001/TTNP"),
    concerned=CONCERNED,
    items=(FeeItem("Lệ phí đăng ký cư trú", "15.000 đồng"),),
    total="15.000 đồng",
    total_in_words="Mười lăm nghìn đồng",
    receipt="",
    official_name=ACKNOWLEDGEMENT.official_name,
    transfer=TransferWords(
        bank="Ngân hàng mẫu (BIN 970436)",
        account="0011009999999",
        account_holder=_OFFICE,
        amount="15.000 đồng",
        content="LE PHI TAM TRU H26.99 261122 0001",
        payload=(
            "00020101021238570010A00000072701270006970436011300110099999990208QRIBFTTA530370454051500058"
            "02VN62370833LE PHI TAM TRU H26.99 261122 00016304F605"
        ),
    ),
)

CITIZEN = CitizenWords(
    office=_OFFICE,
    citizen=ACKNOWLEDGEMENT.applicant,
    request=ACKNOWLEDGEMENT.request,
    dossier_code=_CODE,
    due_hour="09 giờ 10 phút, Thứ Năm",
    due_day="ngày 26 tháng 11 năm 2026",
    place=_OFFICE,
    phone="0500 000 000",
    fee="15.000 đồng",
    bring=("Giấy tiếp nhận hồ sơ và hẹn trả kết quả", "Thẻ căn cước"),
)

PAGE_LABELS = tuple(
    PageLabelWords(_CODE, "Hợp đồng thuê nhà ở", f"Giấy tờ 1/2 · Trang {page}/3") for page in range(1, 4)
)

MAIL_LABEL = MailLabelWords(
    sender=_OFFICE,
    sender_place="phường Mẫu, thành phố Mẫu",
    sender_phone="0500 000 000",
    addressee=ACKNOWLEDGEMENT.applicant,
    address=ACKNOWLEDGEMENT.address,
    phone=ACKNOWLEDGEMENT.phone,
    dossier_code=_CODE,
)

TEAR_OFF = TearOffWords(
    office=_OFFICE,
    counter="Quầy 3",
    dossier_code=_CODE,
    request=ACKNOWLEDGEMENT.request,
    received_at="09 giờ 10 phút, 20/11/2026",
    due_hour="09 giờ 10 phút, Thứ Năm",
    due_day="26/11/2026",
    place=_OFFICE,
    phone="0500 000 000",
    code_payload=CLAIM,
)

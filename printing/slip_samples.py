"""Invented words of the slips of the general set, to look at them without a counter."""

from printing.apology import ApologyWords
from printing.control_sheet import ControlWords, HandOver
from printing.refusal import RefusalReason, RefusalWords
from printing.register_sheet import RegisterLine, RegisterWords
from printing.samples import ACKNOWLEDGEMENT
from printing.slip import Concerned, SlipHead
from printing.supplement_request import SupplementItem, SupplementWords
from printing.suspension import SuspensionWords

_NAME = ACKNOWLEDGEMENT.applicant
_OFFICE = "Trung tâm Phục vụ hành chính công phường Mẫu"
_PHONE = "0500 000 000"


def head(number: str) -> SlipHead:
    """Set the sample office over a slip with this number."""
    return SlipHead(
        office_parent=ACKNOWLEDGEMENT.office_parent,
        office=ACKNOWLEDGEMENT.office,
        number=number,
        place_and_date=ACKNOWLEDGEMENT.place_and_date,
        dossier_code=ACKNOWLEDGEMENT.dossier_code,
    )


CONCERNED = Concerned(
    applicant=_NAME,
    address=ACKNOWLEDGEMENT.address,
    phone=ACKNOWLEDGEMENT.phone,
    email=ACKNOWLEDGEMENT.email,
    request=ACKNOWLEDGEMENT.request,
)

SUPPLEMENT = SupplementWords(
    head=head("Số: 0001/HDHS"),
    concerned=CONCERNED,
    items=(
        SupplementItem(
            "Giấy tờ, tài liệu chứng minh chỗ ở hợp pháp",
            "Chứng thực: 01",
            "Tra cứu lúc 09 giờ 05 phút, ngày 20 tháng 11 năm 2026: cơ sở dữ liệu đất đai không có thông tin",
            "Luật Cư trú 68/2020/QH14, Điều 28 khoản 1",
        ),
        SupplementItem(
            "Văn bản đồng ý của chủ hộ, chủ sở hữu chỗ ở hợp pháp",
            "Bản chính: 01",
            "Chưa nộp",
            "Luật Cư trú 68/2020/QH14, Điều 28",
        ),
    ),
    reason="hồ sơ chưa đủ thành phần theo quy định, như ghi tại từng dòng ở trên",
    contact=_OFFICE,
    contact_phone=_PHONE,
    official_name=ACKNOWLEDGEMENT.official_name,
    notes=("Phiếu này ghi đủ một lần mọi nội dung cần bổ sung, hoàn thiện.",),
)

REFUSAL = RefusalWords(
    head=head("Số: 0001/TCHS"),
    office_line=_OFFICE,
    concerned=CONCERNED,
    reasons=(
        RefusalReason(
            "Chỗ ở đăng ký tạm trú nằm trong khu vực đã có quyết định thu hồi đất của cơ quan có thẩm quyền.",
            "Luật Cư trú 68/2020/QH14, Điều 23",
        ),
    ),
    official_name=ACKNOWLEDGEMENT.official_name,
)

APOLOGY = ApologyWords(
    head=head("Số: 0001/PXL"),
    office_name=_OFFICE,
    addressed_to=_NAME,
    request=ACKNOWLEDGEMENT.request,
    received_on="Ngày 20 tháng 11 năm 2026",
    due_at=ACKNOWLEDGEMENT.due_at,
    reason="cơ quan phối hợp chưa trả lời kết quả xác minh chỗ ở hợp pháp",
    new_due_at="09 giờ 10 phút, ngày 01 tháng 12 năm 2026",
    signer_name="",
)

SUSPENSION = SuspensionWords(
    head=head("Số: 0001/TBDHS"),
    office_name=_OFFICE,
    addressed_to=_NAME,
    request=ACKNOWLEDGEMENT.request,
    received_at=ACKNOWLEDGEMENT.received_at,
    asked_by=f"{_NAME}, ngày 23 tháng 11 năm 2026",
    stage="thẩm tra, xác minh",
    decision="dừng giải quyết và trả lại giấy tờ đã nộp",
    reason="người nộp hồ sơ đề nghị dừng giải quyết",
    signer_name="",
)

CONTROL = ControlWords(
    head=head("Số: 0001/KSHS"),
    agency="Công an phường Mẫu",
    partner_agency="",
    request=ACKNOWLEDGEMENT.request,
    applicant=_NAME,
    received_at=ACKNOWLEDGEMENT.received_at,
    due_at=ACKNOWLEDGEMENT.due_at,
    hand_overs=(
        HandOver(_OFFICE, ACKNOWLEDGEMENT.received_at, ACKNOWLEDGEMENT.received_at, _NAME, "Trần Thị Thử"),
        HandOver(
            "Công an phường Mẫu",
            "14 giờ 00 phút, ngày 20 tháng 11 năm 2026",
            "14 giờ 10 phút, ngày 20 tháng 11 năm 2026",
            "Trần Thị Thử",
            "Lê Văn Mẫu",
        ),
    ),
)


def _line(at: int) -> RegisterLine:
    return RegisterLine(
        number=str(at),
        code=f"H26.99-261120-{at:04}",
        procedure="Đăng ký tạm trú",
        sets="01",
        person=_NAME,
        reached_at=f"{ACKNOWLEDGEMENT.address}; {ACKNOWLEDGEMENT.phone}",
        agency="Công an phường Mẫu",
        received_at="20/11/2026",
        due_at="26/11/2026",
        returned_at="",
        way_back="",
        note="",
    )


REGISTER = RegisterWords(
    head=head(""),
    volume="Năm 2026, quyển số 01/2026",
    days="Ngày 20 tháng 11 năm 2026",
    lines=tuple(map(_line, range(1, 13))),
    official_name=ACKNOWLEDGEMENT.official_name,
)

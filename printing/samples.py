"""Invented words, to look at every paper without a counter."""

from datetime import UTC, date, datetime

from printing.acknowledgement import AcknowledgementWords, PaperLine
from printing.mrz_lines import mrz_lines
from printing.practice_card import PracticeCard
from printing.separator_sheet import CoverWords, SeparatorWords

DRAWN_AT = datetime(2026, 11, 22, 2, 10, tzinfo=UTC)

CLAIM = (
    "MC1:SAMPLE22:2611200910:H26.99-261120-0001:2611260910:4:"
    "4SMFUR2ASNWOW7Y5ZDTLWQTYZ3SVWHN5HJTBT5J4MXRLZR4WVKLVUAGVPBNZFMI3OIHJPVSAJWEKWYLOZ4C2IHH5AWVIRWU3ZQ"
    "KHAAI"
)
"""Shaped like a desk's signed claim; no desk has signed it."""

NOTES = (
    (
        "Giấy tiếp nhận hồ sơ và hẹn trả kết quả được lập thành 2 liên; một liên chuyển kèm theo Phiếu kiểm"
        " soát quá trình giải quyết hồ sơ và được lưu tại Bộ phận tiếp nhận và trả kết quả; một liên giao cho"
        " tổ chức, cá nhân nộp hồ sơ."
    ),
    (
        "Tổ chức, cá nhân có thể đăng ký nhận kết quả tại Bộ phận tiếp nhận và trả kết quả hoặc tại nhà"
        " (trụ sở) qua dịch vụ bưu chính."
    ),
)
"""The notes of form 01, Circular 01/2018/TT-VPCP."""

ACKNOWLEDGEMENT = AcknowledgementWords(
    office_parent="ỦY BAN NHÂN DÂN PHƯỜNG MẪU",
    office="TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG",
    number="Số: 0001/TNHS",
    place_and_date="Phường Mẫu, ngày 20 tháng 11 năm 2026",
    dossier_code="H26.99-261120-0001",
    copy_for=("Lưu", "Giao người nộp hồ sơ"),
    office_line="Trung tâm Phục vụ hành chính công phường Mẫu",
    applicant="Nguyễn Thị Thu Hà",
    on_behalf_of="",
    address="Số 8, ngõ 12 phố Mẫu, phường Mẫu, thành phố Hà Nội",
    phone="0900 000 017",
    email="thuha@example.vn",
    request="Đăng ký tạm trú tại nhà thuê",
    papers=(
        PaperLine("Tờ khai thay đổi thông tin cư trú (Mẫu CT01)", "Bản chính", "01"),
        PaperLine("Hợp đồng thuê nhà ở", "Bản sao chứng thực", "01"),
        PaperLine("Văn bản đồng ý của chủ hộ, chủ sở hữu chỗ ở hợp pháp", "Bản chính", "01"),
    ),
    exempted=(("Giấy khai sinh", "đã có trong Cơ sở dữ liệu hộ tịch điện tử, tra cứu lúc 09 giờ 05 phút"),),
    sets="01",
    processing_time="03 ngày làm việc",
    received_at="09 giờ 10 phút, ngày 20 tháng 11 năm 2026",
    due_at="09 giờ 10 phút, ngày 26 tháng 11 năm 2026",
    outcome_place="Trung tâm Phục vụ hành chính công phường Mẫu",
    fee_lines=("Lệ phí đăng ký cư trú: 15.000 ₫ (Mười lăm nghìn đồng)",),
    register_book="01/2026",
    register_number="0001",
    citizen_signature="Nguyễn Thị Thu Hà",
    official_name="Trần Thị Thử",
    notes=NOTES,
    code_payload=CLAIM,
)

CARD_2021 = PracticeCard(
    layout="2021",
    payload=(
        "000199000017|000345678|Nguyễn Thị Thu Hà|15031999|Nữ"
        "|Số 8, ngõ 12 phố Mẫu, Thạch Bàn, Long Biên, Hà Nội|10052022"
    ),
    full_name="Nguyễn Thị Thu Hà",
    citizen_id="000199000017",
    born_on_text="15/03/1999",
    sex_text="Nữ",
    nationality="Việt Nam",
    place_of_origin="Xã Mẫu, Vũ Thư, Thái Bình",
    residence="Số 8, ngõ 12 phố Mẫu, Thạch Bàn, Long Biên, Hà Nội",
    birth_registered_at="",
    expires_text="15/03/2039",
    issued_text="10/05/2022",
    issued_by="Cục trưởng Cục Cảnh sát quản lý hành chính về trật tự xã hội",
    mrz=mrz_lines(
        "000199000017",
        date(1999, 3, 15),
        sex="F",
        expires_on=date(2039, 3, 15),
        full_name="Nguyễn Thị Thu Hà",
    ),
    seed=1,
)

CARD_2024 = PracticeCard(
    layout="2024",
    payload="000202000026||Trần Đức Minh|08072002|Nam|Thôn 3, Xã Mẫu, Hưng Yên|22082024||||",
    full_name="Trần Đức Minh",
    citizen_id="000202000026",
    born_on_text="08/07/2002",
    sex_text="Nam",
    nationality="Việt Nam",
    place_of_origin="",
    residence="Thôn 3, Xã Mẫu, Hưng Yên",
    birth_registered_at="Xã Mẫu, Vũ Thư, Thái Bình",
    expires_text="08/07/2027",
    issued_text="22/08/2024",
    issued_by="Bộ Công an",
    mrz=mrz_lines(
        "000202000026", date(2002, 7, 8), sex="M", expires_on=date(2027, 7, 8), full_name="Trần Đức Minh"
    ),
    seed=5,
)

STACK_COVER = CoverWords(
    procedure="Đăng ký tạm trú",
    papers=("Hợp đồng thuê nhà ở", "Văn bản đồng ý của chủ hộ, chủ sở hữu chỗ ở hợp pháp"),
    reference_line="Hồ sơ 7f3a-91c2",
    payload="BIA|v1|7f3a-91c2|2F32",
)
SEPARATORS = (
    SeparatorWords("Đăng ký tạm trú", "Hợp đồng thuê nhà ở", "Giấy tờ 1/2", "TACH|v1|lease|9042"),
    SeparatorWords(
        "Đăng ký tạm trú",
        "Văn bản đồng ý của chủ hộ, chủ sở hữu chỗ ở hợp pháp",
        "Giấy tờ 2/2",
        "TACH|v1|consent|1A91",
    ),
)

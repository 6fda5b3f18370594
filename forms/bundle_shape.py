"""What a bundle of linked procedures and a province's table of amounts may hold."""

from __future__ import annotations

from forms.pack_shape import CHANNELS, HEADER, NOTES_ROWS, REQUIREMENTS_ROWS, ROLES_ROWS
from forms.shape import OWN_PROVENANCE, Key, Kind, Shape

_PARTS = Shape(
    "parts",
    "Một thủ tục trong nhóm liên thông: hồ sơ riêng, mã riêng, thời hạn riêng.",
    (
        Key("procedure", "Mã của thủ tục.", Kind.CODE, required=True),
        Key("when", "Chỉ làm khi biểu thức đúng.", Kind.RULE),
        Key("after", "Mã các thủ tục phải có kết quả trước.", Kind.CODE, many=True),
        Key(
            "brought",
            "Slot các giấy tờ do kết quả của thủ tục trước đem lại: không yêu cầu nộp.",
            Kind.NAME,
            many=True,
        ),
        Key("processing_words", "Thời hạn riêng trong liên thông, nếu khác gói của thủ tục."),
        Key(
            "answers",
            "Ô của tờ khai thủ tục ← ô của tờ khai chung; ô cùng tên tự nối.",
            Kind.TABLE,
            table=Shape("answers_from", "Ô nào lấy từ ô nào.", other=Key("", "Tên ô chung.", Kind.NAME)),
        ),
    ),
)
BUNDLE = Shape(
    "bundle",
    "Một nhóm thủ tục liên thông: một tờ khai, một giấy tiếp nhận, nhiều hồ sơ.",
    (
        *HEADER,
        Key("form", "Mã tờ khai chung.", Kind.NAME, required=True),
        Key("request_words", "Lời sau “Nội dung yêu cầu giải quyết”.", required=True),
        Key("supported_by", "Cổng mà hồ sơ phải nhập vào."),
        Key("search_words", "Lời dân hay gọi.", many=True),
        *OWN_PROVENANCE,
        Key("roles", "Những người trong hồ sơ.", Kind.TABLE, many=True, table=ROLES_ROWS),
        Key("requirements", "Điều kiện.", Kind.TABLE, many=True, table=REQUIREMENTS_ROWS),
        Key("parts", "Các thủ tục.", Kind.TABLE, required=True, many=True, table=_PARTS),
        Key("notes", "Câu nhắc.", Kind.TABLE, many=True, table=NOTES_ROWS),
    ),
)
RESOLUTION = Shape(
    "office_fees",
    "Mức thu do Hội đồng nhân dân tỉnh quyết định: thay số tiền của các gói trong tỉnh ấy.",
    (
        Key("province", "Tỉnh, thành phố.", required=True),
        *OWN_PROVENANCE,
        Key(
            "amounts",
            "Các mức.",
            Kind.TABLE,
            required=True,
            many=True,
            table=Shape(
                "amounts",
                "Một mức thu.",
                (
                    Key("procedure", "Mã thủ tục.", Kind.CODE, required=True),
                    Key("fee", "key của khoản thu trong gói.", Kind.NAME, required=True),
                    Key("case", "case của khoản thu trong gói.", Kind.NAME),
                    Key("channels", "Cách nộp; bỏ trống là mọi cách.", many=True, words=CHANNELS),
                    Key("amount", "Số tiền, đồng.", Kind.WHOLE, required=True, most=100_000_000),
                    Key("words", "Lời giải thích in trên giấy; bỏ trống thì giữ lời của gói."),
                ),
            ),
        ),
    ),
)

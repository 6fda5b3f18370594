"""What a form definition and the files of example dossiers may hold."""

from __future__ import annotations

from forms.definition import OnPaper, Photo
from forms.facts import ROLES
from forms.pack_shape import CAPACITIES, CHANNELS
from forms.shape import OWN_PROVENANCE, Key, Kind, Shape, in_two_languages

FIELD_KINDS = (
    "text",
    "long_text",
    "date",
    "number",
    "choice",
    "yes_no",
    "citizen_id",
    "phone",
    "email",
    "address",
    "table",
)
_CHOICES = Shape(
    "choices",
    "Một câu trả lời để chọn.",
    (
        Key("value", "Từ lưu lại, không dấu.", Kind.NAME, required=True),
        *in_two_languages("label", "Lời trên tờ khai."),
    ),
)
_FACTS = Shape(
    "facts",
    "Một điều đã biết có thể điền vào ô.",
    (
        Key("fact", "Tên điều đã biết, ví dụ holder.full_name.", required=True),
        Key("when", "Chỉ điền khi biểu thức đúng.", Kind.RULE),
    ),
)
_WORDINGS = Shape(
    "wordings",
    "Một câu mẫu.",
    (
        Key("text", "Câu, {ô} là câu trả lời ở ô ấy.", required=True),
        Key("when", "Chỉ dùng khi biểu thức đúng.", Kind.RULE),
    ),
)
_PLAIN_FIELD = (
    Key("name", "Tên ngắn, mỗi tên một lần trong tờ khai.", Kind.NAME, required=True),
    *in_two_languages("label", "Lời trên tờ khai."),
    Key("kind", "Loại ô.", required=True, words=FIELD_KINDS),
    Key("number", "Số mục trên mẫu in."),
    *in_two_languages("help", "Câu hướng dẫn dưới ô.", required=False),
    Key("choices", "Các câu trả lời của ô choice.", Kind.TABLE, many=True, table=_CHOICES),
    Key(
        "facts",
        "Những điều đã biết điền vào ô; điều đầu tiên biết được thì dùng.",
        Kind.TABLE,
        many=True,
        table=_FACTS,
        bare="fact",
    ),
    Key(
        "default",
        "Câu trả lời có sẵn khi không biết gì.",
        Kind.TABLE,
        many=True,
        table=_WORDINGS,
        bare="text",
    ),
    Key("compose", "Câu ghép từ các ô khác.", Kind.TABLE, many=True, table=_WORDINGS, bare="text"),
    Key("roster", "Danh sách người đã biết cho bảng, ví dụ holder.household."),
    Key("required", "Không được bỏ trống.", Kind.FLAG),
    Key("required_if", "Không được bỏ trống khi biểu thức đúng.", Kind.RULE),
    Key("show_if", "Chỉ hiện khi biểu thức đúng.", Kind.RULE),
    Key("max_length", "Nhiều nhất bao nhiêu chữ.", Kind.WHOLE, least=1, most=20_000),
    Key("minimum", "Số nhỏ nhất.", Kind.WHOLE),
    Key("maximum", "Số lớn nhất.", Kind.WHOLE),
    Key("not_before", "Ngày sớm nhất.", Kind.RULE),
    Key("not_after", "Ngày muộn nhất.", Kind.RULE),
    Key("full_date", "Phải đủ ngày, tháng, năm.", Kind.FLAG),
    Key("citizen", "Thông tin về công dân, tính vào phần không phải gõ; mặc định khi có facts.", Kind.FLAG),
)
_PRINTED_FIELD = (
    Key(
        "on_paper",
        "always: luôn in, để chấm khi không hỏi; asked: in khi có hỏi (mặc định); never: không in.",
        words=tuple(OnPaper),
    ),
    Key("mark", "Số chú thích in sau lời, ví dụ (2).", longest=10),
    Key("lines", "Để trống thì chừa bao nhiêu dòng chấm; mặc định 1.", Kind.WHOLE, least=1, most=20),
    Key("rows", "Bảng để trống thì in bao nhiêu hàng.", Kind.WHOLE, least=1, most=30),
    Key("ticked", "In mọi câu trả lời để đánh dấu; không thì chỉ in câu đã chọn.", Kind.FLAG),
    Key("capitals", "In câu trả lời bằng chữ in hoa.", Kind.FLAG),
    Key("half_line", "Đứng cùng dòng với ô bên cạnh khi đủ chỗ.", Kind.FLAG),
)
_COLUMN = Shape("column", "Một cột của bảng.", _PLAIN_FIELD)
FIELD = Shape(
    "field",
    "Một ô của tờ khai.",
    (
        *_PLAIN_FIELD,
        *_PRINTED_FIELD,
        Key("columns", "Các cột của ô table.", Kind.TABLE, many=True, table=_COLUMN),
    ),
)
SECTION = Shape(
    "section",
    "Một mục của tờ khai.",
    (
        Key("name", "Tên ngắn.", Kind.NAME, required=True),
        *in_two_languages("title", "Tiêu đề."),
        Key("show_if", "Chỉ hiện khi biểu thức đúng.", Kind.RULE),
        Key("heading", "In cả tiêu đề trên tờ khai.", Kind.FLAG),
        Key("fields", "Các ô.", Kind.TABLE, many=True, table=FIELD),
    ),
)
_CHECKS = Shape(
    "checks",
    "Một điều báo cho cán bộ khi biểu thức đúng.",
    (
        Key("code", "Tên ngắn.", Kind.NAME, required=True),
        Key("field", "Ô mà câu báo đứng cạnh.", Kind.NAME, required=True),
        Key("when", "Khi nào báo.", Kind.RULE, required=True),
        *in_two_languages("message", "Câu báo."),
    ),
)
_SIGNERS = Shape(
    "signatures",
    "Một ô ký.",
    (
        Key("title", "Ai ký, ví dụ NGƯỜI KÊ KHAI.", required=True),
        Key("note", "Lời dưới chức danh, ví dụ (Ký, ghi rõ họ tên)."),
        Key("declares", "Người này khai: ngày và tên của họ được in.", Kind.FLAG),
        Key("section", "Mục của riêng người này, in thành cột cạnh mục của người ký kia.", Kind.NAME),
        Key("agreed_if", "Đã đồng ý bằng cách khác khi biểu thức đúng.", Kind.RULE),
        Key("agreed_note", "Lời in thay cho note khi đã đồng ý bằng cách khác."),
        Key("agreed_by", "Câu mẫu in ở chỗ ký khi ấy, ví dụ {owner_full_name}."),
    ),
)
_HEAD = Shape(
    "form_head",
    "Đầu tờ khai.",
    (
        Key("code", "Tên ngắn của mẫu; gói thủ tục gọi theo tên này.", Kind.NAME, required=True),
        Key("version", "Tên của bản này.", required=True),
        *in_two_languages("title", "Tên tờ khai."),
        *OWN_PROVENANCE,
        Key("declaration", "Lời cam đoan."),
        Key("printed_number", "Số của mẫu in ở góc trên bên phải, ví dụ Mẫu CT01."),
        Key("issued_by", "Văn bản ban hành mẫu, in dưới số của mẫu."),
        Key("photo", "Khung ảnh, rộng x cao (cm).", words=tuple(Photo)),
        Key("signatures", "Các ô ký, từ trái sang phải.", Kind.TABLE, many=True, table=_SIGNERS),
        Key("notes", "Các chú thích dưới tờ khai.", many=True),
    ),
)
FORM = Shape(
    "form",
    "Một bản của một tờ khai.",
    (
        Key("form", "Đầu tờ khai.", Kind.TABLE, required=True, table=_HEAD),
        Key("sections", "Các mục.", Kind.TABLE, required=True, many=True, table=SECTION),
        Key("checks", "Các điều báo.", Kind.TABLE, many=True, table=_CHECKS),
    ),
)

_REASONS = Shape("reasons", "Lý do theo tên.", other=Key("", "Lý do."))
_PEOPLE_OF = Shape(
    "people_of",
    "Ai đưa thẻ: tên trong people.toml.",
    tuple(Key(role, "Tên trong people.toml.", Kind.NAME) for role in ROLES),
)
_GIVEN = Shape(
    "given",
    "Hoàn cảnh của hồ sơ mẫu.",
    (
        Key("received_at", "Lúc nhận hồ sơ.", Kind.MOMENT, required=True),
        Key("channel", "Cách nộp; mặc định direct, không có thì cách đầu tiên.", words=CHANNELS),
        Key("capacity", "Ai nộp; mặc định self.", words=CAPACITIES),
        Key("waivers", "Các diện miễn, giảm đã có chứng minh.", Kind.NAME, many=True),
        Key("cases", "Các trường hợp cán bộ chọn.", Kind.NAME, many=True),
        Key("people", "Những người trong hồ sơ.", Kind.TABLE, table=_PEOPLE_OF),
    ),
)
_EXPECT = Shape(
    "expect",
    "Điều phải đúng với hồ sơ mẫu này; gói thủ tục không đạt thì bị từ chối.",
    (
        Key("fee", "Số tiền thu, đồng.", Kind.WHOLE),
        Key("due_at", "Lúc hẹn trả.", Kind.MOMENT),
        Key("ask", "Các giấy phải nộp.", Kind.NAME, many=True),
        Key("struck_out", "Các giấy không được yêu cầu.", Kind.NAME, many=True),
        Key("broken", "Lời (words) của các điều kiện không đạt.", many=True),
    ),
)
EXAMPLE = Shape(
    "example",
    "Một hồ sơ mẫu: công dân nói gì, và kết quả phải thế nào.",
    (
        Key("given", "Hoàn cảnh.", Kind.TABLE, table=_GIVEN),
        Key(
            "answers",
            "Câu trả lời theo tên ô; ngày có thể viết today, today+30.",
            Kind.TABLE,
            required=True,
            table=Shape("answers", "Câu trả lời.", other=Key("", "", Kind.SCALAR)),
        ),
        Key("unlock", "Lý do đổi điều cơ sở dữ liệu đã ghi, theo tên ô.", Kind.TABLE, table=_REASONS),
        Key("excuses", "Lý do không nộp giấy, theo slot.", Kind.TABLE, table=_REASONS),
        Key("expect", "Kết quả phải có.", Kind.TABLE, table=_EXPECT),
    ),
)
PEOPLE = Shape(
    "people",
    "Những người không có thật của các hồ sơ mẫu.",
    (
        Key(
            "people",
            "Mỗi người một bảng: điều cơ sở dữ liệu ghi về người ấy.",
            Kind.TABLE,
            required=True,
            table=Shape(
                "everyone",
                "Theo tên.",
                other=Key(
                    "",
                    "Một người.",
                    Kind.TABLE,
                    table=Shape("person", "Điều đã biết.", other=Key("", "", Kind.SCALAR)),
                ),
            ),
        ),
    ),
)

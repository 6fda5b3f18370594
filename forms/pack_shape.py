"""What a procedure pack may hold: the one definition behind its checks, its reader and its schema."""

from __future__ import annotations

from forms.facts import ROLES
from forms.shape import OWN_PROVENANCE, PROVENANCE, Key, Kind, Shape, in_two_languages

CHANNELS = ("direct", "post", "online")
CAPACITIES = ("self", "child", "proxy")
SLIPS = ("general", "residence", "identity", "criminal_record")
DATABASES = (
    "population",
    "civil_status",
    "land",
    "health",
    "insurance",
    "driving_licence",
    "vehicle",
    "business",
    "criminal_record",
    "tax",
    "education",
    "social_protection",
)
WAITS = ("supplement", "fee", "other_body")

_HELD = Shape(
    "held",
    "Cơ sở dữ liệu đã có thông tin, nên không được yêu cầu giấy này khi tra cứu được.",
    (
        Key("database", "Cơ sở dữ liệu phải tra cứu trước.", required=True, words=DATABASES),
        Key("words", "Câu nói với cán bộ và in trên giấy tiếp nhận.", required=True),
        Key("law", "Quy định cấm yêu cầu.", required=True),
        Key("annex", "Số thứ tự trong Phụ lục Nghị quyết 66.7/2025/NQ-CP.", Kind.WHOLE, least=1, most=800),
        *PROVENANCE,
    ),
)
_PAPERS = Shape(
    "papers",
    "Một thành phần hồ sơ. Tờ khai của thủ tục không ghi ở đây.",
    (
        Key("slot", "Tên ngắn, mỗi tên một lần trong gói.", Kind.NAME, required=True),
        *in_two_languages("name", "Tên in trên giấy tiếp nhận."),
        Key(
            "kind",
            "Bản chính, bản sao, bản chứng thực hay xuất trình.",
            required=True,
            words=("original", "copy", "certified_copy", "shown"),
        ),
        Key("quantity", "Số bản; mặc định 1.", Kind.WHOLE, least=1, most=20),
        Key("required", "false: chỉ yêu cầu trong trường hợp nêu ở condition; mặc định true.", Kind.FLAG),
        Key("needed_if", "Chỉ cần khi biểu thức đúng; không đúng thì giấy không hiện ra.", Kind.RULE),
        Key("condition", "Trường hợp cần giấy, bằng lời."),
        Key("instead_of", "Các slot mà giấy này thay được.", Kind.NAME, many=True),
        Key(
            "valid_months",
            "Giấy có giá trị bao nhiêu tháng kể từ ngày cấp; bỏ trống: luật không ghi thời hạn.",
            Kind.WHOLE,
            least=1,
            most=600,
        ),
        Key("held", "Cơ sở dữ liệu và luật cấm yêu cầu.", Kind.TABLE, many=True, table=_HELD),
        *PROVENANCE,
    ),
)
_CLOCK = Shape(
    "clock",
    "Khi nào thời hạn bắt đầu, đứng lại, tính lại từ đầu.",
    (
        Key(
            "starts",
            "received: khi nhận đủ hồ sơ (mặc định); fee_paid: khi đã nhận và đã nộp phí.",
            words=("received", "fee_paid"),
        ),
        Key("stops", "Những lần chờ không tính vào thời hạn; bỏ trống là cả ba.", many=True, words=WAITS),
        Key("restarts", "Những lần chờ mà sau đó thời hạn tính lại từ đầu.", many=True, words=WAITS),
    ),
)
_PROCESSING = Shape(
    "processing",
    "Một thời hạn giải quyết; hàng không có case là thời hạn thông thường.",
    (
        Key(
            "unit",
            "Đơn vị: phút làm việc, nửa ngày làm việc, ngày làm việc, ngày, trong ngày.",
            required=True,
            words=("working_minutes", "half_working_days", "working_days", "calendar_days", "same_day"),
        ),
        Key("amount", "Bao nhiêu đơn vị; same_day không cần.", Kind.WHOLE, most=100_000),
        Key("words", "Lời in trên giấy, ví dụ “03 ngày làm việc”.", required=True),
        Key("cut_off", "Giờ mà sau đó thì trả vào ngày làm việc tiếp theo (same_day).", Kind.HOUR),
        Key("case", "Trường hợp (một tên ở [[cases]]) mà thời hạn này áp dụng.", Kind.NAME),
        *PROVENANCE,
    ),
)
_FEES = Shape(
    "fees",
    "Một khoản thu. Trong các hàng cùng key, hàng có case đúng đi trước hàng không có case.",
    (
        Key("key", "Tên ngắn của khoản thu; nghị quyết của tỉnh gọi theo tên này.", Kind.NAME, required=True),
        Key("name", "Tên khoản thu, ví dụ “Lệ phí hộ tịch”.", required=True),
        Key("channels", "Cách nộp mà mức này áp dụng; bỏ trống là mọi cách.", many=True, words=CHANNELS),
        Key("amount", "Số tiền, đồng.", Kind.WHOLE, most=100_000_000),
        Key("formula", "Số tiền tính từ tờ khai (đồng), thay cho amount.", Kind.RULE),
        Key(
            "unit",
            "Mức thu tính theo hồ sơ (mặc định), bản sao hay người.",
            words=("dossier", "copy", "person"),
        ),
        Key("quantity", "Số lượng tính từ tờ khai, ví dụ “copies” hay “count(members) + 1”.", Kind.RULE),
        Key(
            "steps",
            "Phần trăm của đơn vị thứ nhất, thứ hai…; số cuối cho mọi đơn vị sau.",
            Kind.WHOLE,
            many=True,
            most=100,
        ),
        Key("words", "Lời giải thích in trên giấy.", required=True),
        Key("case", "Trường hợp (một tên ở [[cases]]) mà mức này áp dụng.", Kind.NAME),
        Key("waivers", "Những diện miễn, giảm (key ở [[waivers]]) chạm tới khoản này.", Kind.NAME, many=True),
        *PROVENANCE,
    ),
)
_WAIVERS = Shape(
    "waivers",
    "Một diện được miễn hay giảm; nhiều diện thì áp dụng diện có lợi nhất.",
    (
        Key("key", "Tên ngắn.", Kind.NAME, required=True),
        Key("words", "Ai được miễn, giảm, bằng lời.", required=True),
        Key("percent", "Giảm bao nhiêu phần trăm; mặc định 100.", Kind.WHOLE, least=1, most=100),
        Key("channels", "Chỉ áp dụng khi nộp cách này; bỏ trống là mọi cách.", many=True, words=CHANNELS),
        Key("applies_if", "Tự áp dụng khi biểu thức đúng; bỏ trống thì cán bộ đánh dấu.", Kind.RULE),
        Key("proof", "Giấy tờ hay dữ liệu chứng minh, bằng lời."),
        *PROVENANCE,
    ),
)
ROLES_ROWS = Shape(
    "roles",
    "Một người trong hồ sơ; mỗi người có thể đưa thẻ của mình.",
    (
        Key("role", "Vai.", required=True, words=ROLES),
        *in_two_languages("name", "Gọi người ấy là gì trên màn hình."),
        Key("required", "Phải biết người ấy mới nhận hồ sơ được; mặc định true.", Kind.FLAG),
        Key("present", "Người ấy phải có mặt; mặc định false.", Kind.FLAG),
        Key("when", "Chỉ có vai này khi biểu thức đúng.", Kind.RULE),
    ),
)
REQUIREMENTS_ROWS = Shape(
    "requirements",
    "Điều kiện của người nộp hay chủ hồ sơ: tuổi, giới, tình trạng; không đạt thì nói câu words.",
    (
        Key("holds", "Biểu thức phải đúng, ví dụ “age(groom.born_on) >= 20”.", Kind.RULE, required=True),
        *in_two_languages("words", "Câu nói khi không đạt."),
        Key("severity", "refuse: không nhận (mặc định); warn: chỉ báo.", words=("refuse", "warn")),
        *PROVENANCE,
    ),
)
_CASES = Shape(
    "cases",
    "Một trường hợp riêng, đúng khi biểu thức đúng; [[fees]] và [[processing]] gọi tên nó ở case.",
    (
        Key("name", "Tên ngắn.", Kind.NAME, required=True),
        Key("when", "Khi nào; bỏ trống thì cán bộ chọn.", Kind.RULE),
        Key("words", "Trường hợp ấy bằng lời.", required=True),
        *PROVENANCE,
    ),
)
NOTES_ROWS = Shape(
    "notes",
    "Một câu nhắc cán bộ.",
    (
        Key("words", "Câu nhắc.", required=True),
        Key("when", "Chỉ nhắc khi biểu thức đúng.", Kind.RULE),
        *PROVENANCE,
    ),
)
_REASONS = Shape(
    "reasons",
    "Một lý do hay dùng trên phiếu; cán bộ chọn rồi sửa được.",
    (
        Key(
            "slip",
            "Phiếu nào: yêu cầu bổ sung, từ chối, xin lỗi, thông báo dừng.",
            required=True,
            words=("supplement", "refusal", "apology", "suspension"),
        ),
        Key("words", "Lý do như in trên phiếu.", required=True),
        Key("law", "Căn cứ pháp lý in kèm."),
        *PROVENANCE,
    ),
)
HEADER = (
    Key("code", "Mã thủ tục quốc gia; chưa biết mã thì 0.0000nn.", Kind.CODE, required=True),
    Key("other_codes", "Mã khác của cùng thủ tục (cấp tỉnh, cấp bộ, mã cũ).", Kind.CODE, many=True),
    Key("essential", "Số thứ tự trong Phụ lục I Quyết định 06/QĐ-TTg.", Kind.WHOLE, least=1, most=25),
    Key("version", "Tên của bản này, thường là ngày bắt đầu.", required=True),
    *in_two_languages("name", "Tên thủ tục như công bố."),
    Key("short_name", "Tên ngắn trên màn hình.", required=True),
    Key("field_of_work", "Lĩnh vực.", required=True),
)
PACK = Shape(
    "procedure",
    "Một bản của một thủ tục hành chính.",
    (
        *HEADER,
        Key("authority", "Cơ quan có thẩm quyền giải quyết.", required=True),
        Key("received_by", "Nơi tiếp nhận, nếu không phải quầy này."),
        Key("supported_by", "Hệ thống hay nơi hỗ trợ mà hồ sơ phải nhập vào, ví dụ VNeID."),
        Key("form", "Mã tờ khai trong forms/.", Kind.NAME, required=True),
        Key("form_name", "Tên tờ khai trong danh mục hồ sơ.", required=True),
        Key("request_words", "Lời sau “Nội dung yêu cầu giải quyết”.", required=True),
        Key(
            "capacities",
            "Ai nộp: cho mình, cho con, thay người khác.",
            required=True,
            many=True,
            words=CAPACITIES,
        ),
        Key("channels", "Cách nộp.", required=True, many=True, words=CHANNELS),
        Key("outcome", "Kết quả.", required=True),
        Key("outcome_place", "Nơi trả kết quả.", required=True),
        Key(
            "slips",
            "Bộ phiếu: chung, cư trú (CT04–CT08), căn cước (CC02–CC03), lý lịch tư pháp.",
            required=True,
            words=SLIPS,
        ),
        Key(
            "outcome_paper",
            "Giấy báo kết quả in được từ sổ: CT07 (residence_confirmation) hay CT08 (outcome_notice).",
            words=("residence_confirmation", "outcome_notice"),
        ),
        Key("search_words", "Lời dân hay gọi.", many=True),
        Key("not_received", "Thủ tục không còn được yêu cầu: câu nói thay cho việc nhận hồ sơ."),
        *OWN_PROVENANCE,
        Key("clock", "Đồng hồ của thời hạn.", Kind.TABLE, table=_CLOCK),
        Key("roles", "Những người trong hồ sơ.", Kind.TABLE, many=True, table=ROLES_ROWS),
        Key("requirements", "Điều kiện.", Kind.TABLE, many=True, table=REQUIREMENTS_ROWS),
        Key("cases", "Trường hợp riêng.", Kind.TABLE, many=True, table=_CASES),
        Key("processing", "Thời hạn.", Kind.TABLE, required=True, many=True, table=_PROCESSING),
        Key("papers", "Thành phần hồ sơ.", Kind.TABLE, many=True, table=_PAPERS),
        Key(
            "fees",
            "Phí, lệ phí; không thu thì amount = 0.",
            Kind.TABLE,
            required=True,
            many=True,
            table=_FEES,
        ),
        Key("waivers", "Miễn, giảm.", Kind.TABLE, many=True, table=_WAIVERS),
        Key("notes", "Câu nhắc.", Kind.TABLE, many=True, table=NOTES_ROWS),
        Key("reasons", "Lý do hay dùng trên phiếu.", Kind.TABLE, many=True, table=_REASONS),
    ),
)

"""Every word of the two sheets about personal data: what is held, and the notice of a breach."""

from __future__ import annotations

from counter_app.domain.citizen_id import CITIZEN_DIGITS
from counter_app.domain.keeping import DataKind, KeepingRules
from counter_app.domain.office import Duty
from counter_app.services.breach import BreachFacts
from counter_app.services.held_data import HeldData, HeldKind, HeldPiece, Part
from counter_app.services.slip_subject import slip_head
from forms.wording import moment
from printing.breach_notice import BreachWords
from printing.held_data_sheet import HeldDataWords, HeldLine

_SERIES = "DLCN"
_ARCHIVE = "Theo danh mục hồ sơ của ngành; hồ sơ là tài liệu lưu trữ"
_KINDS = {
    HeldKind.DOSSIER: "Hồ sơ {about} ({part})",
    HeldKind.PAPERS: "Giấy tờ đã số hóa của hồ sơ {about}: {count}",
    HeldKind.OUTCOME: "Kết quả đã trả: {about}",
    HeldKind.DRAFT: "Tờ khai dở dang, thủ tục {about} ({part})",
    HeldKind.WAITING: "Nội dung đang chờ gửi lên máy chủ: {count}",
    HeldKind.EXPECTED: "Bản sao thông tin dân cư cho lịch hẹn",
}
_PARTS = {
    Part.APPLICANT: "người nộp",
    Part.HOLDER: "chủ hồ sơ",
    Part.NAMED: "được nêu trong tờ khai hoặc thông tin dân cư",
}
_RIGHTS = (
    "Quyền của chủ thể dữ liệu: Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, Nghị định 356/2025/NĐ-CP. Yêu "
    "cầu được phản hồi trong 02 ngày làm việc; xem, chỉnh sửa: trong 10 ngày; xóa: trong 20 ngày, trừ dữ "
    "liệu phải lưu theo luật khác."
)
_LOOKED_AT = (
    "Dữ liệu nêu trên đã được tra cứu, mở xem {count} lần; cán bộ và mục đích từng lần có trong nhật ký của "
    "máy quầy."
)
_HELD = "Một phần dữ liệu đang được giữ lại theo yêu cầu của cơ quan có thẩm quyền và chưa được xóa."
_DATA_KINDS = (
    "Dữ liệu cá nhân cơ bản (họ tên, ngày sinh, số định danh, nơi cư trú). Bản quét giấy tờ tùy thân, nếu "
    "có, là dữ liệu cá nhân nhạy cảm."
)
_SOURCE = (
    "Căn cứ: Điều 23 Luật 91/2025/QH15; Mẫu số 08 kèm Nghị định 356/2025/NĐ-CP. Câu chữ chưa đối chiếu với "
    "mẫu in."
)


def held_data_words(held: HeldData, duty: Duty, rules: KeepingRules) -> HeldDataWords:
    """Put what is held into the words of its sheet."""
    pages = rules.on(DataKind.DELIVERED_PAGES, held.at.date())
    number = held.number
    in_threes = len(number) == CITIZEN_DIGITS
    return HeldDataWords(
        head=slip_head(duty.office, "", held.at, _SERIES),
        number=" ".join(number[at : at + 3] for at in range(0, len(number), 3)) if in_threes else number,
        told_at=moment(held.at),
        lines=tuple(_line(piece, pages.days if pages else 0) for piece in held.pieces),
        looks=_LOOKED_AT.format(count=held.looks) if held.looks else "",
        holds=_HELD if held.is_held else "",
        rights=_RIGHTS,
        official_name=duty.official.full_name,
    )


def breach_words(facts: BreachFacts, duty: Duty) -> BreachWords:
    """Put what history tells of a breach into the words of the notice; the pen writes the rest."""
    breach, whole = facts.breach, facts.wholeness
    state = "còn nguyên vẹn" if not whole.breaks else f"KHÔNG còn nguyên vẹn ở {len(whole.breaks)} chỗ"
    return BreachWords(
        head=slip_head(duty.office, "", breach.found_at, _SERIES),
        addressee="",
        found_at=moment(breach.found_at),
        notify_until=moment(facts.notify_until),
        happened=f"Từ {moment(breach.since)} đến {moment(breach.until)}.",
        what=breach.what,
        data_kinds=_DATA_KINDS,
        counted=(
            ("Lượt tra cứu dữ liệu dân cư", str(facts.looked_up)),
            ("Lượt mở xem hồ sơ", str(facts.opened)),
            ("Lượt xem giấy tờ đã quét", str(facts.papers_seen)),
            ("Lượt tiếp, hồ sơ khác nhau có liên quan", str(facts.subjects)),
            ("Cán bộ đã xem", str(facts.officials)),
            ("Lượt xem cần giải trình", str(facts.odd)),
        ),
        history=f"Nhật ký {state}: {whole.lines} dòng, đã niêm phong đến dòng {whole.sealed_until}.",
        consequences=breach.consequences,
        measures=breach.measures,
        contact="",
        official_name=duty.official.full_name,
        source=_SOURCE,
    )


def _line(piece: HeldPiece, page_days: int) -> HeldLine:
    what = _KINDS[piece.kind].format(about=piece.about, part=_PARTS[piece.part], count=piece.count)
    until = f"{piece.until:%d/%m/%Y}" if piece.until else _ARCHIVE
    if piece.kind is HeldKind.PAPERS and page_days:
        until = f"Bản PDF theo hồ sơ; ảnh từng trang {page_days} ngày sau khi máy chủ nhận đủ"
    elif piece.kind is HeldKind.WAITING:
        until = "Đến khi máy chủ nhận; bản gửi lưu cùng hồ sơ"
    return HeldLine(what, f"{piece.since:%d/%m/%Y}", piece.procedure or "Tiếp nhận hồ sơ", until)

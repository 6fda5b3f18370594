"""Every word of the sheet on which a shift is closed."""

from __future__ import annotations

from collections.abc import Iterator

from counter_app.domain.office import Duty
from counter_app.domain.payment import PaymentWay
from counter_app.domain.tally import Closing, Difference, Mismatch, Tally
from counter_app.services.slip_subject import slip_head
from forms.wording import long_date, moment, money
from printing.closing_sheet import ClosingLine, ClosingWords
from printing.slip import SlipHead

_WAYS = {
    PaymentWay.CASH: "tiền mặt",
    PaymentWay.TRANSFER: "chuyển khoản",
    PaymentWay.CARD: "thẻ",
    PaymentWay.PORTAL: "Cổng Dịch vụ công quốc gia",
}
_DIFFERS = {
    Mismatch.GAP: "Số {about} đã cấp nhưng không có hồ sơ",
    Mismatch.NOT_PRINTED: "{about}: chưa in giấy tiếp nhận",
    Mismatch.PAGE_GONE: "{about}: thiếu {amount} tệp đã niêm phong",
    Mismatch.PAGE_BROKEN: "{about}: {amount} tệp niêm phong không còn nguyên vẹn",
    Mismatch.FEE_OPEN: "{about}: còn phải nộp {amount}",
    Mismatch.FEE_OVER: "{about}: nộp thừa {amount}",
    Mismatch.NO_RECEIPT: "{about}: đã nộp {amount}, chưa ghi số biên lai điện tử",
    Mismatch.VOID_PAID: "{about}: hồ sơ đã hủy nhưng còn ghi nộp {amount}",
}
_MENDED_BY = {
    Mismatch.GAP: "Ghi lý do của số bị thiếu khi chốt ca",
    Mismatch.NOT_PRINTED: "Mở hồ sơ trong sổ và in giấy tiếp nhận",
    Mismatch.PAGE_GONE: "Báo người phụ trách máy; mời công dân mang lại giấy tờ để quét",
    Mismatch.PAGE_BROKEN: "Báo người phụ trách máy; quét lại giấy tờ",
    Mismatch.FEE_OPEN: "Thu phí rồi ghi nhận, hoặc để chờ nộp",
    Mismatch.FEE_OVER: "Ghi khoản ngược lại và hoàn tiền cho công dân",
    Mismatch.NO_RECEIPT: "Ghi số biên lai điện tử vào hồ sơ",
    Mismatch.VOID_PAID: "Ghi khoản ngược lại và hoàn tiền cho công dân",
}
_IN_DONG = {Mismatch.FEE_OPEN, Mismatch.FEE_OVER, Mismatch.NO_RECEIPT, Mismatch.VOID_PAID}
_CODE_LETTERS = 16


def closing_words(closing: Closing, duty: Duty) -> ClosingWords:
    """Put what was counted into the words of the sheet."""
    head = slip_head(duty.office, "", closing.at, "CC")
    tally = closing.tally
    return ClosingWords(
        head=SlipHead(head.office_parent, head.office, f"Lần chốt: {closing.number:02}", head.place_and_date),
        shift=f"{tally.counter}, ca của {closing.official_name}, {long_date(tally.day)}",
        closed_at=moment(closing.at),
        lines=tuple(_lines(tally)),
        unused=tuple(_unused(tally)),
        differences=tuple((difference_words(one), _MENDED_BY[one.kind]) for one in tally.differences),
        official_name=closing.official_name,
        seal=f"Mã đối chiếu {closing.digest[:_CODE_LETTERS]} · khóa của quầy {closing.key_id}",
    )


def difference_words(one: Difference) -> str:
    """Say in plain words what does not agree."""
    amount = money(one.amount) if one.kind in _IN_DONG else str(one.amount)
    return _DIFFERS[one.kind].format(about=one.about, amount=amount)


def _lines(tally: Tally) -> Iterator[ClosingLine]:
    numbers = f"{tally.first_number:04} – {tally.last_number:04}" if tally.given else "không có"
    yield ClosingLine("Số đã cấp trong ngày tại quầy", str(tally.given), numbers)
    yield ClosingLine("Hồ sơ tiếp nhận trong ca", str(tally.received), _own(tally))
    yield ClosingLine("Hồ sơ của cán bộ khác hoặc ca khác", str(tally.others), "")
    yield ClosingLine("Số đã hủy trong ca", str(len(tally.voided)), "")
    yield ClosingLine("Số không có hồ sơ", str(len(tally.gaps)), "")
    copies = f"in lại: {tally.copies} lần" if tally.copies else ""
    if tally.left:
        left = "; ".join(f"{one.first:04} – {one.last:04}" for one in tally.left)
        yield ClosingLine("Số máy chủ cấp trước, chưa dùng", str(tally.left_count), left)
    yield ClosingLine("Hồ sơ đã in giấy tiếp nhận", str(tally.prints), copies)
    reused = f"dùng lại: {tally.reused}" if tally.reused else ""
    yield ClosingLine("Giấy tờ đã số hóa", str(tally.papers), reused)
    yield ClosingLine("Tệp niêm phong còn nguyên vẹn", f"{tally.whole}/{tally.pages}", "")
    waived = f"miễn, giảm: {tally.waived} hồ sơ" if tally.waived else ""
    yield ClosingLine("Phí, lệ phí phải thu", money(tally.due), waived)
    ways = "; ".join(f"{_WAYS[one.way]}: {money(one.amount)}" for one in tally.takings)
    yield ClosingLine("Đã ghi nhận nộp", money(tally.paid), ways)
    yield ClosingLine("Số biên lai điện tử đã ghi", str(len(tally.receipts)), "; ".join(tally.receipts))


def _own(tally: Tally) -> str:
    return f"mang mã có sẵn: {tally.own_codes}" if tally.own_codes else ""


def _unused(tally: Tally) -> Iterator[tuple[str, str]]:
    for one in tally.voided:
        yield one.code, f"Đã hủy: {one.reason}"
    for one in tally.gaps:
        yield f"{one.number:04}", one.reason or "Chưa rõ lý do"

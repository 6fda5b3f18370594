"""Closing the shift like a till: everything agrees, or what does not is named with what helps."""

from __future__ import annotations

import base64
import json
from datetime import timedelta
from pathlib import Path

import pytest
from journeys.driver import MONDAY, DeskDriver, desk_in, text_of
from services.counter import DUTY
from services.fakes import FixedClock
from services.people import cast
from sqlalchemy import text

from counter_app.__main__ import main
from counter_app.domain.dossier import Dossier
from counter_app.domain.history import Deed
from counter_app.domain.payment import PaymentWay
from counter_app.domain.tally import Mismatch, Tally
from counter_app.errors import NoReason
from counter_app.gateways.desk_key import is_signed_by
from counter_app.services.register_pages import TooManyDays
from printing.sheet import PaperSize


def received(desk: DeskDriver, *, paid: bool = True) -> Dossier:
    """Receive a dossier with a page, print it, and take its fee."""
    services = desk.opened.desk
    desk.show_card(cast().ede)
    desk.choose("1.004194")
    desk.answer_as_in_the_example()
    desk.add_page("ownership")
    dossier = desk.receive()
    desk.print()
    if paid:
        duty = services.duty_book.now()
        services.payments.note(
            dossier.dossier_id,
            dossier.fee,
            PaymentWay.CASH,
            duty=duty,
            receipt=f"1C26-{dossier.number_of_day:04}",
        )
    return dossier


def counted(desk: DeskDriver) -> Tally:
    """Count the shift as it stands."""
    return desk.opened.desk.closing.tally(desk.opened.desk.duty_book.now())


def differences(tally: Tally) -> list[tuple[Mismatch, str, int]]:
    return [(one.kind, one.about, one.amount) for one in tally.differences]


def test_a_shift_in_which_everything_was_done_balances_and_is_signed(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        first, second = received(desk), received(desk)
        services = desk.opened.desk
        services.voiding.void(second.dossier_id, "Tiếp nhận trùng", DUTY.official.sign)
        services.payments.note(second.dossier_id, -second.fee, PaymentWay.CASH, duty=DUTY)
        duty = services.duty_book.now()
        closed = services.closing.close(duty, PaperSize.A4)
        tally = closed.closing.tally
        assert tally.is_balanced
        assert (tally.given, tally.received, tally.prints, tally.papers) == (2, 1, 1, 1)
        assert [one.code for one in tally.voided] == [second.code]
        assert tally.whole == tally.pages == 2  # the page as it was taken, and the document
        assert (tally.due, tally.paid) == (first.fee, first.fee)
        words = text_of(closed.printout.pdf)
        assert "BIÊN BẢN CHỐT CA" in words
        assert "khớp nhau" in words
        assert f"Đã hủy: {tally.voided[0].reason}" in words
        signature = base64.b64decode(closed.closing.signature)
        assert is_signed_by(desk.opened.key.public_key, closed.closing.digest.encode(), signature)


def test_a_second_closing_is_a_copy_until_something_has_changed(tmp_path: Path) -> None:
    clock = FixedClock(MONDAY)
    with desk_in(tmp_path, clock) as desk:
        received(desk)
        services = desk.opened.desk
        duty = services.duty_book.now()
        first = services.closing.close(duty, PaperSize.A4)
        clock.move(timedelta(minutes=5))
        again = services.closing.close(duty, PaperSize.A4)
        assert again.closing == first.closing
        assert "BẢN IN LẠI, LẦN 1" in text_of(again.printout.pdf)
        assert "BẢN IN LẠI" not in text_of(first.printout.pdf)
        received(desk)
        third = services.closing.close(duty, PaperSize.A4)
        assert (third.closing.number, third.copy_number, third.closing.tally.received) == (2, 0, 2)
        with services.store.work() as work:
            acts = work.history_of(first.closing.subject)
        assert [(act.deed, act.outcome) for act in acts] == [
            (Deed.CLOSED_SHIFT, "1 0"),
            (Deed.CLOSED_SHIFT, "1 1"),
            (Deed.CLOSED_SHIFT, "2 0"),
        ]


def test_what_does_not_agree_is_named_with_what_helps(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        services = desk.opened.desk
        unpaid = received(desk, paid=False)
        desk.show_card(cast().ede)
        desk.choose("1.004194")
        desk.answer_as_in_the_example()
        silent = desk.receive()
        services.payments.note(silent.dossier_id, silent.fee, PaymentWay.TRANSFER, duty=DUTY)
        tally = counted(desk)
        assert differences(tally) == [
            (Mismatch.NOT_PRINTED, silent.code, 0),
            (Mismatch.FEE_OPEN, unpaid.code, unpaid.fee),
            (Mismatch.NO_RECEIPT, silent.code, silent.fee),
        ]
        words = text_of(services.closing.close(services.duty_book.now(), PaperSize.A4).printout.pdf)
        assert "chưa in giấy tiếp nhận" in words
        assert "Ghi số biên lai điện tử vào hồ sơ" in words


def test_a_page_that_is_gone_or_damaged_is_noticed(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        dossier = received(desk)
        document, page = dossier.papers[0].document, dossier.papers[0].pages[0]
        assert document is not None
        (gone,) = tmp_path.glob(f"papers/**/*{document.sha256[2:]}*")
        gone.unlink()
        (damaged,) = tmp_path.glob(f"papers/**/*{page.picture[2:]}*")
        damaged.write_bytes(damaged.read_bytes()[:-1] + b"x")
        tally = counted(desk)
        assert (tally.whole, tally.pages) == (0, 2)
        assert differences(tally) == [
            (Mismatch.PAGE_GONE, dossier.code, 1),
            (Mismatch.PAGE_BROKEN, dossier.code, 1),
        ]


def test_a_number_without_a_dossier_is_a_gap_until_somebody_says_why(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        services = desk.opened.desk
        duty = services.duty_book.now()
        with services.store.work() as work:
            work.next_number(duty.office.code, MONDAY.date())
            work.commit()
        received(desk)
        assert differences(counted(desk)) == [(Mismatch.GAP, "1", 0)]
        with pytest.raises(NoReason):
            services.closing.explain_gap(1, " ", duty)
        services.closing.explain_gap(1, "Máy mất điện khi đang cấp số", duty)
        tally = counted(desk)
        assert tally.is_balanced
        assert [(one.number, one.reason) for one in tally.gaps] == [(1, "Máy mất điện khi đang cấp số")]


def test_the_registers_pages_tell_what_was_voided_on_each_day(tmp_path: Path) -> None:
    clock = FixedClock(MONDAY)
    with desk_in(tmp_path, clock) as desk:
        services = desk.opened.desk
        first = received(desk)
        services.voiding.void(first.dossier_id, "Tiếp nhận trùng", DUTY.official.sign)
        clock.move(timedelta(days=1))
        second = received(desk)
        days = (MONDAY.date(), clock.now().date())
        words = text_of(services.register_pages.draw(*days, services.duty_book.now())).replace(" ", "")
        assert "Đãhủy:Tiếpnhậntrùng" in words
        assert words.index(first.code[-11:]) < words.index(second.code[-11:])
        assert "Mẫusố07" in words
        assert second.code[-11:] not in text_of(
            services.register_pages.draw(days[0], days[0], services.duty_book.now())
        ).replace(" ", "")
        with pytest.raises(TooManyDays):
            services.register_pages.draw(days[1], days[0], services.duty_book.now())


def test_another_officials_dossiers_are_counted_apart(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        received(desk)
        desk.opened.desk.duty_book.take_over("Lê Văn Mẫu", "Quầy 3")
        received(desk)
        tally = counted(desk)
        assert (tally.received, tally.others, tally.given) == (1, 1, 2)
        assert tally.is_balanced


def test_the_command_line_closes_a_shift_and_says_whether_it_balances(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = tmp_path / "chot-ca.pdf"
    assert main(["close", "--data", str(tmp_path / "desk"), "--json", "--out", str(sheet)]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["is_balanced"], said["closing"], said["copy"]) == (True, 1, 0)
    assert "BIÊN BẢN CHỐT CA" in text_of(sheet.read_bytes())
    assert main(["close", "--data", str(tmp_path / "desk")]) == 0
    assert "closing 1, copy 1, balanced" in capsys.readouterr().out


def test_what_was_closed_is_never_changed(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        received(desk)
        services = desk.opened.desk
        services.closing.close(services.duty_book.now(), PaperSize.A4)
        with services.store.work() as work, pytest.raises(Exception, match="never changed"):
            work._connection.execute(text("UPDATE records SET content = '{}'"))  # type: ignore[attr-defined]

"""What officials state for slips: kept and numbered before it is drawn, in step with the dossier's clock."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from journeys.driver import MONDAY, DeskDriver, desk_in, text_of
from services.counter import DUTY
from services.fakes import FixedClock
from services.people import cast
from sqlalchemy import text

from counter_app.domain.calendar import VIETNAM
from counter_app.domain.dossier import Dossier
from counter_app.domain.history import Deed
from counter_app.domain.payment import PaymentWay
from counter_app.domain.printers import PaperRole
from counter_app.domain.processing import Wait
from counter_app.domain.slip import SlipKind
from counter_app.errors import NoReason
from counter_app.services.movements import NobodyNamed
from counter_app.services.payments import NoAmount
from counter_app.services.print_room import label_of
from counter_app.services.slip_grounds import GroundWish, NewTimePast
from counter_app.services.voiding import AlreadyVoided
from printing.sheet import PaperSize

SIGN = DUTY.official.sign
REASON = "Hợp đồng thuê nhà hết hạn"


def received(desk: DeskDriver) -> Dossier:
    """Receive a dossier."""
    desk.show_card(cast().ede)
    desk.choose("1.004194")
    desk.answer_as_in_the_example()
    return desk.receive()


def printed(desk: DeskDriver, dossier: Dossier, kind: SlipKind) -> str:
    """Print a slip and read it."""
    prints = desk.opened.desk.slip_prints
    return text_of(prints.print(dossier.dossier_id, kind, DUTY, PaperSize.A4).pdf)


def registered_due(desk: DeskDriver, dossier: Dossier) -> datetime:
    """Read the due time off the register."""
    rows = desk.opened.desk.register.search(dossier.code)
    return next(row.due_at for row in rows if row.dossier_id == dossier.dossier_id)


def test_a_supplement_request_says_what_was_ticked_and_stops_the_clock(tmp_path: Path) -> None:
    clock = FixedClock(MONDAY)
    with desk_in(tmp_path, clock) as desk:
        services, dossier = desk.opened.desk, received(desk)
        choice = services.slip_grounds.choices(dossier)[0]
        wish = GroundWish(SlipKind.SUPPLEMENT, REASON, papers=(choice.paper,), wait=Wait.SUPPLEMENT)
        ground = services.slip_grounds.state(dossier.dossier_id, wish, DUTY)
        assert ground.number == 1
        assert services.times.standing(dossier.dossier_id).waiting == (Wait.SUPPLEMENT,)
        words = printed(desk, dossier, SlipKind.SUPPLEMENT)
        assert "Số: 01/HDHS" in words
        assert REASON in words
        assert choice.paper.name.split()[0] in words
        clock.move(timedelta(hours=1))
        services.times.end_wait(dossier.dossier_id, Wait.SUPPLEMENT, SIGN)
        assert "BẢN IN LẠI, LẦN 1" in printed(desk, dossier, SlipKind.SUPPLEMENT)
        with services.store.work() as work:
            asked = text("SELECT content FROM outbox WHERE kind = 'supplement'")
            (sent,) = [json.loads(each) for each in work._connection.scalars(asked)]  # type: ignore[attr-defined]
            acts = work.history_of(dossier.dossier_id)
        assert (sent["papers"], sent["reason"]) == ([choice.paper.name], REASON)
        assert [act.deed for act in acts][-5:] == [
            Deed.WAIT_BEGAN,
            Deed.STATED_GROUND,
            Deed.PRINTED_SLIP,
            Deed.WAIT_ENDED,
            Deed.PRINTED_SLIP_AGAIN,
        ]


def test_a_second_statement_has_its_own_number_and_counts_as_overdue(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        services, dossier = desk.opened.desk, received(desk)
        wish = GroundWish(SlipKind.SUPPLEMENT, REASON, wait=Wait.SUPPLEMENT)
        services.slip_grounds.state(dossier.dossier_id, wish, DUTY)
        services.times.end_wait(dossier.dossier_id, Wait.SUPPLEMENT, SIGN)
        second = services.slip_grounds.state(dossier.dossier_id, replace(wish, reason="Thiếu chữ ký"), DUTY)
        assert second.number == 2
        assert services.times.standing(dossier.dossier_id).counts_as_overdue
        words = printed(desk, dossier, SlipKind.SUPPLEMENT)
        assert "Thiếu chữ ký" in words
        assert REASON not in words
        assert [one.number for one in services.slip_grounds.stated(dossier.dossier_id)] == [1, 2]


def test_each_kind_of_slip_has_its_own_numbers_and_a_new_year_begins_anew(tmp_path: Path) -> None:
    clock = FixedClock(MONDAY)
    with desk_in(tmp_path, clock) as desk:
        services, dossier = desk.opened.desk, received(desk)
        numbers = [
            services.slip_grounds.state(dossier.dossier_id, GroundWish(kind, REASON), DUTY).number
            for kind in (SlipKind.REFUSAL, SlipKind.SUSPENSION, SlipKind.REFUSAL)
        ]
        clock.moment = datetime(2027, 1, 4, 8, 0, tzinfo=VIETNAM)
        later = services.slip_grounds.state(dossier.dossier_id, GroundWish(SlipKind.REFUSAL, REASON), DUTY)
        assert (*numbers, later.number) == (1, 1, 2, 1)


def test_an_apology_says_the_reason_and_a_time_that_is_still_to_come(tmp_path: Path) -> None:
    clock = FixedClock(MONDAY)
    with desk_in(tmp_path, clock) as desk:
        services, dossier = desk.opened.desk, received(desk)
        clock.move(timedelta(days=10))
        new = datetime(2026, 12, 8, 17, 0, tzinfo=VIETNAM)
        wish = GroundWish(SlipKind.APOLOGY, "Cán bộ nghỉ ốm", new_due_at=new)
        past = replace(wish, new_due_at=clock.now() - timedelta(hours=1))
        with pytest.raises(NewTimePast):
            services.slip_grounds.state(dossier.dossier_id, past, DUTY)
        services.slip_grounds.state(dossier.dossier_id, wish, DUTY)
        words = printed(desk, dossier, SlipKind.APOLOGY)
        assert "Cán bộ nghỉ ốm" in words
        assert "ngày 08 tháng 12 năm 2026" in words
        assert registered_due(desk, dossier) == services.times.standing(dossier.dossier_id).due_at == new
        services.times.begin_wait(dossier.dossier_id, Wait.OTHER_BODY, SIGN)
        assert services.times.standing(dossier.dossier_id).due_at is None
        clock.move(timedelta(days=1))
        services.times.end_wait(dossier.dossier_id, Wait.OTHER_BODY, SIGN)
        later = datetime(2026, 12, 9, 17, 0, tzinfo=VIETNAM)
        assert registered_due(desk, dossier) == services.times.standing(dossier.dossier_id).due_at == later


def test_a_new_time_is_taken_back_on_the_day_it_was_promised(tmp_path: Path) -> None:
    clock = FixedClock(MONDAY)
    with desk_in(tmp_path, clock) as desk:
        services, dossier = desk.opened.desk, received(desk)
        clock.move(timedelta(days=10))
        new = datetime(2026, 12, 8, 17, 0, tzinfo=VIETNAM)
        wish = GroundWish(SlipKind.APOLOGY, "Cán bộ nghỉ ốm", new_due_at=new)
        services.slip_grounds.state(dossier.dossier_id, wish, DUTY)
        assert services.times.take_back(dossier.dossier_id, SIGN).due_at == dossier.due_at
        assert registered_due(desk, dossier) == dossier.due_at
        with services.store.work() as work:
            deeds = [act.deed for act in work.history_of(dossier.dossier_id)]
        assert deeds[-3:] == [Deed.EXTENDED, Deed.STATED_GROUND, Deed.CLOCK_TAKEN_BACK]


def test_a_notice_of_the_outcome_is_numbered_and_says_what_was_decided(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        services, dossier = desk.opened.desk, received(desk)
        assert SlipKind.OUTCOME_NOTICE in services.slip_prints.offered(dossier)
        wish = GroundWish(
            SlipKind.OUTCOME_NOTICE, REASON, "Điều 28 Luật Cư trú", decision="Đã đăng ký tạm trú"
        )
        services.slip_grounds.state(dossier.dossier_id, wish, DUTY)
        words = printed(desk, dossier, SlipKind.OUTCOME_NOTICE)
        for said in ("Số: 01/TB", "Mẫu CT08", "Đã đăng ký tạm trú", REASON, "Điều 28"):
            assert said in words
        usual = services.slip_grounds.usual(dossier, SlipKind.REFUSAL)
        assert [one.law for one in usual] == ["Luật Cư trú 68/2020/QH14, Điều 23, Điều 27"]


def test_a_slip_that_cannot_be_kept_stops_no_clock_and_takes_no_number(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        services, dossier = desk.opened.desk, received(desk)
        wish = GroundWish(SlipKind.SUSPENSION, REASON, wait=Wait.FEE)
        with pytest.raises(UnicodeEncodeError):
            services.slip_grounds.state(dossier.dossier_id, replace(wish, law="half a letter: \ud83d"), DUTY)
        assert services.times.standing(dossier.dossier_id).waiting == ()
        assert services.slip_grounds.stated(dossier.dossier_id) == ()
        assert services.slip_grounds.state(dossier.dossier_id, wish, DUTY).number == 1
        assert services.times.standing(dossier.dossier_id).waiting == (Wait.FEE,)


def test_a_notice_of_stopping_and_a_refusal_say_what_was_stated(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        services, dossier = desk.opened.desk, received(desk)
        stop = GroundWish(
            SlipKind.SUSPENSION,
            REASON,
            "Điều 20 Nghị định 118/2025/NĐ-CP",
            asked_by="Công an phường Mẫu",
            stage="Thẩm tra",
            decision="Tạm dừng",
            wait=Wait.OTHER_BODY,
        )
        services.slip_grounds.state(dossier.dossier_id, stop, DUTY)
        words = printed(desk, dossier, SlipKind.SUSPENSION)
        for said in ("Số: 01/TBDHS", "Công an phường Mẫu", "Thẩm tra", "Tạm dừng", REASON, "Nghị định 118"):
            assert said in words
        assert services.times.standing(dossier.dossier_id).waiting == (Wait.OTHER_BODY,)
        refusal = GroundWish(SlipKind.REFUSAL, "Không thuộc thẩm quyền", "Điều 11")
        services.slip_grounds.state(dossier.dossier_id, refusal, DUTY)
        assert "Không thuộc thẩm quyền" in printed(desk, dossier, SlipKind.REFUSAL)


def test_nothing_is_stated_without_a_reason_or_about_what_is_void(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        services, dossier = desk.opened.desk, received(desk)
        with pytest.raises(NoReason):
            services.slip_grounds.state(dossier.dossier_id, GroundWish(SlipKind.REFUSAL, " "), DUTY)
        services.voiding.void(dossier.dossier_id, "Nhầm", SIGN)
        with pytest.raises(AlreadyVoided):
            services.slip_grounds.state(dossier.dossier_id, GroundWish(SlipKind.REFUSAL, REASON), DUTY)
        assert services.slip_grounds.stated(dossier.dossier_id) == ()


def test_before_reception_one_slip_asks_for_everything_that_lacks(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        services = desk.opened.desk
        desk.show_card(cast().ede)
        sheet = desk.choose("1.004194")
        ground = services.slip_grounds.state_for(sheet, SlipKind.SUPPLEMENT)
        declaration, *papers = ground.papers
        assert [paper.name for paper in papers] == [line.paper.name for line in sheet.missing_papers]
        assert all(paper.reason and paper.law for paper in ground.papers)
        assert declaration.name == sheet.procedure.form_name
        assert "kê khai" in declaration.reason
        first, second = (
            text_of(services.slip_prints.print_before(sheet, SlipKind.SUPPLEMENT, PaperSize.A4).pdf)
            for _ in range(2)
        )
        assert "Số: 01/HDHS" in first
        assert "BẢN IN LẠI" not in first
        assert "BẢN IN LẠI, LẦN 1" in second
        with pytest.raises(NoReason):
            services.slip_grounds.state_for(sheet, SlipKind.REFUSAL)
        services.slip_grounds.state_for(sheet, SlipKind.REFUSAL, "Không thuộc thẩm quyền")
        refused = services.slip_prints.print_before(sheet, SlipKind.REFUSAL, PaperSize.A4)
        assert "Không thuộc thẩm quyền" in text_of(refused.pdf)


def test_a_control_sheet_tells_every_hand_over_in_order(tmp_path: Path) -> None:
    clock = FixedClock(MONDAY)
    with desk_in(tmp_path, clock) as desk:
        services, dossier = desk.opened.desk, received(desk)
        move = services.movements.move_on
        with pytest.raises(NobodyNamed):
            move(dossier.dossier_id, unit="Tư pháp", giver=" ", taker="Lê Văn Mẫu", duty=DUTY)
        move(dossier.dossier_id, unit="Tư pháp", giver="Nguyễn Thị Mẫu", taker="Lê Văn Mẫu", duty=DUTY)
        assert "BẢN IN LẠI" not in printed(desk, dossier, SlipKind.CONTROL_SHEET)
        clock.move(timedelta(hours=2))
        move(
            dossier.dossier_id,
            unit="Văn thư",
            giver="Lê Văn Mẫu",
            taker="Đỗ Thị Thử",
            duty=DUTY,
            note="Đã ký",
        )
        words = printed(desk, dossier, SlipKind.CONTROL_SHEET)
        assert "BẢN IN LẠI" not in words  # it says more than the one before
        assert words.index("Tư pháp") < words.index("Văn thư")
        assert "Đã ký" in words
        assert [one.taker for one in services.movements.of(dossier.dossier_id)] == [
            "Lê Văn Mẫu",
            "Đỗ Thị Thử",
        ]


def test_a_payment_is_noted_put_right_by_adding_and_named_on_the_fee_slip(tmp_path: Path) -> None:
    (tmp_path / "counter.toml").write_text(
        '[account]\nbank = "970436"\nbank_name = "Ngân hàng mẫu"\n'
        'number = "0011009999999"\nholder = "Kho bạc"\n',
        encoding="utf-8",
    )
    with desk_in(tmp_path) as desk:
        services, dossier = desk.opened.desk, received(desk)
        note = services.payments.note
        with pytest.raises(NoAmount):
            note(dossier.dossier_id, -1000, PaymentWay.CASH, duty=DUTY)
        note(dossier.dossier_id, 50_000, PaymentWay.CASH, duty=DUTY)
        note(dossier.dossier_id, -50_000, PaymentWay.CASH, duty=DUTY)
        note(dossier.dossier_id, dossier.fee, PaymentWay.TRANSFER, duty=DUTY, receipt="1C26TAA-0000123")
        assert sum(one.amount for one in services.payments.of(dossier.dossier_id)) == dossier.fee
        slip = services.slip_prints.print(dossier.dossier_id, SlipKind.FEE, DUTY, PaperSize.A4)
        assert "1C26TAA-0000123" in text_of(slip.pdf)
        assert "0011009999999" in text_of(slip.pdf)


def test_labels_come_in_their_own_size_for_pages_that_were_handed_in(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        services = desk.opened.desk
        bare = received(desk)
        assert SlipKind.PAGE_LABELS not in services.slip_prints.offered(bare)
        desk.show_card(cast().ede)
        desk.choose("1.004194")
        desk.answer_as_in_the_example()
        desk.add_page("ownership")
        dossier = desk.receive()
        assert SlipKind.PAGE_LABELS in services.slip_prints.offered(dossier)
        pages = services.slip_prints.print(dossier.dossier_id, SlipKind.PAGE_LABELS, DUTY, PaperSize.A4)
        mail = services.slip_prints.print(dossier.dossier_id, SlipKind.MAIL_LABEL, DUTY, PaperSize.A4)
        assert "Giấy tờ 1/1" in text_of(pages.pdf)
        assert dossier.applicant.full_name in text_of(mail.pdf)
        assert [label_of(each.pdf).role for each in (pages, mail)] == [PaperRole.LABEL] * 2

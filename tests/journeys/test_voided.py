"""A reception that is taken back: the draft is there again as it was, the number stays, and papers say so."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from journeys.driver import MONDAY, DeskDriver, desk_in, text_of
from services.counter import DUTY
from services.fakes import FixedClock
from services.people import cast
from sqlalchemy import text

from counter_app.domain.dossier import Capacity, Dossier
from counter_app.domain.history import Deed
from counter_app.domain.look import Purpose
from counter_app.domain.processing import Wait
from counter_app.domain.slip import SlipKind
from counter_app.errors import NoReason
from counter_app.services.claims import ClaimVerdict
from counter_app.services.filing import came_with
from counter_app.services.timekeeping import ClockRefusal
from counter_app.services.voiding import AlreadyVoided, TooLateToReopen
from printing.sheet import PaperSize

SIGN = DUTY.official.sign


def received(desk: DeskDriver) -> Dossier:
    """Receive a dossier with a page, and print its acknowledgement."""
    desk.show_card(cast().ede)
    desk.choose("1.004194")
    desk.answer_as_in_the_example()
    desk.add_page("ownership")
    dossier = desk.receive()
    desk.print()
    return dossier


def sent(desk: DeskDriver, kind: str) -> list[dict[str, object]]:
    """Read the entries of one kind that wait to be sent."""
    with desk.opened.desk.store.work() as work:
        asked = text("SELECT content FROM outbox WHERE kind = :kind ORDER BY seq")
        return [json.loads(each) for each in work._connection.scalars(asked, {"kind": kind})]  # type: ignore[attr-defined]


def test_within_the_window_the_draft_is_there_again_and_the_number_stays(tmp_path: Path) -> None:
    clock = FixedClock(MONDAY)
    with desk_in(tmp_path, clock) as desk:
        services = desk.opened.desk
        dossier = received(desk)
        before = desk.sheet
        assert before is not None
        clock.move(timedelta(seconds=30))
        reopened = services.voiding.reopen(dossier.dossier_id, SIGN)
        again = services.drafting.resume(reopened.draft_id, before.duty)
        assert again.filled == before.filled
        assert [paper.pages for paper in again.draft.papers] == [paper.pages for paper in before.draft.papers]
        assert again.draft.excuses == before.draft.excuses
        (void,) = reopened.voids
        assert (void.code, void.prints, void.reopened_as) == (dossier.code, 1, reopened.draft_id)
        (row,) = services.register.today()
        assert (row.code, row.is_void) == (dossier.code, True)
        kept, acts = services.register.open(dossier.dossier_id, SIGN, Purpose.CITIZEN_ASKS)
        assert kept.void == void
        assert (acts[-1].deed, acts[-1].outcome, acts[-1].reason) == (Deed.VOIDED, "reopened", void.reason)
        (entry,) = sent(desk, "void")
        assert (entry["dossier_id"], entry["code"]) == (dossier.dossier_id, dossier.code)
        desk.sheet = again
        second = desk.receive()
        assert (second.number_of_day, second.papers) == (2, dossier.papers)


def test_a_code_from_the_portal_stays_with_the_dossier_that_is_received_again(tmp_path: Path) -> None:
    clock = FixedClock(MONDAY)
    with desk_in(tmp_path, clock) as desk:
        services = desk.opened.desk
        desk.show_card(cast().ede)
        desk.choose("1.004194")
        desk.answer_as_in_the_example()
        desk.add_page("ownership")
        assert desk.sheet
        desk.sheet = services.drafting.save(came_with(desk.sheet, "G22.99-260101-12345"))
        first = desk.receive()
        shown = services.claims.text_of((first,))
        clock.move(timedelta(seconds=30))
        reopened = services.voiding.reopen(first.dossier_id, SIGN)
        desk.sheet = services.drafting.resume(reopened.draft_id, DUTY)
        clock.move(timedelta(minutes=2))
        second = desk.receive()
        assert (first.code, second.code) == ("G22.99-260101-12345",) * 2
        assert [(row.dossier_id, row.is_void) for row in services.register.today()] == [
            (second.dossier_id, False),
            (first.dossier_id, True),
        ]
        assert services.claims.check(shown).verdict is ClaimVerdict.VOIDED
        again = services.claims.check(services.claims.text_of((second,)))
        assert (again.verdict, again.dossier_id) == (ClaimVerdict.GENUINE, second.dossier_id)


def test_a_whole_basket_goes_back_or_nothing_of_it(tmp_path: Path) -> None:
    clock = FixedClock(MONDAY)
    with desk_in(tmp_path, clock) as desk:
        services = desk.opened.desk
        desk.show_card(cast().ede)
        desk.choose("lien thong khai sinh", Capacity.CHILD)
        desk.answer_as_in_the_example("3.000722-mother")
        declared = desk.read_family()
        dossiers = desk.receive_all()
        reopened = services.voiding.reopen(dossiers[1].dossier_id, SIGN)
        assert [void.code for void in reopened.voids] == [dossier.code for dossier in dossiers]
        assert {void.reopened_as for void in reopened.voids} == {reopened.draft_id}
        assert all(row.is_void for row in services.register.today())
        again = services.drafting.resume(reopened.draft_id, declared.duty)
        assert again.filled == declared.filled
        desk.sheet = again
        assert [dossier.number_of_day for dossier in desk.receive_all()] == [5, 6, 7, 8]


def test_two_forms_of_a_basket_lie_in_one_basket_again(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        services = desk.opened.desk
        desk.show_card(cast().ede)
        desk.choose("1.004194")
        desk.answer_as_in_the_example()
        desk.add("2.000635")
        desk.answer_as_in_the_example()
        dossiers = desk.receive_all()
        reopened = services.voiding.reopen(dossiers[0].dossier_id, SIGN)
        again = services.drafting.resume(reopened.draft_id, DUTY)
        assert len(services.baskets.of(again).sheets) == 2
        assert len({void.reopened_as for void in reopened.voids}) == 2


@pytest.mark.parametrize("what", ["late", "clock set back", "clock stopped", "another received"])
def test_it_cannot_be_reopened_once_time_is_up_or_anything_has_happened(tmp_path: Path, what: str) -> None:
    clock = FixedClock(MONDAY)
    with desk_in(tmp_path, clock) as desk:
        services = desk.opened.desk
        dossier = received(desk)
        if what == "late":
            clock.move(timedelta(seconds=31))
        elif what == "clock set back":
            clock.move(timedelta(minutes=-5))
        elif what == "clock stopped":
            services.times.begin_wait(dossier.dossier_id, Wait.SUPPLEMENT, SIGN)
        else:
            received(desk)
        with pytest.raises(TooLateToReopen):
            services.voiding.reopen(dossier.dossier_id, SIGN)
        assert services.drafting.waiting(services.duty_book.now().official.sign) == ()
        assert not any(row.is_void for row in services.register.today())
        assert sent(desk, "void") == []


def test_later_it_is_voided_for_a_reason_once_and_for_good(tmp_path: Path) -> None:
    clock = FixedClock(MONDAY)
    with desk_in(tmp_path, clock) as desk:
        services = desk.opened.desk
        dossier = received(desk)
        clock.move(timedelta(minutes=20))
        with pytest.raises(NoReason):
            services.voiding.void(dossier.dossier_id, "  ", SIGN)
        services.voiding.void(dossier.dossier_id, "Nhập nhầm  thủ tục", SIGN)
        with pytest.raises(AlreadyVoided):
            services.voiding.void(dossier.dossier_id, "Nhầm", SIGN)
        with pytest.raises(AlreadyVoided):
            services.voiding.reopen(dossier.dossier_id, SIGN)
        with pytest.raises(ClockRefusal):
            services.times.begin_wait(dossier.dossier_id, Wait.SUPPLEMENT, SIGN)
        kept, _ = services.register.reread(dossier.dossier_id)
        assert kept.void
        assert (kept.void.reason, kept.void.reopened_as) == ("Nhập nhầm thủ tục", "")
        assert services.slip_prints.offered(kept) == ()
        assert services.drafting.waiting(services.duty_book.now().official.sign) == ()


def test_its_papers_come_out_only_as_copies_marked_void(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        services = desk.opened.desk
        dossier = received(desk)
        services.voiding.reopen(dossier.dossier_id, SIGN)
        again = desk.print()
        assert "ĐÃ HỦY, BẢN IN LẠI, LẦN 1" in again
        slip = services.slip_prints.print(dossier.dossier_id, SlipKind.CITIZEN, DUTY, PaperSize.A4)
        assert "ĐÃ HỦY" in text_of(slip.pdf)
        form = services.declaration_prints.again(dossier.dossier_id, SIGN)
        assert "ĐÃ HỦY" in text_of(form.pdf)

"""Whole visits over the real object graph, from the picture of a card to the words on the paper."""

from datetime import timedelta
from pathlib import Path

import pytest
from journeys.driver import MONDAY, desk_in
from services.fakes import FixedClock
from services.people import cast

from counter_app.domain.citizen import RecordSource
from counter_app.domain.history import Deed
from counter_app.domain.look import Purpose
from counter_app.services.reception import Incomplete
from forms.prefill import share_prefilled


def test_all_well(tmp_path: Path) -> None:
    """A citizen registers a temporary residence; one paper is handed in, one is not asked for."""
    person = cast().ede
    with desk_in(tmp_path) as desk:
        visit = desk.show_card(person)
        assert visit.person.record == person
        sheet = desk.choose("tam tru")
        assert sheet.filled.value("full_name") == person.full_name
        assert sheet.filled.is_locked("citizen_id")
        assert [line.paper.slot for line in sheet.missing_papers] == ["lease"]
        desk.answer(
            {
                "address": "Số 12, phố Mẫu",
                "to_date": "23/11/2027",
                "residence_basis": "rented",
                "owner_consent": "sign",
            }
        )
        desk.add_page("lease")
        dossier = desk.receive()
        assert dossier.code == "TH-H26.99-261123-0001"
        assert f"{dossier.due_at:%d/%m/%Y %H:%M}" == "27/11/2026 17:00"
        words = desk.print()
    for said in (
        dossier.code,
        person.full_name,
        "15.000 đồng",
        "17 giờ 00 phút, ngày 27 tháng 11 năm 2026",
        "TẬP HUẤN",
    ):
        assert said in words
    assert "Đã có trong Cơ sở dữ liệu quốc gia về dân cư" in words
    assert "BẢN IN LẠI" not in words


def test_most_of_the_citizens_fields_are_typed_by_nobody(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        desk.show_card(cast().ede)
        desk.choose("1.004194")
        sheet = desk.answer_as_in_the_example()
        assert share_prefilled(sheet.definition, sheet.filled) >= 0.8


def test_population_away(tmp_path: Path) -> None:
    """The visit goes on with the card alone; nothing is verified, and the card's copy may be asked for."""
    person = cast().ede
    with desk_in(tmp_path) as desk:
        assert desk.opened.desk.hall is not None
        desk.opened.desk.hall.set_population_away(away=True)
        visit = desk.show_card(person)
        assert visit.person.source is RecordSource.UNREACHABLE
        sheet = desk.choose("1.004194")
        assert sheet.filled.value("full_name") == person.full_name
        assert not sheet.filled.is_locked("full_name")
        desk.answer_as_in_the_example()
        assert desk.receive().excuses[-1].slot == "ownership"
        assert person.full_name in desk.print()


def test_hub_away_machine_restarted(tmp_path: Path) -> None:
    """What waits to be sent, the register and the next number are the same after a restart."""
    clock = FixedClock(MONDAY)
    with desk_in(tmp_path, clock) as desk:
        desk.show_card(cast().ede)
        desk.choose("1.004194")
        desk.answer_as_in_the_example()
        desk.add_page("ownership")
        first = desk.receive()
        waiting = desk.opened.desk.waiting_to_send()
        assert waiting == 2
    clock.move(timedelta(minutes=5))
    with desk_in(tmp_path, clock) as desk:
        assert desk.opened.desk.waiting_to_send() == waiting
        (row,) = desk.opened.desk.register.search("h wen nie")
        assert (row.code, row.masked_id) == (first.code, cast().ede.citizen_id.masked)
        again, acts = desk.opened.desk.register.open(row.dossier_id, "cb.02", Purpose.CITIZEN_ASKS)
        assert again == first
        assert [act.deed for act in acts][-1] is Deed.RECEIVED
        desk.show_card(cast().mong)
        desk.choose("2.000635")
        desk.answer_as_in_the_example()
        assert desk.receive().code.endswith("-0002")


def test_a_draft_left_open_comes_back_as_it_was(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        desk.show_card(cast().ede)
        desk.choose("1.004194")
        left = desk.answer({"address": "Số 12, phố Mẫu"})
    with desk_in(tmp_path) as desk:
        (waiting,) = desk.drafts()
        back = desk.opened.desk.drafting.resume(waiting.draft_id, desk.opened.desk.duty_book.now())
        assert back.filled == left.filled
        assert back.findings == left.findings


def test_a_reprint_is_marked_and_kept(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        desk.show_card(cast().ede)
        desk.choose("2.000635")
        desk.answer_as_in_the_example()
        dossier = desk.receive()
        assert "BẢN IN LẠI" not in desk.print()
        assert "BẢN IN LẠI, LẦN 1" in desk.print()
        _, acts = desk.opened.desk.register.open(dossier.dossier_id, "cb.01", Purpose.CITIZEN_ASKS)
        deeds = [Deed.LOOKED_UP, Deed.STARTED_DRAFT, Deed.RECEIVED, Deed.PRINTED, Deed.PRINTED_AGAIN]
        assert [act.deed for act in acts] == deeds


def test_receiving_twice_gives_the_same_dossier(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        desk.show_card(cast().ede)
        desk.choose("2.000635")
        desk.answer_as_in_the_example()
        assert desk.receive() == desk.receive()
        assert desk.opened.desk.waiting_to_send() == 1


def test_an_incomplete_dossier_is_refused_by_field_and_paper(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        desk.show_card(cast().ede)
        desk.choose("1.004194")
        with pytest.raises(Incomplete) as refused:
            desk.receive()
        assert "address" in {found.field for found in refused.value.findings}
        assert refused.value.slots == ("lease",)
        assert desk.opened.desk.waiting_to_send() == 0


def test_a_verified_field_opens_with_a_reason_that_history_keeps(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        visit = desk.show_card(cast().ede)
        desk.choose("1.004194")
        desk.answer({"full_name": "H'Wen Niê"}, {"full_name": "Giấy khai sinh ghi khác"})
        with desk.opened.desk.store.work() as work:
            unlocked = [act for act in work.history_of(visit.visit_id) if act.deed is Deed.UNLOCKED_FIELD]
        assert [(act.outcome, act.reason) for act in unlocked] == [("full_name", "Giấy khai sinh ghi khác")]


def test_a_mother_at_the_desk_types_nothing_about_herself_or_the_father(tmp_path: Path) -> None:
    mother = cast().new_mother
    with desk_in(tmp_path) as desk:
        desk.show_card(mother)
        desk.choose("khai sinh")
        sheet = desk.answer({"relation": "mother", "has_father": "yes"})
        assert sheet.filled.value("mother_full_name") == mother.full_name
        assert sheet.filled.value("father_full_name") == cast().new_father.full_name
        sheet = desk.answer({"relation": "other"})
        assert sheet.filled.value("mother_full_name") == ""

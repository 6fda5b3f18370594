"""A training desk is put back: to what was kept of it, or to one at which nobody has served yet."""

from __future__ import annotations

from pathlib import Path

import pytest
from journeys.driver import MONDAY, desk_in
from services.fakes import FixedClock
from services.people import cast, shown_card

from counter_app.bootstrap.desk import opened_desk
from counter_app.bootstrap.training import keep_desk, reset_desk
from counter_app.services.copy_ports import DeskInUse
from counter_app.services.enrolment import DEVICE
from counter_app.services.training_state import BelongsToHub

CLOCK = FixedClock(MONDAY)


def receive(folder: Path) -> str:
    """Receive a dossier with a paper, and give its code."""
    with desk_in(folder, CLOCK) as desk:
        desk.visit = desk.opened.desk.identification.begin(shown_card(cast().ede), "cb.01")
        desk.choose("1.004194")
        desk.answer_as_in_the_example()
        desk.add_page("ownership")
        return str(desk.receive().code)


def codes(folder: Path) -> list[str]:
    with opened_desk(folder, clock=CLOCK) as opened:
        with opened.desk.store.work() as work:
            dossiers = work.received_on(MONDAY.date())
        for page in (page for one in dossiers for paper in one.papers for page in paper.pages):
            opened.desk.digitising.picture(page)
        return [one.code for one in dossiers]


def test_a_desk_comes_back_to_what_was_kept_with_its_key_and_its_settings(tmp_path: Path) -> None:
    with opened_desk(tmp_path, clock=CLOCK) as opened:
        key = opened.key.public_key
    (tmp_path / "counter.toml").write_text('language = "en"\n', encoding="utf-8")
    first = receive(tmp_path)
    keep_desk(tmp_path, CLOCK)
    second = receive(tmp_path)
    assert set(codes(tmp_path)) == {first, second}
    assert reset_desk(tmp_path, CLOCK).was_kept
    assert codes(tmp_path) == [first]
    assert receive(tmp_path) == second, "training numbers begin again where the known state stands"
    with opened_desk(tmp_path, clock=CLOCK) as opened:
        assert opened.key.public_key == key
        assert opened.settings.language == "en"
        with opened.desk.store.work() as work:
            work.keep_preference(DEVICE, "desk-1")
            work.commit()
    with pytest.raises(BelongsToHub):
        keep_desk(tmp_path, CLOCK)


def test_a_desk_of_which_nothing_was_kept_becomes_a_fresh_one_unless_somebody_works_there(
    tmp_path: Path,
) -> None:
    with opened_desk(tmp_path, clock=CLOCK) as opened:
        opened.desk.duty_book.take_over("Nguyễn Thị Mẫu", "Quầy 3")
        with pytest.raises(DeskInUse):
            reset_desk(tmp_path, CLOCK)
    assert not reset_desk(tmp_path, CLOCK).was_kept
    with opened_desk(tmp_path, clock=CLOCK) as opened:
        assert not opened.desk.duty_book.is_kept()

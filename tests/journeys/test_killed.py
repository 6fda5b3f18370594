"""The program is killed after each step and started again: nothing lost, nothing doubled."""

import subprocess
import sys
from pathlib import Path

import pytest
from journeys.driver import MONDAY, desk_in
from services.fakes import FixedClock
from services.people import cast

from counter_app.domain.look import Purpose

DYING_DESK = Path(__file__).with_name("dying_desk.py")
DYING_BASKET = Path(__file__).with_name("dying_basket.py")
STEPS = {
    "identified": (0, 0),
    "started": (1, 0),
    "answered": (1, 0),
    "page": (1, 0),
    "received": (0, 1),
    "printed": (0, 1),
    "half_reopened": (0, 1),
    "reopened": (1, 1),
}


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL to send on Windows")
@pytest.mark.parametrize("step", STEPS)
def test_killed_after_a_step_the_visit_is_where_it_was(tmp_path: Path, step: str) -> None:
    died = subprocess.run([sys.executable, DYING_DESK, tmp_path, step], check=False, capture_output=True)  # noqa: S603 - our own script
    assert died.returncode == -9, died.stderr.decode()
    drafts, dossiers = STEPS[step]
    with desk_in(tmp_path) as desk:
        kept, register = desk.drafts(), desk.opened.desk.register.today()
        assert (len(kept), len(register)) == (drafts, dossiers)
        voided = drafts * dossiers
        assert desk.opened.desk.waiting_to_send() == 2 * dossiers + voided
        assert [row.is_void for row in register] == [bool(voided)] * dossiers
        for draft in kept:
            desk.sheet = desk.opened.desk.drafting.resume(draft.draft_id, desk.opened.desk.duty_book.now())
            if step == "started":
                desk.answer_as_in_the_example()
            assert desk.receive().number_of_day == 1 + voided
        for row in register:
            dossier, _ = desk.opened.desk.register.open(row.dossier_id, "cb.01", Purpose.CITIZEN_ASKS)
            assert dossier.prints == (0 if step == "received" else 1)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL to send on Windows")
def test_killed_while_a_basket_goes_back_all_of_it_has_gone_or_nothing(tmp_path: Path) -> None:
    with desk_in(tmp_path / "desk", FixedClock(MONDAY)) as desk:
        desk.show_card(cast().ede)
        desk.choose("1.004194")
        desk.answer_as_in_the_example()
        desk.add("2.000635")
        desk.answer_as_in_the_example()
        desk.receive_all()
    command = [sys.executable, *map(str, (DYING_BASKET, tmp_path / "desk", tmp_path / "place")), "13"]
    died = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603 - our own script
    assert died.returncode == 0, died.stderr
    *killed, through = died.stdout.splitlines()
    assert len(killed) > 1
    assert set(killed) == {"0 0 0 0"}
    assert through == "2 2 2 2"

"""The opening check of a day, on a real desk of an office: each point tells how it stands, and why."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from services.fakes import FixedClock
from services.people import MORNING
from services.shipped import given_to
from ui.test_sessions import OFFICE

from counter_app.bootstrap.desk import opened_desk
from counter_app.commands import readiness_report
from counter_app.domain.readiness import Finding, Point, Remark, Standing
from counter_app.errors import SetupError
from counter_app.services import opening_check
from counter_app.services.desk import Desk
from counter_app.ui import readiness_words

AWAY = """
camera = "no such camera"
scanner = "COM77"
[printers]
A4 = [{ printer = "ipp://127.0.0.1:1/ipp/print" }]
"""


class Ground:
    """The ground of a desk on which something is wrong."""

    is_key_locked_away = True

    def __init__(self, free: int) -> None:
        self._free = free

    def free_bytes(self) -> int:
        """Say how much room there is."""
        return self._free

    def newest_copy(self) -> datetime | None:
        """Know of no copy."""
        return None

    def read_through(self, seconds: float) -> bool:
        """Find the database damaged."""
        assert seconds > 0
        raise SetupError(Path("desk.db"), "damaged")


@pytest.fixture(scope="module")
def clock() -> FixedClock:
    return FixedClock(MORNING)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, clock: FixedClock) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("office")
    head, rest = OFFICE.split("\n", 1)
    (folder / "counter.toml").write_text(f"{head}\n{AWAY}\n{rest}", encoding="utf-8")
    with opened_desk(folder, clock=clock, given=given_to(folder)) as opened:
        yield opened.desk


def remark(desk: Desk, point: Point) -> tuple[Remark, Standing]:
    found = desk.opening_check.looks[point]()
    assert found.point is point
    return found.remark, found.standing


def test_what_is_well_is_said_to_be_well(desk: Desk) -> None:
    assert remark(desk, Point.DATABASE) == (Remark.DATABASE_WHOLE, Standing.GOOD)
    assert remark(desk, Point.CLOCK) == (Remark.CLOCK_RIGHT, Standing.GOOD)
    assert remark(desk, Point.DEFINITIONS) == (Remark.PACKS_RIGHT, Standing.GOOD)
    assert remark(desk, Point.CALENDAR) == (Remark.HOLIDAYS_UNSURE, Standing.LOOK)
    assert remark(desk, Point.HUB) == (Remark.NO_HUB, Standing.GOOD)


def test_devices_that_were_chosen_and_do_not_answer_are_named(desk: Desk) -> None:
    assert remark(desk, Point.CAMERA) == (Remark.CAMERA_AWAY, Standing.LOOK)
    assert remark(desk, Point.SCANNER) == (Remark.HAND_SCANNER_AWAY, Standing.LOOK)
    found = desk.opening_check.looks[Point.PRINTERS]()
    assert (found.remark, found.fact) == (Remark.PRINTER_AWAY, "ipp://127.0.0.1:1/ipp/print")


def test_a_copy_grows_old_and_a_clock_before_it_is_wrong(desk: Desk, clock: FixedClock) -> None:
    assert remark(desk, Point.COPIES) == (Remark.NO_COPY, Standing.LOOK)
    desk.safekeeping.keep()
    assert remark(desk, Point.COPIES) == (Remark.COPY_FRESH, Standing.GOOD)
    clock.move(timedelta(days=-1))
    assert remark(desk, Point.CLOCK) == (Remark.CLOCK_SET_BACK, Standing.MEND)
    clock.move(timedelta(days=4))
    assert remark(desk, Point.COPIES) == (Remark.COPY_OLD, Standing.LOOK)
    clock.move(timedelta(days=-3))


def test_what_stops_work_is_told_apart_from_what_can_wait(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    check = desk.opening_check
    monkeypatch.setattr(check, "_ground", Ground(free=150 * 10**6))
    monkeypatch.setattr(opening_check, "LONGEST_S", 0.0)
    unlooked = tuple(check.run())
    assert {one.remark for one in unlooked} == {Remark.NO_ANSWER}
    monkeypatch.undo()
    monkeypatch.setattr(check, "_ground", Ground(free=150 * 10**6))
    assert remark(desk, Point.DATABASE) == (Remark.DATABASE_DAMAGED, Standing.MEND)
    full = check.looks[Point.SPACE]()
    assert (full.standing, full.fact) == (Standing.MEND, "150 MB")
    said = json.loads(readiness_report.as_json((*unlooked[:1], full)))
    assert said["ready"] is False
    assert [point["remark"] for point in said["points"]] == ["no_answer", "no_room"]
    assert "MEND" in readiness_report.as_text((full,))


def test_every_remark_has_its_words_in_the_window_and_without() -> None:
    assert set(readiness_report._SAID) == set(readiness_words._SAID) == set(Remark)
    look = Finding(Point.KEY, Standing.LOOK, Remark.KEY_IN_FILE)
    assert readiness_report.is_ready((look,))

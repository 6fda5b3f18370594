"""Help with a lesson in the real window, over a real desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from journeys.driver import MONDAY
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from services.fakes import FixedClock
from ui.window_driver import WindowDriver, window_in

from counter_app.bootstrap.demo import lesson_named, room_for
from counter_app.services.lesson_room import LessonRoom
from counter_app.ui.lesson_desk import LessonDesk


@pytest.fixture
def driver(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[WindowDriver]:
    """Open a fresh desk in its window."""
    del qtbot
    with window_in(qapp, tmp_path, FixedClock(MONDAY)) as opened:
        yield opened


def begun(driver: WindowDriver, room: LessonRoom) -> LessonDesk:
    lessons = LessonDesk(driver.window, driver.conductor, driver.opened.desk, room)
    lessons.begin()
    driver.wait(lambda: lessons.play is not None, "no lesson began")
    return lessons


def test_a_hint_points_at_the_control_in_the_window_and_goes_with_its_step(driver: WindowDriver) -> None:
    lessons = begun(driver, room_for(driver.opened, lesson_named("1")))
    lessons.help()
    driver.wait(lambda: lessons.spotlight.target is not None, "nothing is pointed at")
    assert lessons.spotlight.target is not None
    assert lessons.spotlight.target.objectName() == "practice_button"
    assert "Alt+U" in driver.find(QLabel, "lesson_hint").text()
    lessons.go_on()
    driver.wait(lambda: bool(lessons.play and lessons.play.number == 2), "the card was not read")
    assert not lessons.spotlight.isVisible()
    lessons.leave()
    driver.settle()
    assert not lessons.strip.isVisible()

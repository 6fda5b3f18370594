"""A lesson in the real window, played by the scripted trainee over a real desk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from journeys.driver import MONDAY
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from services.fakes import FixedClock
from ui.window_driver import WindowDriver, window_in

from counter_app.bootstrap.demo import lesson_named, room_for
from counter_app.domain.lesson import Condition, Event, Mishap
from counter_app.services.lesson_play import Note, Play, notes_counted
from counter_app.services.lesson_room import LessonRoom
from counter_app.ui.lesson_desk import LessonDesk
from counter_app.ui.trainee import Hands, Trainee
from counter_app.ui.trainee_moves import whole_lesson


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


def play(driver: WindowDriver, lessons: LessonDesk) -> Play:
    """Have the trainee play the lesson to its end."""
    stuck = list[str]()
    hands = Hands(driver.window, driver.conductor, driver.opened.desk, lessons, by_camera=False)
    trainee = Trainee(hands, whole_lesson)
    trainee.stuck.connect(stuck.append)
    trainee.begin()
    driver.wait(lambda: lessons.score is not None or bool(stuck), "the lesson did not end")
    assert not stuck
    driver.settle()
    assert lessons.play is not None
    return lessons.play


def test_a_whole_lesson_is_played_with_what_goes_wrong_in_it(driver: WindowDriver) -> None:
    lesson = lesson_named("2")
    blurred = replace(lesson.papers[0], condition=Condition.BLURRED)
    jam = Event("jam", Mishap.PRINTER_JAMMED, "receive")
    lesson = replace(lesson, papers=(blurred, *lesson.papers), events=(jam,))
    lessons = begun(driver, room_for(driver.opened, lesson))
    played = play(driver, lessons)
    score = lessons.score
    assert score is not None
    assert (score.reached, score.most, score.errors, score.caught) == (100, 100, 1, 1)
    assert score.points == 100 - lesson.scoring.error
    assert notes_counted(played)[Note.MISHAP] == 1
    assert list(driver.opened.desk.prints.folder.glob("*.pdf")), "the jammed paper did not go elsewhere"
    assert [run.code for run in played.runs] == [step.code for step in lesson.steps]


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


def test_after_a_power_cut_the_lesson_goes_on_where_it_was(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    del qtbot
    lesson = replace(lesson_named("2"), events=(Event("cut", Mishap.POWER_CUT, "form"),))
    cut = list[Play]()
    with window_in(qapp, tmp_path, FixedClock(MONDAY)) as driver:
        lessons = begun(driver, room_for(driver.opened, lesson))
        lessons.power_cut.connect(cut.append)
        hands = Hands(driver.window, driver.conductor, driver.opened.desk, lessons, by_camera=False)
        trainee = Trainee(hands, partial(whole_lesson))
        trainee.begin()
        driver.wait(lambda: bool(cut), "the power was not cut")
        trainee.stop()
    with window_in(qapp, tmp_path, FixedClock(MONDAY)) as driver:
        lessons = begun(driver, room_for(driver.opened, lesson, cut[0]))
        assert lessons.play is not None
        assert lessons.play.number == 3
        (draft,) = driver.drafts()
        driver.window.rail.draft_asked.emit(draft.draft_id)
        driver.wait(lambda: driver.conductor.visits.sheet is not None, "the draft is gone")
        assert play(driver, lessons).ended_at
        assert lessons.score is not None
        assert lessons.score.reached == lesson.points

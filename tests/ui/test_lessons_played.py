"""Every lesson that ships, played through the real window by the scripted trainee to its right end."""

from __future__ import annotations

from collections.abc import Iterator, Sized
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from journeys.driver import MONDAY
from PySide6.QtCore import QElapsedTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from services.fakes import FixedClock
from services.people import RESOURCES
from ui.window_driver import WindowDriver, window_in

import counter_app.bootstrap.hall
from counter_app.bootstrap.demo import lesson_named, room_for
from counter_app.domain.lesson import Condition, Mishap
from counter_app.services.lesson_play import Play
from counter_app.services.lesson_score import Score
from counter_app.services.page_reading import PageReading
from counter_app.ui.lesson_desk import LessonDesk
from counter_app.ui.trainee import Hands, Trainee
from counter_app.ui.trainee_moves import whole_lesson
from scanning.practice_paper import page_still

LESSONS = sorted(path.stem for path in (RESOURCES / "lessons").glob("*.toml"))
CUT = "12-mat-dien"
BETWEEN_STEPS = timedelta(seconds=10)
LONGEST_MS = 300_000


class Room:
    """A training desk in its window, at which one lesson after the other is played."""

    def __init__(self, driver: WindowDriver, clock: FixedClock) -> None:
        self.driver, self.clock = driver, clock
        self.lessons: LessonDesk | None = None

    def begin(self, code: str, left: Play | None = None) -> tuple[LessonDesk, list[str], list[Play]]:
        """Have the trainee begin a lesson, or go on with one; what ended it is put down in the lists."""
        driver, opened = self.driver, self.driver.opened
        room = room_for(opened, lesson_named(code), left)
        if self.lessons:
            self.lessons.take(room)
        else:
            self.lessons = LessonDesk(driver.window, driver.conductor, opened.desk, room)
            self.lessons.begin()
        ended, cut = list[str](), list[Play]()
        hands = Hands(driver.window, driver.conductor, opened.desk, self.lessons, by_camera=False)
        began = partial(self.clock.move, BETWEEN_STEPS)
        trainee = Trainee(hands, partial(whole_lesson, began=began))
        trainee.finished.connect(lambda: ended.append(""))
        trainee.stuck.connect(ended.append)
        self.lessons.power_cut.connect(cut.append)
        self.lessons.power_cut.connect(trainee.stop)
        trainee.begin()
        return self.lessons, ended, cut

    def played(self, code: str, left: Play | None = None) -> tuple[Play, Score]:
        """Have the trainee play a lesson to its end."""
        lessons, ended, _ = self.begin(code, left)
        wait_for_any(ended)
        assert ended == [""], ended
        self.driver.settle()
        assert lessons.play is not None
        assert lessons.score is not None
        return lessons.play, lessons.score


@pytest.fixture(scope="module", autouse=True)
def _small_pages() -> Iterator[None]:
    """Lay papers under a smaller camera, and leave what is written on them unread."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(counter_app.bootstrap.hall, "page_still", partial(page_still, size=(750, 1000)))
        patch.setattr(PageReading, "read", lambda _self, page, **_asked: page)
        yield


@pytest.fixture(scope="module")
def room(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """Open one training desk for all lessons, as in a class."""
    clock = FixedClock(MONDAY)
    with window_in(qapp, tmp_path_factory.mktemp("class"), clock) as driver:
        yield Room(driver, clock)


def wait_for_any(*lists: Sized) -> None:
    """Turn the event loop until one of the lists is filled; the trainee gives up where it waits in vain."""
    watch = QElapsedTimer()
    watch.start()
    while not any(map(len, lists)):
        assert watch.elapsed() < LONGEST_MS, "the trainee neither came to an end nor gave up"
        QTest.qWait(5)


def assert_right(play: Play, score: Score) -> None:
    """Hold that a lesson came to its right end, with each wrong page caught and no other error."""
    wrong = [
        paper
        for paper in play.lesson.papers
        if paper.condition not in {Condition.GOOD, Condition.MISSING}
        and any(page.slot == paper.slot for page in play.pages)
    ]
    assert [verdict.outcome.fact for verdict in score.verdicts if not verdict.is_held] == []
    assert (score.points, score.most) == (100, 100)
    assert (score.errors, score.caught, score.unlawful) == (len(wrong), len(wrong), 0)
    assert [run.code for run in play.runs] == [step.code for step in play.lesson.steps]
    due = {event.code for event in play.lesson.events if event.mishap is not Mishap.POWER_CUT}
    assert due <= set(play.fired)


@pytest.mark.parametrize("code", [code for code in LESSONS if code != CUT])
def test_a_lesson_is_played_through_the_window_to_its_right_end(qtbot: QtBot, room: Room, code: str) -> None:
    del qtbot  # its watch over Qt's own messages is what is wanted of it
    assert_right(*room.played(code))


def test_after_its_power_cut_a_lesson_goes_on_where_it_was(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    del qtbot
    clock = FixedClock(MONDAY)
    with window_in(qapp, tmp_path, clock) as driver:
        _, ended, cut = Room(driver, clock).begin(CUT)
        wait_for_any(cut, ended)
    (left,) = cut
    with window_in(qapp, tmp_path, clock) as driver:
        play, score = Room(driver, clock).played(CUT, left)
    assert play.runs[: left.number - 1] == left.runs[:-1]
    assert_right(play, score)

"""The demo desk with a lesson in its window: opened, played, and started again after a power cut."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from counter_app.bootstrap.desk import RESOURCES, OpenDesk, opened_desk
from counter_app.bootstrap.lessons import shipped_lessons
from counter_app.bootstrap.training import reset_desk
from counter_app.bootstrap.window import appearance
from counter_app.domain.lesson import Lesson
from counter_app.logs import start_log
from counter_app.services.lesson_play import Play
from counter_app.services.lesson_room import LessonRoom
from counter_app.services.lesson_score import LessonJudge, Score
from counter_app.services.training_refusals import LessonStuck, NoSuchLesson, NotInClass
from counter_app.ui.app import run
from counter_app.ui.class_desk import Seat
from counter_app.ui.conductor import Conductor
from counter_app.ui.demo import REFUSED, Demo, Showing, who_serves
from counter_app.ui.main_window import MainWindow
from printing.fonts import Fonts

__all__ = ["DemoOrder", "Seat", "Showing", "run_demo"]

_FIRST = "1"


@dataclass(frozen=True, slots=True)
class DemoOrder:
    """Which lesson, on which desk (None: one that is thrown away), shown in which way, or in which class."""

    lesson: str
    folder: Path | None
    showing: Showing
    seat: Seat | None = None


def lesson_named(asked: str) -> Lesson:
    """Find a lesson by its code, the beginning of it, or its number; raises NoSuchLesson."""
    lessons = shipped_lessons()
    for lesson in lessons:
        if asked in {lesson.code, str(lesson.number)} or lesson.code.startswith(f"{asked}-"):
            return lesson
    raise NoSuchLesson(asked, tuple(lesson.code for lesson in lessons))


def room_for(opened: OpenDesk, lesson: Lesson, play: Play | None = None) -> LessonRoom:
    """Put together what a window needs to play a lesson on an open training desk."""
    desk = opened.desk
    if desk.stage is None:
        raise ValueError("a desk that is not for training has no stage")
    judge = LessonJudge(
        desk.store,
        desk.procedures,
        desk.clock,
        is_history_whole=lambda: not opened.inspection.verify().breaks,
    )
    return LessonRoom(lesson, desk.stage, judge, Fonts(RESOURCES / "fonts"), play)


def run_demo(order: DemoOrder) -> tuple[int, Score | None]:
    """Play a lesson in the desk's window; gives the program's exit code, and what it came to at its end.

    Raises NoSuchLesson, LessonStuck, NotInClass.
    """
    lesson, play = lesson_named(order.lesson or _FIRST), None
    with _folder(order.folder) as folder:
        while True:
            code, demo = _run_once(folder, order, lesson, play)
            if demo.failed:
                raise NotInClass if demo.failed == REFUSED else LessonStuck(demo.failed)
            if demo.wants_reset:
                reset_desk(folder)
            elif demo.cut is None:
                return code, demo.score
            play = demo.cut


def _run_once(folder: Path | None, order: DemoOrder, lesson: Lesson, play: Play | None) -> tuple[int, Demo]:
    made: list[Demo] = []
    with opened_desk(folder) as opened:
        who_serves(opened.desk)
        log = start_log(opened.folder)

        def begin(window: MainWindow, conductor: Conductor) -> Demo:
            room = room_for(opened, play.lesson if play else lesson, play)
            demo = Demo(window, conductor, opened.desk, room, order.showing)
            made.append(demo)
            if order.seat:
                demo.sit_in(order.seat, lambda code: room_for(opened, lesson_named(code)))
            if not order.seat or play:
                demo.begin()
            return demo

        try:
            return run(opened.desk, appearance(opened), begin), made[0]
        finally:
            logging.getLogger().removeHandler(log)
            log.close()


@contextmanager
def _folder(chosen: Path | None) -> Iterator[Path]:
    """Give the folder of the desk; without one it is a desk that is thrown away."""
    if chosen:
        yield chosen
        return
    with TemporaryDirectory(prefix="counter-app-demo-") as folder:
        yield Path(folder)

"""A lesson in the desk's window: for a trainee, or played by itself with captions, or as pictures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from counter_app.services.desk import Desk
from counter_app.services.lesson_play import Play
from counter_app.services.lesson_room import LessonRoom
from counter_app.services.lesson_score import Score
from counter_app.ui.class_desk import ClassDesk, Seat
from counter_app.ui.conductor import Conductor
from counter_app.ui.lesson_desk import LessonDesk
from counter_app.ui.main_window import MainWindow
from counter_app.ui.trainee import Hands, Trainee
from counter_app.ui.trainee_moves import whole_lesson
from counter_app.ui.widgets.caption import Caption
from counter_app.ui.widgets.lesson_words import in_language

REFUSED = "refused"
"""Why a desk that wanted to join a class has ended."""
_PICTURE = (1366, 860)
_DUTY = ("Nguyễn Thị Mẫu", "Quầy 3")


@dataclass(frozen=True, slots=True)
class Showing:
    """How a lesson is shown: ``beat_ms`` is None where a trainee plays it, else the pace at which it plays.

    ``pictures`` is a folder that takes a picture of each step; ``by_camera`` has cards shown to the camera.
    """

    beat_ms: int | None = None
    pictures: Path | None = None
    by_camera: bool = True


class Demo(QObject):
    """Holds what a lesson needs beside the window: its desk, and its player where it plays by itself."""

    def __init__(
        self, window: MainWindow, conductor: Conductor, desk: Desk, room: LessonRoom, showing: Showing
    ) -> None:
        super().__init__(window)
        self._window, self._conductor, self._desk = window, conductor, desk
        self._showing = showing
        self._count = 0
        self._caption = Caption()
        self.cut: Play | None = None
        self.failed = ""
        self.wants_reset = False
        self.score: Score | None = None
        self.trainee: Trainee | None = None
        self._seat: ClassDesk | None = None
        self.lessons = LessonDesk(window, conductor, desk, room)
        self.lessons.power_cut.connect(self._on_power_cut)
        self.lessons.judged.connect(self._on_judged)
        if showing.beat_ms is not None:
            window.lay_strip(self._caption, below=True)
            self.lessons.strip.setMaximumHeight(0)

    def begin(self) -> None:
        """Begin the lesson, and play it where nobody else does."""
        self.lessons.begin()
        self._play()

    def sit_in(self, seat: Seat, room_of: Callable[[str], LessonRoom]) -> None:
        """Join a class, and play what its trainer chooses."""
        self._seat = ClassDesk(self.lessons, seat, self._desk.clock.now)
        self._seat.lesson_wanted.connect(lambda code: self._on_lesson_wanted(room_of(code)))
        self._seat.reset_wanted.connect(self._on_reset_wanted)
        self._seat.refused.connect(self._on_refused)
        self._seat.join()

    def _play(self) -> None:
        if self._showing.beat_ms is None:
            return
        if self.trainee:
            self.trainee.stop()
        hands = Hands(
            self._window, self._conductor, self._desk, self.lessons, by_camera=self._showing.by_camera
        )
        script = partial(whole_lesson, began=self._say, done=self._take_picture)
        self.trainee = Trainee(hands, script, beat_ms=self._showing.beat_ms)
        self.trainee.finished.connect(self._on_finished)
        self.trainee.stuck.connect(self._on_stuck)
        self.trainee.begin()

    def _on_lesson_wanted(self, room: LessonRoom) -> None:
        self.lessons.take(room)
        self._play()

    def _on_reset_wanted(self) -> None:
        self.wants_reset = True
        self._window.close()

    def _on_refused(self) -> None:
        self.failed = REFUSED
        self._window.close()

    def _say(self) -> None:
        """Put the step that begins into words, large enough for a hall."""
        play = self.lessons.play
        step = play.step if play else None
        if play and step:
            number = f"{play.number}/{len(play.lesson.steps)}"
            speech = in_language(play.said[-1]) if play.said else ""
            self._caption.say(f"{number} · {in_language(step.task)}", speech)

    def _take_picture(self, code: str) -> None:
        """Take the window as a step has left it; the last picture shows what the lesson came to."""
        if self._showing.pictures is None:
            return
        if (self._window.width(), self._window.height()) != _PICTURE:
            self._window.showNormal()
            self._window.resize(*_PICTURE)
        QApplication.processEvents()
        self._showing.pictures.mkdir(parents=True, exist_ok=True)
        self._count += 1
        shown = self._window if code else self.lessons.result
        shown.grab().save(str(self._showing.pictures / f"{self._count:02}-{code or 'result'}.png"))

    def _on_power_cut(self, play: Play) -> None:
        """Stop as if the power had gone; who runs the program starts it again."""
        self.cut = play
        if self.trainee:
            self.trainee.stop()
        self._window.close()

    def _on_judged(self, score: Score) -> None:
        self.score = score

    def _on_finished(self) -> None:
        if self._seat:
            return
        if self._showing.pictures or not self._showing.beat_ms:
            self._window.close()
        else:
            QTimer.singleShot(4 * (self._showing.beat_ms or 0), self._window.close)

    def _on_stuck(self, what: str) -> None:
        self.failed = what
        self._window.close()


def who_serves(desk: Desk) -> None:
    """Have the invented official serve where nobody has said yet who does."""
    if not desk.duty_book.is_kept():
        desk.duty_book.take_over(*_DUTY)

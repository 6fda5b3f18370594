"""A desk in a class: joins by the class's code, plays what the trainer chooses, and tells how it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QTcpSocket

from counter_app.domain.class_room import ClassLine, Said
from counter_app.domain.lesson import Mishap
from counter_app.services.lesson_play import Play
from counter_app.services.lesson_score import Score
from counter_app.ui.class_line import SocketLine
from counter_app.ui.lesson_desk import LessonDesk

_TELL_MS = 1_000
_AGAIN_MS = 2_000


@dataclass(frozen=True, slots=True)
class Seat:
    """Where a class is, its code, and what the desk is called there."""

    host: str
    port: int
    code: str
    name: str


class ClassDesk(QObject):
    """Speaks with the trainer's console; while that is away, the lesson goes on."""

    lesson_wanted = Signal(str)
    """Carries the code of the lesson that the trainer has chosen."""
    reset_wanted = Signal()
    refused = Signal()
    """The class knows no such code, or a desk of this name is there already."""

    def __init__(self, lessons: LessonDesk, seat: Seat, now: Callable[[], datetime]) -> None:
        super().__init__(lessons)
        self._lessons, self._seat, self._now = lessons, seat, now
        self._is_closed = False
        self._socket = QTcpSocket(self)
        self._line = SocketLine(self._socket)
        self._line.opened.connect(self._on_opened)
        self._line.heard.connect(self._on_heard)
        self._line.ended.connect(self._on_ended)
        lessons.judged.connect(lambda _: self._tell())
        self._telling = QTimer(self, interval=_TELL_MS)
        self._telling.timeout.connect(self._tell)
        self._again = QTimer(self, interval=_AGAIN_MS)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self.join)

    def join(self) -> None:
        """Go to the class; where it does not answer, it is tried again."""
        if not self._is_closed:
            self._socket.abort()
            self._socket.connectToHost(self._seat.host, self._seat.port)

    def close(self) -> None:
        """Leave the class."""
        self._is_closed = True
        self._telling.stop()
        self._again.stop()
        self._line.close()

    def _on_opened(self) -> None:
        self._line.say(ClassLine(Said.JOIN, code=self._seat.code, desk=self._seat.name))
        self._telling.start()
        self._tell()

    def _on_ended(self) -> None:
        self._telling.stop()
        if not self._is_closed:
            self._again.start()

    def _on_heard(self, line: ClassLine) -> None:
        match line.said:
            case Said.LESSON:
                self.lesson_wanted.emit(line.lesson)
            case Said.MISHAP:
                self._lessons.let_happen(Mishap(line.mishap))
            case Said.RESET:
                self.reset_wanted.emit()
            case Said.REFUSED:
                self.close()
                self.refused.emit()
            case _:
                pass

    def _tell(self) -> None:
        self._line.say(standing_line(self._seat.name, self._lessons.play, self._lessons.score, self._now()))


def standing_line(name: str, play: Play | None, score: Score | None, now: datetime) -> ClassLine:
    """Say how a desk stands, in numbers alone."""
    if play is None:
        return ClassLine(Said.STANDING, desk=name)
    return ClassLine(
        Said.STANDING,
        desk=name,
        lesson=play.lesson.code,
        step=play.number,
        steps=len(play.lesson.steps),
        seconds=round(play.seconds(now)),
        errors=play.errors,
        hints=play.hints,
        points=score.points if score else -1,
        most=score.most if score else 0,
    )

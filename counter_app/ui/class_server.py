"""The trainer's side of a class: desks come in by the class's code, tell how they stand, and are told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QHostAddress, QTcpServer
from shiboken6 import isValid

from counter_app.domain.class_room import MOST_DESKS, ClassLine, Said
from counter_app.domain.lesson import Mishap
from counter_app.services.class_book import ClassBook
from counter_app.ui.class_line import SocketLine


class ClassServer(QObject):
    """Keeps one line to each desk; what it knows stands in its book."""

    changed = Signal(object)
    """Carries the ClassBook."""

    def __init__(self, code: str, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._book = ClassBook(code)
        self._lines: dict[int, SocketLine] = {}
        self._is_closed = False
        self._server = QTcpServer(self)
        self._server.setMaxPendingConnections(MOST_DESKS)
        self._server.newConnection.connect(self._on_connection)

    @property
    def book(self) -> ClassBook:
        """What is known of the class."""
        return self._book

    @property
    def port(self) -> int:
        """Where it listens."""
        return self._server.serverPort()

    def listen(self, host: str, port: int) -> bool:
        """Begin to listen, and say whether that was possible."""
        return self._server.listen(QHostAddress(host), port)

    def teach(self, lesson: str, numbers: tuple[int, ...] = ()) -> None:
        """Have some desks, or all, begin a lesson."""
        self._tell(ClassLine(Said.LESSON, lesson=lesson), numbers)

    def let_happen(self, mishap: Mishap, numbers: tuple[int, ...] = ()) -> None:
        """Have something go wrong now at some desks, or at all."""
        self._tell(ClassLine(Said.MISHAP, mishap=mishap), numbers)

    def reset(self, numbers: tuple[int, ...] = ()) -> None:
        """Have some desks, or all, put themselves back and start again."""
        self._tell(ClassLine(Said.RESET), numbers)

    def close(self) -> None:
        """End the class."""
        self._is_closed = True
        self._server.close()
        for line in tuple(self._lines.values()):
            line.close()

    def _tell(self, line: ClassLine, numbers: tuple[int, ...]) -> None:
        for number, desk in self._lines.items():
            if not numbers or number in numbers:
                desk.say(line)

    def _on_connection(self) -> None:
        while socket := self._server.nextPendingConnection():
            line = SocketLine(socket)
            socket.disconnected.connect(socket.deleteLater)
            line.heard.connect(lambda said, line=line: self._on_heard(line, said))
            line.ended.connect(lambda line=line: self._on_ended(line))

    def _on_heard(self, line: SocketLine, said: ClassLine) -> None:
        number = next((number for number, known in self._lines.items() if known is line), 0)
        if not number:
            self._book, number = self._book.joined(said, self._now())
            if not number:
                line.say(ClassLine(Said.REFUSED))
                line.close()
                return
            self._lines[number] = line
        elif said.said is Said.STANDING:
            self._book = self._book.stands(number, said, self._now())
        self.changed.emit(self._book)

    def _on_ended(self, line: SocketLine) -> None:
        if self._is_closed or not isValid(self):
            return
        for number, known in tuple(self._lines.items()):
            if known is line:
                del self._lines[number]
                self._book = self._book.left(number)
                self.changed.emit(self._book)

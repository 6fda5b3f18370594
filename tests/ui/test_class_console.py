"""A class over loopback: desks join by its code, are told what the trainer chooses, and stand in a table."""

from __future__ import annotations

from PySide6.QtNetwork import QTcpSocket
from PySide6.QtWidgets import QPushButton, QTableWidget
from pytestqt.qtbot import QtBot
from services.people import MORNING, RESOURCES

from counter_app.domain.class_room import ClassLine, Said
from counter_app.services.lesson_file import read_lessons
from counter_app.ui.class_console import ClassConsole
from counter_app.ui.class_line import SocketLine
from counter_app.ui.class_server import ClassServer


class Guest:
    """A desk as the console hears it."""

    def __init__(self, port: int) -> None:
        self.socket = QTcpSocket()
        self.line = SocketLine(self.socket)
        self.heard = list[ClassLine]()
        self.has_ended = False
        self.line.heard.connect(self.heard.append)
        self.line.ended.connect(self._on_ended)
        self.socket.connectToHost("127.0.0.1", port)

    def _on_ended(self) -> None:
        self.has_ended = True


def test_a_trainer_holds_a_class_of_two_and_lets_no_stranger_in(qtbot: QtBot) -> None:
    server = ClassServer("ABCDE", lambda: MORNING)
    assert server.listen("127.0.0.1", 0)
    saved = list[str]()

    def save(table: str) -> str:
        saved.append(table)
        return "class.csv"

    console = ClassConsole(server, read_lessons(RESOURCES / "lessons"), "127.0.0.1", save=save)
    qtbot.addWidget(console)
    console.show()
    one, two, stranger, noise = (Guest(server.port) for _ in range(4))
    for at, guest in enumerate((one, two), 1):
        guest.line.opened.connect(
            lambda guest=guest, at=at: guest.line.say(ClassLine(Said.JOIN, code="ABCDE", desk=f"Máy {at}"))
        )
    stranger.line.opened.connect(lambda: stranger.line.say(ClassLine(Said.JOIN, code="ZZZZZ", desk="x")))
    noise.socket.connected.connect(lambda: noise.socket.write(b"GET / HTTP/1.1\r\n\r\n"))
    qtbot.waitUntil(lambda: len(server.book.desks) == 2 and stranger.has_ended and noise.has_ended)
    assert [line.said for line in stranger.heard] == [Said.REFUSED]
    table = console.findChild(QTableWidget, "class_table")
    assert isinstance(table, QTableWidget)
    names = {desk.number: desk.name for desk in server.book.desks}
    table.selectRow(0)
    start = console.findChild(QPushButton, "class_start")
    assert isinstance(start, QPushButton)
    start.click()
    chosen = one if names[1] == "Máy 1" else two
    qtbot.waitUntil(lambda: bool(chosen.heard))
    assert chosen.heard[0] == ClassLine(Said.LESSON, lesson="01-the-dau-tien")
    chosen.line.say(ClassLine(Said.STANDING, lesson="01-the-dau-tien", step=3, steps=3, points=98, most=100))
    qtbot.waitUntil(lambda: server.book.desks[0].standing.is_over)
    item = table.item(0, 7)
    assert item is not None
    assert item.text() == "98/100"
    keep = console.findChild(QPushButton, "class_save")
    assert isinstance(keep, QPushButton)
    keep.click()
    assert saved[0].splitlines()[1] == "1,,01-the-dau-tien,3,3,0,0,0,98,100"
    assert [line for line in (one.heard + two.heard) if line.said is Said.LESSON] == chosen.heard
    two.socket.abort()
    qtbot.waitUntil(lambda: any(not desk.is_here for desk in server.book.desks))
    console.close()
    one.socket.abort()

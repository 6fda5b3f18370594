"""Sync in the window over real HTTP on loopback: enrolled, sent, ticked, set aside, and never in the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from gateways.loopback_hub import LoopbackHub, listening
from journeys.driver import MONDAY, DeskDriver
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from services.fakes import FixedClock
from services.people import cast
from ui.window_driver import WindowDriver, window_in

from counter_app.bootstrap.desk import RESOURCES
from counter_app.domain.dossier import Dossier
from counter_app.domain.history import Deed
from counter_app.domain.outbox import EntryState
from counter_app.services.hub_port import HubRefused
from counter_app.ui.main_window import MainWindow
from counter_app.wire.codes import ErrorCode
from counter_app.wire.entries import Entries
from forms.example import read_example

NOW_MS = round(MONDAY.timestamp() * 1000)
DAY = MONDAY.date()
EXTRACT = "2.000635"


@dataclass
class Line:
    """A window and the hub behind it."""

    driver: WindowDriver
    server: LoopbackHub

    @property
    def window(self) -> MainWindow:
        """The window."""
        return self.driver.window

    @property
    def said(self) -> str:
        """What the top bar says of the line."""
        return self.driver.find(QPushButton, "sync_line").text()

    def enrol(self) -> None:
        """Enrol by the code, as an official does: F7, type, Enter."""
        self.driver.key(Qt.Key.Key_F7)
        self.driver.wait(lambda: self.window.screen_in_front is self.window.outbox)
        self.driver.wait(lambda: isinstance(QApplication.focusWidget(), QLineEdit), "no code is asked for")
        self.driver.type("GOOD-CODE")
        self.driver.key(Qt.Key.Key_Return)
        self.driver.wait(lambda: self.said.startswith("Đã gửi hết"), self.said)

    def receive(self) -> Dossier:
        """Receive a dossier behind the window's back, and have it counted."""
        desk = DeskDriver(self.driver.opened)
        desk.show_card(cast().ede)
        desk.choose(EXTRACT)
        desk.answer_as_in_the_example()
        received = desk.receive()
        self.driver.conductor.desks.sync.refresh()
        return received

    def state(self, dossier: Dossier) -> EntryState | None:
        """Say how far a dossier has come."""
        return self.driver.opened.desk.outbox.progress([dossier.dossier_id])[0]


@pytest.fixture
def line(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Line]:
    """Open a fresh desk whose settings name a hub on loopback."""
    del qtbot  # its watch over Qt's own messages is what is wanted of it
    with listening(b"", NOW_MS) as server:
        (tmp_path / "counter.toml").write_text(f'[hub]\naddress = "{server.address}"\n', encoding="utf-8")
        with window_in(qapp, tmp_path, FixedClock(MONDAY)) as driver:
            server.public_key = driver.opened.key.public_key
            yield Line(driver, server)


def test_a_desk_is_enrolled_by_keys_and_sends_by_itself_from_then_on(line: Line) -> None:
    line.enrol()
    received = line.receive()
    assert received.code == "TH-H26.99-261123-0001"
    line.driver.wait(lambda: line.state(received) is EntryState.ACKNOWLEDGED, "it was never sent")
    line.driver.wait(lambda: line.said == "Đã gửi hết 09:10", line.said)
    assert [entry.kind for entry in line.server.hub.entries.values()] == ["dossier"]


def test_the_ticks_of_a_dossier_follow_what_the_hub_says(line: Line) -> None:
    line.enrol()
    driver, window = line.driver, line.window
    driver.key(Qt.Key.Key_Escape)
    driver.wait(lambda: window.screen_in_front is window.identify)
    driver.scan(cast().ede)
    driver.choose(EXTRACT)
    visits = driver.conductor.visits
    assert visits.sheet
    example = read_example(RESOURCES / "examples" / f"{EXTRACT}.toml", visits.sheet.definition, today=DAY)
    for field, value in example.answers.items():
        visits.declare(field, value, "")
    visits.receive()
    driver.wait(lambda: window.screen_in_front is window.receive, "not received")
    driver.wait(lambda: _said(driver, "tick_acknowledged") == "Máy chủ đã xác nhận", "no last tick")
    assert _said(driver, "tick_sent") == "Đã gửi"


def test_what_the_hub_refuses_is_shown_with_its_reason_and_left_out_by_keys(line: Line) -> None:
    line.enrol()
    driver, window = line.driver, line.window

    def refuse_entries(step: str, about: object) -> Exception | None:
        hit = step == "send" and isinstance(about, Entries)
        return HubRefused(ErrorCode.MALFORMED, "content.form") if hit else None

    line.server.hub.failing = refuse_entries
    received = line.receive()
    driver.wait(lambda: line.said == "Để riêng: 1", line.said)
    driver.key(Qt.Key.Key_Escape)
    driver.key(Qt.Key.Key_F7)
    driver.wait(lambda: _said(driver, "outbox_why") == "Máy chủ từ chối: content.form")
    driver.key(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    reason = driver.find(QLineEdit, "outbox_reason")
    driver.wait(reason.hasFocus)
    driver.type("hồ sơ tập huấn")
    driver.key(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    driver.wait(lambda: line.state(received) is EntryState.LEFT_OUT)
    driver.settle()
    acts = driver.opened.desk.register.reread(received.dossier_id)[1]
    assert (acts[-1].deed, acts[-1].reason) == (Deed.LEFT_OUT, "hồ sơ tập huấn")
    assert window.screen_in_front is window.outbox


def test_what_lay_aside_is_sent_again_by_enter(line: Line) -> None:
    line.enrol()
    line.server.hub.failing = lambda step, _: (
        HubRefused(ErrorCode.MALFORMED, "content") if step == "send" else None
    )
    received = line.receive()
    line.driver.wait(lambda: line.said == "Để riêng: 1", line.said)
    line.server.hub.failing = lambda _step, _about: None
    line.driver.key(Qt.Key.Key_F7)
    line.driver.wait(lambda: line.window.outbox.primary.text() == "Gửi lại")
    line.driver.key(Qt.Key.Key_Return)
    line.driver.wait(lambda: line.state(received) is EntryState.ACKNOWLEDGED)


def test_without_an_answer_the_desk_goes_on_and_sends_once_the_hub_is_back(line: Line) -> None:
    line.enrol()
    line.server.answers += [(503, b"", {})] * 1
    received = line.receive()
    line.driver.wait(lambda: line.said.startswith("1 mục chờ gửi từ"), line.said)
    line.driver.wait(lambda: line.state(received) is EntryState.ACKNOWLEDGED, "it was never sent")


def test_a_desk_without_a_hub_says_calmly_that_all_is_kept(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    del qtbot
    with window_in(qapp, tmp_path, FixedClock(MONDAY)) as driver:
        driver.settle()
        assert driver.find(QPushButton, "sync_line").text() == "Lưu tại máy này"
        driver.key(Qt.Key.Key_F7)
        driver.wait(lambda: driver.window.screen_in_front is driver.window.outbox)
        driver.wait(lambda: _said(driver, "outbox_standing").startswith("Máy này làm việc"))
        assert not driver.window.outbox.primary.isEnabled()


def _said(driver: WindowDriver, name: str) -> str:
    """Give the words of a line in sight; none while it is not."""
    ticks = [each for each in driver.window.findChildren(QLabel, name) if each.isVisible()]
    return ticks[0].text() if ticks else ""

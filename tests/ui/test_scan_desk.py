"""Scans in the real window, whichever device they came from: served, offered, or put back with a word."""

import os
import tty
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import Event  # noqa: TID251 - a scanner is held at a gate here
from typing import cast as cast_to

import pytest
from journeys.driver import MONDAY
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from services.fakes import FixedClock
from services.people import cast, words
from ui.scanner_hands import Hands
from ui.window_driver import WindowDriver, window_in

from counter_app.domain.citizen import PopulationRecord
from counter_app.gateways.specimen.cards import card_of
from counter_app.ui.app import Appearance
from counter_app.ui.scan_gate import ScanGate
from counter_app.ui.scanner_ear import ScannerEar
from counter_app.ui.screens.scanner_setup import TEST_CARD, ScannerSetup
from scanning.hand_scanner import HandScanner


def payload_of(record: PopulationRecord) -> str:
    card = card_of(record, words())
    assert card is not None
    return card.payload


LIMIT_S = 5.0
CITIZEN, OTHER = cast().units_renamed, cast().new_mother


@pytest.fixture(scope="module")
def window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[WindowDriver]:
    """Open one desk for all: what is tried here lies between two citizens."""
    with window_in(qapp, tmp_path_factory.mktemp("desk"), FixedClock(MONDAY)) as opened:
        yield opened


@pytest.fixture
def driver(window: WindowDriver) -> Iterator[WindowDriver]:
    """Call the next citizen after each trial."""
    yield window
    for setup in window.window.findChildren(ScannerSetup):
        setup.accept()
    window.window.next_citizen.trigger()
    window.settle()


@pytest.fixture
def hands() -> Hands:
    return Hands()


def scan(driver: WindowDriver, hands: Hands, payload: str) -> None:
    hands.at_ms += 5_000
    hands.press(QApplication.focusWidget() or driver.window, payload + "\r")


def serve(driver: WindowDriver, hands: Hands, record: PopulationRecord) -> None:
    scan(driver, hands, payload_of(record))
    driver.wait(lambda: driver.window.screen_in_front is driver.window.procedure, "nobody was found")


def fill(driver: WindowDriver, hands: Hands) -> QLineEdit:
    """Serve somebody as far as the form, and put the cursor into one of its fields."""
    serve(driver, hands, CITIZEN)
    driver.choose("tam tru")
    driver.settle()
    lines = driver.window.form.findChildren(QLineEdit)
    field = next(line for line in lines if line.isVisible() and line.isEnabled() and not line.isReadOnly())
    field.setFocus()
    driver.wait(field.hasFocus, "the field has no focus")
    return field


def notice(driver: WindowDriver) -> str:
    shown = driver.window.actions_bar.notices.notice
    return shown.text if shown else ""


def test_a_card_scanned_into_a_form_is_offered_and_lands_in_no_field(
    driver: WindowDriver, hands: Hands
) -> None:
    field = fill(driver, hands)
    before, visit = field.text(), driver.conductor.visits.state.visit
    scan(driver, hands, payload_of(OTHER))
    assert (field.text(), driver.conductor.visits.state.visit) == (before, visit)
    assert "thẻ của người khác" in notice(driver)
    driver.find(QPushButton, "notice_action").click()
    driver.wait(lambda: driver.window.screen_in_front is driver.window.procedure, "the other was not served")
    served = driver.conductor.visits.state.visit
    assert served is not None
    assert served.person.citizen_id == OTHER.citizen_id
    driver.settle()
    parked = driver.drafts()
    assert CITIZEN.citizen_id in {draft.whose.citizen_id for draft in parked}


def test_the_card_of_who_is_served_changes_nothing(driver: WindowDriver, hands: Hands) -> None:
    fill(driver, hands)
    sheet = driver.conductor.visits.sheet
    scan(driver, hands, payload_of(CITIZEN))
    driver.conductor.desks.scans._gate.forget()
    scan(driver, hands, payload_of(CITIZEN))
    assert "đang được phục vụ" in notice(driver)
    assert driver.conductor.visits.sheet is sheet


def test_digits_alone_are_typed_in_and_open_no_visit(driver: WindowDriver, hands: Hands) -> None:
    scan(driver, hands, payload_of(CITIZEN).encode("ascii", errors="replace").decode())
    number = driver.find(QLineEdit, "typed_citizen_id").text()
    assert number == str(CITIZEN.citizen_id)
    assert driver.conductor.visits.state.visit is None
    hands.press(driver.find(QLineEdit, "typed_full_name"), CITIZEN.full_name, 80)
    driver.find(QPushButton, "typed_submit").click()
    driver.wait(lambda: driver.window.screen_in_front is driver.window.procedure, "nobody was found")


def test_digits_scanned_into_a_form_wait_until_they_are_wanted(driver: WindowDriver, hands: Hands) -> None:
    fill(driver, hands)
    scan(driver, hands, payload_of(OTHER).encode("ascii", errors="ignore").decode())
    driver.find(QPushButton, "notice_action").click()
    driver.wait(
        lambda: driver.window.screen_in_front is driver.window.identify, "the first step is not there"
    )
    assert driver.find(QLineEdit, "typed_citizen_id").text() == str(OTHER.citizen_id)


def test_a_card_scanned_in_the_register_opens_a_visit_when_nobody_is_served(
    driver: WindowDriver, hands: Hands
) -> None:
    driver.window.rail.register_asked.emit()
    driver.wait(lambda: driver.window.screen_in_front is driver.window.register, "no register")
    serve(driver, hands, CITIZEN)


def test_one_card_is_taken_once_whatever_devices_saw_it(driver: WindowDriver, hands: Hands) -> None:
    begun: list[None] = []
    driver.conductor.visits.identifying.connect(lambda: begun.append(None))
    payload = payload_of(CITIZEN)
    scan(driver, hands, payload)
    driver.conductor.camera.payload_read.emit(payload)
    scan(driver, hands, payload.encode("ascii", errors="replace").decode())
    driver.wait(lambda: driver.window.screen_in_front is driver.window.procedure, "nobody was found")
    assert len(begun) == 1


def test_a_card_scanned_before_it_is_said_who_serves_is_taken_at_once_when_scanned_again(
    driver: WindowDriver, hands: Hands
) -> None:
    driver.conductor._go(driver.window.duty)
    scan(driver, hands, payload_of(CITIZEN))
    assert notice(driver)
    assert driver.conductor.visits.state.visit is None
    driver.conductor._go(driver.window.identify)
    serve(driver, hands, CITIZEN)


def test_a_scan_is_news_again_after_two_seconds_or_for_another_citizen() -> None:
    gate = ScanGate()
    said = [gate.lets_in("A", at) for at in (0.0, 1.0, 2.9, 5.0)] + [gate.lets_in("B", 5.1)]
    assert said == [True, False, False, True, True]
    gate.forget()
    assert gate.lets_in("B", 5.2)


def test_a_serial_scanner_opens_a_visit(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    del qtbot
    scanner, desk = os.openpty()
    tty.setraw(desk)
    name = os.ttyname(desk)

    def with_scanner(usual: Appearance) -> Appearance:
        return replace(usual, devices=replace(usual.devices, scanner=name))

    with window_in(qapp, tmp_path, FixedClock(MONDAY), looks=with_scanner) as driver:
        os.write(scanner, payload_of(CITIZEN).encode() + b"\r\n")
        driver.wait(lambda: driver.window.screen_in_front is driver.window.procedure, "nobody was found")
    os.close(scanner)
    os.close(desk)


def test_a_serial_scanner_that_is_pulled_and_put_back_is_heard_again(qtbot: QtBot) -> None:
    ends = [os.openpty() for _ in range(2)]
    for _, desk in ends:
        tty.setraw(desk)
    ports = iter([os.ttyname(desk) for _, desk in ends])
    ear = ScannerEar(lambda: HandScanner(next(ports)), retry_s=0.01)
    with qtbot.waitSignal(ear.opened):
        ear.start()
    with qtbot.waitSignal(ear.opened), qtbot.waitSignal(ear.lost):
        os.close(ends[0][1])
        os.close(ends[0][0])
    with qtbot.waitSignal(ear.heard) as heard:
        os.write(ends[1][0], "Nguyễn\r".encode())
    ear.close()
    assert heard.args == ["Nguyễn"]
    for end in ends[1]:
        with suppress(OSError):
            os.close(end)


class HeldScanner:
    """Reads one scan, and then hangs until it is let go."""

    def __init__(self) -> None:
        self.rows = ["scan"]
        self.hangs, self.let_go = Event(), Event()

    def read(self) -> str | None:
        """Give the scan, or hang."""
        if self.rows:
            return self.rows.pop()
        self.hangs.set()
        self.let_go.wait(LIMIT_S)
        return None

    def close(self) -> None:
        """Hold nothing open, so do nothing."""


def opened_as(scanner: HeldScanner) -> HandScanner:
    return cast_to(HandScanner, scanner)


def test_what_was_heard_before_the_ear_was_shut_does_not_arrive_after(qapp: QApplication) -> None:
    scanner = HeldScanner()
    heard: list[str] = []
    ear = ScannerEar(lambda: opened_as(scanner))
    ear.heard.connect(heard.append)
    ear.start()
    assert scanner.hangs.wait(LIMIT_S)
    ear.shut()
    qapp.processEvents()
    assert heard == []
    scanner.let_go.set()
    ear.close()


def test_closing_does_not_wait_for_a_port_that_hangs_and_the_next_ear_lets_the_last_one_go(
    qtbot: QtBot,
) -> None:
    scanner = HeldScanner()
    ear = ScannerEar(lambda: opened_as(scanner))
    ear.start()
    assert scanner.hangs.wait(LIMIT_S)
    ear.close()
    assert ear._listening.is_alive()
    scanner.let_go.set()
    following = ScannerEar(lambda: opened_as(scanner), after=ear)
    with qtbot.waitSignal(following.opened):
        following.start()
    assert following._after is None
    following.close()


def test_trying_a_scanner_says_what_arrived_and_serves_nobody(driver: WindowDriver, hands: Hands) -> None:
    driver.find(QPushButton, "scanner_setup_button").click()
    setup = driver.window.findChild(ScannerSetup)
    assert setup is not None
    close = driver.find(QPushButton, "setup_close")
    driver.wait(close.hasFocus, "the page is not in front")
    said = []
    for text in (
        TEST_CARD,
        TEST_CARD.replace("|", "~"),
        TEST_CARD.encode("ascii", "ignore").decode(),
        "x" * 30,
    ):
        hands.at_ms += 5_000
        hands.press(close, text + "\r")
        what, advice = (setup.findChild(QLabel, name) for name in ("setup_what", "setup_advice"))
        assert what is not None
        assert advice is not None
        said.append(f"{what.text()} {advice.text()}")
    assert "Nhận đủ từng chữ" in said[0]
    assert "US (English)" in said[1]
    assert "Chỉ dùng được các chữ số" in said[2]
    assert "mã khác" in said[3]
    assert driver.conductor.visits.state.visit is None


def test_the_set_up_page_is_turned_by_its_keys(driver: WindowDriver) -> None:
    driver.find(QPushButton, "scanner_setup_button").click()
    driver.wait(driver.find(QPushButton, "setup_close").hasFocus, "the page is not in front")
    setup = driver.find(ScannerSetup, "scanner_setup")
    setup.resize(setup.minimumSizeHint())
    driver.settle()
    bar = setup._page.verticalScrollBar()
    assert (bar.value(), bar.maximum() > 0) == (0, True)
    driver.key(Qt.Key.Key_PageDown)
    assert bar.value() > 0
    driver.key(Qt.Key.Key_PageUp)
    assert bar.value() == 0


def test_a_port_is_chosen_in_the_window_and_kept(driver: WindowDriver) -> None:
    driver.find(QPushButton, "scanner_setup_button").click()
    driver.settle()
    setup = driver.window.findChild(ScannerSetup)
    assert setup is not None
    setup.show_ports((), "usb:0c2e:0901")
    ports = setup.findChild(QComboBox, "setup_ports")
    assert ports is not None
    assert "chưa cắm" in ports.currentText()
    ports.activated.emit(1)
    driver.settle()
    assert driver.opened.desk.preference("scanner") == "usb:0c2e:0901"
    ports.activated.emit(0)
    driver.settle()
    assert driver.opened.desk.preference("scanner") == "types"

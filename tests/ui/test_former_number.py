"""The nine digits of a former identity card, typed at the first step: they find, and nobody asks for them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from journeys.driver import MONDAY
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from services.fakes import FixedClock
from services.people import cast
from ui.scanner_hands import Hands
from ui.window_driver import WindowDriver, window_in

CITIZEN = cast().ede


@pytest.fixture
def driver(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[WindowDriver]:
    """Open a fresh desk in its window, at the way in that is typed."""
    del qtbot  # its watch over Qt's own messages is what is wanted of it
    with window_in(qapp, tmp_path, FixedClock(MONDAY)) as opened:
        opened.settle()
        opened.find(QPushButton, "type_button").click()
        yield opened


def type_person(driver: WindowDriver, *said: str) -> None:
    """Type as fingers do: what comes quicker is a scanner's."""
    hands = Hands()
    for part, words in zip(("citizen_id", "full_name", "born_on"), said, strict=True):
        hands.press(driver.find(QLineEdit, f"typed_{part}"), words, 80)
    driver.key(Qt.Key.Key_Return)


def test_somebody_is_found_by_nine_digits_and_told_that_nobody_asks_for_them(driver: WindowDriver) -> None:
    type_person(driver, CITIZEN.former_id, CITIZEN.full_name, str(CITIZEN.born_on))
    assert "không còn được yêu cầu" in driver.find(QLabel, "hint_citizen_id").text()
    driver.wait(lambda: driver.window.screen_in_front is driver.window.procedure, "nobody was found")
    visit = driver.conductor.visits.state.visit
    assert visit is not None
    assert visit.person.record == CITIZEN


def test_nine_digits_that_lead_to_nobody_are_refused_without_asking_for_their_proof(
    driver: WindowDriver,
) -> None:
    type_person(driver, "000999998", CITIZEN.full_name, str(CITIZEN.born_on))
    driver.settle()
    assert driver.window.screen_in_front is driver.window.identify
    said = " ".join(label.text() for label in driver.window.identify.findChildren(QLabel))
    assert "Không yêu cầu giấy xác nhận số CMND cũ" in said
    assert driver.find(QLineEdit, "typed_citizen_id").isEnabled()

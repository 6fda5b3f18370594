"""The veil over the window: nothing is seen, no key gets through, nothing is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from journeys.driver import MONDAY
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from services.fakes import FixedClock
from services.people import cast
from ui.window_driver import WindowDriver, window_in

CARD = "000190000017||Nguyễn Thị Mẫu|15031990|Nữ|Số 8 phố Mẫu, Phường Mẫu, Hà Nội|10052022"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def driver(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[WindowDriver]:
    del qtbot  # its watch over Qt's own messages is what is wanted of it
    with window_in(qapp, tmp_path, FixedClock(MONDAY)) as opened:
        yield opened


def is_covered(driver: WindowDriver) -> bool:
    """Look at the window anew."""
    return driver.window.is_covered


def test_a_covered_window_shows_nothing_takes_no_key_and_comes_back_as_it_was(driver: WindowDriver) -> None:
    window, visits = driver.window, driver.conductor.visits
    driver.scan(cast().ede)
    driver.choose("tạm trú")
    driver.settle()
    before, focus = visits.state, QApplication.focusWidget()
    driver.key(Qt.Key.Key_B, CONTROL)
    assert is_covered(driver)
    assert not any(part.isVisible() for part in (window.form, window.person, window.rail, window.top_bar))
    for key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_F8):
        driver.key(key)
    driver.key(Qt.Key.Key_N, CONTROL)
    driver.settle()
    assert visits.state == before
    driver.key(Qt.Key.Key_B, CONTROL)
    assert not is_covered(driver)
    assert window.screen_in_front is window.form
    assert QApplication.focusWidget() is focus


def test_a_card_shown_to_a_covered_window_opens_no_visit(driver: WindowDriver) -> None:
    camera = driver.conductor.camera
    driver.wait(lambda: camera.newest is not None, "no picture")
    driver.window.top_bar.cover_asked.emit()
    driver.wait(lambda: camera.newest is None, "the camera is still looking")
    driver.type(CARD)
    driver.key(Qt.Key.Key_Return)
    driver.settle()
    assert driver.conductor.visits.state.visit is None
    driver.key(Qt.Key.Key_B, CONTROL)
    driver.wait(lambda: camera.newest is not None, "the camera did not come back")
    driver.scan(cast().ede)

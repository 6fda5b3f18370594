"""Taking a reception back in the window: a countdown, one key, and from the register with a reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from journeys.driver import MONDAY
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QTableView
from pytestqt.qtbot import QtBot
from services.fakes import FixedClock
from services.people import cast, shown_card
from ui.window_driver import WindowDriver, window_in

from counter_app.ui.widgets.parts import Chip
from forms.answers import Value

ANSWERS: dict[str, Value] = {
    "address": "Số 12, ngõ 34 phố Mẫu, phường Thí Điểm, thành phố Hà Nội",
    "to_date": "2027-11-23",
    "residence_basis": "rented",
    "owner_consent": "sign",
}
CLOCK = FixedClock(MONDAY)


@pytest.fixture
def driver(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[WindowDriver]:
    """Open a fresh desk on which a dossier has just been received."""
    del qtbot
    CLOCK.moment = MONDAY
    with window_in(qapp, tmp_path, CLOCK, looks=lambda usual: replace(usual, language="en")) as opened:
        receive(opened)
        yield opened


def receive(driver: WindowDriver) -> None:
    """Serve one citizen up to the code."""
    window, visits = driver.window, driver.conductor.visits
    visits.use_card(shown_card(cast().new_mother))
    driver.wait(lambda: window.screen_in_front is window.procedure)
    driver.choose("tam tru")
    for field, value in ANSWERS.items():
        visits.declare(field, value, "")
    for slot in ("lease", "owner_consent"):
        visits.excuse(slot, "Xem bản chính, không lưu")
    driver.settle()
    driver.key(Qt.Key.Key_F6)
    driver.wait(lambda: window.screen_in_front is window.receive)
    driver.settle()
    driver.key(Qt.Key.Key_Return)
    driver.wait(lambda: visits.state.dossier is not None, "nothing was received")
    driver.settle()


def undo_of(driver: WindowDriver) -> QAction:
    return driver.find(QAction, "undo_reception")


def said(driver: WindowDriver) -> str:
    notice = driver.window.actions_bar.notices.notice
    return notice.text if notice else ""


def test_for_half_a_minute_one_key_makes_a_draft_of_it_again(driver: WindowDriver) -> None:
    visits = driver.conductor.visits
    dossier = visits.state.dossier
    assert dossier is not None
    assert undo_of(driver).isVisible()
    assert "30 s" in undo_of(driver).text()
    CLOCK.move(timedelta(seconds=12))
    driver.wait(lambda: "18 s" in undo_of(driver).text(), "the seconds did not go by")
    driver.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    driver.wait(lambda: visits.state.dossier is None and visits.sheet is not None, "it was not reopened")
    driver.settle()
    assert visits.sheet is not None
    assert visits.sheet.values["address"] == ANSWERS["address"]
    assert driver.window.screen_in_front is driver.window.receive
    assert said(driver) == f"{dossier.code} is void; the number stays in the register."
    assert not undo_of(driver).isVisible()
    driver.key(Qt.Key.Key_Return)
    driver.wait(lambda: visits.state.dossier is not None, "it could not be received again")
    assert visits.state.dossier is not None
    assert visits.state.dossier.number_of_day == 2


def test_once_time_is_up_the_key_only_says_what_to_do(driver: WindowDriver) -> None:
    CLOCK.move(timedelta(seconds=31))
    driver.wait(lambda: not undo_of(driver).isVisible(), "the offer stayed")
    driver.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    driver.wait(lambda: "can no longer be reopened" in said(driver), "nothing was said")
    assert driver.conductor.visits.state.dossier is not None


def test_the_next_citizen_is_not_offered_what_was_the_last_ones(driver: WindowDriver) -> None:
    driver.conductor.visits.leave()
    driver.settle()
    assert not undo_of(driver).isVisible()
    driver.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    driver.settle()
    assert not any(row.is_void for row in driver.opened.desk.register.today())


def test_in_the_register_it_is_voided_for_a_reason_by_keys_and_crossed_out(driver: WindowDriver) -> None:
    window = driver.window
    driver.conductor.visits.leave()
    driver.settle()
    driver.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    driver.wait(lambda: window.screen_in_front is window.register)
    driver.settle()
    (row,) = driver.opened.desk.register.today()
    window.register.row_opened.emit(row.dossier_id)
    driver.wait(lambda: window.register.opened_id != "")
    driver.settle()
    driver.find(QAbstractButton, "void_offer").setFocus()
    driver.key(Qt.Key.Key_Space)
    driver.settle()
    assert not driver.find(QAbstractButton, "void_box_confirm").isEnabled()
    driver.key(Qt.Key.Key_Return)  # the first usual reason has the focus
    assert driver.find(QLineEdit, "void_box_line").text() == "Nhập nhầm thủ tục"
    driver.key(Qt.Key.Key_Return)
    driver.wait(lambda: "is void" in said(driver), "it was not voided")
    driver.settle()
    assert driver.find(QLabel, "void_reason").text() == "Nhập nhầm thủ tục"
    assert driver.find(Chip, "void_chip").words == "void"
    assert not driver.find(QAction, "hand_over").isVisible()
    assert not [each for each in window.findChildren(QAbstractButton, "slip_fee") if each.isVisible()]
    driver.key(Qt.Key.Key_Escape)
    driver.settle()
    table = driver.find(QTableView, "register_table")
    shown = [table.model().index(0, at).data() for at in range(table.model().columnCount())]
    assert "void" in shown


def test_escape_leaves_the_question_and_the_dossier_as_it_is(driver: WindowDriver) -> None:
    window = driver.window
    driver.conductor.visits.leave()
    driver.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    driver.settle()
    (row,) = driver.opened.desk.register.today()
    window.register.row_opened.emit(row.dossier_id)
    driver.wait(lambda: window.register.opened_id != "")
    driver.settle()
    driver.find(QAbstractButton, "void_offer").click()
    driver.settle()
    driver.key(Qt.Key.Key_Escape)
    driver.settle()
    assert window.register.opened_id == row.dossier_id
    assert not window.findChildren(QLineEdit, "void_box_line")
    assert not any(each.is_void for each in driver.opened.desk.register.today())

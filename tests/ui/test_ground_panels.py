"""What a slip says is asked for in place, kept, and only then printed; all of it by keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from journeys.driver import MONDAY
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from services.fakes import FixedClock
from services.people import cast, shown_card
from ui.test_voiding import receive
from ui.window_driver import WindowDriver, window_in

from counter_app.domain.history import Deed
from counter_app.domain.processing import Wait
from counter_app.domain.slip import ASKED_ABOUT, SlipGround, SlipKind
from counter_app.ui.widgets.slip_panel import SlipPanel


@pytest.fixture
def driver(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[WindowDriver]:
    """Open a fresh desk."""
    del qtbot
    clock = FixedClock(MONDAY)
    with window_in(qapp, tmp_path, clock, looks=lambda usual: replace(usual, language="en")) as opened:
        yield opened


def open_in_register(driver: WindowDriver) -> str:
    """Receive a dossier and open it in the register."""
    receive(driver)
    driver.conductor.visits.leave()
    driver.window.rail.register_asked.emit()
    driver.settle()
    (row,) = driver.opened.desk.register.today()
    driver.window.register.row_opened.emit(row.dossier_id)
    driver.wait(lambda: driver.window.register.opened_id != "")
    driver.settle()
    return row.dossier_id


def press(driver: WindowDriver, name: str) -> None:
    driver.find(QAbstractButton, name).setFocus()
    driver.key(Qt.Key.Key_Space)
    driver.settle()


def stated(driver: WindowDriver, subject: str) -> tuple[SlipGround, ...]:
    return driver.opened.desk.slip_grounds.stated(subject)


def test_a_supplement_is_ticked_kept_and_stops_the_clock_while_escape_leaves_it(driver: WindowDriver) -> None:
    number = open_in_register(driver)
    press(driver, "slip_supplement")
    driver.key(Qt.Key.Key_Escape)
    driver.settle()
    assert stated(driver, number) == ()
    assert driver.window.register.opened_id == number
    press(driver, "slip_supplement")
    ticks = [
        box for box in driver.window.findChildren(QCheckBox) if box.objectName().startswith("ground_paper")
    ]
    assert not any(box.isChecked() for box in ticks)  # it was received: nothing that is always wanted lacks
    ticks[0].setChecked(True)
    driver.find(QLineEdit, "ground_reason").setFocus()
    driver.type("Bản sao mờ")
    driver.key(Qt.Key.Key_Return)
    driver.wait(lambda: bool(stated(driver, number)), "nothing was kept")
    driver.settle()
    (ground,) = stated(driver, number)
    assert (ground.kind, ground.reason, len(ground.papers)) == (SlipKind.SUPPLEMENT, "Bản sao mờ", 1)
    assert driver.opened.desk.times.standing(number).waiting == (Wait.SUPPLEMENT,)
    assert not driver.window.findChildren(QWidget, "ground")
    said = [each.text() for each in driver.window.findChildren(QLabel)]
    assert "Stated for a slip: Supplement request (02), Bản sao mờ" in said


def test_hand_overs_and_payments_are_appended_and_told(driver: WindowDriver) -> None:
    number = open_in_register(driver)
    press(driver, "slip_control_sheet")
    for text in ("Tư pháp – hộ tịch", "Lê Văn Mẫu"):
        line = "movement_unit" if text.startswith("Tư") else "movement_taker"
        driver.find(QLineEdit, line).setFocus()
        driver.type(text)
    driver.key(Qt.Key.Key_Return)
    driver.wait(lambda: bool(driver.opened.desk.movements.of(number)), "nothing was appended")
    driver.settle()
    assert driver.find(QLabel, "movement_row_0").text() == "Nguyễn Thị Mẫu to Lê Văn Mẫu, Tư pháp – hộ tịch"
    assert driver.find(QLineEdit, "movement_giver").text() == "Lê Văn Mẫu"
    press(driver, "slip_fee")
    fee = driver.opened.desk.register.reread(number)[0].fee
    assert driver.find(QLineEdit, "payment_amount").text() == str(fee)
    press(driver, "payment_keep")
    driver.wait(lambda: bool(driver.opened.desk.payments.of(number)), "nothing was noted")
    driver.settle()
    assert driver.find(QLabel, "payment_left").text() == "nothing"
    driver.find(QLineEdit, "payment_amount").setText("nhiều")
    press(driver, "payment_keep")
    notice = driver.window.actions_bar.notices.notice
    assert notice is not None
    assert "no amount" in notice.text
    assert len(driver.opened.desk.payments.of(number)) == 1


def test_what_says_only_what_is_known_is_printed_without_a_question(driver: WindowDriver) -> None:
    number = open_in_register(driver)
    offered = driver.opened.desk.slip_prints.offered(driver.opened.desk.register.reread(number)[0])
    known = [kind for kind in offered if kind not in ASKED_ABOUT]
    for kind in known:
        press(driver, f"slip_{kind}")
        assert not driver.window.findChildren(SlipPanel)
    with driver.opened.desk.store.work() as work:
        printed = [act.outcome for act in work.history_of(number) if act.deed is Deed.PRINTED_SLIP]
    assert printed == [kind.value for kind in known]


def test_before_reception_what_is_missing_is_asked_for_and_a_refusal_needs_a_reason(
    driver: WindowDriver,
) -> None:
    window, visits = driver.window, driver.conductor.visits
    visits.use_card(shown_card(cast().new_mother))
    driver.wait(lambda: window.screen_in_front is window.procedure)
    driver.choose("tam tru")
    driver.key(Qt.Key.Key_F6)
    driver.wait(lambda: window.screen_in_front is window.receive)
    driver.settle()
    assert visits.sheet is not None
    draft = visits.sheet.draft.draft_id
    driver.find(QAction, "request_before").trigger()
    driver.wait(lambda: bool(stated(driver, draft)), "nothing was asked for")
    driver.settle()
    (ground,) = stated(driver, draft)
    pack, missing = visits.sheet.procedure, visits.sheet.missing_papers
    assert [paper.name for paper in ground.papers] == [
        pack.form_name,
        *(line.paper.name for line in missing),
    ]
    driver.find(QAction, "refusal_before").trigger()
    driver.settle()
    driver.key(Qt.Key.Key_Return)
    driver.settle()
    assert len(stated(driver, draft)) == 1
    driver.find(QLineEdit, "ground_reason").setFocus()
    driver.type("Không thuộc thẩm quyền")
    driver.key(Qt.Key.Key_Return)
    driver.wait(lambda: len(stated(driver, draft)) == 2, "nothing was refused")
    driver.settle()
    assert stated(driver, draft)[1].kind is SlipKind.REFUSAL
    assert not window.findChildren(QWidget, "ground")

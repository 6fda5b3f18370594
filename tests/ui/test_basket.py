"""Several procedures of one citizen and a life event, in the real window, by keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from journeys.driver import MONDAY
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QLabel
from pytestqt.qtbot import QtBot
from services.fakes import FixedClock
from services.people import cast
from ui.window_driver import WindowDriver, window_in

from counter_app.bootstrap.desk import RESOURCES
from counter_app.domain.dossier import Dossier
from forms.example import read_example


@pytest.fixture
def driver(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[WindowDriver]:
    """Open a fresh desk in its window."""
    del qtbot  # its watch over Qt's own messages is what is wanted of it
    with window_in(qapp, tmp_path, FixedClock(MONDAY)) as opened:
        yield opened


def answer(driver: WindowDriver, example: str) -> None:
    """Give every answer of an example, as if it were typed."""
    sheet = driver.conductor.visits.sheet
    assert sheet is not None
    said = read_example(RESOURCES / "examples" / f"{example}.toml", sheet.definition, today=sheet.today)
    for name, value in said.answers.items():
        driver.conductor.visits.declare(name, value, "")
    for slot, reason in said.excuses.items():
        driver.conductor.visits.excuse(slot, reason)
    driver.settle()


def procedure_at_hand(driver: WindowDriver) -> str:
    sheet = driver.conductor.visits.sheet
    return sheet.procedure.code if sheet else ""


def add(driver: WindowDriver, code: str) -> None:
    """Go to the procedures, look for one, and add it."""
    driver.key(Qt.Key.Key_F3)
    driver.wait(lambda: driver.window.screen_in_front is driver.window.procedure, "no procedures")
    driver.type(code)
    driver.key(Qt.Key.Key_Return)
    turned(driver, code)


def turned(driver: WindowDriver, code: str) -> None:
    """Wait until another form is at hand."""
    driver.wait(lambda: procedure_at_hand(driver) == code, f"{code} was not turned to")


def review(driver: WindowDriver) -> None:
    """Go to the last step and wait until it can be read out."""
    driver.key(Qt.Key.Key_F6)
    driver.wait(lambda: driver.window.screen_in_front is driver.window.receive, "no last step")
    driver.wait(driver.window.receive.primary.isEnabled, "something is still missing")
    together = driver.window.receive
    driver.wait(lambda: any(one.isVisible() for one in together.findChildren(QLabel, "together_total")))


def received(driver: WindowDriver) -> tuple[Dossier, ...]:
    """Receive by Enter and give what was received."""
    review(driver)
    driver.key(Qt.Key.Key_Return)
    driver.wait(lambda: bool(driver.conductor.visits.state.together), "nothing was received")
    return driver.conductor.visits.state.together


def test_another_procedure_is_added_turned_to_left_out_and_received_together(driver: WindowDriver) -> None:
    driver.scan(cast().ede)
    driver.choose("1.004194")
    answer(driver, "1.004194")
    driver.conductor.visits.declare("phone", "0900000345", "")
    driver.settle()
    add(driver, "1.010041")
    sheet = driver.conductor.visits.sheet
    assert sheet is not None
    assert sheet.filled.value("phone") == "0900000345"
    assert driver.find(QAbstractButton, "basket_1").isChecked()
    driver.key(Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    turned(driver, "1.004194")
    driver.find(QAbstractButton, "basket_take_out").click()
    turned(driver, "1.010041")
    assert not driver.window.basket.isVisible()
    add(driver, "1.004194")
    answer(driver, "1.004194")
    dossiers = received(driver)
    assert {one.procedure_code for one in dossiers} == {"1.010041", "1.004194"}
    driver.wait(lambda: bool(driver.window.findChildren(QFrame, "filed_together")), "no list of dossiers")
    assert driver.find(QLabel, "together_code_1").text() == dossiers[1].code


def test_what_another_form_of_the_basket_lacks_is_said_before_and_enter_on_it_goes_there(
    driver: WindowDriver,
) -> None:
    driver.scan(cast().ede)
    driver.choose("1.004194")
    add(driver, "1.010041")
    answer(driver, "1.010041")
    driver.key(Qt.Key.Key_F6)
    receive = driver.window.receive
    driver.wait(lambda: driver.window.screen_in_front is receive, "no last step")
    driver.wait(lambda: receive.primary.text().startswith("Còn thiếu: "), "nothing was said to be missing")
    driver.settle()
    line = driver.find(QAbstractButton, "ask_form_0")
    assert line.text().startswith("Đăng ký tạm trú: còn thiếu ")
    while not line.hasFocus():
        driver.key(Qt.Key.Key_Tab)
    driver.key(Qt.Key.Key_Return)
    turned(driver, "1.004194")
    driver.wait(lambda: driver.window.screen_in_front is driver.window.form, "its form was not shown")


def test_a_life_event_is_one_row_one_form_and_several_dossiers(driver: WindowDriver) -> None:
    driver.scan(cast().new_mother)
    driver.key(Qt.Key.Key_2)
    rows = driver.window.procedure.findChildren(QAbstractButton)
    next(row for row in rows if cast().new_born.full_name in row.text()).click()
    driver.type("lien thong khai sinh")
    driver.key(Qt.Key.Key_Return)
    turned(driver, "3.000722")
    answer(driver, "3.000722-mother")
    review(driver)
    assert driver.find(QLabel, "together_total").text() == "24.000 đồng"
    dossiers = received(driver)
    assert [one.procedure_code for one in dossiers] == ["1.001193", "1.004222", "0.000021", "1.116410"]
    driver.wait(lambda: bool(driver.window.findChildren(QFrame, "filed_together")), "no list of dossiers")
    assert dossiers[0].code[-4:] in driver.find(QLabel, "together_waits_1").text()
    driver.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    driver.wait(lambda: driver.window.screen_in_front is driver.window.register, "no register")
    driver.window.register.row_opened.emit(dossiers[2].dossier_id)
    page = driver.window.register
    driver.wait(lambda: bool(page.findChildren(QFrame, "filed_together")), "the register shows no link")
    driver.wait(lambda: page.findChild(QLabel, "together_code_3") is not None)

"""A child without a number yet: begun from a parent's card, received, and found by the name it was given."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from journeys.driver import MONDAY, text_of
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from services.fakes import FixedClock
from services.people import cast
from ui.window_driver import WindowDriver, window_in

from counter_app.bootstrap.desk import RESOURCES
from forms.example import read_example
from printing.sheet import PaperSize

MOTHER = cast().new_mother


@pytest.fixture
def driver(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[WindowDriver]:
    """Open a fresh desk in its window."""
    del qtbot  # its watch over Qt's own messages is what is wanted of it
    with window_in(qapp, tmp_path, FixedClock(MONDAY)) as opened:
        yield opened


def begin(driver: WindowDriver, query: str) -> None:
    """Begin a procedure for a new-born by the mother's card, by keys alone."""
    driver.scan(MOTHER)
    driver.settle()
    driver.key(Qt.Key.Key_2)
    row = next(
        row
        for row in driver.window.procedure.findChildren(QAbstractButton)
        if row.objectName().startswith("relative_") and "chưa có số" in row.text()
    )
    while not row.hasFocus():
        driver.key(Qt.Key.Key_Down)
    driver.key(Qt.Key.Key_Return)
    driver.type(query)
    driver.key(Qt.Key.Key_Return)
    driver.wait(lambda: driver.window.screen_in_front is driver.window.form, "no form was begun")


def answer(driver: WindowDriver, example: str) -> str:
    """Give every answer of an example, as if it were typed, and the child's name among them."""
    visits = driver.conductor.visits
    assert visits.sheet is not None
    path = RESOURCES / "examples" / f"{example}.toml"
    said = read_example(path, visits.sheet.definition, today=visits.sheet.today)
    for name, value in said.answers.items():
        visits.declare(name, value, "")
    for slot, reason in said.excuses.items():
        visits.excuse(slot, reason)
    driver.settle()
    return str(said.answers["child_full_name"])


def test_a_linked_birth_is_received_for_a_child_without_a_number(driver: WindowDriver) -> None:
    begin(driver, "lien thong khai sinh")
    name = answer(driver, "3.000722-mother")
    driver.key(Qt.Key.Key_F6)
    driver.wait(lambda: driver.window.screen_in_front is driver.window.receive, "no last step")
    driver.wait(driver.window.receive.primary.isEnabled, "something is still missing")
    driver.settle()
    assert driver.find(QLabel, "review_holder").text() == name
    driver.key(Qt.Key.Key_Return)
    driver.wait(lambda: bool(driver.conductor.visits.state.together), "nothing was received")
    driver.settle()
    assert driver.find(QLabel, "filed_holder").text() == name
    desk, dossiers = driver.opened.desk, driver.conductor.visits.state.together
    assert {(one.applicant.citizen_id, one.holder, one.child_name) for one in dossiers} == {
        (MOTHER.citizen_id, None, name)
    }
    rows = desk.register.search(name)
    assert {row.dossier_id for row in rows} == {one.dossier_id for one in dossiers}
    assert {(row.holder_name, row.masked_id) for row in rows} == {(name, "")}
    assert len(desk.register.search(MOTHER.citizen_id.digits)) == len(dossiers)
    paper = text_of(desk.paperwork.preview(dossiers[0], PaperSize.A4))
    assert f"Nộp hồ sơ thay cho: {name}" in paper


def test_the_joint_declaration_is_printed_again_from_the_register(
    driver: WindowDriver, tmp_path: Path
) -> None:
    begin(driver, "lien thong khai sinh")
    name = answer(driver, "3.000722-mother")
    driver.conductor.visits.receive()
    driver.wait(lambda: bool(driver.conductor.visits.state.together), "nothing was received")
    driver.settle()
    window, last = driver.window, driver.conductor.visits.state.together[-1]
    driver.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    driver.wait(lambda: window.screen_in_front is window.register, "no register")
    window.register.row_opened.emit(last.dossier_id)
    driver.wait(lambda: window.register.opened_id == last.dossier_id, "the dossier was not opened")
    driver.settle()
    driver.key(Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)
    driver.wait(lambda: window.screen_in_front is window.declaration, "the paper was not shown")
    driver.key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    dialog = driver.find(QFileDialog, "save_declaration_dialog")
    dialog.fileSelected.emit(str(tmp_path / "a.pdf"))
    dialog.close()
    driver.settle()
    assert name in text_of((tmp_path / "a.pdf").read_bytes())
    driver.find(QPushButton, "leave_declaration_button").click()
    driver.wait(lambda: window.screen_in_front is window.register, "the register did not come back")
    driver.settle()
    said = [label.text() for label in window.register.findChildren(QLabel)]
    assert "In tờ khai" in said

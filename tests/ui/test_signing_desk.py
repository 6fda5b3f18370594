"""An office that signs, in its window and by keys: asked once a shift, refused words, unsigned knowingly."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from gateways.signing_keys import HOLDER, PASSWORD, write_key_file
from journeys.driver import MONDAY, DeskDriver
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from services.fakes import FixedClock
from services.people import cast
from ui.window_driver import WindowDriver, window_in

from counter_app.domain.paper import Paper
from counter_app.gateways.signer import PdfSignatures
from counter_app.services.signing import Unsigned
from counter_app.ui.widgets.password_question import PasswordQuestion
from printing.sheet import PaperSize

PLACE = {"address": "Số 12, phố Mẫu", "to_date": "23/11/2027", "residence_basis": "rented"}


@pytest.fixture
def driver(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[WindowDriver]:
    """Open a desk whose settings name a key file, with a complete form at its last step."""
    del qtbot  # its watch over Qt's own messages is what is wanted of it
    write_key_file(tmp_path / "key.p12")
    (tmp_path / "counter.toml").write_text('[signature]\nfile = "key.p12"\npapers = true\n', encoding="utf-8")
    with window_in(qapp, tmp_path, FixedClock(MONDAY)) as opened:
        before = DeskDriver(opened.opened)
        before.show_card(cast().ede)
        sheet = before.choose("1.004194")
        before.answer({**PLACE, "owner_consent": "sign"})
        before.add_page("lease")
        opened.conductor.visits.resume(sheet.draft.draft_id)
        opened.wait(lambda: opened.conductor.visits.sheet is not None)
        opened.settle()
        opened.key(Qt.Key.Key_F6)
        opened.wait(lambda: opened.window.screen_in_front is opened.window.receive)
        opened.settle()
        yield opened


def ask(driver: WindowDriver) -> None:
    """Press Enter to receive, and wait for the question."""
    driver.key(Qt.Key.Key_Return)
    driver.wait(lambda: question(driver).isVisible(), "the password was not asked for")
    driver.wait(driver.find(QLineEdit, "password_line").hasFocus, "the question is not in front")


def question(driver: WindowDriver) -> PasswordQuestion:
    found = driver.window.findChild(PasswordQuestion, "password_question")
    assert found
    return found


def signed_lines(driver: WindowDriver) -> list[QLabel]:
    return [line for line in driver.window.findChildren(QLabel, "signed_lease") if line.isVisible()]


def received(driver: WindowDriver) -> Paper:
    """Wait for the dossier and give its paper."""
    visits = driver.conductor.visits
    driver.wait(lambda: visits.state.dossier is not None, "it was not received")
    driver.settle()
    assert visits.state.dossier
    (paper,) = visits.state.dossier.papers
    return paper


def handed_out(driver: WindowDriver) -> tuple[str, Unsigned | None]:
    """Print the acknowledgement: who signed it, or why nobody did."""
    dossier = driver.conductor.visits.state.dossier
    assert dossier
    printout = driver.opened.desk.paperwork.acknowledgement(dossier.dossier_id, "NTM", PaperSize.A4)
    facts = PdfSignatures().verify(printout.pdf)
    assert facts is None or facts.is_intact
    return facts.holder if facts else "", printout.unsigned


def test_the_password_is_typed_once_and_the_paper_says_who_signed_it(driver: WindowDriver) -> None:
    ask(driver)
    driver.type("falsch")
    driver.key(Qt.Key.Key_Return)
    outcome = question(driver).findChild(QLabel, "password_outcome")
    assert outcome
    driver.wait(outcome.isVisible, "nothing was said")
    assert driver.conductor.visits.state.dossier is None
    driver.wait(driver.find(QLineEdit, "password_line").hasFocus)
    driver.type(PASSWORD)
    driver.key(Qt.Key.Key_Return)
    paper = received(driver)
    assert paper.document
    assert paper.document.signed_by == HOLDER
    assert not driver.opened.desk.signing.must_ask
    assert driver.opened.desk.signing.checked((paper,))["lease"].is_intact
    assert handed_out(driver) == (HOLDER, None)
    assert PASSWORD not in {line.text() for line in driver.window.findChildren(QLineEdit)}
    driver.conductor.visits.leave()
    driver.window.rail.register_asked.emit()
    driver.wait(lambda: driver.window.screen_in_front is driver.window.register)
    (row,) = driver.opened.desk.register.today()
    driver.window.register.row_opened.emit(row.dossier_id)
    driver.wait(lambda: any(HOLDER in line.text() for line in signed_lines(driver)), "no signature is shown")


def test_it_is_received_unsigned_only_where_that_was_chosen(driver: WindowDriver) -> None:
    ask(driver)
    driver.key(Qt.Key.Key_Escape)
    driver.wait(lambda: not question(driver).isVisible())
    driver.settle()
    assert driver.conductor.visits.state.dossier is None
    driver.window.receive.primary.trigger()
    driver.wait(lambda: question(driver).isVisible())
    driver.wait(driver.find(QLineEdit, "password_line").hasFocus)
    driver.find(QPushButton, "password_without").setFocus(Qt.FocusReason.TabFocusReason)
    driver.key(Qt.Key.Key_Space)
    paper = received(driver)
    assert paper.document
    assert paper.document.signed_by == ""
    assert handed_out(driver) == ("", Unsigned.LOCKED)

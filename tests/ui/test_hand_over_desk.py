"""An outcome is handed over in the window, by keys: pages taken, who takes it named, found again once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from journeys.driver import MONDAY, DeskDriver
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from services.fakes import FixedClock
from services.people import cast, words
from ui.window_driver import WindowDriver, window_in

from counter_app.domain.dossier import Dossier
from counter_app.domain.typed_scan import read_sent
from counter_app.gateways.specimen.cards import card_of
from counter_app.ui.widgets.hand_over_view import HandOverView

EXTRACT = "2.000635"


@pytest.fixture
def driver(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[WindowDriver]:
    """Open a fresh desk in its window; SANE knows no device here."""
    del qtbot  # its watch over Qt's own messages is what is wanted of it
    (tmp_path / "dll.conf").write_text("")
    monkeypatch.setenv("SANE_CONFIG_DIR", str(tmp_path))
    with window_in(qapp, tmp_path / "desk", FixedClock(MONDAY)) as opened:
        yield opened


@pytest.fixture
def received(driver: WindowDriver) -> Dossier:
    """Have received a dossier, and open its page in the register."""
    before = DeskDriver(driver.opened)
    before.show_card(cast().ede)
    before.choose(EXTRACT)
    before.answer_as_in_the_example()
    dossier = before.receive()
    driver.window.rail.register_asked.emit()
    driver.wait(lambda: driver.window.screen_in_front is driver.window.register)
    driver.window.register.row_opened.emit(dossier.dossier_id)
    driver.wait(lambda: hand_over_action(driver).isVisible(), "nothing can be handed over")
    driver.settle()
    return dossier


def hand_over_action(driver: WindowDriver) -> QPushButton:
    return next(
        each for each in driver.window.findChildren(QPushButton) if each.objectName() == "hand_over_button"
    )


def view_of(driver: WindowDriver) -> HandOverView:
    found = driver.window.findChild(HandOverView, "hand_over_view")
    assert found
    return found


def open_view(driver: WindowDriver) -> HandOverView:
    """Press the action's key and wait for the question."""
    view = view_of(driver)
    driver.key(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    driver.wait(view.isVisible, "the question did not open")
    driver.wait(driver.find(QLineEdit, "outcome_name").hasFocus, "the question is not in front")
    return view


def press(driver: WindowDriver, name: str) -> None:
    driver.find(QPushButton, name).setFocus(Qt.FocusReason.TabFocusReason)
    driver.key(Qt.Key.Key_Space)


def test_an_outcome_is_taken_named_and_handed_over_once(driver: WindowDriver, received: Dossier) -> None:
    view = open_view(driver)
    driver.type(" (bản sao)")
    press(driver, "practice_outcome")
    driver.wait(lambda: view.index == 0, "no page was taken")
    driver.settle()
    driver.find(QLineEdit, "outcome_name").setFocus(Qt.FocusReason.TabFocusReason)
    driver.key(Qt.Key.Key_Return)
    driver.wait(lambda: not view.isVisible(), "it was not handed over")
    driver.settle()
    outcome = driver.opened.desk.hand_over.outcome(received.dossier_id)
    assert outcome
    assert outcome.paper.name.endswith("(bản sao)")
    assert outcome.recipient.citizen_id == cast().ede.citizen_id
    assert cast().ede.full_name in driver.find(QLabel, "handed_over_to").text()
    assert not hand_over_action(driver).isVisible()


def test_an_outcome_comes_from_a_scanner_by_keys_and_esc_leads_back_one_step_at_a_time(
    driver: WindowDriver, received: Dossier
) -> None:
    del received
    view = open_view(driver)
    press(driver, "scan_outcome")
    begin = driver.find(QPushButton, "begin_outcome_scan")
    driver.wait(begin.isEnabled, "no scanner was offered")
    driver.key(Qt.Key.Key_Return)
    driver.wait(lambda: not view.scans, "the scan did not end")
    driver.settle()
    assert view.index == 1
    press(driver, "scan_outcome")
    driver.wait(lambda: view.scans)
    driver.key(Qt.Key.Key_Escape)
    driver.wait(lambda: not view.scans)
    driver.key(Qt.Key.Key_Escape)
    driver.wait(lambda: not view.isVisible())
    driver.settle()


def test_a_card_shown_meanwhile_is_whoever_takes_it_away_and_begins_no_visit(
    driver: WindowDriver, received: Dossier
) -> None:
    del received
    view = open_view(driver)
    card = card_of(cast().mong, words())
    assert card
    driver.conductor.desks.scans._take(read_sent(card.payload))
    assert driver.find(QComboBox, "outcome_recipient").currentText() == cast().mong.full_name
    assert driver.conductor.visits.state.visit is None
    driver.conductor.desks.scans._take(read_sent("no card"))
    assert driver.find(QLabel, "hand_over_said").text()
    driver.key(Qt.Key.Key_Escape)
    driver.wait(lambda: not view.isVisible())
    driver.settle()


def test_a_page_is_thrown_away_before_it_is_handed_over(driver: WindowDriver, received: Dossier) -> None:
    view = open_view(driver)
    for _ in range(2):
        press(driver, "practice_outcome")
        driver.settle()
    driver.wait(lambda: view.index == 1)
    view.page_removed.emit(1)
    driver.settle()
    driver.wait(lambda: view.index == 0)
    view.page_removed.emit(0)
    driver.wait(lambda: view.index is None)
    assert not driver.find(QPushButton, "hand_over_done").isEnabled()
    driver.key(Qt.Key.Key_Escape)
    driver.wait(lambda: not view.isVisible())
    driver.settle()
    assert driver.opened.desk.hand_over.outcome(received.dossier_id) is None

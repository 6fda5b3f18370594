"""Closing the shift in the window: counted, gaps explained, closed and printed, all by keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from journeys.driver import MONDAY
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from services.fakes import FixedClock
from ui.test_voiding import receive
from ui.window_driver import WindowDriver, window_in

from counter_app.domain.tally import Closing
from counter_app.ui.widgets.book_view import BookView
from counter_app.ui.widgets.closing_view import ClosingView


@pytest.fixture
def driver(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[WindowDriver]:
    """Open a fresh desk."""
    del qtbot
    clock = FixedClock(MONDAY)
    with window_in(qapp, tmp_path, clock, looks=lambda usual: replace(usual, language="en")) as opened:
        yield opened


def begin(driver: WindowDriver) -> ClosingView:
    """Ask for the closing from the register."""
    driver.window.rail.register_asked.emit()
    driver.settle()
    driver.find(QAction, "close_shift").trigger()
    view = driver.find(ClosingView, "closing_view")
    driver.settle()
    return view


def closings(driver: WindowDriver) -> tuple[Closing, ...]:
    with driver.opened.desk.store.work() as work:
        return work.records_on(Closing, MONDAY.date())


def test_an_empty_shift_balances_and_closes_with_enter(driver: WindowDriver) -> None:
    view = begin(driver)
    assert any(each.text().startswith("Yes: ") for each in view.findChildren(QLabel))
    QTest.keyClick(QApplication.focusWidget() or view, Qt.Key.Key_Return)
    driver.wait(lambda: not view.isVisible(), "it was not closed")
    driver.settle()
    (closing,) = closings(driver)
    assert closing.tally.is_balanced
    assert not view.isVisible()


def test_what_does_not_agree_is_named_and_a_gap_is_explained_in_place(driver: WindowDriver) -> None:
    with driver.opened.desk.store.work() as work:
        work.next_number(driver.conductor.visits.duty.office.code, MONDAY.date())
        work.commit()
    receive(driver)
    driver.conductor.visits.leave()
    view = begin(driver)
    said = [each.text() for each in view.findChildren(QLabel)]
    assert "Number 1 was given, and no dossier stands under it" in said
    assert any(each.endswith(": no acknowledgement has come out") for each in said)
    driver.find(QPushButton, "gap_box_power").click()
    driver.find(QPushButton, "gap_box_confirm").click()
    driver.settle()
    said = [each.text() for each in view.findChildren(QLabel) if each.isVisible()]
    assert "Number 1 was given, and no dossier stands under it" not in said
    assert "Máy mất điện hoặc bị tắt khi đang cấp số" in said
    QTest.keyClick(view, Qt.Key.Key_Escape)
    driver.settle()
    assert closings(driver) == ()


def test_the_registers_pages_of_any_days_are_printed_by_keys(driver: WindowDriver) -> None:
    receive(driver)
    driver.conductor.visits.leave()
    driver.window.rail.register_asked.emit()
    driver.settle()
    driver.find(QAction, "register_book").trigger()
    view, asked = driver.find(BookView, "book_view"), driver.find(QLineEdit, "book_from")
    driver.find(QLineEdit, "book_to").clear()
    asked.setText("31/2/2026")
    QTest.keyClick(asked, Qt.Key.Key_Return)
    assert driver.find(QLabel, "book_said").text().startswith("This is no day")
    asked.setText("11/2026")
    QTest.keyClick(asked, Qt.Key.Key_Return)
    driver.wait(lambda: not view.isVisible(), "nothing was drawn")
    driver.wait(lambda: any(driver.opened.folder.rglob("*.pdf")), "nothing came out")

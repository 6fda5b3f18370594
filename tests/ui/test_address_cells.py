"""Addresses in the cells of a table: completed and said as of today, as in a field of their own."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot
from ui.builders import RESOURCES

from counter_app.services.whereabouts import Whereabouts
from counter_app.ui.widgets.field_address import AddressAsked, AddressTold
from counter_app.ui.widgets.field_row import FieldRow, FieldState
from forms.answers import Answer, Row
from forms.definition import Field, FieldKind

COLUMNS = (
    Field("full_name", "Họ và tên", "Name", FieldKind.TEXT, max_length=60),
    Field("lives_at", "Nơi cư trú", "Lives at", FieldKind.ADDRESS, max_length=500),
)
GUESTS = Field("guests", "Người lưu trú", "Guests", FieldKind.TABLE, columns=COLUMNS)
TODAY = date(2026, 11, 23)
OLD = "Tổ 5, Yên Thường, Gia Lâm, Hà Nội"


class Table:
    """A table on a form whose questions are answered when the test says so."""

    def __init__(self, qtbot: QtBot, *rows: Row) -> None:
        self.row = FieldRow(GUESTS)
        self.asked: list[AddressAsked] = []
        self._whereabouts = Whereabouts(RESOURCES / "units")
        qtbot.addWidget(self.row)
        self.row.address_asked.connect(self.asked.append)
        self.row.resize(700, 300)
        self.row.show()
        self.row.activateWindow()
        QTest.qWaitForWindowActive(self.row)
        self.show(*rows)

    def show(self, *rows: Row) -> None:
        """Show these rows as the form's answer."""
        self.row.show_state(FieldState(Answer(tuple(rows)), (), TODAY))

    def tell(self) -> None:
        """Answer what was asked, as the desk does."""
        while self.asked:
            asked = self.asked.pop(0)
            look = self._whereabouts.complete if asked.being_typed else self._whereabouts.today_of
            self.row.show_address(AddressTold(asked, look(asked.text)))

    def type(self, line: int, text: str) -> None:
        """Type into an address, each key answered."""
        cell = self.row.findChild(QPlainTextEdit, f"field_guests_{line}_lives_at")
        assert cell is not None
        cell.setFocus()
        for letter in text:
            press(Qt.Key.Key_unknown, letter)
            self.tell()

    def offered(self, line: int) -> list[str]:
        """Read the list below a cell, if it is in sight."""
        found = self.row.findChild(QListWidget, f"proposals_guests_{line}_lives_at")
        if found is None or not found.isVisible():
            return []
        return [found.item(at).text() for at in range(found.count())]

    def said(self, line: int) -> str:
        """Read what stands below a cell about today's units."""
        found = self.row.findChild(QLabel, f"today_guests_{line}_lives_at")
        return found.text() if found is not None and found.isVisible() else ""


def press(key: Qt.Key, text: str = "") -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(focused, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))


@pytest.fixture
def table(qtbot: QtBot) -> Table:
    """Show two guests, the second with an address of before July 2025."""
    made = Table(qtbot, {"full_name": "Lê An", "lives_at": ""}, {"full_name": "Lê Bình", "lives_at": OLD})
    made.tell()
    return made


def test_a_half_typed_address_in_a_cell_is_completed_there_and_nowhere_else(table: Table) -> None:
    table.type(0, "Tổ 5, phu do")
    assert table.offered(0)[0] == "xã Phù Đổng, thành phố Hà Nội"
    assert table.offered(1) == []
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    rows = table.row.value()
    assert isinstance(rows, tuple)
    assert rows[0]["lives_at"] == "Tổ 5, xã Phù Đổng, thành phố Hà Nội"
    assert rows[1]["lives_at"] == OLD


def test_an_older_address_in_a_cell_is_said_as_of_today_and_written_by_one_press(table: Table) -> None:
    assert table.said(1) == "In today's units: Tổ 5, xã Phù Đổng, thành phố Hà Nội"
    assert table.said(0) == ""
    settled: list[str] = []
    table.row.settled.connect(settled.append)
    take = table.row.findChild(QPushButton, "take_today_guests_1_lives_at")
    assert take is not None
    assert take in table.row.stops()
    take.setFocus()
    table.row.take_today()
    rows = table.row.value()
    assert isinstance(rows, tuple)
    assert rows[1]["lives_at"] == "Tổ 5, xã Phù Đổng, thành phố Hà Nội"
    assert settled == ["guests"]
    assert table.said(1) == ""


def test_an_answer_for_a_row_that_was_taken_away_is_passed_over(table: Table) -> None:
    table.show({"full_name": "Lê An", "lives_at": ""})
    gone = AddressAsked("guests", OLD, being_typed=False, cell="address_guests_1_lives_at")
    table.asked.append(gone)
    table.tell()
    assert table.said(0) == ""


def test_an_address_typed_into_a_cell_is_read_once_typing_rests(table: Table) -> None:
    table.type(0, "Tổ 5, P. Bến Nghé, Q.1, TP.HCM")
    rows = table.row.value()
    assert isinstance(rows, tuple)
    table.show(*rows)
    table.tell()
    assert table.said(0) == "In today's units: Tổ 5, phường Sài Gòn, thành phố Hồ Chí Minh"

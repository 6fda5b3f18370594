"""What an inspector sees, and the question before a dossier opens: by keys alone."""

from collections.abc import Iterator

import pytest
from contracts.samples import MORNING
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from counter_app.domain.history_check import Break, Damage
from counter_app.domain.look import Purpose
from counter_app.services.held_data import HeldData, HeldKind, HeldPiece, Part
from counter_app.services.inspection import Oddity, OddLook, Wholeness
from counter_app.ui.screens.register import RegisterScreen
from counter_app.ui.widgets.inspection_view import InspectionView


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[InspectionView]:
    window = QWidget()
    qtbot.addWidget(window)
    made = InspectionView(window)
    made.begin()
    yield made
    made.close()


def said(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel))


def test_breaks_and_odd_looks_are_named_with_their_place(view: InspectionView, qtbot: QtBot) -> None:
    broken = Wholeness(12, 10, (Break(Damage.MISSING, 3, 4),))
    view.show_found(broken, (OddLook(Oddity.MANY, "cb.02", 7, MORNING, 45),))
    assert "Lines 3 to 4: taken out" in said(view)
    assert "cb.02 · looked 45 times within an hour" in said(view)
    view.show_found(Wholeness(12, 10, ()), ())
    qtbot.waitUntil(lambda: "Lines 3 to 4" not in said(view))


def test_a_number_is_asked_by_enter_and_its_sheet_printed(view: InspectionView, qtbot: QtBot) -> None:
    number, sheet = (
        view.findChild(QLineEdit, "inspection_number"),
        view.findChild(QPushButton, "inspection_print"),
    )
    assert isinstance(number, QLineEdit)
    assert isinstance(sheet, QPushButton)
    assert sheet.isHidden()
    with qtbot.waitSignal(view.number_asked) as asked:
        QTest.keyClicks(number, "000190000017")
        QTest.keyClick(number, Qt.Key.Key_Return)
    assert asked.args == ["000190000017"]
    piece = HeldPiece(HeldKind.DOSSIER, "H26.99-261120-0004", MORNING, Part.HOLDER)
    held = HeldData("000190000017", MORNING, "cb.01", (piece,), 2, is_held=False)
    view.show_held(held)
    assert "dossier H26.99-261120-0004 · holder · 14/01/2026" in said(view)
    with qtbot.waitSignal(view.sheet_wanted) as wanted:
        sheet.click()
    assert wanted.args == [held]
    view.begin()
    qtbot.waitUntil(lambda: "H26.99-261120-0004" not in said(view))


def test_what_a_dossier_is_opened_for_is_answered_by_a_figure_or_enter(qtbot: QtBot) -> None:
    screen = RegisterScreen()
    qtbot.addWidget(screen)
    screen.show()
    for key, purpose in ((Qt.Key.Key_2, Purpose.FOLLOW_UP), (Qt.Key.Key_4, Purpose.COMPLAINT)):
        screen.ask_purpose("dossier-7")
        with qtbot.waitSignal(screen.opening_wanted) as opened:
            QTest.keyClick(screen._purpose._answers[0], key)
        assert opened.args == ["dossier-7", purpose]
        assert screen._purpose.isHidden()

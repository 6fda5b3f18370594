"""A hand scanner that types is told from fingers, and never leaves a letter in a field."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from ui.scanner_hands import CARD, FINGERS_MS, Hands

from counter_app.ui.key_burst import KeyBurst, KeyedScan, Typing
from counter_app.ui.widgets.scanner_keys import ScannerKeys

WEB = "https://example.invalid/a-long-address-of-some-office"


class Counting(QWidget):
    """A widget that answers to digits, as the question for whom does."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.answered = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's own name
        """Take every key as an answer."""
        self.answered += event.text()


class Window(QWidget):
    """A line, a text, a choice, a question and a button, with a scanner's ear at the window."""

    def __init__(self) -> None:
        super().__init__()
        self.line, self.area, self.choice = QLineEdit(), QPlainTextEdit(), QComboBox()
        self.question, self.button = Counting(), QPushButton("x")
        self.choice.addItems(["Nam", "Nữ", "000 other"])
        column = QVBoxLayout(self)
        for part in (self.line, self.area, self.choice, self.question, self.button):
            column.addWidget(part)
        self.anything = False
        self.scans: list[KeyedScan] = []
        self.keys = ScannerKeys(self, lambda: self.anything)
        self.keys.scanned.connect(self.scans.append)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    made = Window()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    QTest.qWaitForWindowActive(made)
    yield made
    made.hide()


@pytest.fixture
def hands() -> Hands:
    return Hands()


def test_a_card_that_runs_into_a_line_leaves_it_as_it_was(window: Window, hands: Hands) -> None:
    window.line.setFocus()
    window.line.setText("Nguyễn")
    window.line.setCursorPosition(3)
    edited: list[str] = []
    window.line.textEdited.connect(edited.append)
    hands.press(window.line, CARD + "\r")
    assert (window.line.text(), window.line.cursorPosition()) == ("Nguyễn", 3)
    assert edited[-1] == "Nguyễn"
    assert window.scans == [KeyedScan(CARD)]


def test_a_card_longer_than_any_is_taken_for_none() -> None:
    burst = KeyBurst()
    for letter in CARD.ljust(2_000, "x"):
        burst.feed(letter, 1)
    assert burst.finish() == KeyedScan(CARD.ljust(2_000, "x"))
    for letter in CARD.ljust(2_001, "x"):
        burst.feed(letter, 1)
    assert burst.finish() == KeyedScan("")


def test_a_text_and_a_choice_are_put_back_too(window: Window, hands: Hands) -> None:
    window.area.setFocus()
    window.area.setPlainText("Kính gửi")
    hands.press(window.area, CARD + "\r")
    hands.at_ms += 5_000
    window.choice.setFocus()
    window.choice.setCurrentIndex(1)
    hands.press(window.choice, CARD + "\r")
    assert (window.area.toPlainText(), window.choice.currentIndex()) == ("Kính gửi", 1)
    assert window.scans == [KeyedScan(CARD)] * 2


def test_no_digit_of_a_card_answers_a_question(window: Window, hands: Hands) -> None:
    window.question.setFocus()
    hands.press(window.question, CARD + "\r")
    assert window.question.answered == "0"
    assert window.scans == [KeyedScan(CARD)]


def test_digits_that_were_no_card_after_all_come_late_but_in_order(
    window: Window, hands: Hands, qtbot: QtBot
) -> None:
    window.question.setFocus()
    hands.press(window.question, "123")
    assert window.question.answered == "1"
    qtbot.waitUntil(lambda: window.question.answered == "123")
    hands.press(window.question, "45x")
    assert window.question.answered == "12345x"


def test_the_end_of_a_scan_presses_no_button(window: Window, hands: Hands) -> None:
    window.button.setFocus()
    pressed: list[bool] = []
    window.button.clicked.connect(pressed.append)
    hands.press(window.button, CARD + "\t")
    assert (pressed, window.button.hasFocus()) == ([], True)
    assert window.scans == [KeyedScan(CARD)]


def test_a_scanner_that_sends_no_enter_is_understood_after_a_pause(
    window: Window, hands: Hands, qtbot: QtBot
) -> None:
    window.line.setFocus()
    with qtbot.waitSignal(window.keys.scanned) as scanned:
        hands.press(window.line, CARD)
    assert scanned.args == [KeyedScan(CARD)]


def test_fast_fingers_type_even_a_card(window: Window, hands: Hands) -> None:
    window.anything = True
    window.line.setFocus()
    hands.press(window.line, CARD, FINGERS_MS)
    assert (window.line.text(), window.scans) == (CARD, [])


def test_a_busy_window_tears_no_scan_and_makes_none_of_fingers(window: Window, hands: Hands) -> None:
    window.line.setFocus()
    hands.press(window.line, CARD[:20])
    QTest.qWait(70)
    hands.press(window.line, CARD[20:] + "\r")
    assert window.scans == [KeyedScan(CARD)]


def test_a_short_cut_written_out_at_once_is_no_card_and_stays(window: Window, hands: Hands) -> None:
    window.line.setFocus()
    hands.press(window.line, "Ủy ban nhân dân xã Mẫu, 000199000123, 15/03/1999")
    assert window.line.text() == "Ủy ban nhân dân xã Mẫu, 000199000123, 15/03/1999"
    assert window.scans == []


def test_other_codes_are_heard_only_where_anything_is_wanted(window: Window, hands: Hands) -> None:
    window.line.setFocus()
    hands.press(window.line, WEB + "\r")
    assert window.line.text() == WEB
    window.line.clear()
    window.anything = True
    hands.at_ms += 5_000
    hands.press(window.line, WEB + "\r")
    assert (window.line.text(), window.scans) == ("", [KeyedScan(WEB)])


def test_an_input_method_at_work_is_seen(window: Window, hands: Hands) -> None:
    window.line.setFocus()
    hands.press(window.line, CARD[:18])
    hands.compose(window.line, "ễ")
    hands.press(window.line, CARD[19:] + "\r")
    hands.at_ms += 5_000
    hands.press(window.line, CARD[:20] + "\b" + CARD[19:] + "\r")
    assert [scan.input_method for scan in window.scans] == [True, True]
    assert window.scans[0].text == CARD
    assert window.line.text() == ""


def test_a_dialog_of_the_window_is_listened_to_and_another_window_is_not(
    window: Window, hands: Hands, qtbot: QtBot
) -> None:
    for parent, heard in ((window, 1), (None, 1)):
        dialog = QDialog(parent)
        field = QLineEdit(dialog)
        qtbot.addWidget(dialog)
        dialog.show()
        field.setFocus()
        dialog.activateWindow()
        qtbot.waitUntil(field.hasFocus)
        hands.at_ms += 5_000
        hands.press(field, CARD + "\r")
        assert len(window.scans) == heard
        dialog.close()


def test_twenty_quick_letters_are_a_scan_and_nineteen_are_not() -> None:
    burst = KeyBurst()
    said = [burst.feed("a", at) for at in range(0, 200, 10)]
    assert said == [Typing.FINGERS] * 19 + [Typing.SCAN_BEGUN]
    assert burst.feed("a", 205) is Typing.SCAN
    assert burst.finish() == KeyedScan("a" * 21)
    assert burst.finish() is None


def test_letters_that_come_slowly_are_never_a_scan() -> None:
    burst = KeyBurst()
    assert {burst.feed("a", at) for at in range(0, 3_000, 60)} == {Typing.FINGERS}

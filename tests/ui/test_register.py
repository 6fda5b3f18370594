"""The register: one box finds, Enter opens, Esc goes back, and a scanned code opens by itself."""

from datetime import datetime, timedelta
from typing import TypeVar

import pytest
from contracts.samples import act, dossier, person
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from services.fakes import line
from services.people import MORNING
from ui.builders import RESOURCES

from counter_app.domain.dossier import RegisterRow
from counter_app.domain.history import Deed
from counter_app.ui.models.register_rows import COLUMNS, SORT_ROLE, RegisterRows
from counter_app.ui.screens.register import RegisterQuery, RegisterScreen
from counter_app.ui.translator import VietnameseTranslator
from counter_app.ui.widgets.page_register import RegisterTable

Kind = TypeVar("Kind", bound=QWidget)
DOSSIERS = tuple(
    dossier(number, whose=person(name), received_at=MORNING + timedelta(minutes=number))
    for number, name in ((3, "Đỗ Văn Mẫu"), (2, "Ân Thị Thử"), (1, "Công Tằng Tôn Nữ Ví Dụ"))
)
ROWS = tuple(map(line, DOSSIERS))
CODE_COLUMN, TIME_COLUMN, NAME_COLUMN = 0, 1, 3


@pytest.fixture
def screen(qtbot: QtBot) -> RegisterScreen:
    made = RegisterScreen()
    qtbot.addWidget(made)
    made.resize(826, 620)
    made.show()
    qtbot.waitExposed(made)
    made.first_focus().setFocus()
    return made


def find(screen: RegisterScreen, kind: type[Kind], name: str) -> Kind:
    found = [each for each in screen.findChildren(kind, name) if each.isVisible()]
    assert found, name
    return found[0]


def search(screen: RegisterScreen) -> QLineEdit:
    return find(screen, QLineEdit, "register_search")


def press(target: QWidget, key: Qt.Key = Qt.Key.Key_unknown, text: str = "") -> QKeyEvent:
    event = QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
    QApplication.sendEvent(target, event)
    return event


def type_text(target: QWidget, text: str) -> None:
    for letter in text:
        press(target, text=letter)


def column(table: QWidget, number: int) -> list[str]:
    assert isinstance(table, RegisterTable)
    model = table.model()
    return [str(model.index(row, number).data()) for row in range(model.rowCount())]


def test_cells_sort_by_what_they_are_and_names_without_marks() -> None:
    model = RegisterRows()
    model.set_rows(ROWS)
    model.sort(NAME_COLUMN, Qt.SortOrder.AscendingOrder)
    assert [model.index(row, NAME_COLUMN).data() for row in range(3)] == [
        "Ân Thị Thử",
        "Công Tằng Tôn Nữ Ví Dụ",
        "Đỗ Văn Mẫu",
    ]
    model.sort(TIME_COLUMN, Qt.SortOrder.DescendingOrder)
    times = [model.index(row, TIME_COLUMN).data(SORT_ROLE) for row in range(3)]
    assert all(isinstance(time, datetime) for time in times)
    assert times == sorted(times, reverse=True)


def test_a_marked_row_stays_marked_while_the_table_is_sorted(screen: RegisterScreen) -> None:
    screen.show_rows(ROWS)
    table = find(screen, RegisterTable, "register_table")
    table.selectRow(0)
    marked = table.marked
    table.sortByColumn(NAME_COLUMN, Qt.SortOrder.AscendingOrder)
    assert table.marked == marked == ROWS[0].dossier_id
    screen.show_rows(ROWS)
    assert table.marked == marked
    assert column(table, NAME_COLUMN)[0] == "Ân Thị Thử"


def test_every_cell_of_the_table_is_masked(screen: RegisterScreen) -> None:
    screen.show_rows(ROWS)
    table = find(screen, RegisterTable, "register_table")
    shown = [cell for number in range(len(COLUMNS)) for cell in column(table, number)]
    assert not [cell for cell in shown if DOSSIERS[0].whose.citizen_id.digits in cell]


def test_typing_asks_once_when_the_keys_rest(screen: RegisterScreen, qtbot: QtBot) -> None:
    asked: list[RegisterQuery] = []
    screen.query_changed.connect(asked.append)
    type_text(search(screen), "hương")
    assert asked == []
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [RegisterQuery("hương", all_days=False)]


def test_all_days_ask_at_once_with_what_was_typed(screen: RegisterScreen, qtbot: QtBot) -> None:
    type_text(search(screen), "0001")
    with qtbot.waitSignal(screen.query_changed) as asked:
        find(screen, QPushButton, "all_days_button").click()
    assert asked.args == [RegisterQuery("0001", all_days=True)]


def test_enter_in_the_search_opens_the_row_that_arrows_marked(screen: RegisterScreen, qtbot: QtBot) -> None:
    screen.show_rows(ROWS)
    press(search(screen), Qt.Key.Key_Down)
    with qtbot.waitSignal(screen.row_opened) as opened:
        event = press(search(screen), Qt.Key.Key_Return)
    assert opened.args == [ROWS[1].dossier_id]
    assert event.isAccepted()


def test_a_scanned_code_opens_the_one_dossier_it_finds(screen: RegisterScreen, qtbot: QtBot) -> None:
    screen.show_rows(ROWS)
    with qtbot.waitSignal(screen.query_changed) as asked:
        type_text(search(screen), ROWS[2].code)
        press(search(screen), Qt.Key.Key_Return)
    assert asked.args == [RegisterQuery(ROWS[2].code, all_days=False)]
    with qtbot.waitSignal(screen.row_opened) as opened:
        screen.show_rows(ROWS[2:])
    assert opened.args == [ROWS[2].dossier_id]


def test_a_scanned_code_that_finds_several_opens_none(screen: RegisterScreen, qtbot: QtBot) -> None:
    type_text(search(screen), "H26")
    press(search(screen), Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(screen.row_opened):
        screen.show_rows(ROWS)
        screen.show_rows(ROWS[:1])


def test_a_dossier_opens_as_a_page_with_its_papers_and_its_history(screen: RegisterScreen) -> None:
    opened = DOSSIERS[0]
    acts = (
        act(opened.dossier_id, Deed.STARTED_DRAFT),
        act(opened.dossier_id),
        act(opened.dossier_id, Deed.PRINTED),
    )
    screen.show_dossier(opened, acts)
    QApplication.processEvents()
    assert find(screen, QLabel, "dossier_code").text() == opened.code
    assert find(screen, QLabel, "dossier_holder").text() == "Đỗ Văn Mẫu"
    assert find(screen, QLabel, "dossier_number").text() == opened.whose.citizen_id.masked
    assert "sha-256 abababababab…" in find(screen, QLabel, "sealed_declaration").text()
    history = find(screen, QWidget, "history_line")
    events = [label.text() for label in history.findChildren(QLabel)]
    assert [words.split(":")[0] for words in events[::2]] == [
        "Dossier begun",
        "Received",
        "Acknowledgement printed",
    ]


def test_a_dossier_is_printed_again_only_while_it_is_open(screen: RegisterScreen, qtbot: QtBot) -> None:
    closing, book, inspection, hand_over, declaration, print_again = screen.secondary
    screen.show_rows(ROWS)
    assert all(each.isVisible() for each in (closing, book, inspection))
    assert not any(each.isVisible() for each in (hand_over, declaration, print_again))
    screen.show_dossier(DOSSIERS[0], ())
    assert not any(each.isVisible() for each in (closing, book, inspection))
    with qtbot.waitSignal(screen.declaration_wanted):
        declaration.trigger()
    with qtbot.waitSignal(screen.print_again_wanted) as wanted:
        QTest.keyClick(
            screen, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        )
    assert wanted.args == [DOSSIERS[0].dossier_id]


def test_what_goes_from_the_bar_goes_before_what_comes(screen: RegisterScreen) -> None:
    at_once = list[int]()
    for action in screen.secondary:
        action.changed.connect(lambda: at_once.append(sum(each.isVisible() for each in screen.secondary)))
    screen.show_rows(ROWS)
    screen.show_dossier(DOSSIERS[0], ())
    QTest.keyClick(screen.first_focus(), Qt.Key.Key_Escape)
    assert max(at_once) == 3


def test_escape_goes_back_one_by_one(screen: RegisterScreen, qtbot: QtBot) -> None:
    screen.show_rows(ROWS)
    type_text(search(screen), "mau")
    screen.show_dossier(DOSSIERS[0], ())
    assert screen.primary.text() == "Back to the register"
    QTest.keyClick(screen.first_focus(), Qt.Key.Key_Escape)
    assert search(screen).text() == "mau"
    QTest.keyClick(screen.first_focus(), Qt.Key.Key_Escape)
    assert search(screen).text() == ""
    with qtbot.waitSignal(screen.closed):
        QTest.keyClick(screen.first_focus(), Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    ("typed", "days", "said"),
    [
        ("", "today_button", "Nothing was received today"),
        ("mau", "today_button", "look through all days"),
        ("mau", "all_days_button", "try fewer letters"),
        ("", "all_days_button", "Nothing has been received at this desk yet"),
    ],
)
def test_an_empty_register_says_what_to_do(
    screen: RegisterScreen,
    typed: str,
    days: str,
    said: str,
) -> None:
    type_text(search(screen), typed)
    find(screen, QPushButton, days).click()
    screen.show_rows(())
    assert said in find(screen, QLabel, "register_count").text()
    assert not screen.primary.isEnabled()


def test_a_full_answer_says_that_there_is_more(screen: RegisterScreen) -> None:
    many: tuple[RegisterRow, ...] = tuple(line(dossier(number)) for number in range(1, 501))
    screen.show_rows(many)
    assert "The first 500" in find(screen, QLabel, "register_count").text()


def test_nothing_is_left_after_a_reset(screen: RegisterScreen, qtbot: QtBot) -> None:
    screen.show_rows(ROWS)
    type_text(search(screen), "mau")
    screen.show_dossier(DOSSIERS[0], ())
    with qtbot.assertNotEmitted(screen.query_changed, wait=200):
        screen.reset()
    assert search(screen).text() == ""
    assert find(screen, RegisterTable, "register_table").count == 0
    assert screen.findChild(QLabel, "dossier_code").text() == ""  # type: ignore[union-attr]


def test_headings_and_page_follow_the_language(screen: RegisterScreen) -> None:
    screen.show_rows(ROWS)
    screen.show_dossier(DOSSIERS[0], (act(DOSSIERS[0].dossier_id),))
    vietnamese = VietnameseTranslator(RESOURCES / "i18n" / "vi")
    QApplication.installTranslator(vietnamese)
    QApplication.processEvents()
    QApplication.processEvents()
    try:
        table = screen.findChild(RegisterTable, "register_table")
        assert table
        assert table.model().headerData(CODE_COLUMN, Qt.Orientation.Horizontal) == "Mã hồ sơ"
        said = [label.text() for label in screen.findChildren(QLabel) if label.isVisible()]
        assert any(words.startswith("Tiếp nhận") for words in said)
        assert screen.primary.text() == "Về danh sách"
    finally:
        QApplication.removeTranslator(vietnamese)
        QApplication.processEvents()

"""The second step: for whom, and what; by keyboard alone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QWidget
from pytestqt.qtbot import QtBot
from services.people import at_the_desk, by_card_alone, cast
from ui.builders import BIRTH, DAY, EXTRACT, RESIDENCE, RESOURCES, procedures, visit, visit_of

from counter_app.domain.dossier import Capacity
from counter_app.ui.screens.procedure import ProcedureChoice, ProcedureScreen
from counter_app.ui.translator import VietnameseTranslator


@pytest.fixture
def screen(qtbot: QtBot) -> ProcedureScreen:
    """Show the screen for a young father, with every procedure found."""
    made = ProcedureScreen()
    qtbot.addWidget(made)
    made.resize(826, 620)
    made.query_changed.connect(lambda text: made.show_procedures(procedures().search(text, DAY), DAY))
    made.show_visit(visit_of(cast().new_father))
    made.show_procedures(procedures().search("", DAY), DAY)
    made.show()
    made.activateWindow()
    made.first_focus().setFocus()
    return made


@pytest.fixture(name="chosen")
def announced(screen: ProcedureScreen) -> list[ProcedureChoice]:
    """Collect what the screen announces."""
    heard: list[ProcedureChoice] = []
    screen.procedure_chosen.connect(heard.append)
    return heard


@pytest.fixture
def vietnamese() -> Iterator[VietnameseTranslator]:
    """Wear Vietnamese while the test asks for it."""
    made = VietnameseTranslator(RESOURCES / "i18n" / "vi")
    yield made
    QApplication.removeTranslator(made)


def press(*keys: Qt.Key) -> None:
    for key in keys:
        text = chr(key) if Qt.Key.Key_0 <= key <= Qt.Key.Key_9 else ""
        send(key, text)


def typed(text: str) -> None:
    for letter in text:
        send(Qt.Key.Key_unknown, letter)


def send(key: Qt.Key, text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(focused, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))


def search_box(screen: ProcedureScreen) -> QLineEdit:
    found = screen.findChild(QLineEdit, "procedure_search")
    assert found is not None
    return found


def rows(screen: ProcedureScreen) -> list[str]:
    found = screen.findChild(QListWidget, "procedure_list")
    assert found is not None
    return [found.item(at).text() for at in range(found.count())]


def offered(screen: ProcedureScreen) -> list[str]:
    made = [part for part in screen.findChildren(QWidget) if part.objectName().startswith("relative_")]
    return [str(part.property("text")) for part in made if part.isVisible()]


def test_nothing_can_be_begun_before_it_is_said_for_whom(
    screen: ProcedureScreen, chosen: list[ProcedureChoice]
) -> None:
    assert not screen.primary.isEnabled()
    search_box(screen).setFocus()
    press(Qt.Key.Key_Return)
    assert chosen == []
    assert screen.focusWidget().objectName() == "capacity_self"


def test_the_digit_and_a_few_letters_without_marks_begin_a_form(
    screen: ProcedureScreen, chosen: list[ProcedureChoice]
) -> None:
    press(Qt.Key.Key_1)
    assert search_box(screen).hasFocus()
    typed("tam tru")
    press(Qt.Key.Key_Return)
    assert chosen == [ProcedureChoice(RESIDENCE, Capacity.SELF)]


def test_a_code_may_begin_with_a_digit_that_also_answers_for_whom(chosen: list[ProcedureChoice]) -> None:
    press(Qt.Key.Key_1)
    typed("2.0006")
    press(Qt.Key.Key_Return)
    assert chosen == [ProcedureChoice(EXTRACT, Capacity.SELF)]


def test_the_arrows_move_while_the_cursor_stays_in_the_search_box(
    screen: ProcedureScreen, chosen: list[ProcedureChoice]
) -> None:
    press(Qt.Key.Key_1, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert search_box(screen).hasFocus()
    assert chosen == [ProcedureChoice(procedures().search("", DAY)[2].code, Capacity.SELF)]


def test_for_a_child_the_household_is_offered_children_first_and_another_card_last(
    screen: ProcedureScreen, chosen: list[ProcedureChoice]
) -> None:
    child = cast().new_born
    press(Qt.Key.Key_2)
    assert [child.full_name in offered(screen)[0], len(offered(screen))] == [True, 4]
    press(Qt.Key.Key_Return)
    typed("khai sinh")
    press(Qt.Key.Key_Return)
    assert [choice.code for choice in chosen] == [BIRTH]
    assert chosen[0].capacity is Capacity.CHILD
    assert chosen[0].relative is not None
    assert chosen[0].relative.citizen_id == child.citizen_id


def test_a_new_born_without_a_number_is_offered_to_a_parent_and_to_nobody_elses_helper(
    screen: ProcedureScreen, chosen: list[ProcedureChoice]
) -> None:
    press(Qt.Key.Key_3)
    assert not [row for row in offered(screen) if "New-born" in row]
    press(Qt.Key.Key_2)
    assert "New-born" in offered(screen)[-2]
    press(*[Qt.Key.Key_Down] * (len(offered(screen)) - 2), Qt.Key.Key_Return)
    typed("khai sinh")
    press(Qt.Key.Key_Return)
    assert chosen == [ProcedureChoice(BIRTH, Capacity.CHILD, new_born=True)]


def test_somebody_outside_the_household_is_asked_for_by_card(chosen: list[ProcedureChoice]) -> None:
    press(Qt.Key.Key_3, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert [(choice.capacity, choice.relative) for choice in chosen] == [(Capacity.PROXY, None)]


def test_without_a_record_only_another_card_is_offered(screen: ProcedureScreen) -> None:
    screen.show_visit(visit(by_card_alone(cast().new_father)))
    screen.first_focus().setFocus()
    press(Qt.Key.Key_3)
    assert len(offered(screen)) == 1


def test_what_is_not_filed_for_oneself_says_so_and_cannot_be_begun(
    screen: ProcedureScreen, chosen: list[ProcedureChoice]
) -> None:
    press(Qt.Key.Key_1)
    typed("khai sinh")
    assert BIRTH in rows(screen)[0]
    assert "not filed for oneself" in rows(screen)[0]
    press(Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert chosen == []
    assert not screen.primary.isEnabled()


def test_a_row_says_fee_papers_and_time(screen: ProcedureScreen) -> None:
    residence = next(row for row in rows(screen) if RESIDENCE in row)
    assert "15.000 đồng" in residence
    assert "papers: 0 to 5" in residence
    assert "03 ngày làm việc" in residence
    assert "not verified" not in residence


def test_enter_before_the_search_has_answered_begins_what_was_typed(
    screen: ProcedureScreen, chosen: list[ProcedureChoice]
) -> None:
    """A quick typist never begins the procedure that happened to be marked before."""
    screen.query_changed.disconnect()
    press(Qt.Key.Key_1)
    typed("tam tru")
    press(Qt.Key.Key_Return)
    assert chosen == []
    screen.show_procedures(procedures().search("tam tru", DAY), DAY)
    assert chosen == [ProcedureChoice(RESIDENCE, Capacity.SELF)]


def test_words_that_fit_nothing_leave_advice(screen: ProcedureScreen) -> None:
    press(Qt.Key.Key_1)
    typed("xyz")
    advice = screen.findChild(QLabel, "procedure_none")
    assert advice is not None
    assert advice.isVisible()
    press(Qt.Key.Key_Escape)
    assert not advice.isVisible()
    assert len(rows(screen)) == len(procedures().all(DAY))


def test_the_next_citizen_finds_nothing_of_the_one_before(screen: ProcedureScreen) -> None:
    press(Qt.Key.Key_2)
    screen.reset()
    name = cast().new_father.full_name
    shown = [str(part.property("text")) for part in screen.findChildren(QObject) if part.property("text")]
    assert not [text for text in shown if name in text or cast().new_born.full_name in text]
    assert not screen.primary.isEnabled()


def test_the_language_changes_at_once_and_keeps_the_answer(
    screen: ProcedureScreen, chosen: list[ProcedureChoice], vietnamese: VietnameseTranslator
) -> None:
    press(Qt.Key.Key_1, Qt.Key.Key_Down, Qt.Key.Key_Down)
    QApplication.installTranslator(vietnamese)
    QApplication.sendPostedEvents()
    assert screen.primary.text() == "Lập hồ sơ"
    assert "không thu phí" in next(row for row in rows(screen) if BIRTH in row)
    press(Qt.Key.Key_Return)
    assert [choice.code for choice in chosen] == [procedures().search("", DAY)[2].code]


def test_a_long_name_wraps_in_the_title(screen: ProcedureScreen) -> None:
    long = cast().long_name
    screen.show_visit(visit(at_the_desk(long)))
    title = screen.findChild(QLabel, "procedure_title")
    assert title is not None
    assert long.full_name in title.text()
    assert title.wordWrap()

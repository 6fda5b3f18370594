"""Addresses on the form: completed by keys while typed, taken over in today's units, chosen where divided."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from journeys.driver import MONDAY
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot
from services.fakes import FixedClock
from services.people import at_the_desk, by_card_alone, cast
from ui.builders import RESIDENCE, RESOURCES, drafting, sheet_for
from ui.window_driver import WindowDriver, window_in

from counter_app.domain.citizen import Person
from counter_app.services.drafting import Drafting, Sheet
from counter_app.services.whereabouts import TAKEN_FROM_TABLES, Whereabouts
from counter_app.ui.screens.form import AnswerGiven, FormScreen
from counter_app.ui.widgets.field_address import AddressAsked, AddressTold

RECORD_EXTRACT = "3.000333"
"""A procedure whose form has four addresses."""
HOME, POST = "permanent_residence", "postal_address"
DIVIDED = "Tổ 5, phường Thạch Bàn, quận Long Biên, thành phố Hà Nội"
NONE = Qt.KeyboardModifier.NoModifier


@dataclass
class Counter:
    """A form screen whose questions about addresses are answered when the test says so."""

    screen: FormScreen
    service: Drafting
    sheet: Sheet
    whereabouts: Whereabouts
    given: list[AnswerGiven] = field(default_factory=list)
    asked: list[AddressAsked] = field(default_factory=list)

    def take(self, answer: AnswerGiven) -> None:
        """Write an answer, and show what became of it."""
        self.given.append(answer)
        self.sheet = self.service.declare(self.sheet, answer.field, answer.value, reason=answer.reason)
        self.screen.show_sheet(self.sheet)

    def hear(self, asked: AddressAsked) -> None:
        """Keep a question for later."""
        self.asked.append(asked)

    def tell(self, asked: AddressAsked) -> None:
        """Answer a question as the desk does."""
        look = self.whereabouts.complete if asked.being_typed else self.whereabouts.today_of
        self.screen.show_address(AddressTold(asked, look(asked.text)))

    def tell_all(self) -> None:
        """Answer what was asked, and what the answers bring about."""
        while self.asked:
            self.tell(self.asked.pop(0))

    def type(self, name: str, text: str) -> None:
        """Type at the end of a field, each key answered."""
        self.screen.focus_field(name)
        for letter in text:
            press(Qt.Key.Key_unknown, letter)
            self.tell_all()

    def offered(self, name: str) -> list[str]:
        """Read the list below a field, if it is in sight."""
        found = self.screen.findChild(QListWidget, f"proposals_{name}")
        if found is None or not found.isVisible():
            return []
        return [found.item(row).text() for row in range(found.count())]

    def line(self, name: str) -> str:
        """Read what stands below a field about today's units."""
        found = self.screen.findChild(QLabel, f"today_{name}")
        return found.text() if found is not None and found.isVisible() else ""

    def text(self, name: str) -> str:
        """Read a field."""
        found = self.screen.findChild(QPlainTextEdit, f"field_{name}")
        assert found is not None
        return found.toPlainText()


def press(key: Qt.Key, text: str = "") -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(focused, QKeyEvent(kind, key, NONE, text))


def press_the_key_of_today() -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)


def living_at(address: str) -> Person:
    """Let somebody show a card with an older address, whose record is not reached."""
    person = by_card_alone(cast().ede)
    return replace(person, card=replace(person.card, residence=address))


def counter_for(qtbot: QtBot, person: Person) -> Counter:
    service, screen = drafting(), FormScreen()
    qtbot.addWidget(screen)
    sheet = sheet_for(RECORD_EXTRACT, person, service=service)
    made = Counter(screen, service, sheet, Whereabouts(RESOURCES / "units"))
    screen.answer_given.connect(made.take)
    screen.address_asked.connect(made.hear)
    screen.resize(826, 620)
    screen.show()
    screen.activateWindow()
    QTest.qWaitForWindowActive(screen)
    screen.show_sheet(sheet)
    screen.focus_field(HOME)
    made.tell_all()
    return made


def test_a_half_typed_address_is_completed_by_an_arrow_and_enter(qtbot: QtBot) -> None:
    counter = counter_for(qtbot, at_the_desk(cast().ede))
    counter.type(POST, "Tổ 5, phu do")
    assert counter.offered(POST)[0] == "xã Phù Đổng, thành phố Hà Nội"
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert counter.text(POST) == "Tổ 5, xã Phù Đổng, thành phố Hà Nội"
    counter.tell_all()
    assert counter.offered(POST) == []
    counter.screen.commit()
    assert counter.given == [AnswerGiven(POST, "Tổ 5, xã Phù Đổng, thành phố Hà Nội")]


def test_enter_alone_goes_on_with_what_was_typed(qtbot: QtBot) -> None:
    counter = counter_for(qtbot, at_the_desk(cast().ede))
    counter.type(POST, "Tổ 5, phu do")
    press(Qt.Key.Key_Return)
    assert counter.given == [AnswerGiven(POST, "Tổ 5, phu do")]
    assert counter.offered(POST) == []


def test_escape_puts_the_list_away_and_keeps_what_was_typed(qtbot: QtBot) -> None:
    counter = counter_for(qtbot, at_the_desk(cast().ede))
    counter.type(POST, "Tổ 5, phu do")
    press(Qt.Key.Key_Escape)
    assert (counter.offered(POST), counter.text(POST)) == ([], "Tổ 5, phu do")


def test_an_answer_that_typing_has_overtaken_is_not_shown(qtbot: QtBot) -> None:
    counter = counter_for(qtbot, at_the_desk(cast().ede))
    counter.type(POST, "Tổ 5, phu d")
    press(Qt.Key.Key_Escape)
    counter.tell(AddressAsked(POST, "Tổ 5, ha n", being_typed=True))
    assert counter.offered(POST) == []


def test_beside_an_older_address_stands_todays_and_one_key_writes_it(qtbot: QtBot) -> None:
    counter = counter_for(qtbot, living_at("Tổ 5, Yên Thường, Gia Lâm, Hà Nội"))
    assert counter.line(HOME) == "In today's units: Tổ 5, xã Phù Đổng, thành phố Hà Nội"
    press_the_key_of_today()
    counter.tell_all()
    answer = counter.sheet.filled.answer(HOME)
    assert (answer.value, answer.reason) == ("Tổ 5, xã Phù Đổng, thành phố Hà Nội", TAKEN_FROM_TABLES)
    assert answer.prefilled == "Tổ 5, Yên Thường, Gia Lâm, Hà Nội"
    assert counter.line(HOME) == ""


def test_of_a_divided_ward_the_official_chooses_and_the_source_is_noted(qtbot: QtBot) -> None:
    counter = counter_for(qtbot, living_at(DIVIDED))
    assert "4 places" in counter.line(HOME)
    button = counter.screen.findChild(QPushButton, f"take_today_{HOME}")
    assert button is not None
    button.click()
    assert len(counter.offered(HOME)) == 4
    assert counter.given == [], "nothing is chosen for the official"
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    counter.tell_all()
    chosen = "Tổ 5, phường Phúc Lợi, thành phố Hà Nội"
    assert counter.given == [AnswerGiven(HOME, chosen, TAKEN_FROM_TABLES)]
    assert counter.line(HOME) == ""


def test_a_verified_older_address_is_changed_by_the_choice_alone_with_its_reason(qtbot: QtBot) -> None:
    person = at_the_desk(cast().ede)
    assert person.record is not None
    older = replace(
        person.record.permanent_residence,
        detail="Tổ 5",
        commune="xã Yên Thường",
        district="huyện Gia Lâm",
        province="thành phố Hà Nội",
    )
    counter = counter_for(qtbot, replace(person, record=replace(person.record, permanent_residence=older)))
    assert counter.sheet.filled.is_locked(HOME)
    press_the_key_of_today()
    answer = counter.sheet.filled.answer(HOME)
    assert (answer.value, answer.reason) == ("Tổ 5, xã Phù Đổng, thành phố Hà Nội", TAKEN_FROM_TABLES)


def test_a_typed_older_address_is_read_once_typing_rests(qtbot: QtBot) -> None:
    counter = counter_for(qtbot, at_the_desk(cast().ede))
    counter.type(POST, "Tổ 5, P. Bến Nghé, Q.1, TP.HCM")
    counter.screen.commit()
    counter.tell_all()
    assert counter.line(POST) == "In today's units: Tổ 5, phường Sài Gòn, thành phố Hồ Chí Minh"
    counter.type(POST, " cũ")
    assert counter.line(POST) == ""


@pytest.fixture
def driver(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[WindowDriver]:
    """Open a fresh desk in its window."""
    del qtbot  # its watch over Qt's own messages is what is wanted of it
    with window_in(qapp, tmp_path, FixedClock(MONDAY)) as opened:
        yield opened


def test_the_window_answers_from_the_shipped_tables(driver: WindowDriver) -> None:
    driver.scan(cast().ede)
    driver.choose(RESIDENCE)
    driver.settle()
    driver.window.form.focus_field("address")
    driver.type("Tổ 5, phu do")
    driver.settle()
    offered = driver.find(QListWidget, "proposals_address")
    assert offered.item(0).text() == "xã Phù Đổng, thành phố Hà Nội"

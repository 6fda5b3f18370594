"""The first step: every way to bring a card in, and that nothing of anybody stays behind."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from counter_app.domain.card_payload import NotACitizenCard
from counter_app.domain.citizen import CitizenCard
from counter_app.domain.dates import PartialDate
from counter_app.domain.other_codes import OtherCode
from counter_app.domain.typed_scan import read_typed
from counter_app.services.desk import PracticePerson
from counter_app.ui.error_words import words_of
from counter_app.ui.scan_words import digits_words
from counter_app.ui.screens.identify import IdentifyScreen
from counter_app.ui.widgets.camera_view import CameraState, CameraView
from counter_app.ui.widgets.guidance import Guidance
from scanning.view import ViewHint

Kind = TypeVar("Kind", bound=QWidget)
PAYLOAD = "000199000123||Nguyễn Thị Ví Dụ|15031999|Nữ|Số 1 đường Mẫu|01072021"
PEOPLE = (
    PracticePerson(0, "Lê Văn Mẫu · 1990"),
    PracticePerson(1, "Đỗ Thị Ví Dụ · 1999"),
    PracticePerson(7, "Đặng Văn Thử · 1954"),
)


@pytest.fixture
def screen(qtbot: QtBot) -> Iterator[IdentifyScreen]:
    made = IdentifyScreen()
    made.makes_sound = False
    qtbot.addWidget(made)
    made.resize(800, 620)
    made.show()
    yield made
    made.hide()


def part(screen: QWidget, kind: type[Kind], name: str) -> Kind:
    found = screen.findChild(kind, name)
    assert isinstance(found, kind)
    return found


def guidance(screen: IdentifyScreen) -> str:
    lines = (part(screen, QLabel, name) for name in ("guidance_what", "guidance_advice"))
    return " ".join(line.text() for line in lines if line.text())


def unfold(screen: IdentifyScreen, name: str) -> None:
    part(screen, QPushButton, name).click()


def test_what_is_typed_becomes_a_card(screen: IdentifyScreen, qtbot: QtBot) -> None:
    unfold(screen, "type_button")
    for name, text in (
        ("citizen_id", "000 099 000 123"),
        ("full_name", " Đỗ  Thị Ví Dụ "),
        ("born_on", "15/3/1999"),
    ):
        part(screen, QLineEdit, f"typed_{name}").setText(text)
    with qtbot.waitSignal(screen.card_typed) as typed:
        QTest.keyClick(part(screen, QLineEdit, "typed_born_on"), Qt.Key.Key_Return)
    card = typed.args[0]
    assert isinstance(card, CitizenCard)
    assert (str(card.citizen_id), card.full_name) == ("000099000123", "Đỗ Thị Ví Dụ")
    assert card.born_on == PartialDate(1999, 3, 15)


def test_what_is_missing_is_said_beside_it_and_nothing_is_looked_up(
    screen: IdentifyScreen, qtbot: QtBot
) -> None:
    unfold(screen, "type_button")
    part(screen, QLineEdit, "typed_full_name").setText("Đỗ Thị Ví Dụ")
    part(screen, QLineEdit, "typed_born_on").setText("31/2/1999")
    with qtbot.assertNotEmitted(screen.card_typed):
        unfold(screen, "typed_submit")
    looks = {
        name: part(screen, QLabel, f"hint_{name}").property("look")
        for name in ("citizen_id", "full_name", "born_on")
    }
    assert looks == {"citizen_id": "error", "full_name": "hint", "born_on": "error"}
    QTest.keyClick(part(screen, QLineEdit, "typed_citizen_id"), Qt.Key.Key_0)
    assert part(screen, QLabel, "hint_citizen_id").property("look") == "hint"


def test_what_of_a_scan_is_certain_is_filled_in_and_the_name_is_asked_for(screen: IdentifyScreen) -> None:
    scan = read_typed("000199000123||Nguy?n Th?|15031999|N?|H? N?i|01072021")
    screen.show_digits(scan, digits_words(scan.damages))
    typed = [part(screen, QLineEdit, f"typed_{name}") for name in ("citizen_id", "full_name", "born_on")]
    assert [field.text() for field in typed] == ["000199000123", "", "15/03/1999"]
    assert typed[1].isVisible()
    assert "Only the digits" in guidance(screen)
    assert "Add the name" in guidance(screen)


def test_a_dropped_file_is_announced_unread(screen: IdentifyScreen, qtbot: QtBot, tmp_path: Path) -> None:
    given = QMimeData()
    given.setUrls([QUrl.fromLocalFile(str(tmp_path / "thẻ.jpg"))])
    with qtbot.waitSignal(screen.picture_file_chosen) as chosen:
        screen.dropEvent(dropped(given))
    assert chosen.args == [tmp_path / "thẻ.jpg"]


def dropped(given: QMimeData) -> QDropEvent:
    left, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    return QDropEvent(QPointF(QPoint(9, 9)), Qt.DropAction.CopyAction, given, left, no_key)


def test_a_pasted_picture_comes_as_its_own_bytes(screen: IdentifyScreen, qtbot: QtBot) -> None:
    given = QMimeData()
    given.setData("image/png", QByteArray(b"\x89PNG as it came"))
    QGuiApplication.clipboard().setMimeData(given)
    with qtbot.waitSignal(screen.picture_given) as pasted:
        screen._on_pasted()
    assert pasted.args == [b"\x89PNG as it came"]


def test_a_pasted_drawing_becomes_a_picture_file(screen: IdentifyScreen, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setImage(QImage(8, 8, QImage.Format.Format_RGB32))
    with qtbot.waitSignal(screen.picture_given) as pasted:
        screen._on_pasted()
    assert bytes(pasted.args[0]).startswith((b"BM", b"\x89PNG"))


def test_practice_people_are_found_without_marks_and_called_with_enter(
    screen: IdentifyScreen, qtbot: QtBot
) -> None:
    screen.set_practice_people(PEOPLE)
    unfold(screen, "practice_button")
    search = part(screen, QLineEdit, "practice_search")
    search.setText("dang van")
    people = part(screen, QListWidget, "practice_people")
    assert [people.isRowHidden(row) for row in range(3)] == [True, True, False]
    with qtbot.waitSignal(screen.practice_card_asked) as asked:
        QTest.keyClick(search, Qt.Key.Key_Return)
    assert asked.args == [7]


def test_nobody_found_calls_nobody(screen: IdentifyScreen, qtbot: QtBot) -> None:
    screen.set_practice_people(PEOPLE)
    unfold(screen, "practice_button")
    search = part(screen, QLineEdit, "practice_search")
    search.setText("zzz")
    assert part(screen, QLabel, "practice_none").isVisible()
    with qtbot.assertNotEmitted(screen.practice_card_asked):
        QTest.keyClick(search, Qt.Key.Key_Return)


def test_there_are_no_practice_cards_outside_training(screen: IdentifyScreen) -> None:
    assert not part(screen, QPushButton, "practice_button").isVisible()


def test_a_wrong_code_is_named_and_nothing_is_filled_in(screen: IdentifyScreen) -> None:
    screen.show_refusal(words_of(NotACitizenCard(OtherCode.PAYMENT)))
    assert "payment code" in guidance(screen)
    fields = [
        part(screen, QLineEdit, f"typed_{name}").text() for name in ("citizen_id", "full_name", "born_on")
    ]
    assert fields == ["", "", ""]


def test_esc_folds_first_and_then_puts_the_refusal_away(screen: IdentifyScreen) -> None:
    screen.show_refusal(words_of(NotACitizenCard(OtherCode.WEB_ADDRESS)))
    unfold(screen, "type_button")
    QTest.keyClick(part(screen, QLineEdit, "typed_full_name"), Qt.Key.Key_Escape)
    assert not part(screen, QLineEdit, "typed_full_name").isVisible()
    assert "web address" in guidance(screen)
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    assert "web address" not in guidance(screen)


def test_a_refusal_outranks_a_hint(screen: IdentifyScreen) -> None:
    screen.show_refusal(words_of(NotACitizenCard(OtherCode.UNKNOWN)))
    screen.show_hint(ViewHint.GLARE)
    assert "not of a citizen card" in guidance(screen)
    screen.reset()
    screen.show_hint(ViewHint.GLARE)
    assert "tilt" in guidance(screen)


def test_a_reading_ticks_and_the_look_up_is_told(screen: IdentifyScreen, qtbot: QtBot) -> None:
    camera = part(screen, CameraView, "camera_view")
    screen.show_read()
    screen.show_busy()
    assert camera.is_ticked
    assert "Looking the person up" in guidance(screen)
    assert not part(screen, QPushButton, "type_button").isEnabled()
    qtbot.waitUntil(lambda: not camera.is_ticked)


def test_whoever_comes_back_to_the_screen_is_no_longer_told_of_the_look_up(screen: IdentifyScreen) -> None:
    screen.show_busy()
    screen.hide()
    screen.show()
    assert "Looking the person up" not in guidance(screen)
    assert part(screen, QPushButton, "type_button").isEnabled()


def test_a_screen_out_of_sight_keeps_no_picture_of_a_card(screen: IdentifyScreen) -> None:
    camera = part(screen, CameraView, "camera_view")
    screen.show_image(QImage(16, 9, QImage.Format.Format_RGB32))
    screen.hide()
    assert camera._image is None


def test_the_camera_is_wanted_only_in_sight(screen: IdentifyScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.camera_wanted) as gone:
        screen.hide()
    assert gone.args == [False]
    with qtbot.waitSignal(screen.camera_wanted) as back:
        screen.show()
    assert back.args == [True]


def test_the_next_citizen_finds_nothing_of_the_one_before(screen: IdentifyScreen) -> None:
    screen.set_practice_people(PEOPLE)
    unfold(screen, "type_button")
    for name in ("citizen_id", "full_name", "born_on"):
        part(screen, QLineEdit, f"typed_{name}").setText("Lê Văn Mẫu")
    part(screen, QLineEdit, "practice_search").setText("Lê Văn Mẫu")
    screen.show_refusal(words_of(NotACitizenCard(OtherCode.HALF_A_CARD)))
    screen.show_busy()
    screen.reset()
    assert all(not field.text() for field in screen.findChildren(QLineEdit))
    assert part(screen, QPushButton, "type_button").isEnabled()
    assert "Only a part" not in guidance(screen)


def test_a_lost_camera_takes_its_last_picture_away(screen: IdentifyScreen) -> None:
    camera = part(screen, CameraView, "camera_view")
    screen.show_image(QImage(16, 9, QImage.Format.Format_RGB32))
    states = [camera.state]
    screen.show_camera_lost()
    states.append(camera.state)
    assert states == [CameraState.SEEING, CameraState.LOST]
    assert camera._image is None
    assert "Use another way" in guidance(screen)
    screen.show_image(QImage(16, 9, QImage.Format.Format_RGB32))
    assert "read by itself" in guidance(screen)


def test_on_a_low_screen_what_is_said_and_what_is_asked_come_into_sight(
    screen: IdentifyScreen, qtbot: QtBot
) -> None:
    screen.resize(620, 360)
    area = screen.findChildren(QScrollArea)[0]
    said, name = part(screen, Guidance, "guidance"), part(screen, QLineEdit, "typed_full_name")

    def is_in_sight(shown: QWidget) -> bool:
        top = shown.mapTo(area.viewport(), QPoint(0, 0)).y()
        return top >= 0 and top + shown.height() <= area.viewport().height()

    scan = read_typed("000199000123||Nguy?n Th?|15031999|N?|H? N?i|01072021")
    screen.show_digits(scan, digits_words(scan.damages))
    qtbot.waitUntil(lambda: is_in_sight(name))
    assert not is_in_sight(said)
    screen.show_refusal(words_of(NotACitizenCard(OtherCode.PAYMENT)))
    qtbot.waitUntil(lambda: is_in_sight(said))


def test_every_control_can_be_reached_and_has_a_name(screen: IdentifyScreen) -> None:
    screen.set_practice_people(PEOPLE)
    controls = [part for part in screen.findChildren(QWidget) if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
    nameless = [
        part.objectName()
        for part in controls
        if not part.accessibleName() and not (isinstance(part, QPushButton) and part.text())
    ]
    assert nameless == []
    assert all(part.objectName() for part in controls)

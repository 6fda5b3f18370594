"""The third step: a form filled by keyboard alone, against the real drafting service."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from services.people import at_the_desk, cast
from ui.builders import BIRTH, RESIDENCE, RESOURCES, drafting, sheet_for

from counter_app.domain.dossier import Capacity
from counter_app.services.drafting import Drafting, Sheet
from counter_app.ui.screens.form import AnswerGiven, FormScreen
from counter_app.ui.translator import VietnameseTranslator
from counter_app.ui.widgets.field_row import FieldRow
from forms.answers import Origin, Value

ALT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier


@dataclass
class Counter:
    """A form screen and what stands behind it: every answer goes through the service and comes back."""

    screen: FormScreen
    service: Drafting
    sheet: Sheet
    given: list[AnswerGiven] = field(default_factory=list)
    finished: int = 0

    def take(self, answer: AnswerGiven) -> None:
        """Write the answer and show what became of it."""
        self.given.append(answer)
        self.show(self.service.declare(self.sheet, answer.field, answer.value, reason=answer.reason))

    def restore(self, name: str) -> None:
        """Put back what stood there before."""
        self.show(self.service.restore(self.sheet, name))

    def finish(self) -> None:
        """Count how often the form was left for the papers."""
        self.finished += 1

    def show(self, sheet: Sheet) -> None:
        """Show a sheet as the newest."""
        self.sheet = sheet
        self.screen.show_sheet(sheet)

    def value(self, name: str) -> Value:
        """Give what stands on the newest sheet."""
        return self.sheet.filled.value(name)


@pytest.fixture
def counter(qtbot: QtBot) -> Counter:
    """Begin a temporary residence for the young father, whose wife and child are in his household."""
    service = drafting()
    screen = FormScreen()
    qtbot.addWidget(screen)
    made = Counter(screen, service, sheet_for(RESIDENCE, at_the_desk(cast().new_father), service=service))
    screen.answer_given.connect(made.take)
    screen.answer_restored.connect(made.restore)
    screen.finished.connect(made.finish)
    screen.resize(826, 620)
    screen.show()
    screen.activateWindow()
    screen.show_sheet(made.sheet)
    screen.first_focus().setFocus()
    qtbot.waitUntil(lambda: screen._fields._turns.are_over)
    return made


@pytest.fixture
def vietnamese() -> Iterator[VietnameseTranslator]:
    """Wear Vietnamese while the test asks for it."""
    made = VietnameseTranslator(RESOURCES / "i18n" / "vi")
    yield made
    QApplication.removeTranslator(made)


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, text: str = "") -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(focused, QKeyEvent(kind, key, modifiers, text))


def typed(text: str) -> None:
    for letter in text:
        press(Qt.Key.Key_unknown, NONE, letter)


def over(text: str) -> None:
    """Type over what stands in the field."""
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    typed(text)


def enter() -> None:
    press(Qt.Key.Key_Return)


def in_focus() -> str:
    focused = QApplication.focusWidget()
    return focused.objectName() if focused else ""


def field_in_focus() -> str:
    """Name the field that the focus is in, whatever part of it."""
    part = QApplication.focusWidget()
    while part is not None and not isinstance(part, FieldRow):
        part = part.parentWidget()
    return part.field.name if part is not None else ""


def line(counter: Counter, name: str) -> QLineEdit:
    found = counter.screen.findChild(QLineEdit, name)
    assert found is not None
    return found


def words(counter: Counter, name: str) -> str:
    """Give what a label or chip says that is in sight."""
    found = counter.screen.findChild(QWidget, name)
    return str(found.property("text")) if found is not None and not found.isHidden() else ""


def go(counter: Counter, name: str) -> None:
    counter.screen.focus_field(name)


def rows_of(value: Value) -> tuple[Mapping[str, str], ...]:
    assert not isinstance(value, str)
    return value


def test_a_whole_form_is_filled_from_one_enter_to_the_next(counter: Counter) -> None:
    """Only what the records do not know is typed; then Enter goes on to the papers."""
    assert in_focus() == "field_address"
    typed("Số 12, ngõ 34 phố Mẫu, phường Thí Điểm, thành phố Hà Nội")
    enter()
    assert in_focus() == "field_to_date"
    typed("23/11/2027")
    enter()
    assert in_focus() == "field_residence_basis_own"
    press(Qt.Key.Key_Space, NONE, " ")
    enter()
    assert counter.sheet.blocking == ()
    assert counter.value("address") == "Số 12, ngõ 34 phố Mẫu, phường Thí Điểm, thành phố Hà Nội"
    assert counter.value("to_date") == "2027-11-23"
    assert counter.value("residence_basis") == "own"
    assert "23/11/2027" in str(counter.value("request"))
    assert counter.finished == 1
    assert counter.screen.primary.text() == "On to the papers"


def test_the_primary_action_counts_what_is_left(counter: Counter) -> None:
    assert counter.screen.primary.text() == f"{len(counter.sheet.blocking)} left – next"
    go(counter, "to_date")
    typed("23/11/2027")
    enter()
    assert counter.screen.primary.text() == f"{len(counter.sheet.blocking)} left – next"


def test_a_verified_value_is_read_only_until_a_reason_is_given(counter: Counter) -> None:
    before = counter.value("full_name")
    go(counter, "full_name")
    over("Khác")
    assert line(counter, "field_full_name").text() == before
    press(Qt.Key.Key_U, ALT)
    assert in_focus() == "reason_full_name"
    enter()
    assert in_focus() == "reason_full_name", "an empty reason unlocks nothing"
    typed("Theo quyết định cải chính")
    enter()
    over("Hoàng Tiến Đắc")
    enter()
    assert counter.given == [AnswerGiven("full_name", "Hoàng Tiến Đắc", "Theo quyết định cải chính")]
    assert words(counter, "why_full_name") == "Reason: Theo quyết định cải chính"
    assert words(counter, "source_full_name") == "declared at the desk"


def test_esc_leaves_a_verified_value_locked(counter: Counter) -> None:
    go(counter, "full_name")
    press(Qt.Key.Key_U, ALT)
    press(Qt.Key.Key_Escape)
    assert in_focus() == "field_full_name"
    assert line(counter, "field_full_name").isReadOnly()


def test_a_field_that_was_unlocked_but_not_changed_is_locked_again(counter: Counter) -> None:
    go(counter, "full_name")
    press(Qt.Key.Key_U, ALT)
    typed("Nhầm")
    enter()
    assert not line(counter, "field_full_name").isReadOnly()
    press(Qt.Key.Key_Tab)
    assert line(counter, "field_full_name").isReadOnly()
    assert counter.given == []


def test_the_earlier_value_is_shown_on_request_and_put_back(counter: Counter) -> None:
    before = counter.value("full_name")
    go(counter, "full_name")
    press(Qt.Key.Key_U, ALT)
    typed("Theo giấy khai sinh")
    enter()
    over("Khác")
    go(counter, "phone")
    go(counter, "full_name")
    press(Qt.Key.Key_O, ALT)
    assert words(counter, "before_full_name") == f"Before: {before} (population data 23/11)"
    press(Qt.Key.Key_Space, NONE, " ")
    assert counter.value("full_name") == before
    assert line(counter, "field_full_name").text() == before
    assert line(counter, "field_full_name").isReadOnly()


def test_a_locked_choice_stands_as_words_until_it_is_unlocked(counter: Counter) -> None:
    go(counter, "sex")
    assert in_focus() == "field_sex_locked"
    assert line(counter, "field_sex_locked").text() == "Male"
    press(Qt.Key.Key_U, ALT)
    typed("Theo quyết định")
    enter()
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Space, NONE, " ")
    assert counter.value("sex") == "female"


def test_an_empty_field_is_never_locked(counter: Counter) -> None:
    go(counter, "phone")
    typed("0912 345 678")
    enter()
    assert counter.given == [AnswerGiven("phone", "0912345678")]


@pytest.mark.parametrize(
    ("keys", "canonical", "shown"),
    [
        ("15/3/1999", "1999-03-15", "15/03/1999"),
        ("15031999", "1999-03-15", "15/03/1999"),
        ("3/1999", "1999-03", "03/1999"),
        ("1999", "1999", "1999"),
    ],
)
def test_a_date_is_typed_freely_and_keeps_what_is_not_known(
    counter: Counter, keys: str, canonical: str, shown: str
) -> None:
    go(counter, "born_on")
    press(Qt.Key.Key_U, ALT)
    typed("Theo giấy khai sinh")
    enter()
    over(keys)
    press(Qt.Key.Key_Tab)
    assert counter.value("born_on") == canonical
    assert line(counter, "field_born_on").text() == shown


def test_a_wrong_value_gets_an_edge_and_a_sentence_when_it_is_left(counter: Counter) -> None:
    go(counter, "to_date")
    typed("31/2/2027")
    assert words(counter, "finding_to_date") == ""
    press(Qt.Key.Key_Tab)
    assert line(counter, "field_to_date").property("state") == "wrong"
    assert words(counter, "finding_to_date").startswith("This date cannot be read.")
    go(counter, "to_date")
    over("1/1/2030")
    press(Qt.Key.Key_Tab)
    assert words(counter, "finding_to_date") == "23/11/2028 at the latest."


def test_nobody_is_reproached_while_still_typing(qtbot: QtBot, counter: Counter) -> None:
    go(counter, "to_date")
    with qtbot.waitSignal(counter.screen.answer_given, timeout=2_000):
        typed("23/1")
    assert words(counter, "finding_to_date") == ""
    assert line(counter, "field_to_date").property("state") != "wrong"
    press(Qt.Key.Key_Tab)
    assert words(counter, "finding_to_date") != ""


def test_what_is_missing_has_an_amber_edge_and_no_reproach(counter: Counter) -> None:
    assert line(counter, "field_to_date").property("state") == "missing"
    assert words(counter, "finding_to_date") == ""
    assert words(counter, "source_residence_basis") == "to be chosen"


def test_a_doubt_is_said_and_does_not_hold_anything_up(counter: Counter) -> None:
    go(counter, "to_date")
    typed("1/12/2026")
    enter()
    assert words(counter, "finding_to_date").startswith("Registration is for stays of 30 days")
    assert "to_date" not in {found.field for found in counter.sheet.blocking}


def test_text_is_announced_soon_after_the_last_key_and_only_once(qtbot: QtBot, counter: Counter) -> None:
    go(counter, "phone")
    with qtbot.waitSignal(counter.screen.answer_given, timeout=2_000):
        typed("0912345678")
        assert counter.given == []
    press(Qt.Key.Key_Tab)
    assert counter.given == [AnswerGiven("phone", "0912345678")]


def test_what_is_half_typed_survives_a_new_sheet(counter: Counter) -> None:
    go(counter, "to_date")
    typed("23/11")
    counter.show(counter.service.declare(counter.sheet, "email", "mau@example.vn"))
    assert in_focus() == "field_to_date"
    assert line(counter, "field_to_date").text() == "23/11"
    assert line(counter, "field_email").text() == "mau@example.vn"
    typed("/2027")
    enter()
    assert counter.value("to_date") == "2027-11-23"


def test_leaving_the_screen_announces_what_was_being_typed(counter: Counter) -> None:
    go(counter, "phone")
    typed("0912345678")
    counter.screen.hide()
    assert counter.value("phone") == "0912345678"


def test_an_answer_brings_the_fields_that_it_asks_for_in_their_place(counter: Counter) -> None:
    assert counter.screen.findChild(QWidget, "field_owner_consent") is None
    go(counter, "residence_basis")
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Space, NONE, " ")
    enter()
    typed_before = [answer.field for answer in counter.given]
    assert typed_before == ["residence_basis"]
    assert in_focus() == "field_owner_consent_sign"
    press(Qt.Key.Key_Tab)
    assert in_focus() == "field_head_full_name"


def test_household_members_are_ticked_and_mended_in_the_table(counter: Counter) -> None:
    wife = cast().new_mother
    go(counter, "members")
    assert in_focus() == "field_members_tick_0"
    press(Qt.Key.Key_Space, NONE, " ")
    rows = rows_of(counter.value("members"))
    assert [row["full_name"] for row in rows] == [wife.full_name]
    assert rows[0]["citizen_id"] == str(wife.citizen_id)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    assert in_focus() == "field_members_0_full_name"
    cell = line(counter, "field_members_0_head_relation")
    cell.setFocus()
    over("Vợ (đã đăng ký kết hôn)")
    enter()
    assert rows_of(counter.value("members"))[0]["head_relation"] == "Vợ (đã đăng ký kết hôn)"
    tick = counter.screen.findChild(QCheckBox, "field_members_tick_0")
    assert tick is not None
    assert tick.isChecked()
    tick.setFocus()
    press(Qt.Key.Key_Space, NONE, " ")
    assert counter.value("members") == ()


def test_a_row_added_by_hand_counts_from_its_first_letter_and_enter_finds_its_gaps(counter: Counter) -> None:
    before = len(counter.sheet.blocking)
    add = counter.screen.findChild(QWidget, "field_members_add")
    assert add is not None
    add.setFocus()
    press(Qt.Key.Key_Space, NONE, " ")
    assert in_focus() == "field_members_0_full_name"
    assert counter.value("members") == ()
    typed("Trần Thị Ví Dụ")
    press(Qt.Key.Key_Tab)
    assert len(counter.sheet.blocking) == before + 4
    assert words(counter, "finding_members").startswith("Row 1, Date of birth:")
    go(counter, "members")
    assert in_focus() == "field_members_0_born_on"
    typed("1960")
    press(Qt.Key.Key_Tab)
    assert rows_of(counter.value("members"))[0]["born_on"] == "1960"
    remove = counter.screen.findChild(QWidget, "field_members_0_remove")
    assert remove is not None
    remove.setFocus()
    press(Qt.Key.Key_Space, NONE, " ")
    assert counter.value("members") == ()


def test_vietnamese_from_an_input_method_is_taken_in_one_form_of_unicode(counter: Counter) -> None:
    go(counter, "address")
    focused = QApplication.focusWidget()
    assert focused is not None
    event = QInputMethodEvent("", [])
    event.setCommitString("Thôn Đo\u0302ng Mẫu")
    QApplication.sendEvent(focused, event)
    enter()
    assert counter.value("address") == "Thôn Đông Mẫu"


def test_citizen_ids_are_grouped_for_reading_and_kept_as_digits(counter: Counter) -> None:
    digits = str(cast().new_father.citizen_id)
    assert line(counter, "field_citizen_id").text() == " ".join(digits[at : at + 3] for at in (0, 3, 6, 9))
    assert counter.value("citizen_id") == digits


def test_a_chip_tells_where_each_value_comes_from(counter: Counter) -> None:
    assert words(counter, "source_full_name") == "population data 23/11"
    assert words(counter, "source_lives_as") == "usual answer"
    go(counter, "address")
    typed("Thôn Mẫu")
    go(counter, "to_date")
    typed("1/6/2027")
    enter()
    assert words(counter, "source_address") == "declared at the desk"
    go(counter, "request")
    assert words(counter, "source_request") == "composed"
    assert counter.sheet.filled.answer("request").origin is Origin.COMPUTED


def test_the_language_changes_at_once_and_leaves_the_cursor_where_it_is(
    counter: Counter, vietnamese: VietnameseTranslator
) -> None:
    go(counter, "to_date")
    typed("23/11")
    QApplication.installTranslator(vietnamese)
    QApplication.sendPostedEvents()
    assert words(counter, "source_full_name") == "CSDL dân cư 23/11"
    assert line(counter, "field_sex_locked").text() == "Nam"
    assert line(counter, "field_to_date").text() == "23/11"
    assert in_focus() == "field_to_date"
    assert counter.screen.primary.text().startswith("Còn ")
    labels = {found.text() for found in counter.screen.findChildren(QLabel)}
    assert {"5. Số điện thoại liên hệ (không bắt buộc)", "Nơi tạm trú"} <= labels


def test_every_visible_field_has_a_name_for_screen_readers_and_a_place_for_tab(counter: Counter) -> None:
    fields = [one for one in counter.sheet.definition.fields() if one.name in counter.sheet.visible]
    go(counter, fields[0].name)
    met = [field_in_focus()]
    while len(met) < 100 and met[-1] != fields[-1].name:
        press(Qt.Key.Key_Tab)
        met += [field_in_focus()] if field_in_focus() != met[-1] else []
    assert met == [one.name for one in fields]
    for one in fields:
        found = counter.screen.findChild(QWidget, f"field_{one.name}")
        assert found is not None
        assert found.accessibleName(), one.name


def test_another_form_takes_the_place_of_the_one_before(qtbot: QtBot, counter: Counter) -> None:
    go(counter, "phone")
    typed("0912345678")
    person = at_the_desk(cast().new_mother)
    counter.show(sheet_for(BIRTH, person, capacity=Capacity.CHILD, service=counter.service))
    qtbot.waitUntil(lambda: counter.screen._fields._turns.are_over)
    assert counter.screen.findChild(QLabel, "form_title").text() == counter.sheet.definition.title_en  # type: ignore[union-attr]
    assert line(counter, "field_child_full_name").text() == ""
    assert [answer.field for answer in counter.given if answer.field != "phone"] == []


def test_the_next_citizen_finds_nothing_of_the_one_before(qtbot: QtBot, counter: Counter) -> None:
    go(counter, "phone")
    typed("0912345678")
    counter.screen.reset()
    qtbot.waitUntil(lambda: counter.screen.findChild(QLineEdit) is None)
    assert counter.given == []

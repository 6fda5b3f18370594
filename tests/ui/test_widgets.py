"""The parts around every screen: rail, person panel, top bar, notices, training frame."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from services import people
from services.people import MORNING

from counter_app.domain.address import AddressToday
from counter_app.domain.citizen import Person, PopulationRecord, Reading, RecordSource
from counter_app.domain.office import Duty, Office, Official
from counter_app.domain.outbox import OutboxStanding
from counter_app.services.identify import Visit
from counter_app.services.outbox_book import LineStanding
from counter_app.ui.notices import Notice, NoticeBar
from counter_app.ui.steps import Step, StepState
from counter_app.ui.tokens import Tone
from counter_app.ui.widgets.parts import Chip, button, card, chip, label, set_look
from counter_app.ui.widgets.person_panel import PersonPanel
from counter_app.ui.widgets.rail import ParkedDraft, Rail
from counter_app.ui.widgets.top_bar import TopBar
from counter_app.ui.widgets.training_frame import TrainingFrame

Kind = TypeVar("Kind", bound=QWidget)
pytestmark = pytest.mark.usefixtures("qapp")
OFFICE = Office("UBND phường Mẫu", "UBND TP Ví Dụ", "phường Mẫu", "TP Ví Dụ", "000.00.01", "", training=True)
SINCE = MORNING.replace(month=11, day=23, hour=8, minute=0)
DUTY = Duty(Official("Nguyễn Thị Mẫu", "mau"), OFFICE, "3")


def told(widget: QWidget, name: str) -> str:
    found = widget.findChild(QWidget, name)
    assert found is not None, name
    return found.text() if isinstance(found, QLabel | QPushButton) else found.accessibleName()


def names_in(widget: QWidget) -> set[str]:
    return {part.objectName() for part in widget.findChildren(QWidget) if part.objectName()}


def panel_of(person: Person) -> PersonPanel:
    panel = PersonPanel()
    panel.show_visit(Visit("v", person, (), ()), people.TODAY)
    return panel


def part(widget: QWidget, kind: type[Kind], name: str) -> Kind:
    found = widget.findChild(kind, name)
    assert isinstance(found, kind)
    return found


def badge(panel: PersonPanel, name: str) -> Chip:
    return part(panel, Chip, name)


def a_citizen() -> PopulationRecord:
    return people.cast().card_outdated


def test_the_number_is_masked_until_the_eye_is_opened() -> None:
    record = a_citizen()
    panel = panel_of(people.at_the_desk(record))
    assert told(panel, "person_id") == record.citizen_id.masked
    eye = part(panel, QPushButton, "reveal_id")
    eye.click()
    assert told(panel, "person_id") == record.citizen_id.digits
    panel.show_visit(Visit("w", people.at_the_desk(record), (), ()), people.TODAY)
    assert told(panel, "person_id") == record.citizen_id.masked


def test_an_older_address_stands_in_todays_units_and_a_divided_one_lists_what_to_ask() -> None:
    person = people.by_card_alone(a_citizen())
    found = AddressToday("Tổ 5", ("xã Phù Đổng, thành phố Hà Nội",), is_found=True)
    shown = panel_of(replace(person, residence_today=found))
    assert told(shown, "residence_today") == "Tổ 5, xã Phù Đổng, thành phố Hà Nội"
    divided = AddressToday("Tổ 5", tuple(f"phường {number}" for number in range(7)), is_found=False)
    panel = panel_of(replace(person, residence_today=divided))
    assert len(panel.findChildren(QLabel, "residence_choice")) == 5
    assert "2" in told(panel, "residence_more")


def test_a_qr_is_never_green_and_nobody_is_called_verified_by_it() -> None:
    panel = panel_of(people.at_the_desk(a_citizen()))
    tones = {
        name: badge(panel, name).property("tone")
        for name in ("badge_reading", "badge_record", "badge_verified")
    }
    assert Tone.VERIFIED not in tones.values()
    assert badge(panel, "badge_verified").words.startswith("Not verified")


@pytest.mark.parametrize("source", RecordSource)
def test_every_source_of_a_record_has_words_and_only_a_missing_one_warns(source: RecordSource) -> None:
    known = people.at_the_desk(a_citizen())
    found = source in {RecordSource.LIVE, RecordSource.COPY}
    person = replace(known, source=source, record=known.record if found else None)
    panel = panel_of(person)
    shown = badge(panel, "badge_record")
    assert shown.words
    assert (shown.property("tone") == Tone.WARNING) is not found
    assert ("09:10 23/11/2026" in shown.words) is found


@pytest.mark.parametrize(("reading", "word"), [(Reading.TYPED, "hand"), (Reading.BY_PATTERN, "out of place")])
def test_a_card_that_was_not_read_by_its_places_says_so(reading: Reading, word: str) -> None:
    person = people.at_the_desk(a_citizen())
    shown = panel_of(replace(person, card=replace(person.card, reading=reading)))
    assert word in badge(shown, "badge_reading").words


def test_card_and_record_are_laid_side_by_side_with_the_newer_marked() -> None:
    panel = panel_of(people.at_the_desk(a_citizen()))
    assert "the record is newer" in told(panel, "difference_residence")
    assert told(panel, "difference_residence_card").startswith("Card: ")
    newer = panel.findChild(QLabel, "difference_residence_record")
    assert newer is not None
    assert newer.property("look") == "strong"


@pytest.mark.parametrize(
    ("role", "remark"),
    [
        ("deceased", "remark_person_died"),
        ("card_expired", "remark_card_expired"),
        ("sex_corrected", "remark_id_disagrees"),
    ],
)
def test_what_the_official_must_know_stands_out(role: str, remark: str) -> None:
    panel = panel_of(people.at_the_desk(getattr(people.cast(), role)))
    assert remark in names_in(panel)


def test_which_card_it_is_and_until_when_it_holds_stand_below_the_name() -> None:
    shown = panel_of(people.at_the_desk(people.cast().card_expired))
    assert told(shown, "card_line") == "Citizen card with chip (2021)\nholds until 11/02/2026"
    alone = panel_of(people.by_card_alone(people.cast().card_expired))
    assert told(alone, "card_line").endswith("holds until 11/02/2026 (reckoned by age)")


def test_old_and_new_units_are_both_shown() -> None:
    record = people.cast().units_renamed
    panel = panel_of(people.at_the_desk(record))
    assert told(panel, "residence_now") == str(record.permanent_residence)
    assert record.permanent_residence.formerly in told(panel, "residence_before")


def test_without_a_record_the_cards_residence_is_called_the_cards() -> None:
    person = people.by_card_alone(a_citizen())
    panel = panel_of(person)
    assert told(panel, "residence_now") == person.card.residence
    assert "residence_before" not in names_in(panel)


def test_of_an_elder_whose_year_alone_is_known_no_day_is_invented() -> None:
    record = people.cast().year_only_elder
    line = told(panel_of(people.at_the_desk(record)), "person_line")
    assert line.endswith(f" · {record.born_on.year}")


def test_the_panel_keeps_nothing_of_the_citizen_before(qtbot: QtBot) -> None:
    panel = panel_of(people.at_the_desk(a_citizen()))
    panel.show_visit(None, people.TODAY)
    qtbot.waitUntil(lambda: "person_name" not in names_in(panel))
    assert told(panel, "nobody_heading") == "No citizen yet"


def lines(**lacking: int) -> tuple[StepState, ...]:
    return tuple(
        StepState(step, reachable=True, done=step is Step.IDENTIFY, missing=lacking.get(step.value, 0))
        for step in Step
    )


def test_the_rail_says_what_is_done_and_what_is_missing() -> None:
    rail = Rail()
    rail.show_steps(lines(form=3), Step.FORM)
    rows = (rail.findChild(QPushButton, f"step_{step}") for step in ("identify", "form"))
    names = [row.accessibleName() for row in rows if row is not None]
    assert names == ["Citizen, F2, done", "Form, F4, 3 missing"]


def test_a_step_is_asked_for_by_its_key(qtbot: QtBot) -> None:
    rail = Rail()
    qtbot.addWidget(rail)
    rail.show_steps(lines(), Step.IDENTIFY)
    with qtbot.waitActive(rail):
        rail.show()
        rail.activateWindow()
    with qtbot.waitSignal(rail.step_asked) as asked:
        QTest.keyClick(rail, Qt.Key.Key_F5)
    assert asked.args == [Step.PAPERS]


def test_a_step_out_of_reach_cannot_be_asked_for(qtbot: QtBot) -> None:
    rail = Rail()
    qtbot.addWidget(rail)
    rail.show_steps(tuple(StepState(step, reachable=False, done=False) for step in Step), Step.IDENTIFY)
    rail.show()
    with qtbot.assertNotEmitted(rail.step_asked):
        QTest.keyClick(rail, Qt.Key.Key_F4)


def test_a_draft_on_hold_is_taken_up_again_and_gone_drafts_leave_the_rail(qtbot: QtBot) -> None:
    rail = Rail()
    rail.show_drafts((ParkedDraft("a1", "Lê Văn Mẫu", "Đăng ký tạm trú", "thiếu 1"),))
    assert told(rail, "parked_heading") == "On hold (1)"
    parked = part(rail, QPushButton, "draft_a1")
    with qtbot.waitSignal(rail.draft_asked) as asked:
        parked.click()
    assert asked.args == ["a1"]
    rail.show_drafts(())
    qtbot.waitUntil(lambda: "draft_a1" not in names_in(rail))


def test_the_top_bar_says_where_who_and_how_the_desk_stands_with_its_hub(qtbot: QtBot) -> None:
    bar = TopBar()
    bar.show_duty(DUTY)
    assert told(bar, "place") == "3 · UBND phường Mẫu"
    assert told(bar, "duty_button") == "Nguyễn Thị Mẫu"
    assert not part(bar, Chip, "training_badge").isHidden()
    alone = LineStanding(OutboxStanding(waiting=4), has_hub=False, is_enrolled=False, last_contact=None)
    bar.show_standing(alone)
    assert told(bar, "sync_line") == "Kept on this desk"
    with qtbot.waitSignal(bar.outbox_asked):
        part(bar, QPushButton, "sync_line").click()
    english = part(bar, QPushButton, "language_en")
    with qtbot.waitSignal(bar.language_asked) as asked:
        english.click()
    assert asked.args == ["en"]


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"is_enrolled": False}, "Not enrolled with the hub yet"),
        ({"last_contact": None}, "Nothing to send"),
        ({}, "All sent 09:12"),
        ({"outbox": OutboxStanding(3, SINCE)}, "3 waiting since 08:00 23/11"),
        ({"outbox": OutboxStanding(3, SINCE, 2)}, "Set aside: 2"),
    ],
)
def test_one_calm_line_says_how_sending_stands(
    qtbot: QtBot, changed: Mapping[str, object], words: str
) -> None:
    del qtbot
    bar = TopBar()
    contact = SINCE.replace(hour=9, minute=12)
    usual = LineStanding(OutboxStanding(), has_hub=True, is_enrolled=True, last_contact=contact)
    bar.show_standing(replace(usual, **changed))  # type: ignore[arg-type]  # each test names its fields
    assert told(bar, "sync_line") == words


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"clock_ahead": timedelta(hours=2, minutes=5)}, "is 2 h 5 min fast"),
        ({"clock_ahead": timedelta(days=-1, minutes=-3)}, "is 1 d 3 min slow"),
        ({"set_back": timedelta(days=3)}, "was set back by 3 d"),
    ],
)
def test_a_wrong_clock_is_said_with_how_far_it_is_off(
    qtbot: QtBot, changed: Mapping[str, object], words: str
) -> None:
    del qtbot
    bar = TopBar()
    usual = LineStanding(OutboxStanding(), has_hub=True, is_enrolled=True, last_contact=SINCE)
    bar.show_standing(replace(usual, **changed))  # type: ignore[arg-type]  # each test names its fields
    assert words in part(bar, QPushButton, "sync_line").toolTip()


def test_service_wears_no_training_badge() -> None:
    bar = TopBar()
    bar.show_duty(replace(DUTY, office=replace(OFFICE, training=False)))
    assert part(bar, Chip, "training_badge").isHidden()


def test_training_draws_six_pixels_of_amber_around_everything(qtbot: QtBot) -> None:
    inside = QFrame()
    inside.setProperty("look", "panel")
    frame = TrainingFrame(inside)
    qtbot.addWidget(frame)
    frame.resize(300, 200)
    frame.show_training(training=True)
    frame.show()
    assert inside.geometry().getRect() == (6, 6, 288, 188)
    assert frame.grab().toImage().pixelColor(2, 100).name() == "#f0a500"
    frame.show_training(training=False)
    qtbot.waitUntil(lambda: inside.geometry().getRect() == (0, 0, 300, 200))


def test_a_notice_offers_its_one_action_and_goes_when_closed(qtbot: QtBot) -> None:
    bar, notice = NoticeBar(), Notice("Received.", Tone.VERIFIED, "Print again")
    bar.show_notice(notice)
    action = part(bar, QPushButton, "notice_action")
    close = part(bar, QPushButton, "notice_close")
    with qtbot.waitSignal(bar.action_asked) as asked:
        action.click()
    assert asked.args == [notice]
    close.click()
    assert bar.notice is None
    assert told(bar, "notice_words") == ""


def test_markup_in_a_name_is_shown_and_not_obeyed() -> None:
    words = label("<b>Nguyễn</b>")
    assert words.textFormat() is Qt.TextFormat.PlainText


def test_a_look_that_changes_is_seen_at_once() -> None:
    words = label("Too short", "hint")
    words.ensurePolished()
    quiet = words.palette().windowText().color()
    set_look(words, "look", "error")
    assert words.palette().windowText().color() != quiet


def test_parts_carry_look_words_and_shortcut() -> None:
    made = button("&Print", "primary", "printer", "Ctrl+P", name="print_button")
    assert (made.objectName(), made.property("look"), made.shortcut().toString()) == (
        "print_button",
        "primary",
        "Ctrl+P",
    )
    assert not made.icon().isNull()
    assert chip("Verified", "verified", "lock").accessibleName() == "Verified"
    box = QFrame()
    assert card(layout_of(box)).property("look") == "card"


def layout_of(inside: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.addWidget(inside)
    return column


def test_a_button_keeps_its_key_when_its_words_change(qtbot: QtBot) -> None:
    made = button("Register", shortcut="Ctrl+F")
    qtbot.addWidget(made)
    made.setText("Sổ tiếp nhận")
    assert made.shortcut().toString() == "Ctrl+F"

"""People besides the applicant: their card is shown, or they are chosen by name, from the form itself."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from services.fakes import FixedClock
from services.people import MORNING, cast, words
from ui.builders import BIRTH
from ui.scanner_hands import FINGERS_MS, Hands
from ui.window_driver import WindowDriver, window_in

from counter_app.domain.citizen import PopulationRecord
from counter_app.domain.dossier import Capacity
from counter_app.gateways.specimen.cards import card_of
from counter_app.services.drafting import Sheet
from counter_app.ui.screens.procedure import ProcedureChoice


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[WindowDriver]:
    """Open the window over a fresh desk."""
    with window_in(qapp, tmp_path, FixedClock(MORNING)) as driver:
        yield driver


def sheet(desk: WindowDriver) -> Sheet:
    """Give the newest sheet."""
    at_hand = desk.conductor.visits.sheet
    assert at_hand is not None
    return at_hand


def ask_for_card(desk: WindowDriver, section: str) -> None:
    """Go to the button beside a section's heading by Tab, and press it."""
    desk.settle()
    button = desk.find(QPushButton, f"role_card_{section}")
    for _ in range(60):
        if not button.hasFocus():
            desk.key(Qt.Key.Key_Tab)
    desk.key(Qt.Key.Key_Space)
    desk.wait(lambda: desk.window.screen_in_front is desk.window.identify, "no card was asked for")
    desk.settle()


def show(desk: WindowDriver, record: PopulationRecord) -> None:
    """Read somebody's card with a hand scanner, without waiting for what comes of it."""
    card = card_of(record, words())
    assert card is not None
    desk.type(card.payload)
    desk.key(Qt.Key.Key_Return)


def test_the_groom_shows_his_own_card_and_fills_his_own_fields(desk: WindowDriver) -> None:
    bride, groom = cast().ede, cast().mong
    desk.scan(bride)
    desk.choose("dang ky ket hon")
    desk.settle()
    offered = desk.window.form.findChildren(QPushButton, "role_card_bride")
    assert [button.isVisible() for button in offered] == [False]
    ask_for_card(desk, "groom")
    assert "Bên nam" in desk.find(QLabel, "identify_title").text()
    show(desk, groom)
    desk.wait(lambda: desk.window.screen_in_front is desk.window.form, "the groom was not found")
    desk.settle()
    filled = sheet(desk).filled
    assert filled.value("bride_full_name") == bride.full_name
    assert filled.value("groom_full_name") == groom.full_name
    assert filled.is_locked("groom_full_name")


def test_a_card_of_the_other_sex_is_refused_and_asked_for_again(desk: WindowDriver) -> None:
    desk.scan(cast().ede)
    desk.choose("dang ky ket hon")
    ask_for_card(desk, "groom")
    show(desk, cast().new_mother)
    desk.settle()
    assert desk.window.screen_in_front is desk.window.identify
    assert sheet(desk).filled.value("groom_full_name") == ""
    show(desk, cast().mong)
    desk.wait(lambda: desk.window.screen_in_front is desk.window.form, "the groom was not found")
    assert sheet(desk).filled.value("groom_full_name") == cast().mong.full_name


def test_going_back_to_the_form_gives_up_waiting_and_the_next_card_is_another_citizens(
    desk: WindowDriver,
) -> None:
    desk.scan(cast().ede)
    desk.choose("dang ky ket hon")
    ask_for_card(desk, "groom")
    desk.key(Qt.Key.Key_F4)
    desk.wait(lambda: desk.window.screen_in_front is desk.window.form, "the form did not come back")
    desk.settle()
    desk.key(Qt.Key.Key_F2)
    desk.wait(lambda: desk.window.screen_in_front is desk.window.identify, "the first step did not come")
    assert "Bên nam" not in desk.find(QLabel, "identify_title").text()


def test_a_relative_is_chosen_by_name_and_the_role_is_left_open_again(desk: WindowDriver) -> None:
    mother = cast().new_mother
    desk.scan(mother)
    desk.choose("dang ky khai tu")
    desk.settle()
    names = desk.find(QPushButton, "role_names_deceased")
    (chosen,) = [
        action for action in names.menu().actions() if action.text().startswith(cast().new_father.full_name)
    ]
    chosen.trigger()
    desk.settle()
    assert sheet(desk).filled.value("deceased_full_name") == cast().new_father.full_name
    (taken_back,) = names.menu().findChildren(QAction, "role_deceased_open")
    taken_back.trigger()
    desk.settle()
    assert sheet(desk).filled.value("deceased_full_name") == ""


def test_the_family_is_read_by_itself_once_the_form_says_who_files(desk: WindowDriver) -> None:
    desk.scan(cast().new_mother)
    visits = desk.conductor.visits
    new_born = replace(cast().new_mother.children[0], citizen_id=None)
    visits.choose(ProcedureChoice(BIRTH, Capacity.CHILD, new_born))
    desk.wait(lambda: desk.window.screen_in_front is desk.window.form, "no form was begun")
    visits.declare("relation", "mother", "")
    visits.declare("has_father", "yes", "")
    desk.settle()
    assert sheet(desk).filled.value("father_residence") == str(cast().new_father.permanent_residence)


def scan_beside_the_form(desk: WindowDriver, record: PopulationRecord) -> None:
    """Pull the hand scanner's trigger while the form is in front."""
    show(desk, record)
    desk.settle()


def test_a_card_scanned_beside_the_form_fills_the_one_open_role_and_can_be_taken_back(
    desk: WindowDriver,
) -> None:
    bride, groom = cast().ede, cast().mong
    desk.scan(bride)
    desk.choose("dang ky ket hon")
    desk.settle()
    scan_beside_the_form(desk, groom)
    desk.wait(lambda: sheet(desk).filled.value("groom_full_name") == groom.full_name, "the role is empty")
    assert sheet(desk).filled.value("bride_full_name") == bride.full_name
    assert sheet(desk).draft.applicant.citizen_id == bride.citizen_id
    notice = desk.window.actions_bar.notices.notice
    assert notice is not None
    assert "Bên nam" in notice.text
    desk.find(QPushButton, "notice_action").click()
    desk.settle()
    assert sheet(desk).filled.value("groom_full_name") == ""


def test_a_card_that_fits_no_open_role_offers_to_serve_that_person_instead(desk: WindowDriver) -> None:
    desk.scan(cast().ede)
    desk.choose("dang ky ket hon")
    desk.settle()
    scan_beside_the_form(desk, cast().new_mother)
    assert sheet(desk).draft.players == ()
    notice = desk.window.actions_bar.notices.notice
    assert notice is not None
    assert notice.action is not None


def test_where_a_damaged_scan_may_be_for_several_roles_the_form_asks_and_the_name_is_typed(
    desk: WindowDriver,
) -> None:
    desk.scan(cast().mong)
    visits, mother = desk.conductor.visits, cast().new_mother
    visits.choose(ProcedureChoice(BIRTH, Capacity.CHILD, new_born=True))
    desk.wait(lambda: desk.window.screen_in_front is desk.window.form, "no form was begun")
    desk.settle()
    card = card_of(mother, words())
    assert card is not None
    desk.type(card.payload.encode("ascii", errors="ignore").decode())
    desk.key(Qt.Key.Key_Return)
    desk.settle()
    question = desk.window.form.role_question
    assert question.isVisible()
    assert desk.find(QPushButton, "whose_card_0").hasFocus()
    rows = {row.text(): row for row in question.findChildren(QPushButton)}
    (asked,) = [row for called, row in rows.items() if "mẹ" in called.lower()]
    while not asked.hasFocus():
        desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Return)
    desk.wait(lambda: desk.window.screen_in_front is desk.window.identify, "the name was not asked for")
    desk.settle()
    assert desk.find(QLineEdit, "typed_citizen_id").text() == str(mother.citizen_id)
    Hands().press(desk.find(QLineEdit, "typed_full_name"), mother.full_name, FINGERS_MS)
    desk.find(QPushButton, "typed_submit").click()
    desk.wait(lambda: desk.window.screen_in_front is desk.window.form, "the mother was not found")
    desk.settle()
    assert [player.role for player in sheet(desk).draft.players] == ["mother"]
    assert sheet(desk).draft.applicant.citizen_id == cast().mong.citizen_id

"""A whole visit in the real window, by keys alone, over a real desk."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from journeys.driver import MONDAY, card_picture
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from services.fakes import FixedClock
from services.people import cast, shown_card
from ui.window_driver import WindowDriver, window_in

from counter_app.domain.citizen import PopulationRecord
from counter_app.domain.dossier import Capacity
from counter_app.domain.look import Purpose
from counter_app.domain.paper import PageSource
from counter_app.ui.screens.procedure import ProcedureChoice
from scanning.frames import encode_jpeg

HOLDER = cast().ede


@pytest.fixture
def driver(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[WindowDriver]:
    """Open a fresh desk in its window."""
    del qtbot  # its watch over Qt's own messages is what is wanted of it
    with window_in(qapp, tmp_path, FixedClock(MONDAY)) as opened:
        yield opened


def everything_written(window: QWidget) -> str:
    """Read every word the window holds, shown or hidden."""
    labels = [part.text() for part in window.findChildren(QLabel)]
    lines = [part.text() for part in window.findChildren(QLineEdit)]
    buttons = [part.text() for part in window.findChildren(QAbstractButton)]
    areas = [part.toPlainText() for part in window.findChildren(QPlainTextEdit)]
    return "\n".join(labels + lines + buttons + areas)


def answer_what_is_left(driver: WindowDriver) -> None:
    """Type what the record does not hold, and let Enter go from one to the next."""
    for field, text in (("address", "Số 12, ngõ 34 phố Mẫu"), ("to_date", "23/11/2027")):
        driver.wait(partial(in_field, field), f"the cursor did not go to {field}")
        driver.type(text)
        driver.key(Qt.Key.Key_Return)
    driver.wait(lambda: in_field("residence_basis"), "the cursor did not go to residence_basis")
    driver.key(Qt.Key.Key_Space)
    driver.settle()


def in_field(name: str) -> bool:
    """Whether the keyboard's focus is within the field's row."""
    part = QApplication.focusWidget()
    while part is not None:
        if part.objectName() == f"field_{name}":
            return True
        part = part.parentWidget()
    return False


def press(driver: WindowDriver, name: str) -> None:
    """Bring the focus to a button and press it by the space bar."""
    driver.find(QAbstractButton, name).setFocus(Qt.FocusReason.TabFocusReason)
    driver.key(Qt.Key.Key_Space)


def serve(driver: WindowDriver, record: PopulationRecord) -> None:
    """Take one citizen from the card to the code."""
    window, visits = driver.window, driver.conductor.visits
    driver.scan(record)
    driver.choose("tam tru")
    answer_what_is_left(driver)
    driver.key(Qt.Key.Key_F5)
    driver.wait(lambda: window.screen_in_front is window.papers)
    if visits.sheet and visits.sheet.missing_papers:
        press(driver, "practice_sheet_button")
        driver.wait(lambda: bool(visits.sheet and visits.sheet.draft.papers), "no page was taken")
        driver.settle()
    driver.key(Qt.Key.Key_F6)
    driver.wait(lambda: window.screen_in_front is window.receive)
    driver.key(Qt.Key.Key_Return)
    driver.wait(lambda: visits.state.dossier is not None, "the dossier was not received")
    driver.settle()


def test_a_citizen_is_served_from_card_to_code_by_keys_alone(driver: WindowDriver) -> None:
    serve(driver, HOLDER)
    assert "TH-H26.99-261123-0001" in everything_written(driver.window)
    (row,) = driver.opened.desk.register.today()
    dossier, _ = driver.opened.desk.register.open(row.dossier_id, "cb.01", Purpose.CITIZEN_ASKS)
    assert dossier.applicant.record == HOLDER
    driver.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    driver.wait(lambda: driver.window.screen_in_front is driver.window.identify)
    driver.settle()


def test_nothing_of_the_last_citizen_is_left_in_the_window(driver: WindowDriver) -> None:
    serve(driver, HOLDER)
    driver.conductor.visits.leave()
    driver.settle()
    hall = driver.opened.desk.hall
    assert hall is not None
    driver.window.identify.set_practice_people(())
    written = everything_written(driver.window)
    for trace in (
        HOLDER.full_name,
        HOLDER.citizen_id.digits,
        HOLDER.citizen_id.masked,
        HOLDER.phone or "–",
    ):
        assert trace not in written, "the window still holds something of the last citizen"
    assert HOLDER.full_name not in driver.window.windowTitle()


def test_a_change_is_on_disk_without_being_asked_for(driver: WindowDriver) -> None:
    driver.scan(HOLDER)
    driver.choose("tam tru")
    driver.wait(lambda: in_field("address"))
    driver.type("Số 12")
    driver.wait(
        lambda: '"Số 12"' in driver.drafts()[0].form,
        "what was typed is not on disk",
    )


@pytest.mark.parametrize("code", ["https://example.invalid", "000199000017|012345678|Nguy"])
def test_a_wrong_code_is_refused_in_words_and_nothing_is_filled(driver: WindowDriver, code: str) -> None:
    driver.conductor.visits.read_payload(code)
    driver.settle()
    assert driver.window.screen_in_front is driver.window.identify
    assert driver.conductor.visits.state.visit is None
    assert driver.drafts() == ()


def test_undo_takes_back_the_last_change(driver: WindowDriver) -> None:
    driver.scan(HOLDER)
    driver.choose("tam tru")
    visits = driver.conductor.visits
    visits.declare("address", "Số 12", "")
    visits.undo()
    driver.settle()
    assert visits.sheet is not None
    assert visits.sheet.filled.value("address") == ""
    assert '"Số 12"' not in driver.drafts()[0].form


def test_a_killed_visit_is_offered_back_at_the_next_start(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    del qtbot
    with window_in(qapp, tmp_path, FixedClock(MONDAY)) as driver:
        driver.scan(HOLDER)
        driver.choose("tam tru")
        driver.conductor.visits.declare("address", "Số 12", "")
        driver.settle()
    with window_in(qapp, tmp_path, FixedClock(MONDAY)) as driver:
        driver.settle()
        press(driver, "notice_action")
        driver.wait(lambda: driver.window.screen_in_front is driver.window.form)
        assert driver.conductor.visits.sheet is not None
        assert driver.conductor.visits.sheet.filled.value("address") == "Số 12"


def test_the_language_changes_without_a_restart_and_is_remembered(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    del qtbot
    with window_in(qapp, tmp_path, FixedClock(MONDAY)) as driver:
        press(driver, "language_en")
        driver.settle()
        assert driver.window.windowTitle().startswith("Citizen")
    with window_in(qapp, tmp_path, FixedClock(MONDAY)) as driver:
        assert driver.window.windowTitle().startswith("Citizen")
        press(driver, "language_vi")
        driver.settle()
        assert driver.window.windowTitle().startswith("Công dân")


def test_a_visit_set_aside_is_taken_up_again(driver: WindowDriver) -> None:
    driver.scan(HOLDER)
    driver.choose("tam tru")
    visits = driver.conductor.visits
    visits.declare("address", "Số 12", "")
    driver.key(Qt.Key.Key_F8)
    driver.wait(lambda: driver.window.screen_in_front is driver.window.identify)
    driver.settle()
    (parked,) = driver.drafts()
    driver.window.rail.draft_asked.emit(parked.draft_id)
    driver.wait(lambda: driver.window.screen_in_front is driver.window.form)
    assert visits.sheet is not None
    assert visits.sheet.filled.value("address") == "Số 12"


def test_a_look_up_that_ends_after_the_citizen_left_shows_nobody(driver: WindowDriver) -> None:
    visits = driver.conductor.visits
    visits.use_card(shown_card(HOLDER))
    visits.leave()
    driver.settle()
    assert visits.state.visit is None
    assert HOLDER.full_name not in everything_written(driver.window.person)


def test_a_draft_taken_up_in_the_middle_of_another_visit_shows_its_own_person(driver: WindowDriver) -> None:
    driver.scan(HOLDER)
    driver.choose("tam tru")
    driver.key(Qt.Key.Key_F8)
    driver.settle()
    driver.scan(cast().mong)
    (parked,) = driver.drafts()
    driver.conductor.visits.resume(parked.draft_id)
    driver.wait(lambda: driver.window.screen_in_front is driver.window.form)
    driver.settle()
    shown = everything_written(driver.window.person)
    assert HOLDER.full_name in shown
    assert cast().mong.full_name not in shown


def test_a_page_that_is_ready_after_the_citizen_left_goes_into_their_own_draft(driver: WindowDriver) -> None:
    driver.scan(HOLDER)
    driver.choose("tam tru")
    theirs = driver.conductor.visits.sheet
    assert theirs is not None
    driver.window.papers.practice_sheet_wanted.emit("lease")
    driver.conductor.visits.leave()
    driver.settle()
    driver.scan(cast().mong)
    driver.choose("tam tru")
    driver.wait(lambda: len(driver.drafts()) == 2)
    driver.settle()
    papers = {draft.whose.citizen_id: len(draft.papers) for draft in driver.drafts()}
    assert papers == {HOLDER.citizen_id: 1, cast().mong.citizen_id: 0}


def test_another_procedure_in_the_same_visit_leaves_the_first_draft_alone(driver: WindowDriver) -> None:
    driver.scan(HOLDER)
    driver.choose("tam tru")
    driver.conductor.visits.declare("address", "Số 12", "")
    driver.settle()
    driver.conductor.visits.choose(ProcedureChoice("2.000635", Capacity.SELF))
    driver.wait(lambda: len(driver.drafts()) == 2)
    assert any('"Số 12"' in draft.form for draft in driver.drafts())


def test_what_a_scanner_writes_into_the_watched_folder_becomes_a_page(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    del qtbot
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (tmp_path / "counter.toml").write_text(f'inbox = "{inbox.as_posix()}"\n', encoding="utf-8")
    with window_in(qapp, tmp_path, FixedClock(MONDAY)) as driver:
        driver.scan(HOLDER)
        driver.choose("tam tru")
        driver.key(Qt.Key.Key_F5)
        driver.wait(lambda: driver.window.screen_in_front is driver.window.papers)
        (inbox / "page.jpg").write_bytes(encode_jpeg(card_picture(HOLDER), 90))
        visits = driver.conductor.visits
        driver.wait(
            lambda: bool(visits.sheet and visits.sheet.draft.papers), "the folder was not looked into"
        )
        assert visits.sheet is not None
        assert visits.sheet.draft.papers[0].pages[0].source is PageSource.FOLDER
        driver.settle()

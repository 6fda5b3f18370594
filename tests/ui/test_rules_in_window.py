"""What the packs' rules say, in the real window: the way of filing, the answer at once, the clock, faults."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from journeys.driver import MONDAY
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot
from services.fakes import FixedClock
from services.people import RESOURCES, cast
from ui.window_driver import WindowDriver, window_in

from counter_app.domain.dossier import Capacity
from counter_app.domain.fee_rules import Channel
from counter_app.services.drafting import Sheet
from counter_app.ui.screens.procedure import ProcedureChoice
from counter_app.ui.steps import Step
from forms.example import read_example

RESIDENCE, FORMER_NUMBER = "1.004194", "0.000001"


@pytest.fixture
def driver(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[WindowDriver]:
    """Open a fresh desk in its window, with one file of amounts that is not right."""
    del qtbot  # its watch over Qt's own messages is what is wanted of it
    own = tmp_path / "office_fees"
    own.mkdir()
    (own / "khong-dung.toml").write_text('province = "Mẫu"\n', encoding="utf-8")
    with window_in(qapp, tmp_path, FixedClock(MONDAY)) as opened:
        yield opened


def review(driver: WindowDriver) -> None:
    """Fill the form of temporary residence as its example does, and go to the last step."""
    driver.scan(cast().ede)
    driver.conductor.visits.choose(ProcedureChoice(RESIDENCE, Capacity.SELF))
    driver.wait(lambda: driver.conductor.visits.sheet is not None)
    drafting = driver.opened.desk.drafting

    def filled(sheet: Sheet) -> Sheet:
        path = RESOURCES / "examples" / f"{RESIDENCE}.toml"
        example = read_example(path, sheet.definition, today=sheet.today)
        sheet = drafting.answer_all(sheet, example.answers, example.unlock)
        for line in sheet.missing_papers:
            sheet = drafting.excuse(sheet, line.paper.slot, "Đã tra cứu")
        return sheet

    driver.conductor.visits.change(filled)
    driver.settle()
    driver.window.rail.step_asked.emit(Step.RECEIVE)
    driver.wait(lambda: driver.window.screen_in_front is driver.window.receive)
    driver.settle()


def fee(driver: WindowDriver) -> str:
    return driver.find(QLabel, "review_fee_amount").text()


def test_the_citizen_hears_of_the_cheaper_way_and_the_dossier_is_filed_that_way(driver: WindowDriver) -> None:
    review(driver)
    assert "7.000 đồng" in driver.find(QLabel, "review_fee_tip").text()
    assert fee(driver) == "15.000 đồng"
    driver.find(QRadioButton, "channel_online").click()
    driver.settle()
    assert fee(driver) == "7.000 đồng"
    driver.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    driver.settle()
    assert fee(driver) == "15.000 đồng"
    driver.find(QRadioButton, "channel_online").click()
    driver.settle()
    driver.window.receive.primary.trigger()
    driver.wait(lambda: driver.conductor.visits.state.dossier is not None)
    dossier = driver.conductor.visits.state.dossier
    assert dossier is not None
    assert (dossier.filing.channel, dossier.fee) == (Channel.ONLINE, 7_000)


def test_an_online_dossier_keeps_the_code_it_came_with_and_enter_receives_nothing_yet(
    driver: WindowDriver,
) -> None:
    review(driver)
    driver.find(QRadioButton, "channel_online").click()
    driver.settle()
    code = driver.find(QLineEdit, "existing_code")
    code.setFocus()
    driver.type("g22.99-260101-12345")
    driver.key(Qt.Key.Key_Return)
    driver.settle()
    assert driver.conductor.visits.state.together == ()
    driver.window.receive.primary.trigger()
    driver.wait(lambda: driver.conductor.visits.state.dossier is not None)
    dossier = driver.conductor.visits.state.dossier
    assert dossier is not None
    assert (dossier.code, dossier.number_of_day) == ("G22.99-260101-12345", 0)


def test_an_exemption_is_ticked_by_the_keyboard_and_the_focus_stays_on_it(driver: WindowDriver) -> None:
    review(driver)
    box = driver.find(QCheckBox, "waiver_exempt_residence")
    assert "75/2022/TT-BTC" in driver.find(QLabel, "waiver_exempt_residence_below").text()
    box.setFocus()
    driver.key(Qt.Key.Key_Space)
    driver.settle()
    sheet = driver.conductor.visits.sheet
    assert sheet is not None
    assert sheet.draft.filing.waivers == ("exempt_residence",)
    assert "đồng" not in fee(driver)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "waiver_exempt_residence"


def test_the_former_number_is_answered_at_once_masked_and_nothing_is_begun(driver: WindowDriver) -> None:
    driver.scan(cast().ede)
    driver.key(Qt.Key.Key_1)
    driver.conductor.visits.choose(ProcedureChoice(FORMER_NUMBER, Capacity.SELF))
    driver.settle()
    number = driver.find(QLabel, "spoken_number")
    assert number.text() == "•" * 6 + cast().ede.former_id[-3:]
    assert "58/2026" in driver.find(QLabel, "spoken_law").text()
    driver.find(QPushButton, "reveal_spoken_number").click()
    assert number.text() == cast().ede.former_id
    assert driver.drafts() == ()
    assert driver.conductor.visits.sheet is None
    driver.key(Qt.Key.Key_Escape)
    assert not number.isVisible()
    driver.window.next_citizen.trigger()
    driver.settle()
    assert number.text() == ""


def test_a_clock_is_stopped_goes_on_and_a_second_supplement_is_warned_of(driver: WindowDriver) -> None:
    review(driver)
    driver.window.receive.primary.trigger()
    driver.wait(lambda: driver.conductor.visits.state.dossier is not None)
    dossier = driver.conductor.visits.state.dossier
    assert dossier is not None
    driver.window.rail.register_asked.emit()
    driver.window.register.row_opened.emit(dossier.dossier_id)
    driver.settle()
    due = driver.find(QLabel, "clock_now").text()
    for name in ("clock_begin_wait_supplement", "clock_end_wait_supplement", "clock_again"):
        driver.find(QPushButton, name).click()
        driver.settle()
        assert (driver.find(QLabel, "clock_now").text() == due) is (name != "clock_begin_wait_supplement")
    times = driver.opened.desk.times
    assert not times.standing(dossier.dossier_id).counts_as_overdue
    driver.find(QPushButton, "clock_ask_again").click()
    driver.settle()
    assert times.standing(dossier.dossier_id).counts_as_overdue
    assert driver.find(QLabel, "clock_overdue").text()
    driver.find(QPushButton, "clock_take_back").click()
    driver.settle()
    assert not times.standing(dossier.dossier_id).counts_as_overdue


def test_files_left_out_are_said_once_and_listed_where_procedures_are_chosen(driver: WindowDriver) -> None:
    driver.conductor.begin(ask_who_serves=False)
    driver.settle()
    notice = driver.window.actions_bar.notices.notice
    assert notice is not None
    assert "1" in notice.text
    driver.scan(cast().ede)
    driver.find(QPushButton, "left_out").click()
    assert driver.find(QLabel, "left_out_files").text() == "khong-dung.toml, dòng 1, source: thiếu khóa này."


def test_files_left_out_and_drafts_left_open_are_both_said_when_the_desk_opens(driver: WindowDriver) -> None:
    driver.scan(cast().ede)
    driver.choose("tam tru")
    driver.settle()
    driver.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    driver.settle()
    bar = driver.window.actions_bar.notices
    bar.clear()
    driver.conductor.begin(ask_who_serves=False)
    driver.settle()
    assert bar.notice is not None
    left_out, drafts = bar.notice.text.splitlines()
    assert "bước Thủ tục" in left_out
    assert "dở dang" in drafts
    assert bar.notice.action
    driver.find(QPushButton, "notice_action").click()
    driver.wait(lambda: driver.conductor.visits.sheet is not None)

"""The lines on a card's back and its printed number in the real window: ways in, and a check of the QR."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from crafts.scanning.type_scenes import NUMBER, held, number_card
from journeys.driver import FONTS, MONDAY
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QWidget
from services.fakes import FixedClock
from services.people import cast, population, words
from ui.scanner_hands import Hands
from ui.window_driver import WindowDriver, window_in

from counter_app.bootstrap.hall import CardPictures, held_cards
from counter_app.domain.citizen import CitizenCard, PopulationRecord, Reading
from counter_app.domain.citizen_id import Sex
from counter_app.domain.dates import PartialDate
from counter_app.domain.mrz import MachineReadableZone
from counter_app.gateways.specimen.cards import card_of
from counter_app.ui.card_reading import ZoneBeside, zone_in
from counter_app.ui.widgets.number_check import NumberCheck
from scanning.frames import Frame, encode_jpeg, fit

CITIZEN, OTHER = cast().units_renamed, cast().new_mother


def back_of(record: PopulationRecord) -> Frame:
    """Lay the drawn back of somebody's practice card on a gray desk."""
    people = held_cards(population(), words())
    index = next(at for at, each in enumerate(people) if each.record.citizen_id == record.citizen_id)
    back = fit(CardPictures(people, FONTS)[index].back, 900).pixels
    return Frame(np.pad(back, ((90, 90), (150, 150), (0, 0)), constant_values=120))


def zone_of(record: PopulationRecord) -> MachineReadableZone:
    """Read the lines off a card's back."""
    read = zone_in(back_of(record), budget_ms=60_000)
    assert read is not None
    return read


@pytest.fixture(scope="module")
def zone() -> MachineReadableZone:
    return zone_of(CITIZEN)


@pytest.fixture(scope="module")
def window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[WindowDriver]:
    """Open one desk for all: what is tried here lies between two citizens."""
    with window_in(qapp, tmp_path_factory.mktemp("desk"), FixedClock(MONDAY)) as opened:
        yield opened


@pytest.fixture
def driver(window: WindowDriver) -> Iterator[WindowDriver]:
    """Call the next citizen after each trial."""
    yield window
    window.window.next_citizen.trigger()
    window.settle()


def seen(driver: WindowDriver, zone: MachineReadableZone) -> None:
    driver.conductor.camera.zone_read.emit(zone)


def typed(driver: WindowDriver, part: str) -> str:
    return driver.find(QLineEdit, f"typed_{part}").text()


def said(driver: WindowDriver, name: str) -> str:
    return driver.find(QLabel, name).text()


def served(driver: WindowDriver) -> CitizenCard:
    driver.wait(lambda: driver.window.screen_in_front is driver.window.procedure, "nobody was found")
    driver.settle()
    visit = driver.conductor.visits.state.visit
    assert visit is not None
    return visit.person.card


def shown_in_panel(driver: WindowDriver) -> set[str]:
    return {part.objectName() for part in driver.window.person.findChildren(QWidget)}


def test_the_lines_open_the_typed_way_in_and_only_the_name_is_missing(
    driver: WindowDriver, zone: MachineReadableZone
) -> None:
    seen(driver, zone)
    assert typed(driver, "citizen_id") == CITIZEN.citizen_id.digits
    assert PartialDate.from_iso(str(zone.born_on)).year == CITIZEN.born_on.year
    assert zone.name_letters in said(driver, "hint_full_name")
    assert zone.name_letters in said(driver, "guidance_advice")
    assert driver.conductor.visits.state.visit is None
    driver.wait(driver.find(QLineEdit, "typed_full_name").hasFocus, "the cursor is not in the name")
    driver.type(CITIZEN.full_name)
    driver.key(Qt.Key.Key_Return)
    card = served(driver)
    assert (card.reading, card.full_name) == (Reading.BY_ZONE, CITIZEN.full_name)
    assert (card.sex, card.born_on) == (CITIZEN.sex, CITIZEN.born_on)
    assert not {"zone_differs", "zone_agrees"} & shown_in_panel(driver)
    assert "MRZ" in driver.find(QWidget, "badge_reading").accessibleName()


def test_another_name_than_the_lines_have_warns_and_is_taken(
    driver: WindowDriver, zone: MachineReadableZone
) -> None:
    seen(driver, zone)
    driver.type("Trần Thị Khác")
    driver.find(QLineEdit, "typed_born_on").setFocus()
    assert "Không khớp" in said(driver, "hint_full_name")
    assert driver.find(QLabel, "hint_full_name").property("look") == "warning"
    driver.key(Qt.Key.Key_Return)
    assert served(driver).full_name == "Trần Thị Khác"
    assert "gõ" in said(driver, "zone_differs")
    assert zone.name_letters in said(driver, "zone_full_name")


def test_the_card_seen_again_does_not_take_the_name_away_that_is_being_typed(
    driver: WindowDriver, zone: MachineReadableZone
) -> None:
    seen(driver, zone)
    driver.type("Lê")
    seen(driver, zone)
    assert typed(driver, "full_name") == "Lê"
    seen(driver, replace(zone, citizen_id=OTHER.citizen_id))
    assert typed(driver, "full_name") == ""


def test_lines_whose_name_a_thumb_hides_ask_for_the_name_and_warn_of_none(
    driver: WindowDriver, zone: MachineReadableZone
) -> None:
    seen(driver, replace(zone, name_letters=""))
    assert said(driver, "guidance_advice") == "Nhập họ tên đủ dấu rồi nhấn Enter."
    driver.type(CITIZEN.full_name)
    driver.find(QLineEdit, "typed_born_on").setFocus()
    assert driver.find(QLabel, "hint_full_name").property("look") == "hint"


def test_a_corrected_number_is_no_longer_the_one_of_the_lines(
    driver: WindowDriver, zone: MachineReadableZone
) -> None:
    seen(driver, zone)
    driver.type(CITIZEN.full_name)
    driver.find(QLineEdit, "typed_citizen_id").setText(OTHER.citizen_id.digits)
    driver.find(QPushButton, "typed_submit").click()
    assert served(driver).reading is Reading.TYPED


def test_lines_beside_a_code_that_agree_are_a_quiet_chip_and_say_until_when_the_card_holds(
    driver: WindowDriver, zone: MachineReadableZone
) -> None:
    driver.scan(CITIZEN)
    ending = replace(zone, expires_on=date(2026, 1, 2))
    driver.conductor.camera.zone_beside.emit(ZoneBeside(CITIZEN.citizen_id, ending))
    assert driver.find(QWidget, "zone_agrees").accessibleName() == "Khớp dòng MRZ"
    assert "02/01/2026" in said(driver, "card_line")
    assert "remark_card_expired" in shown_in_panel(driver)


def test_lines_beside_a_code_that_differ_are_told_fact_by_fact(
    driver: WindowDriver, zone: MachineReadableZone
) -> None:
    other_sex = Sex.MALE if CITIZEN.sex is Sex.FEMALE else Sex.FEMALE
    altered = replace(zone, citizen_id=OTHER.citizen_id, born_on=PartialDate(1901, 2, 3), sex=other_sex)
    driver.scan(CITIZEN)
    driver.conductor.camera.zone_beside.emit(ZoneBeside(CITIZEN.citizen_id, altered))
    assert said(driver, "zone_differs") == "QR và dòng mã máy đọc khác nhau:"
    assert OTHER.citizen_id.digits in said(driver, "zone_citizen_id")
    assert "03/02/1901" in said(driver, "zone_born_on")
    assert "zone_full_name" not in shown_in_panel(driver)


def test_lines_that_come_before_their_person_was_found_wait_for_them(
    driver: WindowDriver, zone: MachineReadableZone
) -> None:
    card = card_of(CITIZEN, words())
    assert card is not None
    driver.conductor.camera.payload_read.emit(card.payload)
    seen(driver, zone)
    assert served(driver).reading is Reading.BY_PLACE
    driver.wait(lambda: "zone_agrees" in shown_in_panel(driver), "nothing was laid beside")


def test_the_back_of_who_is_served_is_laid_beside_and_begins_nothing(
    driver: WindowDriver, zone: MachineReadableZone
) -> None:
    driver.scan(CITIZEN)
    visit = driver.conductor.visits.state.visit
    driver.conductor._go(driver.window.identify)
    seen(driver, zone)
    assert driver.conductor.visits.state.visit is visit
    assert "zone_agrees" in shown_in_panel(driver)
    typing = driver.window.identify.findChildren(QLineEdit, "typed_citizen_id")
    assert [field.text() for field in typing] == [""]


def test_a_newcomers_lines_outlive_the_visit_that_their_card_ends(
    driver: WindowDriver, zone: MachineReadableZone
) -> None:
    driver.scan(OTHER)
    driver.conductor._go(driver.window.identify)
    seen(driver, replace(zone, expires_on=date(2026, 1, 2)))
    driver.type(CITIZEN.full_name)
    driver.key(Qt.Key.Key_Return)
    assert served(driver).citizen_id == CITIZEN.citizen_id
    driver.wait(lambda: "remark_card_expired" in shown_in_panel(driver), "the lines were forgotten")


def test_nothing_of_the_lines_stays_for_the_next_citizen(
    driver: WindowDriver, zone: MachineReadableZone
) -> None:
    seen(driver, zone)
    driver.window.next_citizen.trigger()
    driver.settle()
    driver.scan(CITIZEN)
    assert not {"zone_agrees", "zone_differs"} & shown_in_panel(driver)


def test_lines_that_were_read_after_their_citizen_had_gone_are_not_kept(
    driver: WindowDriver, zone: MachineReadableZone
) -> None:
    driver.scan(CITIZEN)
    driver.window.next_citizen.trigger()
    driver.settle()
    driver.conductor.camera.zone_beside.emit(ZoneBeside(CITIZEN.citizen_id, zone))
    driver.scan(CITIZEN)
    driver.settle()
    assert not {"zone_agrees", "zone_differs"} & shown_in_panel(driver)


def test_lines_that_another_screen_is_in_front_of_are_left_alone(
    driver: WindowDriver, zone: MachineReadableZone
) -> None:
    driver.scan(OTHER)
    seen(driver, zone)
    assert driver.window.screen_in_front is driver.window.procedure
    assert "zone_differs" not in shown_in_panel(driver)


def test_lines_typed_by_a_hand_scanner_are_a_way_in_too(driver: WindowDriver) -> None:
    lines = "IDVNM1990000173000199000017<<39903159F3903157VNM<<<<<<<<<<<6NGUYEN<<THI<THU<HA<<<<<<<<<<<<"
    Hands().press(QApplication.focusWidget() or driver.window, lines + "\r")
    assert typed(driver, "citizen_id") == "000199000017"
    assert "NGUYEN THI THU HA" in said(driver, "hint_full_name")


def test_a_picture_of_the_back_is_a_way_in(driver: WindowDriver) -> None:
    driver.window.identify.picture_given.emit(encode_jpeg(back_of(CITIZEN), 90))
    driver.wait(lambda: bool(driver.window.identify.findChildren(QLineEdit, "typed_citizen_id")[0].text()))
    assert typed(driver, "citizen_id") == CITIZEN.citizen_id.digits
    assert driver.find(QLineEdit, "typed_full_name").isVisible()


def test_a_picture_of_two_cards_is_refused(driver: WindowDriver) -> None:
    people = held_cards(population(), words())
    sides = [fit(picture.code_side, 900).pixels for picture in CardPictures(people, FONTS)[:2]]
    driver.window.identify.picture_given.emit(encode_jpeg(Frame(np.vstack(sides)), 92))
    driver.settle()
    assert driver.conductor.visits.state.visit is None
    assert "nhiều hơn một thẻ" in said(driver, "guidance_what")


def test_a_refusal_that_comes_late_is_not_shown_to_the_next_citizen(driver: WindowDriver) -> None:
    driver.window.identify.picture_given.emit(b"damaged")
    driver.window.next_citizen.trigger()
    driver.settle()
    assert not driver.window.identify.findChildren(QLabel, "guidance_what")[0].isVisible()
    driver.window.identify.picture_given.emit(b"damaged")
    driver.settle()
    assert said(driver, "guidance_what")


def test_what_fails_late_in_the_store_is_said_all_the_same(driver: WindowDriver) -> None:
    refused: list[Exception] = []
    driver.conductor.visits.refused.connect(refused.append)
    driver.conductor.visits.resume("kept nowhere")
    driver.window.next_citizen.trigger()
    driver.settle()
    assert refused == []
    assert said(driver, "guidance_what")


def test_a_printed_number_is_proposed_with_its_picture_and_taken_only_once_it_was_compared(
    driver: WindowDriver,
) -> None:
    camera = driver.conductor.camera
    camera.stop()
    camera._frame = held(number_card(), 8)
    driver.find(QPushButton, "number_button").click()
    driver.settle()
    check = driver.find(NumberCheck, "number_check")
    assert typed(driver, "citizen_id") == NUMBER
    picture = driver.find(QLabel, "number_picture").pixmap()
    assert picture.width() > 3 * picture.height() > 0
    driver.find(QLineEdit, "typed_full_name").setText("Nguyễn Thị Thu Hà")
    driver.find(QLineEdit, "typed_born_on").setText("15/03/1999")
    driver.find(QPushButton, "typed_submit").click()
    assert "đánh dấu" in said(driver, "hint_citizen_id")
    assert driver.window.screen_in_front is driver.window.identify
    tick = driver.find(QCheckBox, "number_compared")
    assert tick.hasFocus()
    driver.key(Qt.Key.Key_Space)
    driver.find(QPushButton, "typed_submit").click()
    assert served(driver).citizen_id.digits == NUMBER
    driver.window.next_citizen.trigger()
    driver.settle()
    assert not check.isVisibleTo(driver.window)
    assert [shown.pixmap().isNull() for shown in check.findChildren(QLabel, "number_picture")] == [True]


def test_a_printed_number_that_comes_late_is_not_shown_to_the_next_citizen(driver: WindowDriver) -> None:
    camera = driver.conductor.camera
    camera.stop()
    camera._frame = held(number_card(), 8)
    driver.find(QPushButton, "number_button").click()
    driver.window.next_citizen.trigger()
    driver.settle()
    assert driver.window.screen_in_front is driver.window.identify
    typing = driver.window.identify.findChildren(QLineEdit, "typed_citizen_id")
    assert [field.text() for field in typing] == [""]
    assert not driver.window.identify.findChildren(NumberCheck)[0].isVisible()


def test_no_number_in_the_picture_and_no_picture_say_what_helps(driver: WindowDriver) -> None:
    camera = driver.conductor.camera
    camera.stop()
    driver.find(QPushButton, "number_button").click()
    assert "Không đọc được số" in said(driver, "guidance_what")
    camera._frame = Frame(np.full((240, 320, 3), 90, np.uint8))
    driver.find(QPushButton, "number_button").click()
    driver.settle()
    assert "Không đọc được số" in said(driver, "guidance_what")

"""A page's light also tells what stands on it: of another paper, of another person, no longer valid."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from journeys.driver import MONDAY
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from services.fakes import FixedClock
from services.people import cast
from services.test_page_reading import CERTIFICATE, LEASE, sheet_of_paper
from ui.window_driver import WindowDriver, window_in

from counter_app.ui.widgets.film_strip import FilmStrip
from counter_app.ui.widgets.page_picture import PagePicture
from counter_app.ui.widgets.page_quality import PageQuality
from counter_app.ui.words import complaint_words
from scanning.guard_findings import Complaint

TITLE_DEED = "ownership"
CTRL = Qt.KeyboardModifier.ControlModifier
STRANGER = ("GIẤY XÁC NHẬN", "Họ và tên: ĐOÀN QUỐC KHÁNH", "Số định danh: 000099887766")


@pytest.fixture
def driver(qapp: QApplication, tmp_path: Path) -> Iterator[WindowDriver]:
    with window_in(qapp, tmp_path / "desk", FixedClock(MONDAY)) as made:
        yield made


def give(driver: WindowDriver, folder: Path, slot: str, *lines: str) -> None:
    """Paste the file of a typed page into a paper, and wait until it is read."""
    file = folder / f"{slot}.png"
    file.write_bytes(sheet_of_paper(*lines))
    copied = QMimeData()
    copied.setUrls([QUrl.fromLocalFile(str(file))])
    QApplication.clipboard().setMimeData(copied)
    driver.key(Qt.Key.Key_F5)
    driver.wait(lambda: driver.window.screen_in_front is driver.window.papers)
    driver.window.papers.show_paper(slot)
    driver.key(Qt.Key.Key_V, CTRL)
    driver.wait(lambda: bool(driver.window.papers.pages.has_page), "no page is shown")
    driver.settle()


def light(driver: WindowDriver) -> tuple[str, str]:
    """Read the tone and the sentence of the light."""
    shown = driver.find(PageQuality, "page_quality")
    return str(shown.property("tone")), shown.words


def test_the_light_of_a_page_about_somebody_else_is_amber_until_the_official_says_it_is_right(
    driver: WindowDriver, tmp_path: Path
) -> None:
    driver.scan(cast().ede)
    driver.choose("tam tru")
    give(driver, tmp_path, LEASE, *STRANGER)
    driver.wait(lambda: light(driver) == ("warning", complaint_words(Complaint.ANOTHER_PERSON)))
    assert driver.find(QPushButton, "retake_button").isEnabled()
    assert driver.find(FilmStrip, "film_strip").item(0).text() == "1 !"
    assert "ĐOÀN QUỐC KHÁNH" in driver.find(QLabel, "remark_words").text()
    driver.find(PageQuality, "page_quality").setFocus(Qt.FocusReason.TabFocusReason)
    (place,) = driver.window.findChildren(PagePicture, "clean_page")[0].spots
    assert 300 < place[0][1] < place[2][1] < 560  # px; where the name stands
    driver.key(Qt.Key.Key_H, CTRL)
    driver.wait(lambda: light(driver)[0] == "verified")
    assert driver.find(FilmStrip, "film_strip").item(0).text() == "1"


def test_the_light_of_a_page_that_is_another_paper_is_amber_until_it_is_moved(
    driver: WindowDriver, tmp_path: Path
) -> None:
    driver.scan(cast().ede)
    driver.choose("tam tru")
    visits = driver.conductor.visits
    assert visits.sheet
    title = visits.sheet.line(LEASE).paper.name.upper()
    give(driver, tmp_path, TITLE_DEED, title, cast().ede.full_name)
    driver.wait(lambda: light(driver) == ("warning", complaint_words(Complaint.WRONG_PAPER)))
    driver.key(Qt.Key.Key_G, CTRL)
    driver.wait(lambda: bool(visits.sheet and visits.sheet.draft.papers[0].slot == LEASE))
    driver.settle()
    driver.window.papers.show_paper(LEASE)
    driver.wait(lambda: light(driver)[0] == "verified")


def test_the_light_of_a_paper_that_is_no_longer_valid_is_red(driver: WindowDriver, tmp_path: Path) -> None:
    driver.scan(cast().ede)
    driver.choose("dang ky ket hon")
    holder = f"Họ và tên: {cast().ede.full_name.upper()}"
    issued = "Ngày 15 tháng 01 năm 2026"
    give(driver, tmp_path, CERTIFICATE, "GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN", holder, issued)
    driver.wait(lambda: light(driver) == ("error", complaint_words(Complaint.EXPIRED)))
    assert "15/07/2026" in driver.find(QLabel, "remark_words").text()
    assert driver.window.papers.primary.isEnabled()

"""An earlier paper in the window, by keys: offered, looked at, used again, taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from journeys.driver import MONDAY, DeskDriver
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from services.fakes import FixedClock
from services.people import cast
from ui.window_driver import WindowDriver, window_in

from counter_app.domain.dossier import Dossier
from counter_app.ui.widgets.earlier_view import EarlierView

HOLDER = cast().ede


@pytest.fixture
def driver(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[WindowDriver]:
    """Open a fresh desk in its window."""
    del qtbot  # its watch over Qt's own messages is what is wanted of it
    with window_in(qapp, tmp_path, FixedClock(MONDAY)) as opened:
        yield opened


@pytest.fixture
def earlier(driver: WindowDriver) -> Dossier:
    """Have received the holder's lease before."""
    before = DeskDriver(driver.opened)
    before.show_card(HOLDER)
    before.choose("1.004194")
    before.answer(
        {
            "address": "Số 12, phố Mẫu",
            "to_date": "23/11/2027",
            "residence_basis": "rented",
            "owner_consent": "sign",
        }
    )
    before.add_page("lease")
    return before.receive()


def go_to_papers(driver: WindowDriver) -> None:
    """Serve the holder again up to the papers of another temporary residence."""
    driver.scan(HOLDER)
    driver.choose("tam tru")
    driver.settle()
    sheet = driver.conductor.visits.sheet
    assert sheet
    driver.conductor.visits.declare("residence_basis", "rented", "")
    driver.key(Qt.Key.Key_F5)
    driver.wait(lambda: driver.window.screen_in_front is driver.window.papers)
    driver.settle()


def reused(driver: WindowDriver) -> list[str]:
    sheet = driver.conductor.visits.sheet
    return [paper.reused_from for paper in sheet.draft.papers] if sheet else []


def open_offer(driver: WindowDriver) -> EarlierView:
    """Press the offer's button with the space bar and wait for the paper."""
    driver.find(QPushButton, "use_earlier_lease").setFocus(Qt.FocusReason.TabFocusReason)
    driver.key(Qt.Key.Key_Space)
    view = driver.window.findChild(EarlierView, "earlier_view")
    assert view
    driver.wait(view.isVisible, "the earlier paper was not shown")
    driver.wait(driver.find(QPushButton, "earlier_use").hasFocus, "the paper is not in front")
    return view


def back_in_front(driver: WindowDriver) -> None:
    """Do as a window manager does when a dialog is closed."""
    driver.window.activateWindow()
    QTest.qWaitForWindowActive(driver.window)


def test_an_earlier_paper_is_looked_at_and_used_again_by_keys(driver: WindowDriver, earlier: Dossier) -> None:
    go_to_papers(driver)
    words = driver.find(QLabel, "earlier_lease").text()
    assert words.startswith(f"Có sẵn: từ hồ sơ {earlier.code}, số hóa ngày 23/11/2026")
    view = open_offer(driver)
    assert view.page_count == 1
    driver.key(Qt.Key.Key_Return)
    driver.wait(lambda: reused(driver) == [earlier.code], "it was not used")
    driver.settle()
    assert view.page_count == 0
    back_in_front(driver)
    driver.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    driver.wait(lambda: reused(driver) == [], "it was not taken back")


def test_esc_leaves_it_and_a_used_one_is_put_back_by_its_button(
    driver: WindowDriver, earlier: Dossier
) -> None:
    go_to_papers(driver)
    view = open_offer(driver)
    driver.key(Qt.Key.Key_Escape)
    driver.wait(lambda: not view.isVisible())
    assert reused(driver) == []
    back_in_front(driver)
    open_offer(driver)
    driver.key(Qt.Key.Key_Return)
    driver.wait(lambda: reused(driver) == [earlier.code])
    back_in_front(driver)
    driver.window.papers.show_paper("lease")
    driver.find(QPushButton, "put_back_lease").setFocus(Qt.FocusReason.TabFocusReason)
    driver.key(Qt.Key.Key_Space)
    driver.wait(lambda: reused(driver) == [])


def test_a_scan_that_broke_meanwhile_is_refused_and_offered_no_longer(
    driver: WindowDriver, earlier: Dossier
) -> None:
    go_to_papers(driver)
    (document,) = (paper.document for paper in earlier.papers)
    assert document
    for path in driver.opened.folder.rglob(f"{document.sha256}*"):
        path.write_bytes(b"something else")
    driver.find(QPushButton, "use_earlier_lease").setFocus(Qt.FocusReason.TabFocusReason)
    driver.key(Qt.Key.Key_Space)
    driver.wait(lambda: "đã hỏng" in driver.find(QLabel, "earlier_lease").text(), "nothing was said")
    assert not driver.window.papers.findChild(QPushButton, "use_earlier_lease").isVisible()  # type: ignore[union-attr]
    assert reused(driver) == []


def test_it_closes_and_nothing_is_offered_when_the_citizen_leaves(
    driver: WindowDriver, earlier: Dossier
) -> None:
    del earlier
    go_to_papers(driver)
    view = open_offer(driver)
    driver.conductor.visits.leave()
    driver.wait(lambda: not view.isVisible())
    assert view.result() == QDialog.DialogCode.Rejected
    driver.settle()
    assert view.page_count == 0

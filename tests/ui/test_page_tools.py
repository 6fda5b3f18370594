"""Pages edited beside the film strip: turned, moved, replaced in place, put before others, handed over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from services.people import MORNING, at_the_desk, cast
from ui.builders import RESIDENCE, sheet_for

from counter_app.domain.paper import UNSORTED, Page, PageSource
from counter_app.services.drafting import Sheet
from counter_app.services.page_edits import (
    Place,
    pages_of,
    with_page,
    with_page_handed_over,
    with_page_moved,
    with_pages_at,
)
from counter_app.ui.screens.papers import CornersMoved, PageRef, PageShown, PapersScreen
from counter_app.ui.widgets.film_strip import FilmStrip
from counter_app.ui.widgets.page_corners import corners_turned, whole_picture
from counter_app.ui.widgets.page_values import PageHandedOver, PageMoved, PageTurned
from counter_app.ui.widgets.page_view import PageView

SIZE = (1200, 1600)
CORNERS = ((100.0, 120.0), (1100.0, 110.0), (1120.0, 1500.0), (90.0, 1480.0))
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def page(number: int) -> Page:
    return Page(f"{number:064}", CORNERS, PageSource.SCANNER, MORNING)


def lease(*pages: Page) -> Sheet:
    sheet = sheet_for(RESIDENCE, at_the_desk(cast().card_outdated))
    for each in pages:
        sheet = with_page(sheet, "lease", each)
    return sheet


@pytest.fixture
def screen(qtbot: QtBot) -> Iterator[PapersScreen]:
    made = PapersScreen()
    qtbot.addWidget(made)
    made.resize(826, 620)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    QApplication.processEvents()


def look_at(screen: PapersScreen, sheet: Sheet, index: int, slot: str = "lease") -> None:
    """Show a sheet and the page of it that is looked at, as the desk does once it is asked for it."""
    screen.show_sheet(sheet)
    screen.show_paper(slot)
    if slot != "lease" or index:
        film_of(screen).setCurrentRow(index)
    show(screen, sheet, index, slot)


def show(screen: PapersScreen, sheet: Sheet, index: int, slot: str = "lease") -> None:
    kept = pages_of(sheet, slot)[index]
    picture = QImage(*(SIZE if kept.turns % 2 == 0 else SIZE[::-1]), QImage.Format.Format_RGB888)
    picture.fill(QColor("white"))
    corners = corners_turned(kept.corners, SIZE, kept.turns)
    screen.show_page(PageShown(slot, index, picture, picture, corners))


def find(screen: PapersScreen, kind: type[QWidget], name: str) -> QWidget:
    found = screen.findChild(kind, name)
    assert found is not None, name
    return found


def film_of(screen: PapersScreen) -> FilmStrip:
    film = find(screen, FilmStrip, "film_strip")
    assert isinstance(film, FilmStrip)
    return film


def press(screen: PapersScreen, key: Qt.Key, modifier: Qt.KeyboardModifier = CTRL) -> None:
    QTest.keyClick(screen, key, modifier)


def test_a_page_is_turned_by_keys_and_by_buttons_that_say_what_they_do(
    screen: PapersScreen, qtbot: QtBot
) -> None:
    look_at(screen, lease(page(1)), 0)
    for key, modifier, quarters in ((Qt.Key.Key_R, CTRL, 1), (Qt.Key.Key_R, CTRL | SHIFT, -1)):
        with qtbot.waitSignal(screen.page_turned) as told:
            press(screen, key, modifier)
        assert told.args == [PageTurned(PageRef("lease", 0), quarters)]
    right = find(screen, QPushButton, "turn_right")
    assert isinstance(right, QPushButton)
    assert (right.accessibleName(), right.toolTip()) == ("Turn to the right", "Turn to the right (Ctrl+R)")


def test_a_turned_page_is_asked_for_anew_and_its_corners_are_told_as_they_were_taken(
    screen: PapersScreen, qtbot: QtBot
) -> None:
    upright = lease(page(1))
    look_at(screen, upright, 0)
    sheet = lease(replace(page(1), turns=1))
    turned = replace(sheet, draft=replace(upright.draft, papers=sheet.draft.papers))
    with qtbot.waitSignal(screen.page_selected):
        screen.show_sheet(turned)
    show(screen, turned, 0)
    view = find(screen, PageView, "page_view")
    assert isinstance(view, PageView)
    told: list[CornersMoved] = []
    screen.corners_moved.connect(told.append)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Left, SHIFT)
    qtbot.waitUntil(lambda: len(told) == 1)
    moved = [corner for corner, before in zip(told[0].corners, CORNERS, strict=True) if corner != before]
    assert len(moved) == 1
    assert moved[0] == pytest.approx((100.0, 121.0))


def test_a_page_is_moved_and_stays_the_one_looked_at(screen: PapersScreen, qtbot: QtBot) -> None:
    sheet = lease(page(1), page(2), page(3))
    look_at(screen, sheet, 0)
    with qtbot.waitSignal(screen.page_moved) as told:
        press(screen, Qt.Key.Key_Right)
    assert told.args == [PageMoved(PageRef("lease", 0), 1)]
    screen.show_sheet(with_page_moved(sheet, "lease", 0, 1))
    assert film_of(screen).currentRow() == 1
    look_at(screen, sheet, 2)
    assert not find(screen, QPushButton, "move_later").isEnabled()


def test_a_page_taken_again_comes_in_place_of_the_old_one_which_stays_until_then(
    screen: PapersScreen, qtbot: QtBot
) -> None:
    sheet = lease(page(1), page(2), page(3))
    look_at(screen, sheet, 1)
    press(screen, Qt.Key.Key_T)
    qtbot.waitUntil(lambda: screen.place_in_hand == Place(page(2), instead=True))
    title = find(screen, QLabel, "page_title")
    assert isinstance(title, QLabel)
    assert title.text() == "In place of page 2"
    changed = with_pages_at(sheet, "lease", (page(9),), screen.place_in_hand)
    assert pages_of(changed, "lease") == (page(1), page(9), page(3))
    screen.show_busy("…")
    screen.show_sheet(changed)
    show(screen, changed, 1)
    assert screen.place_in_hand is None


def test_a_page_is_put_before_another(screen: PapersScreen, qtbot: QtBot) -> None:
    sheet = lease(page(1), page(2))
    look_at(screen, sheet, 1)
    press(screen, Qt.Key.Key_I)
    qtbot.waitUntil(lambda: screen.place_in_hand is not None)
    changed = with_pages_at(sheet, "lease", (page(8), page(9)), screen.place_in_hand)
    assert pages_of(changed, "lease") == (page(1), page(8), page(9), page(2))


def test_a_page_is_handed_to_another_paper_by_the_menu(screen: PapersScreen, qtbot: QtBot) -> None:
    look_at(screen, lease(page(1)), 0)
    with qtbot.waitSignal(screen.page_handed_over) as told:
        action = screen.findChild(QAction, "hand_over_to_ownership")
        assert isinstance(action, QAction)
        action.trigger()
    assert told.args == [PageHandedOver(PageRef("lease", 0), "ownership")]
    assert screen.findChild(QAction, "hand_over_to_identity_card") is None


def test_pages_that_lie_aside_are_shown_last_and_are_what_enter_goes_to(screen: PapersScreen) -> None:
    sheet = with_page(with_page(lease(page(1)), UNSORTED, page(2)), UNSORTED, page(3))
    look_at(screen, sheet, 0)
    assert screen.primary.text() == "Next paper"
    screen.primary.trigger()
    assert screen.slot_in_hand == UNSORTED
    row = find(screen, QWidget, f"paper_{UNSORTED}")
    assert "Lying aside: 2" in "\n".join(label.text() for label in row.findChildren(QLabel))
    for _ in range(2):
        sheet = with_page_handed_over(sheet, UNSORTED, 0, "ownership")
        screen.show_sheet(sheet)
    assert screen.slot_in_hand != UNSORTED
    assert (
        screen.findChild(QWidget, f"paper_{UNSORTED}") is None
        or not find(screen, QWidget, f"paper_{UNSORTED}").isVisible()
    )
    screen.show_paper("lease")
    assert screen.primary.text() == "Go to reception"


def test_nothing_can_be_done_with_the_live_picture(screen: PapersScreen) -> None:
    screen.show_sheet(lease())
    names = ("turn_left", "turn_right", "move_earlier", "move_later", "replace_page", "hand_over_page")
    assert not [name for name in names if find(screen, QPushButton, name).isEnabled()]


@given(st.integers(-5, 5), st.tuples(st.integers(20, 900), st.integers(20, 900)))
def test_corners_turned_there_and_back_are_where_they_were(quarters: int, size: tuple[int, int]) -> None:
    corners = whole_picture(size)
    there = corners_turned(corners, size, quarters)
    turned_size = size if quarters % 2 == 0 else size[::-1]
    assert sorted(there) == sorted(whole_picture(turned_size))
    assert corners_turned(there, turned_size, -quarters) == corners

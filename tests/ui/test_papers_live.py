"""The page looked at answers at once: places pointed out, corners followed live, kept in another way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from threading import Event  # noqa: TID251 - work is held at gates here
from types import SimpleNamespace
from typing import cast as as_type

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from services.fakes import FakeStore, FixedClock
from services.people import MORNING, at_the_desk, cast
from ui.builders import DUTY, RESIDENCE, drafting_over, sheet_for

from counter_app.domain.paper import Corners, Page, PageSource
from counter_app.services.basket import Baskets
from counter_app.services.desk import Desk
from counter_app.services.digitise import Digitising
from counter_app.services.drafting import Sheet
from counter_app.services.page_edits import page_at, with_page, with_page_kept_as
from counter_app.services.page_preview import PagePreview
from counter_app.ui.corner_desk import CornerDesk
from counter_app.ui.screens.papers import CornersMoved, PageRef, PageShown, PapersScreen
from counter_app.ui.tasks import Tasks
from counter_app.ui.visit_desk import VisitDesk
from counter_app.ui.widgets.page_picture import PagePicture
from counter_app.ui.widgets.page_quality import PageQuality
from counter_app.ui.widgets.page_spots import spot_on
from counter_app.ui.widgets.page_values import PageKeptAs, Spot
from counter_app.ui.widgets.page_view import PageView
from scanning.frames import Frame

SLOT, SIZE = "lease", (1200, 1600)
CORNERS: Corners = ((100.0, 120.0), (1100.0, 110.0), (1120.0, 1500.0), (90.0, 1480.0))
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SPOT = Spot("glare", ((1.0, 1.0), (9.0, 1.0), (9.0, 9.0), (1.0, 9.0)), CORNERS)


@pytest.fixture
def sheet() -> Sheet:
    page = Page("1" * 64, CORNERS, PageSource.CAMERA, MORNING, ("glare",))
    return with_page(sheet_for(RESIDENCE, at_the_desk(cast().card_outdated)), SLOT, page)


@pytest.fixture
def screen(qtbot: QtBot, sheet: Sheet) -> Iterator[PapersScreen]:
    made = PapersScreen()
    qtbot.addWidget(made)
    made.resize(826, 620)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.show_sheet(sheet)
    made.show_paper(SLOT)
    show(made, sheet)
    yield made
    QApplication.processEvents()


def show(screen: PapersScreen, sheet: Sheet) -> None:
    """Show the page, as its desk does once it is ready."""
    kept = page_at(sheet, SLOT, 0)
    assert kept
    picture = QImage(*SIZE, QImage.Format.Format_RGB888)
    picture.fill(QColor("white"))
    fitted = (QImage(), QImage())
    screen.show_page(
        PageShown(
            *(SLOT, 0, picture, picture, kept.corners, kept.complaints),
            fitted=fitted,
            kind=kept.kind or "colour",
            kind_chosen=bool(kept.kind),
            spots=(SPOT,),
        )
    )


def view_of(screen: PapersScreen) -> PageView:
    found = screen.findChild(PageView, "page_view")
    assert found
    return found


def said(screen: PapersScreen, name: str) -> str:
    found = screen.findChild(QLabel, name)
    assert found
    return found.text()


def choose(screen: PapersScreen, name: str) -> None:
    """Take a line of a menu; menus cannot be opened without a screen."""
    action = screen.findChild(QAction, name)
    assert isinstance(action, QAction)
    action.trigger()


@dataclass
class Drawer:
    """Draws previews, held at a gate; remembers for which places."""

    gate: Event = field(default_factory=Event)
    drawn: list[Corners] = field(default_factory=list)

    def draw(self, _page: Page, corners: Corners) -> Frame:
        """Give a gray page."""
        self.drawn.append(corners)
        assert self.gate.wait(20)
        return Frame(np.full((70, 50, 3), 128, np.uint8))


def test_what_the_sentence_is_about_is_framed_while_the_focus_is_on_it(screen: PapersScreen) -> None:
    light = screen.findChild(PageQuality, "page_quality")
    clean = screen.findChild(PagePicture, "clean_page")
    assert light
    assert clean
    assert view_of(screen).spots == ()
    light.setFocus(Qt.FocusReason.TabFocusReason)
    assert view_of(screen).spots == (SPOT.taken,)
    assert clean.spots == (SPOT.clean,)
    view_of(screen).setFocus()
    assert view_of(screen).spots == ()


def test_a_good_page_has_no_place_to_go_to(screen: PapersScreen, sheet: Sheet) -> None:
    kept = page_at(sheet, SLOT, 0)
    assert kept
    picture = QImage(*SIZE, QImage.Format.Format_RGB888)
    screen.show_page(PageShown(SLOT, 0, picture, picture, kept.corners))
    light = screen.findChild(PageQuality, "page_quality")
    assert light
    assert light.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_a_box_on_the_page_is_found_on_the_picture_it_was_cut_from() -> None:
    lies = ((10.0, 20.0), (210.0, 20.0), (210.0, 320.0), (10.0, 320.0))
    spot = spot_on((50, 0, 100, 150), "glare", page=(100, 150), lies=lies)
    for corner, wanted in zip(spot.taken, ((110, 20), (210, 20), (210, 320), (110, 320)), strict=True):
        assert corner == pytest.approx(wanted)
    nothing = ((5.0, 5.0),) * 4
    assert spot_on((0, 0, 1, 1), "glare", page=(100, 150), lies=nothing).taken == nothing


def test_how_a_page_is_kept_is_chosen_and_the_page_drawn_anew(
    screen: PapersScreen, sheet: Sheet, qtbot: QtBot
) -> None:
    assert said(screen, "kept_kind") == "Kept in colour"
    tool = screen.findChild(QPushButton, "keep_page_as")
    assert tool
    assert (tool.isEnabled(), tool.toolTip()) == (True, "Keep the page otherwise… (Ctrl+K)")
    with qtbot.waitSignal(screen.pages.page_kept_as) as told:
        choose(screen, "keep_as_text")
    assert told.args == [PageKeptAs(PageRef(SLOT, 0), "text")]
    changed = with_page_kept_as(sheet, SLOT, 0, "text")
    with qtbot.waitSignal(screen.page_selected) as wanted:
        screen.show_sheet(changed)
    assert wanted.args == [PageRef(SLOT, 0)]
    show(screen, changed)
    assert said(screen, "kept_kind") == "Kept in black and white, as chosen"


def test_what_decides_by_content_is_offered_too(screen: PapersScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.pages.page_kept_as) as told:
        choose(screen, "keep_as_found")
    assert told.args == [PageKeptAs(PageRef(SLOT, 0), "")]


def test_enter_settles_a_corner_at_once_and_is_then_free_for_what_follows(screen: PapersScreen) -> None:
    told: list[CornersMoved] = []
    screen.corners_moved.connect(told.append)
    view = view_of(screen)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Right, SHIFT)
    assert told == []
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert [moved.corners[0] for moved in told] == [(101.0, 120.0)]
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert len(told) == 1


def test_escape_takes_a_corner_back_and_the_page_is_what_it_was(screen: PapersScreen) -> None:
    told: list[CornersMoved] = []
    screen.corners_moved.connect(told.append)
    view = view_of(screen)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Right, SHIFT)
    screen.pages.show_preview(PageRef(SLOT, 0), QImage(5, 7, QImage.Format.Format_RGB888))
    assert not view.result.isNull()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert (view.corners, told, view.result.isNull()) == (CORNERS, [], True)


def test_only_the_newest_of_the_places_a_corner_passed_is_drawn(
    screen: PapersScreen, sheet: Sheet, qtbot: QtBot
) -> None:
    store, tasks, drawer = FakeStore(), Tasks(), Drawer()
    drafting = drafting_over(store, FixedClock(MORNING))
    drafting.save(sheet_for(RESIDENCE, at_the_desk(cast().card_outdated), service=drafting))
    services = SimpleNamespace(drafting=drafting, baskets=Baskets(drafting, store))
    visits = VisitDesk(as_type("Desk", services), tasks, DUTY)
    desk = CornerDesk(screen, visits, as_type("PagePreview", drawer), tasks)
    visits.resume("visit-of-a-test")
    qtbot.waitUntil(lambda: visits.sheet is not None)
    visits.change(lambda now: replace(now, draft=replace(now.draft, papers=sheet.draft.papers)))
    view = view_of(screen)
    view.setFocus()
    for _ in range(6):
        QTest.keyClick(view, Qt.Key.Key_Right, SHIFT)
    qtbot.waitUntil(lambda: len(drawer.drawn) == 1)
    drawer.gate.set()
    qtbot.waitUntil(lambda: len(drawer.drawn) == 2 and not view.result.isNull())
    assert [corners[0][0] for corners in drawer.drawn] == [101.0, 106.0]
    tasks.close()
    del desk


def test_a_preview_shows_the_sheet_between_the_corners_the_way_up_it_was_turned() -> None:
    pixels = np.zeros((1600, 1200, 3), np.uint8)
    pixels[400:1000, 300:700] = 255
    digitising = SimpleNamespace(picture=lambda _page: Frame(pixels))
    page = Page("1" * 64, (), PageSource.CAMERA, MORNING)
    corners = ((300.0, 400.0), (700.0, 400.0), (700.0, 1000.0), (300.0, 1000.0))
    preview = PagePreview(as_type("Digitising", digitising))
    upright, lying = (preview.draw(replace(page, turns=turns), corners) for turns in (0, 1))
    assert upright.height > upright.width
    assert lying.height < lying.width
    assert upright.pixels.mean() > 240

"""The papers: what is asked for and what is not, pages taken and looked at, corners laid by hand."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from services.people import MORNING, at_the_desk, cast
from ui.builders import BIRTH, RESIDENCE, RESOURCES, drafting, sheet_for

from counter_app.domain.dossier import Capacity
from counter_app.domain.paper import Page, PageSource
from counter_app.services.drafting import Sheet
from counter_app.services.page_edits import Place, page_at, with_page, with_page_replaced, without_page
from counter_app.ui.screens.papers import (
    CornersMoved,
    FilesGiven,
    PageRef,
    PageShown,
    PaperExcused,
    PapersScreen,
    PicturePasted,
)
from counter_app.ui.translator import VietnameseTranslator
from counter_app.ui.widgets.film_strip import FilmStrip
from counter_app.ui.widgets.page_corners import moved, whole_picture
from counter_app.ui.widgets.page_picture import PagePicture
from counter_app.ui.widgets.page_view import PageView

Kind = TypeVar("Kind", bound=QWidget)
SIZE = (1200, 1600)
CORNERS = ((100.0, 120.0), (1100.0, 110.0), (1120.0, 1500.0), (90.0, 1480.0))


@pytest.fixture
def screen(qtbot: QtBot) -> Iterator[PapersScreen]:
    made = PapersScreen()
    qtbot.addWidget(made)
    made.resize(826, 620)
    made.show()
    qtbot.waitExposed(made)
    yield made
    QGuiApplication.clipboard().clear()


@pytest.fixture
def residence() -> Sheet:
    return sheet_for(RESIDENCE, at_the_desk(cast().card_outdated))


@pytest.fixture
def birth() -> Sheet:
    return sheet_for(BIRTH, at_the_desk(cast().new_mother), capacity=Capacity.CHILD)


def find(screen: PapersScreen, kind: type[Kind], name: str) -> Kind:
    found = screen.findChild(kind, name)
    assert found is not None, name
    return found


def picture(colour: str = "white") -> QImage:
    made = QImage(*SIZE, QImage.Format.Format_RGB888)
    made.fill(QColor(colour))
    return made


def page(number: int = 1, complaints: tuple[str, ...] = ()) -> Page:
    return Page(f"{number:064}", CORNERS, PageSource.CAMERA, MORNING, complaints)


def shown(sheet: Sheet, slot: str, index: int) -> PageShown:
    kept = page_at(sheet, slot, index)
    assert kept
    return PageShown(slot, index, picture(), picture("gray"), kept.corners, kept.complaints)


def show(screen: PapersScreen, sheet: Sheet) -> None:
    screen.show_sheet(sheet)
    QApplication.processEvents()


def take(screen: PapersScreen, sheet: Sheet, slot: str, taken: Page) -> Sheet:
    """Do as the controller does after a page was asked for."""
    screen.show_busy("…")
    changed = with_page(sheet, slot, taken)
    screen.show_sheet(changed)
    pages = next(paper.pages for paper in changed.draft.papers if paper.slot == slot)
    screen.show_page(shown(changed, slot, len(pages) - 1))
    return changed


def words_in(screen: QWidget) -> str:
    return "\n".join(label.text() for label in screen.findChildren(QLabel) if label.isVisible())


def type_text(target: QWidget, text: str) -> None:
    for letter in text:
        event = QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(target, event)


def on_screen(view: PageView, corner: tuple[float, float]) -> QPoint:
    scale = view.room().width() / SIZE[0]
    return (view.room().topLeft() + QPointF(*corner) * scale).toPoint()


def test_what_the_state_holds_is_struck_out_with_its_reason_and_its_law(
    screen: PapersScreen, residence: Sheet
) -> None:
    show(screen, residence)
    row = find(screen, QWidget, "paper_identity_card")
    name = next(label for label in row.findChildren(QLabel) if label.text().startswith("Bản sao thẻ"))
    assert name.font().strikeOut()
    assert "đã có trong Cơ sở dữ liệu quốc gia về dân cư" in words_in(row)
    assert "Nghị quyết 66.7/2025/NQ-CP" in words_in(row)
    assert find(screen, QPushButton, "choose_identity_card").focusPolicy() is Qt.FocusPolicy.NoFocus


def test_it_begins_at_the_first_paper_that_is_missing(screen: PapersScreen, residence: Sheet) -> None:
    show(screen, residence)
    assert find(screen, QWidget, "paper_lease").property("chosen") == "true"
    assert find(screen, QLabel, "papers_left").text() == "Still missing: 1"
    assert screen.first_focus().objectName() == "paper_lease"


def test_enter_takes_the_live_picture_once_the_camera_sees(
    screen: PapersScreen, residence: Sheet, qtbot: QtBot
) -> None:
    show(screen, residence)
    assert screen.primary.text() == "Choose a file"
    screen.show_frame(picture())
    assert screen.primary.text() == "Take page"
    with qtbot.waitSignal(screen.page_wanted) as wanted:
        QTest.keyClick(screen, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert wanted.args == ["lease"]


def test_the_last_missing_page_opens_the_way_to_reception(
    screen: PapersScreen, residence: Sheet, qtbot: QtBot
) -> None:
    show(screen, residence)
    screen.show_frame(picture())
    take(screen, residence, "lease", page())
    assert find(screen, QLabel, "papers_left").text() == "Nothing is missing"
    with qtbot.waitSignal(screen.finished):
        screen.primary.trigger()
    with qtbot.waitSignal(screen.page_wanted):
        QTest.keyClick(screen, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)


def test_after_a_page_enter_goes_to_the_next_paper_that_is_missing(
    screen: PapersScreen, birth: Sheet
) -> None:
    missing = [line.paper.slot for line in birth.missing_papers]
    assert missing == ["birth_notice"]
    show(screen, birth)
    screen.show_frame(picture())
    find(screen, QPushButton, "choose_marriage_certificate").click()
    changed = take(screen, birth, "marriage_certificate", page())
    assert screen.primary.text() == "Next paper"
    screen.primary.trigger()
    assert find(screen, QWidget, "paper_birth_notice").property("chosen") == "true"
    assert changed.missing_papers


def test_arrows_go_from_paper_to_paper_over_what_may_not_be_asked_for(
    screen: PapersScreen, birth: Sheet
) -> None:
    show(screen, birth)
    head = find(screen, QPushButton, "choose_birth_statement")
    QTest.keyClick(head, Qt.Key.Key_Down)
    assert find(screen, QWidget, "paper_marriage_certificate").property("chosen") == "true"
    assert find(screen, QWidget, "paper_identity_card").property("chosen") == "false"


def test_a_paper_that_another_database_may_hold_is_excused_by_keys(
    screen: PapersScreen, birth: Sheet, qtbot: QtBot
) -> None:
    show(screen, birth)
    find(screen, QPushButton, "excuse_birth_notice").click()
    first = find(screen, QPushButton, "reason_looked_up_birth_notice")
    with qtbot.waitSignal(screen.paper_excused) as excused:
        QTest.keyClick(first, Qt.Key.Key_Return)
    assert excused.args == [PaperExcused("birth_notice", "Đã tra cứu, CSDL có")]


def test_another_reason_is_typed_and_enter_does_not_reach_the_primary_action(
    screen: PapersScreen, birth: Sheet, qtbot: QtBot
) -> None:
    show(screen, birth)
    find(screen, QPushButton, "excuse_birth_notice").click()
    other = find(screen, QLineEdit, "reason_other_birth_notice")
    type_text(other, "Bệnh viện đã gửi bản điện tử")
    with qtbot.waitSignal(screen.paper_excused) as excused:
        event = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(other, event)
    assert event.isAccepted()
    assert excused.args == [PaperExcused("birth_notice", "Bệnh viện đã gửi bản điện tử")]


def test_escape_takes_the_question_for_a_reason_away(screen: PapersScreen, birth: Sheet) -> None:
    show(screen, birth)
    find(screen, QPushButton, "excuse_birth_notice").click()
    QTest.keyClick(find(screen, QPushButton, "reason_looked_up_birth_notice"), Qt.Key.Key_Escape)
    assert not find(screen, QPushButton, "reason_looked_up_birth_notice").isVisible()
    assert find(screen, QPushButton, "excuse_birth_notice").isVisible()


def test_an_excused_paper_shows_the_reason_and_can_be_asked_for_again(
    screen: PapersScreen, birth: Sheet, qtbot: QtBot
) -> None:
    show(screen, birth)
    show(screen, drafting().excuse(birth, "birth_notice", "Xem bản chính, không lưu"))
    row = find(screen, QWidget, "paper_birth_notice")
    assert "xem bản chính, không lưu" in words_in(row)
    find(screen, QPushButton, "choose_birth_notice").click()
    with qtbot.waitSignal(screen.paper_excused) as excused:
        find(screen, QPushButton, "excuse_birth_notice").click()
    assert excused.args == [PaperExcused("birth_notice", "")]


def test_a_corner_dragged_by_mouse_is_told_once_and_in_picture_pixels(
    screen: PapersScreen, residence: Sheet, qtbot: QtBot
) -> None:
    show(screen, residence)
    take(screen, residence, "lease", page())
    view = find(screen, PageView, "page_view")
    told: list[CornersMoved] = []
    screen.corners_moved.connect(told.append)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=on_screen(view, CORNERS[0]))
    for aim in ((150.0, 200.0), (300.0, 400.0)):
        QTest.mouseMove(view, on_screen(view, aim))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=on_screen(view, (300.0, 400.0)))
    qtbot.waitUntil(lambda: len(told) == 1)
    [there] = told
    assert (there.slot, there.index) == ("lease", 0)
    assert there.corners[0] == pytest.approx((300.0, 400.0), abs=1 / (view.room().width() / SIZE[0]))
    assert there.corners[1:] == CORNERS[1:]


def test_a_corner_is_picked_by_tab_and_moved_by_arrows(
    screen: PapersScreen, residence: Sheet, qtbot: QtBot
) -> None:
    show(screen, residence)
    take(screen, residence, "lease", page())
    view = find(screen, PageView, "page_view")
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Tab)
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert view.picked == 2
    with qtbot.waitSignal(screen.corners_moved) as told:
        QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
        QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert told.args
    assert told.args[0].corners == (*CORNERS[:2], (1119.0, 1499.0), CORNERS[3])


def test_tab_leaves_the_picture_after_its_last_corner(screen: PapersScreen, residence: Sheet) -> None:
    show(screen, residence)
    take(screen, residence, "lease", page())
    view = find(screen, PageView, "page_view")
    view.setFocus()
    for _ in range(4):
        QTest.keyClick(view, Qt.Key.Key_Tab)
    assert not view.hasFocus()


@given(
    st.integers(0, 3),
    st.tuples(st.floats(-4000, 4000), st.floats(-4000, 4000)),
    st.integers(0, 3),
    st.tuples(st.floats(-4000, 4000), st.floats(-4000, 4000)),
)
def test_corners_stay_in_the_picture_and_never_fold(
    one: int, there: tuple[float, float], other: int, elsewhere: tuple[float, float]
) -> None:
    corners = moved(moved(CORNERS, one, there, size=SIZE), other, elsewhere, size=SIZE)
    assert all(0 <= x <= SIZE[0] - 1 and 0 <= y <= SIZE[1] - 1 for x, y in corners)
    for at in range(4):
        (ax, ay), (bx, by), (cx, cy) = (corners[(at + step) % 4] for step in range(3))
        assert (bx - ax) * (cy - ay) - (by - ay) * (cx - ax) > 0


def test_a_page_without_corners_is_framed_whole(screen: PapersScreen, residence: Sheet) -> None:
    show(screen, residence)
    take(screen, residence, "lease", replace(page(), corners=()))
    assert find(screen, PageView, "page_view").corners == whole_picture(SIZE)


def test_a_poor_page_says_why_and_is_taken_again(
    screen: PapersScreen, residence: Sheet, qtbot: QtBot
) -> None:
    show(screen, residence)
    screen.show_frame(picture())
    take(screen, residence, "lease", page(complaints=("blurred", "glare", "from_a_newer_version")))
    assert find(screen, QLabel, "quality_words").text() == "Blurred: hold still and take it again"
    light = find(screen, QWidget, "page_quality")
    assert light.toolTip() == "Light is reflected: tilt the sheet"
    assert light.property("tone") == "error"
    poor = page(complaints=("blurred", "glare", "from_a_newer_version"))
    with qtbot.assertNotEmitted(screen.page_removed):
        find(screen, QPushButton, "retake_button").click()
    assert screen.place_in_hand == Place(poor, instead=True)
    assert find(screen, PagePicture, "live_picture").isVisible()


def test_a_page_that_may_be_meant_so_is_only_pointed_out(screen: PapersScreen, residence: Sheet) -> None:
    show(screen, residence)
    take(screen, residence, "lease", page(complaints=("blank",)))
    assert find(screen, QWidget, "page_quality").property("tone") == "warning"
    assert find(screen, QPushButton, "retake_button").isVisible()


def test_a_good_page_says_so_and_shows_what_will_be_kept(screen: PapersScreen, residence: Sheet) -> None:
    show(screen, residence)
    take(screen, residence, "lease", page())
    assert find(screen, QLabel, "quality_words").text() == "The page is sharp and whole"
    kept = find(screen, PagePicture, "clean_page")
    assert not kept.isVisible()
    find(screen, QPushButton, "as_kept_button").click()
    assert kept.isVisible()
    screen.resize(1600, 900)
    QApplication.processEvents()
    assert kept.isVisible()
    assert find(screen, PageView, "page_view").isVisible()


def test_pages_are_chosen_and_taken_away_in_the_film_strip(
    screen: PapersScreen, residence: Sheet, qtbot: QtBot
) -> None:
    show(screen, residence)
    both = take(screen, take(screen, residence, "lease", page(1)), "lease", page(2))
    film = find(screen, FilmStrip, "film_strip")
    assert film.currentRow() == 1
    with qtbot.waitSignal(screen.page_selected) as selected:
        QTest.keyClick(film, Qt.Key.Key_Left)
    assert selected.args == [PageRef("lease", 0)]
    screen.show_page(shown(both, "lease", 0))
    with qtbot.waitSignal(screen.page_removed) as removed:
        QTest.keyClick(film, Qt.Key.Key_Delete)
    assert removed.args == [PageRef("lease", 0)]
    with qtbot.waitSignal(screen.page_selected) as selected:
        show(screen, without_page(both, "lease", 0))
    assert selected.args == [PageRef("lease", 0)]


def test_corners_that_an_undo_lays_back_are_shown_anew(
    screen: PapersScreen, residence: Sheet, qtbot: QtBot
) -> None:
    show(screen, residence)
    sheet = take(screen, residence, "lease", page())
    elsewhere = replace(page(), corners=((5.0, 5.0), *CORNERS[1:]))
    changed = with_page_replaced(sheet, "lease", page(), elsewhere)
    show(screen, changed)
    screen.show_page(shown(changed, "lease", 0))
    with qtbot.waitSignal(screen.page_selected) as selected:
        show(screen, sheet)
    assert selected.args == [PageRef("lease", 0)]


def test_a_page_of_a_paper_that_was_left_meanwhile_is_not_shown(
    screen: PapersScreen, residence: Sheet, qtbot: QtBot
) -> None:
    both = with_page(with_page(residence, "lease", page(1)), "ownership", page(2))
    show(screen, both)
    with qtbot.waitSignal(screen.page_selected):
        find(screen, QPushButton, "choose_ownership").click()
    screen.show_page(shown(both, "lease", 0))
    assert find(screen, PageView, "page_view").image.isNull()
    screen.show_page(shown(both, "ownership", 0))
    assert not find(screen, PageView, "page_view").image.isNull()


def test_files_are_chosen_dropped_and_pasted(
    screen: PapersScreen, residence: Sheet, qtbot: QtBot, tmp_path: Path
) -> None:
    files = tuple(tmp_path / name for name in ("one.jpg", "two.pdf"))
    given_files = QMimeData()
    given_files.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    show(screen, residence)
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, given_files, buttons, keys)
    screen.dragEnterEvent(enter)
    assert enter.isAccepted()
    with qtbot.waitSignal(screen.files_given) as dropped:
        screen.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, given_files, buttons, keys))
    assert dropped.args == [FilesGiven("lease", files)]
    screen.primary.trigger()
    dialog = screen.findChild(QFileDialog, "page_files_dialog")
    assert dialog
    with qtbot.waitSignal(screen.files_given) as chosen:
        dialog.filesSelected.emit([str(files[0])])
    assert chosen.args == [FilesGiven("lease", files[:1])]
    dialog.close()


def test_a_picture_is_pasted(screen: PapersScreen, residence: Sheet, qtbot: QtBot) -> None:
    show(screen, residence)
    QGuiApplication.clipboard().setImage(picture("red"))
    with qtbot.waitSignal(screen.picture_pasted) as pasted:
        QTest.keyClick(screen.first_focus(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert pasted.args
    given_picture = pasted.args[0]
    assert isinstance(given_picture, PicturePasted)
    assert given_picture.slot == "lease"
    assert (given_picture.image.width(), given_picture.image.height()) == SIZE


def test_practice_sheets_are_offered_in_training_alone(
    screen: PapersScreen, residence: Sheet, qtbot: QtBot
) -> None:
    show(screen, residence)
    practice = next(action for action in screen.secondary if action.objectName() == "practice_sheet")
    assert not practice.isVisible()
    screen.set_training(True)
    with qtbot.waitSignal(screen.practice_sheet_wanted) as wanted:
        practice.trigger()
    assert wanted.args == ["lease"]


def test_half_typed_reasons_outlive_a_change_elsewhere_on_the_sheet(
    screen: PapersScreen, birth: Sheet
) -> None:
    show(screen, birth)
    find(screen, QPushButton, "excuse_birth_notice").click()
    other = find(screen, QLineEdit, "reason_other_birth_notice")
    type_text(other, "Bệnh")
    show(screen, drafting().declare(birth, "relation", "mother"))
    assert other.text() == "Bệnh"
    assert other.isVisible()


def test_nothing_of_the_citizen_is_left_after_a_reset(screen: PapersScreen, residence: Sheet) -> None:
    show(screen, residence)
    screen.show_frame(picture())
    take(screen, residence, "lease", page())
    screen.reset()
    for kind, name in ((PageView, "page_view"), (PagePicture, "clean_page"), (PagePicture, "live_picture")):
        assert find(screen, kind, name).image.isNull()
    assert find(screen, FilmStrip, "film_strip").count() == 1
    assert "Hợp đồng" not in words_in(screen)
    assert not screen.primary.isEnabled()


def test_the_language_changes_without_losing_the_page(screen: PapersScreen, residence: Sheet) -> None:
    show(screen, residence)
    take(screen, residence, "lease", page())
    vietnamese = VietnameseTranslator(RESOURCES / "i18n" / "vi")
    QApplication.installTranslator(vietnamese)
    QApplication.processEvents()
    try:
        assert screen.primary.text() == "Sang tiếp nhận"
        assert find(screen, QLabel, "page_title").text() == "Trang 1/1"
        assert "Không được yêu cầu nộp" in words_in(screen)
        assert not find(screen, PageView, "page_view").image.isNull()
    finally:
        QApplication.removeTranslator(vietnamese)
        QApplication.processEvents()

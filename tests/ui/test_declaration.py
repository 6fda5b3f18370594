"""The declaration on paper: asked for from the form, seen before it is printed, gone with its citizen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from crafts.printing.paper_reading import all_words, squeezed
from journeys.driver import MONDAY
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel
from pytestqt.qtbot import QtBot
from services.fakes import FixedClock
from services.people import cast
from ui.window_driver import WindowDriver, window_in

from counter_app.domain.printers import FoundPrinter
from counter_app.ui.screens.declaration import DeclarationScreen
from counter_app.ui.steps import Step
from counter_app.ui.widgets.pdf_view import PdfView

HOLDER = cast().ede
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def driver(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[WindowDriver]:
    """Open a fresh desk in its window, with a residence form begun."""
    del qtbot  # its watch over Qt's own messages is what is wanted of it
    with window_in(qapp, tmp_path, FixedClock(MONDAY)) as opened:
        opened.scan(HOLDER)
        opened.choose("tam tru")
        opened.settle()
        yield opened


@pytest.fixture
def screen(qtbot: QtBot) -> DeclarationScreen:
    made = DeclarationScreen()
    qtbot.addWidget(made)
    made.show()
    return made


def open_paper(driver: WindowDriver) -> None:
    driver.key(Qt.Key.Key_P, CONTROL)
    window = driver.window
    driver.wait(lambda: window.screen_in_front is window.declaration, "the paper was not shown")
    driver.settle()


def test_the_form_is_seen_on_paper_with_the_text_just_typed_and_saved_as_it_is_seen(
    driver: WindowDriver, tmp_path: Path
) -> None:
    driver.conductor.visits.declare("to_date", "2027-11-01", "")
    driver.window.form.focus_field("address")
    driver.type("Nhà mới vừa gõ")
    open_paper(driver)
    assert driver.find(PdfView, "paper_preview").page_count == 2
    driver.key(Qt.Key.Key_S, CONTROL)
    driver.find(QFileDialog, "save_declaration_dialog").fileSelected.emit(str(tmp_path / "a.pdf"))
    driver.settle()
    words = all_words((tmp_path / "a.pdf").read_bytes())
    assert squeezed(HOLDER.full_name) in words
    assert squeezed("Nhà mới vừa gõ") in words


def test_the_next_citizen_finds_no_paper_of_the_last(driver: WindowDriver) -> None:
    open_paper(driver)
    driver.key(Qt.Key.Key_N, CONTROL)
    driver.wait(lambda: driver.window.screen_in_front is driver.window.identify)
    driver.settle()
    preview = driver.window.declaration.findChild(PdfView)
    assert preview is not None
    assert preview.page_count == 0


def test_a_paper_that_is_ready_after_the_citizen_left_is_not_shown(driver: WindowDriver) -> None:
    driver.key(Qt.Key.Key_P, CONTROL)
    driver.conductor.visits.leave()
    driver.settle()
    assert driver.window.screen_in_front is driver.window.identify


def test_the_paper_leads_back_to_where_it_was_asked_for(driver: WindowDriver) -> None:
    window = driver.window
    open_paper(driver)
    assert window.step_in_front is Step.FORM
    driver.key(Qt.Key.Key_Escape)
    driver.wait(lambda: window.screen_in_front is window.form)
    driver.key(Qt.Key.Key_F6)
    driver.wait(lambda: window.screen_in_front is window.receive)
    driver.find(QAction, "declaration_on_paper").trigger()
    driver.wait(lambda: window.screen_in_front is window.declaration)
    driver.find(QAction, "leave_declaration").trigger()
    driver.wait(lambda: window.screen_in_front is window.receive)
    driver.settle()


def test_it_prints_on_the_printer_chosen(screen: DeclarationScreen, qtbot: QtBot) -> None:
    screen.show_printers(
        (FoundPrinter("floor-1", "Tầng 1", is_default=True), FoundPrinter("floor-2", "Tầng 2"))
    )
    chosen = screen.findChild(QComboBox, "declaration_printer")
    assert chosen is not None
    chosen.setCurrentIndex(2)
    with qtbot.waitSignal(screen.print_wanted) as wanted:
        screen.primary.trigger()
    assert wanted.args == ["floor-2"]


def test_without_a_printer_it_can_only_be_saved_and_says_so(screen: DeclarationScreen) -> None:
    hint = screen.findChild(QLabel, "no_declaration_printer")
    assert hint is not None
    assert hint.isVisible()
    assert not screen.primary.isEnabled()
    assert all(action.isEnabled() for action in screen.secondary)

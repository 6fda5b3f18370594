"""Setting printers up: chosen, ordered, given a tray, tried and kept; and a page as large as it will be."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from journeys.driver import MONDAY
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QWidget,
)
from services.fakes import FixedClock
from ui.cups_desk import NoPrintServer, PrintServer, print_server
from ui.window_driver import WindowDriver, window_in

from counter_app.config import SETTINGS_FILE, read_settings
from counter_app.domain.printers import PaperRole, PrinterPlace, RolePrinters
from counter_app.ui.printer_setup_desk import SCREEN_SCALE
from counter_app.ui.screens.printer_setup import PrinterSetup
from printing.thermal import thermal_bytes

ALT = Qt.KeyboardModifier.AltModifier
SAMPLE = b"%PDF-1.4 nothing but a first job"


@pytest.fixture
def nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody"))


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[PrintServer]:
    try:
        with print_server(SAMPLE) as running:
            monkeypatch.setenv("CUPS_SERVER", running.address)
            yield running
    except NoPrintServer:
        pytest.skip("CUPS is not installed here, or may not run from a folder")


class Setup:
    """The dialog, driven by keys as far as there are any."""

    def __init__(self, driver: WindowDriver) -> None:
        self.driver = driver
        driver.settle()
        driver.key(Qt.Key.Key_F10)
        driver.wait(lambda: self.dialog is not None, "F10 opened nothing")
        self.wait_for_page()

    @property
    def dialog(self) -> PrinterSetup:
        """The dialog that stands open."""
        return next(iter(self.driver.window.findChildren(PrinterSetup)), None)  # type: ignore[return-value]  # waited for

    def wait_for_page(self) -> None:
        """Wait until everything that was asked for has come."""
        self.driver.settle()
        self.driver.wait(lambda: not self.dialog.view._page._picture.isNull(), "no page was drawn")

    def press(self, name: str) -> None:
        """Press a button by its name."""
        made = self.dialog.findChild(QPushButton, name)
        assert made is not None
        assert made.isEnabled(), name
        made.click()
        self.driver.settle()

    def rows(self) -> list[str]:
        """List what is tried, in its order."""
        order = self.dialog.findChild(QListWidget, "printer_order")
        assert order is not None
        return [order.item(at).text() for at in range(order.count())]

    def add(self, address: str) -> None:
        """Type an address and add it."""
        box = self.dialog.findChild(QComboBox, "printer_address")
        assert box is not None
        box.setFocus()
        box.setEditText(address)
        self.press("printer_add")

    def places(self, role: PaperRole) -> tuple[PrinterPlace, ...]:
        """Give what the desk's printers of a role are now."""
        return self.driver.opened.desk.prints.own_places(role)


def kept(folder: Path) -> tuple[RolePrinters, ...]:
    return read_settings(folder / SETTINGS_FILE).printers


@pytest.mark.usefixtures("nowhere")
def test_printers_are_added_ordered_and_removed_and_each_change_is_kept(
    qapp: QApplication, tmp_path: Path
) -> None:
    first, second = "ipp://192.0.2.9/ipp/print", "socket://192.0.2.7:9100"
    with window_in(qapp, tmp_path, FixedClock(MONDAY)) as driver:
        setup = Setup(driver)
        assert setup.rows() == ["1. máy in"]
        setup.add(first)
        setup.add(second)
        setup.add(first)  # twice is once
        assert setup.rows() == [f"1. {first}", f"2. {second}"]
        setup.press("printer_down")
        assert kept(tmp_path) == (RolePrinters(PaperRole.A4, (PrinterPlace(second), PrinterPlace(first))),)
        setup.press("printer_remove")
        assert setup.places(PaperRole.A4) == (PrinterPlace(second),)
        setup.press("printer_remove")
        assert setup.rows() == ["1. máy in"]
        assert kept(tmp_path) == ()
        setup.dialog.accept()
        driver.settle()


@pytest.mark.usefixtures("nowhere")
def test_a_roll_gets_its_test_page_and_other_papers_go_on_as_before(
    qapp: QApplication, tmp_path: Path
) -> None:
    roll = tmp_path / "roll"
    with window_in(qapp, tmp_path, FixedClock(MONDAY)) as driver:
        setup = Setup(driver)
        QTest.keyClick(setup.dialog, Qt.Key.Key_P, ALT)
        driver.wait(lambda: setup.dialog.role is PaperRole.SLIP, "the role was not chosen by its key")
        setup.wait_for_page()
        setup.add(f"device:{roll}")
        QTest.keyClick(setup.dialog, Qt.Key.Key_I, ALT)
        outcome = setup.dialog.findChild(QFrame, "trial")
        words = setup.dialog.findChild(QLabel, "trial_words")
        assert outcome is not None
        assert words is not None
        driver.wait(lambda: words.text() == f"Đã in trên device:{roll}.", "the test page did not come out")
        assert outcome.isVisible()
        page = driver.opened.desk.prints.test_page(PaperRole.SLIP)
        assert roll.read_bytes() == thermal_bytes(page.pdf)
        assert setup.places(PaperRole.A4) == ()
        setup.dialog.accept()
        driver.settle()


def test_a_queue_is_offered_by_the_name_people_gave_it_with_its_trays_and_what_hinders_it(
    qapp: QApplication, tmp_path: Path, server: PrintServer
) -> None:
    for name, label in (("quay-1", "Máy in quầy 1"), ("tang-1", "Máy in tầng 1")):
        server.add(name)
        server.tell("lpadmin", "-p", name, "-D", label)
    server.tell("cupsdisable", "tang-1")
    with window_in(qapp, tmp_path, FixedClock(MONDAY)) as driver:
        setup = Setup(driver)
        setup.add("Máy in tầng 1 (tang-1)")
        setup.add("Máy in quầy 1 (quay-1)")
        assert setup.rows() == ["1. Máy in tầng 1 · đang tạm dừng", "2. Máy in quầy 1"]
        tray = setup.dialog.findChild(QComboBox, "printer_tray")
        assert tray is not None
        assert [tray.itemText(at) for at in range(tray.count())] == ["Theo máy in", "khay trên", "khay dưới"]
        tray.setCurrentIndex(2)
        tray.activated.emit(2)
        driver.settle()
        assert setup.places(PaperRole.A4)[1] == PrinterPlace("quay-1", "bottom")
        assert setup.rows()[1] == "2. Máy in quầy 1 · khay dưới"
        setup.dialog.accept()
        driver.settle()


@pytest.mark.usefixtures("nowhere")
def test_what_a_ruler_says_of_the_screen_is_kept_and_makes_the_page_as_large_as_it_will_be(
    qapp: QApplication, tmp_path: Path
) -> None:
    with window_in(qapp, tmp_path, FixedClock(MONDAY)) as driver:
        setup = Setup(driver)
        dots, page = setup.dialog.view.dots_per_mm, setup.dialog.view._page
        assert page._dots == pytest.approx(dots)
        assert page._picture.width() == pytest.approx(210 * dots, rel=0.02)
        bar = setup.dialog.findChild(QLineEdit, "bar_length")
        assert bar is not None
        bar.setText("80")
        bar.editingFinished.emit()
        driver.wait(lambda: page._dots == pytest.approx(dots * 100 / 80), "the ruler was not heard")
        driver.settle()
        assert float(driver.opened.desk.preference(SCREEN_SCALE)) == pytest.approx(1.25)
        setup.dialog.accept()
        driver.settle()
    with window_in(qapp, tmp_path, FixedClock(MONDAY)) as driver:
        setup = Setup(driver)
        assert setup.dialog.view._page._dots == pytest.approx(setup.dialog.view.dots_per_mm * 1.25)
        setup.dialog.accept()
        driver.settle()


@pytest.mark.usefixtures("nowhere")
def test_every_control_of_the_printers_has_a_name_and_no_key_serves_two(
    qapp: QApplication, tmp_path: Path
) -> None:
    with window_in(qapp, tmp_path, FixedClock(MONDAY)) as driver:
        setup = Setup(driver)
        keys: list[str] = []
        for widget in setup.dialog.findChildren(QWidget):
            if isinstance(widget, QPushButton | QComboBox | QListWidget) and widget.objectName():
                text = widget.text() if isinstance(widget, QPushButton) else widget.accessibleName()
                assert text, widget.objectName()
            if isinstance(widget, QPushButton | QLabel) and "&" in widget.text():
                keys.append(widget.text().partition("&")[2][0].casefold())
        assert len(keys) == len(set(keys)) == 13
        button = driver.window.top_bar.findChild(QPushButton, "printers_button")
        assert button is not None
        assert button.accessibleName() == "Máy in"
        setup.dialog.accept()
        driver.settle()

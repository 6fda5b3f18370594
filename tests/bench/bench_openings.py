"""How long the GUI thread waits when each page, panel and dialog opens for the first time, by its own key.

Prints milliseconds of this machine, the page that holds the window up longest first.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.bench_desk import Heartbeat
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from services.people import cast, shown_card
from ui.window_driver import WindowDriver, window_in

from counter_app.ui.app import spare_what_stands

_KEY = Qt.Key
_PLAIN, _CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
_BOTH = _CONTROL | Qt.KeyboardModifier.ShiftModifier
_PRESSED_MS = 150
_IN_A_VISIT = (
    ("papers (F5)", _KEY.Key_F5, _PLAIN),
    ("scanners (Ctrl+E)", _KEY.Key_E, _CONTROL),
    ("review (F6)", _KEY.Key_F6, _PLAIN),
    ("form (F4)", _KEY.Key_F4, _PLAIN),
    ("declaration (Ctrl+P)", _KEY.Key_P, _CONTROL),
    ("outbox (F7)", _KEY.Key_F7, _PLAIN),
    ("printers (F10)", _KEY.Key_F10, _PLAIN),
    ("PDF of somebody (Ctrl+Shift+V)", _KEY.Key_V, _BOTH),
    ("veil (Ctrl+B)", _KEY.Key_B, _CONTROL),
    ("lock (Ctrl+L)", _KEY.Key_L, _CONTROL),
)
_IN_THE_REGISTER = (
    ("closing (Ctrl+Shift+K)", _KEY.Key_K, _BOTH),
    ("inspection (Ctrl+Shift+I)", _KEY.Key_I, _BOTH),
)


class _Album:
    """Opens one thing after another and keeps how long the window waited for each."""

    def __init__(self, driver: WindowDriver) -> None:
        self._driver = driver
        self._heart = Heartbeat()
        self._heart.start()
        self.waits: list[tuple[float, str]] = []

    def time(self, name: str, act: Callable[[], object]) -> None:
        """Do something and turn the loop until all is at rest; a key presses a button for 100 ms."""
        self._driver.settle()
        self._heart.longest = 0.0
        act()
        QTest.qWait(_PRESSED_MS)
        self._driver.settle()
        self.waits.append((self._heart.longest, name))

    def press(self, name: str, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
        """Press a key, and close whatever dialog it opened."""
        driver = self._driver
        self.time(name, lambda: driver.key(key, held))
        while (dialog := QApplication.activeModalWidget()) is not None:
            if isinstance(dialog, QDialog):
                dialog.reject()
            driver.settle()
            driver.window.activateWindow()
            QTest.qWaitForWindowActive(driver.window)
        if driver.window.is_locked:
            driver.window.lift_lock()
        elif driver.window.is_covered:
            driver.key(key, held)


def begin_visit(driver: WindowDriver) -> None:
    """Have somebody show a card and begin a form."""
    driver.conductor.visits.use_card(shown_card(cast().ede))
    driver.wait(lambda: driver.window.screen_in_front is driver.window.procedure)
    driver.settle()
    driver.choose("trich luc")
    driver.settle()


def open_everything(driver: WindowDriver) -> list[tuple[float, str]]:
    """Open every page once; what it is about is there before."""
    window, visits = driver.window, driver.conductor.visits
    begin_visit(driver)
    album = _Album(driver)
    for name, key, held in _IN_A_VISIT:
        album.press(name, key, held)
    for field, value in {
        "relation": "self",
        "event": "marriage",
        "registered_at": "UBND",
        "copies": "2",
    }.items():
        visits.declare(field, value, "")
    album.time("receiving", visits.receive)
    driver.wait(lambda: visits.state.dossier is not None)
    album.press("register (Ctrl+F)", _KEY.Key_F, _CONTROL)
    for name, key, held in _IN_THE_REGISTER:
        album.press(name, key, held)
    (row,) = driver.opened.desk.register.today()
    album.time("dossier in the register", lambda: window.register.row_opened.emit(row.dossier_id))
    album.press("hand over (Ctrl+Shift+H)", _KEY.Key_H, _BOTH)
    return sorted(album.waits, reverse=True)


def main() -> None:
    """Open everything in one window of a fresh desk and print a line for each."""
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder, window_in(app, Path(folder)) as driver:
        cast()
        driver.settle()
        spare_what_stands()
        for wait, name in open_everything(driver):
            print(f"{wait:6.0f} ms  {name}")


if __name__ == "__main__":
    main()

"""The real window over a real desk, driven as an official drives it: by keys, and by object name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import TypeVar

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from services.people import words
from services.shipped import given_to

from counter_app.bootstrap.desk import OpenDesk, opened_desk
from counter_app.bootstrap.window import appearance
from counter_app.domain.citizen import PopulationRecord
from counter_app.domain.dossier import Draft
from counter_app.gateways.specimen.cards import card_of
from counter_app.services.ports import Clock
from counter_app.ui.app import Appearance, build_window
from counter_app.ui.conductor import Conductor
from counter_app.ui.languages import ENGLISH
from counter_app.ui.main_window import SMALLEST, MainWindow

W = TypeVar("W", bound=QObject)
_PATIENCE_MS = 120_000


class WindowDriver:
    """One window; every step waits until the window shows that it was taken."""

    def __init__(self, window: MainWindow, conductor: Conductor, opened: OpenDesk) -> None:
        self.window = window
        self.conductor = conductor
        self.opened = opened

    def find(self, kind: type[W], name: str) -> W:
        """Find what is visible under this object name."""
        found = [
            each
            for each in self.window.findChildren(kind, name)
            if not isinstance(each, QWidget) or each.isVisible()
        ]
        assert found, f"no {kind.__name__} named {name} in sight"
        return found[0]

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def type(self, text: str) -> None:
        """Type text where the focus is, Vietnamese letters too; at once, however busy the machine is."""
        pressed_at = round(monotonic() * 1000)
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                event.setTimestamp(pressed_at)
                QApplication.sendEvent(QApplication.focusWidget() or self.window, event)

    def wait(self, until: Callable[[], bool], what: str = "") -> None:
        """Turn the event loop until the condition holds."""
        clock = QElapsedTimer()
        clock.start()
        while not until():
            assert clock.elapsed() < _PATIENCE_MS, what or "waited in vain"
            QTest.qWait(5)

    def scan(self, record: PopulationRecord) -> None:
        """Read somebody's card with a hand scanner that types, and wait for the person."""
        card = card_of(record, words())
        assert card is not None
        self.type(card.payload)
        self.key(Qt.Key.Key_Return)
        self.wait(lambda: self.window.screen_in_front is self.window.procedure, "the person was not found")

    def choose(self, query: str) -> None:
        """Answer for whom, search, and take the first procedure found."""
        self.key(Qt.Key.Key_1)
        self.type(query)
        self.key(Qt.Key.Key_Return)
        self.wait(lambda: self.window.screen_in_front is self.window.form, "no form was begun")

    def drafts(self) -> tuple[Draft, ...]:
        """List the drafts of whoever serves."""
        return self.opened.desk.drafting.waiting(self.conductor.visits.duty.official.sign)

    def settle(self) -> None:
        """Wait until nothing is under way and all is on disk."""
        QApplication.processEvents()
        self.conductor.tasks.until_idle(_PATIENCE_MS)
        self.wait(self._is_at_rest, "it never came to rest")
        QTest.qWait(1)  # what was deleted goes with the next turn of the loop
        self.conductor.tasks.until_idle(_PATIENCE_MS)

    def _is_at_rest(self) -> bool:
        """Tell whether no step waits for its turn, and the form has all its rows."""
        return self.window.turns.are_over


@contextmanager
def window_in(
    app: QApplication,
    folder: Path,
    clock: Clock | None = None,
    *,
    duty_kept: bool = True,
    looks: Callable[[Appearance], Appearance] = lambda usual: usual,
) -> Iterator[WindowDriver]:
    """Open the desk of the folder in its window, at the smallest size it is made for."""
    with opened_desk(folder, clock=clock, given=given_to(folder)) as opened:
        if duty_kept:
            opened.desk.duty_book.take_over("Nguyễn Thị Mẫu", "Quầy 3")
        window, conductor = build_window(app, opened.desk, looks(appearance(opened)))
        window.resize(*SMALLEST)
        window.show()
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
        try:
            yield WindowDriver(window, conductor, opened)
        finally:
            window.close()
            conductor.languages.choose(
                ENGLISH
            )  # else the next window of this process inherits the translator
            window.deleteLater()
            QApplication.processEvents()

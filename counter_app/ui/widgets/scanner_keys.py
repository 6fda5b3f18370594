"""Listens for a hand scanner: it types like a keyboard, wherever the focus happens to be."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from counter_app.ui.key_burst import KeyBurst, Typing

_PAUSE_MS = 120
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_BENT = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class ScannerKeys(QObject):
    """Watches the keys of one window while it listens; a scan is taken out of whatever field it ran into."""

    payload_read = Signal(str)

    def __init__(self, screen: QWidget, *, clock: Callable[[], float] = monotonic) -> None:
        super().__init__(screen)
        self._screen = screen
        self._clock = clock
        self._burst = KeyBurst()
        self._first: QWidget | None = None
        self._text_before = ""
        self._listening = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._finish)

    def listen(self) -> None:
        """Begin to listen."""
        app = QApplication.instance()
        if app is not None and not self._listening:
            self._listening = True
            app.installEventFilter(self)

    def stop(self) -> None:
        """Listen no more and forget what was begun."""
        app = QApplication.instance()
        if app is not None and self._listening:
            self._listening = False
            app.removeEventFilter(self)
        self._pause.stop()
        self._burst.finish()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow the keys of a scan and let all others through."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not isinstance(watched, QWidget) or watched.window() is not self._screen.window():
            return False
        return self._take(watched, event)

    def _take(self, watched: QWidget, key: QKeyEvent) -> bool:
        if self._burst.is_scan and key.key() in _ENDS:
            self._finish()
            return True
        if key.isAutoRepeat() or key.modifiers() & _BENT or not key.text().isprintable() or not key.text():
            return self._burst.is_scan
        return self._collect(watched, key.text())

    def _collect(self, watched: QWidget, letters: str) -> bool:
        """Collect a key once: an ignored key is offered to every parent in turn."""
        at_ms = int(self._clock() * 1000)
        if self._burst.begins_anew(at_ms):
            self._first = watched
            self._text_before = watched.text() if isinstance(watched, QLineEdit) else ""
        elif watched is not self._first:
            return self._burst.is_scan
        typing = self._burst.feed(letters, at_ms)
        if typing is Typing.FINGERS:
            return False
        if typing is Typing.SCAN_BEGUN:
            self._take_back()
        self._pause.start()
        return True

    def _take_back(self) -> None:
        """Put the field that had the focus back to what stood there before the scan ran into it."""
        if isinstance(self._first, QLineEdit):
            self._first.setText(self._text_before)

    def _finish(self) -> None:
        self._pause.stop()
        text = self._burst.finish()
        self._first = None
        if text:
            self.payload_read.emit(text)

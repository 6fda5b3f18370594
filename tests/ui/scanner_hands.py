"""Hands that hold a scanner, or a keyboard: keys with the moments at which they were pressed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

CARD = "000199000123||Nguyễn Thị Ví Dụ|15031999|Nữ|Số 1 đường Mẫu|01072021"
OTHER_CARD = "000199000456||Trần Thị Thử|15031999|Nữ|Số 2 đường Mẫu|01072021"
KEYS = {"\r": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab, "\b": Qt.Key.Key_Backspace}
SCANNER_MS, FINGERS_MS = 3, 80


class Hands:
    """Presses keys one after the other; each key carries its own moment, whenever the window gets to it."""

    def __init__(self) -> None:
        self.at_ms = 1_000

    def press(self, target: QWidget, text: str, gap_ms: int = SCANNER_MS) -> None:
        """Press a key for each letter."""
        for letter in text:
            self.at_ms += gap_ms
            self.press_one(target, KEYS.get(letter, Qt.Key.Key_unknown), letter)

    def press_one(self, target: QWidget, key: Qt.Key, text: str = "") -> None:
        """Press one key at the present moment."""
        event = QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
        event.setTimestamp(self.at_ms)
        QApplication.sendEvent(target, event)

    def compose(self, target: QWidget, text: str) -> None:
        """Let an input method write something."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(target, event)

"""The register's search box: keeps Enter to itself and lets the arrow keys move in the table."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

_MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PAUSE_MS = 150


class SearchBox(QLineEdit):
    """Announces what is looked for once the keys rest, or at once on Enter."""

    searched = Signal()
    entered = Signal()
    """Says that Enter was pressed; a search that was still waiting has been announced just before."""
    moved = Signal(object)
    """Carries a QKeyEvent that moves between rows."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("register_search")
        self.setClearButtonEnabled(True)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.searched)
        self.textChanged.connect(self._on_text_changed)

    @property
    def wanted(self) -> str:
        """What is looked for."""
        return self.text().strip()

    def search_now(self) -> None:
        """Announce a search without waiting for the keys to rest."""
        self._pause.stop()
        self.searched.emit()

    def forget(self) -> None:
        """Empty the box without a search."""
        self.blockSignals(True)
        self.clear()
        self.blockSignals(False)
        self._pause.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand on the keys that are not for typing."""
        if event.key() in _MOVES:
            self.moved.emit(event)
        elif event.key() in _ENTER:
            if self._pause.isActive():
                self.search_now()
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _on_text_changed(self) -> None:
        self._pause.start()

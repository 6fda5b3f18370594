"""Asks, in place, why a verified value is to be changed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from counter_app.ui.widgets.parts import GRID, label

_MOST_LETTERS = 200
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReasonBox(QFrame):
    """One line for the reason: Enter gives it, Esc leaves the value locked."""

    given = Signal(str)
    cancelled = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("look", "notice")
        self.setProperty("tone", "warning")
        self._question = label(look="label", wraps=True)
        self._line = QLineEdit()
        self._line.setObjectName(name)
        self._line.setMaxLength(_MOST_LETTERS)
        self._hint = label(look="hint", wraps=True)
        self._question.setBuddy(self._line)
        self.setFocusProxy(self._line)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID + 4, GRID, GRID, GRID)
        column.setSpacing(4)
        for part in (self._question, self._line, self._hint):
            column.addWidget(part)
        self._retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter and Esc for this box alone."""
        if event.key() in _ENTER:
            reason = " ".join(self._line.text().split())
            if reason:
                self.given.emit(reason)
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._question.setText(self.tr("Why is the verified value changed?"))
        self._line.setPlaceholderText(self.tr("for example: as in the court's decision shown"))
        self._line.setAccessibleName(self.tr("Why is the verified value changed?"))
        self._hint.setText(
            self.tr("Enter unlocks; the reason is kept with the dossier. Esc leaves it locked.")
        )

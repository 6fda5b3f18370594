"""A button whose words give way where room is short, and say by an ellipsis that there is more to them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from counter_app.ui.widgets.parts import Button

_FEWEST_LETTERS = 6


class ElidingButton(Button):
    """Asks for room for all its words and is content with less; a screen reader is told all of them."""

    def __init__(self, words: str, look: str, icon: str = "", *, name: str) -> None:
        super().__init__(look, icon)
        self._words = words
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._show(words)

    def sizeHint(self) -> QSize:
        """Ask for room for all words, however many are shown now."""
        words = self.fontMetrics().horizontalAdvance(self._words)
        return QSize(self._around() + words, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Be content with room for a few letters."""
        hint = self.sizeHint()
        fewest = _FEWEST_LETTERS * self.fontMetrics().averageCharWidth()
        return QSize(min(hint.width(), self._around() + fewest), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as fits."""
        super().resizeEvent(event)
        room = self.width() - self._around()
        self._show(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room))

    def _show(self, words: str) -> None:
        self.setText(words.replace("&", "&&"))

    def _around(self) -> int:
        """How wide all is that stands beside the words: icon, padding and border."""
        shown = self.fontMetrics().horizontalAdvance(self.text().replace("&&", "&"))
        return super().sizeHint().width() - shown

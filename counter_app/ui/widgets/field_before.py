"""What stood in a field before it was changed, and the way back to it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from counter_app.ui.widgets.parts import GRID, button, label


class BeforeLine(QWidget):
    """Tells of the earlier value on request and offers to put it back."""

    asked = Signal()
    restored = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._value = ""
        self._source = ""
        self._words = label(look="hint", name=f"before_{name}", wraps=True)
        self._restore = button("", "quiet", "undo-2", name=f"restore_{name}")
        self._restore.clicked.connect(self.restored)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self._words, stretch=1)
        row.addWidget(self._restore)
        self.setFocusProxy(self._restore)
        self._retranslate()

    def say(self, value: str, source: str) -> None:
        """Show the earlier value and where it came from."""
        self._value, self._source = value, source
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        told = self.tr("Before: {value} ({source})") if self._source else self.tr("Before: {value}")
        self._words.setText(told.format(value=self._value, source=self._source))
        self._restore.setText(self.tr("Put it &back"))

"""The two languages of the screens, changed without a restart."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from counter_app.ui.translator import VietnameseTranslator

VIETNAMESE, ENGLISH = "vi", "en"


class Languages(QObject):
    """Vietnamese by a translator, English by its absence."""

    chosen = Signal(str)

    def __init__(self, words: Path, current: str) -> None:
        super().__init__()
        self._translator = VietnameseTranslator(words)
        self.current = ENGLISH
        self.choose(current)

    def choose(self, code: str) -> None:
        """Put every screen into this language."""
        if code == self.current:
            return
        self.current = code
        if code == VIETNAMESE:
            QCoreApplication.installTranslator(self._translator)
        else:
            QCoreApplication.removeTranslator(self._translator)
        self.chosen.emit(code)

"""The veil over the window: nothing of a citizen is seen or said behind it, and no key gets through."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QVBoxLayout

from counter_app.ui.icons import Tint
from counter_app.ui.widgets.parts import GRID, Glyph, label

COVER_KEYS = "Ctrl+B"
LOCK_KEYS = "Ctrl+L"


class Veil(QFrame):
    """Stands in the window's place while it is covered; every key but the one that lifts it ends here."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("veil")
        self.setProperty("look", "ground")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._shape = Glyph("eye-off", Tint.QUIET, lines=3)
        self._title = label(look="title", name="veil_title")
        self._hint = label(look="hint", name="veil_hint")
        column = QVBoxLayout(self)
        column.setSpacing(GRID)
        column.addStretch(1)
        for part in (self._shape, self._title, self._hint):
            column.addWidget(part, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self._retranslate()

    def event(self, event: QEvent) -> bool:
        """Keep shortcuts of the window from going off."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if QKeySequence(event.keyCombination()) != QKeySequence(COVER_KEYS):
                event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take every key, so that Enter does nothing either."""
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("The screen is covered"))
        self._hint.setText(self.tr("Nothing is lost. {keys} shows the visit again.").format(keys=COVER_KEYS))
        self.setAccessibleName(f"{self._title.text()}. {self._hint.text()}")

"""What scrolls up and down by itself to whatever is used or said next."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

_LINES_AROUND = 3
"""Lines that come into sight with a part: its label, and what is said below it."""


class FollowingScroll(QObject):
    """Brings into sight what takes the focus: by an Alt key, or because the program gave it.

    Qt itself scrolls only where Tab goes.
    """

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def bring(self, part: QWidget) -> None:
        """Scroll to a part, once new words have found their places."""
        QTimer.singleShot(0, self, partial(self._scroll_to, part))

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        inside = self._area.widget()
        if now is not None and inside is not None and inside.isAncestorOf(now):
            self.bring(now)

    def _scroll_to(self, part: QWidget) -> None:
        around = _LINES_AROUND * self._area.fontMetrics().lineSpacing()
        self._area.ensureWidgetVisible(part, 0, min(around, self._area.viewport().height() // 3))

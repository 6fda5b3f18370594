"""What scrolls up and down by itself to what is said or asked next."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

_LINES_AROUND = 3
"""Lines that come into sight with a part: its label, and what is said below it."""


class FollowingScroll(QObject):
    """Brings parts of an area into sight; Qt itself scrolls only where Tab goes."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area

    def bring(self, part: QWidget) -> None:
        """Scroll to a part that stays, once new words have found their places."""
        QTimer.singleShot(0, self, partial(self._scroll_to, part))

    def bring_cursor(self) -> None:
        """Scroll to where the program has put the cursor."""
        QTimer.singleShot(0, self, self._scroll_to_cursor)

    def _scroll_to_cursor(self) -> None:
        part, inside = self._area.window().focusWidget(), self._area.widget()
        if part is not None and inside is not None and inside.isAncestorOf(part):
            self._scroll_to(part)

    def _scroll_to(self, part: QWidget) -> None:
        around = _LINES_AROUND * self._area.fontMetrics().lineSpacing()
        self._area.ensureWidgetVisible(part, 0, min(around, self._area.viewport().height() // 3))

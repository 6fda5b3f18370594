"""Steps taken one in each turn of the event loop, so that keys and painting come between any two of them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class Turns(QObject):
    """A line of steps; zero timers of their own would all fire within one turn."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._line: deque[Callable[[], None]] = deque()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._take_one)

    @property
    def are_over(self) -> bool:
        """Whether no step waits."""
        return not self._line

    def take(self, step: Callable[[], None]) -> None:
        """Put a step at the end of the line."""
        self._line.append(step)
        self._timer.start()

    def take_all(self) -> None:
        """Take every step at once, those too that they bring."""
        while self._line:
            self._take_one()

    def drop_all(self) -> None:
        """Forget the steps that wait."""
        self._line.clear()
        self._timer.stop()

    def _take_one(self) -> None:
        step = self._line.popleft()
        if not self._line:
            self._timer.stop()
        step()

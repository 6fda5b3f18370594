"""Steps taken one in each turn of the event loop, so that keys and painting come between any two of them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimerEvent


class Turns(QObject):
    """A line of steps; zero timers of their own would all fire within one turn.

    A step that opens an event loop of its own, as a dialog does, does not hold up those behind it.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._line: deque[Callable[[], None]] = deque()
        self._timer = 0

    @property
    def are_over(self) -> bool:
        """Whether no step waits."""
        return not self._line

    def take(self, step: Callable[[], None]) -> None:
        """Put a step at the end of the line."""
        self._line.append(step)
        self._wake()

    def take_all(self) -> None:
        """Take every step at once, those too that they bring."""
        while self._line:
            self._line.popleft()()

    def drop_all(self) -> None:
        """Forget the steps that wait."""
        self._line.clear()

    def timerEvent(self, _event: QTimerEvent) -> None:
        """Take the next step; a new timer first, for Qt lets none fire again before it has come back."""
        self.killTimer(self._timer)
        self._timer = 0
        if self._line:
            step = self._line.popleft()
            self._wake()
            step()

    def _wake(self) -> None:
        if self._line and not self._timer:
            self._timer = self.startTimer(0)

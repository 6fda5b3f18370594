"""Work off the GUI thread: five lanes, outcomes on the GUI thread, and only while somebody waits for them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor  # the one module that makes threads, beside the camera loop
from dataclasses import dataclass
from enum import StrEnum
from itertools import count
from threading import Lock  # noqa: TID251 - this is the module that makes threads
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop, QObject, QTimer, Signal
from shiboken6 import isValid

from counter_app.ui.turns import Turns

Outcome = TypeVar("Outcome")

_SLOW_MS = 300
_SWITCH_S = 0.0005
"""Python's own 5 ms add up: while a lane computes, the GUI thread would wait so long time and again."""


class Lane(StrEnum):
    """Where work queues: one thread for the store and one for pdfium, which may not meet themselves."""

    STORE = "store"
    WIRE = "wire"
    CRAFT = "craft"
    EYES = "eyes"
    READING = "reading"


_THREADS = {Lane.STORE: 1, Lane.WIRE: 2, Lane.CRAFT: 1, Lane.EYES: 1, Lane.READING: 1}
_UNCOUNTED = frozenset({Lane.EYES, Lane.READING})
"""A camera's frames and the text of pages are read all day long: neither is a wait, nor to be waited for."""


@dataclass(frozen=True, slots=True)
class _Errand:
    """Who is told of an outcome; it stays on the GUI thread, so that no widget ever dies on another."""

    lane: Lane
    owner: QObject
    done: Callable[[Any], None]
    failed: Callable[[Exception], None] | None
    counts: bool = True


@dataclass(frozen=True, slots=True)
class _Report:
    """How the errand of that number ended: with a value, or with an error."""

    number: int
    value: object = None
    error: Exception | None = None


class Tasks(QObject):
    """Runs plain callables on lanes and hands their outcomes to the GUI thread.

    ``untaken_failure`` announces an error for which nobody waits (any more). ``busy_changed`` says True once
    something has been under way for 300 ms, and False when nothing slow is left; what eyes and readers do
    does not count.
    """

    untaken_failure = Signal(object)
    busy_changed = Signal(bool)
    _ended = Signal(object)
    _idled = Signal()

    def __init__(self, parent: QObject | None = None, turns: Turns | None = None) -> None:
        """Share the turns of the window, where what comes back is shown in one."""
        super().__init__(parent)
        sys.setswitchinterval(_SWITCH_S)
        self._lanes = {lane: ThreadPoolExecutor(number, lane.value) for lane, number in _THREADS.items()}
        self._numbers = count()
        self._under_way: dict[int, _Errand] = {}
        self._slow: set[int] = set()
        self._gate = Lock()
        self._closed = False
        self._turns = turns or Turns(self)
        self._ended.connect(self._on_ended)

    def run(
        self,
        lane: Lane,
        work: Callable[[], Outcome],
        *,
        owner: QObject,
        done: Callable[[Outcome], None],
        failed: Callable[[Exception], None] | None = None,
        quietly: bool = False,
    ) -> None:
        """Do ``work`` on the lane's thread, then call ``done`` or ``failed`` here if the owner still lives.

        ``work`` takes and returns plain values and touches no widget. What is done ``quietly`` is no wait,
        and nobody waits for it. After ``close`` nothing is begun.
        """
        if self._closed:
            return
        number = next(self._numbers)
        counts = lane not in _UNCOUNTED and not quietly
        self._under_way[number] = _Errand(lane, owner, done, failed, counts)
        if counts:
            QTimer.singleShot(_SLOW_MS, self, lambda: self._on_grown_slow(number))
        self._lanes[lane].submit(self._carry_out, number, work)

    def until_idle(self, limit_ms: int = 5_000) -> None:
        """Turn the event loop until only eyes and readers are at work; raises TimeoutError past the limit."""
        deadline = QDeadlineTimer(limit_ms)
        while not self._is_idle():  # what is begun in the same turn in which all was done is waited for, too
            if deadline.hasExpired():
                raise TimeoutError(limit_ms, sorted(errand.lane for errand in self._under_way.values()))
            loop = QEventLoop()
            self._idled.connect(loop.quit)
            QTimer.singleShot(deadline.remainingTime(), loop, loop.quit)
            loop.exec()

    def close(self) -> None:
        """Let the store's errands finish, and those that their outcomes begin; drop the rest of what waits.

        Nothing is killed: what another lane has begun ends in its own time and is told to nobody.
        """
        while any(errand.lane is Lane.STORE for errand in self._under_way.values()):
            self._lanes[Lane.STORE].submit(int).result()
            QCoreApplication.sendPostedEvents(self)
            self._turns.take_all()
        with self._gate:
            self._closed = True
        for executor in self._lanes.values():
            executor.shutdown(wait=False, cancel_futures=True)
        self._under_way.clear()

    def _is_idle(self) -> bool:
        return not any(errand.counts for errand in self._under_way.values())

    def _carry_out(self, number: int, work: Callable[[], object]) -> None:
        """Run on the lane's thread; whatever happens becomes a report."""
        try:
            report = _Report(number, value=work())
        except Exception as error:  # noqa: BLE001 - the one place where any failure of any work is caught and told
            report = _Report(number, error=error)
        with self._gate:
            if not self._closed:
                self._ended.emit(report)

    def _on_ended(self, report: _Report) -> None:
        self._turns.take(lambda: self._take(report))

    def _take(self, report: _Report) -> None:
        errand = self._under_way.pop(report.number, None)
        if errand is None:  # it ended while the desk was being closed: nobody waits any more
            return
        self._cross_off(report.number)
        try:
            self._tell(errand, report)
        finally:
            if self._is_idle():
                self._idled.emit()

    def _tell(self, errand: _Errand, report: _Report) -> None:
        lives = isValid(errand.owner)
        if report.error is None:
            if lives:
                errand.done(report.value)
        elif lives and errand.failed:
            errand.failed(report.error)
        else:
            self.untaken_failure.emit(report.error)

    def _cross_off(self, number: int) -> None:
        if number in self._slow:
            self._slow.discard(number)
            if not self._slow:
                self.busy_changed.emit(False)

    def _on_grown_slow(self, number: int) -> None:
        if number not in self._under_way:
            return
        self._slow.add(number)
        if len(self._slow) == 1:
            self.busy_changed.emit(True)

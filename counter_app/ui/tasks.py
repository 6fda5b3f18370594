"""Work off the GUI thread: four lanes, outcomes on the GUI thread, and only while somebody waits for them."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor  # the one module that makes threads, beside the camera loop
from dataclasses import dataclass
from enum import StrEnum
from threading import Lock  # noqa: TID251 - this is the module that makes threads
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QTimer, Signal
from shiboken6 import isValid

Outcome = TypeVar("Outcome")

_SLOW_MS = 300


class Lane(StrEnum):
    """Where work queues: one thread for the store and one for pdfium, which may not meet themselves."""

    STORE = "store"
    WIRE = "wire"
    CRAFT = "craft"
    EYES = "eyes"


_THREADS = {Lane.STORE: 1, Lane.WIRE: 2, Lane.CRAFT: 1, Lane.EYES: 1}
_UNCOUNTED = Lane.EYES
"""A camera's frames are decoded all day long: that is neither a wait nor something to wait for."""


@dataclass(frozen=True, slots=True, eq=False)
class _Errand:
    """One piece of work and who is told of its outcome; the first callable is typed where it is handed in."""

    lane: Lane
    work: Callable[[], Any]
    owner: QObject
    done: Callable[[Any], None]
    failed: Callable[[Exception], None] | None


@dataclass(frozen=True, slots=True)
class _Report:
    """How an errand ended: with a value, or with an error."""

    errand: _Errand
    value: object
    error: Exception | None


class Tasks(QObject):
    """Runs plain callables on lanes and hands their outcomes to the GUI thread.

    ``untaken_failure`` announces an error for which nobody waits (any more). ``busy_changed`` says True once
    something has been under way for 300 ms, and False when nothing slow is left; camera frames do not count.
    """

    untaken_failure = Signal(object)
    busy_changed = Signal(bool)
    _ended = Signal(object)
    _idled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = {lane: ThreadPoolExecutor(number, lane.value) for lane, number in _THREADS.items()}
        self._under_way: set[_Errand] = set()
        self._slow: set[_Errand] = set()
        self._gate = Lock()
        self._closed = False
        self._ended.connect(self._on_ended)

    def run(
        self,
        lane: Lane,
        work: Callable[[], Outcome],
        *,
        owner: QObject,
        done: Callable[[Outcome], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do ``work`` on the lane's thread, then call ``done`` or ``failed`` here if the owner still lives.

        ``work`` takes and returns plain values and touches no widget. After ``close`` nothing is begun.
        """
        if self._closed:
            return
        errand = _Errand(lane, work, owner, done, failed)
        if lane is not _UNCOUNTED:
            self._under_way.add(errand)
            QTimer.singleShot(_SLOW_MS, self, lambda: self._on_grown_slow(errand))
        self._lanes[lane].submit(self._carry_out, errand)

    def until_idle(self, limit_ms: int = 5_000) -> None:
        """Turn the event loop until only the camera has errands left; raises TimeoutError after the limit."""
        if not self._under_way:
            return
        loop = QEventLoop()
        self._idled.connect(loop.quit)
        QTimer.singleShot(limit_ms, loop, loop.quit)
        loop.exec()
        if self._under_way:
            raise TimeoutError(limit_ms)

    def close(self) -> None:
        """Let the store's errands finish and their outcomes arrive; drop what other lanes have not begun."""
        for lane, executor in self._lanes.items():
            executor.shutdown(wait=lane is Lane.STORE, cancel_futures=lane is not Lane.STORE)
        QCoreApplication.sendPostedEvents(self)
        with self._gate:
            self._closed = True
        self._under_way.clear()

    def _carry_out(self, errand: _Errand) -> None:
        """Run on the lane's thread; whatever happens becomes a report."""
        try:
            report = _Report(errand, errand.work(), None)
        except Exception as error:  # noqa: BLE001 - the one place where any failure of any work is caught and told
            report = _Report(errand, None, error)
        with self._gate:
            if not self._closed:
                self._ended.emit(report)

    def _on_ended(self, report: _Report) -> None:
        self._cross_off(report.errand)
        try:
            self._tell(report)
        finally:
            if not self._under_way:
                self._idled.emit()

    def _tell(self, report: _Report) -> None:
        errand, lives = report.errand, isValid(report.errand.owner)
        if report.error is None:
            if lives:
                errand.done(report.value)
        elif lives and errand.failed:
            errand.failed(report.error)
        else:
            self.untaken_failure.emit(report.error)

    def _cross_off(self, errand: _Errand) -> None:
        self._under_way.discard(errand)
        if errand in self._slow:
            self._slow.discard(errand)
            if not self._slow:
                self.busy_changed.emit(False)

    def _on_grown_slow(self, errand: _Errand) -> None:
        if errand not in self._under_way:
            return
        self._slow.add(errand)
        if len(self._slow) == 1:
            self.busy_changed.emit(True)

"""The thread that listens to a serial hand scanner: opens its port, and opens it again when it was lost."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Event, Lock, Thread  # noqa: TID251 - a port is waited for all day: no lane of Tasks

from PySide6.QtCore import QObject, Signal

from scanning.errors import ScanningError
from scanning.hand_scanner import HandScanner

RETRY_S = 2.0
_LET_GO_S = 1.0
"""Longer than a pause in reading; a driver may take any time to open a port."""


class ScannerEar(QObject):
    """Says what one scanner reads; signals arrive on the thread that made the ear.

    ``after`` is an ear that was shut and must let its port go first.
    """

    heard = Signal(str)
    """Carries a scan's text."""
    opened = Signal()
    lost = Signal(object)
    """Carries the ScanningError, once until the port has been opened again."""
    _told = Signal(object)

    def __init__(
        self,
        open_scanner: Callable[[], HandScanner],
        *,
        retry_s: float = RETRY_S,
        after: ScannerEar | None = None,
    ) -> None:
        super().__init__()
        self._after = after
        self._open_scanner = open_scanner
        self._retry_s = retry_s
        self._gate = Lock()
        self._shut = Event()
        self._is_lost = False
        self._told.connect(self._on_told)
        self._listening = Thread(target=self._listen, name="hand scanner")

    def start(self) -> None:
        """Begin to listen; the port is opened on the ear's own thread."""
        self._listening.start()

    def shut(self) -> None:
        """Say no more; returns at once, the port is let go in its own time."""
        with self._gate:
            self._shut.set()

    def close(self) -> None:
        """Say no more and wait a moment for the port to be let go: one that hangs ends by itself."""
        self.shut()
        if self._listening.is_alive():
            self._listening.join(_LET_GO_S)

    def _on_told(self, say: Callable[[], None]) -> None:
        if not self._shut.is_set():  # else told before the ear was shut, arrived after
            say()

    def _listen(self) -> None:
        if self._after is not None:
            self._after.close()
            self._after = None
        while not self._shut.is_set():
            try:
                self._listen_to(self._open_scanner())
            except ScanningError as error:
                if not self._is_lost:
                    self._is_lost = True
                    self._say(partial(self.lost.emit, error))
                self._shut.wait(self._retry_s)

    def _listen_to(self, scanner: HandScanner) -> None:
        try:
            self._is_lost = False
            self._say(self.opened.emit)
            while not self._shut.is_set():
                scan = scanner.read()
                if scan:
                    self._say(partial(self.heard.emit, scan))
        finally:
            scanner.close()

    def _say(self, say: Callable[[], None]) -> None:
        with self._gate:
            if not self._shut.is_set():
                self._told.emit(say)

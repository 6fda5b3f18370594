"""An eye on one camera: what its thread tells, told again on the thread of the window."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread  # noqa: TID251 - the camera has the one thread beside Tasks

from PySide6.QtCore import QObject, Signal

from counter_app.ui.looking import Broken, Looking, News, Opened, Seen, Sight
from scanning.camera import Camera
from scanning.camera_facts import CameraFacts


class CameraEye(QObject):
    """Keeps the newest sight of one camera until it is taken; says nothing any more once it is shut."""

    seen = Signal()
    """Sent once for each sight taken: however slow the screen is, nothing piles up."""
    opened = Signal()
    lost = Signal(object)
    """Carries the ScanningError."""
    broken = Signal(object)
    """Carries the error that nobody foresaw, for which the camera was let go; it is tried again."""
    measured = Signal(object)
    """Carries the CameraFacts."""
    _told = Signal(object)

    def __init__(self, open_camera: Callable[[], Camera], retry_s: float, *, after: Thread | None) -> None:
        super().__init__()
        self._shut = False
        self._told.connect(self._on_told)
        self._looking = Looking(open_camera, retry_s, tell=self._told.emit, after=after)

    @property
    def thread_at_work(self) -> Thread:
        """The thread that holds the device, until it is over."""
        return self._looking.thread

    def start(self) -> None:
        """Begin to look; the device is opened on the eye's own thread."""
        self._looking.begin()

    def shut(self) -> None:
        """Look no more and say no more; returns at once, the device is let go in its own time."""
        self._shut = True
        self._looking.end()

    def take(self) -> Sight | None:
        """Give the newest sight, once."""
        return self._looking.take()

    def _on_told(self, news: News) -> None:
        if self._shut:  # told before the eye was shut, arrived after
            return
        if isinstance(news, Seen):
            self.seen.emit()
        elif isinstance(news, Opened):
            self.opened.emit()
        elif isinstance(news, Broken):
            self.broken.emit(news.error)
        elif isinstance(news, CameraFacts):
            self.measured.emit(news)
        else:
            self.lost.emit(news)

"""The thread that looks through a camera: opens it, reads it, and opens it again when it was lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from threading import Event, Lock, Thread  # noqa: TID251 - the camera loop has the one thread beside Tasks

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from counter_app.ui.pictures import image_of_frame
from scanning.camera import Camera
from scanning.errors import ScanningError
from scanning.frames import Frame, fit

_SHOWN_SIDE = 1280
"""Pixels of the longer side on the screen; the frame itself keeps every pixel."""
_NOTHING_NEW_S = 0.008


@dataclass(frozen=True, slots=True, eq=False)
class Sight:
    """One frame with its picture for the screen, made on the camera's thread."""

    frame: Frame
    image: QImage


class CameraEye(QObject):
    """Keeps the newest sight of one camera until it is taken; signals arrive on the thread that made the eye.

    ``seen`` is sent once for each sight taken: however slow the screen is, nothing piles up. ``looking`` is
    the thread; ``after`` is one that must let the device go first.
    """

    seen = Signal()
    opened = Signal()
    lost = Signal(object)
    """Carries the ScanningError."""

    def __init__(self, open_camera: Callable[[], Camera], retry_s: float, *, after: Thread | None) -> None:
        super().__init__()
        self._open_camera = open_camera
        self._retry_s = retry_s
        self._after = after
        self._gate = Lock()
        self._newest: Sight | None = None
        self._shut = Event()
        self.looking = Thread(target=self._look, name="camera")

    def start(self) -> None:
        """Begin to look; the device is opened on the eye's own thread."""
        self.looking.start()

    def shut(self) -> None:
        """Look no more and say no more; returns at once, the device is let go in its own time."""
        with self._gate:
            self._shut.set()

    def take(self) -> Sight | None:
        """Give the newest sight, once."""
        with self._gate:
            sight, self._newest = self._newest, None
            return sight

    def _look(self) -> None:
        if self._after is not None:
            self._after.join()
        while not self._shut.is_set():
            try:
                self._look_through(self._open_camera())
            except ScanningError as error:
                self._say(partial(self.lost.emit, error))
                self._shut.wait(self._retry_s)

    def _look_through(self, camera: Camera) -> None:
        try:
            self._say(self.opened.emit)
            while not self._shut.is_set():
                frame = camera.read()
                if frame is None:
                    self._shut.wait(_NOTHING_NEW_S)
                else:
                    self._keep(Sight(frame, image_of_frame(fit(frame, _SHOWN_SIDE))))
        finally:
            camera.close()

    def _keep(self, sight: Sight) -> None:
        with self._gate:
            untaken, self._newest = self._newest is not None, sight
            if not untaken and not self._shut.is_set():
                self.seen.emit()

    def _say(self, say: Callable[[], None]) -> None:
        with self._gate:
            if not self._shut.is_set():
                say()

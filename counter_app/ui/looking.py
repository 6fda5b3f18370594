"""What the camera's own thread does: opens it, reads it, opens it again when it was lost, lets it go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event, Lock, Thread  # noqa: TID251 - the camera has the one thread beside Tasks

from PySide6.QtGui import QImage

from counter_app.ui.pictures import image_of_frame
from scanning.camera import Camera
from scanning.camera_facts import CameraFacts, FactsGauge
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


@dataclass(frozen=True, slots=True)
class Opened:
    """The camera answers."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A sight waits to be taken."""


@dataclass(frozen=True, slots=True, eq=False)
class Broken:
    """The camera was let go for an error that nobody foresaw."""

    error: Exception


News = Opened | Seen | Broken | CameraFacts | ScanningError


class Looking:
    """Looks through one camera on a thread of its own and tells what comes, until it is told to end.

    It knows no Qt object but what ``tell`` is, and not even that once it has ended: a device that lets itself
    be waited for may then hold the thread as long as it likes. ``after`` must let the device go first.
    """

    def __init__(
        self,
        open_camera: Callable[[], Camera],
        retry_s: float,
        *,
        tell: Callable[[News], None],
        after: Thread | None,
    ) -> None:
        self._open_camera = open_camera
        self._retry_s = retry_s
        self._tell: Callable[[News], None] | None = tell
        self._after = after
        self._gate = Lock()
        self._newest: Sight | None = None
        self._ended = Event()
        self.thread = Thread(target=self._look, name="camera")

    def begin(self) -> None:
        """Begin to look; the device is opened on the thread."""
        self.thread.start()

    def end(self) -> None:
        """Look no more and tell no more; returns at once, the device is let go in its own time."""
        with self._gate:
            self._ended.set()
            self._tell = self._newest = None

    def take(self) -> Sight | None:
        """Give the newest sight, once."""
        with self._gate:
            sight, self._newest = self._newest, None
            return sight

    def _look(self) -> None:
        if self._after is not None:
            self._after.join()
            self._after = None
        while not self._ended.is_set():
            try:
                self._look_through(self._open_camera())
            except ScanningError as error:
                self._drop(error)
            except Exception as error:  # noqa: BLE001 - else the thread dies, and an old picture stays in sight
                self._drop(Broken(error))

    def _drop(self, why: Broken | ScanningError) -> None:
        """Tell why there is no camera, show none of its sights any more, and wait before the next try."""
        with self._gate:
            self._newest = None
        self._say(why)
        self._ended.wait(self._retry_s)

    def _look_through(self, camera: Camera) -> None:
        try:
            self._say(Opened())
            gauge = FactsGauge(autofocus=camera.autofocus)
            while not self._ended.is_set():
                frame = camera.read()
                if frame is None:
                    self._ended.wait(_NOTHING_NEW_S)
                else:
                    self._see(frame, gauge)
        finally:
            camera.close()

    def _see(self, frame: Frame, gauge: FactsGauge) -> None:
        facts = gauge.feed(frame)
        if facts:
            self._say(facts)
        self._keep(Sight(frame, image_of_frame(fit(frame, _SHOWN_SIDE))))

    def _keep(self, sight: Sight) -> None:
        """Keep the newest sight; told once for each that is taken, so that nothing piles up."""
        with self._gate:
            untaken, self._newest = self._newest is not None, sight
            if self._tell and not untaken:
                self._tell(Seen())

    def _say(self, news: News) -> None:
        with self._gate:
            if self._tell:
                self._tell(news)

"""Frames from a webcam: asked for Full HD and focus, and content with what the camera has."""

from collections.abc import Callable
from time import monotonic
from typing import Any, Protocol

import numpy as np

from scanning.breakdown import breakdown_is_loss
from scanning.errors import CameraLost, CameraUnavailable
from scanning.frames import Frame
from scanning.opencv import cv2

# Full HD first: at 640×480 a card 25 cm away has 0.7 pixels a module, which no engine reads.
_SIZES = ((1920, 1080), (1280, 720))
_SMOOTH = 12.0  # frames a second below which a hand that brings a card looks torn
_AS_FAST = 0.7  # a larger picture is kept when it comes nearly as fast: then the light is short, not the wire
_TIMED_FRAMES = 5
_TIMED_S = 1.5
_MISSES = 10  # frames a webcam may fail to give (a loose plug, waking up) before it counts as lost ...
_MISSED_S = 3.0  # ... however long each of them took to fail
_MJPG = cv2.VideoWriter.fourcc(*"MJPG")


class Capture(Protocol):
    """Name what a webcam needs of OpenCV's capture."""

    def get(self, asked: int, /) -> float:
        """Tell a property; -1 or 0 where the device has none."""

    def set(self, asked: int, value: float, /) -> bool:
        """Ask for a property; what comes of it is seen in ``get``."""

    def read(self) -> tuple[bool, Any]:
        """Wait for a frame."""

    def release(self) -> None:
        """Let the device go."""


class Webcam:
    """Give frames of the webcam that a number or a device path opens; ``name`` is what the official calls it.

    CameraUnavailable when it does not open or gives no picture, as one that another program uses.
    """

    def __init__(
        self,
        source: int | str,
        *,
        name: str = "",
        clock: Callable[[], float] = monotonic,
        opened: Callable[[int | str], Capture | None] | None = None,
    ) -> None:
        self.name = name or str(source)
        self._clock = clock
        self._misses = 0
        self._given_at = clock()
        capture = (opened or _open_device)(source)
        if capture is None:
            raise CameraUnavailable(self.name)
        self._capture = capture
        if not self._settle():
            capture.release()
            raise CameraUnavailable(self.name)
        capture.set(cv2.CAP_PROP_AUTOFOCUS, 1)
        self.autofocus = capture.get(cv2.CAP_PROP_AUTOFOCUS) >= 1

    @property
    def size(self) -> tuple[int, int]:
        """Give width and height of the frames in pixels: what the camera agreed to, often less than asked."""
        width = self._capture.get(cv2.CAP_PROP_FRAME_WIDTH)
        height = self._capture.get(cv2.CAP_PROP_FRAME_HEIGHT)
        return int(width), int(height)

    def read(self) -> Frame | None:
        """Wait for the next frame; None when one failed to come, CameraLost when no more will."""
        with breakdown_is_loss(self.name):
            pixels = self._next()
            now = self._clock()
            if pixels is not None:
                self._misses, self._given_at = 0, now
                return Frame(np.asarray(pixels, np.uint8), now)
        self._misses += 1
        if self._misses >= _MISSES or now - self._given_at > _MISSED_S:
            raise CameraLost(self.name)
        return None

    def close(self) -> None:
        """Let the device go."""
        self._capture.release()

    def _next(self) -> object | None:
        with breakdown_is_loss(self.name):  # some drivers end so when the plug is pulled
            got, pixels = self._capture.read()
        return pixels if got else None

    def _settle(self) -> bool:
        """Take the largest size that comes smoothly, and say whether any picture comes at all.

        The frames are timed because drivers promise 30 a second where a slow bus lets five through.
        """
        rates: list[float] = []
        for size in _SIZES:
            self._ask(size)
            rates.append(self._rate())
            if rates[-1] >= _SMOOTH:
                return True
        if rates[0] >= _AS_FAST * rates[-1]:
            self._ask(_SIZES[0])
        return max(rates) > 0

    def _ask(self, size: tuple[int, int]) -> None:
        # Uncompressed 1080p does not fit through USB 2 at more than five frames a second; MJPG does. Asked
        # for before the size, as V4L2 would settle for an uncompressed one, and after: DirectShow forgets.
        self._capture.set(cv2.CAP_PROP_FOURCC, _MJPG)
        self._capture.set(cv2.CAP_PROP_FRAME_WIDTH, size[0])
        self._capture.set(cv2.CAP_PROP_FRAME_HEIGHT, size[1])
        self._capture.set(cv2.CAP_PROP_FOURCC, _MJPG)

    def _rate(self) -> float:
        """Time a few frames, not counting the first, for which the stream is set up; 0 when none comes."""
        if self._next() is None:
            return 0.0
        begun, count = self._clock(), 0
        while count < _TIMED_FRAMES and self._clock() - begun < _TIMED_S:
            if self._next() is None:
                return 0.0
            count += 1
        self._given_at = self._clock()
        return count / max(self._given_at - begun, 1e-6)


def _open_device(source: int | str) -> Capture | None:
    capture = cv2.VideoCapture(source)
    if not capture.isOpened():
        return None
    capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)
    return capture

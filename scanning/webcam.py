"""Frames from a webcam or a network camera."""

from collections.abc import Callable
from time import monotonic
from urllib.parse import urlsplit

import numpy as np

from scanning.errors import CameraLost, CameraUnavailable
from scanning.frames import Frame
from scanning.opencv import cv2

# Full HD: at 640×480 a card 25 cm away has 0.7 pixels a module, which no engine reads.
WANTED_SIZE = (1920, 1080)
_PATIENCE_MS = 5000  # for a network camera to answer
_MISSES = 10  # frames a webcam may fail to give (a loose plug, waking up) before it counts as lost


class Webcam:
    """Give frames of a webcam (number or device path) or of a network camera (http or rtsp address).

    CameraUnavailable when it does not open. ``size`` is what the camera agreed to, often less than asked for.
    """

    def __init__(self, source: int | str, *, clock: Callable[[], float] = monotonic) -> None:
        self._streamed = isinstance(source, str) and "://" in source
        self.name = _without_password(str(source))
        self._clock = clock
        self._misses = 0
        self._capture = _open_stream(source) if self._streamed else _open_device(source)
        if not self._capture.isOpened():
            raise CameraUnavailable(self.name)

    @property
    def size(self) -> tuple[int, int]:
        """Give width and height of the frames in pixels."""
        width = self._capture.get(cv2.CAP_PROP_FRAME_WIDTH)
        height = self._capture.get(cv2.CAP_PROP_FRAME_HEIGHT)
        return int(width), int(height)

    def read(self) -> Frame | None:
        """Wait for the next frame; None when one failed to come, CameraLost when no more will."""
        got, pixels = self._capture.read()
        if got:
            self._misses = 0
            return Frame(np.asarray(pixels, np.uint8), self._clock())
        self._misses += 1
        if self._streamed or self._misses >= _MISSES:
            raise CameraLost(self.name)
        return None

    def close(self) -> None:
        """Let the device go."""
        self._capture.release()


def _open_stream(address: int | str) -> cv2.VideoCapture:
    patience = [cv2.CAP_PROP_OPEN_TIMEOUT_MSEC, _PATIENCE_MS, cv2.CAP_PROP_READ_TIMEOUT_MSEC, _PATIENCE_MS]
    return cv2.VideoCapture(str(address), cv2.CAP_FFMPEG, patience)


def _open_device(source: int | str) -> cv2.VideoCapture:
    capture = cv2.VideoCapture(source)
    # Uncompressed 1080p does not fit through USB 2 at more than five frames a second; MJPG does.
    capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
    capture.set(cv2.CAP_PROP_FRAME_WIDTH, WANTED_SIZE[0])
    capture.set(cv2.CAP_PROP_FRAME_HEIGHT, WANTED_SIZE[1])
    capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)
    return capture


def _without_password(source: str) -> str:
    parts = urlsplit(source)
    if parts.username is None and parts.password is None:
        return source
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()

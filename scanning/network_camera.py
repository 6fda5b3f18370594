"""Frames from a camera in the network: MJPEG over HTTP, or RTSP, with an end to every wait."""

import re
from collections.abc import Callable
from time import monotonic
from urllib.parse import urlsplit

import numpy as np

from scanning.breakdown import breakdown_is_loss
from scanning.errors import CameraLost, CameraUnavailable
from scanning.frames import Frame
from scanning.opencv import cv2

STREAM_SCHEMES = ("http://", "https://", "rtsp://")
_PATIENCE_S = 5.0
_SECRET = re.compile("pw|pas|user|usr|auth|token|key|secret|sig", re.IGNORECASE)
_MOST_PIXELS = 4096 * 2304  # what 4K cameras send; more is a mistake or malice, and no card needs it


class NetworkCamera:
    """Give frames of the camera at an http, https or rtsp address, which may hold a name and a password.

    CameraUnavailable when nothing that is a film answers there within ``patience_s``. ``name`` never holds
    the password.
    """

    autofocus = False

    def __init__(
        self, address: str, *, patience_s: float = _PATIENCE_S, clock: Callable[[], float] = monotonic
    ) -> None:
        self.name = without_password(address)
        self._clock = clock
        self._capture = _open(address, round(patience_s * 1000))
        pixels = self.size[0] * self.size[1]
        if not self._capture.isOpened() or not 0 < pixels <= _MOST_PIXELS:
            self._capture.release()
            raise CameraUnavailable(self.name)

    @property
    def size(self) -> tuple[int, int]:
        """Give width and height of the frames in pixels, as the stream announced them."""
        width = self._capture.get(cv2.CAP_PROP_FRAME_WIDTH)
        height = self._capture.get(cv2.CAP_PROP_FRAME_HEIGHT)
        return int(width), int(height)

    def read(self) -> Frame:
        """Wait for the next frame, always in the size announced; CameraLost when none comes in time."""
        with breakdown_is_loss(self.name):
            got, pixels = self._capture.read()
            if not got:
                raise CameraLost(self.name)
            return Frame(np.asarray(pixels, np.uint8), self._clock())

    def close(self) -> None:
        """Hang up."""
        self._capture.release()


def without_password(address: str) -> str:
    """Give an address as it may be shown: without the name and the password in it or behind its ``?``."""
    try:
        parts = urlsplit(address)
    except ValueError:  # brackets that hold no network number
        return address.rpartition("@")[2].partition("?")[0]
    said = "&".join(part for part in parts.query.split("&") if not _SECRET.search(part.partition("=")[0]))
    return parts._replace(netloc=parts.netloc.rpartition("@")[2], query=said).geturl()


def _open(address: str, patience_ms: int) -> cv2.VideoCapture:
    limits = [cv2.CAP_PROP_OPEN_TIMEOUT_MSEC, patience_ms, cv2.CAP_PROP_READ_TIMEOUT_MSEC, patience_ms]
    return cv2.VideoCapture(address, cv2.CAP_FFMPEG, limits)

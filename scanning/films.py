"""Frames from files: a film at its own pace, or the pictures of a folder one after another."""

from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

import numpy as np

from scanning.breakdown import breakdown_is_loss
from scanning.errors import CameraLost, CameraUnavailable, PictureCause, PictureError
from scanning.frames import MAX_PIXELS, Frame, read_picture
from scanning.opencv import cv2

VIDEO_SUFFIXES = (".mp4", ".avi", ".mkv", ".webm", ".mov", ".m4v")
PICTURE_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".bmp", ".tif", ".tiff", ".gif")
_AGAIN_S = 0.1  # a picture that stands still needs no more frames than this to be read
_LONGEST_S = 600.0
_USUAL_FPS = 25.0  # for films that do not say, or say nonsense


class VideoFile:
    """Give the frames of a film as they fall due, skipping those that are too late, as a camera does.

    CameraUnavailable when it is no film; CameraLost when it is over and not to be shown again.
    """

    autofocus = False

    def __init__(self, path: Path, *, loop: bool = False, clock: Callable[[], float] = monotonic) -> None:
        self.name = path.name
        self._path = path
        self._loop = loop
        self._clock = clock
        self._capture = _open_film(path)
        self._fps = _pace(self._capture)
        self._begun_at: float | None = None
        self._shown = 0

    def read(self) -> Frame | None:
        """Give the frame that is due now, None while the last one still is."""
        now = self._clock()
        if self._begun_at is None:
            self._begun_at = now
        due = int((now - self._begun_at) * self._fps) + 1
        if due <= self._shown:
            return None
        with breakdown_is_loss(self.name):
            return self._frame_due(due, now)

    def close(self) -> None:
        """Close the file."""
        self._capture.release()

    def _frame_due(self, due: int, now: float) -> Frame | None:
        while self._shown < due:
            if not self._capture.grab():
                self._begin_again()
                return None
            self._shown += 1
        _, pixels = self._capture.retrieve()  # nothing, where a frame is damaged
        return Frame(np.asarray(pixels, np.uint8), now)

    def _begin_again(self) -> None:
        if not self._loop:
            raise CameraLost(self.name)
        self._capture.release()
        self._capture = _open_film(self._path)
        self._begun_at, self._shown = None, 0


class PictureFolder:
    """Show the pictures of a folder (or one picture) by name, each for ``seconds``, over and over.

    Pictures that cannot be read are passed over; CameraUnavailable when the folder holds no picture.
    """

    autofocus = False

    def __init__(self, path: Path, *, seconds: float = 2.0, clock: Callable[[], float] = monotonic) -> None:
        self.name = path.name
        self._pictures = _pictures_at(path)
        if not self._pictures:
            raise CameraUnavailable(path.name)
        self._seconds = seconds
        self._clock = clock
        self._begun_at: float | None = None
        self._given_at = 0.0
        self._current: tuple[int, Frame | None] = (-1, None)

    def read(self) -> Frame | None:
        """Give the picture whose turn it is, ten times a second while it is; None in between."""
        now = self._clock()
        if self._begun_at is None:
            self._begun_at = now
        elif now - self._given_at < _AGAIN_S:
            return None
        self._given_at = now
        turn = int((now - self._begun_at) / self._seconds)
        if self._current[0] != turn:
            self._current = (turn, _read_or_none(self._pictures[turn % len(self._pictures)]))
        frame = self._current[1]
        return None if frame is None else Frame(frame.pixels, now)

    def close(self) -> None:
        """Hold nothing open, so do nothing."""


def film_frames(path: Path, *, clock: Callable[[], float] = monotonic) -> Iterator[Frame]:
    """Give every frame of a film as fast as it can be read, ``taken_at`` in seconds from its beginning.

    PictureError when it is no film, its frames are over the limit, or ten minutes did not suffice.
    """
    deadline = clock() + _LONGEST_S
    try:
        capture = _open_film(path)
    except CameraUnavailable as error:
        raise PictureError(PictureCause.DAMAGED) from error
    try:
        fps, number = _pace(capture), 0
        while True:
            got, pixels = capture.read()
            if not got:
                break
            if clock() > deadline:
                raise PictureError(PictureCause.TOO_SLOW)
            yield Frame(np.asarray(pixels, np.uint8), number / fps)
            number += 1
    finally:
        capture.release()
    if number == 0:
        raise PictureError(PictureCause.DAMAGED)


def _open_film(path: Path) -> cv2.VideoCapture:
    capture = cv2.VideoCapture(str(path), cv2.CAP_FFMPEG)
    pixels = capture.get(cv2.CAP_PROP_FRAME_WIDTH) * capture.get(cv2.CAP_PROP_FRAME_HEIGHT)
    if not capture.isOpened() or not 0 < pixels <= MAX_PIXELS:
        capture.release()
        raise CameraUnavailable(path.name)
    return capture


def _pace(capture: cv2.VideoCapture) -> float:
    fps = capture.get(cv2.CAP_PROP_FPS)
    return fps if 1 <= fps <= 240 else _USUAL_FPS


def _pictures_at(path: Path) -> tuple[Path, ...]:
    if path.is_file():
        return (path,)
    if not path.is_dir():
        return ()
    return tuple(sorted(file for file in path.iterdir() if file.suffix.lower() in PICTURE_SUFFIXES))


def _read_or_none(path: Path) -> Frame | None:
    try:
        return read_picture(path)
    except PictureError:
        return None

"""The sharpest of a burst: frames of a camera go in, and the best one comes out once the sheet lies still."""

import numpy as np

from scanning.frames import Frame, Pixels, fit
from scanning.opencv import cv2

_SMALL = (96, 72)  # px; what moves by less than one of these does not blur a page
_MOVED = 3.5  # mean difference of brightness; a still desk's grain is below 1.5, a hand far above
_JUDGED_SIDE = 1280


class Burst:
    """Keeps the sharpest of ``wanted`` steady frames in a row; a frame that has moved begins the row anew.

    After ``patience_s`` seconds of frames that never lay still, the sharpest of all is taken.
    """

    def __init__(self, *, wanted: int = 5, patience_s: float = 2.5) -> None:
        self._wanted = wanted
        self._patience_s = patience_s
        self._begun_at: float | None = None
        self._last: Pixels | None = None
        self._steady = 0
        self._best: tuple[float, Frame] | None = None
        self._best_of_all: tuple[float, Frame] | None = None

    def feed(self, frame: Frame) -> Frame | None:
        """Take the next frame; give the sharpest once the sheet has lain still, or patience is over."""
        begun_at = self._begun_at = frame.taken_at if self._begun_at is None else self._begun_at
        if self._has_moved(frame):
            self._steady, self._best = 0, None
        self._steady += 1
        sharp = (_sharpness(frame), frame)
        self._best = max(self._best or sharp, sharp, key=lambda each: each[0])
        self._best_of_all = max(self._best_of_all or sharp, sharp, key=lambda each: each[0])
        if self._steady >= self._wanted:
            return self._best[1]
        return self._best_of_all[1] if frame.taken_at - begun_at > self._patience_s else None

    def _has_moved(self, frame: Frame) -> bool:
        small = np.asarray(cv2.resize(frame.gray(), _SMALL, interpolation=cv2.INTER_AREA), np.uint8)
        last, self._last = self._last, small
        return last is not None and float(cv2.absdiff(last, small).mean()) > _MOVED


def _sharpness(frame: Frame) -> float:
    gray = fit(frame, _JUDGED_SIDE).gray()
    return float(cv2.Laplacian(gray, cv2.CV_16S).std())

"""How fast something moves before the camera, from one small picture to the next."""

from math import hypot

import numpy as np

from scanning.frames import Pixels
from scanning.opencv import cv2
from scanning.payload import Corners

_LONGEST_GAP_S = 0.3  # pictures further apart say where a thing is now, not how it got there
_LEAST_SIDE = 24  # px
_CLEAR = 0.12  # response of the correlation; below it two places have little in common


class Drift:
    """Keeps the last picture; pictures of one size, H×W gray, in the order they were taken."""

    def __init__(self) -> None:
        self._last: tuple[Pixels, float] | None = None

    def speed(self, small: Pixels, corners: Corners, at: float) -> float:
        """Give pixels a second at the place with these corners; 0 where the last picture does not tell."""
        last = self._last
        if last is None or last[0].shape != small.shape or not 0 < at - last[1] <= _LONGEST_GAP_S:
            return 0.0
        low, high = np.min(corners, axis=0), np.max(corners, axis=0)
        margin = (high - low) * 0.25
        left, top = (max(0, int(value)) for value in low - margin)
        right, bottom = (int(value) for value in high + margin)
        before, now = (np.asarray(each[top:bottom, left:right], np.float32) for each in (last[0], small))
        if min(now.shape) < _LEAST_SIDE:
            return 0.0
        window = cv2.createHanningWindow((now.shape[1], now.shape[0]), cv2.CV_32F)
        (across, down), response = cv2.phaseCorrelate(before, now, window)
        return hypot(across, down) / (at - last[1]) if response > _CLEAR else 0.0

    def keep(self, small: Pixels, at: float) -> None:
        """Keep a picture for the next question."""
        self._last = (small, at)

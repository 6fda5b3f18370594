"""How steep the edges of writing are in a gray picture, as a share of their contrast."""

import numpy as np
from numpy.typing import NDArray

from scanning.frames import Pixels
from scanning.opencv import cv2


def sharpness(gray: Pixels) -> float:
    """Give the typical steepest step at clear edges as a share of their contrast; 0 without clear edges."""
    low, high = cv2.erode(gray, np.ones((9, 9), np.uint8)), cv2.dilate(gray, np.ones((9, 9), np.uint8))
    contrast = np.asarray(cv2.subtract(high, low), np.uint8)
    across = cv2.absdiff(gray[:, 1:], gray[:, :-1])[:-1]
    down = cv2.absdiff(gray[1:], gray[:-1])[:, :-1]
    step: NDArray[np.uint8] = np.asarray(cv2.max(across, down), np.uint8)
    steepest = np.asarray(cv2.dilate(step, np.ones((9, 9), np.uint8)), np.uint8)
    contrast = contrast[:-1, :-1]
    clear = contrast > max(40, float(np.percentile(contrast, 95)) * 0.6)
    if not clear.any():
        return 0.0
    return float(np.median(steepest[clear] / contrast[clear]))

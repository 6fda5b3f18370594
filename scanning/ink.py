"""Where a page carries ink: what is darker than the paper around it, however the light falls."""

import numpy as np

from scanning.frames import Frame, Pixels, fit
from scanning.opencv import cv2

_SIDE = 1200  # px of the longer side; strokes of 11-point print are still two pixels wide
_WIDEST = 11  # px; broader dark areas are pictures and shadows
_FAINT = 22  # gray levels that the faintest print stands out
_NOISE = 4.0  # times the usual unrest of blank paper


def ink_of(page: Frame) -> Pixels:
    """Give how much darker than the paper beside it each place is, 0 where no ink is; at most 1200 px."""
    gray = fit(page, _SIDE).gray()
    darker = np.asarray(cv2.morphologyEx(gray, cv2.MORPH_BLACKHAT, np.ones((_WIDEST, _WIDEST), np.uint8)))
    unrest = float(np.median(darker[::4, ::4]))
    least = max(_FAINT, min(_NOISE * unrest, 3 * _FAINT))
    return np.asarray(cv2.threshold(darker, least, 255, cv2.THRESH_TOZERO)[1], np.uint8)

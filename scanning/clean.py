"""Clean-up of a straightened page: shadow evened, paper white, writing crisp, stamps red and ink blue."""

import numpy as np

from scanning.frames import Frame, Pixels
from scanning.opencv import cv2

_LIGHT_SIDE = 320  # px; the light on a page changes slowly, so it is estimated on a small copy
_WRITING = 7  # px of the small copy, 6 mm of an A4 page: wider than strokes, narrower than blocks of shade
_EVEN_OUT = 21
# A region darker than this share of the page's own paper is a picture or a stamp, not a shadow.
_DEEPEST_SHADOW = 0.35
_BLACK, _WHITE = 25, 222  # levels after evening out: paper noise lies above, print below
_CRISP = 0.6


def clean(frame: Frame) -> Frame:
    """Give the page as a good scanner would have seen it, in colour and at the same size."""
    even = cv2.divide(frame.pixels, _light(frame.pixels), scale=255)
    soft = cv2.GaussianBlur(even, (0, 0), 1.2)
    crisp = cv2.addWeighted(even, 1 + _CRISP, soft, -_CRISP, 0)
    return Frame(np.asarray(cv2.LUT(crisp, _levels()), np.uint8), frame.taken_at)


def _light(pixels: Pixels) -> Pixels:
    """Estimate what blank paper would look like everywhere, colour by colour."""
    height, width = pixels.shape[:2]
    scale = min(1.0, _LIGHT_SIDE / max(height, width))
    small = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    paper = cv2.dilate(small, np.ones((_WRITING, _WRITING), np.uint8))
    paper = cv2.GaussianBlur(cv2.medianBlur(paper, _EVEN_OUT), (0, 0), 3)
    floor = np.percentile(paper, 90, axis=(0, 1)) * _DEEPEST_SHADOW
    lit = np.maximum(paper, np.maximum(floor, 1)).astype(np.uint8)
    return np.asarray(cv2.resize(lit, (width, height), interpolation=cv2.INTER_LINEAR), np.uint8)


def _levels() -> Pixels:
    """Give the curve that makes paper white and print dark, the same for each colour so that hues stay."""
    steps = (np.arange(256) - _BLACK) / (_WHITE - _BLACK)
    return np.asarray(np.clip(steps, 0, 1) ** 1.15 * 255, np.uint8)

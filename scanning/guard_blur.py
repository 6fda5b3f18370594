"""Tells a page out of focus, or moved while it was taken, by how soft the edges of its writing are."""

from collections.abc import Iterator

import numpy as np

from scanning.frames import Pixels
from scanning.guard_findings import Complaint, Finding
from scanning.guard_page import GuardedPage, Mask
from scanning.opencv import cv2

_AROUND = 17  # px; an edge spread over more than this is no writing
_GRAIN = 0.8  # px; the sensor's noise is smoothed away before steps are measured
_CLEAR = 0.6  # of the strongest contrast: the edges that count ...
_FAINTEST = 20  # ... if there is any writing as strong as this
_FEWEST = 300  # px of clear edges
_SMUDGED = 0.02  # share of the page that is darker than its surroundings, where no edge is clear
_IN_WRITING, _IN_A_PICTURE = 50, 90  # percentiles: much in a sharp photograph is soft
_SOFT = 0.49


def judge_blur(page: GuardedPage) -> Iterator[Finding]:
    """Find a page whose edges are soft in some direction."""
    smooth = np.asarray(cv2.GaussianBlur(page.fine, (0, 0), _GRAIN), np.uint8)
    ink = cv2.dilate(page.written.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    softest = _softest(smooth, ink, _IN_WRITING)
    if softest and softest < _SOFT and page.is_picture():
        softest = _softest(smooth, ink, _IN_A_PICTURE)
    if softest and softest < _SOFT:
        yield Finding(Complaint.BLURRED, 1 - softest)
    elif not softest and float(page.smudged.mean()) > _SMUDGED:
        yield Finding(Complaint.BLURRED, 1.0)


def _softest(smooth: Pixels, ink: Mask, percentile: float) -> float:
    ways = (steepness(smooth[::2], ink[::2], percentile), steepness(smooth.T[::2], ink.T[::2], percentile))
    return min((step for step in ways if step > 0), default=0.0)


def steepness(gray: Pixels, ink: Mask, percentile: float) -> float:
    """Give the steepest step across clear upright edges of ink, as a share of their contrast.

    ``percentile`` of all edges are no steeper. 0 without any. The edges of shadows are soft on the sharpest
    picture; they are not ``ink``.
    """
    gray, around = np.ascontiguousarray(gray), np.ones((1, _AROUND), np.uint8)
    contrast = np.asarray(cv2.subtract(cv2.dilate(gray, around), cv2.erode(gray, around)), np.uint8)[:, 1:-1]
    step = cv2.dilate(cv2.absdiff(gray[:, 2:], gray[:, :-2]), around)
    strong = contrast[ink[:, 1:-1]]
    if strong.size < _FEWEST:
        return 0.0
    clear = ink[:, 1:-1] & (contrast > max(_FAINTEST, float(np.percentile(strong, 90)) * _CLEAR))
    if int(clear.sum()) < _FEWEST:
        return 0.0
    return float(np.percentile(np.asarray(step)[clear] / contrast[clear], percentile))

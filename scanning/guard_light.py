"""Tells what light has done to a page: too little, too much, or a lamp's reflection over the writing."""

from collections.abc import Iterator

import numpy as np

from scanning.frames import Pixels
from scanning.guard_findings import Complaint, Finding
from scanning.guard_page import CARD_MM, GuardedPage, Mask
from scanning.opencv import cv2

_DARK_PAPER = 75  # noise drowns pencil and stamp ink on paper darker than this
_BURNT = 250  # a brightness, in each colour, at which the sensor has no more room
_BURNT_PAGE = 0.6  # share of burnt pixels on an over-exposed page ...
_FAINT = 110  # ... whose strongest writing is no darker than its paper by this much
_LEAST_INK = 6
_MARKED = 0.002  # share of the page
_SPOT_MM2 = 20.0
_SMALL_SPOT_MM2 = 6.0  # on a card
_HALO_MM = 7.0
_SMALL_HALO_MM = 3.0  # on a card; around a burnt spot the light fades, and writing shows again
_INKED = 0.006  # share of the ring around a spot that is writing
_BESIDE_SPOT, _PAPER_BESIDE = 238, 245  # brighter than this all around, it is bright paper
_MOST_BURNT = 0.5  # of the page: so much is no spot


def judge_light(page: GuardedPage) -> Iterator[Finding]:
    """Find a page that is too dark or washed out as a whole."""
    if page.paper < _DARK_PAPER:
        yield Finding(Complaint.TOO_DARK, 1 - page.paper / (2 * _DARK_PAPER))
    if float((page.fine >= _BURNT).mean()) < _BURNT_PAGE:
        return
    marks = page.ink[page.ink > _LEAST_INK]  # where paper is burnt there is no noise, so this little is ink
    if marks.size > _MARKED * page.ink.size:
        contrast = float(np.percentile(marks, 98))
        if contrast < _FAINT:
            yield Finding(Complaint.TOO_BRIGHT, 1 - contrast / 255)


def judge_glare(page: GuardedPage) -> Iterator[Finding]:
    """Find burnt spots with writing around them: what they hide cannot be read."""
    blue, green, red = cv2.split(page.coarse)
    darkest = np.asarray(cv2.min(cv2.min(blue, green), red), np.uint8)
    burnt = (darkest >= _BURNT).astype(np.uint8)
    if not 0 < float(burnt.mean()) < _MOST_BURNT:
        return
    whole = cv2.morphologyEx(burnt, cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8))
    _, labels, blobs, _ = cv2.connectedComponentsWithStats(whole)
    small = page.longer_mm < CARD_MM
    least, halo = (_SMALL_SPOT_MM2, _SMALL_HALO_MM) if small else (_SPOT_MM2, _HALO_MM)
    areas = blobs[1:, cv2.CC_STAT_AREA] / page.coarse_per_mm**2
    spots = np.flatnonzero(areas > least) + 1
    for label in spots:
        spot = np.asarray(labels == label, np.bool_)
        ring = _ring(spot, page.coarse_per_mm * halo)
        if _fades(darkest[ring]) and page.writing[ring].mean() > _INKED:
            share = float(spot.mean())
            yield Finding(Complaint.GLARE, min(1.0, 0.5 + 5 * share), page.box(spot))


def _fades(ring: Pixels) -> bool:
    """Tell whether it is darker around a spot, in its writing and on its paper; bright paper is no spot."""
    if ring.size == 0:
        return False
    usual, brightest = np.percentile(ring, (50, 80))
    return bool(usual < _BESIDE_SPOT and brightest < _PAPER_BESIDE)


def _ring(spot: Mask, wide: float) -> Mask:
    reach = 2 * round(wide) + 1
    wider = cv2.dilate(spot.astype(np.uint8), np.ones((reach, reach), np.uint8)) > 0
    return np.asarray(wider & ~spot, np.bool_)

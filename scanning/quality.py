"""Why a picture of a page is no good, measured on the picture itself, one cause at a time."""

from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from scanning.frames import Frame, Pixels
from scanning.opencv import cv2


class Complaint(StrEnum):
    """Name one reason to take a picture again."""

    TOO_DARK = "too_dark"
    TOO_BRIGHT = "too_bright"
    BLURRED = "blurred"
    TOO_SMALL = "too_small"
    CUT_EDGE = "cut_edge"
    BLANK = "blank"
    GLARE = "glare"


_JUDGED_SIDE = 1600  # px; pages are judged at about 140 dpi, so that thresholds mean the same for all cameras
_SMALLEST_SIDE = 800  # px; below 70 dpi on A4, letters of 12 points have x-heights under 5 px
_DARK_PAPER = 85  # 90th percentile of brightness: noise drowns pencil and stamp ink below it
_BURNT = 253  # a brightness at which the sensor has no more room
_BURNT_PAGE = 0.6  # share of burnt pixels on an over-exposed page ...
_FAINT_INK = 130  # ... whose darkest writing is still brighter than this
_INK_CONTRAST = 22  # how much darker than the paper around it a pixel must be to count as writing
_BLANK_INK = 0.0006  # share of writing: one short line of 12 points on A4 is 0.001
_GLARE_SPOT = (
    0.004  # share of the page in one burnt spot; 0.4 % of A4 is a thumb's nail, a line of an address
)
_GLARE_ABOVE_PAPER = 18  # a burnt spot is glare only when the paper is darker by this much
_SHARP = (
    0.34  # steepest step between neighbours as a share of the contrast there; print out of focus has less
)
_CUT_STROKES = 4  # strokes that run out of the same side: fewer may be a staple, a stamp or a ruled line


def judge_page(page: Frame) -> tuple[Complaint, ...]:
    """Say what is wrong with a straightened page, as photographed (before clean-up); nothing: it is good."""
    if max(page.width, page.height) < _SMALLEST_SIDE:
        return (Complaint.TOO_SMALL,)
    gray = _shrunk(page.gray(), _JUDGED_SIDE)
    ink = _ink(gray)
    findings = (
        (Complaint.TOO_DARK, _paper(gray) < _DARK_PAPER),
        (Complaint.BLANK, float((ink > _INK_CONTRAST).mean()) < _BLANK_INK),
        (Complaint.TOO_BRIGHT, _is_burnt_out(gray, ink)),
        (Complaint.GLARE, _has_glare(gray)),
        (Complaint.BLURRED, 0 < sharpness(gray) < _SHARP),
        (Complaint.CUT_EDGE, _is_cut(ink)),
    )
    return tuple(complaint for complaint, found in findings if found)


def _shrunk(gray: Pixels, longest: int) -> Pixels:
    scale = min(1.0, longest / max(gray.shape))
    return np.asarray(cv2.resize(gray, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)


def _paper(gray: Pixels) -> float:
    return float(np.percentile(gray, 90))


def _ink(gray: Pixels) -> Pixels:
    """Give how much darker each pixel is than the paper around it; shadows and stains count nothing."""
    return np.asarray(cv2.morphologyEx(gray, cv2.MORPH_BLACKHAT, np.ones((15, 15), np.uint8)), np.uint8)


def _is_burnt_out(gray: Pixels, ink: Pixels) -> bool:
    """Tell an over-exposed page from a well scanned one: both are white, but here the writing is pale too."""
    writing = gray[ink > _INK_CONTRAST]
    if writing.size == 0 or float((gray >= _BURNT).mean()) < _BURNT_PAGE:
        return False
    return float(np.percentile(writing, 10)) > _FAINT_INK


def _has_glare(gray: Pixels) -> bool:
    paper = float(np.percentile(gray, 75))
    if paper > _BURNT - _GLARE_ABOVE_PAPER:
        return False
    burnt = cv2.threshold(gray, _BURNT - 1, 255, cv2.THRESH_BINARY)[1]
    _, _, blobs, _ = cv2.connectedComponentsWithStats(
        cv2.morphologyEx(burnt, cv2.MORPH_CLOSE, np.ones((5, 5)))
    )
    areas = blobs[1:, cv2.CC_STAT_AREA]
    return bool(areas.size) and float(areas.max()) > _GLARE_SPOT * gray.size


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


def _is_cut(ink: Pixels) -> bool:
    """Tell whether writing runs out of a side: several short strokes that touch it."""
    strokes = (ink > 2 * _INK_CONTRAST).astype(np.uint8)
    return any(_strokes_at_the_top(np.rot90(strokes, turns)) >= _CUT_STROKES for turns in range(4))


def _strokes_at_the_top(strokes: Pixels) -> int:
    band = np.ascontiguousarray(strokes[: max(8, strokes.shape[0] // 60)])
    _, _, blobs, _ = cv2.connectedComponentsWithStats(band)
    touching = blobs[1:][blobs[1:, cv2.CC_STAT_TOP] <= 1]
    reaching_in = touching[:, cv2.CC_STAT_HEIGHT] >= band.shape[0] // 3
    narrow = touching[:, cv2.CC_STAT_WIDTH] < strokes.shape[1] // 20
    return int((reaching_in & narrow).sum())

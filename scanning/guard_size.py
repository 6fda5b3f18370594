"""Tells a page that is seen too small to be read, and one on which nothing stands."""

from collections.abc import Iterator

import numpy as np

from scanning.frames import Frame
from scanning.guard_findings import Complaint, Finding
from scanning.guard_page import CARD_MM, PAGE_DPI, GuardedPage, Mask
from scanning.opencv import cv2

_LONGER_SIDE, _SHORTER_SIDE = 600, 100  # px; even a card comes out larger than this
_DPI_A4 = 58.0  # letters x of 12 points are 4 to 5 px high
_DPI_OTHER = 42.0  # receipts and the like come out at the length of A4, their print is larger there
_DPI_CARD = 92.0
_A4_SHAPE = (1.35, 1.48)
_BLANK_INK = 0.0006  # share of writing: one short line of 12 points on A4 is 0.001
_SMUDGED = 0.02  # share of a page with writing so soft that it is no more than smudges
_SURELY_WRITTEN = 0.03  # no folds and rules make up so much
_SPECK_MM = 0.6
_RULE_MM = (45.0, 4.0)  # longer and thinner than this is a ruled line or a fold, not writing


def is_a_page(picture: Frame) -> bool:
    """Tell a picture with pixels enough to be judged as a page."""
    sides = picture.width, picture.height
    return max(sides) >= _LONGER_SIDE and min(sides) >= _SHORTER_SIDE


def judge_size(page: GuardedPage) -> Iterator[Finding]:
    """Find a page whose photograph has too few pixels for its letters."""
    dpi, least = page.native * PAGE_DPI, _least_dpi(page)
    if dpi < least:
        yield Finding(Complaint.TOO_SMALL, float(np.clip(1.5 - dpi / least, 0.5, 1)))


def _least_dpi(page: GuardedPage) -> float:
    if page.longer_mm < CARD_MM:
        return _DPI_CARD
    shape = max(page.width, page.height) / min(page.width, page.height)
    return _DPI_A4 if _A4_SHAPE[0] < shape < _A4_SHAPE[1] else _DPI_OTHER


def judge_content(page: GuardedPage) -> Iterator[Finding]:
    """Find a page with nothing on it; it is marked, never dropped."""
    if page.written.mean() > _SURELY_WRITTEN:
        return
    share = float(_marks(page).mean())
    if share < _BLANK_INK and float(page.smudged.mean()) < _SMUDGED:
        yield Finding(Complaint.BLANK, 1 - share / _BLANK_INK)


def _marks(page: GuardedPage) -> Mask:
    """Give the writing without specks, ruled lines and folds."""
    _, labels, blobs, _ = cv2.connectedComponentsWithStats(page.written.astype(np.uint8))
    sides = blobs[:, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]] / page.per_mm
    longer, shorter = sides.max(axis=1), sides.min(axis=1)
    counts = (longer > _SPECK_MM) & ~((longer > _RULE_MM[0]) & (shorter < _RULE_MM[1]))
    counts[0] = False
    return np.asarray(counts[labels], np.bool_)

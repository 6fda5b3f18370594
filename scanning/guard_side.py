"""Tells the two sides of a citizen card apart: the back bears three lines for machines."""

from collections.abc import Iterator
from enum import StrEnum

import numpy as np

from scanning.frames import Frame, Pixels, fit
from scanning.guard_findings import Complaint, Finding
from scanning.mrz_zone import find_zones
from scanning.opencv import cv2

_CARD_SHAPE = (1.5, 1.68)  # longer over shorter side
_CARD_SIDE = 700  # px; the lines for machines stand out at this size, and half of it costs as much
_SURE, _LIKELY = 0.9, 0.6


class Side(StrEnum):
    """Name a side of a card."""

    FRONT = "front"
    BACK = "back"


def judge_side(page: Frame, wanted: Side) -> Iterator[Finding]:
    """Find a citizen card that shows its other side; a page of another shape than a card's is no card.

    The lines for machines prove a back. That there are none makes a front likely, if the picture is sharp.
    """
    shown = side_of(page)
    if shown not in {None, wanted}:
        yield Finding(Complaint.WRONG_SIDE, _SURE if shown is Side.BACK else _LIKELY)


def side_of(page: Frame) -> Side | None:
    """Tell which side of a citizen card a page shows; None for a page of another shape than a card's."""
    shape = max(page.width, page.height) / min(page.width, page.height)
    if not _CARD_SHAPE[0] < shape < _CARD_SHAPE[1]:
        return None
    return Side.BACK if _has_zone(fit(page, _CARD_SIDE).gray()) else Side.FRONT


def _has_zone(gray: Pixels) -> bool:
    turned = np.asarray(cv2.rotate(gray, cv2.ROTATE_90_CLOCKWISE), np.uint8)
    return any(next(find_zones(picture), None) is not None for picture in (gray, turned))

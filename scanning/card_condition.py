"""What a card looks like where no code was found on it: whether it is one, and what hides its code."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from scanning.brightness import levels
from scanning.card_layout import CARD_MM, lens
from scanning.code_condition import noise
from scanning.frames import Frame, Pixels
from scanning.opencv import cv2
from scanning.quad import Quad
from scanning.quality import sharpness

_PX_PER_MM = 4
_RIM = 8  # px; beside the edge lies the desk, on it the shadow
_STROKE = 9  # px; the widest stroke of the writing on a card
_INK = 0.15  # how much darker than the paper writing is, as a share of the paper's brightness
_BLOCKS = (8, 5)  # across and down
_INKED = 0.03  # share of a block
_BURNT = 250


@dataclass(frozen=True, slots=True)
class CardCondition:
    """Hold how a card looks.

    ``px_per_mm`` of its longer side. ``white`` and ``paper``: 90th and 50th percentile of brightness.
    ``printed``: share of its blocks that bear writing. ``sharpness``: the usual steepest step of its edges
    as a share of their contrast, seen at 4 pixels a millimetre. ``burnt``: share lost in burnt-out spots.
    ``grain``: the sensor's noise as a share of white.
    """

    px_per_mm: float
    white: float
    paper: float
    printed: float
    sharpness: float
    burnt: float
    grain: float

    @classmethod
    def of(cls, frame: Frame, outline: Quad) -> Self:
        """Measure the card within an outline in frame pixels; costs a millisecond or two."""
        face = _face(frame, outline)
        white, paper = levels(face, 0.9, 0.5)
        ink = cv2.morphologyEx(face, cv2.MORPH_BLACKHAT, np.ones((_STROKE, _STROKE), np.uint8))
        inked = (np.asarray(ink) > _INK * white).astype(np.float32)
        blocks = np.asarray(cv2.resize(inked, _BLOCKS, interpolation=cv2.INTER_AREA))
        spots = cv2.morphologyEx((face >= _BURNT).astype(np.uint8), cv2.MORPH_OPEN, np.ones((5, 5), np.uint8))
        return cls(
            px_per_mm=max(outline.sides) / CARD_MM[0],
            white=white,
            paper=paper,
            printed=float((blocks > _INKED).mean()),
            sharpness=sharpness(face),
            burnt=float(np.asarray(spots).mean()),
            grain=noise(frame, outline.corners) / max(1, white),
        )


def _face(frame: Frame, outline: Quad) -> Pixels:
    """Give the card lying before us at 4 pixels a millimetre, its rim cut off."""
    size = tuple(round(side * _PX_PER_MM) for side in CARD_MM)
    to_picture = lens(outline) @ np.diag([1 / _PX_PER_MM, 1 / _PX_PER_MM, 1]).astype(np.float32)
    how = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    flat = np.asarray(cv2.warpPerspective(frame.pixels, to_picture, size, flags=how)[..., 1], np.uint8)
    return np.ascontiguousarray(flat[_RIM:-_RIM, _RIM:-_RIM])

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
from scanning.sharpness import sharpness

_PX_PER_MM = 4
_BESIDE_MM = 3.0  # of the desk around the card
_RIM = 8  # px; the edge and its shadow
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
    ``grain``: the sensor's noise as a share of white. ``outlined``: by how much brightness differs across
    the edge where it differs least: 0 for three edges and a line of writing.
    """

    px_per_mm: float
    white: float
    paper: float
    printed: float
    sharpness: float
    burnt: float
    grain: float
    outlined: float

    @classmethod
    def of(cls, frame: Frame, outline: Quad) -> Self:
        """Measure the card within an outline in frame pixels; costs a millisecond or two."""
        around = _straightened(frame, outline)
        inside = round(_BESIDE_MM * _PX_PER_MM) + _RIM
        face = np.ascontiguousarray(around[inside:-inside, inside:-inside])
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
            outlined=min(_step(np.rot90(around, turns)) for turns in range(4)),
        )


def _straightened(frame: Frame, outline: Quad) -> Pixels:
    """Give the card and 3 mm around it at 4 pixels a millimetre, its longer side across."""
    size = tuple(round((side + 2 * _BESIDE_MM) * _PX_PER_MM) for side in CARD_MM)
    scale, beside = 1 / _PX_PER_MM, -_BESIDE_MM
    to_card = np.array([[scale, 0, beside], [0, scale, beside], [0, 0, 1]], np.float32)
    how = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    flat = cv2.warpPerspective(frame.pixels, lens(outline) @ to_card, size, flags=how)
    return np.ascontiguousarray(np.asarray(flat, np.uint8)[..., 1])


def _step(around: Pixels) -> float:
    """Give the difference in brightness across the upper edge, in the middle half of it."""
    edge, width = round(_BESIDE_MM * _PX_PER_MM), around.shape[1]
    middle = around[:, width // 4 : -(width // 4)]
    outside, inside = middle[2 : edge - 2], middle[edge + 2 : 2 * edge - 2]
    return abs(float(np.median(outside)) - float(np.median(inside)))

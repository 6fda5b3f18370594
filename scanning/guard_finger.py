"""Tells fingers that hold a sheet: skin that reaches in from its border, over writing or beside it."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scanning.frames import Pixels
from scanning.guard_findings import Complaint, Finding
from scanning.guard_page import GuardedPage, Mask
from scanning.opencv import cv2

# Skin beside the sheet's own paper, so that the colour of the light does not matter: red over green, green
# over blue, red over blue, and the brightness of its red. Wood has these colours too, stamps and ink do not.
_RED_GREEN = (1.08, 2.1)
_GREEN_BLUE = (0.88, 2.0)
_RED_BLUE = 1.2
_BRIGHTNESS = (0.16, 1.12)
_THIN_MM = 3.0  # lines and slivers of the desk are thinner than a finger
_RIM_MM = 1.5
_WIDTH_MM = (6.0, 90.0)  # where it comes in: one finger to a hand
_DEEP_MM = 5.0
_STOUT = 0.28  # depth over width: the desk beside a curled sheet is a long shallow bow
_INKED = 0.08  # share of writing inside: skin bears none
_BESIDE_MM = 5.0
_WRITING = 0.012  # share of writing around a finger that hides some


@dataclass(frozen=True, slots=True, eq=False)
class _Reach:
    """Hold something that comes in over a border: its mask, its width there and its depth, in millimetres."""

    mask: Mask
    width: float
    depth: float


def judge_fingers(page: GuardedPage) -> Iterator[Finding]:
    """Find each finger; those beside the writing are named only where none lies on it."""
    found = list(_fingers(page))
    hiding = [finding for finding in found if finding.complaint is Complaint.FINGER]
    yield from hiding or found


def _fingers(page: GuardedPage) -> Iterator[Finding]:
    colours = np.asarray(cv2.pyrDown(page.coarse), np.uint8)
    writing = np.asarray(cv2.pyrDown(page.writing), np.float32)
    per_mm = page.coarse_per_mm / 2
    for reach in _reaches(colours, per_mm):
        if not _is_finger(reach, writing):
            continue
        near = _written_around(reach.mask, writing, per_mm)
        complaint = Complaint.FINGER if near > _WRITING else Complaint.FINGER_AT_EDGE
        yield Finding(complaint, min(1.0, 0.4 + reach.depth / 60), page.box(reach.mask))


def _reaches(bgr: Pixels, per_mm: float) -> Iterator[_Reach]:
    skin = _skin(bgr)
    thin = max(3, round(_THIN_MM * per_mm))
    solid = cv2.morphologyEx(skin, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    # Beyond the border nothing is known: what touches it goes on there, and must not be worn away from there.
    wide = cv2.copyMakeBorder(solid, thin, thin, thin, thin, cv2.BORDER_REPLICATE)
    round_off = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (thin, thin))
    kept = cv2.morphologyEx(wide, cv2.MORPH_OPEN, round_off)[thin:-thin, thin:-thin]
    _, labels, blobs, _ = cv2.connectedComponentsWithStats(np.ascontiguousarray(kept))
    for label in range(1, len(blobs)):
        mask = np.asarray(labels == label, np.bool_)
        best = max((_reach(mask, turns, per_mm) for turns in range(4)), key=lambda found: found.width)
        if best.width > 0:
            yield best


def _reach(mask: Mask, turns: int, per_mm: float) -> _Reach:
    """Measure what comes in over the side that is on top after so many quarter turns."""
    turned = np.rot90(mask, turns)
    rim = max(1, round(_RIM_MM * per_mm))
    width = float(turned[:rim].any(axis=0).sum()) / per_mm
    depth = float(np.flatnonzero(turned.any(axis=1)).max() + 1) / per_mm
    return _Reach(mask, width, depth)


def _is_finger(reach: _Reach, writing: NDArray[np.float32]) -> bool:
    if not _WIDTH_MM[0] < reach.width < _WIDTH_MM[1] or reach.depth < _DEEP_MM:
        return False
    return reach.depth > _STOUT * reach.width and float(writing[reach.mask].mean()) < _INKED


def _skin(bgr: Pixels) -> Pixels:
    even = bgr.astype(np.float32) / _paper(bgr) + np.float32(1e-3)
    blue, green, red = (np.asarray(even[..., channel], np.float32) for channel in range(3))
    skin = (
        _between(red / green, _RED_GREEN) & _between(green / blue, _GREEN_BLUE) & _between(red, _BRIGHTNESS)
    )
    return np.asarray(skin & (red / blue > _RED_BLUE), np.uint8)


def _paper(bgr: Pixels) -> NDArray[np.float32]:
    """Give the usual colour of the brighter half of the page."""
    pixels = bgr.reshape(-1, 3)
    green = pixels[:, 1]
    return np.asarray(np.maximum(np.median(pixels[green >= np.median(green)], axis=0), 1), np.float32)


def _between(values: NDArray[np.float32], limits: tuple[float, float]) -> Mask:
    return np.asarray((values > limits[0]) & (values < limits[1]), np.bool_)


def _written_around(mask: Mask, writing: NDArray[np.float32], per_mm: float) -> float:
    reach = 2 * round(_BESIDE_MM * per_mm) + 1
    wider = cv2.dilate(mask.astype(np.uint8), np.ones((reach, reach), np.uint8)) > 0
    inner = cv2.dilate(mask.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0  # its own outline is no writing
    ring = wider & ~inner
    return float(writing[ring].mean()) if ring.any() else 0.0

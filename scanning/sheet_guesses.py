"""Where sheets might lie: quads from lines that cross, and quads around regions of one colour."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from scanning.frames import Pixels
from scanning.opencv import cv2
from scanning.quad import Points
from scanning.sheet_completion import completed_quads, cornered_quads
from scanning.sheet_lines import crossing_quads, parallel_pairs
from scanning.sheet_view import SheetView, are_sheets

_MOST_CROSSINGS = 40  # that are looked at more than at a glance
_MOST_COMPLETED, _MOST_CORNERED = 24, 16
_SMALLEST_REGION = 0.03  # of the picture


def guess_sheets(lines: NDArray[np.float64], view: SheetView) -> Points:
    """Give N×4×2 quads between lines (M×4: both ends), among which the sheets of a picture should be."""
    pairs = parallel_pairs(lines, view.size)
    guesses = [
        best_at_a_glance(view, crossing_quads(lines, pairs, view.size), _MOST_CROSSINGS),
        best_at_a_glance(view, completed_quads(lines, pairs[:_MOST_COMPLETED], view.size), _MOST_COMPLETED),
        best_at_a_glance(view, cornered_quads(lines, view.size), _MOST_CORNERED),
    ]
    return np.concatenate(guesses)


def best_at_a_glance(view: SheetView, quads: Points, most: int) -> Points:
    """Give those of N×4×2 quads that could be sheets and have most of their sides on edges."""
    quads = quads[are_sheets(quads, view.size)]
    return quads[np.argsort(-view.glance(quads))[:most]]


def guess_by_regions(lab: Pixels) -> Points:
    """Wrap quads around large regions: bright, very bright, of the middle's colour, and enclosed by edges."""
    size = (max(1, lab.shape[1] // 2), max(1, lab.shape[0] // 2))
    half = np.asarray(cv2.resize(lab, size, interpolation=cv2.INTER_AREA), np.uint8)
    light = np.asarray(cv2.morphologyEx(half[..., 0], cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8)), np.uint8)
    wrapped = [quad for mask in _masks(light, half[..., 1:]) for quad in _wrapped(mask)]
    return np.array(wrapped, np.float64).reshape(-1, 4, 2) * 2 + 0.5


def _masks(light: Pixels, colour: Pixels) -> Iterator[Pixels]:
    yield np.asarray(cv2.threshold(light, 0, 255, cv2.THRESH_OTSU)[1], np.uint8)
    brightest = int(np.percentile(light, 97))
    yield np.asarray(light > brightest - 25, np.uint8)
    height, width = light.shape
    middle = colour[height // 3 : 2 * height // 3 + 1, width // 3 : 2 * width // 3 + 1].reshape(-1, 2)
    apart = cv2.absdiff(colour, np.array([*np.median(middle, axis=0), 0, 0], np.float64))
    yield np.asarray(np.asarray(apart).max(axis=-1) < 5, np.uint8)
    edges = cv2.dilate(cv2.Canny(light, 20, 60), np.ones((3, 3), np.uint8))
    yield np.asarray(edges == 0, np.uint8)


def _wrapped(mask: Pixels) -> Iterator[Points]:
    opened = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((5, 5), np.uint8))
    outlines = cv2.findContours(opened, cv2.RETR_LIST, cv2.CHAIN_APPROX_NONE)[0]
    large = [outline for outline in outlines if cv2.contourArea(outline) > _SMALLEST_REGION * mask.size]
    for outline in sorted(large, key=cv2.contourArea, reverse=True)[:3]:
        hull = cv2.convexHull(outline)
        corners = cv2.approxPolyDP(hull, 0.03 * cv2.arcLength(hull, closed=True), closed=True)
        if len(corners) == 4:
            yield np.asarray(corners, np.float64).reshape(4, 2)
        yield np.asarray(cv2.approxPolyN(hull, 4), np.float64).reshape(4, 2)

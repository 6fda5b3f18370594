"""Finds the sheets in a photograph."""

from collections.abc import Sequence

import numpy as np

from scanning.frames import Frame, Pixels, fit
from scanning.opencv import cv2
from scanning.quad import Points, Quad
from scanning.sheet_outline import TRACED_SIDE, trace_outline
from scanning.sheet_ranking import ranking
from scanning.sheet_search import SheetSearch

__all__ = ["Quad", "find_page", "find_sheets", "sheets_beside", "snap", "whole"]

_SEARCH_SIDE = 640  # px; a sheet's edges survive this, its writing hardly does
_LEAST_SIDE = 32  # px of a picture that can show a sheet
_MOST_SHEETS = 4
_SURE = 6.0  # of a sheet: scores below it make one look again, at what is like the likeliest sheets
_LIKELY = 8
_SHARED = 0.2  # of the smaller of two sheets: what is shared more lies on the other, as its table does


def find_page(frame: Frame) -> Quad | None:
    """Find the one sheet the picture is about, or None; its corners may lie a little outside the picture."""
    fine = fit(frame, TRACED_SIDE)
    small = _small(fine)
    found = _best(small, [])
    return None if found is None else _exact(fine, found * (fine.width / small.shape[1]), frame.width)


def find_sheets(frame: Frame) -> tuple[Quad, ...]:
    """Find up to four sheets that lie beside each other, the one the picture is about first."""
    return sheets_beside(frame, ())


def sheets_beside(frame: Frame, known: Sequence[Quad]) -> tuple[Quad, ...]:
    """Find up to four sheets besides those that are known, the likeliest first."""
    fine = fit(frame, TRACED_SIDE)
    small = _small(fine).copy()
    scale = fine.width / small.shape[1]
    taken = [quad.array() * (small.shape[1] / frame.width) for quad in known]
    for sheet in taken:
        _taken_away(small, sheet)
    found: list[Points] = []
    while len(found) < _MOST_SHEETS:
        best = _best(small, taken + found)
        if best is None:
            break
        found.append(best)
        _taken_away(small, best)
    return tuple(_exact(fine, sheet * scale, frame.width) for sheet in found)


def snap(frame: Frame, quad: Quad) -> Quad:
    """Lay roughly placed corners, such as a person drags, exactly on the corners of the sheet beside them."""
    return trace_outline(frame, quad).quad


def whole(frame: Frame) -> Quad:
    """Give the whole frame as a sheet, for pictures that are nothing else."""
    right, bottom = frame.width - 1.0, frame.height - 1.0
    return Quad((0.0, 0.0), (right, 0.0), (right, bottom), (0.0, bottom))


def _small(frame: Frame) -> Pixels:
    return fit(frame, _SEARCH_SIDE).pixels


def _best(small: Pixels, taken: list[Points]) -> Points | None:
    """Give the likeliest sheet of a small picture that does not lie on those already taken."""
    if min(small.shape[:2]) < _LEAST_SIDE:
        return None
    search = SheetSearch.of(small)
    scores = ranking().scores(search.features)
    if len(scores) and scores.max() < _SURE:
        search = search.swapped(search.quads[np.argsort(-scores)[:_LIKELY]])
        scores = ranking().scores(search.features)
    for at in np.argsort(-scores):
        if scores[at] < 0:
            return None
        if not any(_overlap(search.quads[at], other) for other in taken):
            return np.asarray(search.quads[at], np.float64)
    return None


def _exact(fine: Frame, corners: Points, width: int) -> Quad:
    """Lay corners exactly, and give them as they are in a picture so many pixels wide."""
    return Quad.of(snap(fine, Quad.of(corners)).array() * (width / fine.width))


def _overlap(one: Points, other: Points) -> bool:
    outlines = [corners.astype(np.float32) for corners in (one, other)]
    shared, _ = cv2.intersectConvexConvex(outlines[0], outlines[1])
    return bool(shared > _SHARED * min(cv2.contourArea(outline) for outline in outlines))


def _taken_away(small: Pixels, corners: Points) -> None:
    """Paint a sheet over with the colour of the desk around it."""
    cover = np.zeros(small.shape[:2], np.uint8)
    cv2.fillConvexPoly(cover, np.rint(corners).astype(np.int32), 1)
    wider = cv2.dilate(cover, np.ones((9, 9), np.uint8))
    around = cv2.dilate(wider, np.ones((15, 15), np.uint8)) > wider
    if around.any():
        small[wider > 0] = np.median(small[around], axis=0).astype(np.uint8)

"""Tells a page that was not taken whole: the sheet, or writing on it, runs out of the picture."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from scanning.frames import Frame, Pixels
from scanning.guard_findings import Complaint, Finding
from scanning.guard_page import PAGE_DPI, GuardedPage
from scanning.opencv import cv2
from scanning.page_text import Box
from scanning.quad import Quad

_DEEP_MM = 8.0  # a sheet laid askew on a scanner's glass loses less than this along the middle of a side
_FLUSH = 0.006  # of the picture's side: corners so near its edge lie on it
_PAPERS = (1.4142, 1.5858)  # long over short side of the A sizes and of a card
_TRUE_SHAPE = 0.015
_SQUARE_DEG = 0.7
_STRONG_INK = 2.0  # times what counts as writing
_RULED_MM = 8.0  # strokes of letters are shorter, ruled lines are longer
_CUT_STROKES = 4  # strokes that run out of the same side: fewer may be a staple or a stamp
_INSIDE_MM = (3.0, 7.0)
_PAPER = 0.8  # of the brightness a little further in
_PAPER_SHARE = 0.5  # of a side: in a line of writing that is cut through, more is paper than ink
_BAND = 60  # parts of the page's height: the outermost is looked at


def judge_edges(page: GuardedPage, photograph: Frame | None, quad: Quad | None) -> Iterator[Finding]:
    """Find a side where the sheet left the picture, or else where writing runs out of the page."""
    lost = _lost_sides(page, photograph, quad) if photograph is not None and quad is not None else ()
    sides = lost or _sides_with_cut_writing(page)
    if sides:
        yield Finding(Complaint.CUT_EDGE, min(1.0, 0.7 + 0.1 * len(sides)), _along(page, sides[0]))


def _lost_sides(page: GuardedPage, photograph: Frame, quad: Quad) -> tuple[int, ...]:
    """Give the sides of the sheet, 0 its top and clockwise, that lie beyond the picture or on its edge."""
    per_mm = page.native * PAGE_DPI / 25.4
    beyond = tuple(side for side in range(4) if _runs_out(quad, side, photograph, _DEEP_MM * per_mm))
    if beyond:
        return beyond
    flush = tuple(side for side in range(4) if _is_flush(quad, side, photograph))
    if len(flush) > 2 or _is_a_known_sheet(quad):
        return ()  # a scanner's picture is filled by the sheet, or has it in the corner of the glass
    return flush


def _runs_out(quad: Quad, side: int, photograph: Frame, deep: float) -> bool:
    """Tell whether a side's middle, moved so many pixels into the sheet, is still outside the picture."""
    corners = quad.array()
    middle = (corners[side] + corners[(side + 1) % 4]) / 2
    inward = corners.mean(axis=0) - middle
    x, y = middle + inward / max(1e-6, float(np.linalg.norm(inward))) * deep
    return not (0 <= x < photograph.width and 0 <= y < photograph.height)


def _is_flush(quad: Quad, side: int, photograph: Frame) -> bool:
    ends = quad.array()[[side, (side + 1) % 4]]
    size = np.array([photograph.width - 1, photograph.height - 1])
    near = np.abs(np.stack([ends, ends - size])) < _FLUSH * size
    return bool(near.all(axis=1).any())


def _is_a_known_sheet(quad: Quad) -> bool:
    """Tell a quad with right angles and the shape of an A size or a card."""
    ways = np.roll(quad.array(), -1, axis=0) - quad.array()
    angles = np.rad2deg(np.arctan2(ways[:, 1], ways[:, 0]))
    corners = (np.roll(angles, -1) - angles + 180) % 360 - 180
    if np.abs(np.abs(corners) - 90).max() > _SQUARE_DEG:
        return False
    across, down = np.linalg.norm(ways, axis=1)[:2]
    shape = max(across, down) / max(1e-6, min(across, down))
    return any(abs(shape / paper - 1) < _TRUE_SHAPE for paper in _PAPERS)


def _sides_with_cut_writing(page: GuardedPage) -> tuple[int, ...]:
    """Give the sides that several short strokes touch; ruled lines may run off a sheet."""
    threshold = _STRONG_INK * max(10, int(page.ink[page.written].min())) if page.written.any() else 255
    strokes = _without_rules((page.ink > threshold).astype(np.uint8), page.per_mm)
    return tuple(
        side
        for side in range(4)
        if _shows_paper(np.rot90(page.fine, side), page.per_mm)
        and _strokes_at_the_top(np.rot90(strokes, side)) >= _CUT_STROKES
    )


def _without_rules(strokes: Pixels, per_mm: float) -> Pixels:
    length = max(3, round(_RULED_MM * per_mm))
    across = cv2.morphologyEx(strokes, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    down = cv2.morphologyEx(strokes, cv2.MORPH_OPEN, np.ones((length, 1), np.uint8))
    rules = cv2.dilate(cv2.max(across, down), np.ones((3, 3), np.uint8))
    return np.asarray(cv2.subtract(strokes, rules), np.uint8)


def _shows_paper(gray: NDArray[np.uint8], per_mm: float) -> bool:
    """Tell whether the uppermost row is mostly paper, as some way in, and not a strip of the desk."""
    inside = np.percentile(gray[round(_INSIDE_MM[0] * per_mm) : round(_INSIDE_MM[1] * per_mm)], 80, axis=0)
    return float((gray[1] > _PAPER * inside).mean()) > _PAPER_SHARE


def _strokes_at_the_top(strokes: NDArray[np.uint8]) -> int:
    band = np.ascontiguousarray(strokes[: max(8, strokes.shape[0] // _BAND)])
    _, _, blobs, _ = cv2.connectedComponentsWithStats(band)
    touching = blobs[1:][blobs[1:, cv2.CC_STAT_TOP] <= 1]
    reaching_in = touching[:, cv2.CC_STAT_HEIGHT] >= band.shape[0] // 3
    narrow = touching[:, cv2.CC_STAT_WIDTH] < strokes.shape[1] // 20
    return int((reaching_in & narrow).sum())


def _along(page: GuardedPage, side: int) -> Box:
    """Give a strip of the page along one of its sides."""
    width, height = float(page.width), float(page.height)
    deep = min(width, height) / 15
    return (
        Box(0.0, 0.0, width, deep),
        Box(width - deep, 0.0, width, height),
        Box(0.0, height - deep, width, height),
        Box(0.0, 0.0, deep, height),
    )[side]

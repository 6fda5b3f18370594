"""Tells a second sheet that lies askew over the first, by the edge of it that crosses the page."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scanning.frames import Pixels
from scanning.guard_findings import Complaint, Finding
from scanning.guard_page import GuardedPage
from scanning.opencv import cv2
from scanning.page_text import Box

_Reals = NDArray[np.float64]

_STROKE = 3  # px; 1.5 mm of A4
_SEGMENT_MM = 12.0
_IN_LINE_MM = 1.2
_IN_LINE_DEG = 2.0
_ASIDE_MM = 4.0  # on each side of an edge: its shadow has ended there
_NEAR_MM = 1.6
_SHADOW = 0.035  # share of the brightness: an edge throws a narrow shadow, the border of a shade does not


@dataclass(frozen=True, slots=True)
class _Least:
    """Hold what an edge must have at least: degrees between it and the page's sides, and its length."""

    askew: float
    length_mm: float


# Folds, frames, rules and the page's own border are straighter than that. A fine shadow looks like a rule,
# and rules are askew by some degrees where a sheet curls.
_BROAD, _FINE = _Least(1.6, 50.0), _Least(4.0, 80.0)


@dataclass(frozen=True, slots=True, eq=False)
class _Edge:
    """Hold straight pieces that lie in one line: N×4 ends in pixels, and their length together."""

    pieces: _Reals
    length: float


def judge_sheets(page: GuardedPage) -> Iterator[Finding]:
    """Find the edge of another sheet on the page."""
    gray = np.asarray(cv2.cvtColor(page.coarse, cv2.COLOR_BGR2GRAY), np.uint8)
    per_mm = page.coarse_per_mm
    edges = [*_shadowed(_without_lines(gray), per_mm, _BROAD), *_shadowed(gray, per_mm, _FINE)]
    if edges and not page.is_picture():
        longest = max(edges, key=lambda edge: edge.length)
        weight = min(1.0, longest.length / max(gray.shape))
        yield Finding(Complaint.DOUBLE_PAGE, weight, _box(longest, page))


def _shadowed(gray: Pixels, per_mm: float, least: _Least) -> list[_Edge]:
    return [edge for edge in _edges(gray, per_mm, least) if _throws_shadow(gray, edge, per_mm)]


def _without_lines(gray: Pixels) -> Pixels:
    """Take away writing and ruled lines, which are askew too where a sheet curls; shadows are broader."""
    stroke = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (_STROKE, _STROKE))
    return np.asarray(cv2.morphologyEx(gray, cv2.MORPH_CLOSE, stroke), np.uint8)


def _edges(gray: Pixels, per_mm: float, least: _Least) -> Iterator[_Edge]:
    """Give the long straight edges that are askew on the page."""
    found = cv2.createLineSegmentDetector(cv2.LSD_REFINE_NONE).detect(gray)[0]
    pieces = np.array([] if found is None else found, np.float64).reshape(-1, 4)  # None without any
    ways = pieces[:, 2:] - pieces[:, :2]
    lengths = np.hypot(ways[:, 0], ways[:, 1])
    angles = np.rad2deg(np.arctan2(ways[:, 1], ways[:, 0]))
    askew = np.abs((angles + 45) % 90 - 45) > least.askew
    wanted = askew & (lengths > _SEGMENT_MM * per_mm)
    pieces, lengths, angles = pieces[wanted], lengths[wanted], angles[wanted] % 180
    while len(pieces):
        first = int(np.argmax(lengths))
        along = _in_line(pieces, angles, first, per_mm)
        edge = _Edge(pieces[along], float(lengths[along].sum()))
        if edge.length < least.length_mm * per_mm:
            return
        yield edge
        pieces, lengths, angles = pieces[~along], lengths[~along], angles[~along]


def _in_line(pieces: _Reals, angles: _Reals, first: int, per_mm: float) -> NDArray[np.bool_]:
    way = pieces[first, 2:] - pieces[first, :2]
    normal = np.array([-way[1], way[0]]) / np.hypot(*way)
    starts, ends = ((pieces[:, at : at + 2] - pieces[first, :2]) @ normal for at in (0, 2))
    beside = np.maximum(np.abs(starts), np.abs(ends)) < _IN_LINE_MM * per_mm
    turned = np.abs((angles - angles[first] + 90) % 180 - 90) < _IN_LINE_DEG
    return np.asarray(beside & turned, np.bool_)


def _throws_shadow(gray: Pixels, edge: _Edge, per_mm: float) -> bool:
    """Tell whether it is darker right at the edge than some way off on both sides."""
    profile = _across(gray, edge, per_mm)
    middle = len(profile) // 2
    near = round(_NEAR_MM * per_mm)
    dark = float(profile[middle - near : middle + near + 1].min())
    off = min(float(np.median(profile[:3])), float(np.median(profile[-3:])))
    return off - dark > _SHADOW * max(60.0, off)


def _across(gray: Pixels, edge: _Edge, per_mm: float) -> _Reals:
    """Give the usual brightness from one side of an edge to the other, pixel by pixel."""
    reach = round(_ASIDE_MM * per_mm)
    away = np.arange(-reach, reach + 1)
    rows = []
    for x1, y1, x2, y2 in edge.pieces:
        length = np.hypot(x2 - x1, y2 - y1)
        steps = np.linspace(0, 1, max(2, int(length)))[:, None]
        xs = x1 + (x2 - x1) * steps - (y2 - y1) / length * away
        ys = y1 + (y2 - y1) * steps + (x2 - x1) / length * away
        inside = (xs >= 0).all(axis=1) & (ys >= 0).all(axis=1)
        inside &= (xs < gray.shape[1]).all(axis=1) & (ys < gray.shape[0]).all(axis=1)
        rows.append(gray[ys[inside].astype(int), xs[inside].astype(int)])
    samples = np.concatenate(rows)
    return np.median(samples, axis=0) if len(samples) else np.zeros(2 * reach + 1)


def _box(edge: _Edge, page: GuardedPage) -> Box:
    share = page.width / page.coarse.shape[1]
    points = edge.pieces.reshape(-1, 2) * share
    left, top = points.min(axis=0)
    right, bottom = points.max(axis=0)
    return Box(float(left), float(top), float(right), float(bottom))

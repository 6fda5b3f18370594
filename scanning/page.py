"""Finds the sheet in a photograph and straightens it to the size it has in the hand."""

import numpy as np

from scanning.frames import Frame, Pixels, fit
from scanning.opencv import cv2
from scanning.quad import Points, Quad
from scanning.sheet_edges import EdgeField, tighten
from scanning.sheet_guesses import guess_by_lines, guess_by_regions

__all__ = ["Quad", "find_page", "straighten", "whole"]

_SEARCH_SIDE = 640  # px; a sheet's edges survive this, its writing hardly does
_TIGHTEN_SIDE = 1280
_SURE = 0.33  # edge support of true sheets lies above, of chance alignments of lines on a bare desk below

_RIM = 2.0  # px cut off all around: the very edge of a sheet is half shadow, half desk

_A4_MM = (210.0, 297.0)
_CARD_MM = (53.98, 85.6)
_NEAR = 0.06  # relative error of an aspect measured through perspective by hand-held cameras


def find_page(frame: Frame) -> Quad | None:
    """Find the one sheet the picture is about, or None when nothing has the edges of a sheet."""
    small = fit(frame, _SEARCH_SIDE)
    field = EdgeField.of(small.pixels)
    guesses = [*guess_by_lines(small.pixels), *guess_by_regions(small.pixels)]
    if not guesses:
        return None
    scores = field.support(np.stack(guesses))
    best = int(np.argmax(scores))
    if scores[best] < _SURE:
        return None
    return _tightened(frame, guesses[best] * (frame.width / small.width))


def straighten(frame: Frame, quad: Quad, *, dpi: int = 200) -> Frame:
    """Cut the sheet out, seen from straight above; A-series sheets and cards get their true size at ``dpi``.

    A4 and A5 have one shape, so a lone A5 sheet comes out at the size of A4.
    """
    width, height = _size_mm(quad, (frame.width / 2, frame.height / 2))
    size = (round(width / 25.4 * dpi), round(height / 25.4 * dpi))
    right, bottom = size[0] - 1 + _RIM, size[1] - 1 + _RIM
    corners = np.array([[-_RIM, -_RIM], [right, -_RIM], [right, bottom], [-_RIM, bottom]], np.float32)
    lens = cv2.getPerspectiveTransform(quad.array().astype(np.float32), corners)
    shrinks = max(quad.sides) > 2 * max(size)
    how = cv2.INTER_AREA if shrinks else cv2.INTER_CUBIC
    flat = cv2.warpPerspective(frame.pixels, lens, size, flags=how, borderMode=cv2.BORDER_REPLICATE)
    return Frame(np.asarray(flat, np.uint8), frame.taken_at)


def whole(frame: Frame) -> Quad:
    """Give the whole frame as a sheet, for pictures that are nothing else."""
    right, bottom = frame.width - 1.0, frame.height - 1.0
    return Quad((0.0, 0.0), (right, 0.0), (right, bottom), (0.0, bottom))


def _tightened(frame: Frame, corners: Points) -> Quad:
    sharp = fit(frame, _TIGHTEN_SIDE)
    scale = frame.width / sharp.width
    lab = np.asarray(cv2.cvtColor(sharp.pixels, cv2.COLOR_BGR2Lab), np.uint8)
    return Quad.of(tighten(_smoothed(lab), corners / scale) * scale)


def _smoothed(lab: Pixels) -> Pixels:
    return np.asarray(cv2.GaussianBlur(lab, (3, 3), 0), np.uint8)


def _size_mm(quad: Quad, centre: tuple[float, float]) -> tuple[float, float]:
    """Give width and height of the sheet in millimetres, as it lies in the picture."""
    aspect = aspect_of(quad, centre)
    long_over_short = max(aspect, 1 / aspect)
    short, long = _nearest_paper(long_over_short)
    return (long, short) if aspect > 1 else (short, long)


def _nearest_paper(long_over_short: float) -> tuple[float, float]:
    for short, long in (_A4_MM, _CARD_MM):
        if abs(long_over_short / (long / short) - 1) < _NEAR:
            return short, long
    return _A4_MM[1] / long_over_short, _A4_MM[1]


def aspect_of(quad: Quad, centre: tuple[float, float]) -> float:
    """Give width over height of a rectangle seen in perspective, the camera's axis through ``centre``.

    Zhang and He, "Whiteboard scanning and image enhancement" (2007): the two vanishing directions of a
    rectangle give the focal length, and with it the aspect. Seen almost from straight above the directions
    say nothing about the focal length, and the sides themselves are the answer.
    """
    top, right, bottom, left = quad.sides
    plain = (top + bottom) / (left + right)
    corners = np.column_stack([quad.array() - centre, np.ones(4)])
    m1, m2, m4, m3 = corners
    k2 = np.cross(m1, m4) @ m3 / (np.cross(m2, m4) @ m3)
    k3 = np.cross(m1, m4) @ m2 / (np.cross(m3, m4) @ m2)
    across, down = k2 * m2 - m1, k3 * m3 - m1
    depth = across[2] * down[2]
    if abs(depth) < 1e-4:
        return plain
    focal_squared = -(across[0] * down[0] + across[1] * down[1]) / depth
    longest = max(quad.sides)
    if not (0.4 * longest) ** 2 < focal_squared < (8 * longest) ** 2:
        return plain
    lens = np.array([1, 1, focal_squared])
    return float(np.sqrt((across * lens) @ across / ((down * lens) @ down)))

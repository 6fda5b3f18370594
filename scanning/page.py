"""Finds the sheet in a photograph."""

import numpy as np

from scanning.frames import Frame, Pixels, fit
from scanning.opencv import cv2
from scanning.quad import Points, Quad
from scanning.sheet_edges import EdgeField, tighten
from scanning.sheet_guesses import guess_by_lines, guess_by_regions

__all__ = ["Quad", "find_page", "whole"]

_SEARCH_SIDE = 640  # px; a sheet's edges survive this, its writing hardly does
_TIGHTEN_SIDE = 1280
_SURE = 0.33  # edge support of true sheets lies above, of chance alignments of lines on a bare desk below


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

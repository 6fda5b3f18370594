"""What of a page is writing: light evened, red stamps, rules and dotted leaders taken out."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scanning.frames import Frame, Pixels
from scanning.opencv import cv2

_LIGHT_SIDE = 320  # px; the light on a page changes slowly, so it is estimated on a small copy
_LIFT = 0.45  # of what red stands over green and blue: makes a stamp as white as the paper
_WINDOW = 4.0  # mm around a pixel that its paper is judged by
_FAINTEST = 22  # levels below the paper around it: fainter is paper grain or the other side shining through
_RULE = 6.0  # mm; no stroke of a letter is as long
_LEAN = 5  # px by which a rule may lean over its length and still be found
_THICK = 1.0  # mm; a rule is thinner
_DOT = 0.75  # mm; a leader's dot is smaller in each direction
_DOT_STEP = 1.7  # mm between the dots of a leader, at most
_LEADER = 6.0  # mm; fewer dots may be an ellipsis
_NEAR = 1.1  # mm between a letter and its marks or its full stop, at most
_SHARPER, _SPREAD = 1.0, 0.01  # how much edges are raised, and over how many inches: soft pictures need it
_THIN = 0.8  # mm; dots that ran together in a soft picture are no higher


@dataclass(frozen=True, slots=True, eq=False)
class TextInk:
    """Hold the page as a reader wants it: gray with white paper, and where ink is (0 or 255), both H×W."""

    gray: Pixels
    mask: Pixels


def ink_of(page: Frame, *, dpi: float) -> TextInk:
    """Take everything but writing off a straightened page, in whatever light it was photographed."""
    gray = _without_red(_evened(page.pixels))
    mask = _inked(gray, dpi)
    drawn = cv2.bitwise_or(_rules(mask, dpi), _leaders(mask, dpi))
    cover = np.asarray(cv2.dilate(drawn, np.ones((3, 3), np.uint8)), np.uint8)
    sharp = cv2.addWeighted(gray, 1 + _SHARPER, cv2.GaussianBlur(gray, (0, 0), _SPREAD * dpi), -_SHARPER, 0)
    return TextInk(
        gray=np.where(cover > 0, np.uint8(255), np.asarray(sharp, np.uint8)),
        mask=np.where(cover > 0, np.uint8(0), mask),
    )


def _evened(pixels: Pixels) -> Pixels:
    """Make the paper white everywhere, colour by colour."""
    height, width = pixels.shape[:2]
    scale = min(1.0, _LIGHT_SIDE / max(height, width))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
    paper = cv2.medianBlur(cv2.dilate(small, np.ones((7, 7), np.uint8)), 21)
    light = cv2.resize(cv2.GaussianBlur(paper, (0, 0), 3), (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.divide(pixels, np.maximum(light, 1), scale=255), np.uint8)


def _without_red(even: Pixels) -> Pixels:
    """Give the red light alone, in which a red stamp is faint, and lift what is left of the stamp.

    Print under a stamp is dark in every colour and stays.
    """
    blue, green, red = cv2.split(even)
    excess = cv2.subtract(red, cv2.max(blue, green))
    return np.asarray(cv2.addWeighted(red, 1.0, excess, _LIFT, 0), np.uint8)


def _inked(gray: Pixels, dpi: float) -> Pixels:
    soft = cv2.GaussianBlur(gray, (3, 3), 0)
    return np.asarray(
        cv2.adaptiveThreshold(
            soft, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, _pixels(_WINDOW, dpi) | 1, _FAINTEST
        ),
        np.uint8,
    )


def _rules(mask: Pixels, dpi: float) -> Pixels:
    """Find straight lines across and down: tables, underlines, boxes."""
    length, thick = _pixels(_RULE, dpi), _pixels(_THICK, dpi)
    across = _opened(cv2.dilate(_thinner(mask, 1, thick), np.ones((_LEAN, 1), np.uint8)), length, 1)
    down = _opened(cv2.dilate(_thinner(mask, thick, 1), np.ones((1, _LEAN), np.uint8)), 1, length)
    return np.asarray(cv2.bitwise_and(cv2.bitwise_or(across, down), mask), np.uint8)


def _thinner(mask: Pixels, width: int, height: int) -> Pixels:
    """Leave what is thinner than a letter's stroke is long; soft words run together, but into high bars."""
    return np.asarray(cv2.subtract(mask, _opened(mask, width, height)), np.uint8)


def _leaders(mask: Pixels, dpi: float) -> Pixels:
    """Find rows of dots that lead the eye or wait to be written on, also where the dots ran together."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    width, height = stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT]
    dot = _pixels(_DOT, dpi)
    small = (height <= dot) & (width <= dot)
    flat = (height <= _pixels(_THIN, dpi)) & (width > 3 * height)
    dots = _of_parts(mask, labels, small | flat)
    joined = cv2.morphologyEx(dots, cv2.MORPH_CLOSE, np.ones((1, _pixels(_DOT_STEP, dpi)), np.uint8))
    _, runs, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    led = _of_parts(dots, runs, stats[:, cv2.CC_STAT_WIDTH] >= _pixels(_LEADER, dpi))
    return np.asarray(cv2.bitwise_or(led, _lonely(mask, dots, dpi)), np.uint8)


def _of_parts(
    mask: Pixels, labels: NDArray[np.integer[Any] | np.floating[Any]], chosen: NDArray[np.bool_]
) -> Pixels:
    """Leave of a mask what belongs to chosen connected parts; only its ink is looked at, which is little."""
    ink = np.flatnonzero(mask)
    left = np.zeros_like(mask)
    left.ravel()[ink[chosen[labels.ravel()[ink]]]] = 255
    return left


def _lonely(mask: Pixels, dots: Pixels, dpi: float) -> Pixels:
    """Find dots with no letter near: what a soft picture left of a leader."""
    letters = cv2.subtract(mask, dots)
    reach = _pixels(_NEAR, dpi)
    near = cv2.dilate(letters, np.ones((2 * reach + 1, 2 * reach + 1), np.uint8))
    return np.asarray(cv2.subtract(dots, near), np.uint8)


def _opened(mask: NDArray[np.integer[Any] | np.floating[Any]], width: int, height: int) -> Pixels:
    return np.asarray(cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((height, width), np.uint8)), np.uint8)


def _pixels(millimetres: float, dpi: float) -> int:
    return max(1, round(millimetres * dpi / 25.4))

"""Clean-up of a straightened page: light evened, paper white, writing crisp, stamps red and ink blue."""

import numpy as np
from numpy.typing import NDArray

from scanning.brightness import levels
from scanning.frames import Frame, Pixels
from scanning.ink_colour import InkColour
from scanning.opencv import cv2
from scanning.page_kind import PageKind, kind_of
from scanning.paper_light import PaperLight

_CRISP, _STROKE = 0.6, 1.2  # sharpening, and the width in px of a page at 200 dpi that it works on
_INK = 60  # gray levels off white; what is darker is ink
_LEAST_INK = 200  # pixels of every ninth; a blank page shall not be blown up
_FAINT, _DEEP = 96.0, 200.0  # how dark beyond paper the ink of a page may be and becomes black
_BLACK, _ROUND = 238, 0.95  # ink is not made all black, so that the edges of letters stay soft enough to read
_GRAIN, _PALEST, _DARKEST = (
    3.0,
    14.0,
    60.0,
)  # times the paper's unrest that it may be off white, and its bounds
_SHOWN = 0.005, 0.99  # of a photograph's brightness, from black to white


def clean(page: Frame, kind: PageKind | None = None) -> Frame:
    """Give the page as a good scanner would have seen it, at the same size; by default as what it is.

    Text comes out black on white, a page with coloured ink keeps that in colour, a photograph or card keeps
    every shade and only its brightness is brought to the full range.
    """
    wanted = kind or kind_of(page)
    if wanted is PageKind.PHOTO:
        return _brightened(page)
    light = PaperLight.on(page)
    evened = light.evened(page)
    ink = _crisp(_darkness(evened), light)
    if wanted is PageKind.TEXT:
        return Frame(np.asarray(cv2.cvtColor(255 - ink, cv2.COLOR_GRAY2BGR), np.uint8), page.taken_at)
    half = cv2.resize(evened, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    return Frame(InkColour.of(np.asarray(half, np.uint8)).laid_on(ink), page.taken_at)


def _darkness(evened: Pixels) -> Pixels:
    """Give how far each place is off white; each colour counts the same, or stamps would fade."""
    return np.asarray(cv2.transform(evened, np.array([[-1 / 3, -1 / 3, -1 / 3, 255]], np.float32)), np.uint8)


def _crisp(darkness: Pixels, light: PaperLight) -> Pixels:
    """Sharpen the ink and make it black, the paper white, under scarce light as under too much."""
    some = darkness[::3, ::3]
    paper = float(np.median(some))
    unrest = float(np.median(np.abs(some.astype(np.float32) - paper))) * 1.48
    # Shadows were lifted, and the grain of the picture with them.
    grain = np.clip((paper + _GRAIN * unrest + 6) / np.minimum(light.brightness, 1), _PALEST, _DARKEST)
    soft = cv2.GaussianBlur(darkness, (0, 0), _STROKE)
    sharp = cv2.addWeighted(darkness, 1 + _CRISP, soft, -_CRISP, 0)
    ink = cv2.subtract(sharp, _spread(grain, darkness))
    washed_out = light.washed_out
    if washed_out.max() > 1:
        ink = cv2.multiply(ink, _spread(washed_out * 64, darkness), scale=1 / 64)
    return np.asarray(cv2.LUT(ink, _to_black(some, float(np.median(grain)))), np.uint8)


def _spread(small: NDArray[np.floating], over: Pixels) -> Pixels:
    size = over.shape[1::-1]
    return np.asarray(cv2.resize(small.astype(np.uint8), size, interpolation=cv2.INTER_LINEAR), np.uint8)


def _to_black(darkness: Pixels, grain: float) -> Pixels:
    """Give the curve that makes the page's own ink black."""
    ink = darkness[darkness > _INK]
    depth = float(np.percentile(ink, 80)) if ink.size > _LEAST_INK else _DEEP
    steps = np.arange(256) / np.clip(depth - grain, _FAINT, _DEEP)
    return np.asarray(np.clip(steps, 0, 1) ** _ROUND * _BLACK, np.uint8)


def _brightened(page: Frame) -> Frame:
    dark, bright = levels(page.gray(), *_SHOWN)
    steps = (np.arange(256) - dark) / max(bright - dark, 64)
    curve = (np.clip(steps, 0, 1) * 255).astype(np.uint8)
    return Frame(np.asarray(cv2.LUT(page.pixels, curve), np.uint8), page.taken_at)

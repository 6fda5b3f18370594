"""A clean page taken apart: print, stamps and handwriting as masks of one colour each, shade left behind."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scanning.frames import Frame, Pixels
from scanning.opencv import cv2
from scanning.shade import Patch, shade_patches

Colour = tuple[int, int, int]  # red, green, blue, 0 to 255
Where = NDArray[np.bool_]
Shift = NDArray[np.int16]  # from gray towards a colour, in steps of Lab

_PRINT: Colour = (20, 20, 20)
_WINDOW_MM = 4.0  # around a pixel: wider than strokes, narrower than what shadows leave behind
_DARKER = 14.0  # than the surroundings: print, and faint stamps too ...
_NOISE = 4.5  # ... and by this many times what the paper itself varies ...
_OF_CONTRAST = 0.15  # ... and by this share of the darkest ink around: strokes get no thicker
_FAINTEST = 236  # what is brighter is paper
_SOLID = 70  # what is darker is ink, however wide it is
_TINGE = 9  # a colour's distance from gray (Lab) that print does not reach through camera noise
_FAINT_TINGE = 2  # is enough beside ink of the same colour: the worn part of a stamp's ring
_BESIDE_MM = 5.0
_FULL_TINGE = 15  # with this much, a stamp's faint middle is ink too, whatever surrounds it
_DEEP = 105  # under this brightness print lies under a stamp, unless the tinge is strong
_DEEP_TINGE = 26
_SPECK_MM2 = 0.06  # less is dust: four pixels at 200 dpi; a dot of a dotted line is 0.1
_COLOURED_SPECK_MM2 = 0.2
_LEAST_INK_MM2 = 1.5  # of one colour on a page
_STRONGEST = 65  # percentile of colourfulness from which on a pixel is all ink: edges are half paper


@dataclass(frozen=True, slots=True, eq=False)
class Ink:
    """Hold where one colour stands on the page: an H×W mask, 255 where there is ink."""

    colour: Colour
    mask: Pixels


@dataclass(frozen=True, slots=True, eq=False)
class Layers:
    """Hold a page taken apart: inks to lay over patches of shade, to lay on white paper."""

    inks: tuple[Ink, ...]
    shade: tuple[Patch, ...]


def single_ink(page: Frame, *, dpi: int = 200) -> Ink:
    """Take all that is written as one black ink."""
    return Ink(_PRINT, _without_specks(_written(page.gray(), dpi), _SPECK_MM2, dpi))


def separate(page: Frame, *, dpi: int = 200) -> Layers:
    """Take a clean page apart into black, red and blue ink and the shade under them."""
    weakest = np.asarray(page.pixels.min(axis=2), np.uint8)  # faint red and blue are dark in one channel
    shaded, patches = shade_patches(page, dpi=dpi)
    dark = _written(weakest, dpi) > 0
    red, blue = _coloured(page, dark, (weakest <= _FAINTEST) & ~shaded, dpi)
    black = _without_specks(_as_mask(dark & ~red & ~blue), _SPECK_MM2, dpi)
    inks = [Ink(_PRINT, black)]
    for where in (red, blue):
        mask = _without_specks(_as_mask(where), _COLOURED_SPECK_MM2, dpi)
        if np.count_nonzero(mask) > _LEAST_INK_MM2 * (dpi / 25.4) ** 2:
            inks.append(Ink(_colour(page, mask), mask))
    return Layers(tuple(inks), patches)


def _written(gray: Pixels, dpi: int) -> Pixels:
    """Mask what is darker than its surroundings, or dark altogether."""
    soft = cv2.GaussianBlur(gray, (0, 0), dpi / 270)
    window = round(_WINDOW_MM / 25.4 * dpi) | 1
    around = cv2.blur(soft, (window, window))
    contrast = cv2.subtract(around, cv2.erode(soft, np.ones((window, window), np.uint8)))
    darker = np.maximum(_OF_CONTRAST * contrast, max(_DARKER, _NOISE * _grain(gray))).astype(np.uint8)
    marked = cv2.compare(cv2.subtract(around, soft), darker, cv2.CMP_GT)
    marked[soft > _FAINTEST] = 0
    marked[soft < _SOLID] = 255
    return np.asarray(marked, np.uint8)


def _grain(gray: Pixels) -> float:
    """Measure how much blank paper varies from pixel to pixel, in levels of gray."""
    step = cv2.absdiff(gray[:, 1:], gray[:, :-1])
    return 1.05 * float(step[::3, ::3].mean(where=gray[::3, 1::3][:, : step[:, ::3].shape[1]] > 160))


def _coloured(page: Frame, dark: Where, paint: Where, dpi: int) -> tuple[Where, Where]:
    """Tell where there is red and where blue ink; print under a stamp is neither."""
    lab = cv2.cvtColor(page.pixels, cv2.COLOR_BGR2Lab)
    soft = cv2.GaussianBlur(lab, (0, 0), max(0.8, dpi / 190)).astype(np.int16) - 128
    reddish, bluish = soft[..., 1], -soft[..., 2]
    deep = lab[..., 0] < _DEEP
    is_red = (reddish > bluish) & ~(deep & (reddish < _DEEP_TINGE))
    is_blue = (reddish <= bluish) & ~(deep & (bluish < _DEEP_TINGE * 0.8))
    return (
        _of_one_colour(np.where(is_red, reddish, 0), dark, paint, dpi),
        _of_one_colour(np.where(is_blue, bluish, 0), dark, paint, dpi),
    )


def _of_one_colour(tinge: Shift, dark: Where, paint: Where, dpi: int) -> Where:
    """Tell where ink of a colour is: strokes with its tinge, solid parts, and worn parts beside these."""
    sure = (dark & (tinge > _TINGE)) | (paint & (tinge > _FULL_TINGE))
    firm = _without_specks(_as_mask(sure), _COLOURED_SPECK_MM2, dpi)
    reach = round(2 * _BESIDE_MM / 25.4 * dpi) | 1
    beside = cv2.dilate(firm, np.ones((reach, reach), np.uint8)) > 0
    return sure | (dark & beside & (tinge > _FAINT_TINGE))


def _as_mask(where: Where) -> Pixels:
    return where.astype(np.uint8) * np.uint8(255)


def _without_specks(mask: Pixels, least_mm2: float, dpi: int) -> Pixels:
    count, labels, blobs, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    keep = np.zeros(count, np.uint8)
    keep[1:] = _as_mask(blobs[1:, cv2.CC_STAT_AREA] >= least_mm2 * (dpi / 25.4) ** 2)
    return np.asarray(keep[labels], np.uint8)


def _colour(page: Frame, mask: Pixels) -> Colour:
    """Give the typical colour of an ink where it is strongest."""
    ink = page.pixels[mask > 0]
    strength = ink.max(axis=1).astype(np.int16) - ink.min(axis=1)
    blue, green, red = np.median(ink[strength >= np.percentile(strength, _STRONGEST)], axis=0)
    return round(float(red)), round(float(green)), round(float(blue))

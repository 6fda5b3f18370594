"""A clean page taken apart: print, stamps and handwriting as masks of one colour each, shade left behind."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scanning.frames import Frame, Pixels
from scanning.opencv import cv2
from scanning.shade import Patch, shade_patches

Colour = tuple[int, int, int]  # red, green, blue, 0 to 255
Matrix = NDArray[np.integer | np.floating]  # what OpenCV's functions say they give; here always bytes

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
_DEEP_RED, _DEEP_BLUE = 26, 21
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
    weakest = _least(*cv2.split(page.pixels))  # faint red and blue are dark in one channel
    shaded, patches = shade_patches(page, dpi=dpi)
    dark, paint = _written(weakest, dpi), _at_most(weakest, _FAINTEST) & ~shaded
    red, blue = (_of_one_colour(tinge, dark, paint, dpi) for tinge in _tinges(page, dpi))
    inks = [Ink(_PRINT, _without_specks(dark & ~(red | blue), _SPECK_MM2, dpi))]
    for found in (red, blue):
        mask = _without_specks(found, _COLOURED_SPECK_MM2, dpi)
        if cv2.countNonZero(mask) > _LEAST_INK_MM2 * (dpi / 25.4) ** 2:
            inks.append(Ink(_colour(page, mask), mask))
    return Layers(tuple(inks), patches)


def _least(*channels: Matrix) -> Pixels:
    blue, green, red = channels
    return np.asarray(cv2.min(cv2.min(blue, green), red), np.uint8)


def _written(gray: Pixels, dpi: int) -> Pixels:
    """Mask what is darker than its surroundings, or dark altogether."""
    soft = np.asarray(cv2.GaussianBlur(gray, (0, 0), dpi / 270), np.uint8)
    window = round(_WINDOW_MM / 25.4 * dpi) | 1
    around = cv2.blur(soft, (window, window))
    contrast = cv2.subtract(around, cv2.erode(soft, np.ones((window, window), np.uint8)))
    least = np.full_like(soft, max(_DARKER, _NOISE * _grain(gray)))
    darker = cv2.max(cv2.convertScaleAbs(contrast, alpha=_OF_CONTRAST), least)
    marked = np.asarray(cv2.compare(cv2.subtract(around, soft), darker, cv2.CMP_GT), np.uint8)
    return marked & _at_most(soft, _FAINTEST) | _at_most(soft, _SOLID)


def _grain(gray: Pixels) -> float:
    """Measure how much blank paper varies from pixel to pixel, in levels of gray."""
    some = gray[::3]
    step = cv2.absdiff(some[:, 1:], some[:, :-1])
    return 1.05 * cv2.mean(step, _above(some[:, 1:], 160))[0]


def _tinges(page: Frame, dpi: int) -> tuple[Pixels, Pixels]:
    """Measure how red and how blue each pixel is, in steps of Lab; print under a stamp is neither."""
    lab = cv2.cvtColor(page.pixels, cv2.COLOR_BGR2Lab)
    light, a, b = cv2.split(cv2.GaussianBlur(lab, (0, 0), max(0.8, dpi / 190)))
    grey, deep = np.full_like(light, 128, np.uint8), _at_most(light, _DEEP)
    red, blue = cv2.subtract(a, grey), cv2.subtract(grey, b)
    not_red = _more(blue, red) | deep & _at_most(red, _DEEP_RED)
    not_blue = ~_more(blue, red) | deep & _at_most(blue, _DEEP_BLUE)
    return np.asarray(cv2.subtract(red, not_red), np.uint8), np.asarray(
        cv2.subtract(blue, not_blue), np.uint8
    )


def _of_one_colour(tinge: Pixels, dark: Pixels, paint: Pixels, dpi: int) -> Pixels:
    """Mask ink of one colour: strokes with its tinge, solid parts, and worn parts beside these."""
    sure = dark & _above(tinge, _TINGE) | paint & _above(tinge, _FULL_TINGE)
    worn: Pixels = dark & _above(tinge, _FAINT_TINGE) & _beside(sure, dpi)
    return sure | worn


def _beside(sure: Pixels, dpi: int) -> Pixels:
    """Mask what lies near ink that is more than specks."""
    height, width = sure.shape
    small = cv2.resize(sure, (max(1, width // 4), max(1, height // 4)), interpolation=cv2.INTER_AREA)
    reach = round(2 * _BESIDE_MM / 25.4 * dpi / 4) | 1
    near = cv2.dilate(_above(small, 127), np.ones((reach, reach), np.uint8))
    return np.asarray(cv2.resize(near, (width, height), interpolation=cv2.INTER_NEAREST), np.uint8)


def _above(values: Matrix, level: int) -> Pixels:
    return np.asarray(cv2.threshold(values, level, 255, cv2.THRESH_BINARY)[1], np.uint8)


def _at_most(values: Matrix, level: int) -> Pixels:
    return np.asarray(cv2.threshold(values, level, 255, cv2.THRESH_BINARY_INV)[1], np.uint8)


def _more(one: Matrix, other: Matrix) -> Pixels:
    return np.asarray(cv2.compare(one, other, cv2.CMP_GT), np.uint8)


def _without_specks(mask: Pixels, least_mm2: float, dpi: int) -> Pixels:
    count, labels, blobs, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    keep = np.zeros(count, np.uint8)
    keep[1:][blobs[1:, cv2.CC_STAT_AREA] >= least_mm2 * (dpi / 25.4) ** 2] = 255
    return np.asarray(keep[labels], np.uint8)


def _colour(page: Frame, mask: Pixels) -> Colour:
    """Give the typical colour of an ink where it is strongest."""
    ink = page.pixels[mask > 0]
    strength = ink.max(axis=1).astype(np.int16) - ink.min(axis=1)
    blue, green, red = np.median(ink[strength >= np.percentile(strength, _STRONGEST)], axis=0)
    return round(float(red)), round(float(green)), round(float(blue))

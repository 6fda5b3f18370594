"""What lies under the ink of a page: tinted cells, coloured bands, photographs stuck on it."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from scanning.frames import Frame, Pixels
from scanning.opencv import cv2

SHADE_DPI = 75  # shade keeps no more detail than this: letters over it are ink
_STROKE_MM = 2.4  # what is thicker than the bar of a stamp's ring is shade
_SHADED = 218
_LEAST_MM2 = 100.0  # the star of a stamp has 50
_RIM_MM = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Patch:
    """Hold a piece of shade at 75 dpi, and where it lies: shares of the page's width and height."""

    picture: Frame
    left: float
    top: float
    right: float
    bottom: float

    @property
    def share(self) -> float:
        """Give the share of the page that it covers."""
        return (self.right - self.left) * (self.bottom - self.top)


def shade_patches(page: Frame, *, dpi: int) -> tuple[Pixels, tuple[Patch, ...]]:
    """Find the shaded parts of a page: a mask of its size, 255 there, and what they look like without ink."""
    scale = min(1.0, SHADE_DPI / dpi)
    size = (max(1, round(page.width * scale)), max(1, round(page.height * scale)))
    small = np.asarray(cv2.resize(page.pixels, size, interpolation=cv2.INTER_AREA), np.uint8)
    bare = cv2.morphologyEx(small, cv2.MORPH_CLOSE, _square(_STROKE_MM))
    dark = np.where(bare.min(axis=2) < _SHADED, np.uint8(255), np.uint8(0))
    _, labels, blobs, _ = cv2.connectedComponentsWithStats(dark)
    large = blobs[:, cv2.CC_STAT_AREA] >= _LEAST_MM2 * (SHADE_DPI / 25.4) ** 2
    large[0] = False
    shaded = np.asarray(
        cv2.dilate((large * np.uint8(255)).astype(np.uint8)[labels], _square(2 * _RIM_MM)), np.uint8
    )
    shown = np.where(shaded[..., None] > 0, bare, np.uint8(255))
    mask = cv2.resize(shaded, (page.width, page.height), interpolation=cv2.INTER_NEAREST)
    return np.asarray(mask, np.uint8), tuple(_cut_out(shown, shaded))


def _square(millimetres: float) -> Pixels:
    return np.ones((round(millimetres / 25.4 * SHADE_DPI) | 1,) * 2, np.uint8)


def _cut_out(shown: Pixels, shaded: Pixels) -> Iterator[Patch]:
    height, width = shaded.shape
    _, _, blobs, _ = cv2.connectedComponentsWithStats(shaded)
    for left, top, across, down, _ in blobs[1:].tolist():
        picture = Frame(shown[top : top + down, left : left + across])
        yield Patch(picture, left / width, top / height, (left + across) / width, (top + down) / height)

"""The light that falls on a page: what blank paper would look like everywhere."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from scanning.frames import Frame, Pixels
from scanning.opencv import cv2

_SIDE = 320  # px; the light on a page changes slowly, so it is estimated on a small copy
_WRITING = 7  # px of the small copy, 6 mm of an A4 page: wider than strokes, narrower than blocks of shade
_EVEN_OUT = 21
# A region darker than this share of the page's own paper is a picture or a stamp, not a shadow.
_DEEPEST_SHADOW = 0.35
_SHINE = 1.12  # times the usual light of the page: from here on paper is not lit but mirrors a lamp
_MOST_GAIN = 3.0

_Reals = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class PaperLight:
    """Hold what blank paper would look like: a small BGR copy of the page, 320 pixels long."""

    small: Pixels

    @classmethod
    def on(cls, page: Frame) -> Self:
        """Estimate the light on a page."""
        scale = min(1.0, _SIDE / max(page.width, page.height))
        small = cv2.resize(page.pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        paper = cv2.dilate(small, np.ones((_WRITING, _WRITING), np.uint8))
        paper = cv2.GaussianBlur(cv2.medianBlur(paper, _EVEN_OUT), (0, 0), 3)
        floor = np.percentile(paper, 90, axis=(0, 1)) * _DEEPEST_SHADOW
        return cls(np.maximum(paper, np.maximum(floor, 1)).astype(np.uint8))

    def evened(self, page: Frame) -> Pixels:
        """Give the page as if white light fell evenly on it: paper 255 in each colour, ink as it is."""
        full = cv2.resize(self.small, (page.width, page.height), interpolation=cv2.INTER_LINEAR)
        return np.asarray(cv2.divide(page.pixels, full, scale=255), np.uint8)

    @property
    def brightness(self) -> _Reals:
        """Give how bright the light is, 1 where it is as usual on this page."""
        gray = cv2.cvtColor(self.small, cv2.COLOR_BGR2GRAY).astype(np.float32)
        return np.asarray(gray / np.median(gray), np.float32)

    @property
    def washed_out(self) -> _Reals:
        """Give by how much a lamp's shine, which lies over ink as over paper, pales ink: 1 or more."""
        return np.asarray(np.clip(self.brightness / _SHINE, 1, _MOST_GAIN), np.float32)

"""A page made ready to be judged: small copies, its writing and its paper, measured once for all judges."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from scanning.brightness import levels
from scanning.frames import Frame, Pixels, fit
from scanning.opencv import cv2
from scanning.page_kind import PageKind, kind_of
from scanning.page_text import Box
from scanning.quad import Quad

PAGE_DPI = 200
CARD_MM = 120.0  # sheets no longer than this are cards
_FINE_SHARE = 0.7  # of a page's resolution: 140 dpi show whether print is legible
_HALF = 0.5
_COARSE_SIDE = 600  # px; 2 px a millimetre of A4 show fingers, reflections and sheets
_STROKE_MM = 1.9  # the widest stroke that counts as writing
_INK = 22  # how much darker than the paper around it a pixel must be to count as writing
_SMUDGE = 15  # px of ``coarse``; lines of writing out of focus are narrower
_SMUDGE_SHARE = 0.07  # of the paper's brightness
_FAINTEST_INK = 9  # ... on a page that is dark as a whole
_INK_SHARE = 0.12  # ... and as a share of the paper's brightness

Mask = NDArray[np.bool_]
Shares = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class GuardedPage:
    """Hold a straightened page as its judges look at it.

    ``fine`` is gray, no finer than the photograph was and than 140 dpi. For each pixel of it ``ink`` tells by
    how much it is darker than the paper around it, and ``written`` whether that is writing. ``coarse`` is
    BGR with 600 pixels along its longer side, ``writing`` the share of writing around each of them.
    ``paper`` is the brightness of the page's paper; ``native`` the photograph's pixels a pixel of the page.
    """

    width: int
    height: int
    fine: Pixels
    coarse: Pixels
    ink: Pixels
    written: Mask
    writing: Shares
    paper: int
    native: float

    @classmethod
    def of(cls, page: Frame, quad: Quad | None) -> Self:
        """Make a page ready; ``quad`` is where its sheet lies in the photograph it was cut out of."""
        native = 1.0 if quad is None else _native(page, quad)
        half = Frame(_scaled(page.pixels, 0.5))
        coarse = fit(half, _COARSE_SIDE).pixels
        share = min(_FINE_SHARE, native)
        fine = _scaled(half.gray(), 2 * share) if share <= _HALF else _scaled(page.gray(), share)
        (paper,) = levels(coarse[..., 1], 0.9)
        ink = _darker_than_around(fine, _STROKE_MM * _per_mm(fine, page.width))
        written = ink > min(_INK, max(_FAINTEST_INK, paper * _INK_SHARE))
        size = coarse.shape[1], coarse.shape[0]
        writing = cv2.resize(written.astype(np.float32), size, interpolation=cv2.INTER_AREA)
        shares = np.asarray(writing, np.float32)
        return cls(page.width, page.height, fine, coarse, ink, written, shares, paper, native)

    @property
    def per_mm(self) -> float:
        """Give the pixels of ``fine`` a millimetre of a sheet of known size."""
        return _per_mm(self.fine, self.width)

    @property
    def coarse_per_mm(self) -> float:
        """Give the pixels of ``coarse`` a millimetre."""
        return _per_mm(self.coarse, self.width)

    @property
    def longer_mm(self) -> float:
        """Give the longer side in millimetres."""
        return max(self.width, self.height) / PAGE_DPI * 25.4

    def is_picture(self) -> bool:
        """Tell a page that is filled by a picture; costs some milliseconds."""
        return self.longer_mm > CARD_MM and kind_of(Frame(self.coarse)) is PageKind.PHOTO

    @property
    def smudged(self) -> Mask:
        """Tell for each pixel of ``coarse`` whether it is darker than what is some millimetres around it."""
        gray = np.asarray(cv2.cvtColor(self.coarse, cv2.COLOR_BGR2GRAY), np.uint8)
        smooth = np.asarray(cv2.GaussianBlur(gray, (0, 0), 1.5), np.uint8)
        return _darker_than_around(smooth, _SMUDGE) > max(_FAINTEST_INK, self.paper * _SMUDGE_SHARE)

    def box(self, mask: Mask) -> Box:
        """Give the box in pixels of the page around what is marked in a mask of any size."""
        down, across = self.height / mask.shape[0], self.width / mask.shape[1]
        rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
        return Box(
            float(columns[0] * across),
            float(rows[0] * down),
            float((columns[-1] + 1) * across),
            float((rows[-1] + 1) * down),
        )


def _native(page: Frame, quad: Quad) -> float:
    top, right, bottom, left = quad.sides
    return max(0.02, ((top + bottom) / page.width + (left + right) / page.height) / 4)


def _per_mm(picture: Pixels, page_width: int) -> float:
    return float(picture.shape[1] / page_width * PAGE_DPI / 25.4)


def _scaled(pixels: Pixels, share: float) -> Pixels:
    """Shrink to no less than half, or enlarge; two pixels become one by their mean."""
    size = max(1, round(pixels.shape[1] * share)), max(1, round(pixels.shape[0] * share))
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_LINEAR), np.uint8)


def _darker_than_around(gray: Pixels, stroke: float) -> Pixels:
    side = max(3, round(stroke) | 1)
    return np.asarray(cv2.morphologyEx(gray, cv2.MORPH_BLACKHAT, np.ones((side, side), np.uint8)), np.uint8)

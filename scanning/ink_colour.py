"""The colours of the ink on a page, told from black print in bad light."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from scanning.frames import Pixels
from scanning.opencv import cv2

_AROUND = 3  # px of a page at 100 dpi: colour is worth less detail than strokes are, and pictures hold less
_FRINGE = 9  # px; the red and blue that lenses draw at the two sides of black letters are even over this
_DARK = 6.0  # gray levels; paler ink has no colour to speak of
# Spread of the colours of ink over its darkness: black print lies below the first, ink above the second.
_BLACK, _COLOURED = 0.15, 0.28
_BLACK_AROUND, _COLOURED_AROUND = 0.12, 0.22  # the same over a fringe's width, where print may lie beside ink
_LEAST_SPREAD = 8.0  # gray levels
_CERTAIN = 22.0  # gray levels of spread that neither grain nor the fringes of letters reach
_RICHER = 1.2  # what pictures lose of an ink's colour between strokes and paper
_STRONGEST = 2.4

_Reals = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class InkColour:
    """Hold how each colour (H×W×3, BGR) shares in the darkness of a page's ink, looked at with 100 dpi.

    It is 1 in each colour for black ink, and about 0 in red and more than 1 in blue and green for red ink.
    ``amount`` is the share of the page that bears ink which is certainly coloured.
    """

    shares: _Reals
    amount: float

    @classmethod
    def of(cls, evened: Pixels) -> Self:
        """Look at a page at 100 dpi whose light was evened."""
        ink = cv2.bitwise_not(evened).astype(np.float32)
        near, wide = _Mixed.over(ink, _AROUND), _Mixed.over(ink, _FRINGE)
        coloured = near.above(_BLACK, _COLOURED) * wide.above(_BLACK_AROUND, _COLOURED_AROUND)
        coloured[near.spread < _LEAST_SPREAD] = 0
        departing = (near.ink / (near.darkness + 1e-3)[..., None] - 1) * (coloured * _RICHER)[..., None]
        amount = float(((near.spread > _CERTAIN) & (coloured == 1)).mean())
        return cls(np.clip(1 + departing, 0, _STRONGEST).astype(np.float32), amount)

    def laid_on(self, darkness: Pixels) -> Pixels:
        """Give a page of any size, on white, whose ink is as dark as said (H×W) and has these colours."""
        size = darkness.shape[1::-1]
        hundredths = np.rint(self.shares * 100).astype(np.uint8)
        shares = cv2.resize(hundredths, size, interpolation=cv2.INTER_LINEAR)
        ink = cv2.multiply(cv2.cvtColor(darkness, cv2.COLOR_GRAY2BGR), shares, scale=0.01)
        return np.asarray(cv2.bitwise_not(ink), np.uint8)


@dataclass(frozen=True, slots=True, eq=False)
class _Mixed:
    """Hold the ink of a page mixed over some pixels, how dark that is and how unlike its colours are."""

    ink: _Reals
    darkness: _Reals
    spread: _Reals

    @classmethod
    def over(cls, ink: _Reals, side: int) -> Self:
        mixed = np.asarray(cv2.blur(ink, (side, side)), np.float32)
        blue, green, red = cv2.split(mixed)
        spread = cv2.max(cv2.max(blue, green), red) - cv2.min(cv2.min(blue, green), red)
        return cls(mixed, np.asarray((blue + green + red) / 3, np.float32), np.asarray(spread, np.float32))

    def above(self, black: float, coloured: float) -> _Reals:
        """Grade places from 0, black, to 1, coloured."""
        share = self.spread / (self.darkness + _DARK)
        return np.asarray(np.clip((share - black) / (coloured - black), 0, 1), np.float32)

"""The colours of the ink on a page, told from black print in bad light."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from scanning.frames import Pixels
from scanning.opencv import cv2

_AROUND = (
    3,
    3,
)  # px of a page at 100 dpi: colour is worth less detail than strokes are, and pictures hold less
_DARK = 6.0  # gray levels; paler ink has no colour to speak of
_BLACK, _COLOURED = 0.15, 0.28  # spread of the colours of ink over its darkness: black print below, ink above
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
        ink = cv2.blur(cv2.bitwise_not(evened), _AROUND).astype(np.float32)
        blue, green, red = cv2.split(ink)
        darkness = (blue + green + red) / 3
        spread = cv2.max(cv2.max(blue, green), red) - cv2.min(cv2.min(blue, green), red)
        coloured = np.clip((spread / (darkness + _DARK) - _BLACK) / (_COLOURED - _BLACK), 0, 1)
        coloured[spread < _LEAST_SPREAD] = 0
        departing = (ink / (darkness + 1e-3)[..., None] - 1) * (coloured * _RICHER)[..., None]
        amount = float(((spread > _CERTAIN) & (coloured == 1)).mean())
        return cls(np.clip(1 + departing, 0, _STRONGEST).astype(np.float32), amount)

    def laid_on(self, darkness: Pixels) -> Pixels:
        """Give a page of any size, on white, whose ink is as dark as said (H×W) and has these colours."""
        size = darkness.shape[1::-1]
        hundredths = np.rint(self.shares * 100).astype(np.uint8)
        shares = cv2.resize(hundredths, size, interpolation=cv2.INTER_LINEAR)
        ink = cv2.multiply(cv2.cvtColor(darkness, cv2.COLOR_GRAY2BGR), shares, scale=0.01)
        return np.asarray(cv2.bitwise_not(ink), np.uint8)

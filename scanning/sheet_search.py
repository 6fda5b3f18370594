"""The supposed sheets of a picture, from all that proposes any, with what speaks for and against each."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from scanning.corner_net import CornerView
from scanning.frames import Pixels
from scanning.opencv import cv2
from scanning.quad import Points
from scanning.sheet_guesses import guess_sheets
from scanning.sheet_outline import traced_curves
from scanning.sheet_view import SheetView, are_sheets, clockwise

_Floats = NDArray[np.float64]

_TRACED = 2  # of the net's guesses, which are too coarse by themselves


@dataclass(frozen=True, slots=True, eq=False)
class SheetSearch:
    """Hold N supposed sheets: corners in pixels of the picture, N×4×2, clockwise, and N×F features."""

    quads: Points
    features: _Floats

    @classmethod
    def of(cls, pixels: Pixels) -> Self:
        """Search a small BGR picture, its longer side about 640 pixels."""
        lab = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_BGR2Lab), np.uint8)
        view, seen = SheetView.of(lab), CornerView.of(pixels)
        coarse = clockwise(seen.guesses())
        coarse = coarse[are_sheets(coarse, view.size)]
        traced = [traced_curves(pixels, quad)[:, 0] for quad in coarse[:_TRACED]]
        fine = np.array(traced, np.float64).reshape(-1, 4, 2)
        quads = np.concatenate([guess_sheets(lab, view), coarse, fine[are_sheets(fine, view.size)]])
        return cls(quads, np.concatenate([view.features(quads), seen.features(quads)], axis=1))

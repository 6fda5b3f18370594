"""The supposed sheets of a picture, from all that proposes any, with what speaks for and against each."""

from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from numpy.typing import NDArray

from scanning.corner_net import CornerView
from scanning.frames import Pixels
from scanning.opencv import cv2
from scanning.quad import Points
from scanning.sheet_guesses import best_at_a_glance, guess_by_regions, guess_sheets
from scanning.sheet_lines import find_lines
from scanning.sheet_outline import traced_curves
from scanning.sheet_shape import shape_features
from scanning.sheet_sides import swapped_sides
from scanning.sheet_step import step_features
from scanning.sheet_view import SheetView, are_sheets, clockwise

_Floats = NDArray[np.float64]

_TRACED = 2  # of the net's guesses, which are too coarse by themselves
_MOST_SWAPPED = 32


@dataclass(frozen=True, slots=True, eq=False)
class SheetSearch:
    """Hold N supposed sheets: corners in pixels of the picture, N×4×2, clockwise, and N×F features.

    ``lines`` (M×4) are the straight edges of the picture, ``view`` and ``seen`` what else it shows.
    """

    quads: Points
    features: _Floats
    lines: _Floats
    view: SheetView
    seen: CornerView

    @classmethod
    def of(cls, pixels: Pixels) -> Self:
        """Search a small BGR picture, its longer side about 640 pixels."""
        lab = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_BGR2Lab), np.uint8)
        view, seen = SheetView.of(lab), CornerView.of(pixels)
        lines = find_lines(lab)
        coarse = clockwise(seen.guesses())
        coarse = coarse[are_sheets(coarse, view.size)]
        fine = np.array([traced_curves(pixels, quad)[:, 0] for quad in coarse[:_TRACED]], np.float64)
        guessed = np.concatenate(
            [guess_sheets(lines, view), guess_by_regions(lab), coarse, fine.reshape(-1, 4, 2)]
        )
        quads = clockwise(guessed)
        quads = quads[are_sheets(quads, view.size)]
        return cls(quads, _features(view, seen, quads), lines, view, seen)

    def swapped(self, best: Points) -> Self:
        """Suppose also that one side of the best quads is rather another line beside it."""
        more = best_at_a_glance(self.view, clockwise(swapped_sides(best, self.lines)), _MOST_SWAPPED)
        if not len(more):
            return self
        features = _features(self.view, self.seen, more)
        return replace(
            self,
            quads=np.concatenate([self.quads, more]),
            features=np.concatenate([self.features, features]),
        )


def _features(view: SheetView, seen: CornerView, quads: Points) -> _Floats:
    parts = (
        view.features(quads),
        step_features(view.lab, quads),
        shape_features(quads, view.size),
        seen.features(quads),
    )
    return np.concatenate(parts, axis=1)

"""The four borders of a sheet, traced along their edges however the paper is bent."""

from dataclasses import dataclass

import numpy as np

from scanning.frames import Frame, Pixels, fit
from scanning.quad import Points, Quad
from scanning.sheet_border import Sides

TRACED_SIDE = 1280  # px; finer pictures show no truer border
_FIRST_REACH = 0.045  # of the sheet's mean side: how far beside the supposed side a bent border may lie
_SECOND_REACH = 0.015  # beside the border found first
_KNOTS = 49  # points of a border
_LEAST_SIDE = 24.0  # px of a side that can be traced


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """Hold the borders of a sheet in frame pixels, N×2 each, clockwise; each ends where the next begins."""

    top: Points
    right: Points
    bottom: Points
    left: Points

    @property
    def borders(self) -> tuple[Points, Points, Points, Points]:
        """Give the borders in order."""
        return self.top, self.right, self.bottom, self.left

    @property
    def quad(self) -> Quad:
        """Give the corners, where the borders meet."""
        a, b, c, d = ((float(border[0, 0]), float(border[0, 1])) for border in self.borders)
        return Quad(a, b, c, d)

    @property
    def bow(self) -> float:
        """Give the largest distance of a border from its chord, as a share of that chord."""
        return max(_bow(border) for border in self.borders)


def trace_outline(frame: Frame, quad: Quad) -> Outline:
    """Trace the borders of the sheet that lies roughly at ``quad``; what is not seen goes on straight."""
    small = fit(frame, TRACED_SIDE)
    scale = frame.width / small.width
    curves = traced_curves(small.pixels, quad.array() / scale) * scale
    top, right, bottom, left = curves
    return Outline(top, right, bottom, left)


def traced_curves(pixels: Pixels, corners: Points) -> Points:
    """Trace the borders (4×N×2) of the sheet of a BGR picture whose corners are roughly known, clockwise."""
    along = np.roll(corners, -1, axis=0) - corners
    mean_side = float(np.linalg.norm(along, axis=1).mean())
    if float(np.linalg.norm(along, axis=1).min()) < _LEAST_SIDE:
        return np.asarray(corners[:, None] + along[:, None] * np.linspace(0, 1, _KNOTS)[:, None], np.float64)
    first = Sides.at(corners).traced(pixels, _FIRST_REACH * mean_side)
    return first.traced(pixels, _SECOND_REACH * mean_side).curves(_KNOTS)


def _bow(border: Points) -> float:
    chord = border[-1] - border[0]
    length = max(float(np.linalg.norm(chord)), 1e-6)
    aside = (border - border[0]) @ np.array([-chord[1], chord[0]]) / length
    return float(np.abs(aside).max()) / length

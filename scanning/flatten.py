"""Flattens a curled sheet between its four traced borders."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from scanning.frames import Frame
from scanning.opencv import cv2
from scanning.page_view import Reals, draw_sheet
from scanning.quad import Points
from scanning.sheet_outline import Outline
from scanning.straighten import FlatSheet

_CURLED = 0.0025  # bow of a border, as a share of its length: 0.7 mm of A4; less is the tracer's own unrest


@dataclass(frozen=True, slots=True, eq=False)
class CurledSheet:
    """Hold a sheet as its corners would show it flat, and how far each border departs from that.

    ``top`` and ``bottom`` (N×2) are departures at even steps from the left, the others from the top,
    where the flat sheet reaches from (0, 0) to (1, 1).
    """

    flat: FlatSheet
    top: Reals
    right: Reals
    bottom: Reals
    left: Reals

    @classmethod
    def within(cls, outline: Outline, frame: Frame) -> Self:
        """See the sheet that has its traced borders at ``outline`` in ``frame``."""
        flat = FlatSheet.at(outline.quad, frame)
        back = np.linalg.inv(flat.lens)
        top, right, bottom, left = (
            _departures(np.asarray(cv2.perspectiveTransform(border[None], back), np.float64)[0])
            for border in (outline.top, outline.right, outline.bottom[::-1], outline.left[::-1])
        )
        return cls(flat, top, right, bottom, left)

    @property
    def size_mm(self) -> tuple[float, float]:
        """Give the sheet's width and height as it lies in the picture."""
        return self.flat.size_mm

    def places(self, across: Reals, down: Reals) -> Points:
        """Give the places in the picture of places on the sheet, see ``SheetShape``.

        A Coons patch: each place departs as the borders beside it do, the nearer the more. The corners depart
        nowhere, so nothing has to be taken off again.
        """
        u = across + (1 - down) * _at(self.top, across, 0) + down * _at(self.bottom, across, 0)
        u += (1 - across) * _at(self.left, down, 0) + across * _at(self.right, down, 0)
        v = down + (1 - down) * _at(self.top, across, 1) + down * _at(self.bottom, across, 1)
        v += (1 - across) * _at(self.left, down, 1) + across * _at(self.right, down, 1)
        return self.flat.places(u, v)


def flatten(frame: Frame, outline: Outline, *, dpi: int = 200) -> Frame:
    """Cut a sheet out and flatten it between its borders; one that does not curl is only straightened."""
    return draw_sheet(frame, shape_within(outline, frame), dpi=dpi)


def shape_within(outline: Outline, frame: Frame) -> FlatSheet | CurledSheet:
    """Tell a sheet that curls from one that lies flat, whose traced borders would only add unrest."""
    if outline.bow < _CURLED:
        return FlatSheet.at(outline.quad, frame)
    return CurledSheet.within(outline, frame)


def _departures(border: Points) -> Reals:
    """Give how far a border departs from the chord between its ends, at even steps of the chord (N×2)."""
    chord = border[-1] - border[0]
    steps = np.linspace(0, 1, len(border))
    along = (border - border[0]) @ chord / (chord @ chord)
    away = border - border[0] - along[:, None] * chord
    order = np.argsort(along)
    return np.stack([np.interp(steps, along[order], away[order, axis]) for axis in (0, 1)], axis=1)


def _at(border: Reals, steps: Reals, axis: int) -> Reals:
    return np.interp(steps, np.linspace(0, 1, len(border)), border[:, axis])

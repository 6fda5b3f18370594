"""Straightens a flat sheet found in a photograph to the size it has in the hand."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from scanning.frames import Frame
from scanning.opencv import cv2
from scanning.page_view import Reals, draw_sheet
from scanning.paper_size import size_mm
from scanning.quad import Points, Quad

_UNIT = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class FlatSheet:
    """Hold the lens (3×3) through which a camera sees a flat sheet, corners (0, 0) to (1, 1)."""

    lens: Reals
    size_mm: tuple[float, float]

    @classmethod
    def at(cls, quad: Quad, frame: Frame) -> Self:
        """See the sheet that has its corners at ``quad`` in ``frame``."""
        lens = cv2.getPerspectiveTransform(_UNIT, quad.array().astype(np.float32))
        return cls(np.asarray(lens, np.float64), size_mm(quad, (frame.width / 2, frame.height / 2)))

    def places(self, across: Reals, down: Reals) -> Points:
        """Give the places in the picture of places on the sheet, see ``SheetShape``."""
        flat = np.stack([across, down], axis=-1)
        return np.asarray(cv2.perspectiveTransform(flat.reshape(1, -1, 2), self.lens), np.float64).reshape(
            flat.shape
        )


def straighten(frame: Frame, quad: Quad, *, dpi: int = 200) -> Frame:
    """Cut the sheet out, seen from straight above; A4 sheets and cards get their true size at ``dpi``."""
    return draw_sheet(frame, FlatSheet.at(quad, frame), dpi=dpi)

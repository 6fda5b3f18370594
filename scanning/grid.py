"""A grid of type of one pitch as it stands in a picture, and its cells cut out straight."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scanning.frames import Pixels
from scanning.opencv import cv2

_Reals = NDArray[np.float64]

CELL_WIDTH, CELL_HEIGHT = 18, 22  # px of a cell as letters are read
_PITCH = 16  # px from letter to letter there: cells overlap a little
_FINEST = 4


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """Hold where rows of letters stand: ``matrix`` (3×3) leads from (column, row) to pixels of the picture.

    Whole numbers are the middles of letters. A cell is ``tall`` rows high.
    """

    matrix: _Reals
    columns: int
    rows: int
    tall: float

    def turned(self) -> "Grid":
        """Give the same grid read upside down."""
        turn = np.array([[-1, 0, self.columns - 1], [0, -1, self.rows - 1], [0, 0, 1]], np.float64)
        return self.after(turn)

    def after(self, change: _Reals) -> "Grid":
        """Give a grid whose columns and rows are first led through ``change`` (3×3)."""
        return Grid(self.matrix @ change, self.columns, self.rows, self.tall)

    def at(self, places: _Reals) -> _Reals:
        """Give the pixels of N×2 places (column, row)."""
        return np.asarray(
            cv2.perspectiveTransform(places[None].astype(np.float64), self.matrix)[0], np.float64
        )

    @property
    def pitch(self) -> float:
        """Give the mean distance from letter to letter in pixels."""
        ends = self.at(np.array([[0, 0], [self.columns - 1, 0]], np.float64))
        return float(np.hypot(*(ends[1] - ends[0]))) / (self.columns - 1)

    def cells(self, gray: Pixels) -> Pixels:
        """Cut the cells out row by row: (rows x columns) x height x width."""
        fine = int(np.clip(round(self.pitch / _PITCH), 1, _FINEST))
        row_height = CELL_HEIGHT / self.tall
        width = _PITCH * (self.columns - 1) + CELL_WIDTH
        height = round(row_height * (self.rows - 1)) + CELL_HEIGHT
        to_strip = np.array(
            [
                [fine * _PITCH, 0, (fine * CELL_WIDTH - 1) / 2],
                [0, fine * row_height, (fine * CELL_HEIGHT - 1) / 2],
                [0, 0, 1],
            ]
        )
        lens = to_strip @ np.linalg.inv(self.matrix)
        flags = cv2.INTER_LINEAR
        strip = cv2.warpPerspective(
            gray, lens, (width * fine, height * fine), flags=flags, borderMode=cv2.BORDER_REPLICATE
        )
        small = np.asarray(cv2.resize(strip, (width, height), interpolation=cv2.INTER_AREA), np.uint8)
        tops = [round(row_height * row) for row in range(self.rows)]
        return np.stack(
            [
                small[top : top + CELL_HEIGHT, _PITCH * at : _PITCH * at + CELL_WIDTH]
                for top in tops
                for at in range(self.columns)
            ]
        )

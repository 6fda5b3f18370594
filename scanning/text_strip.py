"""A line cut out straight for a reader, and where on the page its words then stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from scanning.frames import Pixels
from scanning.line_owners import Labels
from scanning.opencv import cv2
from scanning.page_text import Box, Line, Word
from scanning.text_line import TextLine, bent, unrolled


@dataclass(frozen=True, slots=True)
class StripWord:
    """Hold one word read on a strip: from column ``start`` to before ``end``, and how sure, 0 to 1."""

    text: str
    start: float
    end: float
    sure: float


@dataclass(frozen=True, slots=True, eq=False)
class Strip:
    """Hold a straight gray strip with one line on it, where its own ink is, and the line it shows."""

    gray: Pixels
    ink: NDArray[np.bool_]
    line: TextLine

    @classmethod
    def cut(cls, gray: Pixels, owners: Labels, line: TextLine) -> Self:
        """Cut a line out; the ink of its neighbours becomes paper."""
        owner = unrolled(owners, line)
        own = owner == line.number
        others = cv2.dilate(((owner > 0) & ~own).astype(np.uint8), np.ones((3, 3), np.uint8))
        kept = cv2.dilate(own.astype(np.uint8), np.ones((3, 3), np.uint8))
        shown = unrolled(gray, line)
        return cls(np.where((others > 0) & (kept == 0), np.uint8(255), shown), own, line)

    def place(self, words: Sequence[StripWord]) -> Line:
        """Give the words, at least one, with their boxes on the page."""
        return Line(tuple(Word(word.text, self._box(word.start, word.end), word.sure) for word in words))

    def _box(self, start: float, end: float) -> Box:
        """Give the box of the ink between two columns, or of the strip where there is none."""
        columns = slice(max(0, int(start)), max(int(start), round(end)) + 1)
        rows = np.flatnonzero(self.ink[:, columns].any(axis=1))
        top, bottom = (rows[0], rows[-1] + 1) if len(rows) else (0, len(self.ink))
        left, right = self.line.left + start, self.line.left + end
        heights = bent(self.line.bend, np.array([left, right])) - round(self.line.above)
        return Box(left, float(heights.min() + top), right, float(heights.max() + bottom))

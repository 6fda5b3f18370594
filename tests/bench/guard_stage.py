"""A sheet lying under a camera, to which things happen, and what is known of it all the while."""

from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from bench.guard_papers import PX_PER_MM, Paper
from numpy.random import Generator
from numpy.typing import NDArray

from scanning.frames import Pixels
from scanning.opencv import cv2
from scanning.quality import Complaint

Light = NDArray[np.float32]
Reals = NDArray[np.float64]

_INK = 45  # how much darker than its surroundings writing is on the drawn paper


class Flaw(StrEnum):
    """Name what is staged."""

    NONE = "none"
    BLUR = "blur"
    DARK = "dark"
    BRIGHT = "bright"
    GLARE = "glare"
    FINGER = "finger"
    CUT = "cut"
    SMALL = "small"
    BLANK = "blank"
    DOUBLE = "double"
    SIDE = "side"


@dataclass(slots=True, eq=False)
class Stage:
    """Hold a sheet lying under the camera while light is added up; all arrays are as large as the picture."""

    rng: Generator
    paper: Paper
    corners: Reals
    seen: Light
    on_sheet: Light
    faults: set[Complaint] = field(default_factory=set)
    unsure: set[Complaint] = field(default_factory=set)
    note: str = ""
    cropped: bool = False

    @property
    def size(self) -> tuple[int, int]:
        """Give width and height of the picture."""
        return self.seen.shape[1], self.seen.shape[0]

    @property
    def px_per_mm(self) -> float:
        """Give pixels of the picture a millimetre of the sheet, at most."""
        return float(np.linalg.norm(self.corners[1] - self.corners[0]) / self.paper.size_mm[0])

    def lens(self) -> Reals:
        """Give what leads from millimetres on the sheet to pixels."""
        return lens_of(self.paper.size_mm, self.corners)

    def at(self, x: float, y: float) -> Reals:
        """Give the pixel of a place on the sheet in millimetres."""
        return np.asarray(cv2.perspectiveTransform(np.array([[[x, y]]]), self.lens())[0, 0], np.float64)


def text_area(stage: Stage) -> Light:
    """Give where lines of writing stand on the drawn sheet, as seen by the camera: 0 or 1."""
    ink = _ink(stage.paper.pixels)
    block = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((9, 25), np.uint8))
    lens = stage.lens() @ np.diag([1 / PX_PER_MM, 1 / PX_PER_MM, 1])
    return np.asarray(cv2.warpPerspective(block, lens, stage.size), np.float32)


def _ink(pixels: Pixels) -> Pixels:
    gray = cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY)
    return (cv2.morphologyEx(gray, cv2.MORPH_BLACKHAT, np.ones((21, 21), np.uint8)) > _INK).astype(np.uint8)


def grid(size: tuple[int, int]) -> tuple[Light, Light]:
    """Give rows and columns that spread over a picture when they are added."""
    return np.arange(size[1], dtype=np.float32)[:, None], np.arange(size[0], dtype=np.float32)[None]


def polygon(corners: Reals, size: tuple[int, int]) -> Light:
    cover = np.zeros((size[1], size[0]), np.uint8)
    cv2.fillConvexPoly(cover, np.rint(corners * 16).astype(np.int32), 255, cv2.LINE_AA, 4)
    return cover.astype(np.float32) / np.float32(255)


def lens_of(size_mm: tuple[float, float], corners: Reals) -> Reals:
    width, height = size_mm
    sheet = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    return np.asarray(cv2.getPerspectiveTransform(sheet, corners.astype(np.float32)), np.float64)

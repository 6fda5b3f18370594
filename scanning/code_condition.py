"""What hinders a code in a picture, measured on the code itself in units of its own modules."""

from dataclasses import dataclass
from math import dist
from typing import Self

import numpy as np

from scanning.brightness import levels
from scanning.frames import Frame, Pixels
from scanning.opencv import cv2
from scanning.payload import Corners

USUAL_MODULES = 49  # version 8; the payloads of citizen cards fill versions 7 to 9

_MOST_PX = 3  # px a module of the straightened code; more tell nothing new
_BURNT = 250  # a brightness at which the sensor has hardly any room left
_WHITE_RUN = 4  # modules; a code has no white square as large as this
_QUARTILE_OF_NOISE = 0.3186  # the 25th percentile of |x| for normal noise of deviation 1
_GAIN_OF_MASK = 6.0  # what the noise mask makes of a deviation of 1 (Immerkær 1996)
_NOISE_MASK = np.array([[1, -2, 1], [-2, 4, -2], [1, -2, 1]], np.float32)
_NOISE_REACH = 80  # px
_BLOCKS = 4


@dataclass(frozen=True, slots=True)
class CodeCondition:
    """Hold how a code looks.

    ``modules`` a side; ``module_px``: pixels each is wide. ``white``: brightness of its paper, 0 to 255.
    ``contrast``: white less black. ``evenness``: how far blocks of it differ in brightness, as a share of
    white. ``balance``: where its mean lies between black, 0, and white, 1. ``burnt``: share lost in
    burnt-out spots. ``grain``: the sensor's noise as a share of the contrast. ``direction``: 1 where edges
    run equally in all directions, near 0 where only one is left. ``sharpness``: mean step from module to
    module as a share of the contrast.
    """

    modules: int
    module_px: float
    white: float
    contrast: float
    evenness: float
    balance: float
    burnt: float
    grain: float
    direction: float
    sharpness: float

    @classmethod
    def of(cls, frame: Frame, corners: Corners, modules: int = USUAL_MODULES) -> Self:
        """Measure the code with these corners in frame pixels; costs a millisecond."""
        side = sum(dist(corners[i - 1], corners[i]) for i in range(4)) / 4
        patch = _straightened(frame, corners, round(np.clip(side, modules, _MOST_PX * modules)))
        module = patch.shape[0] / modules
        black, white = levels(patch, 0.1, 0.9)
        contrast = max(1, white - black)
        weaker, stronger = _slopes(patch)
        blocks = cv2.resize(patch, (_BLOCKS, _BLOCKS), interpolation=cv2.INTER_AREA)
        return cls(
            modules=modules,
            module_px=side / modules,
            white=white,
            contrast=contrast,
            evenness=float(blocks.std()) / max(1.0, white),
            balance=(float(patch.mean()) - black) / contrast,
            burnt=_burnt(patch, module),
            grain=noise(frame, corners) / contrast,
            direction=weaker / max(stronger, 1e-6),
            sharpness=float(np.sqrt(weaker + stronger)) * module / contrast,
        )


def _straightened(frame: Frame, corners: Corners, size: int) -> Pixels:
    square = np.array([[0, 0], [size, 0], [size, size], [0, size]], np.float32)
    lens = cv2.getPerspectiveTransform(np.array(corners, np.float32), square)
    return np.asarray(cv2.warpPerspective(frame.pixels, lens, (size, size))[..., 1], np.uint8)


def _slopes(patch: Pixels) -> tuple[float, float]:
    """Give the mean square slope along the direction with the weakest edges, and along the strongest."""
    across, down = (cv2.Sobel(patch, cv2.CV_32F, *way, scale=0.125) for way in ((1, 0), (0, 1)))
    across, down = across[2:-2, 2:-2], down[2:-2, 2:-2]
    mixed = float((across * down).mean())
    tensor = np.array([[float((across**2).mean()), mixed], [mixed, float((down**2).mean())]])
    weaker, stronger = np.linalg.eigvalsh(tensor)
    return max(0.0, float(weaker)), float(stronger)


def _burnt(patch: Pixels, module: float) -> float:
    run = max(3, round(_WHITE_RUN * module))
    spots = cv2.morphologyEx(
        (patch >= _BURNT).astype(np.uint8), cv2.MORPH_OPEN, np.ones((run, run), np.uint8)
    )
    return float(np.asarray(spots).mean())


def noise(frame: Frame, corners: Corners) -> float:
    """Estimate the deviation of the noise around a place; most of it is flat, so a low quartile tells."""
    side = dist(corners[0], corners[2]) / 2**0.5
    x, y = (round(float(value)) for value in np.mean(corners, axis=0))
    reach = round(min(side, _NOISE_REACH))
    around = frame.pixels[max(0, y - reach) : y + reach, max(0, x - reach) : x + reach, 1]
    if not around.size:
        return 0.0
    rough = cv2.convertScaleAbs(cv2.filter2D(np.ascontiguousarray(around), cv2.CV_16S, _NOISE_MASK))
    return levels(np.asarray(rough, np.uint8), 0.25)[0] / _QUARTILE_OF_NOISE / _GAIN_OF_MASK

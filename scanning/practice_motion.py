"""How a hand brings a card: where it is, how it is turned and how blurred, at every moment of a showing."""

from dataclasses import dataclass, replace
from math import exp, pi, sin

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from scanning.opencv import cv2
from scanning.practice_stage import Size

ARRIVES, STAYS, LEAVES = 1.0, 4.0, 0.8  # seconds; a slow machine must find time to read it
_FOCAL = 0.95  # of the frame's width: a webcam that sees 55 degrees


@dataclass(frozen=True, slots=True)
class Pose:
    """Hold where a card stands before the camera.

    ``right`` and ``down`` of the middle in shares of the frame's width, ``scale`` in frame widths a
    millimetre, angles in degrees, ``defocus`` (the blur's sigma) in pixels of a 1280-pixel frame.
    """

    right: float
    down: float
    scale: float
    roll: float
    tilt: tuple[float, float]
    defocus: float

    def lens(self, size: Size) -> NDArray[np.float64]:
        """Give the 3×3 map from millimetres around the card's middle to frame pixels."""
        width, height = size
        focal = _FOCAL * width
        distance = focal / (self.scale * width)
        turn = _turn(self.tilt[0], 0) @ _turn(self.tilt[1], 1) @ _turn(self.roll, 2)
        middle = np.array([self.right * width, self.down * width, focal]) * distance / focal
        camera = np.array([[focal, 0, width / 2], [0, focal, height / 2], [0, 0, 1]])
        return np.asarray(camera @ np.column_stack([turn[:, 0], turn[:, 1], middle]), np.float64)


def resting_pose(rng: Generator) -> Pose:
    """Choose how this official's citizen holds the card: near enough to be read, never quite straight."""
    return Pose(
        right=float(rng.uniform(-0.03, 0.03)),
        down=float(rng.uniform(-0.05, -0.02)),
        scale=float(rng.uniform(0.0066, 0.0073)),
        roll=float(rng.uniform(-7, 7)),
        tilt=(float(rng.uniform(-9, 9)), float(rng.uniform(-9, 9))),
        defocus=float(rng.uniform(0.35, 0.6)),
    )


def pose_at(rest: Pose, seconds: float) -> Pose | None:
    """Give the pose ``seconds`` after the card was asked for, or None when it is not there yet or gone."""
    if seconds < 0 or seconds >= ARRIVES + STAYS + LEAVES:
        return None
    if seconds < ARRIVES:
        return _away(rest, exp(-5.5 * seconds / ARRIVES) * (1 - seconds / ARRIVES) ** 0.5, seconds)
    if seconds < ARRIVES + STAYS:
        return _away(rest, 0, seconds)
    return _away(rest, ((seconds - ARRIVES - STAYS) / LEAVES) ** 2, seconds)


def _away(rest: Pose, share: float, seconds: float) -> Pose:
    """Move a pose by ``share`` of the way out of the picture, and let the hand tremble."""
    tremble = 0.0012 * sin(2 * pi * 1.7 * seconds) + 0.0006 * sin(2 * pi * 4.3 * seconds + 1)
    return replace(
        rest,
        right=rest.right + 0.16 * share + tremble,
        down=rest.down + 0.62 * share + 0.7 * tremble,
        scale=rest.scale * (1 - 0.22 * share),
        roll=rest.roll + 24 * share + 60 * tremble,
        tilt=(rest.tilt[0] + 34 * share, rest.tilt[1] - 16 * share + 300 * tremble),
        defocus=rest.defocus + 5 * share,
    )


def _turn(degrees: float, axis: int) -> NDArray[np.float64]:
    vector = np.zeros(3)
    vector[axis] = np.deg2rad(degrees)
    return np.asarray(cv2.Rodrigues(vector)[0], np.float64)

"""The fixed patterns of a QR symbol as points to hold a picture against."""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from scanning.opencv import cv2
from scanning.symbol_layout import layout

Plane = NDArray[np.float32]

_RIM = 4
_SOFTNESS = 0.7  # modules; how far neighbours shine into a module in an ordinary picture


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """Hold the centres of known modules of one symbol, and what a picture shows there.

    ``points`` are N×2 in modules from the top left corner. ``signs`` sum to nothing and their sizes to one,
    so that they weigh a picture into one figure. ``expected`` is the softened pattern with mean nothing.
    ``pull`` (N×4) says how much each corner moves each point.
    """

    modules: int
    points: Plane
    signs: Plane
    expected: Plane
    pull: Plane


@cache
def pattern(version: int) -> Pattern:
    """Give the pattern of a version."""
    return pattern_of(layout(version).known.astype(np.float32))


def pattern_of(known: Plane) -> Pattern:
    """Give the pattern of all modules that are known: 1 where dark, -1 where light, 0 where not known."""
    modules, there = len(known), known != 0
    rows, columns = np.nonzero(there)
    points = np.stack([columns + 0.5, rows + 0.5], axis=1).astype(np.float32)
    across, down = (points / modules).T
    corners = [(1 - across) * (1 - down), across * (1 - down), across * down, (1 - across) * down]
    expected = _softened(known)[there]
    signs = known[there] - known[there].mean(dtype=np.float32)
    return Pattern(
        modules,
        points,
        np.asarray(signs / np.abs(signs).sum(), np.float32),
        np.asarray(expected - expected.mean(), np.float32),
        np.stack(corners, axis=1).astype(np.float32),
    )


def gram(left: Plane, right: Plane) -> Plane:
    """Give ``left`` turned over, times ``right``.

    By OpenCV: numpy splits even so small a product between threads, which a busy machine pays for dearly.
    """
    nothing = np.zeros((left.shape[1], right.shape[1]), np.float32)
    return np.asarray(cv2.gemm(left, right, 1, nothing, 0, flags=cv2.GEMM_1_T), np.float32)


def _softened(known: Plane) -> Plane:
    with_rim = cv2.copyMakeBorder(known, _RIM, _RIM, _RIM, _RIM, cv2.BORDER_CONSTANT, value=-1.0)
    return np.asarray(cv2.GaussianBlur(with_rim, (0, 0), _SOFTNESS)[_RIM:-_RIM, _RIM:-_RIM], np.float32)

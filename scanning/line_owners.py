"""Says whose each piece of ink is, where lines are so near that marks of one reach into the other."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from scanning.frames import Pixels
from scanning.line_ridges import Ridge
from scanning.opencv import cv2
from scanning.text_line import bent

Labels = NDArray[np.uint16]

# In heights of a letter:
_BODY = 0.5  # ink this near the middle of a line is its own
_REACH = 1.5  # no mark stands farther off
_STEP = 8  # px between the points a bend is drawn by


def own_ink(mask: Pixels, parts: NDArray[np.int32], ridges: Sequence[Ridge], letter: float) -> Labels:
    """Label ink with the number of its line, from 1 in the order of ``ridges``; 0 is nobody's.

    ``parts`` numbers what of the ink hangs together, 0 where there is none.

    What touches one line's middle is that line's as a whole; what touches several is shared out by the nearer
    middle; a mark that touches none goes with the letter that is nearest.
    """
    bodies = _drawn(mask.shape, ridges, letter * _BODY)
    reach = _drawn(mask.shape, ridges, letter * _REACH)
    ink = np.flatnonzero((mask > 0) & (reach > 0))
    owned = _sole_owners(parts, bodies)[parts.ravel()[ink]]
    owned = _shared_out(owned, ink, owned == _SEVERAL, bodies)
    labels = np.zeros(mask.shape, np.uint16)
    labels.ravel()[ink] = owned
    labels.ravel()[ink] = _shared_out(owned, ink, owned == 0, labels)
    return labels


def _shared_out(owned: Labels, ink: NDArray[np.intp], unowned: NDArray[np.bool_], seeds: Labels) -> Labels:
    """Give pixels of ink that are nobody's yet to the line of the nearest seed."""
    if not unowned.any() or not seeds.any():
        return owned
    return np.where(unowned, _nearest(seeds, ink), owned).astype(np.uint16)


_SEVERAL = np.uint16(65535)


def _drawn(shape: tuple[int, ...], ridges: Sequence[Ridge], half: float) -> Labels:
    """Draw each line as a band with its number, the strongest on top."""
    canvas = np.zeros(shape, np.uint16)
    for number in range(len(ridges), 0, -1):
        ridge = ridges[number - 1]
        x = np.arange(ridge.left, ridge.right + _STEP, _STEP, dtype=np.float64)
        points = np.rint(np.stack([x, bent(ridge.bend, x)], axis=1)).astype(np.int32)
        cv2.polylines(canvas, [points], isClosed=False, color=number, thickness=max(1, round(2 * half)))
    return canvas


def _sole_owners(parts: NDArray[np.int32], bodies: Labels) -> Labels:
    """Say for each connected part whose line it touches; _SEVERAL where it touches more than one."""
    touching = (parts > 0) & (bodies > 0)
    part, line = parts[touching], bodies[touching]
    count = int(parts.max()) + 1
    lowest = np.full(count, _SEVERAL, np.uint16)
    highest = np.zeros(count, np.uint16)
    np.minimum.at(lowest, part, line)
    np.maximum.at(highest, part, line)
    return np.where(highest == 0, 0, np.where(lowest == highest, highest, _SEVERAL)).astype(np.uint16)


def _nearest(seeds: Labels, places: NDArray[np.intp]) -> Labels:
    """Give the numbers of the seeds nearest to flat places, told at half the size, which is near enough."""
    height, width = seeds.shape
    even = cv2.copyMakeBorder(seeds, 0, height % 2, 0, width % 2, cv2.BORDER_CONSTANT, value=(0,))
    small = np.maximum(
        np.maximum(even[::2, ::2], even[1::2, ::2]), np.maximum(even[::2, 1::2], even[1::2, 1::2])
    )
    away = np.where(small > 0, np.uint8(0), np.uint8(255))
    _, nearest = cv2.distanceTransformWithLabels(away, cv2.DIST_L2, 3, labelType=cv2.DIST_LABEL_PIXEL)
    planted = np.flatnonzero(small)
    of_seed = np.zeros(len(planted) + 1, np.uint16)
    of_seed[nearest.ravel()[planted]] = small.ravel()[planted]
    down, across = np.divmod(places, width)
    return np.asarray(of_seed[nearest[down // 2, across // 2]], np.uint16)

"""The lines along the sides of supposed sheets, and sheets with one side moved to a line beside it."""

import numpy as np
from numpy.typing import NDArray

from scanning.quad import Points

_Floats = NDArray[np.float64]

_NEAREST, _FARTHEST = 0.008, 0.16  # of a quad's mean side: how far off a line is another side for it


def side_planes(quads: Points) -> _Floats:
    """Give the lines through the sides of N×4×2 quads, N×4×3; side k runs from corner k to the next."""
    ends = np.insert(quads, 2, 1, axis=2)
    return np.asarray(np.cross(ends, np.roll(ends, -1, axis=1)), np.float64)


def swapped_sides(quads: Points, lines: _Floats) -> Points:
    """Move each side of each quad to every line (M×4: both ends) that runs beside it: N×4×2 quads."""
    begin, end = quads, np.roll(quads, -1, axis=1)
    way = lines[:, 2:] - lines[:, :2]
    normal = np.stack([-way[:, 1], way[:, 0]], axis=1)
    normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-9)
    own = (lines[:, :2] * normal).sum(axis=1)
    away = [np.abs(np.einsum("nkd,md->nkm", corners, normal) - own) for corners in (begin, end)]
    side = np.linalg.norm(end - begin, axis=2).mean(axis=1)[:, None, None]
    apart = np.maximum(*away) / np.maximum(side, 1e-6)
    quad, moved, line = np.nonzero((apart > _NEAREST) & (apart < _FARTHEST))
    planes = side_planes(quads)[quad]
    ends = np.insert(lines.reshape(-1, 2, 2), 2, 1, axis=2)
    planes[np.arange(len(quad)), moved] = np.cross(ends[:, 0], ends[:, 1])[line]
    corners = np.cross(np.roll(planes, 1, axis=1), planes)
    depth = np.where(np.abs(corners[..., 2:]) < 1e-6, 1e-6, corners[..., 2:])
    return np.asarray(corners[..., :2] / depth, np.float64)

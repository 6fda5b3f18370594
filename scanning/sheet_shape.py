"""How like a sheet of the A series a supposed sheet is in space, seen by a camera such as desks have."""

import numpy as np
from numpy.typing import NDArray

from scanning.quad import Points
from scanning.sheet_sides import side_planes

_Floats = NDArray[np.float64]

_FOCAL = 0.9  # of the picture's longer side
_A_SERIES = 2**0.5
_UNLIKE, _ASKEW = 0.25, 0.2  # beyond these a shape is just another one, a corner just not right


def shape_features(quads: Points, size: tuple[int, int]) -> _Floats:
    """Tell how far N×4×2 quads are from right angles and from the A series' shape: N×2, 0 to 1."""
    rays = (quads - np.array(size) / 2) / (_FOCAL * max(size))
    sides = side_planes(rays)
    across, down = (np.cross(sides[:, one], sides[:, one + 2]) for one in (0, 1))
    across, down = (
        way / np.maximum(np.linalg.norm(way, axis=1, keepdims=True), 1e-12) for way in (across, down)
    )
    askew = np.abs((across * down).sum(axis=1))
    rays = np.insert(rays, 2, 1, axis=2)
    depth = np.einsum("nkd,nd->nk", rays, np.cross(across, down))
    places = rays / np.where(np.abs(depth) < 1e-6, 1e-6, depth)[..., None]
    lengths = np.linalg.norm(np.roll(places, -1, axis=1) - places, axis=2)
    long = np.abs(np.log((lengths[:, 0] + lengths[:, 2]) / (lengths[:, 1] + lengths[:, 3])))
    unlike = np.abs(long - np.log(_A_SERIES))
    return np.column_stack([np.minimum(askew / _ASKEW, 1), np.minimum(unlike / _UNLIKE, 1)])

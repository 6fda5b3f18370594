"""How clearly the colour steps at the sides of supposed sheets, all along each and more than beside it."""

import numpy as np
from numpy.typing import NDArray

from scanning.quad import Points

_Reals = NDArray[np.float32]
_Floats = NDArray[np.float64]

_STEPS = np.linspace(0.05, 0.95, 14)  # of a side
_ASIDE = np.array([-7.5, -4.5, -1.5, 1.5, 4.5, 7.5])  # px beside it
_CHANNEL_WEIGHTS = np.array([1.0, 1.6, 1.6], np.float32)
_FAINT = 1.5  # a step that noise alone may make


def step_features(lab: _Reals, quads: Points) -> _Floats:
    """Describe the four sides of N×4×2 quads in a picture in Lab by the mean step across each: N×5.

    What is the same all along a side adds up, however faint; writing and noise do not.
    """
    along = np.roll(quads, -1, axis=1) - quads
    length = np.maximum(np.linalg.norm(along, axis=-1, keepdims=True), 1e-6)
    normal = np.stack([-along[..., 1], along[..., 0]], axis=-1) / length
    points = quads[:, :, None, None] + along[:, :, None, None] * _STEPS[:, None]
    points = points + normal[:, :, None, None] * _ASIDE[:, None, None]
    nearest = np.rint(points).astype(np.int64)
    x, y = nearest[..., 0].clip(0, lab.shape[1] - 1), nearest[..., 1].clip(0, lab.shape[0] - 1)
    profile = (lab[y, x] * _CHANNEL_WEIGHTS).mean(axis=3)
    step = np.linalg.norm(np.diff(profile, axis=2), axis=-1)
    own, beside = step[..., 2], np.maximum(step[..., 0], step[..., 4])
    clear = np.sort(own / (own + beside + _FAINT), axis=1)
    strong = np.log1p(own) / 3
    return np.column_stack(
        [clear[:, 0], clear[:, 1], clear.mean(axis=1), strong.min(axis=1), strong.mean(axis=1)]
    )

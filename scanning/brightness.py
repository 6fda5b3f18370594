"""How bright a gray picture is, told quickly enough for live pictures."""

import numpy as np

from scanning.frames import Pixels


def levels(gray: Pixels, *shares: float) -> tuple[int, ...]:
    """Give for each of ``shares``, 0 to 1, the brightness that this share of the pixels does not exceed."""
    counts = np.bincount(gray.ravel(), minlength=256).cumsum()
    return tuple(int(np.searchsorted(counts, share * counts[-1])) for share in shares)

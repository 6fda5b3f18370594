"""Which of many supposed sheets is one: a weighing of what the picture shows of each, learnt on scenes."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

_Floats = NDArray[np.float64]

_DATA = Path(__file__).parent / "data" / "sheet_ranking.npz"


@dataclass(frozen=True, slots=True, eq=False)
class Ranking:
    """Hold what each feature weighs by itself, what it weighs in each of H mixtures, and what these weigh.

    A mixture counts only above zero; ``least`` is how sure one must be of a sheet rather than of none.
    """

    weights: _Floats
    mixing: _Floats
    """F + 1 × H: the last row is added to each mixture."""
    mixed: _Floats
    least: float

    @classmethod
    def load(cls, path: Path = _DATA) -> Self:
        """Load the weights that `tests/bench/train_sheet_ranking.py` wrote."""
        with np.load(path) as file:
            weights, mixing, mixed = (
                file[name].astype(np.float64) for name in ("weights", "mixing", "mixed")
            )
            return cls(weights, mixing, mixed, float(file["least"]))

    def scores(self, features: _Floats) -> _Floats:
        """Score quads by their features (N×F): the highest is the sheet; below zero there is none."""
        mixtures = np.maximum(features @ self.mixing[:-1] + self.mixing[-1], 0)
        return np.asarray(features @ self.weights + mixtures @ self.mixed - self.least, np.float64)


@cache
def ranking() -> Ranking:
    """Give the ranking, loaded once."""
    return Ranking.load()

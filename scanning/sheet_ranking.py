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
    """Hold what each feature weighs, and how sure one must be of a sheet rather than of none."""

    weights: _Floats
    least: float

    @classmethod
    def load(cls, path: Path = _DATA) -> Self:
        """Load the weights that `tests/bench/train_sheet_ranking.py` wrote."""
        with np.load(path) as file:
            return cls(file["weights"].astype(np.float64), float(file["least"]))

    def scores(self, features: _Floats) -> _Floats:
        """Score quads by their features (N×F): the highest is the sheet; below zero there is none."""
        return np.asarray(features @ self.weights - self.least, np.float64)


@cache
def ranking() -> Ranking:
    """Give the ranking, loaded once."""
    return Ranking.load()

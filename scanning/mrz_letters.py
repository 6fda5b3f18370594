"""Letters read cell by cell: a small trained net that knows one alphabet.

`tests/bench/train_letters.py` made the nets in `scanning/data`.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from scanning.frames import Pixels

_Reals = NDArray[np.float32]
_DATA = Path(__file__).parent / "data"
_FLATTEST = 6.0  # gray levels: below, a cell is blank and its noise must not be blown up


@dataclass(frozen=True, slots=True, eq=False)
class LetterNet:
    """Hold a net of one hidden layer: what it reads, and the weights of both layers, biases last.

    Cells come in as ``scanning.grid`` cuts them.
    """

    alphabet: str
    hidden: _Reals
    outer: _Reals

    @classmethod
    def load(cls, name: str) -> Self:
        """Load a net that ships with the program by its name."""
        with np.load(_DATA / f"{name}.npz") as file:
            return cls(
                str(file["alphabet"]), file["hidden"].astype(np.float32), file["outer"].astype(np.float32)
            )

    def shares(self, cells: Pixels) -> _Reals:
        """Say how sure each letter of the alphabet is for each of N cells: N x letters, rows sum to 1."""
        seen = evened(cells)
        inner = np.maximum(seen @ self.hidden[:-1] + self.hidden[-1], 0)
        scores = inner @ self.outer[:-1] + self.outer[-1]
        grown = np.exp(scores - scores.max(axis=1, keepdims=True))
        return np.asarray(grown / grown.sum(axis=1, keepdims=True), np.float32)


def evened(cells: Pixels) -> _Reals:
    """Give N cells as rows of numbers whose mean is 0 and whose spread is 1."""
    flat = cells.reshape(len(cells), -1).astype(np.float32)
    centred = flat - flat.mean(axis=1, keepdims=True)
    return np.asarray(centred / np.maximum(centred.std(axis=1, keepdims=True), _FLATTEST), np.float32)

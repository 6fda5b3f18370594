"""What each module adds to its neighbours' picture, learnt and taken away again, a few times over.

A blurred or moving symbol shows sums of modules. Once the way it sums is known, the neighbours' share can be
subtracted from what is seen, and each module judged by what remains. Judgements become surer from turn to
turn, and with them the knowledge of the sums.
"""

from dataclasses import dataclass

import numpy as np

from scanning.opencv import cv2
from scanning.symbol_grid import Rectified
from scanning.symbol_pattern import Plane, gram

_REACH = 3  # modules an echo reaches on each side: movement over some four modules in one exposure
_WIDTH = 2 * _REACH + 1
_TURNS = 12
_LEARN_EVERY = 3
_CAUTION = 3.0
_FIRST_TRUST, _LAST_TRUST = 1.0, 2.5


@dataclass(frozen=True, slots=True, eq=False)
class _Echoes:
    """Hold how each of a module's samples sums the modules around (WIDTH²), and what it shows of none."""

    shares: tuple[Plane, ...]
    grounds: tuple[float, ...]

    @property
    def strength(self) -> float:
        """Give the sum of all squared shares: what one module adds to the picture in all."""
        return max(1e-6, sum(float((share**2).sum()) for share in self.shares))


def cancel_echoes(rectified: Rectified, soft: Plane, known: Plane) -> Plane:
    """Give soft values with the neighbours' echoes taken away; ``known`` modules are 1 or -1, others 0."""
    size = rectified.modules
    seen = rectified.by_module()
    alive = (~rectified.dead).astype(np.float32)
    guess = np.where(known != 0, known, np.tanh(1.5 * soft)).astype(np.float32)
    judged, echoes = soft, _learnt(guess, seen, alive)
    for turn in range(_TURNS):
        if turn and turn % _LEARN_EVERY == 0:
            echoes = _learnt(guess, seen, alive)
        wide = cv2.copyMakeBorder(guess, *(_REACH,) * 4, cv2.BORDER_CONSTANT, value=-1.0)
        unexplained = np.zeros_like(guess)
        for sample, (share, ground) in enumerate(zip(echoes.shares, echoes.grounds, strict=True)):
            shown = cv2.filter2D(wide, -1, share)[_REACH:-_REACH, _REACH:-_REACH] + ground
            left = (seen[:, sample].reshape(size, size) - shown) * alive
            unexplained += cv2.filter2D(left, -1, share[::-1, ::-1], borderType=cv2.BORDER_CONSTANT)
        judged = guess + unexplained / echoes.strength
        trust = _FIRST_TRUST + (_LAST_TRUST - _FIRST_TRUST) * turn / (_TURNS - 1)
        surer = 0.5 * guess + 0.5 * np.tanh(trust * judged)
        guess = np.where(known != 0, known, surer).astype(np.float32)
    return np.asarray(np.where(rectified.dead, 0, judged), np.float32)


def _learnt(guess: Plane, seen: Plane, alive: Plane) -> _Echoes:
    """Learn from all modules at once how their picture sums them (ridge regression)."""
    around = _neighbours(guess)
    held = np.full(around.shape[1], _CAUTION, np.float32)
    held[-1] = 0.01
    weighted = around * alive.reshape(-1, 1)
    found = np.linalg.solve(gram(weighted, around) + np.diag(held), gram(weighted, seen)).astype(np.float32)
    shares = tuple(np.ascontiguousarray(column.reshape(_WIDTH, _WIDTH)) for column in found[:-1].T)
    return _Echoes(shares, tuple(found[-1].tolist()))


def _neighbours(guess: Plane) -> Plane:
    """Give the neighbours of each module in a row, light beyond the edge, and a one."""
    wide = np.pad(guess, _REACH, constant_values=-1.0)
    windows = np.lib.stride_tricks.sliding_window_view(wide, (_WIDTH, _WIDTH))
    rows = np.empty((guess.size, _WIDTH**2 + 1), np.float32)
    rows[:, :-1] = windows.reshape(guess.size, _WIDTH**2)
    rows[:, -1] = 1
    return rows

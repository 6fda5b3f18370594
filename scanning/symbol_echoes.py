"""What each module adds to its neighbours' picture, learnt and taken away again, a few times over.

A blurred or moving symbol shows sums of modules. Once the way it sums is known, the neighbours' share can be
subtracted from what is seen, and each module judged by what remains. Judgements become surer from turn to
turn, and with them the knowledge of the sums.
"""

import numpy as np
from numpy.typing import NDArray

from scanning.opencv import cv2
from scanning.symbol_grid import Rectified
from scanning.symbol_pattern import Plane

_REACH = 3  # modules an echo reaches on each side: movement over some four modules in one exposure
_WIDTH = 2 * _REACH + 1
_TURNS = 12
_LEARN_EVERY = 3
_CAUTION = 3.0
_FIRST_TRUST, _LAST_TRUST = 1.0, 2.5


def cancel_echoes(rectified: Rectified, soft: Plane, known: Plane) -> Plane:
    """Give soft values with the neighbours' echoes taken away; ``known`` modules are 1 or -1, others 0."""
    seen = rectified.by_module()
    alive = (~rectified.dead.ravel()).astype(np.float32)[:, None]
    guess = np.where(known != 0, known, np.tanh(1.5 * soft)).astype(np.float32)
    judged, echoes = soft, np.zeros((_WIDTH**2 + 1, seen.shape[1]), np.float32)
    for turn in range(_TURNS):
        around = _neighbours(guess)
        if turn % _LEARN_EVERY == 0:
            echoes = _learnt(around, seen, alive)
        unexplained = (seen - around @ echoes) * alive
        judged = guess + _gathered(unexplained @ echoes[:-1].T, len(guess)) / max(
            1e-6, float((echoes[:-1] ** 2).sum())
        )
        trust = _FIRST_TRUST + (_LAST_TRUST - _FIRST_TRUST) * turn / (_TURNS - 1)
        surer = 0.5 * guess + 0.5 * np.tanh(trust * judged)
        guess = np.where(known != 0, known, surer).astype(np.float32)
    return np.asarray(np.where(rectified.dead, 0, judged), np.float32)


def _neighbours(guess: Plane) -> Plane:
    """Give the neighbours of each module in a row, light beyond the edge, and a one."""
    wide = np.pad(guess, _REACH, constant_values=-1.0)
    windows = np.lib.stride_tricks.sliding_window_view(wide, (_WIDTH, _WIDTH))
    rows = windows.reshape(guess.size, _WIDTH**2)
    return np.hstack([rows, np.ones((guess.size, 1), np.float32)])


def _learnt(around: Plane, seen: Plane, alive: NDArray[np.float32]) -> Plane:
    held = np.full(around.shape[1], _CAUTION, np.float32)
    held[-1] = 0.01
    weighted = around * alive
    normal = cv2.gemm(weighted, around, 1, np.diag(held), 1, flags=cv2.GEMM_1_T)
    return np.asarray(np.linalg.solve(normal, weighted.T @ seen), np.float32)


def _gathered(shares: Plane, modules: int) -> Plane:
    """Add up what all places say about each module: the reverse of taking neighbours."""
    total = np.zeros((modules + 2 * _REACH,) * 2, np.float32)
    by_offset = shares.reshape(modules, modules, _WIDTH, _WIDTH)
    for down in range(_WIDTH):
        for across in range(_WIDTH):
            total[down : down + modules, across : across + modules] += by_offset[:, :, down, across]
    return total[_REACH:-_REACH, _REACH:-_REACH]

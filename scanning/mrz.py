"""The machine-readable zone in a frame: three lines of thirty letters, and how sure each is.

The zone is ICAO 9303-5's TD1. What its letters say, and whether their check digits hold, is for others
to judge.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from scanning.frames import Frame, Pixels
from scanning.grid import Grid
from scanning.mrz_letters import LetterNet
from scanning.mrz_zone import COLUMNS, ROWS, find_zones
from scanning.opencv import cv2
from scanning.payload import Corners

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ<"
_DIGITS = "0123456789"
_ANY = _DIGITS + _LETTERS
_DATE = (*[_DIGITS + "<"] * 6, _DIGITS)
_PLACES = (
    *("ACI", *[_LETTERS] * 4, *[_ANY] * 9, _DIGITS + "<", *[_ANY] * 15),
    *(*_DATE, "MF<", *_DATE, *[_LETTERS] * 3, *[_ANY] * 11, _DIGITS),
    *[_LETTERS] * 30,
)
"""What the standard lets stand at each of the ninety places."""

_SURE_ENOUGH = 0.85  # mean sureness of the letters; other signs that stand in such lines stay below 0.8
_AT_ONCE = 0.9  # sureness of the least sure letter; beyond it nothing is to be gained by looking closer
_DOUBTFUL = 0.7
_CORNERS = np.array([[0, 0], [COLUMNS - 1, 0], [COLUMNS - 1, ROWS - 1], [0, ROWS - 1]], np.float32)
_NUDGES = np.array([[0.3, 0], [-0.3, 0], [0, 0.15], [0, -0.15]], np.float32)


@dataclass(frozen=True, slots=True)
class MrzText:
    """Hold three lines of thirty letters, how sure each is (ninety shares of 1), and where they stand."""

    lines: tuple[str, str, str]
    sureness: tuple[float, ...]
    corners: Corners

    @property
    def text(self) -> str:
        """Give the lines as one text."""
        return "\n".join(self.lines)

    @property
    def doubtful(self) -> tuple[int, ...]:
        """Name the places, 0 to 89, whose letter is little more than a guess."""
        return tuple(place for place, sure in enumerate(self.sureness) if sure < _DOUBTFUL)


def read_mrz(
    frame: Frame, *, budget_ms: float = 150, clock: Callable[[], float] = perf_counter
) -> MrzText | None:
    """Read the zone of a card held in any direction; None where there is none, or none that can be read.

    No new place is looked at after ``budget_ms``.
    """
    deadline = clock() + budget_ms / 1000
    gray = frame.gray()
    for zone in find_zones(gray):
        seen = max((_seen(gray, grid) for grid in (zone, zone.turned())), key=lambda seen: seen.mean)
        seen = _closer(gray, seen, lambda: clock() < deadline)
        if seen.mean >= _SURE_ENOUGH:
            return seen.text()
        if clock() >= deadline:
            break
    return None


@dataclass(frozen=True, slots=True, eq=False)
class _Seen:
    """Hold what a grid gave: the letter and its sureness at each place."""

    grid: Grid
    letters: str
    sureness: NDArray[np.float32]

    @property
    def mean(self) -> float:
        return float(self.sureness.mean())

    def text(self) -> MrzText:
        first, second, third = (self.letters[at : at + COLUMNS] for at in range(0, ROWS * COLUMNS, COLUMNS))
        ends = np.array([[-0.5, -0.4], [29.5, -0.4], [29.5, 2.4], [-0.5, 2.4]])
        a, b, c, d = ((float(x), float(y)) for x, y in self.grid.at(ends))
        return MrzText((first, second, third), tuple(map(float, self.sureness)), (a, b, c, d))


@cache
def _net() -> LetterNet:
    return LetterNet.load("ocr_b")


@cache
def _allowed() -> NDArray[np.bool_]:
    alphabet = _net().alphabet
    return np.array([[letter in place for letter in alphabet] for place in _PLACES])


def _seen(gray: Pixels, grid: Grid) -> _Seen:
    shares = _net().shares(grid.cells(gray))
    best = np.argmax(np.where(_allowed(), shares, -1), axis=1)
    letters = "".join(_net().alphabet[at] for at in best)
    return _Seen(grid, letters, shares[np.arange(len(best)), best])


def _closer(gray: Pixels, seen: _Seen, has_time: Callable[[], bool]) -> _Seen:
    """Look again a column beside, then with each corner moved a little, while that makes letters surer."""
    for change in _changes():
        if seen.sureness.min() >= _AT_ONCE or not has_time():
            return seen
        seen = max(seen, _seen(gray, seen.grid.after(change)), key=lambda one: one.mean)
    return seen


def _changes() -> Iterator[NDArray[np.float64]]:
    for columns in (-1, 1):
        yield np.array([[1, 0, columns], [0, 1, 0], [0, 0, 1]], np.float64)
    for corner in range(4):
        for nudge in _NUDGES:
            moved = _CORNERS.copy()
            moved[corner] += nudge
            yield np.asarray(cv2.getPerspectiveTransform(_CORNERS, moved), np.float64)

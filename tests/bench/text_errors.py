"""Counts wrong letters: what was read against what a drawn page says, typed and handwritten apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import normalize

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Passage:
    """Text that stands on one row of a page, written by hand or typed."""

    text: str
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Errors:
    """Wrong letters and letters in all, typed and altogether."""

    typed_wrong: int
    typed: int
    wrong: int
    letters: int

    @property
    def typed_share(self) -> float:
        """Wrong typed letters as a share of all typed ones."""
        return self.typed_wrong / max(1, self.typed)

    @property
    def share(self) -> float:
        """Wrong letters as a share of all."""
        return self.wrong / max(1, self.letters)


def count_errors(truth: Sequence[Passage], read: str) -> Errors:
    """Align what was read with the truth at the least cost; each letter too much counts where it stands."""
    wanted, hand = _spelled(truth)
    got = " ".join(normalize("NFC", read).split())
    wrong_at = _wrong_places(wanted, got)
    typed_wrong = sum(count for count, by_hand in zip(wrong_at, hand, strict=True) if not by_hand)
    return Errors(typed_wrong, hand.count(False), sum(wrong_at), len(wanted))


def _spelled(truth: Sequence[Passage]) -> tuple[str, list[bool]]:
    text, hand = "", list[bool]()
    for passage in truth:
        plain = " ".join(normalize("NFC", passage.text).split())
        piece = f" {plain}" if text else plain
        text += piece
        hand += [passage.by_hand] * len(piece)
    return text, hand


def _wrong_places(wanted: str, got: str) -> list[int]:
    """Say for each wanted letter how many errors an alignment of least cost puts there."""
    steps = _distances(wanted, got)
    wrong = [0] * len(wanted)
    row, column = len(wanted), len(got)
    while row or column:
        here = steps[row, column]
        if row and column and here == steps[row - 1, column - 1] + (wanted[row - 1] != got[column - 1]):
            wrong[row - 1] += int(wanted[row - 1] != got[column - 1])
            row, column = row - 1, column - 1
        elif row and here == steps[row - 1, column] + 1:
            wrong[row - 1] += 1
            row -= 1
        else:
            wrong[max(0, row - 1)] += 1
            column -= 1
    return wrong


def _distances(wanted: str, got: str) -> NDArray[np.int32]:
    """Fill the table of edit distances between all beginnings of both texts."""
    codes = np.array([ord(letter) for letter in got], np.int32)
    along = np.arange(len(got) + 1, dtype=np.int32)
    table = np.empty((len(wanted) + 1, len(got) + 1), np.int32)
    table[0] = along
    for row, letter in enumerate(wanted, 1):
        best = np.minimum(table[row - 1, 1:] + 1, table[row - 1, :-1] + (codes != ord(letter)))
        table[row] = np.minimum.accumulate(np.concatenate(([row], best)) - along) + along
    return table

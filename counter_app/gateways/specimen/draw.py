"""Draws lots: the one source of chance, the same again for the same seed."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeVar

_T = TypeVar("_T")


class Draw:
    """Chance with a seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - invents people, guards nothing

    def one(self, options: Sequence[_T]) -> _T:
        """Take one of the options, each as likely."""
        return options[self._random.randrange(len(options))]

    def weighted(self, weights: Mapping[_T, float]) -> _T:
        """Take one of the keys, as likely as its weight."""
        return self._random.choices(list(weights), list(weights.values()))[0]

    def chance(self, share: float) -> bool:
        """Say yes in this share of cases, 0 to 1."""
        return self._random.random() < share

    def number(self, least: int, most: int) -> int:
        """Take a whole number, both ends included."""
        return self._random.randint(least, most)

    def day(self, first: date, last: date) -> date:
        """Take a day, both ends included."""
        return date.fromordinal(self._random.randint(first.toordinal(), last.toordinal()))

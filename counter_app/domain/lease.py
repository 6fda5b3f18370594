"""Leases of numbers: a stretch of an office's day that the hub has given to this desk alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Lease:
    """Numbers ``first`` to ``last`` of a day; ``next`` is not yet given, and past ``last`` when all are."""

    office_code: str
    day: date
    first: int
    last: int
    next: int

    @property
    def left(self) -> int:
        """How many numbers are still to be given."""
        return self.last - self.next + 1

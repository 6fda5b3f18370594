"""Where a rule comes from, the days it holds, and whether somebody has held it against its source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Status(StrEnum):
    """Whether somebody has held the rule against its source."""

    VERIFIED = "verified"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a rule comes from, and the first and the last day it holds; no last day while none is set."""

    source: str
    effective_from: date
    checked_on: date
    status: Status
    effective_to: date | None = None

    def holds_on(self, day: date) -> bool:
        """Say whether the rule is in force on the day."""
        return self.effective_from <= day and (self.effective_to is None or day <= self.effective_to)

    @property
    def is_verified(self) -> bool:
        """Whether the official may rely on the rule without a look at the source."""
        return self.status is Status.VERIFIED

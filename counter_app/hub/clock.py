"""The hub's clock, by which the time of every signed request is judged."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """Say the moment, in universal time."""


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        """Say the moment."""
        return datetime.now(UTC)  # noqa: TID251 - this is the clock that all others ask


def unix_ms(moment: datetime) -> int:
    """Count the milliseconds since 1970."""
    return int(moment.timestamp() * 1000)

"""What keeps a desk safe by itself: its database read through once a day, then copied."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from counter_app.services.copy_ports import SafeCopy
from counter_app.services.ports import Clock


class Copies(Protocol):
    """The copies of the desk that is open."""

    def was_made_on(self, day: date) -> bool:
        """Whether there is a copy of a day."""

    def make(self) -> SafeCopy:
        """Copy the desk as it stands, and keep no more copies than are wanted.

        Raises DiskFull, SetupError.
        """

    def check(self) -> None:
        """Read every page of the database; raises SetupError where one is damaged."""


class Safekeeping:
    """Sees to the daily copy; every call may take long, beside the desk's own work."""

    def __init__(self, copies: Copies, clock: Clock) -> None:
        self._copies = copies
        self._clock = clock

    def check(self) -> None:
        """Read the whole database, as the opening check of a day does; raises SetupError."""
        self._copies.check()

    def keep(self) -> SafeCopy | None:
        """Make the copy of the day, unless there is one; a damaged database is never copied.

        Raises SetupError and DiskFull.
        """
        if self._copies.was_made_on(self._clock.now().date()):
            return None
        self._copies.check()
        return self._copies.make()

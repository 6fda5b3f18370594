"""The copy of the day: made once, never of a damaged database."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from services.fakes import FixedClock
from services.people import MORNING

from counter_app.errors import SetupError
from counter_app.services.copy_ports import SafeCopy
from counter_app.services.safekeeping import Safekeeping


@dataclass
class ListedCopies:
    """Copies that are only noted down."""

    clock: FixedClock
    is_damaged: bool = False
    made: list[datetime] = field(default_factory=list)

    def was_made_on(self, day: date) -> bool:
        """Look through the list."""
        return any(moment.date() == day for moment in self.made)

    def make(self) -> SafeCopy:
        """Note one more down."""
        self.made.append(self.clock.now())
        return SafeCopy(Path("copies"), self.clock.now(), 1, 0, 0)

    def check(self) -> None:
        """Find the database damaged or not."""
        if self.is_damaged:
            raise SetupError(Path("desk.db"), "damaged")


def test_a_day_has_one_copy_even_where_the_clock_was_ahead() -> None:
    clock = FixedClock(MORNING)
    copies = ListedCopies(clock, made=[MORNING + timedelta(days=9)])
    keeping = Safekeeping(copies, clock)
    assert [bool(keeping.keep()), bool(keeping.keep())] == [True, False]
    clock.move(timedelta(days=1))
    assert keeping.keep()


def test_a_damaged_database_never_pushes_a_good_copy_out() -> None:
    copies = ListedCopies(FixedClock(MORNING), is_damaged=True)
    with pytest.raises(SetupError):
        Safekeeping(copies, copies.clock).keep()
    assert copies.made == []

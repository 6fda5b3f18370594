"""Numbers after a copy of the desk was put back: so far ahead that none is given a second time."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from math import ceil

from counter_app.domain.history import Act, Deed
from counter_app.domain.office import Duty
from counter_app.domain.slip import STATED
from counter_app.services.numbering import series_of
from counter_app.services.ports import Work
from counter_app.services.slip_grounds import slip_series

_DOSSIER_PACE = timedelta(seconds=10)
_SLIP_PACE = timedelta(minutes=1)
"""No counter receives or states more quickly than this for long; a leap is counted by it."""


def go_on_after(work: Work, duty: Duty, *, copied_at: datetime, now: datetime) -> None:
    """Leave out every number that may have been given since the copy was made, and keep that in history.

    What was given since is not known any more. Of each series as many numbers are left out as a desk could
    have given in that time; what the hub leased is given back unused, for some of it may be on papers.
    """
    today = now.date()
    for series in series_of(duty.office):
        work.skip_numbers(series, today, _at_most(_DOSSIER_PACE, today, copied_at, now))
    for kind in STATED:
        series, year = slip_series(duty.office, kind, today)
        work.skip_numbers(series, year, _at_most(_SLIP_PACE, year, copied_at, now))
    work.end_leases()
    act = Act(Deed.RESTORED, "desk", duty.official.sign, now, copied_at.isoformat(timespec="seconds"))
    work.write_history(act)


def _at_most(pace: timedelta, begins: date, copied_at: datetime, now: datetime) -> int:
    """Count what can have been given of a series that began with a day, since the copy was made."""
    since = max(copied_at, datetime.combine(begins, time(), now.tzinfo))
    return max(0, ceil((now - since) / pace)) + 1

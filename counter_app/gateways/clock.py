"""The wall clock of the desk."""

from datetime import datetime, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7))
"""Vietnam's time zone, which has known no summer time since 1975: no tables of zones are needed."""


class SystemClock:
    """The computer's clock, told in Vietnam's time wherever the computer believes to be."""

    def now(self) -> datetime:
        """Say the moment."""
        return datetime.now(VIETNAM)  # noqa: TID251 - this is the clock that all others ask

"""The wall clock of the desk."""

from datetime import datetime

from counter_app.domain.calendar import VIETNAM


class SystemClock:
    """The computer's clock, told in Vietnam's time wherever the computer believes to be."""

    def now(self) -> datetime:
        """Say the moment."""
        return datetime.now(VIETNAM)  # noqa: TID251 - this is the clock that all others ask

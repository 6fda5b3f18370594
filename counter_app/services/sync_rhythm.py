"""When to look for the hub again: at once where something waits, soon where the line was away, later else."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.outbox import pause_after
from counter_app.services.sync import SyncEnd, SyncReport

_PROBE_S = 5.0
"""A line that was away is looked for this often, by one connection and nothing more."""
_IDLE_S = 30.0


@dataclass(frozen=True, slots=True)
class Rhythm:
    """What the last looks came to; ``failures`` counts those in a row that a hub turned down."""

    failures: int = 0
    is_away: bool = False

    def after(self, report: SyncReport) -> Rhythm:
        """Go on from what a run came to."""
        if report.end is SyncEnd.AWAY:
            return Rhythm(is_away=True)
        if report.end in {SyncEnd.BUSY, SyncEnd.REFUSED}:
            return Rhythm(failures=self.failures + 1)
        return Rhythm()

    def pause_s(self, report: SyncReport, chance: float) -> float:
        """Say how many seconds to rest after a run; ``chance`` from 0 to 1 keeps desks apart."""
        if report.end is SyncEnd.AWAY:
            return _PROBE_S * (1 - chance / 2)
        if report.end in {SyncEnd.BUSY, SyncEnd.REFUSED}:
            pause = pause_after(self.failures, chance).total_seconds()
            return max(report.pause_s, pause)
        return _IDLE_S

"""When to look for the hub again: at once where something waits, soon where the line was away, later else."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.outbox import pause_after
from counter_app.services.sync import SyncEnd, SyncReport

_FIRST_PROBE_S, _PROBE_S = 0.5, 5.0
"""A line that was just cut is looked for soon, then less and less often, by a connection and nothing more."""
_SOON_LOOKS = 8
"""So many looks are soon ones: most cuts last a few seconds, and each doubling would idle as long again."""
_MOST_DOUBLINGS = 8
_IDLE_S = 30.0


@dataclass(frozen=True, slots=True)
class Rhythm:
    """What the last looks came to: how many in a row a hub turned down, and how many found nobody."""

    failures: int = 0
    looks: int = 0

    @property
    def is_away(self) -> bool:
        """Whether nobody answered when it was last looked."""
        return self.looks > 0

    def after(self, report: SyncReport) -> Rhythm:
        """Go on from what a run came to."""
        if report.end is SyncEnd.AWAY:
            return Rhythm(looks=self.looks + 1)
        if report.end in {SyncEnd.BUSY, SyncEnd.REFUSED}:
            return Rhythm(failures=self.failures + 1)
        return Rhythm()

    def pause_s(self, report: SyncReport, chance: float) -> float:
        """Say how many seconds to rest after a run; ``chance`` from 0 to 1 keeps desks apart."""
        if report.end is SyncEnd.AWAY:
            pause = min(
                _PROBE_S, _FIRST_PROBE_S * 2.0 ** min(max(self.looks - _SOON_LOOKS, 0), _MOST_DOUBLINGS)
            )
            return pause * (1 - chance / 2)
        if report.end in {SyncEnd.BUSY, SyncEnd.REFUSED}:
            pause = pause_after(self.failures, chance).total_seconds()
            return max(report.pause_s, pause)
        return _IDLE_S

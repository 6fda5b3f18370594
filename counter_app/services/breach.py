"""A breach of personal data: what history tells of it, for the notice that is due within 72 hours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from counter_app.domain.history import LOOKS, Act, Deed
from counter_app.domain.history_check import KeptLine
from counter_app.domain.rights import Right
from counter_app.services.inspection import Inspection, Wholeness
from counter_app.services.permits import require
from counter_app.services.ports import Clock, Store

_AT_A_TIME = 2_000
NOTICE_WITHIN = timedelta(hours=72)
"""Law 91/2025/QH15, Article 23."""


@dataclass(frozen=True, slots=True)
class Breach:
    """What is known of a breach: when it was found, between which moments it happened, and what it was."""

    found_at: datetime
    since: datetime
    until: datetime
    what: str = ""
    consequences: str = ""
    measures: str = ""


@dataclass(frozen=True, slots=True)
class BreachFacts:
    """What history tells of the time of a breach; ``subjects`` counts visits and dossiers looked at."""

    breach: Breach
    looked_up: int
    opened: int
    papers_seen: int
    subjects: int
    officials: int
    odd: int
    wholeness: Wholeness

    @property
    def notify_until(self) -> datetime:
        """The last moment for the notice."""
        return self.breach.found_at + NOTICE_WITHIN


class BreachDrill:
    """Counts what was looked at while a breach went on."""

    def __init__(self, store: Store, inspection: Inspection, clock: Clock) -> None:
        self._store = store
        self._inspection = inspection
        self._clock = clock

    def facts(self, breach: Breach, official_sign: str) -> BreachFacts:
        """Fill what history knows, and keep that the notice was filled."""
        with self._store.work() as work:
            require(work, official_sign, Right.REPORT_BREACH)
        looks = [line for line in self._looks() if breach.since <= line.moment <= breach.until]
        deeds = [line.deed for line in looks]
        odd = [one for one in self._inspection.odd_looks(breach.since) if one.at <= breach.until]
        found = BreachFacts(
            breach,
            deeds.count(Deed.LOOKED_UP) + deeds.count(Deed.LOOKED_UP_FORMER),
            deeds.count(Deed.OPENED),
            deeds.count(Deed.SAW_PAPER),
            len({line.subject for line in looks}),
            len({line.official_sign for line in looks}),
            sum(one.count for one in odd),
            self._inspection.verify(),
        )
        act = Act(Deed.FILLED_BREACH, "breach", official_sign, self._clock.now(), str(len(looks)))
        with self._store.work() as work:
            work.write_history(act)
            work.commit()
        return found

    def _looks(self) -> list[KeptLine]:
        found: list[KeptLine] = []
        after = 0
        with self._store.work() as work:
            while lines := work.history_lines(after, limit=_AT_A_TIME):
                found += [line for line in lines if line.deed in LOOKS and line.is_dated]
                after = lines[-1].number
        return found

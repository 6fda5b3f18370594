"""The population with a copy of those who are expected today, for when the database itself is away."""

from __future__ import annotations

from counter_app.domain.citizen import PopulationRecord
from counter_app.domain.letters import same_name
from counter_app.services.ports import Clock, Found, LookUp, Population, PopulationAway
from counter_app.services.sync_ports import SyncStore


class PopulationWithCopies:
    """Asks the population database first; while it is away, the copies of today's expected people."""

    def __init__(self, population: Population, store: SyncStore, clock: Clock) -> None:
        self._population = population
        self._store = store
        self._clock = clock

    def look_up(self, question: LookUp) -> Found | None:
        """Answer as the port says; a copy says of which moment it is. Raises PopulationAway without one."""
        try:
            return self._population.look_up(question)
        except PopulationAway:
            with self._store.work() as work:
                person = work.expected.find(self._clock.now().date(), question.number)
            if person is None or not _agrees(person.record, question):
                raise
            return Found(person.record, person.as_of, live=False)


def _agrees(record: PopulationRecord, question: LookUp) -> bool:
    return record.born_on == question.born_on and same_name(record.full_name, question.full_name)

"""Answers about invented people as the national population database does about real ones."""

from __future__ import annotations

from collections.abc import Iterable

from counter_app.domain.citizen import PopulationRecord
from counter_app.domain.letters import same_name
from counter_app.services.ports import Clock, Found, LookUp, PopulationAway


class SpecimenPopulation:
    """The training desk's population; it can be sent away, to practise an outage."""

    def __init__(self, records: Iterable[PopulationRecord], clock: Clock, *, away: bool = False) -> None:
        self._records = {number: record for record in records for number in _numbers(record)}
        self._clock = clock
        self._away = away

    @property
    def away(self) -> bool:
        """Whether look-ups fail as if the line were down."""
        return self._away

    def set_away(self, *, away: bool) -> None:
        """Take the line down or put it back."""
        self._away = away

    def put(self, record: PopulationRecord) -> None:
        """Have the register say something else of a person from now on."""
        self._records.update(dict.fromkeys(_numbers(record), record))

    def look_up(self, question: LookUp) -> Found | None:
        """Answer with the record on which number, name and birth date all agree, else None.

        A cancelled number and one of nine digits lead to the same person.
        """
        if self._away:
            raise PopulationAway
        record = self._records.get(question.number)
        if record is None or not _agrees(record, question):
            return None
        return Found(record, self._clock.now(), live=True)


def _numbers(record: PopulationRecord) -> tuple[str, ...]:
    former = (record.former_id,) if record.former_id else ()
    return (record.citizen_id.digits, *record.cancelled_ids, *former)


def _agrees(record: PopulationRecord, question: LookUp) -> bool:
    return record.born_on == question.born_on and same_name(record.full_name, question.full_name)

"""Look-ups in the State's databases: what was found, or what gives the ground to ask for a paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from counter_app.domain.citizen import Person, RecordSource
from counter_app.domain.required_paper import Database


class LookUpOutcome(StrEnum):
    """What a look-up has come to."""

    FOUND = "found"
    NOTHING = "nothing"
    """The database answered that it has nothing."""
    AWAY = "away"
    """The database did not answer."""


@dataclass(frozen=True, slots=True)
class LookUpDone:
    """A look-up done before a paper may be asked for (Resolution 66.7/2025, Article 2).

    ``slot`` names the paper, or nothing where a person was looked up.
    """

    database: Database
    slot: str
    outcome: LookUpOutcome
    at: datetime
    official_sign: str

    @property
    def has_failed(self) -> bool:
        """Whether the paper may be asked for now."""
        return self.outcome is not LookUpOutcome.FOUND


_OUTCOMES = {
    RecordSource.LIVE: LookUpOutcome.FOUND,
    RecordSource.COPY: LookUpOutcome.FOUND,
    RecordSource.NO_RECORD: LookUpOutcome.NOTHING,
    RecordSource.UNREACHABLE: LookUpOutcome.AWAY,
}


def population_outcome(person: Person) -> LookUpOutcome | None:
    """Say what the look-up of a person came to; None where it could not be asked."""
    return _OUTCOMES.get(person.source)

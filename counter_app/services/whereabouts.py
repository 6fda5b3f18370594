"""Where an address of before July 2025 lies today, asked of the shipped tables and of nobody else."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from counter_app.domain.address import AddressToday, Resolution
from counter_app.domain.address_match import AddressMatcher
from counter_app.domain.citizen import Person
from counter_app.services.unit_tables import read_units


class Whereabouts:
    """Looks addresses up; the tables are read when the first address comes, not when the desk opens."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def resolve(self, text: str) -> Resolution:
        """Find what a written address may mean today; raises SetupError where the tables are broken."""
        return self._matcher.resolve(text)

    def residence_of(self, person: Person) -> AddressToday | None:
        """Give the residence in today's units where it is only known in older ones; None where none is told.

        A record in today's two levels needs no look-up, and is the only one that was checked.
        """
        record = person.record
        if record and not record.permanent_residence.district:
            return None
        text = str(record.permanent_residence) if record else person.card.residence
        found = self.resolve(text).today
        return found if found.units else None

    @cached_property
    def _matcher(self) -> AddressMatcher:
        return AddressMatcher(read_units(self._folder))

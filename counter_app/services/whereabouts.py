"""Where an address of before July 2025 lies today, asked of the shipped tables and of nobody else."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from counter_app.domain.address import AddressToday, Resolution
from counter_app.domain.address_completion import AddressCompleter
from counter_app.domain.address_match import AddressMatcher
from counter_app.domain.address_words import AddressWords
from counter_app.domain.citizen import Person
from counter_app.services.unit_tables import read_units

TAKEN_FROM_TABLES = "Ghi theo đơn vị hành chính từ ngày 01/7/2025"
"""What stands beside an answer for which an official has taken today's units over."""


@dataclass(frozen=True, slots=True)
class _Tables:
    """What answers from the tables of one folder."""

    matcher: AddressMatcher
    completer: AddressCompleter


class Whereabouts:
    """Looks addresses up; the tables are read when they are first wanted, and once for each folder."""

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

    def today_of(self, text: str) -> AddressToday | None:
        """Say what a written address is today; None where nothing can be told, or it says that already."""
        found = self.resolve(text)
        written = _spelled(text)
        for candidate in found.candidates:
            commune = candidate.commune
            names = (commune.with_province, f"{commune}, {commune.province.name}")
            if any(f" {written}".endswith(f" {_spelled(name)}") for name in names):
                return None
        return found.today if found.candidates else None

    def complete(self, text: str, *, home: str = "") -> AddressToday:
        """Offer today's units for the end of an address being typed; those of the province ``home`` first."""
        return self._completer.complete(text, home=home)

    def make_ready(self) -> None:
        """Read the tables now, so that the first key does not wait for them; raises SetupError."""
        self.resolve("")
        self.complete("")

    @property
    def _matcher(self) -> AddressMatcher:
        return _tables_in(self._folder).matcher

    @property
    def _completer(self) -> AddressCompleter:
        return _tables_in(self._folder).completer


@lru_cache(maxsize=1)
def _tables_in(folder: Path) -> _Tables:
    table = read_units(folder)
    communes = (commune for of in table.communes_of.values() for commune in of)
    return _Tables(AddressMatcher(table), AddressCompleter(communes))


def _spelled(text: str) -> str:
    return " ".join(word.spelling for word in AddressWords(text).words)

"""Finds whom a lesson sends to the desk: somebody of the cast, of their household, or a training number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from counter_app.domain.citizen import PopulationRecord
from counter_app.domain.lesson import Guest
from counter_app.gateways.specimen.words import SpecimenWords


class Guests:
    """The people of an invented town, as they are ``today``, by what lessons call them."""

    def __init__(self, population: Iterable[PopulationRecord], source: SpecimenWords, today: date) -> None:
        self.today = today
        self._by_number: Mapping[str, PopulationRecord] = {
            one.citizen_id.digits: one for one in population if one.citizen_id
        }
        self._roles = {member.role: member.citizen_id.digits for member in source.cast}

    def find(self, guest: Guest) -> PopulationRecord | None:
        """Give the record of a guest; None where nobody of this town is meant."""
        record = self._by_number.get(self._roles.get(guest.cast, guest.cast))
        if record is None or not guest.kin:
            return record
        named = (one.citizen_id for one in record.household.members if one.kinship == guest.kin)
        number = next((number for number in named if number), None)
        return self._by_number.get(number.digits) if number else None

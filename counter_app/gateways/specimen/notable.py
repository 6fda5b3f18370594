"""Names the people of the cast, each of whom shows one thing that a counter meets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counter_app.domain.citizen import PopulationRecord
from counter_app.domain.citizen_id import CitizenId
from counter_app.gateways.specimen.words import SpecimenWords


@dataclass(frozen=True, slots=True)
class Notables:
    """The cast by role.

    ``card_outdated`` moved, and her name is spelt otherwise, since her card was issued; ``tone_variant`` has
    the tone mark elsewhere on card and in record; of ``units_renamed`` only the commune's name changed.
    ``new_father``, ``new_mother`` and ``new_born`` are one family, the child without a card.
    """

    year_only_elder: PopulationRecord
    one_word_name: PopulationRecord
    long_name: PopulationRecord
    mong: PopulationRecord
    ede: PopulationRecord
    cham: PopulationRecord
    khmer: PopulationRecord
    born_abroad: PopulationRecord
    card_outdated: PopulationRecord
    card_expired: PopulationRecord
    deceased: PopulationRecord
    tone_variant: PopulationRecord
    number_cancelled: PopulationRecord
    sex_corrected: PopulationRecord
    units_renamed: PopulationRecord
    new_father: PopulationRecord
    new_mother: PopulationRecord
    new_born: PopulationRecord


def notable(population: Sequence[PopulationRecord], source: SpecimenWords) -> Notables:
    """Find the cast in a population that was invented from these words."""
    by_number: dict[CitizenId | None, PopulationRecord] = {one.citizen_id: one for one in population}
    roles = {member.role: by_number[member.citizen_id] for member in source.cast}
    mother, child = (by_number[one.citizen_id] for one in roles["new_father"].household.members)
    return Notables(**roles, new_mother=mother, new_born=child)

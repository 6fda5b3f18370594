"""From an address as somebody wrote it, old or new, to the communes of today where it may lie."""

from __future__ import annotations

from collections.abc import Sequence

from counter_app.domain.address import Candidate, Resolution
from counter_app.domain.address_readings import AddressReader, Reading
from counter_app.domain.address_words import AddressWords
from counter_app.domain.units import UnitTable

_LONGEST_ADDRESS = 400
_GOOD_ENOUGH, _MOST_ASSUMED = 2, 6


class AddressMatcher:
    """Looks addresses up in the table of units and asks nobody else; equally good readings are all kept."""

    def __init__(self, table: UnitTable) -> None:
        self._reader = AddressReader(table)

    def resolve(self, text: str) -> Resolution:
        """Find what the text may mean today; never one commune where another reading is as good."""
        if len(text) > _LONGEST_ADDRESS:
            return Resolution(text)
        words = AddressWords(text)
        readings = list(self._reader.readings(words))
        turned = words.turned()
        if turned and not any(reading.cost <= _GOOD_ENOUGH for reading in readings):
            backwards = list(self._reader.readings(turned, province_only=True))
            if _least(backwards) < _least(readings):
                words, readings = turned, backwards
        if not readings:
            return Resolution(text)
        best = [reading for reading in readings if reading.rank == _least(readings)]
        is_sure = not any(reading.is_older or reading.cost > _MOST_ASSUMED for reading in best)
        return Resolution(text, words.detail_before(best[0].start), _candidates(best), is_sure)


def _least(readings: Sequence[Reading]) -> tuple[float, int]:
    return min((reading.rank for reading in readings), default=(float("inf"), 0))


def _candidates(readings: Sequence[Reading]) -> tuple[Candidate, ...]:
    """Name each commune once, under the reading that names it first."""
    found: dict[str, Candidate] = {}
    for reading in readings:
        for candidate in reading.candidates:
            found.setdefault(candidate.commune.code, candidate)
    return tuple(found.values())

"""People for service tests: the invented cast, as the practice desk has it."""

from datetime import date, datetime
from functools import cache
from pathlib import Path

from counter_app.domain.calendar import VIETNAM
from counter_app.domain.card_payload import read_card
from counter_app.domain.citizen import CitizenCard, Person, PopulationRecord, RecordSource
from counter_app.gateways.specimen.cards import card_of
from counter_app.gateways.specimen.notable import Notables, notable
from counter_app.gateways.specimen.people import invent_population
from counter_app.gateways.specimen.words import SpecimenWords
from counter_app.gateways.specimen.words_files import read_words

RESOURCES = Path(__file__).parents[2] / "resources"
TODAY = date(2026, 11, 23)
MORNING = datetime(2026, 11, 23, 9, 10, tzinfo=VIETNAM)


@cache
def words() -> SpecimenWords:
    """Read the words once."""
    return read_words(RESOURCES / "specimen")


@cache
def population() -> tuple[PopulationRecord, ...]:
    """Invent the practice desk's people once."""
    return invent_population(words(), today=TODAY)


@cache
def cast() -> Notables:
    """Name the cast."""
    return notable(population(), words())


def shown_card(record: PopulationRecord) -> CitizenCard:
    """Read the card somebody holds."""
    held = card_of(record, words())
    assert held is not None
    return read_card(held.payload)


def at_the_desk(record: PopulationRecord) -> Person:
    """Give somebody who showed their card and whose record was found."""
    return Person(shown_card(record), record, RecordSource.LIVE, MORNING)


def by_card_alone(record: PopulationRecord) -> Person:
    """Give somebody who showed their card while the population database was away."""
    return Person(shown_card(record), None, RecordSource.UNREACHABLE)

"""The words and populations that the specimen tests look at."""

from datetime import date
from pathlib import Path

from counter_app.domain.citizen import CardIssue, PopulationRecord
from counter_app.domain.citizen_id import CitizenId
from counter_app.gateways.specimen.cards import SpecimenCard, card_of
from counter_app.gateways.specimen.people import invent_population
from counter_app.gateways.specimen.words_files import read_words

FOLDER = Path(__file__).parents[2] / "resources" / "specimen"
WORDS = read_words(FOLDER)
TODAY = date(2026, 11, 22)


def town(seed: int = 2026, *, today: date = TODAY, people: int = 320) -> tuple[PopulationRecord, ...]:
    """Invent a population from the shipped words."""
    return invent_population(WORDS, seed=seed, today=today, people=people)


def held(record: PopulationRecord) -> tuple[SpecimenCard, CardIssue]:
    """Give the card of somebody who must hold one, and what the record says of it."""
    card = card_of(record, WORDS)
    assert card is not None
    assert record.card is not None
    return card, record.card


def by_number(records: tuple[PopulationRecord, ...]) -> dict[CitizenId | None, PopulationRecord]:
    """Arrange people by number, so that a relative without one is nobody."""
    return {record.citizen_id: record for record in records}

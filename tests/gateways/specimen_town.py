"""The words and populations that the specimen tests look at."""

from datetime import date
from pathlib import Path

from counter_app.domain.citizen import PopulationRecord
from counter_app.gateways.specimen.people import invent_population
from counter_app.gateways.specimen.words_files import read_words

FOLDER = Path(__file__).parents[2] / "resources" / "specimen"
WORDS = read_words(FOLDER)
TODAY = date(2026, 11, 22)


def town(seed: int = 2026, *, today: date = TODAY, people: int = 320) -> tuple[PopulationRecord, ...]:
    """Invent a population from the shipped words."""
    return invent_population(WORDS, seed=seed, today=today, people=people)

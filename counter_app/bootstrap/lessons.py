"""The lessons that the program ships, or those of another folder, tried on a counter that nobody works at."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_bytes
from tempfile import TemporaryDirectory

from counter_app.bootstrap.desk import RESOURCES
from counter_app.domain.card_payload import read_card
from counter_app.domain.citizen import CitizenCard
from counter_app.domain.lesson import Guest, Lesson
from counter_app.errors import SetupError
from counter_app.gateways.clock import SystemClock
from counter_app.gateways.specimen.cards import card_of
from counter_app.gateways.specimen.desk import specimen_duty
from counter_app.gateways.specimen.guests import Guests
from counter_app.gateways.specimen.people import invent_population
from counter_app.gateways.specimen.population import SpecimenPopulation
from counter_app.gateways.specimen.words_files import read_words
from counter_app.services.bundle_pack import read_bundles, with_bundles
from counter_app.services.calendar_data import read_calendar
from counter_app.services.catalogue import read_procedures
from counter_app.services.drafting import Drafting
from counter_app.services.identify import Identification
from counter_app.services.joining import Joining
from counter_app.services.lesson_check import LessonCheck, TrialCounter
from counter_app.services.lesson_file import read_lesson, read_lessons
from counter_app.services.realm import Realm
from counter_app.services.register import searchable
from counter_app.services.whereabouts import Whereabouts
from counter_app.store.work import DeskStore
from forms.catalogue import read_forms

LESSONS = RESOURCES / "lessons"
_KEY_BYTES = 32


def shipped_lessons(folder: Path | None = None) -> tuple[Lesson, ...]:
    """Read the lessons in the order in which they are taught; raises SetupError."""
    return read_lessons(folder or LESSONS)


def checked_lessons(folder: Path | None = None) -> Iterator[tuple[str, tuple[SetupError, ...]]]:
    """Try each lesson of a folder; give its code with what is wrong with it."""
    with _trial() as check:
        for path in sorted((folder or LESSONS).glob("*.toml")):
            try:
                yield path.stem, tuple(check.faults(read_lesson(path), path))
            except SetupError as fault:
                yield path.stem, (fault,)


@contextmanager
def _trial() -> Iterator[LessonCheck]:
    """Put up a counter for trials, with a store that goes with it."""
    clock, forms = SystemClock(), read_forms(RESOURCES / "forms")
    procedures = read_procedures(RESOURCES / "procedures", forms)
    bundles, _ = read_bundles(RESOURCES / "bundles", forms, procedures)
    procedures = with_bundles(procedures, bundles, forms)
    calendar = read_calendar(RESOURCES / "holidays.toml", RESOURCES / "office_hours.toml")
    words, today = read_words(RESOURCES / "specimen"), clock.now().date()
    records = invent_population(words, today=today)
    guests = Guests(records, words, today)

    def card(guest: Guest) -> CitizenCard | None:
        record = guests.find(guest)
        held = card_of(record, words) if record else None
        return read_card(held.payload) if held else None

    with TemporaryDirectory(prefix="counter-app-") as folder:
        store = DeskStore(Path(folder) / "trial.db", token_bytes(_KEY_BYTES), fold=searchable, clock=clock)
        try:
            population = SpecimenPopulation(records, clock)
            whereabouts, realm = Whereabouts(RESOURCES / "units"), Realm(training=True)
            identification = Identification(population, store, clock, whereabouts, realm=realm)
            counter = TrialCounter(
                identification,
                Joining(identification, store, forms),
                Drafting(store, procedures, forms=forms, clock=clock, calendar=calendar),
                procedures,
                specimen_duty(),
                today,
                lambda away: population.set_away(away=away),
            )
            yield LessonCheck(counter, card)
        finally:
            store.close()

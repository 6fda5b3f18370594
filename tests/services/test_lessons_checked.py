"""Lessons: each that is shipped can be taught, and a faulty one is refused by file, key and right word."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from services.counter import CALENDAR, DUTY, packs
from services.fakes import FakeStore, FixedClock
from services.people import MORNING, RESOURCES, TODAY, population, words

from counter_app.domain.card_payload import read_card
from counter_app.domain.citizen import CitizenCard
from counter_app.domain.lesson import Guest
from counter_app.errors import SetupError
from counter_app.gateways.specimen.cards import card_of
from counter_app.gateways.specimen.guests import Guests
from counter_app.gateways.specimen.population import SpecimenPopulation
from counter_app.services.bundle_pack import read_bundles, with_bundles
from counter_app.services.drafting import Drafting
from counter_app.services.identify import Identification
from counter_app.services.joining import Joining
from counter_app.services.lesson_check import LessonCheck, TrialCounter
from counter_app.services.lesson_file import read_lesson, read_lessons
from counter_app.services.realm import Realm
from counter_app.services.whereabouts import Whereabouts

LESSONS = RESOURCES / "lessons"
RENTED = LESSONS / "02-tam-tru-nha-thue.toml"


@pytest.fixture(scope="module")
def check() -> LessonCheck:
    """Put up a counter for trials, over a store in memory."""
    clock, store, (alone, forms) = FixedClock(MORNING), FakeStore(), packs()
    bundles, _ = read_bundles(RESOURCES / "bundles", forms, alone)
    procedures = with_bundles(alone, bundles, forms)
    people = SpecimenPopulation(population(), clock)
    identification = Identification(
        people, store, clock, Whereabouts(RESOURCES / "units"), realm=Realm(training=True)
    )
    drafting = Drafting(store, procedures, forms=forms, clock=clock, calendar=CALENDAR)
    counter = TrialCounter(
        identification,
        Joining(identification, store, forms),
        drafting,
        procedures,
        DUTY,
        TODAY,
        lambda away: people.set_away(away=away),
    )
    guests = Guests(population(), words(), TODAY)

    def card(guest: Guest) -> CitizenCard | None:
        record = guests.find(guest)
        held = card_of(record, words()) if record else None
        return read_card(held.payload) if held else None

    return LessonCheck(counter, card)


def faults(check: LessonCheck, path: Path) -> Iterator[tuple[str, str, str]]:
    """Try one lesson, also one that cannot even be read."""
    try:
        found = tuple(check.faults(read_lesson(path), path))
    except SetupError as fault:
        found = (fault,)
    yield from ((fault.problem, fault.key, fault.nearest) for fault in found)


def test_every_shipped_lesson_can_be_taught(check: LessonCheck) -> None:
    lessons = read_lessons(LESSONS)
    wrong = {lesson.code: [*faults(check, LESSONS / f"{lesson.code}.toml")] for lesson in lessons}
    assert wrong == {lesson.code: [] for lesson in lessons}
    assert [lesson.number for lesson in lessons] == list(range(1, len(lessons) + 1))
    assert all(lesson.points == 100 for lesson in lessons), "a lesson's points do not make a hundred"


@pytest.mark.parametrize(
    ("right", "wrong", "fault"),
    [
        ('level = "first"', 'level = "frist"', ("not_a_choice", "level", "first")),
        ('code = "lease"', 'code = "lease"\nkind = "x"', ("unknown_key", "steps[4].kind", "")),
        ('drawing = "lease"', 'drawing = "leese"', ("not_a_choice", "papers[1].drawing", "lease")),
        ('about = "lease"\nsays', 'about = "leas"\nsays', ("not_a_choice", "steps[4].about", "lease")),
        ('cast = "ede"', 'cast = "nobody"', ("not_a_choice", "guests[1].cast", "")),
        ('procedure = "1.004194"', 'procedure = "1.004195"', ("not_a_choice", "procedure", "1.004194")),
        ('owner_consent = "sign"\n', "", ("incomplete_example", "answers.owner_consent", "missing")),
        ('address = "Số', 'adress = "Số', ("unknown_field", "answers.adress", "address")),
        ('[[papers]]\nslot = "lease"\ndrawing = "lease"\n', "", ("missing", "papers.lease", "")),
        ('en = "It is for myself only."', 'en = ""', ("missing", "steps[2].says.en", "")),
    ],
)
def test_a_faulty_lesson_is_refused_by_key_and_nearest_right_word(
    check: LessonCheck, tmp_path: Path, right: str, wrong: str, fault: tuple[str, str, str]
) -> None:
    text = RENTED.read_text(encoding="utf-8")
    assert right in text
    path = tmp_path / RENTED.name
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    assert fault in [*faults(check, path)]


def test_each_hint_points_at_a_control_of_the_window() -> None:
    ui = RESOURCES.parent / "counter_app" / "ui"
    source = "\n".join(path.read_text(encoding="utf-8") for path in ui.rglob("*.py"))
    named = set(re.findall(r'"([a-z_]+)"', source))
    begun = set(re.findall(r'f"([a-z_]+_)\{', source))
    hints = {hint.control for one in read_lessons(LESSONS) for step in one.steps for hint in step.hints}
    unknown = {
        control
        for control in hints
        if control.removesuffix("_button") not in named
        and control not in named
        and not any(control.startswith(beginning) for beginning in begun)
    }
    assert not unknown

"""The papers of a lesson, laid down one by one, are what the reader of a real desk takes them for."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from journeys.driver import FONTS
from services.fakes import FakeSealed, FixedClock
from services.people import MORNING, RESOURCES, TODAY, cast, population, words

from counter_app.bootstrap.cards import write_cards_sheet
from counter_app.bootstrap.hall import CardPictures, SpecimenHall, held_cards
from counter_app.bootstrap.lesson_papers import LessonPapers
from counter_app.domain.card_payload import read_card
from counter_app.domain.lesson import CarriedPaper, Condition, Drawing, Guest, Lesson
from counter_app.domain.paper import PageSource
from counter_app.gateways.specimen.guests import Guests
from counter_app.gateways.specimen.population import SpecimenPopulation
from counter_app.services.desk import NotCarried
from counter_app.services.digitise import Digitising
from counter_app.services.lesson_file import read_lesson
from printing.practice_set import draw_practice_set
from printing.preview import page_count, page_picture
from scanning.films import film_frames
from scanning.frames import Frame
from scanning.practice_film import write_film
from scanning.qr import read_codes
from scanning.separators import TRAINING_MARK, codes_on

GUESTS = Guests(population(), words(), TODAY)
RENTED = read_lesson(RESOURCES / "lessons" / "02-tam-tru-nha-thue.toml")


def lesson(*papers: CarriedPaper) -> Lesson:
    """Give the second lesson with these papers."""
    return replace(RENTED, papers=papers)


def test_a_blurred_lease_is_found_blurred_and_the_one_after_it_good() -> None:
    clock = FixedClock(MORNING)
    hall = SpecimenHall((), SpecimenPopulation(population(), clock), GUESTS, FONTS)
    lease = CarriedPaper("lease", Drawing.LEASE)
    hall.carry(lesson(replace(lease, condition=Condition.BLURRED), lease))
    digitising = Digitising(FakeSealed(), clock)
    blurred, good = (digitising.take_frame(hall.sheet("lease"), PageSource.CAMERA) for _ in range(2))
    assert "blurred" in blurred.complaints
    assert good.complaints == ()


def test_papers_name_who_they_are_of_and_an_old_one_is_too_old() -> None:
    guests = (Guest("applicant", "new_father", "spouse"), Guest("father", "new_father"))
    carried = (
        CarriedPaper("lease", Drawing.LEASE, Condition.OF_SOMEBODY_ELSE),
        CarriedPaper("lease", Drawing.LEASE, Condition.EXPIRED),
        CarriedPaper("birth_notice", Drawing.BIRTH_NOTICE),
    )
    papers = LessonPapers(replace(lesson(*carried), guests=guests), GUESTS.find, TODAY)
    mother, father = cast().new_mother, cast().new_father
    strange, old, notice = (papers.lay(slot) for slot in ("lease", "lease", "birth_notice"))
    assert mother.full_name not in {strange.first.full_name, strange.second.full_name}
    assert old.second.full_name == mother.full_name
    assert old.on < TODAY - timedelta(days=366)
    assert (notice.first.full_name, notice.second.full_name) == (mother.full_name, father.full_name)


@pytest.mark.parametrize("slot", ["lease", "ownership"])
def test_what_was_left_at_home_cannot_be_laid_down(slot: str) -> None:
    papers = LessonPapers(lesson(CarriedPaper("lease", Drawing.LEASE, Condition.MISSING)), GUESTS.find, TODAY)
    with pytest.raises(NotCarried) as refused:
        papers.lay(slot)
    assert refused.value.slot == slot


def test_papers_to_print_bear_their_mark_sharply_even_where_the_paper_is_smeared() -> None:
    lease = CarriedPaper("lease", Drawing.LEASE)
    both = lesson(replace(lease, condition=Condition.BLURRED), lease)
    laid = tuple(LessonPapers(both, GUESTS.find, TODAY).all())
    pdf = draw_practice_set(laid, FONTS)
    assert page_count(pdf) == 2
    assert pdf == draw_practice_set(laid, FONTS)
    for number in range(2):
        page = page_picture(pdf, number, dpi=150)
        assert codes_on(Frame.from_rgb(page.width, page.height, page.rgb)) == {TRAINING_MARK}


def test_a_film_of_cards_shows_each_as_a_hand_brings_it(tmp_path: Path) -> None:
    cards = CardPictures(held_cards(population()[:1], words()), FONTS)
    written = write_film(tmp_path / "cards.avi", cards, size=(320, 180))
    frames = [frame.pixels.astype(int) for frame in film_frames(tmp_path / "cards.avi", clock=lambda: 0.0)]
    assert len(frames) == written
    moved = abs(frames[written // 2] - frames[-1]).mean()
    assert moved > 4 * abs(frames[-2] - frames[-1]).mean(), "no card lay there in the middle of the film"


def test_cards_to_cut_out_are_of_true_size_and_read_by_our_own_reader(tmp_path: Path) -> None:
    assert write_cards_sheet(tmp_path / "cards.pdf", 2) == 2
    pdf = (tmp_path / "cards.pdf").read_bytes()
    assert page_count(pdf) == 2, "fronts, and their backs behind them"
    page = page_picture(pdf, 0, dpi=300)
    codes = read_codes(Frame.from_rgb(page.width, page.height, page.rgb), budget_ms=2_000)
    (card,) = [read_card(code.text) for code in codes if code.text]
    assert card.citizen_id == cast().year_only_elder.citizen_id

"""The look-up answers when number, name and birth date agree, and not otherwise."""

import unicodedata
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from gateways.specimen_town import WORDS, town

from counter_app.domain.dates import PartialDate
from counter_app.gateways.specimen.desk import specimen_duty
from counter_app.gateways.specimen.notable import notable
from counter_app.gateways.specimen.population import SpecimenPopulation
from counter_app.services.ports import Found, LookUp, Population, PopulationAway

NOW = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
RECORDS = town()
HOA = notable(RECORDS, WORDS).tone_variant
ASKED = LookUp(HOA.citizen_id.digits, HOA.full_name, HOA.born_on, "reception", "mau")


class StoppedClock:
    """A clock that always says the same."""

    def now(self) -> datetime:
        """Give the moment it stopped at."""
        return NOW


@pytest.fixture
def population() -> SpecimenPopulation:
    return SpecimenPopulation(RECORDS, StoppedClock())


def test_a_question_that_agrees_is_answered_live_and_as_of_now(population: Population) -> None:
    assert population.look_up(ASKED) == Found(HOA, NOW, live=True)


@pytest.mark.parametrize(
    "name",
    [
        "Đỗ Thị Hoà",
        "ĐỖ THỊ HÒA",
        "đỗ thị hoà",
        " Đỗ  Thị Hòa ",
        unicodedata.normalize("NFD", "Đỗ Thị Hòa"),
    ],
)
def test_case_tone_place_and_decomposed_letters_do_not_hinder(population: Population, name: str) -> None:
    assert population.look_up(replace(ASKED, full_name=name)) is not None


@pytest.mark.parametrize("name", ["Đỗ Thị Hoa", "Đỗ Thị Hóa", "Do Thi Hoa", "Đỗ Hòa", "Đỗ Thị Hò a"])
def test_another_name_finds_nobody(population: Population, name: str) -> None:
    assert population.look_up(replace(ASKED, full_name=name)) is None


@pytest.mark.parametrize("born", ["1972-08-27", "1972-08", "1972"])
def test_another_birth_date_finds_nobody(population: Population, born: str) -> None:
    assert population.look_up(replace(ASKED, born_on=PartialDate.from_iso(born))) is None


def test_another_number_finds_nobody(population: Population) -> None:
    assert population.look_up(replace(ASKED, number="000172900099")) is None


def test_a_cancelled_number_leads_to_the_person_who_had_it_and_to_nobody_else(population: Population) -> None:
    changed = notable(RECORDS, WORDS).number_cancelled
    (cancelled,) = changed.cancelled_ids
    asked = LookUp(cancelled, changed.full_name, changed.born_on, "reception", "mau")
    assert population.look_up(asked) == Found(changed, NOW, live=True)
    assert population.look_up(replace(asked, full_name="Đỗ Thị Hòa")) is None


def test_an_apostrophe_of_another_make_does_not_hinder(population: Population) -> None:
    wen = notable(RECORDS, WORDS).ede
    asked = LookUp(wen.citizen_id.digits, "H\u2019Wen Niê Kđăm", wen.born_on, "reception", "mau")
    assert population.look_up(asked) is not None


def test_sent_away_it_answers_nobody_until_it_is_back(population: SpecimenPopulation) -> None:
    population.set_away(away=True)
    assert population.away
    with pytest.raises(PopulationAway):
        population.look_up(ASKED)
    population.set_away(away=False)
    assert population.look_up(ASKED) is not None


def test_it_can_be_away_from_the_start() -> None:
    with pytest.raises(PopulationAway):
        SpecimenPopulation(RECORDS, StoppedClock(), away=True).look_up(ASKED)


def test_the_training_desk_says_that_it_is_one() -> None:
    duty = specimen_duty()
    assert duty.office.training
    assert (duty.office.code, duty.counter, duty.official.full_name) == ("H26.99", "Quầy 3", "Nguyễn Thị Mẫu")

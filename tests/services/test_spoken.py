"""What nobody may be asked for any more is answered at once and cannot become a dossier."""

from dataclasses import replace

import pytest
from services.counter import Counter, binding, packs
from services.people import MORNING, RESOURCES, at_the_desk, by_card_alone, cast

from counter_app.services.calendar_data import read_calendar
from counter_app.services.reception import Reception
from counter_app.services.spoken import NotReceived, spoken_answer

FORMER_NUMBER = "0.000001"
PROCEDURE = packs()[0].on(FORMER_NUMBER, MORNING.date())
CALENDAR = read_calendar(RESOURCES / "holidays.toml", RESOURCES / "office_hours.toml")


def test_the_number_on_the_card_goes_before_the_record() -> None:
    person = at_the_desk(cast().ede)
    on_card = replace(person, card=replace(person.card, former_id="000123456"))
    answer = spoken_answer(PROCEDURE, on_card)
    assert answer is not None
    assert (answer.former_id, answer.from_card) == ("000123456", True)
    assert answer.masked == "••••••456"
    assert "58/2026" in answer.law


def test_a_card_without_it_leaves_the_record_to_tell() -> None:
    person = at_the_desk(cast().ede)
    bare = replace(person, card=replace(person.card, former_id=""))
    answer = spoken_answer(PROCEDURE, bare)
    assert answer is not None
    assert (answer.former_id, answer.from_card) == (cast().ede.former_id, False)
    alone = by_card_alone(cast().ede)
    unknown = spoken_answer(PROCEDURE, replace(alone, card=bare.card))
    assert unknown is not None
    assert (unknown.former_id, unknown.masked) == ("", "")


def test_what_is_received_like_any_other_has_no_spoken_answer() -> None:
    residence = packs()[0].on("1.004194", MORNING.date())
    assert spoken_answer(residence, at_the_desk(cast().ede)) is None


def test_reception_refuses_a_draft_of_it_and_numbers_nothing() -> None:
    counter = Counter()
    sheet = counter.begin(at_the_desk(cast().ede), FORMER_NUMBER, "a")
    reception = Reception(counter.store, binding(counter.clock), CALENDAR, counter.clock)
    with pytest.raises(NotReceived):
        reception.receive(sheet)
    assert counter.store.kept.dossiers == {}
    assert counter.store.kept.numbers == {}

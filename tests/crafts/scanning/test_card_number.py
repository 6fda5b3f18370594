"""A card's printed number is proposed when twelve digits stand alone in a row, and otherwise not."""

import pytest
from crafts.scanning.type_scenes import NUMBER, held, number_card, zone_card

from scanning.card_number import ReadNumber, read_number
from scanning.frames import Frame


def number_in(frame: Frame) -> ReadNumber | None:
    return read_number(frame, budget_ms=60_000)


@pytest.mark.parametrize("roll", [0, 25, 90, 180, 270])
def test_twelve_digits_are_read_however_the_card_is_turned(roll: float) -> None:
    read = number_in(held(number_card(), roll))
    assert read is not None
    assert read.digits == NUMBER
    assert read.sureness > 0.6


@pytest.mark.parametrize("face", ["LiberationSans-Regular", "DejaVuSans"])
def test_other_faces_are_read_as_well(face: str) -> None:
    read = number_in(held(number_card("000384572619", face=face), 4))
    assert read is not None
    assert read.digits == "000384572619"


@pytest.mark.parametrize("other", ["00019900001", "0001990000173", "CONG HOA XA HOI", "15/03/1999"])
def test_anything_but_twelve_digits_is_left_alone(other: str) -> None:
    assert number_in(held(number_card(other), 0)) is None


def test_a_number_that_makes_sense_upside_down_is_not_guessed_at() -> None:
    assert number_in(held(number_card("000689000986"), 0)) is None


def test_the_rows_of_a_zone_are_no_number() -> None:
    assert number_in(held(zone_card(), 0)) is None

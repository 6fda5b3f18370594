"""A zone is read letter by letter, however the card is held, and nothing else is taken for one."""

from collections.abc import Iterator

import numpy as np
import pytest
from crafts.scanning.scanning_scenes import sheet
from crafts.scanning.type_scenes import ZONE, held, number_card, zone_card

from scanning.frames import Frame, fit
from scanning.mrz import read_mrz

PATIENT = 60_000  # ms


@pytest.mark.parametrize("roll", [0, 37, 90, 180, 200, 270])
def test_a_zone_is_read_letter_by_letter_however_the_card_is_turned(roll: float) -> None:
    read = read_mrz(held(zone_card(), roll), budget_ms=PATIENT)
    assert read is not None
    assert read.lines == ZONE
    assert read.text == "\n".join(ZONE)


@pytest.mark.parametrize("tilt", [(24, 0), (-24, 10), (0, 24), (15, -20)])
def test_a_leaning_card_is_read(tilt: tuple[float, float]) -> None:
    read = read_mrz(held(zone_card(), 12, tilt=tilt), budget_ms=PATIENT)
    assert read is not None
    assert read.lines == ZONE


def test_letters_of_nine_pixels_are_enough() -> None:
    read = read_mrz(held(zone_card(), 5, px_a_mm=3.5), budget_ms=PATIENT)
    assert read is not None
    assert read.lines == ZONE


def test_every_letter_of_the_alphabet_is_told_apart() -> None:
    lines = (
        "IDVNM0123456789<BCDEFGHJKLOPQR",
        "0123456M7890123VNM<STUWXYZAEI5",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ<<BD",
    )
    read = read_mrz(held(zone_card(lines), -8), budget_ms=PATIENT)
    assert read is not None
    assert read.lines == lines


def test_corners_follow_the_card_from_the_first_letter_clockwise() -> None:
    upright = read_mrz(held(zone_card(), 0), budget_ms=PATIENT)
    turned = read_mrz(held(zone_card(), 180), budget_ms=PATIENT)
    assert upright is not None
    assert turned is not None
    assert upright.corners[0][0] < upright.corners[1][0]
    assert turned.corners[0][0] > turned.corners[1][0]
    assert upright.corners[0][1] < upright.corners[3][1]


def test_what_a_thumb_covers_is_said_to_be_doubtful_and_the_rest_is_read() -> None:
    read = read_mrz(held(zone_card(thumb=True), 3), budget_ms=PATIENT)
    assert read is not None
    assert read.lines[:2] == ZONE[:2]
    assert any(60 <= place < 90 for place in read.doubtful)
    assert all(place >= 60 for place in read.doubtful)


def test_what_is_no_zone_is_not_read_as_one() -> None:
    noise = np.random.default_rng(4).integers(0, 256, (360, 640, 3)).astype(np.uint8)
    for frame in (
        held(number_card(), 20),
        fit(sheet(), 1280),
        Frame(noise),
        Frame(np.zeros((16, 16, 3), np.uint8)),
    ):
        assert read_mrz(frame, budget_ms=PATIENT) is None


def test_three_lines_of_thirty_other_signs_are_not_read_as_letters() -> None:
    assert read_mrz(held(zone_card(("bdhk#%" * 5,) * 3), 0), budget_ms=PATIENT) is None


def test_half_a_zone_is_not_read() -> None:
    card = zone_card().copy()
    card[:, card.shape[1] // 2 :] = 225
    assert read_mrz(held(card, 0), budget_ms=PATIENT) is None


def test_without_time_left_no_second_look_is_taken() -> None:
    moments: Iterator[int] = iter(range(1000))
    read = read_mrz(held(zone_card(), 0), budget_ms=0, clock=lambda: next(moments))
    assert read is not None
    assert next(moments) < 5

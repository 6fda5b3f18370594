"""A part of a picture is cut out upright, however it stands, and never larger than can be shown."""

import numpy as np
import pytest
from crafts.scanning.type_scenes import held, number_card

from scanning.card_number import read_number
from scanning.cut_out import cut_out
from scanning.frames import Frame


@pytest.mark.parametrize("roll", [0, 40, 180])
def test_digits_that_stand_at_a_slant_are_cut_out_upright(roll: float) -> None:
    frame = held(number_card(), roll)
    read = read_number(frame, budget_ms=60_000)
    assert read is not None
    strip = cut_out(frame, read.corners)
    again = read_number(Frame(np.pad(strip.pixels, ((60, 60), (60, 60), (0, 0)), "edge")), budget_ms=60_000)
    assert again is not None
    assert again.digits == read.digits
    (left, top), (right, beside), *_ = again.corners
    assert right > left
    assert abs(beside - top) < 0.05 * (right - left)


def test_corners_far_apart_or_all_in_one_place_give_a_picture_of_sane_size() -> None:
    frame = Frame(np.full((40, 60, 3), 90, np.uint8))
    wide = cut_out(frame, ((-90_000, 0), (90_000, 0), (90_000, 9_000), (-90_000, 9_000)))
    assert (wide.width < 1300, wide.height < 200) == (True, True)
    spot = cut_out(frame, ((5, 5), (5, 5), (5, 5), (5, 5)))
    assert spot.width * spot.height > 0

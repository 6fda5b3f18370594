"""A page is turned upright by its writing, and left alone where that does not tell."""

import numpy as np
import pytest
from crafts.scanning.written_pages import tilted, turned, written_page

from scanning.deskew import skew
from scanning.frames import Frame
from scanning.orientation import orientation, upright_turns


@pytest.mark.parametrize("lain", range(4))
def test_a_page_of_print_is_turned_upright_from_wherever_it_lies(lain: int) -> None:
    found = orientation(turned(written_page(), lain))
    assert (found.turns + lain) % 4 == 0
    assert found.sure > 0.8


@pytest.mark.parametrize("lain", range(4))
def test_a_few_degrees_of_tilt_do_not_turn_a_page(lain: int) -> None:
    assert (upright_turns(turned(tilted(written_page(), 4), lain)) + lain) % 4 == 0


@pytest.mark.parametrize("gray", [40, 128, 250])
def test_a_blank_page_turns_nowhere_and_is_sure_of_nothing(gray: int) -> None:
    grain = np.random.default_rng(1).normal(gray, 3, (900, 640, 3))
    blank = Frame(np.clip(grain, 0, 255).astype(np.uint8))
    assert orientation(blank).sure == 0
    assert upright_turns(blank) == 0
    assert skew(blank) == 0


@pytest.mark.parametrize("size", [(16, 16), (16, 4000), (3000, 17)])
def test_pictures_of_any_shape_are_taken(size: tuple[int, int]) -> None:
    noise = np.random.default_rng(2).integers(0, 255, (*size, 3)).astype(np.uint8)
    assert upright_turns(Frame(noise)) in range(4)
    assert abs(skew(Frame(noise))) < 7


@pytest.mark.parametrize("degrees", [-5.2, -0.13, 0.0, 0.7, 3.4])
def test_the_fall_of_the_lines_is_measured_to_hundredths_of_a_degree(degrees: float) -> None:
    assert skew(tilted(written_page(), degrees)) == pytest.approx(degrees, abs=0.02)

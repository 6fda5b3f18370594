"""Papers to practise digitising with."""

from dataclasses import replace

import numpy as np
import pytest
from crafts.printing.paper_reading import all_words, read_pages, squeezed

from printing.fonts import Fonts
from printing.practice_paper import LANDLADY, TENANT, PracticeKind, draw_practice_paper
from printing.preview import page_picture
from printing.sheet import TRAINING_WORDS


@pytest.mark.parametrize("kind", ["lease", "birth_notice"])
def test_a_practice_paper_is_one_page_marked_and_names_its_people(fonts: Fonts, kind: PracticeKind) -> None:
    child_bearer = replace(LANDLADY, full_name="Hoàng Thị Phương Uyên Nguyễn Ngọc Quỳnh Tương Đà")
    (page,) = read_pages(draw_practice_paper(kind, fonts=fonts, first=child_bearer))
    shown = squeezed(page.words)
    for words in (TRAINING_WORDS, child_bearer.full_name, child_bearer.citizen_id, TENANT.full_name):
        assert squeezed(words) in shown


@pytest.mark.parametrize("kind", ["lease", "birth_notice"])
def test_stamp_and_signature_are_red_and_blue_ink(fonts: Fonts, kind: PracticeKind) -> None:
    picture = page_picture(draw_practice_paper(kind, fonts=fonts), dpi=72)
    pixels = np.frombuffer(picture.rgb, np.uint8).reshape(-1, 3).astype(int)
    red, green, blue = pixels.T
    assert ((red > 180) & (green < 100) & (blue < 110)).sum() > 100
    assert ((blue > 130) & (red < 110)).sum() > 50


def test_the_seed_varies_the_paper_and_nothing_else_does(fonts: Fonts) -> None:
    assert draw_practice_paper("lease", fonts=fonts, seed=3) == draw_practice_paper(
        "lease", fonts=fonts, seed=3
    )
    assert all_words(draw_practice_paper("lease", fonts=fonts, seed=3)) != all_words(
        draw_practice_paper("lease", fonts=fonts, seed=4)
    )

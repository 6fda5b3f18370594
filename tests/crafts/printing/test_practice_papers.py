"""Papers to practise digitising with."""

from dataclasses import replace

import numpy as np
import pytest
from crafts.printing.paper_reading import all_words, read_pages, squeezed

from printing.fonts import Fonts
from printing.practice_paper import PRACTICE_PAPERS, PracticeKind, draw_practice_paper
from printing.practice_words import LANDLADY
from printing.preview import page_picture
from printing.sheet import TRAINING_WORDS

LONG = replace(
    LANDLADY,
    full_name="Công Tằng Tôn Nữ Hoàng Thanh Phương Khánh Huyền Trang Tường Vi",
    residence="Số 198/45/12 Đường Nguyễn Thị Minh Khai nối dài, phường Sài Gòn, Thành phố Hồ Chí Minh",
)


@pytest.mark.parametrize("kind", PRACTICE_PAPERS)
def test_a_practice_paper_is_one_page_marked_and_names_its_person(fonts: Fonts, kind: PracticeKind) -> None:
    (page,) = read_pages(draw_practice_paper(kind, fonts=fonts, first=LONG, second=LONG))
    shown = squeezed(page.words)
    for words in (TRAINING_WORDS, "SPECIMEN", LONG.full_name, LONG.citizen_id):
        assert squeezed(words) in shown
    assert squeezed(PRACTICE_PAPERS[kind][0]).casefold()[:10] in shown.casefold()


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

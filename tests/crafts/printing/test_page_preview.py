"""Pages of a PDF as pictures."""

import pytest

from printing.errors import UnreadablePdf
from printing.fonts import Fonts
from printing.practice_paper import draw_practice_paper
from printing.preview import page_count, page_picture


def test_an_a4_page_at_100_dpi_has_its_pixels_and_shows_the_amber_frame(fonts: Fonts) -> None:
    pdf = draw_practice_paper("lease", fonts=fonts)
    picture = page_picture(pdf, dpi=100)
    assert (picture.width, picture.height) == (827, 1170)
    assert len(picture.rgb) == picture.width * picture.height * 3
    assert picture.rgb[:3] == b"\xff\xff\xff"
    middle_left = (picture.height // 2 * picture.width + 24) * 3
    red, green, blue = picture.rgb[middle_left : middle_left + 3]
    assert red > green > blue


@pytest.mark.parametrize("rubbish", [b"", b"no PDF", b"%PDF-1.7\n%%EOF"])
def test_what_is_no_pdf_is_refused(rubbish: bytes) -> None:
    with pytest.raises(UnreadablePdf):
        page_count(rubbish)


def test_a_page_that_is_not_there_is_refused(fonts: Fonts) -> None:
    pdf = draw_practice_paper("birth_notice", fonts=fonts)
    assert page_count(pdf) == 1
    for page in (1, -1):
        with pytest.raises(UnreadablePdf):
            page_picture(pdf, page)


def test_a_page_too_large_to_paint_is_refused(fonts: Fonts) -> None:
    with pytest.raises(UnreadablePdf):
        page_picture(draw_practice_paper("lease", fonts=fonts), dpi=2000)

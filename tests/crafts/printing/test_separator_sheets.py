"""Cover and separator sheets for a scanner's stack."""

from dataclasses import replace

import numpy as np
import pytest
import zxingcpp
from crafts.printing.paper_reading import read_pages, squeezed

from printing.fonts import Fonts
from printing.preview import page_picture
from printing.samples import DRAWN_AT, SEPARATORS, STACK_COVER
from printing.separator_sheet import draw_stack_sheets
from printing.sheet import Marks


def drawn(fonts: Fonts, *, training: bool = True) -> bytes:
    return draw_stack_sheets(
        SEPARATORS, cover=STACK_COVER, fonts=fonts, marks=Marks(training=training), created_at=DRAWN_AT
    )


@pytest.mark.parametrize("training", [True, False])
def test_every_sheet_says_in_words_and_in_its_code_what_follows(fonts: Fonts, *, training: bool) -> None:
    pdf = drawn(fonts, training=training)
    pages = read_pages(pdf)
    said = [(STACK_COVER.procedure, STACK_COVER.payload)]
    said += [(words.name, words.payload) for words in SEPARATORS]
    assert len(pages) == len(said)
    for number, (words, payload) in enumerate(said):
        assert squeezed(words) in squeezed(pages[number].words)
        assert [code.text for code in codes(pdf, number, dpi=50)] == [payload]


def test_the_longest_name_stays_on_its_sheet(fonts: Fonts) -> None:
    name = "Giấy tờ, tài liệu chứng minh quan hệ nhân thân và việc đồng ý cho đăng ký vào cùng hộ " * 2
    pdf = draw_stack_sheets(
        [replace(SEPARATORS[0], name=name)], fonts=fonts, marks=Marks(), created_at=DRAWN_AT
    )
    [page] = read_pages(pdf)
    width, height = page.size
    assert page.boxes[:, 0].min() > 0
    assert page.boxes[:, 2].max() < width
    assert page.boxes[:, 1].min() > 0
    assert page.boxes[:, 3].max() < height


def test_the_same_words_give_the_same_bytes(fonts: Fonts) -> None:
    assert drawn(fonts) == drawn(fonts)


def codes(pdf: bytes, page: int, *, dpi: int) -> list[zxingcpp.Barcode]:
    picture = page_picture(pdf, page, dpi=dpi)
    return zxingcpp.read_barcodes(
        np.frombuffer(picture.rgb, np.uint8).reshape(picture.height, picture.width, 3)
    )

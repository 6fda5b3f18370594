"""The tear-off as an 80 mm printer gets it: its dots are read back from the captured bytes, and looked at."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
import tesserocr
import zxingcpp
from crafts.printing.long_words import stretched
from crafts.printing.paper_reading import (
    all_words,
    overlapping_letters,
    read_pages,
    squeezed,
    vietnamese_letters,
)
from crafts.printing.paper_roll import PaperRoll
from numpy.typing import NDArray
from pikepdf import pdfa
from PIL import Image
from pyzbar import pyzbar

from printing.acknowledgement import draw_acknowledgement
from printing.citizen_samples import TEAR_OFF
from printing.code_blocks import BesideCode
from printing.errors import TooWideForSlip
from printing.fonts import Fonts
from printing.pieces import TypeScale
from printing.preview import page_picture
from printing.samples import ACKNOWLEDGEMENT, CLAIM, DRAWN_AT
from printing.sheet import TRAINING_WORDS, VOID_WORDS, Format, Imprint, Margins, Marks, PaperSize, Sheet
from printing.tear_off import TearOffLine, TearOffWords, draw_tear_off
from printing.thermal import DOTS, thermal_bytes

TESSDATA = Path(__file__).parents[3] / "scanning" / "data" / "tessdata"


def on_paper(words: TearOffWords, fonts: Fonts, marks: Marks | None = None) -> NDArray[np.uint8]:
    """Print a tear-off and look at the one piece of paper: grey values."""
    pdf = draw_tear_off(words, fonts=fonts, marks=marks or Marks(), created_at=DRAWN_AT)
    (piece,) = PaperRoll.of(thermal_bytes(pdf)).pieces
    return np.ascontiguousarray((1 - piece) * 255).astype(np.uint8)


def read_by_ocr(paper: NDArray[np.uint8]) -> str:
    with tesserocr.PyTessBaseAPI(path=str(TESSDATA), lang="vie", psm=tesserocr.PSM.SINGLE_COLUMN) as reader:
        reader.SetImage(Image.fromarray(np.kron(paper, np.ones((2, 2), np.uint8))))
        return str(reader.GetUTF8Text())


def test_the_printer_is_sent_dots_as_wide_as_its_head_and_a_cut(fonts: Fonts) -> None:
    paper = on_paper(TEAR_OFF, fonts)
    assert paper.shape[1] == DOTS == 576
    left_and_right = paper[:, [0, 1, -2, -1]]
    assert left_and_right.min() == 255, "something runs over the edge"


def test_two_readers_read_the_code_off_the_paper(fonts: Fonts) -> None:
    paper = on_paper(TEAR_OFF, fonts, Marks(training=True))
    formats = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    assert [code.text for code in zxingcpp.read_barcodes(paper, formats=formats)] == [CLAIM]
    assert [code.data.decode() for code in pyzbar.decode(paper)] == [CLAIM]


def test_vietnamese_comes_through_whole(fonts: Fonts) -> None:
    said = read_by_ocr(on_paper(TEAR_OFF, fonts))
    for words in (TEAR_OFF.request, "phường Mẫu", "HẸN TRẢ KẾT QUẢ", "Điện thoại hỏi tin"):
        assert words in said
    assert TEAR_OFF.dossier_code in said.replace(" ", "")


def test_training_and_copies_are_said_in_black(fonts: Fonts) -> None:
    plain = on_paper(TEAR_OFF, fonts)
    marked = on_paper(TEAR_OFF, fonts, Marks(training=True, copy_number=2))
    assert len(marked) > len(plain)
    assert (marked[:120] == 0).mean() > 0.3
    marks = Marks(training=True, copy_number=2, is_void=True)
    pdf = draw_tear_off(TEAR_OFF, fonts=fonts, marks=marks, created_at=DRAWN_AT)
    assert squeezed(TRAINING_WORDS + VOID_WORDS) in all_words(pdf)
    assert "BẢNINLẠI,LẦN2" in all_words(pdf)


def test_every_word_stands_on_it_however_long_and_none_over_another(fonts: Fonts) -> None:
    several = tuple(TearOffLine(f"H26.99-261120-{n:04}", "09 giờ 10 phút, 26/11/2026") for n in range(1, 10))
    longest = replace(stretched(TEAR_OFF), lines=several, code_payload=CLAIM)
    letters = replace(TEAR_OFF, request=" ".join(vietnamese_letters()))
    for words in (longest, letters, replace(TEAR_OFF, phone="", request="Cư trú")):
        pdf = draw_tear_off(words, fonts=fonts, marks=Marks(training=True), created_at=DRAWN_AT)
        (page,) = read_pages(pdf)
        assert overlapping_letters(page) == 0
        assert page.boxes[:, 0].min() > 0
        assert page.boxes[:, 2].max() < page.size[0]
        assert page.boxes[:, 1].min() > 0
        shown = squeezed(page.words)
        for text in (words.office, words.request, words.place, words.due_day):
            assert squeezed(text) in shown


def test_the_tear_off_is_fit_for_the_archive_and_drawn_alike_each_time(fonts: Fonts) -> None:
    pdf = draw_tear_off(TEAR_OFF, fonts=fonts, marks=Marks(training=True), created_at=DRAWN_AT)
    assert pdfa.validate_written(BytesIO(pdf), "2b").findings == []
    assert pdf == draw_tear_off(TEAR_OFF, fonts=fonts, marks=Marks(training=True), created_at=DRAWN_AT)
    assert thermal_bytes(pdf) == thermal_bytes(pdf)


def test_of_a_page_as_wide_as_the_roll_the_middle_is_printed(fonts: Fonts) -> None:
    page = Format(80, 30, Margins(2, 2, 30, 30), TypeScale(body=9, head=9, title=9, small=8))
    sheet = Sheet(page, fonts=fonts, marks=Marks(), imprint=Imprint("Thử", DRAWN_AT))
    sheet.lay(BesideCode("GIỮA", 20, ()))
    (piece,) = PaperRoll.of(thermal_bytes(sheet.finished())).pieces
    inked = np.flatnonzero(piece.any(axis=0))
    assert piece.shape[1] == DOTS
    assert abs(inked.mean() - DOTS / 2) < 24


def test_a_sheet_too_wide_for_the_printer_is_refused(fonts: Fonts) -> None:
    pdf = draw_acknowledgement(
        ACKNOWLEDGEMENT, size=PaperSize.A5, fonts=fonts, marks=Marks(), created_at=DRAWN_AT
    )
    with pytest.raises(TooWideForSlip) as refused:
        thermal_bytes(pdf)
    assert refused.value.dots == page_picture(pdf, dpi=203.2).width

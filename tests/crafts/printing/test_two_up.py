"""Both A5 copies of a paper on one A4 sheet: nothing lost, nothing smaller, and room to cut."""

from dataclasses import replace
from io import BytesIO

import pytest
from crafts.printing.paper_reading import codes_on, read_pages, scanned, squeezed
from pikepdf import pdfa

from printing.acknowledgement import AcknowledgementWords, PaperLine, draw_acknowledgement
from printing.fonts import Fonts
from printing.samples import ACKNOWLEDGEMENT, DRAWN_AT
from printing.sheet import Marks, PaperSize
from printing.two_up import two_up

MM = 72 / 25.4
LONG = replace(
    ACKNOWLEDGEMENT,
    papers=tuple(PaperLine(f"Giấy tờ {n} " + "dài " * 30, "Bản chính", "01") for n in range(9)),
)
ONE_COPY = replace(ACKNOWLEDGEMENT, copy_for=("Lưu",))


def copies(words: AcknowledgementWords, fonts: Fonts, marks: Marks | None = None) -> bytes:
    return draw_acknowledgement(
        words, size=PaperSize.A5, fonts=fonts, marks=marks or Marks(), created_at=DRAWN_AT
    )


@pytest.mark.parametrize("words", [ACKNOWLEDGEMENT, LONG, ONE_COPY], ids=["usual", "long", "one copy"])
def test_every_page_of_both_copies_stands_on_a4_at_its_true_size(
    fonts: Fonts, words: AcknowledgementWords
) -> None:
    apart, together = read_pages(copies(words, fonts)), read_pages(two_up(copies(words, fonts)))
    half = (len(apart) + 1) // 2
    assert len(together) == half
    for at, sheet in enumerate(together):
        assert sheet.size == pytest.approx((210 * MM, 297 * MM), abs=0.1)
        laid = [apart[at], *apart[half:][at : at + 1]]
        for page in laid:
            assert squeezed(page.words) in squeezed(sheet.words)
        letters = sum(len(page.boxes) for page in laid)
        assert len(sheet.boxes) == letters
        tall = max((page.boxes[:, 3] - page.boxes[:, 1]).max() for page in laid)
        assert (sheet.boxes[:, 2] - sheet.boxes[:, 0]).max() == pytest.approx(tall, abs=0.05)


def test_no_letter_comes_near_the_cut(fonts: Fonts) -> None:
    (sheet,) = read_pages(two_up(copies(ACKNOWLEDGEMENT, fonts)))
    cut = 148.5 * MM
    above, below = sheet.boxes[sheet.boxes[:, 1] > cut], sheet.boxes[sheet.boxes[:, 3] < cut]
    assert len(above) + len(below) == len(sheet.boxes)
    assert len(above) == pytest.approx(len(below), abs=20)
    assert min(above[:, 1].min() - cut, cut - below[:, 3].max()) > 9 * MM


def test_the_sheet_is_fit_for_the_archive_and_laid_alike_each_time(fonts: Fonts) -> None:
    pdf = copies(ACKNOWLEDGEMENT, fonts, Marks(training=True))
    assert pdfa.validate_written(BytesIO(two_up(pdf)), "2b").findings == []
    assert two_up(pdf) == two_up(pdf)


def test_both_codes_are_read_off_the_sheet_and_off_a_scan(fonts: Fonts) -> None:
    pdf = two_up(copies(ACKNOWLEDGEMENT, fonts, Marks(training=True)))
    assert [code.text for code in codes_on(pdf)] == [ACKNOWLEDGEMENT.code_payload] * 2
    assert scanned(pdf) == {ACKNOWLEDGEMENT.code_payload}

"""What the citizen takes home or gets by post: fee slip, large-type slip, labels."""

from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
from crafts.printing.long_words import stretched
from crafts.printing.paper_cases import Case
from crafts.printing.paper_reading import (
    all_words,
    codes_on,
    overlapping_letters,
    read_pages,
    squeezed,
    zbar_reads,
)
from pikepdf import pdfa

from printing.citizen_samples import CITIZEN, FEE, MAIL_LABEL, PAGE_LABELS
from printing.citizen_slip import draw_citizen_slip
from printing.fee_slip import NO_PROOF, NO_RECEIPT, draw_fee_slip
from printing.fonts import Fonts
from printing.labels import draw_mail_label, draw_page_labels
from printing.sheet import TRAINING_WORDS, Marks, PaperSize

FEE_SLIP = Case(FEE, draw_fee_slip)
CITIZEN_SLIP = Case(CITIZEN, draw_citizen_slip)
PAPERS = {
    "fee slip": FEE_SLIP,
    "citizen slip": CITIZEN_SLIP,
    "page labels": Case(PAGE_LABELS, draw_page_labels, sized=False),
    "mail label": Case(MAIL_LABEL, draw_mail_label, sized=False),
}
each_paper = pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
TRAINING = Marks(training=True)


@each_paper
def test_every_word_given_stands_on_the_paper(fonts: Fonts, paper: Case) -> None:
    shown = all_words(paper.drawn(fonts))
    payload = FEE.transfer.payload if FEE.transfer else ""
    words = paper.given_words() - set(payload.split())
    assert {word for word in words if word not in shown} == set()


@each_paper
def test_the_longest_words_stay_on_the_paper_and_off_each_other(fonts: Fonts, paper: Case) -> None:
    for size in paper.sizes:
        for page in read_pages(paper.drawn(fonts, stretched(paper.words), marks=TRAINING, size=size)):
            left, bottom, right, top = page.boxes[page.boxes[:, 3] - page.boxes[:, 1] < 26].T
            assert left.min() > 0
            assert bottom.min() > 0
            assert right.max() < page.size[0]
            assert top.max() < page.size[1]
        for page in read_pages(paper.drawn(fonts, stretched(paper.words), size=size)):
            assert overlapping_letters(page) == 0


@each_paper
def test_every_page_bears_the_training_mark_whole(fonts: Fonts, paper: Case) -> None:
    for page in read_pages(paper.drawn(fonts, marks=TRAINING)):
        assert squeezed(TRAINING_WORDS) in squeezed(page.words)
    assert squeezed(TRAINING_WORDS) not in all_words(paper.drawn(fonts))


@each_paper
def test_the_paper_is_fit_for_the_archive_and_drawn_alike_each_time(fonts: Fonts, paper: Case) -> None:
    pdf = paper.drawn(fonts, marks=TRAINING)
    assert pdfa.validate_written(BytesIO(pdf), "2b").findings == []
    assert pdf == paper.drawn(fonts, marks=TRAINING)


@each_paper
@pytest.mark.parametrize("dpi", [150, 300])
def test_two_readers_read_every_code_through_the_training_mark(fonts: Fonts, paper: Case, dpi: int) -> None:
    for size in paper.sizes:
        pdf = paper.drawn(fonts, marks=TRAINING, size=size)
        wanted = {PAGE_LABELS[0].dossier_code}
        if paper is FEE_SLIP and FEE.transfer:
            wanted.add(FEE.transfer.payload)
        assert {code.text for code in codes_on(pdf, dpi=dpi)} == wanted
        assert zbar_reads(pdf, dpi=dpi) == wanted


def test_the_fee_slip_is_no_receipt_and_says_that_a_code_proves_nothing(fonts: Fonts) -> None:
    words = all_words(FEE_SLIP.drawn(fonts))
    assert squeezed(NO_RECEIPT) in words
    assert squeezed(NO_PROOF) in words
    assert "BIÊNLAI" not in words


def test_without_an_account_the_fee_slip_has_no_payment_code_and_no_word_about_one(fonts: Fonts) -> None:
    pdf = FEE_SLIP.drawn(fonts, replace(FEE, transfer=None))
    assert [code.text for code in codes_on(pdf)] == [FEE.head.dossier_code]
    assert "VietQR" not in all_words(pdf)
    assert squeezed(NO_PROOF) not in all_words(pdf)


def test_the_number_of_the_official_receipt_stands_where_there_is_one(fonts: Fonts) -> None:
    pdf = FEE_SLIP.drawn(fonts, replace(FEE, receipt="26TAB 0000017"))
    assert squeezed("Biên lai điện tử (ký hiệu, số, ngày): 26TAB 0000017") in all_words(pdf)


@pytest.mark.parametrize("size", PaperSize)
def test_no_letter_of_the_citizens_slip_is_smaller_than_fourteen_points(
    fonts: Fonts, size: PaperSize
) -> None:
    document = pypdfium2.PdfDocument(CITIZEN_SLIP.drawn(fonts, size=size))
    sizes = [
        pypdfium2.raw.FPDFText_GetFontSize(text, at)
        for page in document
        for text in [page.get_textpage()]
        for at in range(text.count_chars())
        if text.get_text_range(at, 1).strip()
    ]
    document.close()
    assert min(sizes) >= 14

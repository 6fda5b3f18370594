"""The slips of the general set as they come out of the printer."""

from dataclasses import replace
from io import BytesIO

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

from printing.apology import draw_apology
from printing.closing_samples import CLOSING
from printing.closing_sheet import draw_closing_sheet
from printing.control_sheet import HandOver, draw_control_sheet
from printing.fonts import Fonts
from printing.refusal import draw_refusal
from printing.register_sheet import draw_register
from printing.residence_papers import draw_confirmation, draw_outcome_notice
from printing.residence_samples import CONFIRMATION, OUTCOME_NOTICE
from printing.sheet import TRAINING_WORDS, Marks, PaperSize
from printing.slip_samples import APOLOGY, CONTROL, REFUSAL, REGISTER, SUPPLEMENT, SUSPENSION
from printing.supplement_request import draw_supplement_request
from printing.suspension import draw_suspension

SLIPS = {
    "supplement request": Case(SUPPLEMENT, draw_supplement_request),
    "refusal": Case(REFUSAL, draw_refusal),
    "apology": Case(APOLOGY, draw_apology),
    "suspension": Case(SUSPENSION, draw_suspension),
    "control sheet": Case(CONTROL, draw_control_sheet),
    "closing sheet": Case(CLOSING, draw_closing_sheet),
    "residence confirmation": Case(CONFIRMATION, draw_confirmation),
    "outcome notice": Case(OUTCOME_NOTICE, draw_outcome_notice),
    "register": Case(REGISTER, draw_register, sized=False),
}
each_slip = pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)


@each_slip
def test_every_word_given_stands_on_the_slip(fonts: Fonts, slip: Case) -> None:
    shown = all_words(slip.drawn(fonts))
    words = slip.given_words()
    if not slip.sized:
        words -= set(REGISTER.head.dossier_code.split())
    assert {word for word in words if word not in shown} == set()


@each_slip
def test_the_longest_words_stay_inside_the_margins_and_off_each_other(fonts: Fonts, slip: Case) -> None:
    for size in slip.sizes:
        pages = read_pages(slip.drawn(fonts, stretched(slip.words), marks=Marks(copy_number=3), size=size))
        for page in pages:
            left, bottom, right, top = page.boxes.T
            assert left.min() > 10 / 25.4 * 72
            assert bottom.min() > 8 / 25.4 * 72
            assert right.max() < page.size[0] - 8 / 25.4 * 72
            assert top.max() < page.size[1] - 3 / 25.4 * 72
            assert overlapping_letters(page) == 0
            assert "BẢN IN LẠI, LẦN 3" in page.words


@each_slip
def test_no_page_holds_signatures_alone(fonts: Fonts, slip: Case) -> None:
    for page in read_pages(slip.drawn(fonts, stretched(slip.words))):
        assert len(page.words) > 200


@each_slip
def test_the_training_mark_stands_on_every_page_and_only_in_training(fonts: Fonts, slip: Case) -> None:
    for page in read_pages(slip.drawn(fonts, stretched(slip.words), marks=Marks(training=True))):
        assert squeezed(TRAINING_WORDS) in squeezed(page.words)
    assert squeezed(TRAINING_WORDS) not in all_words(slip.drawn(fonts))


@each_slip
def test_the_slip_is_fit_for_the_archive_and_drawn_alike_each_time(fonts: Fonts, slip: Case) -> None:
    pdf = slip.drawn(fonts, marks=Marks(training=True))
    assert pdfa.validate_written(BytesIO(pdf), "2b").findings == []
    assert pdf == slip.drawn(fonts, marks=Marks(training=True))
    assert pdf != slip.drawn(fonts)


@pytest.mark.parametrize(
    "slip", [each for each in SLIPS.values() if each.sized and each.words is not CLOSING]
)
def test_the_code_of_a_slip_is_the_dossiers(fonts: Fonts, slip: Case) -> None:
    for size in PaperSize:
        pdf = slip.drawn(fonts, marks=Marks(training=True), size=size)
        for dpi in (150, 300):
            assert [code.text for code in codes_on(pdf, dpi=dpi)] == [SUPPLEMENT.head.dossier_code]
            assert zbar_reads(pdf, dpi=dpi) == {SUPPLEMENT.head.dossier_code}


def test_one_supplement_request_holds_everything_that_is_lacking(fonts: Fonts) -> None:
    items = tuple(replace(SUPPLEMENT.items[0], name=f"Giấy tờ {at}") for at in range(1, 31))
    pages = read_pages(SLIPS["supplement request"].drawn(fonts, replace(SUPPLEMENT, items=items)))
    words = squeezed("".join(page.words for page in pages))
    assert all(squeezed(f"Giấy tờ {at}Chứng") in words for at in range(1, 31))
    assert len(pages) > 1


def test_a_request_that_names_nothing_has_rows_for_the_pen(fonts: Fonts) -> None:
    words = SLIPS["supplement request"].drawn(fonts, replace(SUPPLEMENT, items=()))
    (page,) = read_pages(words)
    assert [row for row in ("1", "2", "3", "4", "5") if row in page.words.splitlines()] == list("1234")


def test_a_hand_over_comes_after_those_that_stand_on_the_control_sheet(fonts: Fonts) -> None:
    last = HandOver("Thuế cơ sở Mẫu", "15 giờ 00 phút", "", "Lê Văn Mẫu", "")
    longer = CONTROL.handed_over(last)
    assert longer.hand_overs[:-1] == CONTROL.hand_overs
    words = all_words(SLIPS["control sheet"].drawn(fonts, longer))
    assert words.index(squeezed(CONTROL.hand_overs[1].given_at)) < words.index(squeezed(last.agency))


def test_a_reason_and_its_law_make_one_sentence(fonts: Fonts) -> None:
    assert squeezed("có thẩm quyền (căn cứ Luật Cư trú 68/2020/QH14, Điều 23).") in all_words(
        SLIPS["refusal"].drawn(fonts)
    )


def test_the_register_lies_down_and_repeats_its_head(fonts: Fonts) -> None:
    pages = read_pages(SLIPS["register"].drawn(fonts))
    assert len(pages) > 1
    for page in pages:
        assert page.size[0] > page.size[1]
        assert squeezed("Mã hồ sơ") in squeezed(page.words)

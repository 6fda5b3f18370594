"""Stacks with separators: every page in its paper, aside where nobody knows, and none lost."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest
from services.counter import Counter
from services.fakes import FakeSealed, FixedClock
from services.people import MORNING, RESOURCES, at_the_desk, cast

from counter_app.domain.paper import UNSORTED, Page, PageSource
from counter_app.services.digitise import Digitising
from counter_app.services.drafting import Sheet
from counter_app.services.page_edits import pages_of, with_page_handed_over, without_page
from counter_app.services.stack_intake import (
    StackIntake,
    StackReport,
    Taken,
    distributed,
    report_of,
    set_aside,
)
from printing.fonts import Fonts
from printing.preview import page_picture
from printing.samples import DRAWN_AT, SEPARATORS
from printing.separator_sheet import draw_stack_sheets
from printing.sheet import Marks
from scanning.document import ScannedPage, build_document
from scanning.frames import Frame
from scanning.page_kind import PageKind
from scanning.paper_metadata import PaperMetadata
from scanning.scanners import ScannedSheet, Side
from scanning.separators import Cover, Mark, Separator

RESIDENCE, LEASE, OWNERSHIP = "1.004194", "lease", "ownership"


def taken(name: str, *, blank: bool = False, back: bool = False) -> Taken:
    page = Page(name * 64, (), PageSource.SCANNER, MORNING, ("blank",) if blank else ())
    return Taken(page, is_back=back)


def mark(mark: Mark) -> Taken:
    return Taken(None, mark)


def begun() -> Sheet:
    return Counter().begin(at_the_desk(cast().ede), RESIDENCE, "draft-1")


def scanned(*stack: Taken) -> Sheet:
    """Set a stack aside as it comes, as the desk does."""
    sheet = begun()
    for each in stack:
        sheet = set_aside(sheet, each)
    return sheet


def names(sheet: Sheet, slot: str) -> str:
    return "".join(page.picture[0] for page in pages_of(sheet, slot))


def test_a_stack_without_separators_is_of_the_paper_in_hand() -> None:
    stack = (taken("a"), taken("b"))
    sheet = distributed(scanned(*stack), LEASE, stack)
    assert (names(sheet, LEASE), names(sheet, UNSORTED)) == ("ab", "")


def test_each_page_goes_where_its_separator_says_and_what_is_unknown_lies_aside() -> None:
    stack = (
        taken("a"),
        mark(Separator(OWNERSHIP)),
        taken("b"),
        mark(Separator(LEASE)),
        taken("c"),
        taken("d", blank=True, back=True),
        mark(Separator("birth_notice")),
        taken("e"),
    )
    sheet = distributed(scanned(*stack), LEASE, stack)
    assert [names(sheet, slot) for slot in (LEASE, OWNERSHIP, UNSORTED)] == ["cd", "b", "ae"]
    assert report_of(sheet, LEASE, stack) == StackReport(
        pages=5, papers=2, aside=2, separators=3, blank=1, empty=()
    )


def test_pages_under_the_cover_of_another_dossier_do_not_get_into_this_one() -> None:
    stack = (
        mark(Cover("draft-1")),
        mark(Separator(LEASE)),
        taken("a"),
        mark(Cover("draft-2")),
        mark(Separator(LEASE)),
        taken("b"),
    )
    sheet = distributed(scanned(*stack), LEASE, stack)
    assert (names(sheet, LEASE), names(sheet, UNSORTED)) == ("a", "b")


def test_a_paper_the_state_holds_is_not_taken_because_a_separator_names_it() -> None:
    stack = (mark(Separator("identity_card")), taken("a"))
    sheet = distributed(scanned(*stack), LEASE, stack)
    assert names(sheet, UNSORTED) == "a"


def test_the_empty_back_of_a_separator_goes_and_a_separator_without_pages_is_told() -> None:
    stack = (
        mark(Separator(LEASE)),
        taken("x", blank=True, back=True),
        mark(Separator(OWNERSHIP)),
        taken("a"),
    )
    sheet = distributed(scanned(*stack), LEASE, stack)
    assert [names(sheet, slot) for slot in (LEASE, OWNERSHIP, UNSORTED)] == ["", "a", ""]
    assert report_of(sheet, LEASE, stack).empty == (LEASE,)


def test_what_was_moved_or_thrown_away_during_the_scan_stays_so() -> None:
    stack = (taken("a"), taken("b"), taken("c"), taken("c"))
    sheet = with_page_handed_over(scanned(*stack), UNSORTED, 0, OWNERSHIP)
    sheet = without_page(without_page(sheet, UNSORTED, 0), UNSORTED, 0)
    sheet = distributed(sheet, LEASE, stack)
    assert [names(sheet, slot) for slot in (LEASE, OWNERSHIP, UNSORTED)] == ["c", "a", ""]


@pytest.fixture(scope="module")
def separator() -> Frame:
    fonts = Fonts(RESOURCES / "fonts")
    pdf = draw_stack_sheets(SEPARATORS[:1], fonts=fonts, marks=Marks(training=True), created_at=DRAWN_AT)
    picture = page_picture(pdf, dpi=150)
    return Frame.from_rgb(picture.width, picture.height, picture.rgb)


def written() -> Frame:
    page = np.full((1754, 1240, 3), 245, np.uint8)
    for line in range(20):
        cv2.putText(
            page, "Hop dong thue nha o", (120, 200 + 60 * line), cv2.FONT_HERSHEY_SIMPLEX, 1.5, (30,) * 3, 3
        )
    return Frame(page)


def test_a_printed_separator_is_known_and_not_kept_and_a_written_page_is(separator: Frame) -> None:
    sealed = FakeSealed()
    intake = StackIntake(Digitising(sealed, FixedClock(MORNING)))
    mark_taken = intake.take_sheet(ScannedSheet(separator, Side.FRONT), PageSource.SCANNER)
    assert mark_taken == Taken(None, Separator(LEASE))
    assert list(sealed.names()) == []
    page_taken = intake.take_sheet(ScannedSheet(written(), Side.BACK), PageSource.SCANNER)
    assert page_taken.page
    assert page_taken.page.source is PageSource.SCANNER
    assert page_taken.is_back
    assert page_taken.page.picture in set(sealed.names())


def test_a_pdf_of_many_pages_is_a_stack_too(separator: Frame) -> None:
    intake = StackIntake(Digitising(FakeSealed(), FixedClock(MORNING)))
    pages = [ScannedPage(page, PageKind.TEXT) for page in (separator, written())]
    stack = intake.take_file(build_document(pages, metadata=PaperMetadata(name="x")), PageSource.FOLDER)
    assert [each.mark for each in stack] == [Separator(LEASE), None]
    assert [each.page is None for each in stack] == [True, False]


def test_a_turned_page_is_shown_and_kept_turned() -> None:
    digitising = Digitising(FakeSealed(), FixedClock(MORNING))
    page = digitising.take_frame(written(), PageSource.SCANNER)
    upright, turned = digitising.clean_page(page), digitising.clean_page(replace(page, turns=1))
    assert (turned.width, turned.height) == (upright.height, upright.width)
    assert (np.rot90(turned.pixels) == upright.pixels).mean() > 0.98
    assert (turned.pixels == upright.pixels.reshape(turned.pixels.shape)).mean() < 0.95

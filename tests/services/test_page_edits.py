"""Pages of a draft's papers: turned, moved, put before others, handed over; the sheet before stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from services.counter import Counter
from services.people import MORNING, at_the_desk, cast

from counter_app.domain.history import Deed
from counter_app.domain.paper import UNSORTED, Page, PageSource
from counter_app.services.drafting import NoSuchPaper, Sheet
from counter_app.services.page_edits import (
    UnsortedPages,
    pages_of,
    refuse_unsorted,
    with_page,
    with_page_handed_over,
    with_page_moved,
    with_page_turned,
    without_page,
)

RESIDENCE, LEASE, OWNERSHIP = "1.004194", "lease", "ownership"


def page(name: str) -> Page:
    return Page(name * 64, (), PageSource.SCANNER, MORNING)


def names(sheet: Sheet, slot: str = LEASE) -> str:
    return "".join(page.picture[0] for page in pages_of(sheet, slot))


def sheet_with(pages: str, slot: str = LEASE, counter: Counter | None = None) -> Sheet:
    sheet = (counter or Counter()).begin(at_the_desk(cast().ede), RESIDENCE, "first")
    for name in pages:
        sheet = with_page(sheet, slot, page(name))
    return sheet


def test_a_page_is_put_before_another_or_at_the_end() -> None:
    sheet = sheet_with("abc")
    assert names(with_page(sheet, LEASE, page("x"), at=1)) == "axbc"
    assert names(with_page(sheet, LEASE, page("x"))) == "abcx"
    assert names(with_page(sheet, LEASE, page("x"), at=99)) == "abcx"


def test_a_page_is_turned_and_four_turns_are_none() -> None:
    sheet = sheet_with("ab")
    assert pages_of(with_page_turned(sheet, LEASE, 1, -1), LEASE)[1].turns == 3
    for _ in range(4):
        sheet = with_page_turned(sheet, LEASE, 1, 1)
    assert pages_of(sheet, LEASE)[1].turns == 0
    assert with_page_turned(sheet, LEASE, 9, 1) is sheet


def test_a_page_is_moved_among_its_own_and_never_past_the_ends() -> None:
    sheet = sheet_with("abc")
    assert names(with_page_moved(sheet, LEASE, 0, 2)) == "bca"
    assert names(with_page_moved(sheet, LEASE, 2, 1)) == "acb"
    assert with_page_moved(sheet, LEASE, 0, -1) is sheet
    assert with_page_moved(sheet, LEASE, 0, 3) is sheet


def test_a_page_is_handed_to_another_paper_and_the_sheet_before_is_as_it_was() -> None:
    before = sheet_with("ab")
    after = with_page_handed_over(before, LEASE, 0, OWNERSHIP)
    assert (names(after), names(after, OWNERSHIP)) == ("b", "a")
    assert names(before) == "ab"
    with pytest.raises(NoSuchPaper):
        with_page_handed_over(before, LEASE, 0, "no_such_paper")


def test_a_paper_whose_last_page_goes_is_missing_again() -> None:
    sheet = sheet_with("a")
    assert LEASE not in [line.paper.slot for line in sheet.missing_papers]
    assert LEASE in [line.paper.slot for line in without_page(sheet, LEASE, 0).missing_papers]


def test_pages_that_lie_aside_are_kept_on_the_disk_and_stand_in_the_way_of_reception() -> None:
    counter = Counter()
    kept = counter.drafting.save(sheet_with("ab", UNSORTED, counter))
    resumed = counter.drafting.resume(kept.draft.draft_id, kept.duty)
    assert names(resumed, UNSORTED) == "ab"
    with pytest.raises(UnsortedPages) as refused:
        refuse_unsorted(resumed)
    assert refused.value.count == 2
    sorted_ = with_page_handed_over(without_page(resumed, UNSORTED, 0), UNSORTED, 0, LEASE)
    refuse_unsorted(sorted_)


def test_history_tells_that_a_page_went_from_one_paper_to_another() -> None:
    counter = Counter()
    sheet = counter.drafting.save(sheet_with("a", counter=counter))
    counter.drafting.save(with_page_handed_over(sheet, LEASE, 0, OWNERSHIP))
    assert counter.deeds("first")[-2:] == [(Deed.ADDED_PAPER, OWNERSHIP), (Deed.REMOVED_PAPER, LEASE)]


edits = st.tuples(st.sampled_from(("turn", "move", "hand", "insert")), st.integers(0, 4), st.integers(0, 4))


@settings(max_examples=40)
@given(st.lists(edits, max_size=8))
def test_no_edit_but_removal_loses_or_doubles_a_page(steps: list[tuple[str, int, int]]) -> None:
    sheet = SHEET
    added = 0
    for kind, index, other in steps:
        match kind:
            case "turn":
                sheet = with_page_turned(sheet, LEASE, index, other)
            case "move":
                sheet = with_page_moved(sheet, LEASE, index, other)
            case "hand":
                sheet = with_page_handed_over(sheet, LEASE, index, (OWNERSHIP, UNSORTED)[other % 2])
            case _:
                sheet = with_page(sheet, LEASE, page(str(added)), at=index)
                added += 1
    everywhere = names(sheet) + names(sheet, OWNERSHIP) + names(sheet, UNSORTED)
    assert sorted(everywhere) == sorted("abc" + "".join(map(str, range(added))))


SHEET = sheet_with("abc")

"""A paper that was read is held against the day and the slot it is given for."""

from datetime import date, timedelta

import pytest

from scanning.guard_paper import judge_slot, judge_validity
from scanning.page_text import Box
from scanning.slot_match import SlotHint
from scanning.text_facts import FoundDate, FoundText, PaperFacts

PLACE = Box(10, 20, 300, 60)
WANTED = (
    SlotHint("marriage", ("Giấy xác nhận tình trạng hôn nhân",)),
    SlotHint("lease", ("Hợp đồng thuê nhà",)),
)


def paper(*days: date, title: str = "", sure: float = 0.9) -> PaperFacts:
    dates = tuple(FoundDate(day, PLACE, sure) for day in days)
    found = FoundText(title, PLACE, 0.9) if title else None
    return PaperFacts(found, (), (), (), dates, (), ())


@pytest.mark.parametrize(
    ("issued", "today", "expired"),
    [
        (date(2026, 1, 15), date(2026, 7, 15), False),
        (date(2026, 1, 15), date(2026, 7, 16), True),
        (date(2025, 8, 31), date(2026, 2, 28), False),
        (date(2025, 8, 31), date(2026, 3, 1), True),
    ],
)
def test_a_paper_is_valid_up_to_the_same_day_of_its_last_month(
    issued: date,
    today: date,
    expired: bool,  # noqa: FBT001 - the expectation
) -> None:
    found = judge_validity([paper(date(1990, 5, 1), issued), paper()], today, months=6)
    assert (found is not None) is expired
    if found:
        assert (found.page, found.box) == (0, PLACE)
        assert found.until == min(today - timedelta(1), date(2026, 7, 15))


def test_the_newest_date_counts_on_whichever_page_it_stands() -> None:
    pages = [paper(date(2024, 2, 1)), paper(date(2026, 1, 15))]
    assert judge_validity(pages, date(2026, 7, 15), months=6) is None
    found = judge_validity(pages, date(2026, 7, 16), months=6)
    assert found
    assert found.page == 1


def test_nothing_is_said_of_a_paper_whose_day_is_not_sure() -> None:
    today = date(2026, 7, 16)
    assert judge_validity([paper()], today, months=6) is None
    assert judge_validity([paper(date(2020, 1, 1), sure=0.3)], today, months=6) is None
    assert judge_validity([paper(date(2020, 1, 1), date(2030, 1, 1))], today, months=6) is None


def test_a_paper_with_another_slots_title_is_pointed_out() -> None:
    lease = paper(title="HỢP ĐỒNG THUÊ NHÀ")
    found = judge_slot(lease, "marriage", WANTED)
    assert found
    assert (found.slot, found.box) == ("lease", PLACE)
    assert judge_slot(lease, "lease", WANTED) is None


def test_a_paper_with_no_title_or_a_strange_one_may_be_the_right_one() -> None:
    assert judge_slot(paper(), "lease", WANTED) is None
    assert judge_slot(paper(title="BIÊN BẢN BÀN GIAO XE MÁY"), "lease", WANTED) is None

"""How long a card holds: what it states itself, else what the law makes of birth and issue."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.card_expiry import Basis, Standing, Validity, last_day, validity_of
from counter_app.domain.citizen import CardIssue, CitizenCard
from counter_app.domain.citizen_id import CitizenId
from counter_app.domain.dates import PartialDate


def card(born: str, issued: str = "") -> CitizenCard:
    """Make a card of these two days, written as ISO dates."""
    born_on = PartialDate.from_iso(born) if born else None
    issued_on = date.fromisoformat(issued) if issued else None
    return CitizenCard(CitizenId("000199000017"), "Nguyễn Thị Thu Hà", born_on, None, issued_on=issued_on)


def until(born: str, issued: str) -> tuple[str, str]:
    """Say the first and the last day that can be the card's last; "-" for no end."""
    found = validity_of(card(born, issued))
    assert found is not None
    return str(found.earliest or "-"), str(found.latest or "-")


@pytest.mark.parametrize(
    ("born", "issued", "end"),
    [
        ("1999-03-15", "2022-03-14", "2024-03-15"),
        ("1999-03-15", "2022-03-15", "2039-03-15"),
        ("1984-03-15", "2022-03-14", "2024-03-15"),
        ("1984-03-15", "2024-03-15", "2044-03-15"),
        ("1964-03-15", "2022-03-14", "2024-03-15"),
        ("1964-03-15", "2022-03-15", "-"),
        ("1943-03-15", "2022-03-15", "-"),
        ("2008-03-15", "2022-03-15", "2033-03-15"),
        ("2021-03-15", "2024-08-01", "2035-03-15"),
        ("2016-03-15", "2024-08-01", "2030-03-15"),
        ("2012-03-15", "2024-08-01", "2037-03-15"),
        ("2012-08-02", "2024-08-01", "2026-08-02"),
    ],
)
def test_a_card_holds_until_the_next_age_unless_that_is_less_than_two_years_off(
    born: str, issued: str, end: str
) -> None:
    assert until(born, issued) == (end, end)


def test_who_was_born_on_a_leap_day_reaches_an_age_on_the_last_of_february() -> None:
    assert until("2000-02-29", "2022-02-01") == ("2025-02-28", "2025-02-28")
    assert until("2000-02-29", "2022-03-01") == ("2025-02-28", "2025-02-28")
    assert until("2000-02-29", "2023-02-27") == ("2025-02-28", "2025-02-28")
    assert until("2000-02-29", "2023-02-28") == ("2040-02-29", "2040-02-29")


def test_of_a_birth_date_known_in_part_every_day_counts() -> None:
    assert until("1999", "2021-05-18") == ("2024-01-01", "2024-12-31")
    assert until("1999-03", "2021-05-18") == ("2024-03-01", "2024-03-31")
    assert until("1999", "2022-06-30") == ("2024-07-01", "2039-06-30")
    assert until("1964", "2022-06-30") == ("2024-07-01", "-")
    assert until("1943", "2022-06-30") == ("-", "-")


def test_where_the_days_left_open_disagree_it_is_not_said_that_the_card_has_ended() -> None:
    found = validity_of(card("1999", "2021-05-18"))
    assert found is not None
    days = {
        day: found.standing_on(date.fromisoformat(day)) for day in ("2024-01-01", "2024-06-01", "2025-01-01")
    }
    assert list(days.values()) == [Standing.HOLDS, Standing.UNSURE, Standing.ENDED]


def test_the_last_day_is_still_a_day_on_which_the_card_holds() -> None:
    found = validity_of(card("1999-03-15", "2022-03-14"))
    assert found is not None
    assert found.standing_on(date(2024, 3, 15)) is Standing.HOLDS
    assert found.standing_on(date(2024, 3, 16)) is Standing.ENDED


def test_what_the_zone_states_wins_over_the_record_and_over_the_ages() -> None:
    shown, issue = (
        card("1999-03-15", "2022-03-14"),
        CardIssue(date(2022, 3, 14), "Bộ Công an", date(2030, 1, 1)),
    )
    zone = Validity.stated(date(2031, 1, 1), Basis.ZONE)
    assert validity_of(shown, issue, zone=zone) == zone
    assert validity_of(shown, issue) == Validity.stated(date(2030, 1, 1), Basis.RECORD)
    endless = validity_of(shown, zone=Validity.stated(None, Basis.ZONE))
    assert endless is not None
    assert endless.standing_on(date(2099, 1, 1)) is Standing.HOLDS


def test_the_record_speaks_of_its_own_card_and_of_no_older_one() -> None:
    newer = CardIssue(date(2025, 3, 14), "Bộ Công an", date(2039, 3, 15))
    old = validity_of(card("1999-03-15", "2022-03-14"), newer)
    assert old == Validity.stated(date(2024, 3, 15), Basis.AGES)
    assert validity_of(card("1999-03-15"), newer) == Validity.stated(date(2039, 3, 15), Basis.RECORD)


def test_nothing_is_said_without_dates_or_of_a_card_older_than_the_rules() -> None:
    assert validity_of(card("1999-03-15")) is None
    assert validity_of(card("", "2022-03-14")) is None
    assert validity_of(card("1980-03-15", "2015-12-31")) is None


@given(
    st.dates(date(1930, 1, 1), date(2050, 12, 31)),
    st.dates(date(2016, 1, 1), date(2060, 12, 31)),
)
def test_a_card_ends_on_a_renewal_age_two_years_after_its_issue_at_least(born: date, issued: date) -> None:
    end = last_day(born, issued)
    if end is None:
        assert issued >= _reaches(born, 58)
        return
    age = end.year - born.year
    assert age in ({14, 25, 40, 60} if issued >= date(2024, 7, 1) else {25, 40, 60})
    assert end == _reaches(born, age)
    assert issued < _reaches(born, age - 2)


@given(st.integers(1930, 2030), st.dates(date(2016, 1, 1), date(2060, 12, 31)))
def test_a_birth_year_leaves_open_just_what_its_days_leave_open(year: int, issued: date) -> None:
    found = validity_of(card(str(year), issued.isoformat()))
    assert found is not None
    ends = [last_day(date(year, 1, 1) + timedelta(days), issued) for days in range(365)]
    for end in ends:
        assert found.earliest is not None or end is None
        assert found.earliest is None or end is None or found.earliest <= end
        assert found.latest is None or (end is not None and end <= found.latest)


def _reaches(born: date, age: int) -> date:
    """Reckon a birthday anew: the day itself, or the last of February where there is no such day."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 2, 28)

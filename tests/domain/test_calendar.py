"""The working calendar: the shipped years, the swapped Saturday, and what always holds of working time."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.calendar import VIETNAM, OfficeHours, Span, WorkingCalendar
from counter_app.services.calendar_data import read_calendar

RESOURCES = Path(__file__).parents[2] / "resources"
SHIPPED = read_calendar(RESOURCES / "holidays.toml", RESOURCES / "office_hours.toml")

days = st.dates(date(2026, 1, 1), date(2027, 11, 30))
moments = st.datetimes(
    datetime(2026, 1, 1),  # noqa: DTZ001 - hypothesis wants naive bounds and adds the zone itself
    datetime(2027, 11, 30),  # noqa: DTZ001 - the same
    timezones=st.just(VIETNAM),
)
minutes = st.integers(0, 3000)


@pytest.mark.parametrize(
    ("received", "count", "due"),
    [
        (date(2026, 11, 20), 3, date(2026, 11, 26)),
        (date(2026, 11, 23), 7, date(2026, 12, 3)),
        (date(2026, 12, 30), 3, date(2027, 1, 5)),
        (date(2027, 1, 29), 7, date(2027, 2, 16)),
        (date(2027, 2, 2), 3, date(2027, 2, 12)),
        (date(2026, 8, 21), 1, date(2026, 8, 22)),
    ],
)
def test_working_days_step_over_holidays_and_onto_the_swapped_saturday(
    received: date, count: int, due: date
) -> None:
    assert SHIPPED.add_working_days(received, count) == due


def test_the_new_culture_day_is_a_holiday_and_has_its_name() -> None:
    culture_day = SHIPPED.holiday(date(2026, 11, 24))
    assert culture_day is not None
    assert culture_day.name == "Ngày Văn hóa Việt Nam"
    assert SHIPPED.next_working_day(date(2026, 11, 23)) == date(2026, 11, 25)


def test_the_swapped_saturday_has_the_hours_of_the_monday_it_stands_in_for() -> None:
    assert SHIPPED.spans(date(2026, 8, 22)) == SHIPPED.hours.week[0]
    assert not SHIPPED.is_working_day(date(2026, 8, 31))
    assert not SHIPPED.is_working_day(date(2026, 8, 29))


def test_only_years_with_an_official_notice_are_verified() -> None:
    assert SHIPPED.is_verified(date(2026, 1, 1), date(2026, 12, 31))
    assert not SHIPPED.is_verified(date(2026, 12, 30), date(2027, 1, 5))
    assert not SHIPPED.is_verified(date(2028, 1, 3), date(2028, 1, 5))


def test_minutes_run_on_after_lunch_and_over_the_weekend() -> None:
    friday = datetime(2026, 11, 27, 11, 0, tzinfo=VIETNAM)
    assert SHIPPED.add_working_minutes(friday, 30) == datetime(2026, 11, 27, 11, 30, tzinfo=VIETNAM)
    assert SHIPPED.add_working_minutes(friday, 31) == datetime(2026, 11, 27, 13, 31, tzinfo=VIETNAM)
    assert SHIPPED.add_working_minutes(friday, 30 + 210 + 1) == datetime(2026, 11, 30, 7, 31, tzinfo=VIETNAM)


def test_a_moment_of_another_zone_is_read_in_vietnams_time() -> None:
    utc_noon = datetime.fromisoformat("2026-11-23T01:00:00+00:00")
    assert SHIPPED.next_working_moment(utc_noon).hour == 8


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        SHIPPED.next_working_moment(datetime.fromisoformat("2026-11-23T08:00:00"))


@given(moments, minutes, minutes)
def test_adding_twice_is_adding_the_sum(moment: datetime, first: int, second: int) -> None:
    stepwise = SHIPPED.add_working_minutes(SHIPPED.add_working_minutes(moment, first), second)
    assert stepwise == SHIPPED.add_working_minutes(moment, first + second)


@given(moments, minutes)
def test_working_time_added_is_working_time_measured_and_ends_within_it(moment: datetime, count: int) -> None:
    end = SHIPPED.add_working_minutes(moment, count)
    assert SHIPPED.working_minutes_between(moment, end) == count
    assert any(span.opens <= end.time() <= span.closes for span in SHIPPED.spans(end.date()))


@given(moments, st.integers(0, 20_000), minutes)
def test_what_comes_later_is_never_due_earlier(moment: datetime, delay: int, count: int) -> None:
    later = moment + timedelta(minutes=delay)
    assert SHIPPED.add_working_minutes(moment, count) <= SHIPPED.add_working_minutes(later, count)


@given(days, st.integers(1, 30), st.integers(1, 30))
def test_working_days_add_up_and_end_on_a_working_day(day: date, first: int, second: int) -> None:
    last = SHIPPED.add_working_days(day, first + second)
    assert SHIPPED.add_working_days(SHIPPED.add_working_days(day, first), second) == last
    assert SHIPPED.is_working_day(last)


@given(days, st.integers(1, 30))
def test_working_days_counted_are_the_working_days_passed(day: date, count: int) -> None:
    last = SHIPPED.add_working_days(day, count)
    passed = [day + timedelta(days=step) for step in range(1, (last - day).days + 1)]
    assert sum(map(SHIPPED.is_working_day, passed)) == count


def test_hours_that_make_no_sense_are_refused() -> None:
    morning = Span(time(7, 30), time(11, 30))
    with pytest.raises(ValueError, match="week"):
        OfficeHours(((),) * 7)
    with pytest.raises(ValueError, match="overlap"):
        OfficeHours(((Span(time(11, 0), time(17, 0)), morning), *((),) * 6))
    with pytest.raises(ValueError, match="opens"):
        Span(time(17, 0), time(7, 30))


def test_no_working_day_closes_on_a_day_off() -> None:
    only_mondays = OfficeHours(((Span(time(7, 30), time(11, 30)),), *((),) * 6))
    calendar = WorkingCalendar(only_mondays, ())
    assert calendar.closing(date(2026, 11, 23)) == datetime(2026, 11, 23, 11, 30, tzinfo=VIETNAM)
    with pytest.raises(ValueError, match="day off"):
        calendar.closing(date(2026, 11, 24))


@pytest.mark.parametrize(
    ("today", "ran_out"),
    [
        (date(2026, 11, 20), date(2026, 11, 20)),
        (date(2026, 11, 23), date(2026, 11, 21)),
        (date(2026, 11, 25), date(2026, 11, 24)),
        (date(2027, 2, 11), date(2027, 2, 4)),
    ],
)
def test_what_runs_out_on_a_day_off_is_in_time_on_the_next_working_day(today: date, ran_out: date) -> None:
    assert SHIPPED.in_time_from(today) == ran_out


@given(days)
def test_nothing_that_ran_out_on_a_day_of_work_is_in_time_later(today: date) -> None:
    first = SHIPPED.in_time_from(today)
    assert SHIPPED.is_working_day(first - timedelta(days=1))
    between = [first + timedelta(days=after) for after in range((today - first).days)]
    assert not any(SHIPPED.is_working_day(day) for day in between)

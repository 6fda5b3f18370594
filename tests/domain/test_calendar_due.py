"""Due moments: working days, calendar days, minutes, halves, and the hour after which a day is too short."""

from datetime import date, datetime, time
from pathlib import Path

import pytest

from counter_app.domain.calendar import VIETNAM, OfficeHours, Span, WorkingCalendar
from counter_app.domain.due import DueReason, due_at
from counter_app.domain.processing import ProcessingTime, TimeUnit
from counter_app.domain.provenance import Provenance, Status
from counter_app.services.calendar_data import read_calendar

RESOURCES = Path(__file__).parents[2] / "resources"
SHIPPED = read_calendar(RESOURCES / "holidays.toml", RESOURCES / "office_hours.toml")
LAW = Provenance("Luật", date(2026, 1, 1), date(2026, 11, 22), Status.VERIFIED)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


def rule(unit: TimeUnit, amount: int = 0, cut_off: time | None = None) -> ProcessingTime:
    return ProcessingTime(unit, amount, "theo quy định", LAW, cut_off)


SAME_DAY = rule(TimeUnit.SAME_DAY, cut_off=time(15))


def test_working_days_run_out_when_the_office_closes() -> None:
    due = due_at(at("2026-11-20 09:12"), rule(TimeUnit.WORKING_DAYS, 3), SHIPPED)
    assert due.moment == at("2026-11-26 17:00")
    assert due.reason is DueReason.COUNTED
    assert due.words == "theo quy định"
    assert due.verified


def test_a_due_moment_behind_an_unofficial_holiday_table_says_so() -> None:
    due = due_at(at("2026-12-30 09:00"), rule(TimeUnit.WORKING_DAYS, 3), SHIPPED)
    assert due.moment == at("2027-01-05 17:00")
    assert not due.verified


@pytest.mark.parametrize(
    ("received", "due", "reason"),
    [
        ("2026-11-23 14:59", "2026-11-23 17:00", DueReason.COUNTED),
        ("2026-11-23 15:00", "2026-11-23 17:00", DueReason.COUNTED),
        ("2026-11-23 15:00:59", "2026-11-23 17:00", DueReason.COUNTED),
        ("2026-11-23 15:01", "2026-11-25 17:00", DueReason.AFTER_CUT_OFF),
        ("2026-11-23 17:20", "2026-11-25 17:00", DueReason.COUNTED),
        ("2026-11-24 10:00", "2026-11-25 17:00", DueReason.COUNTED),
    ],
)
def test_what_comes_after_fifteen_hours_is_due_on_the_next_working_day(
    received: str, due: str, reason: DueReason
) -> None:
    answer = due_at(at(received), SAME_DAY, SHIPPED)
    assert (answer.moment, answer.reason) == (at(due), reason)


def test_eight_working_hours_from_friday_afternoon_end_on_monday_at_the_same_hour() -> None:
    eight_hours = (Span(time(7, 30), time(11, 30)), Span(time(13, 0), time(17, 0)))
    calendar = WorkingCalendar(OfficeHours((eight_hours,) * 5 + ((),) * 2), ())
    due = due_at(at("2026-11-27 15:10"), rule(TimeUnit.WORKING_MINUTES, 480), calendar)
    assert due.moment == at("2026-11-30 15:10")


def test_eight_working_hours_take_longer_in_an_office_of_shorter_days() -> None:
    due = due_at(at("2026-11-27 15:10"), rule(TimeUnit.WORKING_MINUTES, 480), SHIPPED)
    assert due.moment == at("2026-11-30 15:40")


def test_half_a_working_day_is_four_working_hours() -> None:
    due = due_at(at("2026-11-27 09:30"), rule(TimeUnit.HALF_WORKING_DAYS, 1), SHIPPED)
    assert due.moment == at("2026-11-27 15:30")


def test_calendar_days_that_end_on_days_off_move_to_the_next_working_day() -> None:
    moved = due_at(at("2026-11-26 09:00"), rule(TimeUnit.CALENDAR_DAYS, 2), SHIPPED)
    assert (moved.moment, moved.reason) == (at("2026-11-30 17:00"), DueReason.PAST_DAYS_OFF)
    kept = due_at(at("2026-11-25 09:00"), rule(TimeUnit.CALENDAR_DAYS, 2), SHIPPED)
    assert (kept.moment, kept.reason) == (at("2026-11-27 17:00"), DueReason.COUNTED)


def test_the_day_after_the_reception_is_the_first_even_when_it_was_received_on_a_day_off() -> None:
    saturday = due_at(at("2026-11-28 10:00"), rule(TimeUnit.WORKING_DAYS, 1), SHIPPED)
    monday = due_at(at("2026-11-30 07:30"), rule(TimeUnit.WORKING_DAYS, 1), SHIPPED)
    assert (saturday.moment, monday.moment) == (at("2026-11-30 17:00"), at("2026-12-01 17:00"))

"""A dossier's clock: stopped, set going and begun anew, and held against one that is watched all the time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counter_app.domain.calendar import (
    VIETNAM,
    Holiday,
    MakeUpDay,
    OfficeHours,
    Span,
    WorkingCalendar,
)
from counter_app.domain.clock_history import ClockEvent, Happening
from counter_app.domain.due import count, due_at
from counter_app.domain.due_lines import DueLine, LineKind, due_lines
from counter_app.domain.processing import ClockRule, ProcessingTime, Start, TimeUnit, Wait
from counter_app.domain.provenance import Provenance, Status
from counter_app.services.calendar_data import read_calendar

RESOURCES = Path(__file__).parents[2] / "resources"
SHIPPED = read_calendar(RESOURCES / "holidays.toml", RESOURCES / "office_hours.toml")
SOMEWHERE = Provenance("Luật mẫu", date(2020, 1, 1), date(2026, 1, 1), Status.VERIFIED)
DAYS = (Span(time(8), time(10)), Span(time(13), time(14)))
SMALL = WorkingCalendar(
    OfficeHours((DAYS, DAYS, DAYS, DAYS, (Span(time(8), time(9)),), (), ())),
    (Holiday(date(2026, 11, 24), "Ngày Văn hóa Việt Nam"), Holiday(date(2026, 12, 2), "Nghỉ")),
    (MakeUpDay(date(2026, 11, 28), date(2026, 11, 24)),),
)
LOOK = timedelta(minutes=5)
"""How often the clock below is looked at; all that happens in these tests happens at such a moment."""


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


def time_of(unit: TimeUnit, amount: int, cut_off: time | None = None) -> ProcessingTime:
    return ProcessingTime(unit, amount, "", SOMEWHERE, cut_off)


def received(text: str) -> ClockEvent:
    return ClockEvent(at(text), Happening.RECEIVED)


def waited(wait: Wait, begins: str, ends: str = "") -> tuple[ClockEvent, ...]:
    began = ClockEvent(at(begins), Happening.WAIT_BEGAN, wait)
    return (began, ClockEvent(at(ends), Happening.WAIT_ENDED, wait)) if ends else (began,)


def due(
    events: tuple[ClockEvent, ...], processing: ProcessingTime, rule: ClockRule | None = None
) -> datetime | None:
    counted = count(events, rule or ClockRule(), processing, SHIPPED)
    return counted[-1].moment if counted else None


def test_minutes_go_on_where_they_stopped() -> None:
    wait = waited(Wait.SUPPLEMENT, "2026-11-23 09:00", "2026-11-25 14:00")
    processing = time_of(TimeUnit.WORKING_MINUTES, 120)
    assert due((received("2026-11-23 08:00"), *wait), processing) == at("2026-11-25 15:00")


def test_a_day_in_which_the_clock_stood_at_closing_is_not_spent() -> None:
    wait = waited(Wait.OTHER_BODY, "2026-11-25 10:00", "2026-11-27 09:00")
    processing = time_of(TimeUnit.WORKING_DAYS, 3)
    # Tuesday is a holiday, Wednesday the clock stops, Friday it goes on: the three days after count.
    assert due((received("2026-11-23 08:00"), *wait), processing) == at("2026-12-02 17:00")


def test_a_supplement_may_begin_the_whole_time_anew() -> None:
    wait = waited(Wait.SUPPLEMENT, "2026-11-27 10:00", "2026-11-30 09:00")
    processing = time_of(TimeUnit.WORKING_DAYS, 3)
    anew = ClockRule(restarts=frozenset({Wait.SUPPLEMENT}))
    events = (received("2026-11-23 08:00"), *wait)
    assert due(events, processing) == at("2026-12-01 17:00")
    assert due(events, processing, anew) == at("2026-12-03 17:00")


def test_a_wait_that_the_rule_does_not_name_stops_nothing() -> None:
    wait = waited(Wait.FEE, "2026-11-25 10:00")
    rule = ClockRule(stops=frozenset({Wait.SUPPLEMENT}))
    processing = time_of(TimeUnit.WORKING_DAYS, 1)
    assert due((received("2026-11-23 08:00"), *wait), processing, rule) == at("2026-11-25 17:00")


def test_a_clock_that_wants_the_fee_starts_with_the_payment() -> None:
    rule = ClockRule(starts=Start.FEE_PAID)
    processing = time_of(TimeUnit.WORKING_MINUTES, 60)
    paid = ClockEvent(at("2026-11-25 09:00"), Happening.FEE_PAID)
    assert due((received("2026-11-23 08:00"),), processing, rule) is None
    assert due((received("2026-11-23 08:00"), paid), processing, rule) == at("2026-11-25 10:00")


def test_a_clock_that_stands_has_no_due_moment() -> None:
    wait = waited(Wait.SUPPLEMENT, "2026-11-25 10:00")
    assert due((received("2026-11-23 08:00"), *wait), time_of(TimeUnit.WORKING_DAYS, 3)) is None


def test_a_wait_after_the_time_has_run_out_changes_nothing() -> None:
    wait = waited(Wait.SUPPLEMENT, "2026-11-27 10:00", "2026-12-10 10:00")
    assert due((received("2026-11-23 08:00"), *wait), time_of(TimeUnit.WORKING_DAYS, 1)) == at(
        "2026-11-25 17:00"
    )


def test_the_reasons_are_told_line_by_line() -> None:
    events = (
        received("2026-11-23 08:00"),
        *waited(Wait.SUPPLEMENT, "2026-11-26 10:00", "2026-11-27 09:00"),
    )
    counted = count(events, ClockRule(), time_of(TimeUnit.WORKING_DAYS, 2), SHIPPED)
    assert due_lines(counted, SHIPPED) == (
        DueLine(LineKind.STARTED, at("2026-11-23 08:00"), left=2),
        DueLine(LineKind.DAY_OFF, at("2026-11-24 00:00"), name="Ngày Văn hóa Việt Nam"),
        DueLine(LineKind.STOPPED, at("2026-11-26 10:00"), 1, 1, Wait.SUPPLEMENT),
        DueLine(LineKind.WENT_ON, at("2026-11-27 09:00"), left=1),
        DueLine(LineKind.DUE, at("2026-11-30 17:00"), spent=1),
    )


# --- the slow, obvious clock ---


class Watched:
    """Looks at the clock again and again and remembers, as a person with a pencil would."""

    def __init__(self, events: tuple[ClockEvent, ...], rule: ClockRule) -> None:
        self._events, self._rule = events, rule
        self.running_since: datetime | None = None
        self.restarted = False

    def look(self, minute: datetime) -> None:
        """See what has happened up to now."""
        gone = [event for event in self._events if event.at <= minute]
        names = {event.happening for event in gone}
        started = Happening.RECEIVED in names
        if self._rule.starts is Start.FEE_PAID:
            started = started and Happening.FEE_PAID in names
        waits = [wait for wait in self._rule.stops if self._is_open(wait, gone)]
        ended_now = [event.wait for event in gone if event.at == minute and self._ends(event, gone)]
        self.restarted = any(wait in self._rule.restarts for wait in ended_now)
        runs = started and not waits
        if not runs:
            self.running_since = None
        elif self.running_since is None or self.restarted:
            self.running_since = minute

    def _is_open(self, wait: Wait, gone: list[ClockEvent]) -> bool:
        of_it = [event.happening for event in gone if event.wait is wait]
        return bool(of_it) and of_it[-1] is Happening.WAIT_BEGAN

    def _ends(self, event: ClockEvent, gone: list[ClockEvent]) -> bool:
        before = gone[: gone.index(event)]
        return (
            event.happening is Happening.WAIT_ENDED
            and event.wait in self._rule.stops
            and bool(event.wait and self._is_open(event.wait, before))
        )


def looks_from(start: datetime, days: int) -> Iterator[datetime]:
    return (start + number * LOOK for number in range(days * 24 * 12))


def is_worked(minute: datetime) -> bool:
    return any(span.opens <= minute.time() < span.closes for span in SMALL.spans(minute.date()))


def closes_at(minute: datetime) -> bool:
    """Say whether the office closes, or a day off ends, before the next look."""
    spans = SMALL.spans(minute.date())
    after = minute + LOOK
    return after.time() == spans[-1].closes if spans else after.time() == time()


def watched_due(
    events: tuple[ClockEvent, ...], rule: ClockRule, processing: ProcessingTime
) -> datetime | None:
    watch, tally = Watched(events, rule), 0
    for minute in looks_from(at("2026-11-19 00:00"), 45):
        watch.look(minute)
        if watch.restarted:
            tally = 0
        if watch.running_since is None:
            continue
        if processing.unit is TimeUnit.WORKING_MINUTES:
            tally += 5 * is_worked(minute)
        elif closes_at(minute) and watch.running_since.date() < minute.date():
            worked = bool(SMALL.spans(minute.date()))
            if processing.unit is TimeUnit.WORKING_DAYS:
                tally += worked
            elif worked or tally + 1 < processing.amount:
                tally += 1
        if tally == processing.amount:
            return minute + LOOK
    return None


MOMENTS = st.integers(0, 12 * 24 * 12).map(lambda steps: at("2026-11-19 00:00") + steps * LOOK)
UNITS = st.sampled_from([TimeUnit.WORKING_MINUTES, TimeUnit.WORKING_DAYS, TimeUnit.CALENDAR_DAYS])


@st.composite
def histories(draw: st.DrawFn) -> tuple[ClockEvent, ...]:
    """Make a reception, perhaps a payment, and waits of which each kind is one after another."""
    events = [ClockEvent(draw(MOMENTS), Happening.RECEIVED)]
    if draw(st.booleans()):
        events.append(ClockEvent(draw(MOMENTS), Happening.FEE_PAID))
    for wait in Wait:
        moments = sorted(draw(st.lists(MOMENTS, max_size=4, unique=True)))
        kinds = (Happening.WAIT_BEGAN, Happening.WAIT_ENDED)
        events += [ClockEvent(moment, kinds[number % 2], wait) for number, moment in enumerate(moments)]
    return tuple(sorted(events, key=lambda event: event.at))


RULES = st.builds(
    ClockRule,
    starts=st.sampled_from(Start),
    stops=st.frozensets(st.sampled_from(Wait)),
    restarts=st.frozensets(st.sampled_from(Wait)),
)


@given(events=histories(), rule=RULES, unit=UNITS, amount=st.integers(1, 6))
@settings(max_examples=40, deadline=None)
def test_any_history_comes_out_as_on_a_clock_that_is_watched(
    events: tuple[ClockEvent, ...], rule: ClockRule, unit: TimeUnit, amount: int
) -> None:
    processing = time_of(unit, amount * (35 if unit is TimeUnit.WORKING_MINUTES else 1))
    counted = count(events, rule, processing, SMALL)
    assert (counted[-1].moment if counted else None) == watched_due(events, rule, processing)


@given(start=MOMENTS, unit=st.sampled_from(TimeUnit), amount=st.integers(1, 8))
def test_the_promise_of_the_reception_is_a_clock_that_nothing_stops(
    start: datetime, unit: TimeUnit, amount: int
) -> None:
    processing = time_of(unit, amount, time(9) if unit is TimeUnit.SAME_DAY else None)
    counted = count((ClockEvent(start, Happening.RECEIVED),), ClockRule(), processing, SMALL)
    assert due_at(start, processing, SMALL).moment == counted[-1].moment


@pytest.mark.parametrize("amount", [1, 2, 5])
def test_half_working_days_are_four_working_hours_each(amount: int) -> None:
    halves = time_of(TimeUnit.HALF_WORKING_DAYS, amount)
    minutes = time_of(TimeUnit.WORKING_MINUTES, amount * 240)
    events = (received("2026-11-23 08:13"), *waited(Wait.FEE, "2026-11-23 10:00", "2026-11-23 15:00"))
    assert due(events, halves) == due(events, minutes)

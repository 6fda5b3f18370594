"""A dossier's clock: what stops it moves the due time, and a second supplement stops nothing."""

from datetime import datetime, timedelta

import pytest
from services.counter import DUTY, Counter, binding, packs
from services.people import RESOURCES, at_the_desk, cast

from counter_app.domain.calendar import VIETNAM
from counter_app.domain.dossier import Dossier
from counter_app.domain.due_lines import LineKind
from counter_app.domain.history import Deed
from counter_app.domain.processing import Wait
from counter_app.services.calendar_data import read_calendar
from counter_app.services.reception import Reception
from counter_app.services.timekeeping import ClockRefusal, SecondSupplement, Timekeeping
from forms.example import read_example

CALENDAR = read_calendar(RESOURCES / "holidays.toml", RESOURCES / "office_hours.toml")
SIGN = DUTY.official.sign
THURSDAY = datetime(2026, 11, 26, tzinfo=VIETNAM)


class Office:
    """A counter with its reception and its clocks."""

    def __init__(self) -> None:
        self.counter = Counter()
        clock, store = self.counter.clock, self.counter.store
        self.reception = Reception(store, binding(clock), CALENDAR, clock)
        self.times = Timekeeping(store, packs()[0], CALENDAR, clock)

    def receive(self, code: str) -> Dossier:
        """Receive the dossier of the procedure's shipped example, its papers excused."""
        drafting = self.counter.drafting
        sheet = self.counter.begin(at_the_desk(cast().ede), code, "a")
        path = RESOURCES / "examples" / f"{code}.toml"
        example = read_example(path, sheet.definition, today=sheet.today)
        sheet = drafting.answer_all(sheet, example.answers, example.unlock)
        for line in sheet.missing_papers:
            sheet = drafting.excuse(sheet, line.paper.slot, "Đã tra cứu")
        return self.reception.receive(sheet)

    def later(self, days: int) -> None:
        """Let days go by."""
        self.counter.clock.move(timedelta(days=days))


def kinds(office: Office) -> list[LineKind]:
    return [line.kind for line in office.times.standing("a").lines]


def test_a_clock_that_nothing_stops_is_due_when_it_was_promised() -> None:
    office = Office()
    dossier = office.receive("1.004194")
    standing = office.times.standing("a")
    assert standing.due_at == dossier.due_at == standing.promised
    assert kinds(office) == [LineKind.STARTED, LineKind.DAY_OFF, LineKind.DUE]
    assert not standing.may_take_back


def test_waiting_for_a_supplement_stops_the_time_and_bringing_it_moves_the_due_day() -> None:
    office = Office()
    dossier = office.receive("1.004194")
    office.later(2)
    stopped = office.times.begin_wait("a", Wait.SUPPLEMENT, SIGN)
    assert (stopped.due_at, stopped.waiting) == (None, (Wait.SUPPLEMENT,))
    office.later(5)
    went_on = office.times.end_wait("a", Wait.SUPPLEMENT, SIGN)
    assert went_on.due_at is not None
    assert went_on.due_at > dossier.due_at
    assert LineKind.STOPPED in kinds(office)
    assert LineKind.WENT_ON in kinds(office)
    with office.counter.store.work() as work:
        (row,) = work.register("", None, limit=5)
        assert row.due_at == went_on.due_at
        assert work.dossier("a").due_at == dossier.due_at
        assert work.outbox_size() == 3


def test_a_second_supplement_is_warned_of_and_stops_nothing() -> None:
    office = Office()
    office.receive("1.004194")
    office.times.begin_wait("a", Wait.SUPPLEMENT, SIGN)
    office.later(1)
    due = office.times.end_wait("a", Wait.SUPPLEMENT, SIGN).due_at
    with pytest.raises(SecondSupplement):
        office.times.begin_wait("a", Wait.SUPPLEMENT, SIGN)
    again = office.times.ask_again("a", SIGN)
    assert again.counts_as_overdue
    assert (again.due_at, again.waiting) == (due, ())


def test_a_step_is_taken_back_on_its_own_day_and_stands_from_the_next_one() -> None:
    office = Office()
    dossier = office.receive("1.004194")
    office.times.begin_wait("a", Wait.OTHER_BODY, SIGN)
    back = office.times.take_back("a", SIGN)
    assert (back.due_at, back.may_take_back) == (dossier.due_at, False)
    office.times.begin_wait("a", Wait.OTHER_BODY, SIGN)
    office.later(1)
    with pytest.raises(ClockRefusal):
        office.times.take_back("a", SIGN)


def test_a_clock_that_begins_with_the_payment_stands_until_the_fee_is_paid() -> None:
    office = Office()
    office.receive("1.012575")
    waiting = office.times.standing("a")
    assert (waiting.awaits_fee, waiting.due_at, waiting.lines) == (True, None, ())
    office.later(3)
    paid = office.times.pay_fee("a", SIGN)
    assert not paid.awaits_fee
    assert paid.due_at is not None
    assert paid.due_at > THURSDAY
    with pytest.raises(ClockRefusal):
        office.times.pay_fee("a", SIGN)


def test_what_is_not_waited_for_cannot_end_and_what_is_cannot_begin_again() -> None:
    office = Office()
    office.receive("1.004194")
    with pytest.raises(ClockRefusal):
        office.times.end_wait("a", Wait.FEE, SIGN)
    office.times.begin_wait("a", Wait.FEE, SIGN)
    with pytest.raises(ClockRefusal):
        office.times.begin_wait("a", Wait.FEE, SIGN)


def test_each_step_is_told_to_history_with_who_made_it() -> None:
    office = Office()
    office.receive("1.004194")
    office.times.begin_wait("a", Wait.SUPPLEMENT, SIGN)
    office.times.take_back("a", SIGN)
    assert office.counter.deeds("a")[-2:] == [
        (Deed.WAIT_BEGAN, "supplement"),
        (Deed.CLOCK_TAKEN_BACK, "wait_began supplement"),
    ]

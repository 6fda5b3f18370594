"""After a copy was put back no number is given that may stand on a paper already."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from services.fakes import FakeStore, FixedClock
from services.people import MORNING

from counter_app.domain.dossier_code import DossierCode
from counter_app.domain.history import Deed
from counter_app.domain.slip import SlipKind
from counter_app.gateways.specimen.desk import specimen_duty
from counter_app.services.numbering import next_code
from counter_app.services.numbers_anew import go_on_after
from counter_app.services.ports import Work
from counter_app.services.slip_grounds import slip_series

DUTY = specimen_duty()
NOON = MORNING.replace(hour=12, minute=0)


def given(work: Work, at: datetime) -> int:
    code = next_code(work, DUTY.office, at)
    assert isinstance(code, DossierCode)
    return code.number


@pytest.mark.parametrize("copied_at", [NOON - timedelta(hours=2), NOON - timedelta(days=1), NOON])
def test_a_restored_desk_gives_no_number_again_however_busy_it_was(copied_at: datetime) -> None:
    """Until noon somebody was received every ten seconds, on the desk that was lost."""
    store, since = FakeStore(), max(copied_at, NOON.replace(hour=0))
    with store.work() as work:
        kept = [given(work, NOON) for _ in range(3)] if copied_at.date() == NOON.date() else []
        lost = [len(kept) + 1 + each for each in range(int((NOON - since) / timedelta(seconds=10)))]
        go_on_after(work, DUTY, copied_at=copied_at, now=NOON)
        anew = [given(work, NOON) for _ in range(2)]
        assert not {*anew} & {*kept, *lost}
        assert work.numbers_given(DUTY.office.code, NOON.date()) == (*kept, *anew)


def test_a_second_restoring_from_the_same_copy_leaves_out_what_the_first_one_gave() -> None:
    copied_at, later = NOON - timedelta(hours=1), NOON + timedelta(minutes=5)
    first, second = FakeStore(), FakeStore()
    with first.work() as work:
        go_on_after(work, DUTY, copied_at=copied_at, now=NOON)
        after_first = [given(work, later) for _ in range(20)]
    with second.work() as work:
        go_on_after(work, DUTY, copied_at=copied_at, now=later)
        assert given(work, later) > max(after_first)


def test_slips_and_provisional_codes_go_on_ahead_too_and_leases_are_left() -> None:
    store, clock = FakeStore(), FixedClock(NOON)
    series, year = slip_series(DUTY.office, SlipKind.SUPPLEMENT, NOON.date())
    with store.work() as work:
        work.next_number(series, year)
        work._kept.leased[DUTY.office.code, NOON.date()] = (21, 22)
        go_on_after(work, DUTY, copied_at=NOON - timedelta(hours=1), now=clock.now())
        assert work.next_number(series, year) == 1 + 61 + 1
        assert work.next_number(f"TAM-{DUTY.office.code}", NOON.date()) > 360
        assert work.take_leased(DUTY.office.code, NOON.date()) is None


def test_history_keeps_when_the_copy_was_made() -> None:
    store = FakeStore()
    with store.work() as work:
        go_on_after(work, DUTY, copied_at=datetime(2026, 1, 2, 8, tzinfo=NOON.tzinfo), now=NOON)
        (act,) = work.history_of("desk")
    assert (act.deed, act.outcome) == (Deed.RESTORED, "2026-01-02T08:00:00+07:00")


def test_the_next_day_begins_at_one_as_ever() -> None:
    store, tomorrow = FakeStore(), NOON + timedelta(days=1)
    with store.work() as work:
        go_on_after(work, DUTY, copied_at=NOON - timedelta(hours=1), now=NOON)
        assert given(work, tomorrow) == 1
    assert tomorrow.date() > date(2026, 1, 1)

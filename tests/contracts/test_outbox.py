"""What the outbox in the desk's database promises: oldest first, and nothing leaves by itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from contracts.samples import MORNING, dossier
from services.fakes import FixedClock, bare
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from counter_app.domain.outbox import LONGEST_PAUSE, Aside, Entry, EntryState, OutboxStanding, pause_after
from counter_app.domain.tally import NumberStretch
from counter_app.errors import NotFound
from counter_app.services.ports import CodeTaken
from counter_app.store.work import DeskStore

SECOND = timedelta(seconds=1)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(MORNING)


@pytest.fixture
def store(tmp_path: Path, clock: FixedClock) -> Iterator[DeskStore]:
    opened = DeskStore(tmp_path / "desk.db", b"k" * 32, fold=bare, clock=clock)
    yield opened
    opened.close()


def put(store: DeskStore, *subjects: str) -> tuple[Entry, ...]:
    """Write an entry about each and give all that wait."""
    with store.work() as work:
        for subject in subjects:
            work.put_outbox("dossier", subject, "{}")
        work.commit()
        return work.outbox.waiting(limit=99)


def due(store: DeskStore, clock: FixedClock) -> list[str]:
    with store.work() as work:
        return [entry.subject for entry in work.outbox.due(clock.now(), limit=99)]


def test_entries_are_due_in_the_order_in_which_they_were_written(store: DeskStore, clock: FixedClock) -> None:
    put(store, "a", "b")
    clock.move(timedelta(days=-1))  # a clock set back changes no order
    put(store, "c")
    assert due(store, clock) == ["a", "b", "c"]


def test_an_entry_keeps_wall_clock_monotonic_time_and_the_hubs_offset(store: DeskStore) -> None:
    with store.work() as work:
        work.keep_preference("hub.offset_ms", "-1500")
        work.commit()
    entries = put(store, "a", "b")
    assert [entry.created_at for entry in entries] == [MORNING, MORNING]
    assert {entry.hub_offset_ms for entry in entries} == {-1500}
    first, second = (entry.monotonic_ms for entry in entries)
    assert first is not None
    assert second is not None
    assert first <= second


def test_it_goes_by_way_of_sent_to_acknowledged_and_stays_so(store: DeskStore, clock: FixedClock) -> None:
    (entry,) = put(store, "a")
    with store.work() as work:
        assert work.outbox.state_of("a") is EntryState.WAITING
        work.outbox.begin([entry.entry_id], clock.now())
        assert work.outbox.state_of("a") is EntryState.SENT
        work.outbox.acknowledge(entry.entry_id, clock.now())
        work.outbox.acknowledge(entry.entry_id, clock.now())  # a repeat is harmless
        work.outbox.set_aside(entry.entry_id, Aside.REFUSED)
        assert work.outbox.state_of("a") is EntryState.ACKNOWLEDGED
        assert work.outbox.standing() == OutboxStanding()
        work.commit()


def test_what_was_put_off_waits_its_time_and_holds_up_no_other(store: DeskStore, clock: FixedClock) -> None:
    first, _ = put(store, "a", "b")
    with store.work() as work:
        work.outbox.put_off(first.entry_id, clock.now() + 5 * SECOND)
        work.commit()
    assert due(store, clock) == ["b"]
    clock.move(5 * SECOND)
    assert due(store, clock) == ["a", "b"]


def test_a_clock_set_back_by_days_stops_nothing(store: DeskStore, clock: FixedClock) -> None:
    (entry,) = put(store, "a")
    with store.work() as work:
        work.outbox.put_off(entry.entry_id, clock.now() + LONGEST_PAUSE)
        work.commit()
    clock.move(timedelta(days=-3))
    assert due(store, clock) == ["a"]


def test_what_lies_aside_is_named_and_leaves_by_a_persons_decision_only(
    store: DeskStore, clock: FixedClock
) -> None:
    first, second = put(store, "a", "b")
    with store.work() as work:
        work.outbox.set_aside(first.entry_id, Aside.REFUSED, "unknown_procedure")
        work.outbox.set_aside(second.entry_id, Aside.PAPER_MISSING)
        assert work.outbox.standing() == OutboxStanding(aside=2)
        assert [(one.aside, one.detail) for one in work.outbox.lying_aside(limit=9)] == [
            (Aside.REFUSED, "unknown_procedure"),
            (Aside.PAPER_MISSING, ""),
        ]
        work.outbox.send_again(first.entry_id)
        with pytest.raises(NotFound):
            work.outbox.leave_out(first.entry_id, clock.now())
        work.outbox.leave_out(second.entry_id, clock.now())
        assert work.outbox.state_of("b") is EntryState.LEFT_OUT
        assert work.outbox.standing() == OutboxStanding(waiting=1, since=MORNING)
        work.commit()
    with store.work() as work, pytest.raises(IntegrityError):
        work._connection.execute(text("UPDATE outbox SET left_out_at = NULL WHERE subject = 'b'"))


def test_a_dossiers_line_says_how_far_all_that_is_told_of_it_has_come(
    store: DeskStore, clock: FixedClock
) -> None:
    with store.work() as work:
        work.add_dossier(dossier(1))
        work.add_dossier(dossier(2))
        work.put_outbox("dossier", "dossier-1", "{}")
        (entry,) = work.outbox.waiting(limit=9)
        work.outbox.begin([entry.entry_id], clock.now())
        work.outbox.acknowledge(entry.entry_id, clock.now())
        lines = {line.dossier_id: line.sent for line in work.register("", None, limit=9)}
        assert lines == {"dossier-1": EntryState.ACKNOWLEDGED, "dossier-2": None}
        work.put_outbox("clock", "dossier-1", "{}")
        (line,) = work.register("260114-0001", None, limit=9)
        assert line.sent is EntryState.WAITING


def test_leased_numbers_are_given_in_order_each_once_and_a_repeated_grant_adds_none(store: DeskStore) -> None:
    office, day = "H26.99", MORNING.date()
    with store.work() as work:
        request = work.leases.request(office, day)
        assert work.leases.request(office, day) == request
        assert work.take_leased(office, day) is None
        work.leases.grant(request, 21, 22)
        work.leases.grant(request, 31, 40)
        assert work.leases.request(office, day) != request
        assert work.take_leased(office, day + timedelta(days=1)) is None
        assert work.numbers_left(office, day) == (NumberStretch(21, 22),)
        assert [work.take_leased(office, day) for _ in range(3)] == [21, 22, None]
        assert work.numbers_left(office, day) == ()
        (lease,) = work.leases.of(office, day)
        assert (lease.first, lease.last, lease.left) == (21, 22, 0)


def test_a_lasting_code_stands_beside_the_provisional_one_and_both_find_the_dossier(store: DeskStore) -> None:
    with store.work() as work:
        work.add_dossier(dossier(1))
        work.add_dossier(dossier(2))
        for _ in range(2):
            work.give_code("dossier-1", "H26.99-260114-0777")
        with pytest.raises(CodeTaken):
            work.give_code("dossier-2", "H26.99-260114-0777")
        with pytest.raises(CodeTaken):
            work.give_code("dossier-2", dossier(1).code)
        with pytest.raises(NotFound):
            work.give_code("dossier-3", "H26.99-260114-0778")
        assert work.dossier("dossier-1").known_code == "H26.99-260114-0777"
        for code in ("260114-0777", "260114-0001"):
            (line,) = work.register(code, None, limit=9)
            assert (line.code, line.final_code) == (dossier(1).code, "H26.99-260114-0777")
        work.commit()


def test_nothing_more_is_taken_from_leases_that_were_ended(store: DeskStore) -> None:
    """Neither what is left of them, nor what a repeated request would bring once more."""
    day = MORNING.date()
    with store.work() as work:
        answered = work.leases.request("H26", day)
        work.leases.grant(answered, 21, 23)
        asked = work.leases.request("H26", day)
        assert work.take_leased("H26", day) == 21
        work.end_leases()
        assert work.take_leased("H26", day) is None
        assert work.leases.request("H26", day) != asked
        assert work.numbers_given("H26", day) == (21,)


def test_the_ledger_of_uploads_survives_the_program(store: DeskStore) -> None:
    with store.work() as work:
        work.uploads.note("ab", 262_144)
        work.uploads.note("ab", 524_288)
        work.commit()
    with store.work() as work:
        assert work.uploads.arrived("ab") == 524_288
        work.uploads.finish("ab")
        assert work.uploads.arrived("ab") == 0


def test_pauses_double_up_to_five_minutes_and_are_never_the_same_for_all() -> None:
    assert [pause_after(tries, 0).seconds for tries in (1, 2, 3, 8, 9, 99)] == [2, 4, 8, 256, 300, 300]
    assert pause_after(3, 1) == pause_after(3, 0) / 2

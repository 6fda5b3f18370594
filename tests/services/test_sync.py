"""Sync over the desk's real database and sealed files: nothing is lost, doubled, or held up by another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from contracts.samples import MORNING, dossier, paper
from services.fake_hub import FakeHub
from services.fakes import FixedClock, SomeKey, bare, plain_rounds
from sqlalchemy import text

from counter_app.domain.dossier import Dossier
from counter_app.domain.dossier_code import DossierCode, ProvisionalCode
from counter_app.domain.outbox import Aside, Entry, EntryState
from counter_app.domain.paper import Document
from counter_app.gateways.specimen.desk import specimen_duty
from counter_app.services.enrolment import AlreadyEnrolled, Enrolling, NoHub
from counter_app.services.hub_port import HubAway, HubBusy, HubFault, HubRefused
from counter_app.services.lease_keeping import AT_ONCE, DAYS_AHEAD
from counter_app.services.numbering import next_code
from counter_app.services.reception import _keep
from counter_app.services.sync import Sync, SyncEnd, SyncReport
from counter_app.store.engine import open_engine
from counter_app.store.key_chest import KeyChest
from counter_app.store.sealed import SealedFolder
from counter_app.store.work import DeskStore
from counter_app.wire.changes import Change, DossierState, StatusTold
from counter_app.wire.codes import ErrorCode
from counter_app.wire.entries import Entries
from counter_app.wire.papers import CHUNK
from counter_app.wire.text import to_json

KEY = b"k" * 32
OFFICE = specimen_duty().office


@dataclass
class Place:
    """A desk's disk, its clock, and the hub it knows."""

    store: DeskStore
    sealed: SealedFolder
    clock: FixedClock
    hub: FakeHub

    def sync(self) -> Sync:
        """Give a sync of a program that was just started."""
        return sync_of(self, self.hub)

    def run(self, should_stop: Callable[[], bool] = lambda: False) -> SyncReport:
        """Run sync once."""
        return self.sync().run(should_stop)

    def receive(self, number: int, content: bytes = b"") -> Dossier:
        """Receive a dossier with one sealed paper."""
        document = content or f"paper of dossier {number}".encode()
        sha256 = self.sealed.seal(document)
        given = replace(paper(sha256), document=Document(sha256, len(document)))
        received = replace(dossier(number), papers=(given,))
        with self.store.work() as work:
            _keep(work, received, OFFICE.code)
            work.commit()
        return received

    def states(self) -> dict[str, EntryState | None]:
        """Say how far what is told of each dossier has come."""
        with self.store.work() as work:
            return {line.dossier_id: line.sent for line in work.register("", None, limit=999)}

    def aside(self) -> list[tuple[str, Aside | None]]:
        """List what lies aside, and why."""
        with self.store.work() as work:
            return [(entry.kind, entry.aside) for entry in work.outbox.lying_aside(limit=99)]

    def waiting(self) -> tuple[Entry, ...]:
        """List what waits."""
        with self.store.work() as work:
            return work.outbox.waiting(limit=999)


def sync_of(place: Place, hub: FakeHub | None) -> Sync:
    return Sync(
        place.store,
        place.sealed,
        place.clock,
        hub=hub,
        office_code=OFFICE.code,
        rounds=plain_rounds(place.store, place.clock),
    )


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    clock = FixedClock(MORNING)
    store = DeskStore(tmp_path / "desk.db", KEY, fold=bare, clock=clock)
    at = Place(
        store,
        SealedFolder(tmp_path / "papers", KeyChest(tmp_path / "keys", KEY, MORNING.date)),
        clock,
        FakeHub(),
    )
    Enrolling(store, at.hub, SomeKey()).enrol("GOOD-CODE", specimen_duty())
    at.hub.log.clear()
    yield at
    store.close()


def test_a_desk_without_a_hub_keeps_everything_and_says_so(place: Place) -> None:
    place.receive(1)
    alone = sync_of(place, None)
    assert alone.run() == SyncReport(SyncEnd.NO_HUB)
    assert not alone.has_hub
    assert len(place.waiting()) == 2


def test_papers_go_before_the_dossier_that_names_them_and_all_is_acknowledged(place: Place) -> None:
    received = place.receive(1)
    assert place.run() == SyncReport(SyncEnd.DONE, acknowledged=2, uploaded=18)
    assert [entry.kind for entry in place.hub.entries.values()] == ["paper", "dossier"]
    assert list(place.hub.papers) == [
        received.papers[0].document.sha256 if received.papers[0].document else ""
    ]
    assert place.states() == {"dossier-1": EntryState.ACKNOWLEDGED}
    assert place.run() == SyncReport(SyncEnd.DONE)


def test_a_month_without_a_line_arrives_at_once_and_a_repeat_adds_nothing(place: Place) -> None:
    place.hub.away = True
    for number in range(1, 121):
        place.receive(number)
    assert place.run().end is SyncEnd.AWAY
    place.hub.away = False
    assert place.run() == SyncReport(SyncEnd.DONE, acknowledged=240, uploaded=2_292)
    assert set(place.states().values()) == {EntryState.ACKNOWLEDGED}
    assert len(place.hub.entries) == 240


def test_an_answer_that_was_lost_is_asked_for_again_and_counts_once(place: Place) -> None:
    place.receive(1)
    lost: list[str] = []

    def lose_the_first(step: str, about: object) -> Exception | None:
        if step == "send" and not lost:
            lost.append(step)
            assert isinstance(about, Entries)
            for entry in about.entries:
                place.hub._keep(entry)
            return HubAway()
        return None

    place.hub.failing = lose_the_first
    assert place.run().end is SyncEnd.AWAY
    assert place.states() == {"dossier-1": EntryState.SENT}
    assert place.run().acknowledged == 2
    assert len(place.hub.entries) == 2


def test_an_upload_goes_on_where_the_line_was_cut(place: Place) -> None:
    place.receive(1, bytes(range(256)) * 4_096)  # four chunks
    cut = [HubAway()]

    def cut_at_the_third(step: str, about: object) -> Exception | None:
        is_third = isinstance(about, tuple) and about[1] == 2 * CHUNK
        return cut.pop() if step == "chunk" and is_third and cut else None

    place.hub.failing = cut_at_the_third
    assert place.run().end is SyncEnd.AWAY
    place.hub.log.clear()
    assert place.run().uploaded == 2 * CHUNK
    assert place.hub.log.count("chunk") == 2
    assert place.states() == {"dossier-1": EntryState.ACKNOWLEDGED}


def test_papers_that_were_there_before_the_line_was_cut_are_not_sent_once_more(place: Place) -> None:
    for number in range(1, 4):
        place.receive(number)
    cuts: list[str] = []

    def cut_the_first(step: str, _about: object) -> Exception | None:
        if step == "send" and not cuts:
            cuts.append(step)
            return HubAway()
        return None

    place.hub.failing = cut_the_first
    assert place.run().end is SyncEnd.AWAY
    assert place.run().end is SyncEnd.DONE
    assert place.hub.log.count("chunk") == 3


def test_what_had_come_before_the_line_was_cut_is_told_before_more_is_brought(place: Place) -> None:
    for number in range(1, 4):
        place.receive(number)
    cuts = [HubAway()]
    place.hub.failing = lambda step, _: (
        cuts.pop() if step == "chunk" and place.hub.log.count("chunk") == 2 and cuts else None
    )
    sync = place.sync()
    assert sync.run().end is SyncEnd.AWAY
    place.hub.log.clear()
    assert sync.run().acknowledged == 6
    assert [step for step in place.hub.log if step in {"paper", "chunk", "send"}] == [
        "send",
        "paper",
        "chunk",
        "send",
    ]


def test_asked_to_stop_it_ends_between_two_chunks_and_goes_on_later(place: Place) -> None:
    place.receive(1, b"x" * 3 * CHUNK)
    assert place.run(lambda: "chunk" in place.hub.log).end is SyncEnd.STOPPED
    assert place.hub.log.count("chunk") == 1
    assert place.run().end is SyncEnd.DONE
    assert place.hub.log.count("chunk") == 3


def test_chunks_that_came_to_another_whole_are_sent_once_more(place: Place) -> None:
    received = place.receive(1, b"x" * 2 * CHUNK)
    document = received.papers[0].document
    assert document
    place.hub.chunks[document.sha256] = {0: b"y" * CHUNK}
    with place.store.work() as work:
        work.uploads.note(document.sha256, CHUNK)
        work.commit()
    assert place.run().end is SyncEnd.DONE
    assert place.hub.papers[document.sha256] == b"x" * 2 * CHUNK


def test_one_poisoned_entry_goes_aside_and_ninety_nine_pass_in_the_same_run(place: Place) -> None:
    for number in range(1, 101):
        place.receive(number)

    def refuse_the_fiftieth(step: str, about: object) -> Exception | None:
        poisoned = isinstance(about, Entries) and any(one.subject == "dossier-50" for one in about.entries)
        return HubRefused(ErrorCode.MALFORMED, "content.form") if step == "send" and poisoned else None

    place.hub.failing = refuse_the_fiftieth
    assert place.run().acknowledged == 199
    states = place.states()
    assert states.pop("dossier-50") is EntryState.ASIDE
    assert set(states.values()) == {EntryState.ACKNOWLEDGED}
    with place.store.work() as work:
        (aside,) = work.outbox.lying_aside(limit=9)
        assert (aside.aside, aside.detail) == (Aside.REFUSED, "content.form")


def test_an_entry_with_which_the_hub_has_a_fault_is_tried_later_and_the_others_pass(place: Place) -> None:
    for number in range(1, 5):
        place.receive(number)

    def fault_with_the_second(step: str, about: object) -> Exception | None:
        hit = isinstance(about, Entries) and any(one.subject == "dossier-2" for one in about.entries)
        return HubFault() if step == "send" and hit else None

    place.hub.failing = fault_with_the_second
    assert place.run().end is SyncEnd.DONE
    assert [entry.subject for entry in place.waiting()] == ["dossier-2"]
    place.hub.failing = lambda _step, _about: None
    assert place.run().acknowledged == 0
    place.clock.move(timedelta(minutes=5))
    assert place.run().acknowledged == 1


def test_a_hub_with_a_fault_of_its_own_is_not_asked_for_every_entry(place: Place) -> None:
    for number in range(1, 31):
        place.receive(number)
    place.hub.failing = lambda step, _: HubFault() if step == "send" else None
    assert place.run().end is SyncEnd.BUSY
    assert len(place.waiting()) == 60


@pytest.mark.parametrize("harm", ["missing", "damaged"])
def test_a_paper_that_is_not_whole_here_goes_aside_with_what_names_it(place: Place, harm: str) -> None:
    received = place.receive(1)
    place.receive(2)
    document = received.papers[0].document
    assert document
    if harm == "missing":
        place.sealed.remove(document.sha256)
    else:
        place.sealed._path(document.sha256).write_bytes(b"?" * 60)
    assert place.run().acknowledged == 2
    why = Aside.PAPER_MISSING if harm == "missing" else Aside.PAPER_DAMAGED
    assert place.aside() == [("paper", why), ("dossier", why)]


def test_a_paper_the_hub_has_lost_is_brought_again(place: Place) -> None:
    place.receive(1)
    (told, _) = place.waiting()
    with place.store.work() as work:
        work.outbox.acknowledge(told.entry_id, MORNING)
        work.commit()
    assert place.run() == SyncReport(SyncEnd.DONE, acknowledged=1, uploaded=18)


def test_a_revoked_desk_says_so_and_keeps_everything(place: Place) -> None:
    place.receive(1)
    place.hub.failing = lambda _step, _about: HubRefused(ErrorCode.REVOKED)
    assert place.run() == SyncReport(SyncEnd.REFUSED, code=ErrorCode.REVOKED)
    assert len(place.waiting()) == 2


def test_a_busy_hub_says_how_long_to_wait(place: Place) -> None:
    place.receive(1)
    place.hub.failing = lambda _step, _about: HubBusy(7)
    assert place.run() == SyncReport(SyncEnd.BUSY, pause_s=7)


def test_entries_of_before_whole_messages_are_completed_from_what_is_kept(
    place: Place, tmp_path: Path
) -> None:
    received = place.receive(1)
    document = received.papers[0].document
    assert document
    engine = open_engine(tmp_path / "desk.db", KEY)
    with engine.begin() as connection:
        connection.execute(text("DROP TRIGGER outbox_entries_stay"))
        old = f'{{"dossier":"dossier-1","slot":"declaration","pages":1,"bytes":{document.size}}}'
        connection.execute(text("UPDATE outbox SET is_whole = 0, content = :old"), {"old": old})
    engine.dispose()
    assert place.run().acknowledged == 2
    (_, told) = place.hub.entries.values()
    assert '"full_name":"Nguyễn Thị Hương"' in told.content


def test_an_entry_nobody_could_read_goes_aside(place: Place) -> None:
    with place.store.work() as work:
        work.put_outbox("dossier", "dossier-9", '{"dossier_id":"dossier-9"}')
        work.put_outbox("novelty", "dossier-9", "{}")
        work.commit()
    place.receive(1)
    assert place.run().acknowledged == 2
    assert place.aside() == [("dossier", Aside.UNREADABLE), ("novelty", Aside.UNREADABLE)]


def test_numbers_of_the_coming_days_are_leased_once_and_given_in_order(place: Place) -> None:
    place.run()
    assert place.hub.log.count("lease") == DAYS_AHEAD
    place.run()
    assert place.hub.log.count("lease") == DAYS_AHEAD
    with place.store.work() as work:
        codes = [next_code(work, OFFICE, MORNING) for _ in range(AT_ONCE + 2)]
    assert [code.number for code in codes if isinstance(code, DossierCode)] == list(range(1, AT_ONCE + 1))
    left = [code for code in codes if isinstance(code, ProvisionalCode)]
    assert [str(code) for code in left] == [
        "TH-TAM-H26.99-260114-Q3A-0001",
        "TH-TAM-H26.99-260114-Q3A-0002",
    ]


def test_a_lease_whose_answer_was_lost_is_not_asked_for_twice(place: Place) -> None:
    def lose_it(step: str, about: object) -> Exception | None:
        if step == "lease":
            place.hub.failing = lambda _step, _about: None
            place.hub.lease(about)  # type: ignore[arg-type]
            return HubAway()
        return None

    place.hub.failing = lose_it
    place.run()
    place.run()
    assert place.hub.next_number[MORNING.date()] == AT_ONCE + 1


def test_a_number_this_desk_had_given_by_itself_is_never_given_again(place: Place) -> None:
    with place.store.work() as work:
        alone = replace(dossier(1), code="TH-H26.99-260114-0001")
        work.add_dossier(alone)
        work.commit()
    place.run()
    with place.store.work() as work:
        assert str(next_code(work, OFFICE, MORNING)) == "TH-H26.99-260114-0002"


def test_the_hubs_answer_brings_the_lasting_code_and_history_says_so(place: Place) -> None:
    provisional = "TAM-H26.99-260114-Q3A-0001"
    received = replace(dossier(1), code=provisional, provisional=True, papers=())
    with place.store.work() as work:
        _keep(work, received, OFFICE.code)
        work.commit()
    place.hub.codes["dossier-1"] = "H26.99-260114-0431"
    place.run()
    with place.store.work() as work:
        kept = work.dossier("dossier-1")
        assert (kept.code, kept.final_code) == (provisional, "H26.99-260114-0431")
        assert kept.code_words == f"H26.99-260114-0431 (thay mã tạm {provisional})"
        last = work.history_of("dossier-1")[-1]
        assert (last.deed, last.outcome, last.reason) == ("code_given", "H26.99-260114-0431", provisional)


def test_a_dossier_that_came_with_a_code_keeps_it(place: Place) -> None:
    with place.store.work() as work:
        code = next_code(work, OFFICE, MORNING, existing="G22.99-260101-12345")
    assert str(code) == "G22.99-260101-12345"


def test_a_desk_enrols_once_and_only_where_there_is_a_hub(place: Place) -> None:
    with pytest.raises(NoHub):
        Enrolling(place.store, None, SomeKey()).enrol("GOOD-CODE", specimen_duty())
    with pytest.raises(AlreadyEnrolled):
        Enrolling(place.store, place.hub, SomeKey()).enrol("GOOD-CODE", specimen_duty())


def test_what_the_hub_says_of_a_dossier_stands_in_history_and_moves_its_due_time(place: Place) -> None:
    place.receive(1)
    due = MORNING + timedelta(days=9)
    status = StatusTold("dossier-1", "H26.99-260114-0001", DossierState.WAITING, MORNING, due, "bổ sung")
    other = replace(status, dossier_id="of-another-desk")
    place.hub.told = [
        Change(1, "status", "dossier-1", MORNING, to_json(status)),
        Change(2, "status", "of-another-desk", MORNING, to_json(other)),
        Change(3, "novelty", "x", MORNING, "{}"),
        Change(4, "status", "dossier-1", MORNING, "{}"),
    ]
    place.run()
    place.run()
    with place.store.work() as work:
        (line,) = work.register("", None, limit=9)
        assert line.due_at == due
        told = [act for act in work.history_of("dossier-1") if act.deed == "status_told"]
        assert [(act.outcome, act.reason) for act in told] == [("waiting", "bổ sung")]


def test_a_hub_that_only_says_there_is_more_is_not_asked_for_ever(place: Place) -> None:
    place.hub.told = [Change(n, "novelty", "x", MORNING, "{}") for n in range(1, 251)]
    place.run()
    assert place.hub.log.count("changes") == 3

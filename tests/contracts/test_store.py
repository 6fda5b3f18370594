"""What every store promises, asked of the encrypted database and of the fake alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from contracts.samples import HUONG, MORNING, act, dossier, draft, outcome, person
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from services.fakes import FakeStore, FixedClock, bare
from services.people import at_the_desk, cast

from counter_app.domain.account import Account, FactorKind, SecondFactor
from counter_app.domain.citizen_id import CitizenId
from counter_app.domain.clock_history import ClockEvent, Happening
from counter_app.domain.history import Deed
from counter_app.domain.payment import Payment, PaymentWay
from counter_app.domain.processing import Wait
from counter_app.domain.rights import Role
from counter_app.domain.void import Void
from counter_app.errors import NotFound
from counter_app.services.ports import CodeTaken, Store
from counter_app.store.work import DeskStore

TODAY = MORNING.date()
PEOPLE = (
    ("Nguyễn Thị Hương", HUONG),
    ("Đặng Văn Ân", "000090123456"),
    ("Y Moan Êban", "000085000123"),
    ("Lê Hương Giang", "000190999317"),
)


@pytest.fixture(params=["real", "fake"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if request.param == "fake":
        yield FakeStore()
        return
    real = DeskStore(tmp_path / "desk.db", b"k" * 32, fold=bare, clock=FixedClock(MORNING))
    yield real
    real.close()


def receive(store: Store, *names: tuple[str, str]) -> None:
    """Receive one dossier from each, the first yesterday and the others today."""
    with store.work() as work:
        for number, (full_name, digits) in enumerate(names, start=1):
            day = MORNING - timedelta(days=number == 1)
            work.add_dossier(dossier(number, whose=person(full_name, digits), received_at=day))
        work.commit()


def found(store: Store, query: str, day: date | None = None) -> list[str]:
    """Give the names on the lines of the register that match."""
    with store.work() as work:
        return [line.holder_name for line in work.register(query, day, limit=10)]


def test_what_was_committed_is_there_in_the_next_work(store: Store) -> None:
    with store.work() as work:
        work.save_draft(draft())
        work.add_dossier(dossier())
        work.keep_preference("printer", "Quầy 1")
        work.commit()
    with store.work() as work:
        assert work.draft("draft-1") == draft()
        assert work.dossier("dossier-1") == dossier()
        assert work.preference("printer") == "Quầy 1"


def test_a_work_left_without_commit_leaves_nothing(store: Store) -> None:
    with store.work() as work:
        work.save_draft(draft())
        work.add_dossier(dossier())
        work.put_outbox("dossier", "dossier-1", "{}")
        work.write_history(act("dossier-1"))
        work.keep_preference("printer", "Quầy 1")
    with store.work() as work:
        assert work.drafts() == ()
        assert work.register("", None, limit=10) == ()
        assert work.outbox_size() == 0
        assert work.history_of("dossier-1") == ()
        assert work.preference("printer") == ""


def test_a_work_that_fails_halfway_leaves_nothing_after_its_commit(store: Store) -> None:
    def fail_after_commit() -> None:
        with store.work() as work:
            work.save_draft(draft(1))
            work.commit()
            work.save_draft(draft(2))
            work.draft("draft-3")

    with pytest.raises(NotFound):
        fail_after_commit()
    with store.work() as work:
        assert [kept.draft_id for kept in work.drafts()] == ["draft-1"]


def test_a_draft_replaces_the_one_saved_before_it(store: Store) -> None:
    with store.work() as work:
        work.save_draft(draft(form='{"a": 1}'))
        work.save_draft(draft(form='{"a": 2}'))
        assert [kept.form for kept in work.drafts()] == ['{"a": 2}']


def test_drafts_are_listed_the_latest_saved_first_whatever_their_offset(store: Store) -> None:
    with store.work() as work:
        work.save_draft(draft(1, saved_at=MORNING))
        work.save_draft(draft(2, saved_at=MORNING + timedelta(minutes=2)))
        work.save_draft(draft(3, saved_at=MORNING + timedelta(minutes=1)))
        assert [kept.draft_id for kept in work.drafts()] == ["draft-2", "draft-3", "draft-1"]


def test_the_drafts_of_people_are_those_in_which_they_apply_or_are_the_holder(store: Store) -> None:
    lan, minh = person("Trần Thị Lan", "000190000025"), person("Lê Văn Minh", "000090000033")
    with store.work() as work:
        work.save_draft(draft(1, saved_at=MORNING))
        work.save_draft(replace(draft(2, saved_at=MORNING + timedelta(minutes=2)), applicant=lan))
        work.save_draft(replace(draft(3, saved_at=MORNING + timedelta(minutes=1)), holder=lan))
        work.save_draft(replace(draft(4), applicant=minh))
        theirs = work.drafts_of([lan.citizen_id])
        assert [kept.draft_id for kept in theirs] == ["draft-2", "draft-3"]
        assert len(work.drafts_of([lan.citizen_id, minh.citizen_id])) == 3
        assert work.drafts_of([]) == ()


def test_a_draft_is_its_persons_by_the_number_in_force_and_not_by_a_cancelled_one_on_the_card(
    store: Store,
) -> None:
    at_desk = at_the_desk(cast().ede)
    renumbered = replace(at_desk, card=replace(at_desk.card, citizen_id=CitizenId(HUONG)))
    with store.work() as work:
        work.save_draft(replace(draft(), applicant=renumbered))
        assert len(work.drafts_of([cast().ede.citizen_id])) == 1
        assert work.drafts_of([CitizenId(HUONG)]) == ()


def test_the_drafts_of_a_basket_are_no_others(store: Store) -> None:
    with store.work() as work:
        for number, basket in enumerate(("", "draft-2", "draft-2", "draft-4"), start=1):
            work.save_draft(replace(draft(number), basket=basket))
        assert {kept.draft_id for kept in work.drafts_in("draft-2")} == {"draft-2", "draft-3"}


def test_a_dropped_draft_is_not_found_and_may_be_dropped_again(store: Store) -> None:
    with store.work() as work:
        work.save_draft(draft())
        work.drop_draft("draft-1")
        work.drop_draft("draft-1")
        with pytest.raises(NotFound):
            work.draft("draft-1")


def test_a_code_is_given_once_and_the_work_may_go_on_with_another(store: Store) -> None:
    with store.work() as work:
        work.add_dossier(dossier(1))
        with pytest.raises(CodeTaken):
            work.add_dossier(dossier(1))
        work.add_dossier(dossier(2))
        work.commit()
    with store.work() as work:
        assert work.dossier("dossier-2").code.endswith("0002")


def test_dossiers_received_together_are_found_by_their_link_in_order(store: Store) -> None:
    with store.work() as work:
        for number in (1, 2, 3):
            work.add_dossier(replace(dossier(number), linked="" if number == 2 else "dossier-1"))
        work.commit()
    with store.work() as work:
        assert [one.dossier_id for one in work.linked("dossier-1")] == ["dossier-1", "dossier-3"]
        assert work.linked("") == ()
        assert [row.linked for row in work.register("", None, limit=9)] == ["dossier-1", "", "dossier-1"]


def test_a_dossier_is_found_by_the_whole_of_any_code_it_has_had(store: Store) -> None:
    with store.work() as work:
        for number in (1, 2):
            work.add_dossier(dossier(number))
        work.give_code("dossier-2", "H26.99-260114-0777")
        work.commit()
    with store.work() as work:
        for code in (dossier(2).code, "H26.99-260114-0777"):
            (found,) = work.dossiers_of_code(code)
            assert (found.dossier_id, found.final_code) == ("dossier-2", "H26.99-260114-0777")
        assert work.dossiers_of_code(dossier(1).code) == (work.dossier("dossier-1"),)
        assert work.dossiers_of_code(dossier(1).code[:-1]) == ()


def test_a_code_from_elsewhere_stands_once_at_a_time_and_an_own_one_only_ever_once(store: Store) -> None:
    portal = replace(dossier(1), code="G22.99-260101-12345", number_of_day=0)
    with store.work() as work:
        for one in (portal, dossier(3)):
            work.add_dossier(one)
        with pytest.raises(CodeTaken):
            work.add_dossier(replace(portal, dossier_id="dossier-2"))
        for one in (portal, dossier(3)):
            work.add_record(Void(one.dossier_id, one.code, MORNING, "lan", "nhầm"))
        work.add_dossier(replace(portal, dossier_id="dossier-2"))
        with pytest.raises(CodeTaken):
            work.add_dossier(replace(dossier(3), dossier_id="dossier-4"))
        work.commit()
    with store.work() as work:
        found = work.dossiers_of_code(portal.code)
        assert [(one.dossier_id, one.void is not None) for one in found] == [
            ("dossier-2", False),
            ("dossier-1", True),
        ]


def test_an_unknown_dossier_is_not_found(store: Store) -> None:
    with store.work() as work:
        with pytest.raises(NotFound):
            work.dossier("dossier-9")
        with pytest.raises(NotFound):
            work.count_print("dossier-9")


def test_prints_are_counted_and_seen_on_the_dossier_and_in_the_register(store: Store) -> None:
    with store.work() as work:
        work.add_dossier(dossier())
        assert [work.count_print("dossier-1"), work.count_print("dossier-1")] == [0, 1]
        assert work.dossier("dossier-1").prints == 2
        assert work.register("", None, limit=1)[0].prints == 2


def test_numbers_begin_at_one_for_each_office_and_day(store: Store) -> None:
    tomorrow = TODAY + timedelta(days=1)
    with store.work() as work:
        assert [work.next_number("H26", TODAY) for _ in range(3)] == [1, 2, 3]
        assert work.next_number("H26", tomorrow) == 1
        assert work.next_number("H27", TODAY) == 1
        work.commit()
    with store.work() as work:
        assert work.next_number("H26", TODAY) == 4


def test_lines_about_a_dossier_stay_in_their_order_by_kind_subject_and_day(store: Store) -> None:
    paid = [
        Payment(f"dossier-{number}", MORNING + timedelta(days=days), "lan", 5_000 + number, PaymentWay.CASH)
        for number, days in ((1, 0), (2, 0), (1, 1))
    ]
    void = Void("dossier-1", "H26", MORNING, "lan", "nhập nhầm")
    with store.work() as work:
        for payment in paid:
            work.add_record(payment)
        work.add_record(void)
        work.commit()
    with store.work() as work:
        assert work.records_of(Payment, "dossier-1") == (paid[0], paid[2])
        assert work.records_on(Payment, TODAY) == (paid[0], paid[1])
        assert work.records_of(Void, "dossier-1") == (void,)
        assert work.records_of(Void, "dossier-2") == ()


def test_a_voided_dossier_says_so_wherever_it_is_read(store: Store) -> None:
    receive(store, *PEOPLE[:3])
    void = Void("dossier-2", "H26", MORNING, "lan", "nhập nhầm")
    with store.work() as work:
        work.add_record(void)
        assert work.dossier("dossier-2").void == void
        assert [one.void for one in work.received_on(TODAY)] == [void, None]
        assert {row.dossier_id: row.is_void for row in work.register("", None, limit=9)} == {
            "dossier-1": False,
            "dossier-2": True,
            "dossier-3": False,
        }


def test_only_the_drafts_received_last_can_be_taken_back_once(store: Store) -> None:
    with store.work() as work:
        work.keep_undoable("a", (draft(1),))
        work.keep_undoable("b", (draft(3), draft(2)))
        work.commit()
    with store.work() as work:
        assert work.take_undoable("a") == ()
        assert [kept.draft_id for kept in work.take_undoable("b")] == ["draft-3", "draft-2"]
        assert work.take_undoable("b") == ()


def test_the_numbers_of_a_day_that_were_given_are_known(store: Store) -> None:
    with store.work() as work:
        assert work.numbers_given("H26", TODAY) == ()
        for _ in range(3):
            work.next_number("H26", TODAY)
        work.next_number("H27", TODAY)
        assert work.numbers_given("H26", TODAY) == (1, 2, 3)


def test_numbers_that_are_left_out_are_given_by_nobody(store: Store) -> None:
    with store.work() as work:
        assert [work.next_number("H26", TODAY) for _ in range(2)] == [1, 2]
        work.skip_numbers("H26", TODAY, 40)
        assert [work.next_number("H26", TODAY) for _ in range(2)] == [43, 44]
        work.skip_numbers("H26", TODAY, 1)
        work.skip_numbers("H26", TODAY, 1)
        assert work.next_number("H26", TODAY) == 47
        work.skip_numbers("H27", TODAY, 5)
        assert work.numbers_given("H26", TODAY) == (1, 2, 43, 44, 47)
        assert work.numbers_given("H27", TODAY) == ()
        assert work.next_number("H27", TODAY) == 6


def test_a_citizens_dossiers_are_listed_the_latest_first_and_masked(store: Store) -> None:
    receive(store, PEOPLE[0], PEOPLE[1], PEOPLE[0])
    with store.work() as work:
        lines = work.dossiers_of(CitizenId(HUONG))
    assert [line.dossier_id for line in lines] == ["dossier-3", "dossier-1"]
    assert lines[0].masked_id == "0001•••••017"
    assert (lines[0].received_at, lines[0].received_at.hour, lines[0].papers) == (MORNING, 8, 1)


def test_recent_procedures_come_once_each_the_latest_first(store: Store) -> None:
    with store.work() as work:
        for number, code in enumerate(["a", "b", "a", "c", "b"], start=1):
            work.add_dossier(dossier(number, procedure_code=code))
        assert work.recent_procedures(limit=10) == ("b", "c", "a")
        assert work.recent_procedures(limit=2) == ("b", "c")


def test_the_outbox_counts_what_waits(store: Store) -> None:
    with store.work() as work:
        work.put_outbox("paper", "ab", "{}")
        work.put_outbox("dossier", "dossier-1", "{}")
        assert work.outbox_size() == 2


def test_history_tells_the_acts_about_one_subject_oldest_first(store: Store) -> None:
    acts = [act("draft-1", Deed.STARTED_DRAFT), act("draft-2"), act("draft-1", Deed.ADDED_PAPER)]
    with store.work() as work:
        for done in acts:
            work.write_history(done)
        assert work.history_of("draft-1") == (acts[0], acts[2])


def test_an_empty_query_lists_the_day(store: Store) -> None:
    receive(store, *PEOPLE)
    assert found(store, "", TODAY) == ["Lê Hương Giang", "Y Moan Êban", "Đặng Văn Ân"]
    assert found(store, " ", TODAY - timedelta(days=1)) == ["Nguyễn Thị Hương"]
    assert found(store, "", TODAY + timedelta(days=1)) == []


def test_the_register_gives_no_more_lines_than_asked_for(store: Store) -> None:
    receive(store, *PEOPLE)
    with store.work() as work:
        assert [line.dossier_id for line in work.register("h26", None, limit=2)] == ["dossier-4", "dossier-3"]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("huong", ["Lê Hương Giang", "Nguyễn Thị Hương"]),
        ("HƯƠNG", ["Lê Hương Giang", "Nguyễn Thị Hương"]),
        ("huong ngu", ["Nguyễn Thị Hương"]),
        ("uong", []),
        ("dang a", []),
        ("dang an", ["Đặng Văn Ân"]),
        ("y", ["Y Moan Êban"]),
        ("260113-0001", ["Nguyễn Thị Hương"]),
        ("0002", ["Đặng Văn Ân"]),
        ("3456", ["Đặng Văn Ân"]),
        ("2345", []),
        ("000 085 000 123", ["Y Moan Êban"]),
        ("17", []),
        ('"', []),
        ("zzz", []),
    ],
)
def test_the_register_is_found_by_words_of_a_name_a_piece_of_a_code_or_an_ids_end(
    store: Store, query: str, names: list[str]
) -> None:
    receive(store, *PEOPLE)
    assert found(store, query) == names


def test_a_dossier_is_found_by_every_number_its_holder_has_had(store: Store) -> None:
    changed = at_the_desk(cast().number_cancelled)
    with_former = replace(changed, card=replace(changed.card, former_id="012345679"))
    with store.work() as work:
        work.add_dossier(dossier(1, whose=with_former))
        work.commit()
    (cancelled,) = cast().number_cancelled.cancelled_ids
    for number in (changed.citizen_id.digits, cancelled, cancelled[-4:], "012345679", "5679"):
        assert found(store, number) == [changed.full_name], number
    assert found(store, "34567") == []


def test_a_child_without_a_number_is_found_by_name_and_by_who_filed_and_shows_nobodys_number(
    store: Store,
) -> None:
    with store.work() as work:
        work.add_dossier(replace(dossier(1), child_name="Trần Bé Út"))
        work.commit()
        lines = {query: work.register(query, None, limit=9) for query in ("be ut", "huong", HUONG)}
    for query, (line,) in lines.items():
        assert (line.holder_name, line.masked_id) == ("Trần Bé Út", ""), query


def test_a_search_within_a_day_sees_that_day_alone(store: Store) -> None:
    receive(store, *PEOPLE)
    assert found(store, "huong", TODAY) == ["Lê Hương Giang"]


def test_whatever_is_typed_the_database_finds_what_the_fake_finds(tmp_path: Path) -> None:
    real = DeskStore(tmp_path / "desk.db", b"k" * 32, fold=bare, clock=FixedClock(MORNING))
    fake = FakeStore()
    for kept in (real, fake):
        receive(kept, *PEOPLE)
    pieces = st.sampled_from(
        ["huo", "an", "y", "01", "260114", "-", '"', "*", "name:", "AND", " ", "\0", "Ê"]
    )
    queries = st.text(max_size=12) | st.lists(pieces, max_size=5).map("".join)

    @settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=150)
    @given(query=queries, day=st.sampled_from([None, TODAY]))
    def agree(query: str, day: date | None) -> None:
        assert found(real, query, day) == found(fake, query, day)

    agree()
    real.close()


def test_a_clocks_events_come_back_in_order_and_the_last_can_be_forgotten(store: Store) -> None:
    paid = ClockEvent(MORNING, Happening.FEE_PAID)
    began = ClockEvent(MORNING + timedelta(days=1), Happening.WAIT_BEGAN, Wait.OTHER_BODY)
    anew = ClockEvent(MORNING, Happening.EXTENDED, until=MORNING + timedelta(days=9))
    with store.work() as work:
        for event in (paid, anew, began):
            work.add_clock_event("dossier-1", event)
        work.add_clock_event("dossier-2", began)
        work.commit()
    with store.work() as work:
        assert work.clock_events("dossier-1") == (paid, anew, began)
        work.drop_clock_event("dossier-1")
        assert work.clock_events("dossier-1") == (paid, anew)
        assert work.clock_events("dossier-2") == (began,)


def test_an_outcome_comes_back_as_it_was_and_is_listed_under_its_owner(store: Store) -> None:
    first = outcome(1, "ab" * 32)
    later = replace(outcome(2, "cd" * 32), handed_over_at=MORNING + timedelta(days=2))
    other = replace(outcome(3, "ef" * 32), holder_id=CitizenId("000190000025"))
    with store.work() as work:
        for each in (first, later, other):
            work.add_outcome(each)
        work.commit()
    with store.work() as work:
        assert work.outcome_of("dossier-1") == first
        assert work.outcome_of("dossier-9") is None
        assert work.outcomes_of(CitizenId(HUONG)) == (later, first)


def test_another_due_time_stands_on_the_register_and_the_promise_in_the_dossier(store: Store) -> None:
    receive(store, PEOPLE[0])
    later = MORNING + timedelta(days=9)
    with store.work() as work:
        promised = work.dossier("dossier-1").due_at
        work.set_due("dossier-1", later)
        (row,) = work.register("", None, limit=5)
        assert row.due_at == later
        assert work.dossier("dossier-1").due_at == promised


def test_an_account_comes_back_as_it_was_and_is_replaced_under_its_sign(store: Store) -> None:
    factor = SecondFactor(FactorKind.CARD, codes=("a", "b"), used=1)
    account = Account("lan", "Nguyễn Thị Lan", (Role.OFFICIAL, Role.TRAINER), "hash", ("old",), factor)
    with store.work() as work:
        assert work.account("lan") is None
        work.save_account(replace(account, roles=()))
        work.save_account(account)
        work.save_account(replace(account, sign="an"))
        work.commit()
    with store.work() as work:
        assert work.account("lan") == account
        assert [kept.sign for kept in work.accounts()] == ["an", "lan"]

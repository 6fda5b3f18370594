"""Each entry of each desk once, for ever; what two desks tell of one dossier is never lost."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace

import pytest
from contracts.samples import act
from hub.running import NOON, Desk, entry_of, event_of, received

from counter_app.domain.history import FIRST_LINK
from counter_app.wire.changes import Changes, Conflicts, Decide, DecisionTold, StatusTold
from counter_app.wire.entries import Entry, EntryOutcome, RefusedBecause
from counter_app.wire.reports import ActLine, ClockReport, HistoryReport, VoidReport
from counter_app.wire.text import embedded, from_json

ACCEPTED, REPEATED = EntryOutcome.ACCEPTED, EntryOutcome.REPEATED
WAITS, REFUSED = EntryOutcome.WAITS, EntryOutcome.REFUSED
PAPER = b"%PDF-1.7 invented"
SHA256 = hashlib.sha256(PAPER).hexdigest()


def void(number: int, reason: str = "nhầm thủ tục") -> VoidReport:
    one = received(number)
    return VoidReport(one.dossier_id, one.code, reason, "lan", NOON)


def outcomes(receipts: object) -> list[EntryOutcome]:
    return [one.outcome for one in receipts]  # type: ignore[attr-defined]


def test_an_entry_is_accepted_once_and_every_repeat_is_a_success(desk: Desk) -> None:
    entry = entry_of(received())
    assert outcomes(desk.report(entry)) == [ACCEPTED]
    for _ in range(3):
        assert outcomes(desk.report(entry)) == [REPEATED]
    assert outcomes(desk.report(entry, entry)) == [REPEATED, REPEATED]


def test_twice_in_one_batch_is_kept_once(desk: Desk) -> None:
    entry = entry_of(received())
    assert outcomes(desk.report(entry, entry)) == [ACCEPTED, REPEATED]


def test_the_same_id_for_something_else_is_refused(desk: Desk) -> None:
    desk.report(entry_of(received(1), "one"))
    (receipt,) = desk.report(entry_of(received(2), "one"))
    assert (receipt.outcome, receipt.reason) == (REFUSED, RefusedBecause.CHANGED)


def test_a_bad_entry_stops_no_other(desk: Desk) -> None:
    good = [entry_of(received(number)) for number in range(1, 100)]
    bad = replace(entry_of(received(100)), content='{"dossier_id":"dossier-100"}')
    receipts = desk.report(*good[:40], bad, *good[40:])
    assert outcomes(receipts) == [ACCEPTED] * 40 + [REFUSED] + [ACCEPTED] * 59
    assert (receipts[40].reason, receipts[40].detail) == ("malformed", "code")


def test_a_dossier_waits_for_its_papers_and_says_which(desk: Desk) -> None:
    entry = entry_of(received(sha256=SHA256))
    (receipt,) = desk.report(entry)
    assert (receipt.outcome, receipt.missing) == (WAITS, (SHA256,))
    desk.upload(PAPER, SHA256)
    assert outcomes(desk.report(entry)) == [ACCEPTED]


def test_a_provisional_code_is_answered_with_a_real_one_the_same_each_time(desk: Desk) -> None:
    dossiers = [
        received(number, code=f"TAM-H26.99.10-261122-Q1-000{number}", provisional=True) for number in (1, 2)
    ]
    receipts = desk.report(*map(entry_of, dossiers))
    assert [one.code for one in receipts] == ["H26.99.10-261122-0001", "H26.99.10-261122-0002"]
    assert desk.report(entry_of(dossiers[0]))[0].code == "H26.99.10-261122-0001"
    assert desk.report(entry_of(dossiers[1], "told again"[:4]))[0].code == "H26.99.10-261122-0002"


def test_a_code_is_never_used_by_two_dossiers(desk: Desk, new_desk: Callable[..., Desk]) -> None:
    desk.report(entry_of(received(1)))
    other = received(2, code=received(1).code)
    (receipt,) = new_desk().report(entry_of(other))
    assert (receipt.outcome, receipt.reason) == (REFUSED, RefusedBecause.CODE_TAKEN)


def test_a_desk_reports_nothing_of_another_office(desk: Desk, new_desk: Callable[..., Desk]) -> None:
    stranger = new_desk("H26.98")
    (receipt,) = stranger.report(entry_of(received()))
    assert (receipt.outcome, receipt.reason) == (REFUSED, RefusedBecause.OTHER_OFFICE)
    desk.report(entry_of(received()))
    (receipt,) = stranger.report(event_of("void", void(1), "v"))
    assert (receipt.outcome, receipt.reason) == (REFUSED, RefusedBecause.OTHER_OFFICE)


def test_what_happens_to_a_dossier_moves_it_and_the_other_desks_are_told(
    desk: Desk, new_desk: Callable[..., Desk]
) -> None:
    one = received()
    began = ClockReport(one.dossier_id, one.code, "wait_began", "lan", NOON, "supplement")
    ended = ClockReport(one.dossier_id, one.code, "wait_ended", "lan", NOON, "supplement", one.due_at)
    desk.report(entry_of(one), event_of("clock", began, "c1"), event_of("clock", ended, "c2"))
    desk.report(event_of("void", void(1), "v1"))
    news = new_desk(name="Quầy 2").told(Changes, "GET", "/v1/changes?after=0&limit=2")
    assert [from_json(StatusTold, one.content).state for one in news.changes] == ["waiting", "in_work"]
    assert news.more
    rest = desk.told(Changes, "GET", f"/v1/changes?after={news.cursor}")
    assert [from_json(StatusTold, one.content).state for one in rest.changes] == ["voided"]
    assert not rest.more


def test_an_event_before_its_dossier_waits(desk: Desk) -> None:
    event = event_of("void", void(1), "v1")
    (receipt,) = desk.report(event)
    assert (receipt.outcome, receipt.reason) == (WAITS, RefusedBecause.UNKNOWN_DOSSIER)
    assert outcomes(desk.report(entry_of(received()), event)) == [ACCEPTED, ACCEPTED]


def test_two_desks_that_tell_different_things_are_both_kept_until_an_official_decides(
    desk: Desk, new_desk: Callable[..., Desk]
) -> None:
    second = new_desk(name="Quầy 2")
    first_version, second_version = received(fee=15_000), received(fee=20_000)
    desk.report(entry_of(first_version, "a"))
    (receipt,) = second.report(entry_of(second_version, "b"))
    assert (receipt.outcome, receipt.conflict) == (ACCEPTED, True)
    (conflict,) = desk.told(Conflicts, "GET", "/v1/conflicts").conflicts
    assert [(one.device_name, one.entry_id) for one in conflict.versions] == [
        ("Quầy 1", "a"),
        ("Quầy 2", "b"),
    ]
    assert ["15000" in conflict.versions[0].content, "20000" in conflict.versions[1].content] == [True, True]

    target = f"/v1/conflicts/{conflict.conflict_id}/decision"
    decision = Decide(second.device_id, "b", "lan", "phí đúng")
    told = desk.told(DecisionTold, "POST", target, decision)
    assert (told.kept_device, told.kept_entry) == (second.device_id, "b")
    assert desk.told(DecisionTold, "POST", target, decision) == told
    assert desk.ask("POST", target, Decide(desk.device_id, "a", "lan")).status_code == 409
    assert desk.told(Conflicts, "GET", "/v1/conflicts").conflicts == ()
    news = second.told(Changes, "GET", "/v1/changes?after=0").changes
    assert [from_json(DecisionTold, one.content) for one in news if one.kind == "decision"] == [told]


def test_the_same_told_by_two_desks_is_no_conflict(desk: Desk, new_desk: Callable[..., Desk]) -> None:
    desk.report(entry_of(received(), "a"))
    (receipt,) = new_desk().report(entry_of(received(), "b"))
    assert (receipt.outcome, receipt.conflict) == (ACCEPTED, False)


def test_a_second_desk_cannot_void_what_a_first_has_ended(desk: Desk, new_desk: Callable[..., Desk]) -> None:
    desk.report(entry_of(received()), event_of("void", void(1), "v1"))
    (receipt,) = new_desk().report(event_of("void", void(1, "lý do khác"), "v2"))
    assert (receipt.outcome, receipt.conflict) == (ACCEPTED, True)
    (conflict,) = desk.told(Conflicts, "GET", "/v1/conflicts").conflicts
    assert sorted(one.entry_id for one in conflict.versions) == ["v1", "v2"]


def test_a_voided_dossier_can_be_received_again_under_another_code(desk: Desk) -> None:
    desk.report(entry_of(received(1), "a"), event_of("void", void(1), "v"))
    again = received(1, code="H26.99.10-261122-0077")
    assert outcomes(desk.report(entry_of(again, "b"))) == [ACCEPTED]
    (receipt,) = desk.report(entry_of(received(2, code=received(1).code)))
    assert receipt.reason == RefusedBecause.CODE_TAKEN


@pytest.mark.parametrize("in_one_batch", [True, False])
def test_a_code_from_elsewhere_goes_on_to_another_dossier_once_its_own_is_void(
    desk: Desk, *, in_one_batch: bool
) -> None:
    first, second, third = (
        replace(received(number, code="G22.99-260101-12345"), number_of_day=0) for number in (1, 2, 3)
    )
    (receipt,) = desk.report(entry_of(first), entry_of(second))[1:]
    assert (receipt.outcome, receipt.reason) == (REFUSED, RefusedBecause.CODE_TAKEN)
    then = (event_of("void", void(1), "v"), entry_of(second, "again"))
    told = desk.report(*then) if in_one_batch else [desk.report(entry)[0] for entry in then]
    assert outcomes(told) == [ACCEPTED, ACCEPTED]
    (receipt,) = desk.report(entry_of(third))
    assert receipt.reason == RefusedBecause.CODE_TAKEN


def history(previous: str, *acts: ActLine) -> HistoryReport:
    link = previous
    for one in acts:
        parts = (link, one.deed, one.subject, one.official_sign, one.at, one.outcome, one.reason)
        link = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
    return HistoryReport(previous, acts, link)


def test_history_that_does_not_hold_is_kept_and_the_receipt_says_where_it_is_broken(desk: Desk) -> None:
    done = act("dossier-1")
    line = ActLine(
        done.deed, done.subject, done.official_sign, done.at.isoformat(), done.outcome, done.reason
    )
    first = history(FIRST_LINK, line)
    assert first.last == done.link(FIRST_LINK)
    second = history(first.last, line, line)
    torn = replace(history(second.last, line), last="0" * 64)
    altered = history(first.last, line, replace(line, link="1" * 64))
    receipts = desk.report(
        *(
            Entry(f"h{at}", "history", "desk", embedded(one), NOON)
            for at, one in enumerate((first, second, torn, altered))
        )
    )
    assert outcomes(receipts) == [ACCEPTED] * 4
    assert [(one.reason, one.detail) for one in receipts] == [
        ("", ""),
        ("", ""),
        ("chain", "last"),
        ("chain", "previous"),
    ]


def test_an_entry_of_a_kind_of_tomorrow_is_kept_as_it_is(desk: Desk) -> None:
    entry = Entry("f1", "fee_receipt", "dossier-1", '{"amount":1}', NOON)
    assert outcomes(desk.report(entry, entry)) == [ACCEPTED, REPEATED]

"""What a desk tells of its history is held against chain and seals, and where it is broken is named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from contracts.samples import MORNING, act
from hub.running import NOON, Desk
from services.fakes import FixedClock, bare

from counter_app.domain.history_check import Damage
from counter_app.hub.assembly import Hub
from counter_app.hub.histories import Histories
from counter_app.services.history_report import HistoryReporting
from counter_app.store.work import DeskStore
from counter_app.wire.entries import Entry
from counter_app.wire.reports import HistoryReport
from counter_app.wire.text import embedded, from_json


class Key:
    """The key of a desk that is enrolled."""

    key_id = "A"

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.public_key = desk.key.public_key().public_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        """Sign with it."""
        return self._desk.key.sign(message)


@pytest.fixture
def told(tmp_path: Path, desk: Desk) -> list[HistoryReport]:
    """Give what a desk tells of 1,100 acts, in the order in which it tells it."""
    clock = FixedClock(MORNING)
    store = DeskStore(tmp_path / "desk.db", b"k" * 32, fold=bare, clock=clock)
    with store.work() as work:
        for number in range(1_100):
            work.write_history(act(f"dossier-{number}"))
        work.commit()
    reporting = HistoryReporting(store, Key(desk), clock)
    while reporting.report():
        pass
    assert reporting.report(at_once=True)
    assert not reporting.report(at_once=True)
    with store.work() as work:
        entries = work.outbox.waiting(limit=99)
    store.close()
    return [from_json(HistoryReport, entry.content) for entry in entries]


def verified(hub: Hub, desk: Desk, reports: list[HistoryReport]) -> list[tuple[Damage, int, int]]:
    """Report these, the last first, and say where the hub finds them broken."""
    entries = [
        Entry(f"h{seq}", "history", one.last, embedded(one), NOON, seq=seq)
        for seq, one in enumerate(reports, start=1)
    ]
    for entry in reversed(entries):
        desk.report(entry)
    (history,) = Histories(hub.database).verify(desk.office)
    assert history.acts == sum(len(one.acts) for one in reports)
    return [(one.damage, one.first, one.last) for one in history.breaks]


def test_history_is_told_in_stretches_that_hold_in_whatever_order_they_come(
    hub: Hub, desk: Desk, told: list[HistoryReport]
) -> None:
    assert [len(one.acts) for one in told] == [500, 500, 100]
    assert verified(hub, desk, told) == []


def test_an_act_that_was_altered_and_a_stretch_that_is_missing_are_named_by_number(
    hub: Hub, desk: Desk, told: list[HistoryReport]
) -> None:
    first, _, last = told
    lines = list(first.acts)
    lines[16] = replace(lines[16], official_sign="somebody else")
    altered = replace(first, acts=tuple(lines))
    assert verified(hub, desk, [altered, last]) == [
        (Damage.ALTERED, 17, 17),
        (Damage.MISSING, 501, 1_000),
    ]


def test_a_history_that_was_written_anew_does_not_fit_its_seal(
    hub: Hub, desk: Desk, told: list[HistoryReport]
) -> None:
    forged = replace(told[0], seal="0" * 128)
    assert verified(hub, desk, [forged]) == [(Damage.FORGED_SEAL, 500, 500)]

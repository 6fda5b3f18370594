"""What the hub answered, written down: acknowledged, put off, or laid aside with its reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from counter_app.domain.history import Act, Deed
from counter_app.domain.outbox import Aside, pause_after
from counter_app.services.ports import CodeTaken
from counter_app.services.sync_ports import SyncWork
from counter_app.wire.entries import Entry, EntryKind, EntryOutcome, Receipt, RefusedBecause

_PATIENCE = 5
"""How many failures the pause is worth after which papers that are still missing are looked for again."""
_HUB = "hub"
"""The sign under which history keeps what the hub has done."""


@dataclass(slots=True)
class Tally:
    """What one run of sync has come to so far; ``tried`` are entries that had to wait for papers once."""

    acknowledged: int = 0
    aside: int = 0
    tried: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Now:
    """This desk's clock, the hub's clock, and a draw from 0 to 1."""

    desk: datetime
    hub: datetime
    chance: float


def settle(
    work: SyncWork, entries: Iterable[Entry], receipts: Iterable[Receipt], *, now: Now, tally: Tally
) -> tuple[str, ...]:
    """Write down what became of each entry; name the papers that are missing at the hub."""
    sent = {entry.entry_id: entry for entry in entries}
    missing: list[str] = []
    for receipt in receipts:
        entry = sent.get(receipt.entry_id)
        if entry is None:
            continue
        if receipt.outcome in {EntryOutcome.ACCEPTED, EntryOutcome.REPEATED}:
            tally.acknowledged += 1
            work.outbox.acknowledge(entry.entry_id, now.hub)
            _give_code(work, entry, receipt, now.desk)
        elif receipt.outcome is EntryOutcome.WAITS:
            missing.extend(receipt.missing)
            _put_off(work, entry, now=now, tally=tally)
        else:
            changed = receipt.reason == RefusedBecause.CHANGED
            why = Aside.CHANGED if changed else Aside.REFUSED
            lay_aside(work, entry.entry_id, why, receipt.detail or receipt.reason, tally=tally)
    return tuple(dict.fromkeys(missing))


def lay_aside(work: SyncWork, entry_id: str, why: Aside, detail: str = "", *, tally: Tally) -> None:
    """Lay an entry aside, so that the others pass."""
    work.outbox.set_aside(entry_id, why, detail)
    tally.aside += 1


def _put_off(work: SyncWork, entry: Entry, *, now: Now, tally: Tally) -> None:
    """Try again at once, for its papers are on their way; the second time after a pause."""
    again = entry.entry_id in tally.tried
    tally.tried.add(entry.entry_id)
    work.outbox.put_off(
        entry.entry_id, now.desk + (pause_after(_PATIENCE, now.chance) if again else timedelta())
    )


def _give_code(work: SyncWork, entry: Entry, receipt: Receipt, at: datetime) -> None:
    """Take over the lasting code of a dossier that was numbered provisionally."""
    if entry.kind != EntryKind.DOSSIER or not receipt.code:
        return
    dossier = work.dossier(entry.subject)
    if not dossier.provisional or dossier.final_code:
        return
    try:
        work.give_code(entry.subject, receipt.code)
    except CodeTaken:
        return
    work.write_history(Act(Deed.CODE_GIVEN, entry.subject, _HUB, at, receipt.code, dossier.code))

"""The ledger: each entry of each desk once, for ever; a repeat is a success, a changed one is refused."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from counter_app.hub.clock import Clock
from counter_app.hub.database import Database
from counter_app.hub.devices import Device
from counter_app.hub.holdings import Holdings, Named
from counter_app.hub.weighing import weigh
from counter_app.wire.entries import Entry, EntryKind, EntryOutcome, Receipt, Receipts, RefusedBecause
from counter_app.wire.reports import REPORTS, DossierReport, OutcomeReport, Report
from counter_app.wire.text import BadMessage, from_json


@dataclass(frozen=True, slots=True)
class Read:
    """An entry with its report, or the name of the field that is wrong with it."""

    entry: Entry
    content_hash: str
    report: Report | None
    wrong_field: str = ""


class Ledger:
    """Takes what desks report."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def take(self, device: Device, entries: Sequence[Entry]) -> Receipts:
        """Keep what can be kept of a batch, in its order, and say of each entry what became of it.

        A bad entry stops no other. All that is accepted is committed together, before anything is answered.
        """
        read = [_read(entry) for entry in entries]
        with self._database.office(device.office_code) as connection:
            holdings = Holdings(connection, device, self._clock.now())
            holdings.load(_named(read))
            receipts = tuple(_take_one(holdings, one) for one in read)
            holdings.write()
        return Receipts(receipts)


def _take_one(holdings: Holdings, read: Read) -> Receipt:
    entry = read.entry
    kept = holdings.kept.get(entry.entry_id)
    if kept:
        if kept.content_hash != read.content_hash:
            return refused(entry, RefusedBecause.CHANGED)
        return replace(from_json(Receipt, kept.receipt), outcome=EntryOutcome.REPEATED)
    if read.wrong_field:
        return refused(entry, RefusedBecause.MALFORMED, read.wrong_field)
    receipt = weigh(holdings, entry, read.report, read.content_hash)
    if receipt.outcome is EntryOutcome.ACCEPTED:
        holdings.keep_entry(entry, read.content_hash, receipt)
    return receipt


def refused(entry: Entry, because: RefusedBecause, detail: str = "") -> Receipt:
    """Say that an entry is not kept, and why."""
    return Receipt(entry.entry_id, EntryOutcome.REFUSED, because.value, detail)


def _read(entry: Entry) -> Read:
    text = f"{entry.kind}\n{entry.subject}\n{entry.content}"
    digest = hashlib.sha256(text.encode()).hexdigest()
    if entry.kind not in set(EntryKind):
        return Read(entry, digest, None)
    try:
        report = from_json(REPORTS[EntryKind(entry.kind)], entry.content)
    except BadMessage as bad:
        return Read(entry, digest, None, bad.field or bad.problem.value)
    return Read(entry, digest, report, _wrong_subject(entry, report))


def _wrong_subject(entry: Entry, report: Report) -> str:
    """Name the subject where it is not what the report is about."""
    if entry.kind in (EntryKind.PAPER, EntryKind.REUSED_PAPER):
        return "" if len(entry.subject) == 64 else "subject"
    about = getattr(report, "dossier_id", entry.subject)
    return "" if about == entry.subject else "subject"


def _named(read: Sequence[Read]) -> Named:
    reports = [one.report for one in read if one.report]
    received = [one for one in reports if isinstance(one, DossierReport)]
    papers = [paper.sha256 for one in received for paper in one.papers if paper.sha256]
    papers += [
        one.entry.subject for one in read if one.entry.kind in (EntryKind.PAPER, EntryKind.REUSED_PAPER)
    ]
    papers += [one.sha256 for one in reports if isinstance(one, OutcomeReport)]
    return Named(
        entry_ids=frozenset(one.entry.entry_id for one in read),
        dossier_ids=frozenset(
            one.entry.subject for one in read if one.report and hasattr(one.report, "dossier_id")
        ),
        codes=frozenset(one.code for one in received),
        papers=frozenset(papers),
    )

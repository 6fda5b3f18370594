"""A hub in memory that keeps the promises of the port, and fails where a test says so."""
# ruff: noqa: D102 - the port's own docstrings say what each step promises

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from contracts.samples import MORNING

from counter_app.services.hub_port import HubAway, HubRefused
from counter_app.wire.bundles import BundleReceipt, SealingKey
from counter_app.wire.changes import Change, Changes
from counter_app.wire.codes import ErrorCode
from counter_app.wire.devices import Enrolled, Enrolment
from counter_app.wire.entries import (
    Entries,
    Entry,
    EntryKind,
    EntryOutcome,
    Receipt,
    Receipts,
    RefusedBecause,
)
from counter_app.wire.leases import Lease, LeaseAsked
from counter_app.wire.papers import CHUNK, PaperState, Stretch
from counter_app.wire.reports import DossierReport
from counter_app.wire.text import from_json

Failing = Callable[[str, object], Exception | None]
"""Asked before each step with its name and what it is about: the error it is to end with."""


@dataclass
class FakeHub:
    """Keeps entries, papers and leases; ``log`` names each step that reached it."""

    failing: Failing = lambda _step, _about: None
    offset_ms: int | None = 1_500
    away: bool = False
    entries: dict[str, Entry] = field(default_factory=dict)
    papers: dict[str, bytes] = field(default_factory=dict)
    chunks: dict[str, dict[int, bytes]] = field(default_factory=dict)
    leased: dict[str, Lease] = field(default_factory=dict)
    next_number: dict[date, int] = field(default_factory=dict)
    told: list[Change] = field(default_factory=list)
    codes: dict[str, str] = field(default_factory=dict)
    log: list[str] = field(default_factory=list)

    def is_there(self) -> bool:
        return not self.away

    def enrol(self, asked: Enrolment) -> Enrolled:
        self._step("enrol", asked)
        if asked.code != "GOOD-CODE":
            raise HubRefused(ErrorCode.ENROLMENT)
        return Enrolled("desk-1", "A" * 43 + "=", "Q3A")

    def send(self, entries: Entries) -> Receipts:
        self._step("send", entries)
        return Receipts(tuple(map(self._keep, entries.entries)))

    def paper(self, sha256: str) -> PaperState:
        self._step("paper", sha256)
        chunks = self.chunks.get(sha256, {})
        have = tuple(Stretch(offset, offset + len(chunk)) for offset, chunk in sorted(chunks.items()))
        whole = self.papers.get(sha256)
        if whole is not None:
            have = (Stretch(0, len(whole)),)
        return PaperState(sha256, len(whole or b""), have, complete=whole is not None)

    def put_chunk(self, sha256: str, chunk: bytes, *, offset: int, size: int) -> None:
        self._step("chunk", (sha256, offset))
        assert offset % CHUNK == 0
        assert len(chunk) == min(CHUNK, size - offset)
        self.chunks.setdefault(sha256, {})[offset] = chunk

    def end(self, sha256: str) -> None:
        self._step("end", sha256)

    def ended(self, sha256: str) -> None:
        self._step("ended", sha256)
        whole = b"".join(chunk for _, chunk in sorted(self.chunks.pop(sha256, {}).items()))
        if sha256 in self.papers:
            return
        if hashlib.sha256(whole).hexdigest() != sha256:
            raise HubRefused(ErrorCode.HASH)
        self.papers[sha256] = whole

    def lease(self, asked: LeaseAsked) -> Lease:
        self._step("lease", asked)
        if asked.request_id not in self.leased:
            first = self.next_number.get(asked.day, 1)
            last = first + asked.count - 1
            self.next_number[asked.day] = last + 1
            self.leased[asked.request_id] = Lease(asked.office_code, asked.day, first, last)
        return self.leased[asked.request_id]

    def changes(self, after: int, *, limit: int) -> Changes:
        self._step("changes", after)
        new = [change for change in self.told if change.number > after]
        shown = tuple(new[:limit])
        return Changes(shown[-1].number if shown else after, shown, more=len(new) > limit)

    def sealing_key(self) -> SealingKey:
        self._step("sealing_key", None)
        return SealingKey("A" * 43 + "=", "A" * 86 + "==")

    def take_bundle(self, sha256: str) -> BundleReceipt:
        self._step("bundle", sha256)
        assert sha256 in self.papers
        return BundleReceipt(sha256, "desk-2", MORNING, (), "A" * 86 + "==")

    def _step(self, name: str, about: object) -> None:
        if self.away:
            raise HubAway
        error = self.failing(name, about)
        if error:
            raise error
        self.log.append(name)

    def _keep(self, entry: Entry) -> Receipt:
        kept = self.entries.get(entry.entry_id)
        code = self.codes.get(entry.subject, "")
        if kept:
            same = kept.content == entry.content
            outcome = EntryOutcome.REPEATED if same else EntryOutcome.REFUSED
            reason = "" if same else RefusedBecause.CHANGED
            return Receipt(entry.entry_id, outcome, reason, code=code)
        if entry.kind == EntryKind.DOSSIER:
            named = from_json(DossierReport, entry.content).papers
            missing = tuple(one.sha256 for one in named if one.sha256 and one.sha256 not in self.papers)
            if missing:
                return Receipt(entry.entry_id, EntryOutcome.WAITS, missing=missing)
        self.entries[entry.entry_id] = entry
        return Receipt(entry.entry_id, EntryOutcome.ACCEPTED, code=code)

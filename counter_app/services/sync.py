"""Sync: one run brings to the hub what waits, oldest first, and is stopped between any two requests."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from counter_app.domain.outbox import HUB_OFFSET, Aside, pause_after
from counter_app.domain.outbox import Entry as Kept
from counter_app.domain.publication import Publication
from counter_app.errors import Outage
from counter_app.services.bundle_port import Carried
from counter_app.services.carrying import carry_on
from counter_app.services.enrolment import kept_enrolment
from counter_app.services.hub_port import Hub, HubAway, HubBusy, HubFault, HubRefused
from counter_app.services.incoming import Incoming
from counter_app.services.lease_keeping import keep_leases
from counter_app.services.outgoing import Unreadable, checked, completed
from counter_app.services.paper_upload import OnTheWay, PaperUpload, UploadEnd
from counter_app.services.ports import Clock, Sealed
from counter_app.services.relaying import Relaying
from counter_app.services.sync_answers import Now, Tally, lay_aside, settle
from counter_app.services.sync_ports import SyncStore, SyncWork
from counter_app.wire.codes import ErrorCode
from counter_app.wire.entries import MOST_ENTRIES, Entries, Entry, EntryKind

HUB_CONTACT = "hub.contact"
_MOST_TEXT = 1_000_000
"""Letters in one request of entries; papers go by themselves."""
_MOST_PAPER_BYTES = 8_000_000
"""After so much of papers what they belong to is told, so that nobody waits for the end of a long stack."""
_MOST_FAULTS = 3
_SETTLED_AT_ONCE = 20
"""Receipts kept in one transaction: whoever works at the desk waits no longer than for so many."""
_ASIDE = {
    UploadEnd.MISSING: Aside.PAPER_MISSING,
    UploadEnd.DAMAGED: Aside.PAPER_DAMAGED,
    UploadEnd.REFUSED: Aside.PAPER_REFUSED,
}
_NOT_AS_IT_IS = {ErrorCode.MALFORMED, ErrorCode.TOO_LARGE}


class SyncEnd(StrEnum):
    """How a run ended."""

    DONE = "done"
    NO_HUB = "no_hub"
    NOT_ENROLLED = "not_enrolled"
    AWAY = "away"
    BUSY = "busy"
    REFUSED = "refused"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What a run came to; ``pause_s`` is what the hub asks to wait, ``code`` why it refuses this desk.

    ``published`` is what the hub published for this desk since the run before.
    """

    end: SyncEnd
    acknowledged: int = 0
    aside: int = 0
    uploaded: int = 0
    pause_s: float = 0
    code: ErrorCode | None = None
    published: tuple[Publication, ...] = ()


class Reporting(Protocol):
    """Has something more to tell now and then."""

    def report(self) -> bool:
        """Put it into the outbox; say whether there was anything."""


@dataclass(frozen=True, slots=True)
class Rounds:
    """What belongs to each run beside the outbox: history is told, and what is new is taken in."""

    history: Reporting
    incoming: Incoming
    carried: Carried
    relaying: Relaying | None = None


class Sync:
    """Brings what waits to the hub and takes in what it has; a desk without one keeps it."""

    def __init__(
        self,
        store: SyncStore,
        sealed: Sealed,
        clock: Clock,
        *,
        hub: Hub | None,
        office_code: str,
        rounds: Rounds,
    ) -> None:
        self._store = store
        self._sealed = sealed
        self._clock = clock
        self._hub = hub
        self._office_code = office_code
        self._rounds = rounds
        self._way = OnTheWay()

    @property
    def has_hub(self) -> bool:
        """Whether the settings name a hub."""
        return self._hub is not None

    def is_hub_there(self) -> bool:
        """Find out cheaply whether the hub can be reached."""
        return self._hub is not None and self._hub.is_there()

    def relay(self) -> None:
        """Have a neighbour desk carry what waits while the hub is out of reach, where there is one."""
        if self._rounds.relaying:
            self._rounds.relaying.go_round()

    def run(self, should_stop: Callable[[], bool] = lambda: False) -> SyncReport:
        """Send what is due, until nothing is or ``should_stop`` says so; raises nothing foreseen."""
        hub, tally = self._hub, Tally()
        if hub is None:
            return SyncReport(SyncEnd.NO_HUB)
        with self._store.work() as work:
            enrolled = kept_enrolment(work)
        if enrolled is None:
            return SyncReport(SyncEnd.NOT_ENROLLED)
        upload = PaperUpload(self._store, self._sealed, hub, self._way)
        round_trip = _Run(
            self._store, hub, upload, self._clock, self._office_code, self._rounds, tally, should_stop
        )
        end, pause_s, code = _outcome(round_trip.go)
        self._note_contact(hub, answered=end is not SyncEnd.AWAY)
        if end is SyncEnd.AWAY:
            self.relay()
        return SyncReport(
            end, tally.acknowledged, tally.aside, upload.sent, pause_s, code, tuple(round_trip.published)
        )

    def _note_contact(self, hub: Hub, *, answered: bool) -> None:
        """Keep when the hub last answered, and what its clock said beside this desk's."""
        if hub.offset_ms is None or not answered:
            return
        with self._store.work() as work:
            work.keep_preference(HUB_OFFSET, str(hub.offset_ms))
            work.keep_preference(HUB_CONTACT, self._clock.now().isoformat())
            work.commit()


def _outcome(go: Callable[[], SyncEnd]) -> tuple[SyncEnd, float, ErrorCode | None]:
    try:
        return go(), 0, None
    except HubAway:
        return SyncEnd.AWAY, 0, None
    except HubBusy as busy:
        return SyncEnd.BUSY, busy.seconds, None
    except HubRefused as refused:
        return SyncEnd.REFUSED, 0, refused.code
    except Outage:
        return SyncEnd.BUSY, 0, None


@dataclass(slots=True)
class _Run:
    """One run; each transaction is over before anything is sent."""

    store: SyncStore
    hub: Hub
    upload: PaperUpload
    clock: Clock
    office_code: str
    rounds: Rounds
    tally: Tally
    should_stop: Callable[[], bool]
    faults: int = 0
    published: list[Publication] = field(default_factory=list)

    def go(self) -> SyncEnd:
        keep_leases(self.store, self.hub, self.office_code, self.clock.now().date())
        while not self.should_stop():
            batch = self._due()
            if not batch and self.rounds.history.report():
                continue
            if not batch:
                self.published += self.rounds.incoming.take(self.hub)
                carry_on(self.store, self.hub, self.rounds.carried, self.should_stop)
                return SyncEnd.DONE
            ready = self._with_papers_there(batch)
            if ready:
                self._send(ready)
        return SyncEnd.STOPPED

    def _due(self) -> tuple[Entry, ...]:
        """Take the oldest entries that go into one request; what cannot be said is laid aside.

        They are held against what the hub reads once the database is free again for others.
        """
        due: list[Kept] = []
        letters, aside = 0, self.tally.aside
        with self.store.work() as work:
            for kept in work.outbox.due(self.clock.now(), limit=MOST_ENTRIES):
                letters += len(kept.content)
                if due and letters > _MOST_TEXT:
                    break
                try:
                    due.append(completed(work, kept, self.office_code))
                except Unreadable:
                    lay_aside(work, kept.entry_id, Aside.UNREADABLE, tally=self.tally)
            work.commit()
        batch = tuple(self._readable(due))
        return self._due() if not batch and self.tally.aside > aside else batch

    def _readable(self, due: Sequence[Kept]) -> Iterator[Entry]:
        for kept in due:
            try:
                yield checked(kept)
            except Unreadable:
                self._lay_aside(kept, Aside.UNREADABLE)

    def _with_papers_there(self, batch: Sequence[Entry]) -> tuple[Entry, ...]:
        """Bring the papers among these entries to the hub; give the entries before the first stop.

        What had come before the line was cut is told before more is brought.
        """
        ready: list[Entry] = []
        begun, had_come = self.upload.sent, False
        for entry in batch:
            if entry.kind == EntryKind.PAPER:
                is_there = self.upload.is_there(entry.subject)
                had_come = had_come or is_there
                if not is_there and (had_come or self.upload.sent - begun > _MOST_PAPER_BYTES):
                    break
                end = self.upload.begin(entry.subject, self.should_stop)
                if end is UploadEnd.STOPPED:
                    break
                if end is not UploadEnd.THERE and end is not UploadEnd.UNDER_WAY:
                    self._hold_back(entry, end)
                    continue
            ready.append(entry)
        return self._settled(ready)

    def _settled(self, ready: Sequence[Entry]) -> tuple[Entry, ...]:
        """Wait for the papers that are under way; give the entries without those that did not come."""
        settled: list[Entry] = []
        ends = self.upload.settle(self.should_stop)
        for entry in ready:
            end = ends.get(entry.subject, UploadEnd.THERE)
            if end is UploadEnd.THERE:
                settled.append(entry)
            elif end is not UploadEnd.STOPPED:
                self._hold_back(entry, end)
        return tuple(settled)

    def _send(self, entries: tuple[Entry, ...]) -> None:
        """Send entries together; where the hub cannot take them so, in halves, down to the one at fault."""
        self._begin(entries)
        try:
            receipts = self.hub.send(Entries(entries)).receipts
        except HubRefused as refused:
            if refused.code not in _NOT_AS_IT_IS:
                raise
            self._part(entries, refused)
            return
        except HubFault as fault:
            self._part(entries, fault)
            return
        self.faults = 0
        self.upload.forget([entry.subject for entry in entries if entry.kind == EntryKind.PAPER])
        missing: list[str] = []
        for at in range(0, len(receipts), _SETTLED_AT_ONCE):
            some = receipts[at : at + _SETTLED_AT_ONCE]
            with self.store.work() as work:
                missing += settle(work, entries, some, now=self._now(), tally=self.tally)
                work.commit()
        self._bring_missing(tuple(dict.fromkeys(missing)), entries)

    def _part(self, entries: tuple[Entry, ...], error: HubRefused | HubFault) -> None:
        if len(entries) > 1:
            middle = len(entries) // 2
            self._send(entries[:middle])
            self._send(entries[middle:])
        elif isinstance(error, HubRefused):
            self._lay_aside(entries[0], Aside.REFUSED, error.detail or error.code)
        else:
            self._put_off(entries[0])

    def _put_off(self, entry: Entry) -> None:
        """Try an entry again later with which the hub has a fault; where it has one with all, end the run."""
        self.faults += 1
        with self.store.work() as work:
            pause = pause_after(self.faults + 3, random.random())  # noqa: S311 - spreads desks, hides nothing
            work.outbox.put_off(entry.entry_id, self.clock.now() + pause)
            work.commit()
        if self.faults >= _MOST_FAULTS:
            raise HubBusy

    def _bring_missing(self, missing: tuple[str, ...], entries: Sequence[Entry]) -> None:
        """Bring papers that the hub lacks; a dossier whose paper is not whole here waits for a person."""
        self.upload.forget(missing)
        for sha256 in missing:
            end = self.upload.bring(sha256, self.should_stop)
            if end is UploadEnd.STOPPED:
                return
            if end is not UploadEnd.THERE:
                for entry in entries:
                    if sha256 in entry.content:
                        self._hold_back(entry, end)

    def _hold_back(self, entry: Entry, end: UploadEnd) -> None:
        """Lay aside what names a paper that cannot go; where the hub is at fault, try it later."""
        if end is UploadEnd.FAULT:
            self._put_off(entry)
        else:
            self._lay_aside(entry, _ASIDE[end])

    def _begin(self, entries: Sequence[Entry]) -> None:
        with self.store.work() as work:
            work.outbox.begin([entry.entry_id for entry in entries], self.clock.now())
            work.commit()

    def _lay_aside(self, entry: Entry | Kept, why: Aside, detail: str = "") -> None:
        with self.store.work() as work:
            lay_aside(work, entry.entry_id, why, detail, tally=self.tally)
            work.commit()

    def _now(self) -> Now:
        desk = self.clock.now()
        ahead = timedelta(milliseconds=self.hub.offset_ms or 0)
        return Now(desk, desk + ahead, random.random())  # noqa: S311 - spreads desks, hides nothing


def contact_of(work: SyncWork) -> datetime | None:
    """Say when the hub last answered."""
    kept = work.preference(HUB_CONTACT)
    return datetime.fromisoformat(kept) if kept else None

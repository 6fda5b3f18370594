"""What sync needs of the store beside the work of visits: the outbox, uploads under way, leases, codes."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import Protocol

from counter_app.domain.lease import Lease
from counter_app.domain.outbox import Aside, Entry, EntryState, OutboxStanding
from counter_app.domain.publication import ExpectedPerson, Publication
from counter_app.services.ports import Work


class Outbox(Protocol):
    """The journal of entries; a row leaves what waits by acknowledgement or by a person's decision."""

    def due(self, now: datetime, *, limit: int) -> tuple[Entry, ...]:
        """List what may be sent now, the oldest first; a next try past any pause counts as due."""

    def waiting(self, *, limit: int) -> tuple[Entry, ...]:
        """List what waits, the oldest first."""

    def lying_aside(self, *, limit: int) -> tuple[Entry, ...]:
        """List what lies aside, the oldest first."""

    def entry(self, entry_id: str) -> Entry | None:
        """Give one entry that is not over; None where there is none."""

    def standing(self) -> OutboxStanding:
        """Count what waits and what lies aside."""

    def state_of(self, subject: str) -> EntryState | None:
        """Say how far the least advanced entry about a subject has come; None where there is none."""

    def begin(self, entry_ids: Collection[str], at: datetime) -> None:
        """Keep that entries are on their way since this moment."""

    def acknowledge(self, entry_id: str, hub_at: datetime) -> None:
        """Keep that the hub has an entry, by the hub's clock; once, for ever."""

    def put_off(self, entry_id: str, until: datetime) -> None:
        """Count one more try that came to nothing, and try again then."""

    def set_aside(self, entry_id: str, why: Aside, detail: str = "") -> None:
        """Lay an entry aside, so that the others pass."""

    def send_again(self, entry_id: str) -> None:
        """Have an entry that lay aside, or that waits for its next try, sent at once."""

    def leave_out(self, entry_id: str, at: datetime) -> None:
        """Take an entry that lies aside out of what is sent, for good; raises NotFound where none does."""


class Uploads(Protocol):
    """How much of each document has arrived at the hub."""

    def arrived(self, sha256: str) -> int:
        """Say how many bytes of a document are there, from its beginning."""

    def note(self, sha256: str, arrived: int) -> None:
        """Keep how many bytes are there."""

    def finish(self, sha256: str) -> None:
        """Forget a document that is there as a whole, or has to begin again."""


class Leases(Protocol):
    """Numbers that the hub gave to this desk in advance."""

    def request(self, office_code: str, day: date) -> str:
        """Give the id under which numbers of a day are asked for: the same until they have come."""

    def grant(self, request_id: str, first: int, last: int) -> None:
        """Keep what the hub gave for a request; a repeat changes nothing."""

    def of(self, office_code: str, day: date) -> tuple[Lease, ...]:
        """List the leases of a day, the oldest first."""


class Publications(Protocol):
    """What the hub has published for this desk."""

    def put(self, publication: Publication) -> None:
        """Keep a publication in place of what came under its kind, name and version before."""

    def listed(self) -> tuple[Publication, ...]:
        """List every publication, those too that were refused, the latest first."""

    def newest(self, kind: str) -> Publication | None:
        """Give the latest publication of a kind that was not refused."""


class Expected(Protocol):
    """Records of people who are expected on a day; gone when it is over."""

    def put(self, day: date, people: Iterable[ExpectedPerson]) -> None:
        """Keep records of people who are expected on a day."""

    def find(self, day: date, number: str) -> ExpectedPerson | None:
        """Give whom a number names among those expected on a day, be it one that was cancelled."""

    def forget_before(self, day: date) -> bool:
        """Delete everybody who was expected before a day; say whether there was anybody."""


class SyncWork(Work, Protocol):
    """A transaction that sees the outbox too."""

    @property
    def outbox(self) -> Outbox:
        """The journal of entries."""

    @property
    def uploads(self) -> Uploads:
        """How far documents have come."""

    @property
    def leases(self) -> Leases:
        """Numbers given in advance."""

    @property
    def publications(self) -> Publications:
        """What the hub has published."""

    @property
    def expected(self) -> Expected:
        """Who is expected on which day."""


class SyncStore(Protocol):
    """The desk's database, as sync sees it."""

    def work(self) -> AbstractContextManager[SyncWork]:
        """Open a transaction; leaving it without ``commit`` undoes it."""

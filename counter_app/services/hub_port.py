"""The hub as the desk sees it: what can be asked of it, and how it may fail."""

from __future__ import annotations

from typing import Protocol

from counter_app.errors import Outage, Refusal
from counter_app.wire.bundles import BundleReceipt, SealingKey
from counter_app.wire.changes import Changes
from counter_app.wire.codes import ErrorCode
from counter_app.wire.devices import Enrolled, Enrolment
from counter_app.wire.entries import Entries, Receipts
from counter_app.wire.leases import Lease, LeaseAsked
from counter_app.wire.papers import PaperState


class HubAway(Outage):
    """The hub cannot be reached now."""


class HubBusy(Outage):
    """The hub answers, but not to this request now; it may be asked again after ``seconds``."""

    def __init__(self, seconds: float = 0) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class HubFault(Outage):
    """The hub has a fault of its own with this request; others may go through."""


class HubRefused(Refusal):
    """The hub does not do what it was asked; ``detail`` names a field or a fact."""

    def __init__(self, code: ErrorCode, detail: str = "") -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail


class HubNotUnderstood(Outage):
    """What came back is no answer of a hub of this version; perhaps another program stands there."""


class Hub(Protocol):
    """The hub; each step raises HubAway, HubBusy, HubFault, HubRefused or HubNotUnderstood."""

    @property
    def offset_ms(self) -> int | None:
        """How far the hub's clock is ahead of this desk's; None before its first answer."""

    def is_there(self) -> bool:
        """Find out cheaply whether anybody answers at its address; raises nothing."""

    def enrol(self, asked: Enrolment) -> Enrolled:
        """Make this desk known by a one-time code."""

    def send(self, entries: Entries) -> Receipts:
        """Hand over entries; a repeat is harmless."""

    def paper(self, sha256: str) -> PaperState:
        """Say what the hub has of a document."""

    def put_chunk(self, sha256: str, chunk: bytes, *, offset: int, size: int) -> None:
        """Hand over a part of a document of ``size`` bytes; a repeat is harmless.

        What goes wrong with a part may come out with a later one of the same document, or with its end.
        """

    def end(self, sha256: str) -> None:
        """Have the hub check a whole document; other documents may go before ``ended`` says how it went."""

    def ended(self, sha256: str) -> None:
        """Wait until the hub has a whole document; refused with ``hash`` its chunks have to be sent again."""

    def lease(self, asked: LeaseAsked) -> Lease:
        """Ask for numbers of a day; the same request always gives the same ones."""

    def changes(self, after: int, *, limit: int) -> Changes:
        """Ask what is new for this desk's office."""

    def sealing_key(self) -> SealingKey:
        """Ask by which key bundles for this hub are sealed."""

    def take_bundle(self, sha256: str) -> BundleReceipt:
        """Have the hub take in a bundle that was brought as papers are; a repeat adds nothing."""

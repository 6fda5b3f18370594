"""What bundles need of the world: somebody who seals them, and a folder for those that are carried."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from counter_app.errors import Outage, Refusal


class BundleRefused(Refusal):
    """A file that is no bundle for this desk to take; ``why`` is a word."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class NotYetKnown(Refusal):
    """The desk has never had a line to the hub since it was enrolled, so it cannot seal for it."""


class NeighbourAway(Outage):
    """The neighbour desk does not answer, or takes nothing now."""


@dataclass(frozen=True, slots=True)
class BundleFor:
    """By whom a bundle is made and when, and for which hub: its signing and its sealing key, in base64."""

    device_id: str
    hub_key: str
    sealing_key: str
    made_at: datetime


class Sealer(Protocol):
    """Seals for the hub alone."""

    def seal(self, content: bytes, to: BundleFor) -> bytes:
        """Give a whole bundle of these pieces."""


class Carried(Protocol):
    """Other desks' bundles on their way, and receipts on their way back; named by the bundle's sha-256."""

    def keep(self, sha256: str, content: bytes) -> None:
        """Keep a bundle, once. Raises BundleRefused where there are too many, and DiskFull."""

    def names(self) -> tuple[str, ...]:
        """List the bundles that the hub has not got yet."""

    def open(self, sha256: str) -> bytes:
        """Give a bundle; raises NotFound."""

    def finish(self, sha256: str, receipt: bytes) -> None:
        """Keep the receipt in the bundle's place."""

    def receipts(self) -> Iterator[tuple[str, bytes]]:
        """List the receipts that are kept for other desks."""


class Neighbour(Protocol):
    """A desk nearby that has a line; every step raises NeighbourAway."""

    def hand_over(self, sha256: str, content: bytes) -> None:
        """Give a bundle to be carried on; a repeat is harmless."""

    def receipt(self, sha256: str) -> bytes:
        """Give the receipt of a bundle, or nothing while there is none."""

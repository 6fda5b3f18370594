"""What retention and the right to know need of the store, beside what every work gives."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import Protocol

from counter_app.domain.dossier import Draft
from counter_app.domain.outcome import Outcome
from counter_app.services.sync_ports import SyncWork


class Keeping(Protocol):
    """Who and which sealed files are named where."""

    def undoable(self) -> tuple[Draft, ...]:
        """List the drafts that are kept so that the last reception can be taken back."""

    def drop_undoable(self, before: datetime) -> int:
        """Forget them unless they were saved since, and say how many there were."""

    def day_from(self, day: date) -> date | None:
        """Give the first day from this one on that has a dossier; None where there is none."""

    def outcomes_between(self, after: datetime | None, before: datetime) -> Iterator[Outcome]:
        """Give what was handed over later than a moment, or ever, and before another one, in that order."""

    def sealed_names(self, after: int, *, limit: int) -> tuple[int, frozenset[str]]:
        """Name the sealed files of dossiers behind a number, and give the last one's number; 0 at the end."""

    def sealed_names_besides(self) -> frozenset[str]:
        """Name the sealed files of everything else: drafts, outcomes, what still waits to be sent."""

    def dossiers_naming(self, number: str) -> tuple[str, ...]:
        """List the ids of dossiers in which a number stands, wherever, the latest first."""

    def drafts_naming(self, number: str) -> tuple[Draft, ...]:
        """List the drafts in which a number stands, those too that were just received."""

    def waiting_naming(self, number: str) -> int:
        """Count the entries in which a number stands and that no hub has acknowledged."""

    def count_acts(self, subjects: tuple[str, ...], deeds: tuple[str, ...]) -> int:
        """Count the lines of history about any of these that tell one of these deeds."""


class KeepingWork(SyncWork, Protocol):
    """A transaction that sees what is kept, too."""

    @property
    def keeping(self) -> Keeping:
        """Who and what is named where."""


class KeepingStore(Protocol):
    """The desk's database, as retention sees it."""

    def work(self) -> AbstractContextManager[KeepingWork]:
        """Open a transaction; leaving it without ``commit`` undoes it."""

    def scrub(self) -> None:
        """Write over whatever was deleted, in the journal too: its bytes are nowhere afterwards."""

"""What retention and the right to know ask of the database: who and which files are named where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime

from sqlalchemy import Connection, Table, delete, func, select

from counter_app.domain.dossier import Draft
from counter_app.domain.outcome import Outcome
from counter_app.store.codec import from_text
from counter_app.store.tables import dossiers, drafts, history, outbox, outcomes, undoable

_SEALED_NAME = re.compile(r"[0-9a-f]{64}")


class KeepingRows:
    """Reads and deletes beside the register itself; see ``services.keeping_ports`` for what is promised."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def undoable(self) -> tuple[Draft, ...]:
        """List the drafts that are kept so that the last reception can be taken back."""
        return tuple(from_text(Draft, text) for text in self._texts(undoable))

    def drop_undoable(self, before: datetime) -> int:
        """Forget them unless they were saved since, and say how many there were."""
        kept = self.undoable()
        if any(draft.saved_at >= before for draft in kept):
            return 0
        self._connection.execute(delete(undoable))
        return len(kept)

    def day_from(self, day: date) -> date | None:
        """Give the first day from this one on that has a dossier; None where there is none."""
        wanted = select(func.min(dossiers.c.received_on)).where(dossiers.c.received_on >= day)
        found: date | None = self._connection.scalar(wanted)
        return found

    def outcomes_between(self, after: datetime | None, before: datetime) -> Iterator[Outcome]:
        """Give what was handed over later than a moment, or ever, and before another one, in that order."""
        wanted = select(outcomes.c.content).where(outcomes.c.handed_over_at < before)
        if after is not None:
            wanted = wanted.where(outcomes.c.handed_over_at > after)
        for text in self._connection.scalars(wanted.order_by(outcomes.c.handed_over_at)):
            yield from_text(Outcome, text)

    def sealed_names(self, after: int, *, limit: int) -> tuple[int, frozenset[str]]:
        """Name the sealed files of dossiers behind a number, and give the last one's number; 0 at the end."""
        wanted = select(dossiers.c.seq, dossiers.c.content).where(dossiers.c.seq > after)
        lines = self._connection.execute(wanted.order_by(dossiers.c.seq).limit(limit)).all()
        return (lines[-1].seq if lines else 0), _names(line.content for line in lines)

    def sealed_names_besides(self) -> frozenset[str]:
        """Name the sealed files of everything else: drafts, outcomes, what still waits to be sent."""
        waiting = select(outbox.c.content).where(outbox.c.acknowledged_at.is_(None))
        subjects = select(outbox.c.subject).where(outbox.c.acknowledged_at.is_(None))
        texts = [text for table in (drafts, undoable, outcomes) for text in self._texts(table)]
        return _names((*texts, *self._connection.scalars(waiting), *self._connection.scalars(subjects)))

    def dossiers_naming(self, number: str) -> tuple[str, ...]:
        """List the ids of dossiers in which a number stands, wherever, the latest first."""
        found = select(dossiers.c.dossier_id).where(dossiers.c.content.contains(number, autoescape=True))
        return tuple(self._connection.scalars(found.order_by(dossiers.c.seq.desc())))

    def drafts_naming(self, number: str) -> tuple[Draft, ...]:
        """List the drafts in which a number stands, those too that were just received."""
        tables = (drafts, undoable)
        return tuple(
            from_text(Draft, text) for table in tables for text in self._texts(table) if number in text
        )

    def waiting_naming(self, number: str) -> int:
        """Count the entries in which a number stands and that no hub has acknowledged."""
        named = outbox.c.content.contains(number, autoescape=True), outbox.c.acknowledged_at.is_(None)
        return self._connection.scalar(select(func.count()).select_from(outbox).where(*named)) or 0

    def count_acts(self, subjects: tuple[str, ...], deeds: tuple[str, ...]) -> int:
        """Count the lines of history about any of these that tell one of these deeds."""
        wanted = history.c.subject.in_(subjects), history.c.deed.in_(deeds)
        return self._connection.scalar(select(func.count()).select_from(history).where(*wanted)) or 0

    def _texts(self, table: Table) -> Iterator[str]:
        yield from self._connection.scalars(select(table.c.content))


def _names(texts: Iterator[str] | tuple[str, ...]) -> frozenset[str]:
    return frozenset(name for text in texts for name in _SEALED_NAME.findall(text))

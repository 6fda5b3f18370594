"""The outbox in the desk's database: entries written with what they report, and how far each has come."""

from __future__ import annotations

import time
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, insert, or_, select, update

from counter_app.domain.outbox import (
    BY_PROGRESS,
    HUB_OFFSET,
    LONGEST_PAUSE,
    Aside,
    Entry,
    EntryState,
    OutboxStanding,
)
from counter_app.errors import NotFound
from counter_app.store.rows import Line
from counter_app.store.tables import outbox, preferences

_MOST_COUNTED = 100_000
_OPEN = and_(outbox.c.acknowledged_at.is_(None), outbox.c.left_out_at.is_(None))
_WAITS = and_(_OPEN, outbox.c.aside.is_(None))
_ASIDE = and_(_OPEN, outbox.c.aside.is_not(None))
PROGRESS: ColumnElement[int] = case(
    (outbox.c.left_out_at.is_not(None), 4),
    (outbox.c.acknowledged_at.is_not(None), 3),
    (outbox.c.aside.is_not(None), 0),
    (outbox.c.sending_since.is_not(None), 2),
    else_=1,
)
"""An entry's place in ``BY_PROGRESS``."""


class OutboxRows:
    """The journal within one transaction; see ``services.sync_ports.Outbox`` for what each step promises."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, kind: str, subject: str, content: str, *, at: datetime) -> None:
        """Append an entry that waits, under an id by which the hub knows a repeat."""
        offset = self._connection.scalar(select(preferences.c.value).where(preferences.c.name == HUB_OFFSET))
        entry: Mapping[str, Any] = {
            "entry_id": str(uuid4()),
            "kind": kind,
            "subject": subject,
            "content": content,
            "created_at": at,
            "monotonic_ms": time.monotonic_ns() // 1_000_000,
            "hub_offset_ms": int(offset) if offset else None,
            "is_whole": 1,
            "tries": 0,
            "detail": "",
        }
        self._connection.execute(insert(outbox).values(entry))

    def due(self, now: datetime, *, limit: int) -> tuple[Entry, ...]:
        """List what may be sent now; a try later than any pause is due, for the clock was set back."""
        soon = or_(
            outbox.c.next_try_at.is_(None),
            outbox.c.next_try_at <= now,
            outbox.c.next_try_at > now + LONGEST_PAUSE,
        )
        return self._entries(select(outbox).where(_WAITS, soon), limit)

    def waiting(self, *, limit: int) -> tuple[Entry, ...]:
        """List what waits, the oldest first."""
        return self._entries(select(outbox).where(_WAITS), limit)

    def lying_aside(self, *, limit: int) -> tuple[Entry, ...]:
        """List what lies aside, the oldest first."""
        return self._entries(select(outbox).where(_ASIDE), limit)

    def entry(self, entry_id: str) -> Entry | None:
        """Give one entry that is not over; None where there is none."""
        found = self._entries(select(outbox).where(_OPEN, outbox.c.entry_id == entry_id), 1)
        return found[0] if found else None

    def standing(self) -> OutboxStanding:
        """Count what waits and what lies aside."""
        oldest = select(outbox.c.created_at).where(_WAITS).order_by(outbox.c.seq).limit(1)
        return OutboxStanding(
            waiting=self._count(_WAITS),
            since=self._connection.scalar(oldest),
            aside=self._count(_ASIDE),
        )

    def state_of(self, subject: str) -> EntryState | None:
        """Say how far the least advanced entry about a subject has come."""
        place = self._connection.scalar(select(func.min(PROGRESS)).where(outbox.c.subject == subject))
        return None if place is None else BY_PROGRESS[place]

    def begin(self, entry_ids: Collection[str], at: datetime) -> None:
        """Keep that entries are on their way since this moment."""
        begun = update(outbox).where(outbox.c.entry_id.in_(entry_ids), _WAITS)
        self._connection.execute(begun.values(sending_since=at))

    def acknowledge(self, entry_id: str, hub_at: datetime) -> None:
        """Keep that the hub has an entry; what is over already stays as it is."""
        self._change(entry_id, acknowledged_at=hub_at, aside=None, detail="")

    def put_off(self, entry_id: str, until: datetime) -> None:
        """Count one more try that came to nothing, and try again then."""
        self._change(entry_id, tries=outbox.c.tries + 1, next_try_at=until)

    def set_aside(self, entry_id: str, why: Aside, detail: str = "") -> None:
        """Lay an entry aside."""
        self._change(entry_id, aside=why.value, detail=detail, tries=outbox.c.tries + 1)

    def send_again(self, entry_id: str) -> None:
        """Have an entry sent at once."""
        self._change(entry_id, aside=None, detail="", next_try_at=None, sending_since=None)

    def leave_out(self, entry_id: str, at: datetime) -> None:
        """Take an entry that lies aside out of what is sent; raises NotFound where none does."""
        gone = update(outbox).where(outbox.c.entry_id == entry_id, _ASIDE).values(left_out_at=at)
        if not self._connection.execute(gone).rowcount:
            raise NotFound(entry_id)

    def _count(self, which: ColumnElement[bool]) -> int:
        """Count entries up to ``_MOST_COUNTED``: beyond, a desk without a hub would wait for a number."""
        some = select(outbox.c.seq).where(which).limit(_MOST_COUNTED).subquery()
        return self._connection.scalars(select(func.count()).select_from(some)).one()

    def _change(self, entry_id: str, **columns: object) -> None:
        self._connection.execute(update(outbox).where(outbox.c.entry_id == entry_id, _OPEN).values(columns))

    def _entries(self, rows: Select[Any], limit: int) -> tuple[Entry, ...]:
        oldest = rows.add_columns(PROGRESS.label("progress")).order_by(outbox.c.seq).limit(limit)
        return tuple(map(_entry, self._connection.execute(oldest)))


def _entry(row: Line) -> Entry:
    return Entry(
        seq=row.seq,
        entry_id=row.entry_id,
        kind=row.kind,
        subject=row.subject,
        content=row.content,
        created_at=row.created_at,
        state=BY_PROGRESS[row.progress],
        monotonic_ms=row.monotonic_ms,
        hub_offset_ms=row.hub_offset_ms,
        is_whole=bool(row.is_whole),
        tries=row.tries,
        sending_since=row.sending_since,
        next_try_at=row.next_try_at,
        aside=Aside(row.aside) if row.aside else None,
        detail=row.detail,
    )

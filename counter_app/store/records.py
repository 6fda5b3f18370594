"""Lines that are written about received dossiers, each once; and the drafts that were received last."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import ColumnElement, Connection, delete, insert, select

from counter_app.domain.dossier import Draft
from counter_app.domain.history_check import HistorySeal
from counter_app.domain.keeping import LegalHold
from counter_app.domain.movement import Movement
from counter_app.domain.payment import Payment
from counter_app.domain.slip import SlipGround
from counter_app.domain.tally import Closing, GapReason
from counter_app.domain.void import Void
from counter_app.services.ports import OneRecord, Record
from counter_app.store.codec import from_text, to_text
from counter_app.store.tables import dossiers, records, undoable

_KINDS: dict[type, str] = {
    HistorySeal: "history_seal",
    LegalHold: "legal_hold",
    Void: "void",
    SlipGround: "slip_ground",
    Movement: "movement",
    Payment: "payment",
    GapReason: "gap_reason",
    Closing: "closing",
}
"""The name of each kind on disk; one that has been written is never renamed."""

VOID = (
    select(records.c.content)
    .where(records.c.subject == dossiers.c.dossier_id, records.c.kind == _KINDS[Void])
    .limit(1)
    .scalar_subquery()
    .label("void")
)
"""The voiding of a dossier that is selected, as text, or NULL."""


def add_record(connection: Connection, record: Record) -> None:
    """Append a line."""
    line = {
        "kind": _KINDS[type(record)],
        "subject": record.subject,
        "written_on": record.at.date(),
        "content": to_text(record),
    }
    connection.execute(insert(records).values(line))


def records_of(connection: Connection, kind: type[OneRecord], subject: str) -> tuple[OneRecord, ...]:
    """List the lines of one kind about one subject."""
    return _listed(connection, kind, records.c.subject == subject)


def records_on(connection: Connection, kind: type[OneRecord], day: date) -> tuple[OneRecord, ...]:
    """List the lines of one kind that were written on a day."""
    return _listed(connection, kind, records.c.written_on == day)


def keep_undoable(connection: Connection, group: str, drafts: Collection[Draft]) -> None:
    """Keep drafts in place of those kept before."""
    connection.execute(delete(undoable))
    for draft in drafts:
        kept = {"draft_id": draft.draft_id, "linked": group, "content": to_text(draft)}
        connection.execute(insert(undoable).values(kept))


def take_undoable(connection: Connection, group: str) -> tuple[Draft, ...]:
    """Give drafts back in the order in which they were kept, and forget them."""
    mine = undoable.c.linked == group
    kept = connection.scalars(select(undoable.c.content).where(mine).order_by(undoable.c.seq))
    drafts = tuple(from_text(Draft, content) for content in kept)
    connection.execute(delete(undoable).where(mine))
    return drafts


def _listed(
    connection: Connection, kind: type[OneRecord], which: ColumnElement[bool]
) -> tuple[OneRecord, ...]:
    lines = select(records.c.content).where(records.c.kind == _KINDS[kind], which).order_by(records.c.seq)
    return tuple(from_text(kind, content) for content in connection.scalars(lines))

"""Dossiers of which two desks have told different things: all versions kept, an official decides."""

from __future__ import annotations

from dataclasses import asdict, replace

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from counter_app.hub.changes import Telling, tell
from counter_app.hub.clock import Clock
from counter_app.hub.database import Database
from counter_app.hub.denial import Denied
from counter_app.hub.devices import Device
from counter_app.hub.holdings import standing_of
from counter_app.hub.standing import Standing, begun, moved
from counter_app.hub.tables import conflicts, devices, dossiers, entries, versions
from counter_app.wire.changes import (
    ChangeKind,
    Conflict,
    Conflicts,
    Decide,
    DecisionTold,
    DossierState,
    Version,
)
from counter_app.wire.codes import ErrorCode
from counter_app.wire.entries import Entry, EntryKind
from counter_app.wire.reports import REPORTS, DossierReport, OutcomeReport, VoidReport
from counter_app.wire.text import embedded, from_json

_MOST = 100


class Decisions:
    """Lists what is to be decided, and has one version hold."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def open_ones(self, device: Device) -> Conflicts:
        """List the office's conflicts that nobody has decided, the oldest first, with every version."""
        mine = (conflicts.c.office_code == device.office_code) & conflicts.c.decided_at.is_(None)
        chosen = sa.select(conflicts).where(mine).order_by(conflicts.c.noticed_at).limit(_MOST)
        with self._database.work() as connection:
            found = connection.execute(chosen).all()
            return Conflicts(
                tuple(
                    Conflict(
                        row.conflict_id,
                        row.dossier_id,
                        row.noticed_at,
                        _versions(connection, row.conflict_id),
                    )
                    for row in found
                )
            )

    def decide(self, device: Device, conflict_id: str, decision: Decide) -> DecisionTold:
        """Have one version hold, and tell the office's desks; the same decision again is told again.

        Raises Denied for a conflict or version that is not there, and for one that was decided otherwise.
        """
        now = self._clock.now()
        chosen = (decision.kept_device, decision.kept_entry)
        with self._database.office(device.office_code) as connection:
            mine = (conflicts.c.conflict_id == conflict_id) & (conflicts.c.office_code == device.office_code)
            row = connection.execute(sa.select(conflicts).where(mine)).one_or_none()
            kept = _entry(connection, *chosen) if row else None
            if row is None or kept is None or chosen not in _named(connection, conflict_id):
                raise Denied(ErrorCode.NOT_FOUND)
            if row.decided_at and (row.kept_device, row.kept_entry) != chosen:
                raise Denied(ErrorCode.CONFLICT, "decided")
            at = row.decided_at or now
            told = DecisionTold(
                conflict_id, row.dossier_id, *chosen, decision.official_sign, at, decision.reason[:500]
            )
            if not row.decided_at:
                self._keep(connection, told, kept)
        return told

    def _keep(self, connection: Connection, told: DecisionTold, kept: sa.RowMapping) -> None:
        same = conflicts.c.conflict_id == told.decision_id
        values = {"decided_at": told.at, "decided_by": told.decided_by, "reason": told.reason}
        values |= {"kept_device": told.kept_device, "kept_entry": told.kept_entry}
        connection.execute(sa.update(conflicts).where(same).values(values))
        line = dossiers.c.dossier_id == told.dossier_id
        present = standing_of(connection.execute(sa.select(dossiers).where(line)).mappings().one())
        new = asdict(_held(present, kept)) | {"changed_at": told.at, "pushed_at": None}
        connection.execute(sa.update(dossiers).where(line).values(new))
        telling = Telling(ChangeKind.DECISION, told.dossier_id, embedded(told))
        tell(connection, kept["office_code"], told.at, [telling])


def _held(present: Standing, kept: sa.RowMapping) -> Standing:
    """Give the line of a dossier when the chosen version holds; its code is never changed."""
    device = Device(kept["device_id"], kept["office_code"], "", "")
    entry = Entry(kept["entry_id"], kept["kind"], kept["subject"], kept["content"], kept["created_at"])
    report = from_json(REPORTS[EntryKind(kept["kind"])], kept["content"])
    if isinstance(report, DossierReport):
        anew = begun(report, device, entry, code=present.code, content_hash=kept["content_hash"])
        return replace(anew, provisional_code=present.provisional_code)
    if isinstance(report, VoidReport | OutcomeReport):
        return moved(present, report, entry, device)
    return replace(present, state=DossierState.IN_WORK, settled_by="", settled_entry="")


def _versions(connection: Connection, conflict_id: str) -> tuple[Version, ...]:
    where = (versions.c.conflict_id == conflict_id) & (versions.c.device_id == entries.c.device_id)
    where &= (versions.c.entry_id == entries.c.entry_id) & (devices.c.device_id == entries.c.device_id)
    columns = (
        devices.c.name,
        entries.c.device_id,
        entries.c.entry_id,
        entries.c.created_at,
        entries.c.content,
    )
    rows = connection.execute(sa.select(*columns).where(where).order_by(entries.c.taken_at)).all()
    return tuple(Version(row.device_id, row.name, row.entry_id, row.created_at, row.content) for row in rows)


def _named(connection: Connection, conflict_id: str) -> frozenset[tuple[str, str]]:
    chosen = sa.select(versions.c.device_id, versions.c.entry_id).where(versions.c.conflict_id == conflict_id)
    return frozenset((row.device_id, row.entry_id) for row in connection.execute(chosen))


def _entry(connection: Connection, device_id: str, entry_id: str) -> sa.RowMapping | None:
    same = (entries.c.device_id == device_id) & (entries.c.entry_id == entry_id)
    return connection.execute(sa.select(entries).where(same)).mappings().one_or_none()

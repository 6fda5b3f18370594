"""An office's dossier numbers of a day: leased in blocks or given singly, never twice and without gaps."""

from __future__ import annotations

from datetime import date, timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from counter_app.domain.calendar import VIETNAM
from counter_app.hub.clock import Clock
from counter_app.hub.database import Database
from counter_app.hub.denial import Denied
from counter_app.hub.devices import Device
from counter_app.hub.tables import counters, leases
from counter_app.wire.codes import ErrorCode
from counter_app.wire.leases import DAYS_AHEAD, LAST_NUMBER, Lease, LeaseAsked

_DAYS_BACK = 2


class Numbers:
    """Leases numbers to desks and gives single ones to dossiers that came with a provisional code."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def lease(self, device: Device, asked: LeaseAsked) -> Lease:
        """Lease a block, or give the same one again for the same request; raises Denied."""
        if asked.office_code != device.office_code:
            raise Denied(ErrorCode.FORBIDDEN)
        with self._database.office(device.office_code) as connection:
            before = _leased(connection, device, asked)
            if before:
                return before
            self._refuse_far_days(asked.day)
            first, last = take(connection, device.office_code, asked.day, asked.count)
            row = {"device_id": device.device_id, "request_id": asked.request_id, "day": asked.day}
            row |= {"office_code": device.office_code, "asked": asked.count, "first": first, "last": last}
            connection.execute(sa.insert(leases).values(**row, given_at=self._clock.now()))
        return Lease(device.office_code, asked.day, first, last)

    def _refuse_far_days(self, day: date) -> None:
        today = self._clock.now().astimezone(VIETNAM).date()
        if not today - timedelta(days=_DAYS_BACK) <= day <= today + timedelta(days=DAYS_AHEAD):
            raise Denied(ErrorCode.MALFORMED, "day")


def take(connection: Connection, office_code: str, day: date, count: int) -> tuple[int, int]:
    """Take up to ``count`` numbers, one at least, within ``Database.office``; raises Denied when none is.

    They are taken when the transaction is committed, and go back whole when it is undone: no gaps.
    """
    where = (counters.c.office_code == office_code) & (counters.c.day == day)
    present = connection.execute(sa.select(counters.c.next).where(where)).scalar_one_or_none()
    first = present or 1
    if first > LAST_NUMBER:
        raise Denied(ErrorCode.NUMBERS_USED_UP)
    last = min(first + count - 1, LAST_NUMBER)
    if present is None:
        row = {"office_code": office_code, "day": day, "next": last + 1}
        connection.execute(sa.insert(counters).values(row))
    else:
        connection.execute(sa.update(counters).where(where).values(next=last + 1))
    return first, last


def _leased(connection: Connection, device: Device, asked: LeaseAsked) -> Lease | None:
    same = (leases.c.device_id == device.device_id) & (leases.c.request_id == asked.request_id)
    row = connection.execute(sa.select(leases).where(same)).one_or_none()
    if row is None:
        return None
    if (row.office_code, row.day, row.asked) != (asked.office_code, asked.day, asked.count):
        raise Denied(ErrorCode.CONFLICT, "request_id")
    return Lease(row.office_code, row.day, row.first, row.last)

"""Numbers in the desk's database, its own and leased ones; and how far documents have come to the hub."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or_update

from counter_app.domain.lease import Lease
from counter_app.store.tables import leases, numbers, uploads


class LeaseRows:
    """Leases within one transaction; see ``services.sync_ports.Leases`` for what each step promises."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def request(self, office_code: str, day: date) -> str:
        """Give the id under which numbers of a day are asked for."""
        asked = select(leases.c.request_id).where(
            leases.c.office_code == office_code, leases.c.day == day, leases.c.first.is_(None)
        )
        open_request: str | None = self._connection.scalar(asked)
        if open_request:
            return open_request
        request_id = str(uuid4())
        row = {"request_id": request_id, "office_code": office_code, "day": day}
        self._connection.execute(insert(leases).values(row))
        return request_id

    def grant(self, request_id: str, first: int, last: int) -> None:
        """Keep what the hub gave for a request; a repeat changes nothing."""
        asked = update(leases).where(leases.c.request_id == request_id, leases.c.first.is_(None))
        self._connection.execute(asked.values(first=first, last=last, next=first))

    def of(self, office_code: str, day: date) -> tuple[Lease, ...]:
        """List the leases of a day, the oldest first."""
        given = select(leases).where(
            leases.c.office_code == office_code, leases.c.day == day, leases.c.first.is_not(None)
        )
        rows = self._connection.execute(given.order_by(leases.c.seq))
        return tuple(Lease(row.office_code, row.day, row.first, row.last, row.next) for row in rows)

    def take(self, office_code: str, day: date) -> int | None:
        """Take the next number of the oldest lease of a day that has one left."""
        oldest = (
            select(leases.c.seq)
            .where(leases.c.office_code == office_code, leases.c.day == day, leases.c.next <= leases.c.last)
            .order_by(leases.c.seq)
            .limit(1)
        )
        taken = update(leases).where(leases.c.seq == oldest.scalar_subquery())
        following: int | None = self._connection.scalar(
            taken.values(next=leases.c.next + 1).returning(leases.c.next)
        )
        return None if following is None else following - 1

    def end(self) -> None:
        """Leave what is not yet given, and forget requests that no hub has answered."""
        self._connection.execute(delete(leases).where(leases.c.first.is_(None)))
        left = leases.c.next <= leases.c.last
        self._connection.execute(update(leases).where(left).values(last=leases.c.next - 1))


class NumberRows:
    """The desk's own numbers within one transaction; see ``services.ports.Work``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def take(self, office_code: str, day: date) -> int:
        """Take the next number of the office's day, from 1."""
        first = insert_or_update(numbers).values(office_code=office_code, day=day, next=2, first=1)
        taken = first.on_conflict_do_update(
            index_elements=["office_code", "day"], set_={"next": numbers.c.next + 1}
        )
        following: int = self._connection.scalars(taken.returning(numbers.c.next)).one()
        return following - 1

    def given(self, office_code: str, day: date) -> tuple[int, ...]:
        """List the numbers of an office's day that were given, own ones and leased ones."""
        first, following = self._stretch(office_code, day)
        given = set(range(first, following))
        for lease in LeaseRows(self._connection).of(office_code, day):
            given.update(range(lease.first, lease.next))
        return tuple(sorted(given))

    def skip(self, office_code: str, day: date, count: int) -> None:
        """Leave out the next numbers of a series; what it gave is kept like a used-up lease."""
        first, following = self._stretch(office_code, day)
        if following > first:
            given = {"office_code": office_code, "day": day, "first": first}
            given |= {"request_id": str(uuid4()), "last": following - 1, "next": following}
            self._connection.execute(insert(leases).values(given))
        stretch = {"next": following + count, "first": following + count}
        row = insert_or_update(numbers).values(office_code=office_code, day=day, **stretch)
        self._connection.execute(
            row.on_conflict_do_update(index_elements=["office_code", "day"], set_=stretch)
        )

    def _stretch(self, office_code: str, day: date) -> tuple[int, int]:
        """Give the first number since some were left out, and the next one."""
        wanted = (numbers.c.office_code == office_code, numbers.c.day == day)
        row = self._connection.execute(select(numbers.c.first, numbers.c.next).where(*wanted)).one_or_none()
        return (row.first, row.next) if row else (1, 1)


class UploadRows:
    """The ledger of uploads within one transaction; see ``services.sync_ports.Uploads``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def arrived(self, sha256: str) -> int:
        """Say how many bytes of a document are there, from its beginning."""
        return self._connection.scalar(select(uploads.c.arrived).where(uploads.c.sha256 == sha256)) or 0

    def note(self, sha256: str, arrived: int) -> None:
        """Keep how many bytes are there."""
        kept = insert_or_update(uploads).values(sha256=sha256, arrived=arrived)
        self._connection.execute(
            kept.on_conflict_do_update(index_elements=["sha256"], set_={"arrived": kept.excluded.arrived})
        )

    def finish(self, sha256: str) -> None:
        """Forget a document that is there as a whole, or has to begin again."""
        self._connection.execute(delete(uploads).where(uploads.c.sha256 == sha256))

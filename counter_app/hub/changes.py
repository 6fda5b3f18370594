"""What waits to be told to the desks of an office: each reads it from where it stopped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from counter_app.domain.calendar import VIETNAM
from counter_app.hub.clock import Clock
from counter_app.hub.database import EVERY_OFFICE, Database
from counter_app.hub.devices import Device
from counter_app.hub.keys import HubKey, to_base64
from counter_app.hub.tables import changes
from counter_app.wire.changes import MOST_CHANGES, Change, ChangeKind, Changes, Published
from counter_app.wire.signing import published_text
from counter_app.wire.text import embedded


@dataclass(frozen=True, slots=True)
class Telling:
    """One thing to tell; ``content`` is the text of its message."""

    kind: ChangeKind
    subject: str
    content: str


class News:
    """Gives desks what is new, and takes what the hub's keepers publish."""

    def __init__(self, database: Database, clock: Clock, key: HubKey) -> None:
        self._database = database
        self._clock = clock
        self._key = key

    def after(self, device: Device, cursor: int, limit: int) -> Changes:
        """List what was told to the desk's office after a number, the oldest first."""
        most = min(limit, MOST_CHANGES)
        mine = changes.c.office_code.in_((device.office_code, EVERY_OFFICE)) & (changes.c.number > cursor)
        today = self._clock.now().astimezone(VIETNAM).date().isoformat()
        over = (changes.c.kind == ChangeKind.POPULATION) & (changes.c.subject < today)
        chosen = sa.select(changes).where(mine, ~over).order_by(changes.c.number).limit(most + 1)
        with self._database.work() as connection:
            rows = connection.execute(chosen).all()
        told = tuple(Change(row.number, row.kind, row.subject, row.at, row.content) for row in rows[:most])
        return Changes(told[-1].number if told else cursor, told, more=len(rows) > most)

    def publish(
        self, kind: ChangeKind, name: str, version: str, body: str, *, office_code: str = EVERY_OFFICE
    ) -> None:
        """Sign a pack, a calendar or a list and tell it to an office, or to every one."""
        signature = to_base64(self._key.sign(published_text(kind, name, version, body)))
        content = embedded(Published(name, version, body, signature))
        self.tell(office_code, Telling(kind, name, content))

    def tell(self, office_code: str, telling: Telling) -> None:
        """Tell one thing to an office, or to every one."""
        with self._database.office(office_code) as connection:
            tell(connection, office_code, self._clock.now(), [telling])


def tell(connection: Connection, office_code: str, now: datetime, tellings: Sequence[Telling]) -> None:
    """Put down what an office is told, within ``Database.office``: its numbers are committed in order."""
    rows = [
        {
            "office_code": office_code,
            "kind": one.kind,
            "subject": one.subject,
            "at": now,
            "content": one.content,
        }
        for one in tellings
    ]
    if rows:
        connection.execute(sa.insert(changes), rows)

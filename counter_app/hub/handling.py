"""Where a dossier stands by the word of those who work on it: in work, ready, refused, stopped."""

from __future__ import annotations

from dataclasses import asdict, replace

import sqlalchemy as sa

from counter_app.hub.changes import tell
from counter_app.hub.clock import Clock
from counter_app.hub.database import Database
from counter_app.hub.denial import Denied
from counter_app.hub.holdings import news_of, standing_of
from counter_app.hub.tables import dossiers
from counter_app.wire.changes import DossierState
from counter_app.wire.codes import ErrorCode

STATES = (DossierState.IN_WORK, DossierState.READY, DossierState.REFUSED, DossierState.STOPPED)


class Handling:
    """Takes what is decided away from the desks."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def put(self, code: str, state: DossierState, reason: str = "") -> None:
        """Have a dossier stand so, and tell the office's desks, the citizen's page and the province.

        Raises Denied for a code that is not there, and for a dossier that was voided or handed over.
        """
        now = self._clock.now()
        same = dossiers.c.code == code
        with self._database.work() as connection:
            office = connection.execute(sa.select(dossiers.c.office_code).where(same)).scalars().first()
        if office is None:
            raise Denied(ErrorCode.NOT_FOUND, "code")
        with self._database.office(office) as connection:
            voided_last = sa.select(dossiers).where(same).order_by(dossiers.c.state == DossierState.VOIDED)
            row = connection.execute(voided_last).mappings().first()
            before = standing_of(row) if row else None
            if before is None or before.is_settled:
                raise Denied(ErrorCode.CONFLICT, "settled")
            standing = replace(before, state=state, reason=reason, state_at=now)
            values = asdict(standing) | {"changed_at": now, "pushed_at": None}
            this = dossiers.c.dossier_id == standing.dossier_id
            connection.execute(sa.update(dossiers).where(this).values(values))
            tell(connection, office, now, [news_of(standing)])

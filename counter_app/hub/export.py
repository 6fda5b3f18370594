"""Dossiers for the provincial system: written as files, or pushed to it and remembered as told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import httpx
import sqlalchemy as sa

from counter_app.errors import SetupError
from counter_app.hub.clock import Clock
from counter_app.hub.database import Database
from counter_app.hub.holdings import standing_of
from counter_app.hub.logs import log
from counter_app.hub.provincial import ProvincialDossier, provincial
from counter_app.hub.settings import ProvinceSettings
from counter_app.hub.tables import dossiers, entries
from counter_app.wire.reports import DossierReport
from counter_app.wire.text import from_json, to_json

_AT_ONCE = 100
_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Waiting:
    """A dossier of which the province has not been told yet, and when it changed."""

    dossier_id: str
    changed_at: datetime
    dossier: ProvincialDossier


@dataclass(frozen=True, slots=True)
class Pushed:
    """What a push came to; those refused wait to be looked at and are tried again with the next push."""

    told: int
    refused: int
    is_away: bool


class Export:
    """Tells the province of every dossier that is not for training, again whenever one has moved."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def waiting(self, after: str = "") -> tuple[Waiting, ...]:
        """List the next hundred of which the province does not know how they stand, by their ids."""
        same = (entries.c.device_id == dossiers.c.device_id) & (entries.c.entry_id == dossiers.c.entry_id)
        due = (
            dossiers.c.pushed_at.is_(None) & dossiers.c.training.is_(False) & (dossiers.c.dossier_id > after)
        )
        chosen = sa.select(*dossiers.c, entries.c.content).join(entries, same).where(due)
        with self._database.work() as connection:
            rows = connection.execute(chosen.order_by(dossiers.c.dossier_id).limit(_AT_ONCE)).mappings().all()
        return tuple(
            Waiting(
                row["dossier_id"],
                row["changed_at"],
                provincial(from_json(DossierReport, row["content"]), standing_of(row)),
            )
            for row in rows
        )

    def write(self, folder: Path) -> int:
        """Write each of them as a file named by its code, and remember it as told; raises SetupError."""
        written = 0
        for one in self._all():
            try:
                folder.mkdir(parents=True, exist_ok=True)
                file = folder / f"{one.dossier.MaHoSo.replace('/', '_')}.json"
                file.write_text(to_json(one.dossier), encoding="utf-8")
            except OSError as error:
                raise SetupError(folder, "not_writable") from error
            self._told(one)
            written += 1
        return written

    def push(self, settings: ProvinceSettings, client: httpx.Client | None = None) -> Pushed:
        """Push each of them, the rest another time once the province does not answer."""
        told = refused = 0
        headers = {"Content-Type": "application/json"}
        if settings.token:
            headers["Authorization"] = f"Bearer {settings.token}"
        with client or httpx.Client(timeout=_SECONDS) as line:
            for one in self._all():
                try:
                    answer = line.post(settings.url, content=to_json(one.dossier).encode(), headers=headers)
                except httpx.HTTPError:
                    return Pushed(told, refused, is_away=True)
                if answer.is_success:
                    self._told(one)
                    told += 1
                elif answer.is_server_error or answer.status_code == httpx.codes.TOO_MANY_REQUESTS:
                    return Pushed(told, refused, is_away=True)
                else:
                    refused += 1
                    log("province refused", dossier=one.dossier_id, status=answer.status_code)
        return Pushed(told, refused, is_away=False)

    def _all(self) -> Iterator[Waiting]:
        after = ""
        while page := self.waiting(after):
            yield from page
            after = page[-1].dossier_id

    def _told(self, one: Waiting) -> None:
        """Remember that the province knows, unless the dossier has moved meanwhile."""
        same = (dossiers.c.dossier_id == one.dossier_id) & (dossiers.c.changed_at == one.changed_at)
        with self._database.work() as connection:
            connection.execute(sa.update(dossiers).where(same).values(pushed_at=self._clock.now()))

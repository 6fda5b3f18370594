"""What the hub has published, for reading: what it is, from which day it holds, why it was refused."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from counter_app.domain.publication import Publication
from counter_app.services.pack_intake import PackIntake
from counter_app.services.sync_ports import SyncStore

MOST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class PublicationLine:
    """One publication for reading; ``begins`` is the day from which a pack holds."""

    publication: Publication
    begins: date | None


class PublicationBook:
    """Lists what has come from the hub last."""

    def __init__(self, store: SyncStore, intake: PackIntake) -> None:
        self._store = store
        self._intake = intake

    def lines(self) -> tuple[PublicationLine, ...]:
        """List the latest publications, ``MOST_SHOWN`` at most."""
        with self._store.work() as work:
            latest = work.publications.listed()[:MOST_SHOWN]
        return tuple(PublicationLine(one, self._intake.begins(one)) for one in latest)

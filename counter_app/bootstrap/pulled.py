"""What the hub has published for this desk, among its definitions; and the way in for what comes next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from counter_app.bootstrap.definitions import Definitions
from counter_app.gateways.desk_key import is_signed_by
from counter_app.services.incoming import Incoming
from counter_app.services.pack_intake import PackIntake
from counter_app.services.ports import Clock
from counter_app.services.publication_book import PublicationBook
from counter_app.services.sync_ports import SyncStore

CARRIED = "carried"
"""The folder of other desks' bundles."""


@dataclass(frozen=True, slots=True)
class Pulled:
    """The way in for what the hub sends, and the list of what came."""

    incoming: Incoming
    book: PublicationBook


def with_publications(
    given: Definitions, folders: tuple[Path, Path], store: SyncStore, clock: Clock
) -> tuple[Definitions, Pulled]:
    """Give the definitions with what was published before, and the way in for what is published next."""
    given = replace(given, procedures=given.procedures.apart())
    intake = PackIntake(folders, given.procedures, given.forms, given.calendar)
    with store.work() as work:
        publications = work.publications.listed()
    if publications:
        calendar, problems = intake.restore(publications)
        given = replace(given, calendar=calendar, problems=(*given.problems, *problems))
    incoming = Incoming(store, clock, intake, is_signed_by)
    incoming.forget_past()
    return given, Pulled(incoming, PublicationBook(store, intake))

"""Puts together what answers for the data of a desk."""

from __future__ import annotations

from pathlib import Path

from counter_app.domain.calendar import WorkingCalendar
from counter_app.services.breach import BreachDrill
from counter_app.services.custody import Custody
from counter_app.services.held_data import RightToKnow
from counter_app.services.inspection import Inspection
from counter_app.services.keeping_rules import read_keeping_rules
from counter_app.services.look_rules import read_look_rules
from counter_app.services.paper_copies import PaperCopies
from counter_app.services.ports import Clock, DeskKey, KnownDesks
from counter_app.services.retention import Retention
from counter_app.store.sealed import SealedFolder
from counter_app.store.work import DeskStore
from printing.fonts import Fonts


def custody_of_desk(
    store: DeskStore,
    sealed: SealedFolder,
    keys: tuple[DeskKey, KnownDesks],
    *,
    resources: Path,
    calendar: WorkingCalendar,
    clock: Clock,
) -> Custody:
    """Read the dated rules and wire what follows them; raises SetupError where a rule cannot be read."""
    own, known = keys
    looks = read_look_rules(resources / "inspection.toml")
    rules = read_keeping_rules(resources / "retention.toml")
    inspection = Inspection(store, own, known, calendar=calendar, rules=looks, clock=clock)
    fonts = Fonts(resources / "fonts")
    return Custody(
        inspection,
        Retention(store, sealed, rules, clock),
        RightToKnow(store, rules, clock),
        BreachDrill(store, inspection, clock),
        PaperCopies(store, sealed, fonts, clock),
        fonts,
    )

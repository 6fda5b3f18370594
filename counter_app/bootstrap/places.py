"""What stands around a desk: a training desk's invented town, or an office and what it is connected to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from counter_app.bootstrap.hall import SpecimenHall, held_cards
from counter_app.bootstrap.lesson_stage import LessonStage
from counter_app.config import SETTINGS_FILE, DeskKind, Settings
from counter_app.domain.office import Duty, Office, Official
from counter_app.errors import SetupError
from counter_app.gateways.no_population import NoPopulation
from counter_app.gateways.practice_printer import PracticePrinter
from counter_app.gateways.specimen.desk import specimen_accounts, specimen_duty
from counter_app.gateways.specimen.guests import Guests
from counter_app.gateways.specimen.people import invent_population
from counter_app.gateways.specimen.population import SpecimenPopulation
from counter_app.gateways.specimen.words_files import read_words
from counter_app.services.permits import KIND
from counter_app.services.ports import Clock, Population, Store
from printing.fonts import Fonts
from scanning.practice_feeder import PRACTICE
from scanning.scanner_sane import SANE, SaneScanners
from scanning.scanners import JoinedScanners, Scanners

_NOBODY = Official("", "")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a desk stands: its office, who is asked about citizens, its scanners, a hall to train in."""

    duty: Duty
    population: Population
    scanners: Scanners
    hall: SpecimenHall | None = None
    town: SpecimenPopulation | None = None

    def stage(self, printer: PracticePrinter) -> LessonStage | None:
        """Give the stage of lessons; None in an office."""
        return LessonStage(self.hall, self.town, printer) if self.hall and self.town else None


def duty_of(settings: Settings, folder: Path) -> Duty:
    """Give the office and counter of a desk before anybody serves there.

    Raises SetupError where an office's desk does not know its office yet.
    """
    if settings.desk is DeskKind.DEMO:
        return specimen_duty()
    office = settings.office
    if office is None:
        raise SetupError(folder / SETTINGS_FILE, "missing_key", key="office")
    place = Office(
        office.name, office.parent, office.commune, office.province, office.code, office.phone, training=False
    )
    return Duty(_NOBODY, place, office.counter)


def place_of(duty: Duty, resources: Path, clock: Clock, fonts: Fonts) -> Place:
    """Set up what stands around the desk of this duty."""
    if not duty.office.training:
        return Place(duty, NoPopulation(), JoinedScanners({SANE: SaneScanners()}))
    words = read_words(resources / "specimen")
    records = invent_population(words, today=clock.now().date())
    population = SpecimenPopulation(records, clock)
    guests = Guests(records, words, clock.now().date())
    hall = SpecimenHall(held_cards(records, words), population, guests, fonts)
    scanners = JoinedScanners({SANE: SaneScanners(), PRACTICE: hall.feeder()})
    return Place(duty, population, scanners, hall, population)


def settle_kind(store: Store, kind: DeskKind, path: Path) -> None:
    """Keep for good what a desk is, and give a training desk its invented officials.

    Raises SetupError where a desk was opened as another kind before: what was practised stays practice, and
    where people sign in they go on signing in.
    """
    with store.work() as work:
        kept = work.preference(KIND)
        if not kept and kind is DeskKind.OFFICE and (work.drafts() or work.recent_procedures(limit=1)):
            kept = DeskKind.DEMO
        if kept and kept != kind:
            raise SetupError(path, "this_data_is_of_a_desk_of_another_kind", key="desk", nearest=kept)
        if not kept:
            work.keep_preference(KIND, kind)
            for account in specimen_accounts() if kind is DeskKind.DEMO else ():
                work.save_account(account)
            work.commit()

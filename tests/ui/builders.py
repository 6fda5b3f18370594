"""Visits and sheets for screen tests: the invented cast, shipped forms and procedures, a store in memory."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from services.fakes import FakeStore, FixedClock
from services.people import MORNING, at_the_desk

from counter_app.domain.citizen import Person, PopulationRecord
from counter_app.domain.dossier import Capacity
from counter_app.domain.office import Duty, Office, Official
from counter_app.services.calendar_data import read_calendar
from counter_app.services.catalogue import Catalogue, read_procedures
from counter_app.services.drafting import Drafting, Sheet
from counter_app.services.identify import Visit
from forms.catalogue import FormCatalogue, read_forms

RESOURCES = Path(__file__).parents[2] / "resources"
RESIDENCE, BIRTH, EXTRACT = "1.004194", "1.001193", "2.000635"
DAY = MORNING.date()
DUTY = Duty(
    Official("Nguyễn Thị Mẫu", "NTM"),
    Office("UBND phường Mẫu", "UBND thành phố Mẫu", "phường Mẫu", "thành phố Mẫu", "H99.01", "", True),
    "Quầy 3",
)


@cache
def procedures() -> Catalogue:
    """Read the shipped procedures once."""
    return read_procedures(RESOURCES / "procedures")


@cache
def forms() -> FormCatalogue:
    """Read the shipped forms once."""
    return read_forms(RESOURCES / "forms")


def drafting() -> Drafting:
    """Make the real service over a store that forgets everything with the test."""
    return drafting_over(FakeStore(), FixedClock(MORNING))


def drafting_over(store: FakeStore, clock: FixedClock) -> Drafting:
    """Make the real service over a store and a clock that the test keeps."""
    calendar = read_calendar(RESOURCES / "holidays.toml", RESOURCES / "office_hours.toml")
    return Drafting(store, procedures(), forms=forms(), clock=clock, calendar=calendar)


def visit(person: Person) -> Visit:
    """Open a visit of somebody who comes for the first time."""
    return Visit("visit-of-a-test", person, (), ())


def visit_of(record: PopulationRecord) -> Visit:
    """Open a visit of somebody whose card was read and whose record was found."""
    return visit(at_the_desk(record))


def sheet_for(
    code: str, person: Person, *, capacity: Capacity = Capacity.SELF, service: Drafting | None = None
) -> Sheet:
    """Begin the form of a procedure."""
    begun = service or drafting()
    return begun.start(visit(person), procedures().on(code, DAY), DUTY, capacity=capacity, holder=None)

"""A counter for service tests: the real drafting over shipped packs, a store in memory, a clock to move."""

from functools import cache

from services.fakes import FakeSealed, FakeStore, FixedClock
from services.people import MORNING, RESOURCES

from counter_app.domain.citizen import Person
from counter_app.domain.dossier import Capacity
from counter_app.domain.history import Deed
from counter_app.domain.office import Duty
from counter_app.gateways.specimen.desk import specimen_duty
from counter_app.services.binding import Binding
from counter_app.services.calendar_data import read_calendar
from counter_app.services.catalogue import Catalogue, read_procedures
from counter_app.services.digitise import Digitising
from counter_app.services.drafting import Drafting, Sheet
from counter_app.services.identify import Visit
from forms.catalogue import FormCatalogue, read_forms

DUTY = specimen_duty()
CALENDAR = read_calendar(RESOURCES / "holidays.toml", RESOURCES / "office_hours.toml")


@cache
def packs() -> tuple[Catalogue, FormCatalogue]:
    """Read the shipped procedures and forms once."""
    return read_procedures(RESOURCES / "procedures"), read_forms(RESOURCES / "forms")


def binding(clock: FixedClock) -> Binding:
    """Bind pages over sealed files in memory."""
    sealed = FakeSealed()
    return Binding(sealed, Digitising(sealed, clock))


class Counter:
    """A drafting service over a store in memory, and a clock to move."""

    def __init__(self) -> None:
        self.store, self.clock = FakeStore(), FixedClock(MORNING)
        procedures, forms = packs()
        self.drafting = Drafting(self.store, procedures, forms=forms, clock=self.clock, calendar=CALENDAR)

    def begin(
        self,
        person: Person,
        code: str,
        draft_id: str,
        capacity: Capacity = Capacity.SELF,
        *,
        duty: Duty = DUTY,
    ) -> Sheet:
        """Begin the form of a procedure."""
        procedure = packs()[0].on(code, self.clock.now().date())
        visit = Visit(draft_id, person, (), ())
        return self.drafting.start(visit, procedure, duty, capacity=capacity, holder=None)

    def deeds(self, draft_id: str) -> list[tuple[Deed, str]]:
        """Read what history says was done."""
        with self.store.work() as work:
            return [(act.deed, act.outcome) for act in work.history_of(draft_id)]

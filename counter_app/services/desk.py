"""The desk as a whole: every use case of a visit, handed to the window and the command line as one value."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from counter_app.domain.lesson import Guest, Lesson
from counter_app.errors import Refusal, SetupError
from counter_app.services.account_recovery import Recovery
from counter_app.services.accounts import Accounts
from counter_app.services.basket import Baskets
from counter_app.services.bundles import Bundles
from counter_app.services.camera_port import Cameras
from counter_app.services.catalogue import Catalogue
from counter_app.services.claims import Claims
from counter_app.services.closing import ShiftClosing
from counter_app.services.custody import Custody
from counter_app.services.declaration import Declarations
from counter_app.services.declaration_prints import DeclarationPrints
from counter_app.services.digitise import Digitising
from counter_app.services.drafting import Drafting
from counter_app.services.duty import DutyBook
from counter_app.services.enrolment import Enrolling
from counter_app.services.file_checks import FileChecks
from counter_app.services.hand_over import HandOver
from counter_app.services.identify import Identification
from counter_app.services.joining import Joining
from counter_app.services.lesson_stage import Stage
from counter_app.services.movements import Movements
from counter_app.services.opening_check import OpeningCheck
from counter_app.services.outbox_book import OutboxBook
from counter_app.services.page_reading import PageReading
from counter_app.services.paper_reuse import PaperReuse
from counter_app.services.paper_sizes import PaperSizes
from counter_app.services.paperwork import Paperwork
from counter_app.services.payments import Payments
from counter_app.services.ports import Clock, Store
from counter_app.services.print_room import PrintRoom
from counter_app.services.publication_book import PublicationBook
from counter_app.services.reception import Reception
from counter_app.services.register import Register
from counter_app.services.register_pages import RegisterPages
from counter_app.services.safekeeping import Safekeeping
from counter_app.services.secret_sheets import SecretSheets
from counter_app.services.sign_in import SignIn
from counter_app.services.signing import Signing
from counter_app.services.slip_grounds import SlipGrounds
from counter_app.services.slip_prints import SlipPrints
from counter_app.services.stack_intake import StackIntake
from counter_app.services.stack_sheets import StackSheets
from counter_app.services.sync import Sync
from counter_app.services.timekeeping import Timekeeping
from counter_app.services.voiding import Voiding
from counter_app.services.whereabouts import Whereabouts
from scanning.camera import Camera
from scanning.frames import Frame
from scanning.scanners import Scanners


class NotCarried(Refusal):
    """The citizen of a lesson has no such paper with them."""

    def __init__(self, slot: str) -> None:
        super().__init__(slot)
        self.slot = slot


@dataclass(frozen=True, slots=True)
class PracticePerson:
    """An invented person who can be called to a practice desk; ``index`` names their card."""

    index: int
    label: str


class PracticeHall(Protocol):
    """What stands in for a hall full of citizens while training."""

    def people(self) -> tuple[PracticePerson, ...]:
        """List the people who can be called."""

    def camera(self) -> Camera:
        """Give the camera above the practice desk."""

    def call(self, index: int) -> None:
        """Have somebody lay their card under the camera."""

    def carry(self, lesson: Lesson | None) -> None:
        """Let those who come carry the papers of a lesson from now on, or any paper again."""

    def guest(self, guest: Guest) -> PracticePerson | None:
        """Give who is meant by a guest of a lesson; None for somebody without a card."""

    def sheet(self, slot: str) -> Frame:
        """Give a practice paper as a camera sees it lying on the desk; raises NotCarried in a lesson."""

    def lay_in_feeder(self, slots: Sequence[str]) -> None:
        """Lay practice papers into the practice scanner: a stack with separators where there are several."""

    def set_population_away(self, *, away: bool) -> None:
        """Take the population database away, or bring it back, to practise an outage."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The use cases of one desk, wired up; ``hall`` and ``stage`` are there only while training.

    ``left_out`` names every file of definitions that could not be used.
    """

    identification: Identification
    joining: Joining
    procedures: Catalogue
    drafting: Drafting
    baskets: Baskets
    digitising: Digitising
    reading: PageReading
    sizes: PaperSizes
    stacks: StackIntake
    stack_sheets: StackSheets
    reuse: PaperReuse
    signing: Signing
    hand_over: HandOver
    reception: Reception
    paperwork: Paperwork
    claims: Claims
    file_checks: FileChecks
    slip_prints: SlipPrints
    prints: PrintRoom
    slip_grounds: SlipGrounds
    movements: Movements
    closing: ShiftClosing
    register_pages: RegisterPages
    payments: Payments
    declarations: Declarations
    declaration_prints: DeclarationPrints
    register: Register
    times: Timekeeping
    voiding: Voiding
    sync: Sync
    outbox: OutboxBook
    published: PublicationBook
    bundles: Bundles
    enrolling: Enrolling
    whereabouts: Whereabouts
    duty_book: DutyBook
    accounts: Accounts
    sign_in: SignIn
    recovery: Recovery
    secret_sheets: SecretSheets
    custody: Custody
    store: Store
    clock: Clock
    cameras: Cameras
    scanners: Scanners
    safekeeping: Safekeeping
    opening_check: OpeningCheck
    hall: PracticeHall | None
    left_out: tuple[SetupError, ...] = ()
    stage: Stage | None = None

    def waiting_to_send(self) -> int:
        """Count the entries that no hub has acknowledged yet."""
        return self.outbox.standing().waiting

    def preference(self, name: str) -> str:
        """Recall a choice of this desk, or an empty text."""
        with self.store.work() as work:
            return work.preference(name)

    def keep_preference(self, name: str, value: str) -> None:
        """Remember a choice of this desk."""
        with self.store.work() as work:
            work.keep_preference(name, value)
            work.commit()

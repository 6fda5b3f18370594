"""Puts a desk together: which store, gateway and file stands behind which port."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from pathlib import Path

from counter_app.bootstrap.accounts import doors_of
from counter_app.bootstrap.cameras import DeskCameras
from counter_app.bootstrap.custody import custody_of_desk
from counter_app.bootstrap.definitions import Definitions, definitions_of_desk
from counter_app.bootstrap.desk_keys import DATABASE, PAPERS, TRUSTED, DeskKeys
from counter_app.bootstrap.entry import ask_at_terminal, entered
from counter_app.bootstrap.ground import DeskGround
from counter_app.bootstrap.hub_line import HubLine, hub_of_desk, neighbour_of
from counter_app.bootstrap.kept_copies import DeskCopies
from counter_app.bootstrap.places import Place, duty_of, place_of, settle_kind
from counter_app.bootstrap.printers import print_room
from counter_app.bootstrap.pulled import CARRIED, Pulled, with_publications
from counter_app.bootstrap.signing import signing_of_desk
from counter_app.config import SETTINGS_FILE, AccountSettings, Settings, data_folder, read_settings
from counter_app.errors import DiskFull, SetupError
from counter_app.gateways.bundle_seal import BundleSealer
from counter_app.gateways.clock import SystemClock
from counter_app.gateways.desk_key import DerivedDeskKey, is_signed_by
from counter_app.gateways.ipp_printers import QueuePrinters
from counter_app.gateways.keys import Ask, KeyPlace
from counter_app.gateways.known_desks import FOLDER, DeskKeyFolder
from counter_app.gateways.practice_printer import PracticePrinter
from counter_app.gateways.signer import TrustingJudge
from counter_app.services.basket import Baskets
from counter_app.services.binding import Binding
from counter_app.services.bundle_port import Neighbour
from counter_app.services.bundles import Bundles, BundleWays
from counter_app.services.camera_port import Cameras
from counter_app.services.citizen_words import CollectingAccount
from counter_app.services.claims import Claims
from counter_app.services.closing import ShiftClosing
from counter_app.services.custody import Custody
from counter_app.services.declaration import Declarations
from counter_app.services.declaration_prints import DeclarationPrints
from counter_app.services.desk import Desk, PracticeHall
from counter_app.services.digitise import Digitising
from counter_app.services.drafting import Drafting
from counter_app.services.duty import DutyBook
from counter_app.services.enrolment import Enrolling
from counter_app.services.expected_people import PopulationWithCopies
from counter_app.services.file_checks import FileChecks
from counter_app.services.hand_over import HandOver
from counter_app.services.hand_scanner_port import port_of
from counter_app.services.history_report import HistoryReporting
from counter_app.services.hub_port import Hub
from counter_app.services.identify import Identification
from counter_app.services.inspection import Inspection
from counter_app.services.joining import Joining
from counter_app.services.movements import Movements
from counter_app.services.opening_check import Fittings, Ground, OpeningCheck, Rules
from counter_app.services.outbox_book import OutboxBook
from counter_app.services.page_reading import PageReading
from counter_app.services.paper_reuse import PaperReuse
from counter_app.services.paper_sizes import PaperSizes
from counter_app.services.paperwork import PaperWays, Paperwork
from counter_app.services.payments import Payments
from counter_app.services.ports import Clock, DeskKey, Printers, Store
from counter_app.services.print_room import PrintRoom
from counter_app.services.realm import Realm
from counter_app.services.reception import Reception
from counter_app.services.register import Register, searchable
from counter_app.services.register_pages import RegisterPages
from counter_app.services.relaying import Relaying
from counter_app.services.safekeeping import Copies, Safekeeping
from counter_app.services.secret_sheets import SecretSheets
from counter_app.services.signing import Signing
from counter_app.services.slip_grounds import SlipGrounds
from counter_app.services.slip_prints import SlipPrints
from counter_app.services.slip_sets import read_slip_sets
from counter_app.services.stack_intake import StackIntake
from counter_app.services.stack_sheets import StackSheets
from counter_app.services.sync import Rounds, Sync
from counter_app.services.tallying import Tallying
from counter_app.services.timekeeping import Timekeeping
from counter_app.services.voiding import Voiding
from counter_app.services.whereabouts import Whereabouts
from counter_app.store.carried import CarriedFolder
from counter_app.store.sealed import SealedFolder
from counter_app.store.work import DeskStore
from printing.fonts import Fonts

RESOURCES = Path(str(files("resources")))


@dataclass(frozen=True, slots=True)
class Voice:
    """What the desk says of itself to others: with which key, to which hub, and what on its papers."""

    key: DeskKey
    hub: Hub | None
    pulled: Pulled
    carried: CarriedFolder
    neighbour: Neighbour | None
    claims: Callable[[Store, Timekeeping], Claims]
    custody: Custody


@dataclass(frozen=True, slots=True)
class OpenDesk:
    """A desk ready for its first citizen, with what only the program around it needs to know."""

    desk: Desk
    settings: Settings
    folder: Path
    key_place: KeyPlace
    key: DeskKey
    inspection: Inspection


@dataclass(frozen=True, slots=True)
class _Devices:
    """Where a desk stands, and what makes its devices and papers as its settings want."""

    place: Place
    cameras: Callable[[PracticeHall | None], Cameras]
    prints: Callable[..., PrintRoom]
    paperwork: Callable[..., Paperwork]
    slips: Callable[..., SlipPrints]
    book: Callable[..., RegisterPages]
    checks: Callable[[Claims], FileChecks]
    printer: PracticePrinter
    copies: Copies
    ground: Ground
    scanner: str
    """The port of a hand scanner that the settings name."""


@contextmanager
def opened_desk(
    folder: Path | None = None,
    *,
    clock: Clock | None = None,
    queues: Printers | None = None,
    given: Definitions | None = None,
    ask: Ask = ask_at_terminal,
) -> Iterator[OpenDesk]:
    """Open the desk that keeps its data in ``folder`` or the platform's place; a fresh one is the demo desk.

    ``queues`` are the system's printers where CUPS does not lead to them, ``given`` the definitions if they
    were read already; ``ask`` asks for the passphrase of a desk whose key lies under one.

    Raises SetupError, DiskFull, WrongPassphrase, or DeskInUse while another program has the desk alone.
    """
    kept, clock = data_folder(folder), clock or SystemClock()
    settings = read_settings(kept / SETTINGS_FILE)
    with entered(kept, clock, ask) as keys:
        yield from _opened(kept, settings, keys, clock=clock, queues=queues, given=given)


def _opened(
    kept: Path,
    settings: Settings,
    keys: DeskKeys,
    *,
    clock: Clock,
    queues: Printers | None,
    given: Definitions | None,
) -> Iterator[OpenDesk]:
    """Put the desk together for as long as somebody works at it, and close it behind them."""
    duty = duty_of(settings, kept)
    store = DeskStore(kept / DATABASE, keys.database, fold=searchable, clock=clock)
    hub: HubLine | None = None
    try:
        settle_kind(store, settings.desk, kept / SETTINGS_FILE)
        chest = keys.chest(kept, clock)
        sealed = SealedFolder(kept / PAPERS, chest)
        cameras = partial(DeskCameras, kept / SETTINGS_FILE, settings)
        read = given or definitions_of_desk(RESOURCES, kept, keys.definitions)
        given, pulled = with_publications(read, (RESOURCES, kept), store, clock)
        signing = signing_of_desk(settings, kept, sealed, clock)
        own = DerivedDeskKey(keys.signing_seed(chest))
        known = DeskKeyFolder(kept / FOLDER, own)
        printer = PracticePrinter(queues or QueuePrinters())
        prints = partial(print_room, kept, settings, clock=clock, queues=printer)
        sets, account = read_slip_sets(RESOURCES / "slips.toml"), _account(settings.account)
        ways = PaperWays(sets, two_up=settings.two_up, account=account, signing=signing)
        checks = partial(FileChecks, TrustingJudge(kept / TRUSTED))
        drawn = (
            partial(Paperwork, ways=ways),
            partial(SlipPrints, ways=ways),
            partial(RegisterPages, sets=sets),
        )
        place = place_of(duty, RESOURCES, clock, Fonts(RESOURCES / "fonts"))
        copies = DeskCopies(kept, settings, keys, clock)
        ground = DeskGround(kept, settings, keys)
        devices = _Devices(place, cameras, prints, *drawn, checks, printer, copies, ground, settings.scanner)
        hub = hub_of_desk(settings, kept, store, key=own, clock=clock, training=duty.office.training)
        address = settings.hub.address if settings.hub else ""
        custody = custody_of_desk(
            store, sealed, (own, known), resources=RESOURCES, calendar=given.calendar, clock=clock
        )
        claims = partial(Claims, own, known, address=address)
        carried, neighbour = CarriedFolder(kept / CARRIED), neighbour_of(settings, own, clock)
        voice = Voice(own, hub, pulled, carried, neighbour, claims, custody)
        desk = _desk_of(store, sealed, clock, devices, given=given, signing=signing, voice=voice)
        yield OpenDesk(desk, settings, kept, keys.place, own, custody.inspection)
        with suppress(DiskFull):  # then the next who opens the desk seals these lines, too
            custody.inspection.seal()
    finally:
        store.close()
        if hub:
            hub.close()


def _account(settings: AccountSettings | None) -> CollectingAccount | None:
    """Give the collecting account that the settings name."""
    if settings is None:
        return None
    return CollectingAccount(settings.bank_name, settings.bank, settings.number, settings.holder)


def _desk_of(
    store: DeskStore,
    sealed: SealedFolder,
    clock: Clock,
    devices: _Devices,
    *,
    given: Definitions,
    signing: Signing,
    voice: Voice,
) -> Desk:
    fonts = Fonts(RESOURCES / "fonts")
    place, doors = devices.place, doors_of(store, clock)
    duty = place.duty
    procedures = given.procedures
    realm = Realm(training=duty.office.training)
    digitising = Digitising(sealed, clock, realm)
    binding = Binding(sealed, digitising, signing)
    history = HistoryReporting(store, voice.key, clock)
    ways = BundleWays(BundleSealer(voice.key), voice.carried, is_signed_by)
    bundles = Bundles(store, sealed, clock, history=history, ways=ways, office_code=duty.office.code)
    relaying = Relaying(store, bundles, clock, voice.neighbour) if voice.neighbour else None
    whereabouts = Whereabouts(RESOURCES / "units")
    known = PopulationWithCopies(place.population, store, clock)
    identification = Identification(known, store, clock, whereabouts, realm=realm)
    drafting = Drafting(store, procedures, forms=given.forms, clock=clock, calendar=given.calendar)
    declarations = Declarations(given.forms, office=duty.office, fonts=fonts)
    times = Timekeeping(store, procedures, given.calendar, clock)
    signed = voice.claims(store, times)
    outbox = OutboxBook(store, clock, has_hub=voice.hub is not None)
    fittings = Fittings(
        devices.cameras(place.hall),
        place.scanners,
        devices.prints(fonts=fonts),
        partial(port_of, store, devices.scanner),
        voice.hub,
    )
    rules = Rules(procedures, given.problems, given.calendar)
    return Desk(
        identification=identification,
        joining=Joining(identification, store, given.forms),
        procedures=procedures,
        drafting=drafting,
        baskets=Baskets(drafting, store),
        digitising=digitising,
        reading=PageReading(sealed, digitising, clock),
        sizes=PaperSizes(binding),
        stacks=StackIntake(digitising),
        stack_sheets=StackSheets(fonts, clock),
        reuse=PaperReuse(store, sealed, clock),
        signing=signing,
        hand_over=HandOver(store, binding, clock),
        reception=Reception(store, binding, given.calendar, clock),
        paperwork=devices.paperwork(store, procedures, signed, office=duty.office, fonts=fonts, clock=clock),
        claims=signed,
        file_checks=devices.checks(signed),
        slip_prints=devices.slips(store, procedures, times, signed, fonts=fonts, clock=clock),
        prints=fittings.prints,
        declarations=declarations,
        declaration_prints=DeclarationPrints(store, declarations, clock),
        register=Register(store, clock),
        times=times,
        voiding=Voiding(store, clock),
        slip_grounds=SlipGrounds(store, procedures, times, clock),
        movements=Movements(store, clock),
        register_pages=devices.book(store, procedures, fonts=fonts, clock=clock),
        closing=ShiftClosing(
            store,
            Tallying(store, sealed, clock),
            key=voice.key,
            signing=signing,
            fonts=fonts,
            clock=clock,
        ),
        payments=Payments(store, times, clock),
        sync=Sync(
            store,
            sealed,
            clock,
            hub=voice.hub,
            office_code=duty.office.code,
            rounds=Rounds(history, voice.pulled.incoming, voice.carried, relaying),
        ),
        outbox=outbox,
        published=voice.pulled.book,
        bundles=bundles,
        enrolling=Enrolling(store, voice.hub, voice.key),
        whereabouts=whereabouts,
        duty_book=DutyBook(store, duty),
        accounts=doors.accounts,
        sign_in=doors.sign_in,
        recovery=doors.recovery,
        secret_sheets=SecretSheets(fonts, clock),
        custody=voice.custody,
        store=store,
        clock=clock,
        cameras=fittings.cameras,
        scanners=place.scanners,
        hall=place.hall,
        safekeeping=Safekeeping(devices.copies, clock),
        opening_check=OpeningCheck(devices.ground, rules, fittings, outbox=outbox, clock=clock),
        left_out=given.problems,
        stage=place.stage(devices.printer),
    )


def shipped(*parts: str) -> Path:
    """Give the path of a file that the program ships; raises SetupError where it is missing."""
    path = RESOURCES.joinpath(*parts)
    if not path.exists():
        raise SetupError(path, "missing")
    return path

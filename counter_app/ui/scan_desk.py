"""Everything that is scanned, whichever device it came from: served, offered, or put back with a word."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from time import monotonic

from PySide6.QtCore import QObject, Qt, Signal

from counter_app.domain.citizen_id import CitizenId
from counter_app.domain.claim import looks_like_claim
from counter_app.domain.mrz import MachineReadableZone, read_zone
from counter_app.domain.typed_scan import TypedScan, card_number, read_sent, read_typed
from counter_app.services.desk import Desk
from counter_app.services.hand_scanner_port import HAND_SCANNER, TYPES
from counter_app.ui.camera_loop import CameraLoop
from counter_app.ui.claim_desk import ClaimDesk
from counter_app.ui.error_words import words_of
from counter_app.ui.key_burst import KeyedScan
from counter_app.ui.main_window import MainWindow
from counter_app.ui.notices import Notice
from counter_app.ui.picture_desk import PictureDesk
from counter_app.ui.scan_gate import ScanGate
from counter_app.ui.scan_words import digits_words
from counter_app.ui.scanner_ear import ScannerEar
from counter_app.ui.screens.scanner_setup import ScannerSetup
from counter_app.ui.tasks import Lane, Tasks
from counter_app.ui.tokens import Tone
from counter_app.ui.visit_desk import VisitDesk
from counter_app.ui.widgets.scanner_keys import ScannerKeys
from counter_app.ui.zone_desk import ZoneDesk
from scanning.errors import ScanningError
from scanning.hand_scanner import HandScanner, scanner_ports


class ScanDesk(QObject):
    """Takes scans of camera, keyboard and serial scanners; each card once within two seconds.

    On the first step, or while nobody is served, a card opens a visit. On any other step it is never typed
    into a field and never ends the visit by itself: it is offered in one line.
    """

    card_awaited = Signal()
    """A card was scanned while another screen was in front, and nobody is served."""
    other_card_read = Signal(object)
    """Carries the TypedScan of somebody else's card, read while a citizen is served on another step."""

    def __init__(
        self,
        window: MainWindow,
        visits: VisitDesk,
        desk: Desk,
        tasks: Tasks,
        *,
        port: str,
    ) -> None:
        super().__init__()
        self._window = window
        self._visits = visits
        self._desk = desk
        self._tasks = tasks
        self._port = port
        self._gate = ScanGate()
        self._borrower: Callable[[TypedScan], None] | None = None
        self._zones = ZoneDesk(window, visits)
        self._pictures = PictureDesk(window.identify, visits)
        self._pictures.zone_found.connect(self._zones.take)
        self._claims = ClaimDesk(window, desk.claims, tasks)
        self._pictures.claim_found.connect(self._claims.check)
        self._offer: tuple[Notice, TypedScan] | None = None
        self._setup: ScannerSetup | None = None
        keys = ScannerKeys(window, self._takes_anything)
        keys.scanned.connect(self._on_keyed)
        self._ear: ScannerEar | None = None
        self._listen()
        window.identify.scanner_setup_asked.connect(self._on_setup_asked)
        for action in (window.next_citizen, window.park):
            action.triggered.connect(self._gate.forget)
        visits.citizen_left.connect(self._drop_offer)

    def watch(self, camera: CameraLoop) -> None:
        """Take what a camera reads."""
        camera.payload_read.connect(self.see)
        camera.zone_read.connect(self.see_zone)
        camera.zone_beside.connect(self._zones.take_beside)

    def see(self, payload: str) -> None:
        """Take what the camera read; it looks for codes on the first step only."""
        if self._window.screen_in_front is self._window.identify:
            self._take(read_sent(payload))

    def see_zone(self, zone: MachineReadableZone) -> None:
        """Take the lines on a card's back, which the camera read where it found no code."""
        if self._window.screen_in_front is self._window.identify:
            self._drop_offer()
            self._window.identify.show_read()
            self._zones.take(zone)

    def take_up(self, notice: Notice) -> bool:
        """Serve the card or open the dossier that a notice offers, and say whether it offered one."""
        if self._offer is None or self._offer[0] is not notice:
            return self._claims.take_up(notice)
        self.serve_instead(self._offer[1])
        return True

    def serve_instead(self, scan: TypedScan) -> None:
        """Set the visit aside and serve whom a card names."""
        self._window.form.commit()
        self._visits.leave()
        self._serve(scan)

    def serve(self, scan: TypedScan) -> None:
        """Take a card on the first step: for whom it was asked, else for a new visit."""
        self._drop_offer()
        self._serve(scan)

    def offer(self, scan: TypedScan) -> None:
        """Offer to serve whom a card names instead of the citizen at hand."""
        words = self.tr("The card of another person was read; nothing was filled in.")
        notice = Notice(words, Tone.WARNING, self.tr("Set this visit aside, serve that person"))
        self._offer = (notice, scan)
        self._window.actions_bar.notices.show_notice(notice)

    def lend(self, borrower: Callable[[TypedScan], None] | None) -> None:
        """Give every scan to a question that waits for a card, until None takes them back."""
        self._borrower = borrower

    def close(self) -> None:
        """Let the scanner's port go."""
        if self._ear:
            self._ear.close()

    def _takes_anything(self) -> bool:
        return self._setup is not None or self._window.screen_in_front is self._window.identify

    def _on_keyed(self, keyed: KeyedScan) -> None:
        scan = read_typed(keyed.text, input_method=keyed.input_method)
        if self._setup:
            self._setup.show_scan(scan, typed=True)
        else:
            self._take(scan)

    def _on_heard(self, text: str) -> None:
        if self._setup:
            self._setup.show_scan(read_sent(text), typed=False)
        else:
            self._take(read_sent(text))

    def _take(self, scan: TypedScan) -> None:
        visit, window = self._visits.state.visit, self._window
        if window.is_covered:
            return
        if self._borrower:
            self._borrower(scan)
            return
        if window.screen_in_front is window.duty:  # asked before the gate: the same scan is wanted again
            self._say(self.tr("A code was scanned. Say who serves first, then scan again."))
            return
        if not self._gate.lets_in(_named(scan), monotonic()):
            return
        self._drop_offer()
        if looks_like_claim(scan.text):
            self._claims.check(scan.text)
        elif window.screen_in_front is window.identify:
            self._serve(scan)
        elif _number(scan) is None:
            self._say(self.tr("A code was scanned that is no citizen card; nothing was filled in."))
        elif visit is None:
            self.card_awaited.emit()
            self._serve(scan)
        elif _number(scan) == visit.person.citizen_id:
            self._say(self.tr("This is the card of the citizen being served; nothing was filled in."))
        else:
            self.other_card_read.emit(scan)

    def _serve(self, scan: TypedScan) -> None:
        identify = self._window.identify
        identify.show_read()
        zone = read_zone(scan.text)
        if zone:
            self._zones.take(zone)
        elif scan.citizen_id:
            identify.show_digits(scan, digits_words(scan.damages))
        else:
            self._visits.read_payload(scan.text)

    def _drop_offer(self) -> None:
        self._offer = None

    def _say(self, words: str, tone: Tone = Tone.NEUTRAL) -> None:
        self._window.actions_bar.notices.show_notice(Notice(words, tone))

    def _on_lost(self, error: ScanningError) -> None:
        words = words_of(error)
        self._say(f"{words.happened} {words.advice}", Tone.WARNING)

    def _listen(self) -> None:
        """Listen to the port that was chosen, if one was."""
        before = self._ear
        if before:
            before.shut()
        self._ear = ScannerEar(partial(HandScanner, self._port), after=before) if self._port else None
        if self._ear:
            self._ear.heard.connect(self._on_heard)
            self._ear.lost.connect(self._on_lost)
            self._ear.start()

    def _on_setup_asked(self) -> None:
        setup = ScannerSetup(self._window)
        setup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        setup.finished.connect(self._on_setup_closed)
        setup.port_chosen.connect(self._on_port_chosen)
        self._setup = setup
        self._tasks.run(
            Lane.CRAFT,
            scanner_ports,
            owner=setup,
            done=lambda ports: setup.show_ports(ports, self._port),
            failed=self._tasks.untaken_failure.emit,
        )
        setup.open()

    def _on_setup_closed(self) -> None:
        self._setup = None

    def _on_port_chosen(self, port: str) -> None:
        self._port = port
        self._listen()
        self._tasks.run(
            Lane.STORE,
            lambda: self._desk.keep_preference(HAND_SCANNER, port or TYPES),
            owner=self,
            done=lambda _: None,
            failed=self._tasks.untaken_failure.emit,
        )


def _number(scan: TypedScan) -> CitizenId | None:
    return scan.citizen_id or card_number(scan.text)


def _named(scan: TypedScan) -> str:
    """Give a card's number, or the whole text of any other code."""
    number = _number(scan)
    return str(number) if number else scan.text

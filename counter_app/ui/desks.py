"""The desks behind the window's screens, each made once with what it works on; they are led from outside."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import SignalInstance

from counter_app.domain.look import Purpose
from counter_app.services.desk import Desk
from counter_app.services.hand_scanner_port import port_of
from counter_app.services.page_preview import PagePreview
from counter_app.ui.accounts_desk import AccountsDesk
from counter_app.ui.address_desk import AddressDesk
from counter_app.ui.basket_desk import BasketDesk
from counter_app.ui.book_desk import BookDesk
from counter_app.ui.camera_desk import CameraDesk
from counter_app.ui.camera_loop import CameraLoop
from counter_app.ui.closing_desk import ClosingDesk
from counter_app.ui.corner_desk import CornerDesk
from counter_app.ui.declaration_desk import DeclarationDesk
from counter_app.ui.draft_desk import DraftDesk
from counter_app.ui.file_check_desk import FileCheckDesk
from counter_app.ui.ground_desk import GroundDesk
from counter_app.ui.hand_over_desk import HandOverDesk
from counter_app.ui.inspection_desk import InspectionDesk
from counter_app.ui.main_window import MainWindow
from counter_app.ui.number_desk import NumberDesk
from counter_app.ui.pack_desk import PackDesk
from counter_app.ui.page_desk import PageDesk
from counter_app.ui.page_edit_desk import PageEditDesk
from counter_app.ui.print_desk import PrintDesk
from counter_app.ui.printer_setup_desk import PrinterSetupDesk
from counter_app.ui.procedure_desk import ProcedureDesk
from counter_app.ui.readiness_desk import ReadinessDesk
from counter_app.ui.reading_desk import ReadingDesk
from counter_app.ui.register_desk import RegisterDesk
from counter_app.ui.retention_desk import RetentionDesk
from counter_app.ui.reuse_desk import ReuseDesk
from counter_app.ui.role_desk import RoleDesk
from counter_app.ui.safekeeping_desk import SafekeepingDesk
from counter_app.ui.scan_desk import ScanDesk
from counter_app.ui.scanner_desk import ScannerDesk
from counter_app.ui.session_desk import SessionDesk
from counter_app.ui.signing_desk import SigningDesk
from counter_app.ui.size_desk import SizeDesk
from counter_app.ui.slip_desk import SlipDesk
from counter_app.ui.stick_desk import StickDesk
from counter_app.ui.sync_desk import SyncDesk
from counter_app.ui.tasks import Tasks
from counter_app.ui.visit_desk import VisitDesk
from counter_app.ui.void_desk import VoidDesk
from printing.sheet import PaperSize


@dataclass(frozen=True, slots=True)
class Devices:
    """What stands around this desk: the usual paper, a scanner's folder, a hand scanner's port.

    ``lock_minutes`` is how long nobody may touch an office's desk before it locks itself.
    """

    paper_size: PaperSize
    inbox: Path | None
    scanner: str = ""
    lock_minutes: int = 0


class Refusing(Protocol):
    """A desk that says what could not be done."""

    @property
    def refused(self) -> SignalInstance:
        """Carries the error."""


class Desks:
    """Every desk of the window. What one asks of another is connected here, what moves the visit is not."""

    def __init__(
        self,
        window: MainWindow,
        desk: Desk,
        tasks: Tasks,
        *,
        visits: VisitDesk,
        camera: CameraLoop,
        devices: Devices,
    ) -> None:
        papers = window.papers
        self.prints = PrintDesk(desk.prints, tasks)
        self.cameras = CameraDesk(window.identify, camera, desk.cameras, tasks)
        self.cameras.rest_with(window)
        self.pages = PageDesk(papers, visits, desk, tasks, camera=camera, inbox=devices.inbox)
        self.page_edits = PageEditDesk(papers, visits)
        self.corners = CornerDesk(papers, visits, PagePreview(desk.digitising), tasks)
        self.reading = ReadingDesk(papers, visits, desk, tasks)
        self.sizes = SizeDesk(papers, visits, desk, tasks, reading=self.reading)
        self.reuse = ReuseDesk(papers, visits, desk, tasks)
        self.scanners = ScannerDesk(papers, visits, desk, tasks, prints=self.prints)
        self.printer_setup = PrinterSetupDesk(window, desk, tasks, prints=self.prints)
        self.slips = SlipDesk(
            window.receive, visits, desk, tasks, prints=self.prints, size=devices.paper_size
        )
        self.file_checks = FileCheckDesk(window, desk.file_checks, tasks)
        self.signing = SigningDesk(window, visits, desk, tasks)
        self.sessions = SessionDesk(window, visits, desk, tasks, lock_minutes=devices.lock_minutes)
        self.sessions.began.connect(self.signing.forget)
        self.accounts = AccountsDesk(window, visits, desk, tasks, slips=self.slips, sessions=self.sessions)
        self.readiness = ReadinessDesk(window, desk, tasks, camera=camera, sessions=self.sessions)
        self.declarations = DeclarationDesk(window.declaration, visits, desk, tasks, prints=self.prints)
        self.addresses = AddressDesk(window.form, visits, desk.whereabouts, tasks)
        self.registers = RegisterDesk(window, visits, desk, tasks, slips=self.slips)
        self.grounds = GroundDesk(window, visits, desk, tasks, slips=self.slips)
        self.grounds.serve(self.registers)
        self.closings = ClosingDesk(window, visits, desk, tasks, slips=self.slips)
        self.books = BookDesk(window, visits, desk, tasks, slips=self.slips)
        self.registers.declaration_asked.connect(self.declarations.open_received)
        self.declarations.printed.connect(self.registers.reread)
        port = port_of(desk.store, devices.scanner)
        self.scans = ScanDesk(window, visits, desk, tasks, port=port)
        self.scans.watch(camera)
        self.outcomes = HandOverDesk(window, visits, desk, tasks, camera=camera)
        self.outcomes.serve(self.registers, self.scans)
        self.voids = VoidDesk(window, visits, desk, tasks)
        self.voids.voided.connect(self.registers.reread)
        self.sync = SyncDesk(window, visits, desk, tasks)
        self.sync.dossier_asked.connect(partial(self.registers.open, purpose=Purpose.SENDING))
        self.safekeeping = SafekeepingDesk(window.actions_bar.notices, desk.safekeeping, tasks)
        self.inspections = InspectionDesk(window, visits, desk, tasks, slips=self.slips)
        self.retention = RetentionDesk(desk.custody.retention, tasks)
        self.sticks = StickDesk(window, desk, tasks, sync=self.sync)
        self.packs = PackDesk(window, visits, desk.left_out)
        self.procedures = ProcedureDesk(window, visits, desk, tasks)
        self.drafts = DraftDesk(window, visits, desk, tasks)
        self.baskets = BasketDesk(window, visits, window.form.commit)
        self.numbers = NumberDesk(window.identify, visits, camera, tasks)
        self.roles = RoleDesk(window, visits, desk, tasks)
        self.roles.digits_read.connect(self.scans.serve)
        self.roles.other_card_read.connect(self.scans.serve_instead)

    @property
    def refusing(self) -> Iterable[Refusing]:
        """The desks that say what could not be done."""
        of_papers = (
            self.pages,
            self.reading,
            self.reuse,
            self.scanners,
            self.signing,
            self.sync,
            self.sticks,
        )
        of_prints = (self.slips, self.declarations, self.registers, self.voids, self.grounds)
        return (*of_papers, *of_prints, self.cameras, self.procedures, self.drafts, self.roles)

    @property
    def told_of_prints(self) -> tuple[SignalInstance, ...]:
        """What says that something was printed, and where."""
        return self.slips.printed, self.declarations.printed, self.scanners.told, self.prints.taken_back

    def stop(self) -> None:
        """Have nothing new begun in the background, and let the ports go."""
        self.scans.close()
        self.outcomes.close()
        self.reading.stop()
        self.sizes.stop()
        self.sync.stop()
        self.safekeeping.stop()

"""The printers of a desk: which stand where, which serves which role, and papers set out on their way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from counter_app.domain.printers import (
    FoundPrinter,
    PaperRole,
    PrinterAbility,
    PrinterPlace,
    PrinterSearch,
    PrinterWay,
    RolePrinters,
    way_of,
)
from counter_app.services.ports import Clock, Printers
from counter_app.services.print_run import PaperToPrint, PrintRun
from counter_app.services.signing import Unsigned
from printing.fonts import Fonts
from printing.preview import page_size_mm
from printing.sheet import PaperSize
from printing.trial_page import TrialPageWords, draw_trial_page

ROLL_MM = (80.0, 200.0)
LABEL_MM = (70.0, 37.0)
_SIZES_MM = {PaperRole.A4: (210.0, 297.0), PaperRole.A5: (148.0, 210.0)}
_ROLES_IN_VIETNAMESE = {
    PaperRole.A4: "Khổ A4",
    PaperRole.A5: "Khổ A5",
    PaperRole.SLIP: "Phiếu 80 mm",
    PaperRole.LABEL: "Nhãn",
}


class KeptPrinters(Protocol):
    """Where the choice of printers is kept from one start to the next."""

    @property
    def roles(self) -> tuple[RolePrinters, ...]:
        """The printers of each role that has its own."""

    @property
    def usual(self) -> str:
        """The printer of roles that have none; empty for the one the system prefers."""

    @property
    def folder(self) -> Path:
        """Where papers lie that no printer took."""

    def keep(self, roles: tuple[RolePrinters, ...]) -> None:
        """Remember a choice; raises SetupError where the settings cannot be written."""


class PrintRoom:
    """Knows the printers of each role in their order; the folder always comes last."""

    def __init__(
        self,
        printers: Printers,
        kept: KeptPrinters,
        *,
        fonts: Fonts,
        clock: Clock,
        search: Callable[[], PrinterSearch],
    ) -> None:
        """Take what leads to printers, and what ``search``es the network for more of them."""
        self.search = search
        self._printers = printers
        self._kept = kept
        self._fonts = fonts
        self._clock = clock

    @property
    def folder(self) -> Path:
        """Where papers lie that no printer took."""
        return self._kept.folder

    def found(self) -> tuple[FoundPrinter, ...]:
        """List what is there and what was chosen; asks the system, which may take long."""
        found = self._printers.found()
        known = {printer.address for printer in found}
        chosen = dict.fromkeys(place.address for role in PaperRole for place in self.places(role))
        others = (address for address in chosen if address and address not in known)
        return (*found, *(FoundPrinter(address, address) for address in others))

    def ability(self, address: str) -> PrinterAbility:
        """Ask what a printer takes; raises PrinterAway."""
        return self._printers.ability(address)

    def own_places(self, role: PaperRole) -> tuple[PrinterPlace, ...]:
        """Give the printers that were chosen for a role, none where it has none of its own."""
        return next((each.places for each in self._kept.roles if each.role is role), ())

    def places(self, role: PaperRole) -> tuple[PrinterPlace, ...]:
        """Give the printers of a role; one that has none of its own uses those of A4, or the usual one."""
        usual = (PrinterPlace(self._kept.usual),)
        return self.own_places(role) or self.own_places(PaperRole.A4) or usual

    def keep(self, roles: tuple[RolePrinters, ...]) -> None:
        """Remember which printers serve which role; raises SetupError."""
        self._kept.keep(tuple(each for each in roles if each.places))

    def begin(self, paper: PaperToPrint, first: str = "") -> PrintRun:
        """Set a paper out on its way: to the printer named first, then those of its role, then the folder."""
        usual = self.places(paper.role)
        named = tuple(place for place in usual if place.address == first) or (PrinterPlace(first),)
        ahead = named if first else ()
        others = tuple(place for place in usual if place not in ahead)
        last = PrinterPlace(f"{PrinterWay.FOLDER}:{self.folder}")
        return PrintRun(self._printers, paper, (*ahead, *others, last))

    def begin_test(self, role: PaperRole, place: PrinterPlace) -> PrintRun:
        """Set a test page out for one printer alone."""
        return PrintRun(self._printers, self.test_page(role), (place,))

    def test_page(self, role: PaperRole) -> PaperToPrint:
        """Draw the test page of a role: rulers, true size, and letters that spoiled fonts lose."""
        size = {PaperRole.SLIP: ROLL_MM, PaperRole.LABEL: LABEL_MM}.get(role) or _SIZES_MM[role]
        now = self._clock.now()
        words = TrialPageWords(_ROLES_IN_VIETNAMESE[role], f"{now:%H:%M %d/%m/%Y}")
        pdf = draw_trial_page(words, size, fonts=self._fonts, created_at=now)
        return PaperToPrint(role, pdf, size)


def paper_of(pdf: bytes, size: PaperSize, unsigned: Unsigned | None = None) -> PaperToPrint:
    """Give a paper of one of the usual sizes to be printed in its role."""
    return PaperToPrint(PaperRole[size.name], pdf, (size.value.width, size.value.height), unsigned)


def slip_of(pdf: bytes) -> PaperToPrint:
    """Give a slip as long as its words to be printed in its role; raises UnreadablePdf."""
    return PaperToPrint(PaperRole.SLIP, pdf, page_size_mm(pdf))


def label_of(pdf: bytes) -> PaperToPrint:
    """Give labels to be printed in their role, in the size that they are drawn in; raises UnreadablePdf."""
    return PaperToPrint(PaperRole.LABEL, pdf, page_size_mm(pdf))


def is_folder(address: str) -> bool:
    """Tell whether an address is that of a folder, where a paper lies and is not printed."""
    return way_of(address) is PrinterWay.FOLDER

"""The printers of this desk: which ways lead to one here, and which printers the settings name."""

from __future__ import annotations

from pathlib import Path

from counter_app.config import SETTINGS_FILE, Settings, keep_printers
from counter_app.domain.printers import PrinterWay, RolePrinters
from counter_app.gateways.folder_printer import FolderPrinter, forget_before
from counter_app.gateways.ipp_printers import IppPrinters, QueuePrinters
from counter_app.gateways.printer_pins import FOLDER, PrinterPins
from counter_app.gateways.printer_search import search_network
from counter_app.gateways.thermal_printers import ThermalPrinters, open_device, open_network
from counter_app.services.ports import Clock, Printers
from counter_app.services.print_room import PrintRoom
from counter_app.services.printer_ways import PrinterWays
from printing.fonts import Fonts

_FOLDER = "printed"


class DeskPrinters:
    """See ``print_room.KeptPrinters``: what the settings file says, and what was chosen in the window."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        self._path = folder / SETTINGS_FILE
        self._roles = settings.printers
        self._usual = settings.printer
        self._folder = Path(settings.print_folder) if settings.print_folder else folder / _FOLDER

    @property
    def roles(self) -> tuple[RolePrinters, ...]:
        """The printers of each role that has its own."""
        return self._roles

    @property
    def usual(self) -> str:
        """The printer of roles that have none; empty for the one the system prefers."""
        return self._usual

    @property
    def folder(self) -> Path:
        """Where papers lie that no printer took."""
        return self._folder

    def keep(self, roles: tuple[RolePrinters, ...]) -> None:
        """Remember a choice; raises SetupError where the settings cannot be written."""
        self._roles = roles
        keep_printers(self._path, roles)


def print_room(
    folder: Path, settings: Settings, *, fonts: Fonts, clock: Clock, queues: Printers | None
) -> PrintRoom:
    """Put the ways to printers together; ``queues`` are the system's, those of CUPS where none are given."""
    network = IppPrinters(PrinterPins(folder / FOLDER))
    ways = PrinterWays(
        {
            PrinterWay.QUEUE: queues or QueuePrinters(),
            PrinterWay.DEVICE: ThermalPrinters(open_device),
            PrinterWay.NETWORK: ThermalPrinters(open_network),
            PrinterWay.IPP: network,
            PrinterWay.IPPS: network,
            PrinterWay.FOLDER: FolderPrinter(clock),
        }
    )
    forget_before(folder / _FOLDER, clock.now().date())  # they lie open; a chosen folder is its owner's
    kept = DeskPrinters(folder, settings)
    return PrintRoom(ways, kept, fonts=fonts, clock=clock, search=search_network)

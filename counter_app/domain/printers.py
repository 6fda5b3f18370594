"""Printers: by what they are reached, what they can do, and what becomes of a paper given to one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PaperRole(StrEnum):
    """What a paper is for; each has printers of its own."""

    A4 = "A4"
    A5 = "A5"
    SLIP = "slip"
    LABEL = "label"


class PrinterWay(StrEnum):
    """How a printer is reached: what its address begins with. A queue's name stands without."""

    QUEUE = "queue"
    IPP = "ipp"
    IPPS = "ipps"
    NETWORK = "socket"
    DEVICE = "device"
    FOLDER = "folder"


class PrinterFault(StrEnum):
    """Why a printer does not bring a paper out."""

    PAPER_OUT = "paper_out"
    JAM = "jam"
    COVER_OPEN = "cover_open"
    INK_OUT = "ink_out"
    TRAY_FULL = "tray_full"
    OFFLINE = "offline"
    STOPPED = "stopped"
    REFUSED = "refused"
    BUSY = "busy"
    STUCK = "stuck"
    FAILED = "failed"
    UNFIT = "unfit"
    OTHER_KEY = "other_key"
    """It shows another key than before: another device, or somebody between."""


class PaperFormat(StrEnum):
    """What a printer is given."""

    PDF = "application/pdf"
    RASTER = "image/pwg-raster"
    THERMAL = "application/vnd.escpos"


class Stage(StrEnum):
    """How far a paper has come."""

    WAITING = "waiting"
    PRINTING = "printing"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class PrinterPlace:
    """A printer of a role by its address, and the tray that papers are taken from, if one is named."""

    address: str
    tray: str = ""


@dataclass(frozen=True, slots=True)
class RolePrinters:
    """The printers of a role in the order in which they are tried."""

    role: PaperRole
    places: tuple[PrinterPlace, ...]


@dataclass(frozen=True, slots=True)
class FoundPrinter:
    """A printer that is there: its address, what it is, whether the system prefers it, what hinders it."""

    address: str
    label: str
    is_default: bool = False
    fault: PrinterFault | None = None


class SearchHindrance(StrEnum):
    """Why the network cannot be searched for printers here."""

    NO_PROGRAM = "no_program"
    NO_SERVICE = "no_service"
    NO_ANSWER = "no_answer"


@dataclass(frozen=True, slots=True)
class PrinterSearch:
    """What a search of the network has found, or why there was none."""

    found: tuple[FoundPrinter, ...]
    hindrance: SearchHindrance | None = None


@dataclass(frozen=True, slots=True)
class PrinterAbility:
    """What a printer takes; ``sizes_mm`` (width, height) is empty where it does not tell, as trays are.

    ``raster_dpi`` and ``in_colour`` say what picture to draw where it takes no PDF.
    """

    formats: tuple[PaperFormat, ...]
    sizes_mm: tuple[tuple[float, float], ...] = ()
    trays: tuple[str, ...] = ()
    raster_dpi: int = 300
    in_colour: bool = False


@dataclass(frozen=True, slots=True)
class PrintDocument:
    """What is sent to a printer: ``size_mm`` is the sheet to be taken, width and height."""

    content: bytes
    format: PaperFormat
    size_mm: tuple[float, float]
    tray: str = ""


@dataclass(frozen=True, slots=True)
class JobFate:
    """What is known of a job: ``fault`` hinders it, ``is_surely_hindered`` where the printer says: an error.

    ``sign`` is another text whenever something has moved. ``is_at_work`` says that the device itself has
    the paper and is busy with it, or with the one before. ``pages_out`` came out already.
    """

    stage: Stage
    fault: PrinterFault | None = None
    is_surely_hindered: bool = False
    sign: str = ""
    is_at_work: bool = False
    pages_out: int = 0


def way_of(address: str) -> PrinterWay:
    """Tell how a printer is reached, by its address."""
    beginning = address.partition(":")[0]
    ways = {way.value: way for way in PrinterWay if way is not PrinterWay.QUEUE}
    return ways.get(beginning, PrinterWay.QUEUE)


def place_of(address: str) -> str:
    """Give what follows the way in an address: a path for a device and a folder, the name of a queue."""
    way = way_of(address)
    return address if way is PrinterWay.QUEUE else address.partition(":")[2]

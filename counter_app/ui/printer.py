"""Printers of this machine through Qt: which there are, and a PDF brought out on one at its true size.

Everything here may take seconds and is meant for a lane of Tasks: Qt lets QPrinter and QPainter work on any
thread as long as one job stays on one.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from counter_app.errors import Outage
from counter_app.ui.pictures import image_of_picture
from printing.preview import page_count, page_picture
from printing.sheet import PaperSize

_DPI = 300
_MM_PER_INCH = 25.4
_PAGE_SIZES = {PaperSize.A4: QPageSize.PageSizeId.A4, PaperSize.A5: QPageSize.PageSizeId.A5}
_PATIENCE_S = 5
_JOB = "counter"
"""What print queues show; a dossier's code or a name has no place there."""


class PrinterAway(Outage):
    """The printer is gone, stopped, or took no page; ``printer_name`` is the queue's name."""

    def __init__(self, printer_name: str) -> None:
        super().__init__(printer_name)
        self.printer_name = printer_name


@dataclass(frozen=True, slots=True)
class PrinterChoice:
    """A printer that can be chosen."""

    name: str
    is_default: bool


@dataclass(frozen=True, slots=True)
class PrintOutcome:
    """What a printer took."""

    printer_name: str
    pages: int


def list_printers() -> tuple[PrinterChoice, ...]:
    """List the printers that this machine knows, its default one first."""
    default = QPrinterInfo.defaultPrinterName()
    names = sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != default, name))
    return tuple(PrinterChoice(name, is_default=name == default) for name in names)


def ask_printer(printer_name: str) -> QPrinterInfo:
    """Ask whether a printer takes papers, the default one where none is named; raises PrinterAway."""
    name = printer_name or QPrinterInfo.defaultPrinterName()
    if not name or _refuses(name):
        raise PrinterAway(name)
    found = QPrinterInfo.printerInfo(name)
    if found.isNull() or found.state() is QPrinter.PrinterState.Error:
        raise PrinterAway(name)
    return found


def print_pdf(pdf: bytes, printer_name: str, size: PaperSize) -> PrintOutcome:
    """Print every page at its true size, on the default printer where none is named.

    Raises PrinterAway, and printing.UnreadablePdf for what is no PDF.
    """
    found = ask_printer(printer_name)
    sizes = {each.id() for each in found.supportedPageSizes()}
    # A paper drawn for A5 comes out true to size on a corner of A4 where the printer has no A5.
    sheet = size if not sizes or _PAGE_SIZES[size] in sizes else PaperSize.A4
    pages = paint(pdf, made_ready(QPrinter(found), sheet), size)
    return PrintOutcome(found.printerName(), pages)


def made_ready(printer: QPrinter, sheet: PaperSize) -> QPrinter:
    """Set a printer to whole sheets of the size, upright, without margins of its own."""
    printer.setDocName(_JOB)
    printer.setResolution(_DPI)
    printer.setFullPage(True)
    page = QPageLayout(QPageSize(_PAGE_SIZES[sheet]), QPageLayout.Orientation.Portrait, QMarginsF())
    page.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(page)
    return printer


def paint(pdf: bytes, printer: QPrinter, size: PaperSize) -> int:
    """Paint every page of the PDF on the printer and count them; raises PrinterAway and UnreadablePdf."""
    pages, room = page_count(pdf), _room(printer, size)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterAway(printer.printerName())
    try:
        for page in range(pages):
            if page and not printer.newPage():
                raise PrinterAway(printer.printerName())
            painter.drawImage(room, image_of_picture(page_picture(pdf, page, dpi=_DPI)))
    finally:
        painter.end()
    return pages


def _refuses(printer_name: str) -> bool:
    """Ask CUPS, where there is one, whether the queue takes jobs: Qt drops a refused one without a word."""
    lpstat = shutil.which("lpstat")
    if lpstat is None:
        return False
    asked = [lpstat, "-a", printer_name]
    plain = {**os.environ, "LC_ALL": "C"}
    try:
        answer = subprocess.run(asked, capture_output=True, check=False, env=plain, timeout=_PATIENCE_S)  # noqa: S603 - lpstat and a name, no shell
    except (OSError, subprocess.TimeoutExpired):
        return True
    return b"not accepting" in answer.stdout


def _room(printer: QPrinter, size: PaperSize) -> QRectF:
    """Give the paper's place on the sheet in the printer's own dots."""
    dots = printer.resolution() / _MM_PER_INCH
    return QRectF(0, 0, size.value.width * dots, size.value.height * dots)

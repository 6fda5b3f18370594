"""The system's printers through Qt, where no CUPS tells more: a PDF brought out on one at its true size.

Everything here may take seconds and is meant for a lane of Tasks: Qt lets QPrinter and QPainter work on any
thread as long as one job stays on one.
"""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from counter_app.domain.printers import (
    FoundPrinter,
    JobFate,
    PaperFormat,
    PrintDocument,
    PrinterAbility,
    PrinterFault,
    Stage,
)
from counter_app.services.ports import PrinterAway
from counter_app.ui.pictures import image_of_picture
from printing.preview import page_count, page_picture

_DPI = 300
_JOB = "counter"
"""What print queues show; a dossier's code or a name has no place there."""


class QtPrinters:
    """See ``ports.Printers``; Qt hands a paper to the system's queue and hears no more of it."""

    def found(self) -> tuple[FoundPrinter, ...]:
        """List the printers that this machine knows, its default one first."""
        default = QPrinterInfo.defaultPrinterName()
        names = sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != default, name))
        return tuple(FoundPrinter(name, name, name == default) for name in names)

    def ability(self, address: str) -> PrinterAbility:
        """Ask what a printer takes, the default one where none is named; raises PrinterAway."""
        sizes = (each.size(QPageSize.Unit.Millimeter) for each in _asked(address).supportedPageSizes())
        return PrinterAbility((PaperFormat.PDF,), tuple((size.width(), size.height()) for size in sizes))

    def submit(self, address: str, document: PrintDocument) -> str:
        """Paint every page for the printer; raises PrinterAway, and UnreadablePdf for what is no PDF."""
        paint(document.content, made_ready(QPrinter(_asked(address)), document.size_mm))
        return _JOB

    def fate(self, _address: str, _job: str) -> JobFate:
        """Tell that the system has it: that is all that Qt knows."""
        return JobFate(Stage.DONE)

    def cancel(self, address: str, _job: str) -> None:
        """Say that nothing can be taken back through Qt."""
        raise PrinterAway(address, PrinterFault.REFUSED)


def made_ready(printer: QPrinter, sheet_mm: tuple[float, float]) -> QPrinter:
    """Set a printer to whole sheets of the size, upright, without margins of its own."""
    printer.setDocName(_JOB)
    printer.setResolution(_DPI)
    printer.setFullPage(True)
    size = QPageSize(QSizeF(*sheet_mm), QPageSize.Unit.Millimeter)
    page = QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF())
    page.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(page)
    return printer


def paint(pdf: bytes, printer: QPrinter) -> int:
    """Paint each page into the top left of a sheet and count them; raises PrinterAway and UnreadablePdf."""
    pages = page_count(pdf)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterAway(printer.printerName())
    try:
        for page in range(pages):
            if page and not printer.newPage():
                raise PrinterAway(printer.printerName(), took_some=True)
            picture = image_of_picture(page_picture(pdf, page, dpi=_DPI))
            dots = printer.resolution() / _DPI
            painter.drawImage(QRectF(0, 0, picture.width() * dots, picture.height() * dots), picture)
    finally:
        painter.end()
    return pages


def _asked(address: str) -> QPrinterInfo:
    name = address or QPrinterInfo.defaultPrinterName()
    found = QPrinterInfo.printerInfo(name)
    if not name or found.isNull() or found.state() is QPrinter.PrinterState.Error:
        raise PrinterAway(address)
    return found

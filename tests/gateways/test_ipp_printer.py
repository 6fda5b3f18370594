"""A printer of the network by its own address: it gets what it can read, and tells what becomes of it."""

from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

import pytest
from gateways.ipp_desk import IppPrinter, NoIppPrinter, ipp_printer
from services.fakes import FixedClock
from ui.builders import RESOURCES

from counter_app.domain.printers import (
    PaperFormat,
    PaperRole,
    PrinterFault,
    PrinterPlace,
    PrinterSearch,
    PrinterWay,
    SearchHindrance,
    Stage,
)
from counter_app.gateways.folder_printer import FolderPrinter
from counter_app.gateways.ipp_printers import IppPrinters
from counter_app.gateways.printer_pins import PrinterPins
from counter_app.gateways.printer_search import search_network
from counter_app.services.print_run import Hop, PaperToPrint, PrintRun, Remains, RunState
from counter_app.services.printer_ways import PrinterWays
from printing.acknowledgement import draw_acknowledgement
from printing.fonts import Fonts
from printing.raster import draw_raster
from printing.samples import ACKNOWLEDGEMENT, DRAWN_AT
from printing.sheet import Marks, PaperSize

A4 = (210.0, 297.0)
PATIENCE_S = 30


@pytest.fixture(scope="module")
def paper() -> PaperToPrint:
    fonts = Fonts(RESOURCES / "fonts")
    pdf = draw_acknowledgement(
        ACKNOWLEDGEMENT, size=PaperSize.A4, fonts=fonts, marks=Marks(), created_at=DRAWN_AT
    )
    return PaperToPrint(PaperRole.A4, pdf, A4)


def printers_with(folder: Path) -> IppPrinters:
    return IppPrinters(PrinterPins(folder / "keys"))


def run_of(paper: PaperToPrint, printer: IppPrinter, folder: Path) -> PrintRun:
    ways = PrinterWays(
        {
            PrinterWay.IPP: printers_with(folder),
            PrinterWay.IPPS: printers_with(folder),
            PrinterWay.FOLDER: FolderPrinter(FixedClock(datetime(2026, 11, 23, 9, 30, tzinfo=UTC))),
        }
    )
    return PrintRun(ways, paper, (PrinterPlace(printer.address, "main"), PrinterPlace(f"folder:{folder}")))


def over(run: PrintRun) -> RunState:
    end = monotonic() + PATIENCE_S
    while not (state := run.step()).is_over:
        assert monotonic() < end, state
    return state


def test_it_is_given_pdf_or_pictures_and_what_fails_there_is_known_called_back_and_left(
    paper: PaperToPrint, tmp_path: Path
) -> None:
    try:
        with ipp_printer("application/pdf,image/pwg-raster") as printer:
            comes_out(paper, printer, tmp_path)
            fails(paper, printer, tmp_path)
            is_found_on_the_network(printer)
            comes_out_encrypted(paper, printer, tmp_path)
        with ipp_printer("image/pwg-raster,image/jpeg") as printer:
            comes_out_as_picture(paper, printer, tmp_path)
    except NoIppPrinter:
        pytest.skip("ippeveprinter, avahi-daemon or dbus-daemon is not installed here, or may not run")


def comes_out(paper: PaperToPrint, printer: IppPrinter, folder: Path) -> None:
    able = printers_with(folder).ability(printer.address)
    assert able.formats == (PaperFormat.PDF, PaperFormat.RASTER)
    assert A4 in able.sizes_mm
    assert able.trays == ("main", "manual", "by-pass-tray")
    printer.order("end 0")
    assert over(run_of(paper, printer, folder)) == RunState(printer.address, Stage.DONE)
    assert printer.paper == paper.pdf


def is_found_on_the_network(printer: IppPrinter) -> None:
    """Look where only this test's own bus and daemon listen."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DBUS_SYSTEM_BUS_ADDRESS", printer.bus)
        search = search_network()
        assert search.hindrance is None
        port = printer.address.split(":")[2].split("/")[0]
        (found,) = search.found
        assert found.label == "Counter"
        assert found.address.startswith("ipps://")
        assert f":{port}/" in found.address
        patch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere")
        assert search_network() == PrinterSearch((), SearchHindrance.NO_SERVICE)
        patch.setenv("PATH", "/nowhere")
        assert search_network() == PrinterSearch((), SearchHindrance.NO_PROGRAM)


def comes_out_encrypted(paper: PaperToPrint, printer: IppPrinter, folder: Path) -> None:
    address = printer.address.replace("ipp://", "ipps://")
    ways, places = PrinterWays({PrinterWay.IPPS: printers_with(folder)}), (PrinterPlace(address),)
    printer.order("end 0")
    assert over(PrintRun(ways, paper, places)) == RunState(address, Stage.DONE)
    assert printer.paper == paper.pdf
    (kept,) = (folder / "keys").iterdir()
    kept.write_text(f"{'0' * 64}\n", encoding="ascii")
    state = over(PrintRun(ways, paper, places))
    assert state.stage is Stage.FAILED
    assert state.hops == (Hop(address, PrinterFault.OTHER_KEY),)


def fails(paper: PaperToPrint, printer: IppPrinter, folder: Path) -> None:
    for reason, fault in (("media-empty", PrinterFault.PAPER_OUT), ("media-jam", PrinterFault.JAM)):
        printer.order(f"say STATE: +{reason}")
        run = run_of(paper, printer, folder)
        state = over(run)
        assert state.file
        # It says that it will let the job go, and does so only when somebody has seen to it.
        assert state.hops == (Hop(printer.address, fault, Remains.UNSURE),)
        assert run.take_back_leftovers()
        printer.order(f"say STATE: -{reason}", "end 0")
        end = monotonic() + PATIENCE_S
        while run.take_back_leftovers():
            assert monotonic() < end
    printer.order("end 1")
    state = over(run_of(paper, printer, folder))
    assert state.hops == (Hop(printer.address, PrinterFault.FAILED, Remains.NOTHING),)


def comes_out_as_picture(paper: PaperToPrint, printer: IppPrinter, folder: Path) -> None:
    printer.order("end 0")
    assert over(run_of(paper, printer, folder)) == RunState(printer.address, Stage.DONE)
    assert printer.paper == draw_raster(paper.pdf, A4)

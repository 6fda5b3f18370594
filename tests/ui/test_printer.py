"""Printing through Qt: pages come out at their true size and look, and a printer that is away is told."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QObject
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot
from ui.builders import RESOURCES
from ui.cups_desk import NoPrintServer, PrintServer, print_server

from counter_app.domain.printers import FoundPrinter, PaperFormat, PrintDocument, Stage
from counter_app.services.ports import PrinterAway
from counter_app.ui.printer import QtPrinters, made_ready, paint
from counter_app.ui.tasks import Lane, Tasks
from printing.acknowledgement import draw_acknowledgement
from printing.errors import UnreadablePdf
from printing.fonts import Fonts
from printing.preview import Picture, page_count, page_picture
from printing.samples import ACKNOWLEDGEMENT, DRAWN_AT
from printing.sheet import Marks, PaperSize

pytestmark = pytest.mark.usefixtures("qapp")
DPI, BLOCK = 72, 12
Gray = NDArray[np.float64]


@pytest.fixture(scope="module")
def papers() -> dict[PaperSize, bytes]:
    fonts = Fonts(RESOURCES / "fonts")
    return {
        size: draw_acknowledgement(
            ACKNOWLEDGEMENT, size=size, fonts=fonts, marks=Marks(training=True), created_at=DRAWN_AT
        )
        for size in PaperSize
    }


@pytest.fixture
def tasks() -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def server(papers: dict[PaperSize, bytes], monkeypatch: pytest.MonkeyPatch) -> Iterator[PrintServer]:
    try:
        with print_server(papers[PaperSize.A4]) as running:
            monkeypatch.setenv("CUPS_SERVER", running.address)
            yield running
    except NoPrintServer:
        pytest.skip("CUPS is not installed here, or may not run from a folder")


def sides(size: PaperSize) -> tuple[float, float]:
    return size.value.width, size.value.height


def on_file(pdf: bytes, sheet: PaperSize, out: Path) -> bytes:
    """Print into a file as QPrinter does without a printer."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out))
    paint(pdf, made_ready(printer, sides(sheet)))
    return out.read_bytes()


def gray(picture: Picture) -> Gray:
    """Give the brightness of a page, averaged over blocks: where a letter's edge falls does not count."""
    rgb = np.frombuffer(picture.rgb, np.uint8).reshape(picture.height, picture.width, -1)
    rows, columns = picture.height // BLOCK, picture.width // BLOCK
    even = rgb[: rows * BLOCK, : columns * BLOCK].reshape(rows, BLOCK, columns, BLOCK, -1)
    return np.asarray(even.mean(axis=(1, 3, 4)), np.float64)


@pytest.mark.parametrize("size", PaperSize)
def test_a_paper_comes_out_at_its_true_size_and_looks_as_drawn(
    size: PaperSize, papers: dict[PaperSize, bytes], tmp_path: Path
) -> None:
    printed = on_file(papers[size], size, tmp_path / "out.pdf")
    assert page_count(printed) == page_count(papers[size])
    for page in range(page_count(printed)):
        came, drawn = (page_picture(pdf, page, dpi=DPI) for pdf in (printed, papers[size]))
        assert abs(came.width - size.value.width / 25.4 * DPI) <= 1
        assert abs(came.height - size.value.height / 25.4 * DPI) <= 1
        assert np.abs(gray(came) - gray(drawn)).mean() < 4


def test_a_small_paper_stands_in_the_corner_of_a_large_sheet_unscaled(
    papers: dict[PaperSize, bytes], tmp_path: Path
) -> None:
    printed = on_file(papers[PaperSize.A5], PaperSize.A4, tmp_path / "out.pdf")
    came, drawn = gray(page_picture(printed, dpi=DPI)), gray(page_picture(papers[PaperSize.A5], dpi=DPI))
    height, width = drawn.shape
    assert came.shape[0] > height
    assert np.abs(came[:height, :width] - drawn).mean() < 4
    assert came[height + 1 :, :].min() == 255
    assert came[:, width + 1 :].min() == 255


def test_a_printer_nobody_knows_is_away(papers: dict[PaperSize, bytes]) -> None:
    paper = PrintDocument(papers[PaperSize.A4], PaperFormat.PDF, sides(PaperSize.A4))
    with pytest.raises(PrinterAway) as told:
        QtPrinters().submit("printer-that-was-unplugged", paper)
    assert told.value.printer == "printer-that-was-unplugged"


def test_what_is_no_pdf_is_refused_before_a_sheet_is_wasted(tmp_path: Path) -> None:
    with pytest.raises(UnreadablePdf):
        on_file(b"%PDF-nothing", PaperSize.A4, tmp_path / "out.pdf")
    assert not (tmp_path / "out.pdf").exists()


def test_a_real_queue_prints_on_a_lane(
    server: PrintServer, papers: dict[PaperSize, bytes], tasks: Tasks, qtbot: QtBot
) -> None:
    out = server.add("counter")
    server.tell("lpadmin", "-d", "counter")
    ends: list[object] = []
    owner, printers = QObject(), QtPrinters()
    paper = PrintDocument(papers[PaperSize.A5], PaperFormat.PDF, sides(PaperSize.A5))

    def run(work: Callable[[], object]) -> None:
        tasks.run(Lane.CRAFT, work, owner=owner, done=ends.append, failed=ends.append)

    run(printers.found)
    run(partial(printers.ability, ""))
    run(partial(printers.submit, "", paper))
    run(partial(printers.fate, "", "counter"))
    run(partial(printers.cancel, "", "counter"))
    qtbot.waitUntil(lambda: len(ends) == 5, timeout=15_000)
    found, able, job, fate, refused = ends
    assert isinstance(found, tuple)
    assert found[0] == FoundPrinter("counter", "counter", is_default=True)
    assert able.formats == (PaperFormat.PDF,)  # type: ignore[attr-defined]  # what a lane brings is anything
    assert fate.stage is Stage.DONE  # type: ignore[attr-defined]  # the same
    assert job == "counter"
    assert isinstance(refused, PrinterAway)
    came = page_picture(server.until_written(out), dpi=DPI)
    assert abs(came.width - 148 / 25.4 * DPI) <= 1

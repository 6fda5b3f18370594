"""Printers: what becomes of a paper the printer tells itself, and one that fails is left for the next."""

import os
import pty
import socket
import tty
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread  # noqa: TID251 - the far end of a wire
from time import monotonic

import pytest
from services.fakes import FixedClock
from ui.builders import RESOURCES
from ui.cups_desk import HandQueue, NoPrintServer, PrintServer, print_server

from counter_app.domain.printers import (
    PaperFormat,
    PaperRole,
    PrintDocument,
    PrinterFault,
    PrinterPlace,
    PrinterWay,
    Stage,
)
from counter_app.gateways.folder_printer import FolderPrinter
from counter_app.gateways.ipp_printers import IppPrinters, QueuePrinters
from counter_app.gateways.printer_pins import PrinterPins
from counter_app.gateways.thermal_printers import ThermalPrinters, open_device, open_network
from counter_app.services.ports import PrinterAway
from counter_app.services.print_run import Hop, PaperToPrint, PrintRun, Remains, RunState
from counter_app.services.printer_ways import PrinterWays
from printing.acknowledgement import draw_acknowledgement
from printing.fonts import Fonts
from printing.samples import ACKNOWLEDGEMENT, DRAWN_AT
from printing.sheet import Marks, PaperSize
from printing.thermal import thermal_bytes
from printing.trial_page import TrialPageWords, draw_trial_page

A4, A5 = (210.0, 297.0), (148.0, 210.0)
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
PATIENCE_S = 10


@pytest.fixture(scope="module")
def pdf() -> bytes:
    fonts = Fonts(RESOURCES / "fonts")
    return draw_acknowledgement(
        ACKNOWLEDGEMENT, size=PaperSize.A4, fonts=fonts, marks=Marks(training=True), created_at=DRAWN_AT
    )


@pytest.fixture(scope="module")
def slip() -> PaperToPrint:
    words = TrialPageWords("Phiếu 80 mm", "09:30 23/11/2026")
    pdf = draw_trial_page(words, (80, 200), fonts=Fonts(RESOURCES / "fonts"), created_at=DRAWN_AT)
    return PaperToPrint(PaperRole.SLIP, pdf, (80, 200))


@pytest.fixture(scope="module")
def server(pdf: bytes) -> Iterator[PrintServer]:
    try:
        with pytest.MonkeyPatch.context() as patch, print_server(pdf) as running:
            patch.setenv("CUPS_SERVER", running.address)
            yield running
    except NoPrintServer:
        pytest.skip("CUPS is not installed here, or may not run from a folder")


@pytest.fixture(scope="module")
def counter(server: PrintServer) -> HandQueue:
    return server.add_by_hand("counter")


@pytest.fixture(scope="module")
def floor(server: PrintServer) -> HandQueue:
    return server.add_by_hand("floor")


@pytest.fixture
def printers() -> PrinterWays:
    return PrinterWays(
        {
            PrinterWay.QUEUE: QueuePrinters(),
            PrinterWay.IPP: IppPrinters(PrinterPins(Path("nowhere"))),
            PrinterWay.NETWORK: ThermalPrinters(open_network),
            PrinterWay.DEVICE: ThermalPrinters(open_device),
            PrinterWay.FOLDER: FolderPrinter(FixedClock(NOW)),
        }
    )


def run_over(run: PrintRun, until: Callable[[RunState], bool] = lambda state: state.is_over) -> RunState:
    """Take steps until something is so."""
    end = monotonic() + PATIENCE_S
    while not until(state := run.step()):
        assert monotonic() < end, state
    return state


def places(*addresses: str) -> tuple[PrinterPlace, ...]:
    return tuple(map(PrinterPlace, addresses))


def paper(pdf: bytes) -> PaperToPrint:
    return PaperToPrint(PaperRole.A4, pdf, A4)


def test_a_queue_brings_a_paper_out_byte_for_byte_on_the_sheet_and_from_the_tray_that_was_asked(
    counter: HandQueue, printers: PrinterWays, pdf: bytes
) -> None:
    counter.order("end 0")
    run = PrintRun(printers, paper(pdf), (PrinterPlace("counter", "bottom"),))
    assert run_over(run) == RunState("counter", Stage.DONE)
    assert counter.paper == pdf
    assert "PageSize=A4" in counter.wishes
    assert "InputSlot=Lower" in counter.wishes
    assert printers.ability("counter").sizes_mm == (A4, A5)
    assert printers.ability("counter").trays == ("top", "bottom")


@pytest.mark.parametrize(
    ("told", "fault"),
    [
        ("say STATE: +media-empty-error", PrinterFault.PAPER_OUT),
        ("say STATE: +media-jam-error", PrinterFault.JAM),
        ("say STATE: +door-open-error", PrinterFault.COVER_OPEN),
        ("say STATE: +toner-empty-error", PrinterFault.INK_OUT),
        ("say STATE: +offline-report", PrinterFault.OFFLINE),
        ("say STATE: +connecting-to-device", PrinterFault.OFFLINE),
        ("say INFO: Sending data to printer.", PrinterFault.STUCK),
        ("end 1", PrinterFault.FAILED),
        ("end 4", PrinterFault.STOPPED),
    ],
)
def test_a_printer_that_fails_is_left_for_the_next_one_and_its_job_is_taken_back(
    told: str,
    fault: PrinterFault,
    server: PrintServer,
    floor: HandQueue,
    printers: PrinterWays,
    pdf: bytes,
) -> None:
    name = f"fails-{fault}-{len(told)}"
    failing = server.add_by_hand(name)
    failing.order(told)
    floor.order("end 0")
    state = run_over(PrintRun(printers, paper(pdf), places(name, "floor")))
    assert state == RunState("floor", Stage.DONE, hops=(Hop(name, fault),))
    assert server.waiting(name) == ""


def test_pages_that_came_out_before_the_printer_failed_are_told(
    counter: HandQueue, floor: HandQueue, printers: PrinterWays, pdf: bytes
) -> None:
    counter.order("say PAGE: 1 1", "say STATE: +media-empty-error")
    floor.order("end 0")
    state = run_over(PrintRun(printers, paper(pdf), places("counter", "floor")))
    assert state.hops == (Hop("counter", PrinterFault.PAPER_OUT, Remains.PAGES),)


def test_a_printer_that_had_no_paper_prints_again_once_it_has(
    counter: HandQueue, printers: PrinterWays, pdf: bytes
) -> None:
    counter.order("say INFO: Printing")  # what it said of the job before does not count any more
    run = PrintRun(printers, paper(pdf), places("counter"))
    assert not run.step().is_over
    counter.order("say STATE: -media-empty-error", "end 0")
    assert run_over(run) == RunState("counter", Stage.DONE)


def test_a_queue_that_stands_or_takes_nothing_is_left_before_it_gets_the_paper(
    server: PrintServer, floor: HandQueue, printers: PrinterWays, pdf: bytes
) -> None:
    for name in ("stopped", "full"):
        server.add_by_hand(name)
    server.tell("cupsdisable", "stopped")
    server.tell("cupsreject", "full")
    floor.order("end 0")
    state = run_over(PrintRun(printers, paper(pdf), places("stopped", "full", "unknown", "floor")))
    assert state.stage is Stage.DONE
    assert [(hop.address, hop.fault) for hop in state.hops] == [
        ("stopped", PrinterFault.STOPPED),
        ("full", PrinterFault.REFUSED),
        ("unknown", PrinterFault.OFFLINE),
    ]
    assert server.waiting("stopped") == ""


def test_a_queue_that_is_stopped_while_the_paper_waits_is_left(
    server: PrintServer, counter: HandQueue, floor: HandQueue, printers: PrinterWays, pdf: bytes
) -> None:
    first = PrintRun(printers, paper(pdf), places("counter"))
    first.step()
    waits = PrintRun(printers, paper(pdf), places("counter", "floor"))
    assert waits.step().stage is Stage.WAITING
    server.tell("cupsdisable", "counter")
    floor.order("end 0")
    assert run_over(waits).hops == (Hop("counter", PrinterFault.STOPPED),)
    server.tell("cupsenable", "counter")
    counter.order("end 0")
    assert run_over(first) == RunState("counter", Stage.DONE)


def test_a_paper_waits_for_the_one_before_it_and_is_not_taken_for_stuck(
    server: PrintServer, printers: PrinterWays, pdf: bytes
) -> None:
    slow = server.add_by_hand("slow")
    now = [0.0]
    first, second = (
        PrintRun(printers, paper(pdf), places("slow", "unknown"), clock=lambda: now[0]) for _ in range(2)
    )
    run_over(first, lambda state: state.stage is Stage.PRINTING)
    second.step()
    for step in range(12):
        now[0] += 1
        slow.order(f"say INFO: {step} of 12")
        assert second.step() == RunState("slow", Stage.WAITING)
        while f"{step} of 12" not in first._job.fate.sign:  # type: ignore[union-attr]  # it is under way
            assert not first.step().is_over
    slow.order("end 0", "end 0")
    assert run_over(first) == run_over(second) == RunState("slow", Stage.DONE)


def test_a_job_that_somebody_cancelled_in_the_queue_is_not_printed_elsewhere(
    server: PrintServer, printers: PrinterWays, pdf: bytes
) -> None:
    server.add_by_hand("watched")
    run = PrintRun(printers, paper(pdf), places("watched", "floor"))
    run_over(run, lambda state: state.stage is Stage.PRINTING)
    server.tell("cancel", "-a", "watched")
    assert run_over(run) == RunState("watched", Stage.CANCELLED)


def test_without_any_printer_the_paper_lies_in_the_folder_under_a_name_that_says_nobody(
    printers: PrinterWays, pdf: bytes, tmp_path: Path
) -> None:
    folder = tmp_path / "unprinted"
    for name in ("2026-11-23-093000.pdf", "2026-11-23-093000-2.pdf"):
        state = run_over(PrintRun(printers, paper(pdf), places("unknown", f"folder:{folder}")))
        assert state.stage is Stage.DONE
        assert state.file == name
        assert (folder / name).read_bytes() == pdf
        assert (folder / name).stat().st_mode & 0o077 == 0
    assert len(list(folder.iterdir())) == 2


def test_a_folder_that_takes_nothing_ends_the_run_with_its_reasons(
    printers: PrinterWays, pdf: bytes, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    state = run_over(PrintRun(printers, paper(pdf), places("unknown", f"folder:{tmp_path}/file/in")))
    assert state.stage is Stage.FAILED
    assert [hop.fault for hop in state.hops] == [PrinterFault.OFFLINE, PrinterFault.FAILED]


def test_the_queues_are_listed_with_what_hinders_them(server: PrintServer, printers: PrinterWays) -> None:
    server.add_by_hand("listed")
    server.add_by_hand("paused")
    server.tell("cupsdisable", "paused")
    server.tell("lpadmin", "-d", "listed")
    server.tell("lpadmin", "-p", "listed", "-D", "Máy in quầy 1")
    found = {each.address: each for each in printers.found()}
    assert found["paused"].fault is PrinterFault.STOPPED
    assert printers.found()[0] == found["listed"]
    assert found["listed"].is_default
    assert found["listed"].label == "Máy in quầy 1"


class Roll:
    """A thermal printer on a port: collects what it gets and answers questions about its state."""

    def __init__(self) -> None:
        self.got = b""
        self.answers = {1: 0x12, 2: 0x12, 4: 0x12}
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"socket://127.0.0.1:{self._listener.getsockname()[1]}"
        self._thread = Thread(target=self._serve)
        self._thread.start()

    def close(self) -> None:
        """Take no more links."""
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()

    def _serve(self) -> None:
        while True:
            try:
                link, _ = self._listener.accept()
            except OSError:
                return
            with link:
                while content := link.recv(4096):
                    if content[:2] == b"\x10\x04":
                        link.sendall(bytes([self.answers[content[2]]]))
                    else:
                        self.got += content


@pytest.fixture
def roll() -> Iterator[Roll]:
    made = Roll()
    yield made
    made.close()


def test_a_thermal_printer_on_the_network_gets_the_bytes_as_they_are(
    roll: Roll, printers: PrinterWays, slip: PaperToPrint
) -> None:
    state = run_over(PrintRun(printers, slip, places(roll.address)))
    assert state == RunState(roll.address, Stage.DONE)
    assert roll.got == thermal_bytes(slip.pdf)


@pytest.mark.parametrize(
    ("question", "answer", "fault"),
    [
        (4, 0x72, PrinterFault.PAPER_OUT),
        (2, 0x16, PrinterFault.COVER_OPEN),
        (2, 0x32, PrinterFault.PAPER_OUT),
        (2, 0x52, PrinterFault.FAILED),
    ],
)
def test_a_thermal_printer_that_cannot_print_is_known_before_it_gets_the_slip(
    question: int,
    answer: int,
    fault: PrinterFault,
    roll: Roll,
    printers: PrinterWays,
    slip: PaperToPrint,
    tmp_path: Path,
) -> None:
    roll.answers[question] = answer
    state = run_over(PrintRun(printers, slip, places(roll.address, f"folder:{tmp_path}")))
    assert state.hops == (Hop(roll.address, fault),)
    assert state.file
    assert roll.got == b""


def test_a_slip_goes_into_a_device_file_and_into_a_plain_one(
    printers: PrinterWays, slip: PaperToPrint, tmp_path: Path
) -> None:
    ours, theirs = pty.openpty()
    tty.setraw(theirs)
    got: list[bytes] = []
    reader = Thread(target=lambda: got.extend(until_nothing_comes(ours)))
    reader.start()
    state = run_over(PrintRun(printers, slip, places(f"device:{os.ttyname(theirs)}")))
    assert state.stage is Stage.DONE
    os.close(theirs)
    reader.join(PATIENCE_S)
    os.close(ours)
    sent = b"".join(got).replace(b"\x10\x04\x04", b"")
    assert sent == thermal_bytes(slip.pdf)
    for _ in range(2):
        run_over(PrintRun(printers, slip, places(f"device:{tmp_path}/roll")))
    assert (tmp_path / "roll").read_bytes() == thermal_bytes(slip.pdf) * 2


def until_nothing_comes(end: int) -> Iterator[bytes]:
    """Read what is written to the other end until it is shut."""
    while True:
        try:
            yield os.read(end, 65_536)
        except OSError:
            return


def test_a_paper_that_is_wider_than_the_roll_never_goes_to_a_thermal_printer(
    roll: Roll, printers: PrinterWays, pdf: bytes
) -> None:
    state = run_over(PrintRun(printers, paper(pdf), places(roll.address)))
    assert (state.stage, state.fault) == (Stage.FAILED, PrinterFault.UNFIT)
    with pytest.raises(PrinterAway):
        ThermalPrinters(open_network).submit(roll.address, PrintDocument(pdf, PaperFormat.PDF, A4))
    assert roll.got == b""


def test_a_job_that_cannot_be_taken_back_is_said_to_be_unsure_and_taken_back_later(
    server: PrintServer, printers: PrinterWays, pdf: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand = server.add_by_hand("far")
    run = PrintRun(printers, paper(pdf), places("far", f"folder:{tmp_path}"))
    run_over(run, lambda state: state.stage is Stage.PRINTING)
    with monkeypatch.context() as patch:
        patch.setenv("CUPS_SERVER", str(tmp_path / "unplugged"))
        state = run_over(run)
        assert run.take_back_leftovers()
    assert state.hops == (Hop("far", PrinterFault.OFFLINE, Remains.UNSURE),)
    assert state.file
    assert server.waiting("far")
    assert run.take_back_leftovers() == ()
    assert server.waiting("far") == ""
    hand.order("end 0")

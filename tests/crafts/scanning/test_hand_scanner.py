"""A serial hand scanner: whole scans out of bytes, over a real pair of terminals."""

import os
import tty
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from scanning.errors import ScannerLost, ScannerUnavailable
from scanning.hand_scanner import HandScanner, scanner_ports

CARD = "000199000123||Nguyễn Thị Ví Dụ|15031999|Nữ|Số 1 đường Mẫu|01072021"
MOST_READS = 40


@dataclass
class Line:
    """A scanner's end of the cable, and the port at the desk's end."""

    scanner: int
    port: HandScanner

    def read(self) -> str | None:
        """Read until a scan is there, or nothing comes any more."""
        return next((scan for _ in range(MOST_READS) if (scan := self.port.read())), None)


@pytest.fixture
def line() -> Iterator[Line]:
    scanner, desk = os.openpty()
    tty.setraw(desk)
    port = HandScanner(os.ttyname(desk))
    os.close(desk)
    yield Line(scanner, port)
    port.close()
    try:
        os.close(scanner)
    except OSError:
        return  # a test has pulled the plug


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n", b""])
def test_a_scan_ends_with_its_line_or_with_a_pause(line: Line, end: bytes) -> None:
    os.write(line.scanner, CARD.encode() + end)
    assert line.read() == CARD
    os.write(line.scanner, b"next" + end)
    assert line.read() == "next"


def test_a_scan_in_two_pieces_within_a_letter_is_one(line: Line) -> None:
    sent = CARD.encode()
    cut = sent.index("ễ".encode()) + 1
    os.write(line.scanner, sent[:cut])
    assert line.port.read() is None
    os.write(line.scanner, sent[cut:] + b"\r")
    assert line.read() == CARD


def test_two_scans_in_one_gulp_are_two(line: Line) -> None:
    os.write(line.scanner, b"one\r\ntwo\r\n")
    assert (line.read(), line.read()) == ("one", "two")


def test_bytes_that_are_no_utf_8_are_marked_and_never_guessed(line: Line) -> None:
    os.write(line.scanner, "Nguyễn Hà".encode("cp1258", errors="replace") + b"\r")
    assert line.read() == "Nguy?n H\ufffd"


def test_a_line_that_does_not_end_is_dropped_and_the_next_is_read(line: Line) -> None:
    os.write(line.scanner, b"x" * 2_100)
    while not line.port._too_long:
        assert line.port.read() is None
    assert not line.port._bytes
    os.write(line.scanner, b"its rest\r" + b"y" * 2_049 + b"\rnext\r")
    assert line.read() == "next"


def test_a_scanner_that_is_pulled_is_lost(line: Line) -> None:
    os.close(line.scanner)
    with pytest.raises(ScannerLost):
        line.read()


def test_a_driver_that_breaks_in_its_own_way_loses_the_scanner_and_no_more(line: Line) -> None:
    line.port._port.close()  # pyserial then stumbles over a handle that is None
    with pytest.raises(ScannerLost):
        line.port.read()


@pytest.mark.parametrize("name", ["/dev/no-such-port", "usb:ffff:ffff", "COM3@fast", ""])
def test_a_port_that_is_not_there_is_named(name: str) -> None:
    with pytest.raises(ScannerUnavailable) as refused:
        HandScanner(name)
    assert refused.value.port == name


def test_a_speed_beyond_all_measure_is_refused_as_the_port_is() -> None:
    scanner, port = os.openpty()
    with pytest.raises(ScannerUnavailable):
        HandScanner(f"{os.ttyname(port)}@99999999999")
    os.close(scanner)
    os.close(port)


def test_ports_can_be_asked_for_on_any_machine() -> None:
    assert all(port.device and port.lasting for port in scanner_ports())

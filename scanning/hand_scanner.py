"""A hand scanner on a serial port (USB COM, CDC or RS-232): whole scans, letter by letter as sent."""

from dataclasses import dataclass

import serial
from serial.tools.list_ports import comports

from scanning.errors import ScannerLost, ScannerUnavailable

PAUSE_S = 0.05
_LONGEST = 2_048  # bytes: no card's code is longer, and a line that never ends must not fill the memory
_BAUD = 9_600  # USB ports ignore it; RS-232 scanners begin with it
_USB = "usb:"


@dataclass(frozen=True, slots=True)
class ScannerPort:
    """Hold a serial port: what opens it, what people call it, and the name that stays with its scanner."""

    device: str
    words: str
    lasting: str


class HandScanner:
    """Give scans from one serial port; ScannerUnavailable when it cannot be opened.

    ``name`` is a device (COM3, /dev/ttyACM0) or ``usb:VVVV:PPPP``, with ``@baud`` behind it for RS-232.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._bytes = bytearray()
        self._too_long = False
        wanted, _, baud = name.partition("@")
        try:
            self._port = serial.Serial(
                _device(wanted), int(baud) if baud else _BAUD, timeout=PAUSE_S, exclusive=True
            )
        except (OSError, ValueError, OverflowError) as error:  # the last for a baud rate beyond all measure
            raise ScannerUnavailable(name) from error

    def read(self) -> str | None:
        """Wait at most 50 ms, and give a scan once its line ends or nothing follows.

        Bytes that are no UTF-8 become U+FFFD, which no name contains. Raises ScannerLost.
        """
        try:
            came = self._port.read(self._port.in_waiting or 1)
        except Exception as error:  # a driver whose device is pulled out raises whatever it likes
            raise ScannerLost(self._name) from error
        self._bytes += came
        line, end, rest = self._bytes.replace(b"\n", b"\r").partition(b"\r")
        if end:
            self._bytes = rest
        elif came:
            self._drop_if_too_long()
            return None
        else:
            self._bytes = bytearray()
        return self._scan(bytes(line))

    def close(self) -> None:
        """Let the port go."""
        self._port.close()

    def _scan(self, line: bytes) -> str | None:
        whole, self._too_long = not self._too_long and len(line) <= _LONGEST, False
        return line.decode("utf-8", errors="replace") if line and whole else None

    def _drop_if_too_long(self) -> None:
        if len(self._bytes) > _LONGEST:
            self._bytes = bytearray()
            self._too_long = True


def scanner_ports() -> tuple[ScannerPort, ...]:
    """Name the serial ports that are plugged in now."""
    return tuple(
        ScannerPort(port.device, port.description or port.device, _lasting(port.vid, port.pid) or port.device)
        for port in sorted(comports())
    )


def _device(wanted: str) -> str:
    if not wanted.lower().startswith(_USB):
        return wanted
    found = (port.device for port in scanner_ports() if port.lasting == wanted.lower())
    device = next(found, None)
    if device is None:
        raise ScannerUnavailable(wanted)
    return device


def _lasting(vendor: int | None, product: int | None) -> str:
    return "" if vendor is None or product is None else f"{_USB}{vendor:04x}:{product:04x}"

"""Thermal printers, which take ESC/POS bytes: on the network (port 9100), at a device file, in a plain file.

Before a slip is sent the printer is asked whether it has paper and its cover is shut (``DLE EOT``); one that
does not answer such questions is sent the slip all the same.
"""

from __future__ import annotations

import os
import select
import socket
import stat
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from time import monotonic
from typing import Protocol
from urllib.parse import urlsplit

from counter_app.domain.printers import (
    FoundPrinter,
    JobFate,
    PaperFormat,
    PrintDocument,
    PrinterAbility,
    PrinterFault,
    Stage,
    place_of,
)
from counter_app.services.ports import PrinterAway

_PORT = 9100
_PATIENCE_S, _ANSWER_S, _SENDING_S = 2.0, 0.4, 10.0
_ROLL_MM = (80.0, 3_000.0)
_IS_ANSWER, _ANSWER_BITS = 0b1001_0011, 0b0001_0010
_QUESTIONS = (
    (b"\x10\x04\x04", 0b0110_0000, PrinterFault.PAPER_OUT),
    (b"\x10\x04\x02", 0b0000_0100, PrinterFault.COVER_OPEN),
    (b"\x10\x04\x02", 0b0010_0000, PrinterFault.PAPER_OUT),
    (b"\x10\x04\x02", 0b0100_0000, PrinterFault.FAILED),
)
"""What to ask, which bits of the answer are bad, and what they mean: the paper's end before all else."""
_FORGET = b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"
"""``DLE DC4 8``: what is in the printer's memory is not to be printed."""


class _Link(Protocol):
    """Bytes there and, if it talks, back."""

    talks: bool

    def write(self, content: bytes) -> int:
        """Hand over what it takes now."""

    def read(self) -> bytes:
        """Take what has come."""

    def fileno(self) -> int:
        """Name it for select."""

    def close(self) -> None:
        """Let it go."""


class _NetworkLink:
    talks = True

    def __init__(self, host: str, port: int) -> None:
        self._socket = socket.create_connection((host, port), _PATIENCE_S)
        self._socket.setblocking(False)

    def write(self, content: bytes) -> int:
        return self._socket.send(content)

    def read(self) -> bytes:
        return self._socket.recv(64)

    def fileno(self) -> int:
        return self._socket.fileno()

    def close(self) -> None:
        self._socket.close()


class _DeviceLink:
    def __init__(self, path: str) -> None:
        is_file = not Path(path).exists() or stat.S_ISREG(os.stat(path).st_mode)  # noqa: PTH116 - beside os.open
        both = os.O_WRONLY | os.O_CREAT | os.O_APPEND if is_file else os.O_RDWR
        self._fd = os.open(path, both | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0), 0o600)
        self.talks = not is_file

    def write(self, content: bytes) -> int:
        return os.write(self._fd, content)

    def read(self) -> bytes:
        return os.read(self._fd, 64)

    def fileno(self) -> int:
        return self._fd

    def close(self) -> None:
        os.close(self._fd)


class ThermalPrinters:
    """See ``ports.Printers``; a slip counts as done once it was taken and nothing hinders the printer."""

    def __init__(self, link: Callable[[str], _Link]) -> None:
        self._link = link

    def found(self) -> tuple[FoundPrinter, ...]:
        """List the printers that the system has plugged in as device files."""
        if self._link is not open_device:
            return ()
        plugged = sorted(Path("/dev/usb").glob("lp*")) if sys.platform == "linux" else []
        return tuple(FoundPrinter(f"device:{path}", str(path)) for path in plugged)

    def ability(self, _address: str) -> PrinterAbility:
        """Tell that it takes ESC/POS alone."""
        return PrinterAbility((PaperFormat.THERMAL,), (_ROLL_MM,))

    def submit(self, address: str, document: PrintDocument) -> str:
        """Send a slip's bytes; raises PrinterAway, also for a document of another kind."""
        if document.format is not PaperFormat.THERMAL:
            raise PrinterAway(address, PrinterFault.UNFIT)
        with closing(self._opened(address)) as link:
            fault = _fault(link)
            if fault:
                raise PrinterAway(address, fault)
            sent = _send(link, document.content)
            if sent < len(document.content):
                raise PrinterAway(address, _fault(link) or PrinterFault.STUCK, took_some=bool(sent))
        return "sent"

    def fate(self, address: str, _job: str) -> JobFate:
        """Ask whether something hinders the printer after all was sent."""
        with closing(self._opened(address)) as link:
            fault = _fault(link)
        if fault:
            return JobFate(Stage.PRINTING, fault, is_surely_hindered=True, sign=fault)
        return JobFate(Stage.DONE)

    def cancel(self, address: str, _job: str) -> None:
        """Have the printer forget what it has not printed yet."""
        with closing(self._opened(address)) as link:
            if link.talks:
                _send(link, _FORGET)

    def _opened(self, address: str) -> _Link:
        try:
            return self._link(address)
        except (OSError, ValueError) as error:
            raise PrinterAway(address, PrinterFault.OFFLINE) from error


def open_network(address: str) -> _Link:
    """Reach a printer at ``socket://host:port``; raises OSError and ValueError."""
    parts = urlsplit(address)
    return _NetworkLink(parts.hostname or "", parts.port or _PORT)


def open_device(address: str) -> _Link:
    """Open a printer's device file, or a plain file that collects what it would get; raises OSError."""
    return _DeviceLink(place_of(address))


def _send(link: _Link, content: bytes) -> int:
    """Send until all is taken or nothing moves any more; give how much was taken."""
    sent, end = 0, monotonic() + _SENDING_S
    while sent < len(content) and monotonic() < end:
        if link.talks and not select.select([], [link], [], _PATIENCE_S)[1]:
            break
        try:
            sent += link.write(content[sent : sent + 4096])
        except OSError:
            break
    return sent


def _fault(link: _Link) -> PrinterFault | None:
    """Ask what hinders the printer; None where nothing does, or where it does not say."""
    if not link.talks:
        return None
    for question, bad, fault in _QUESTIONS:
        if _send(link, question) < len(question) or not select.select([link], [], [], _ANSWER_S)[0]:
            return None
        try:
            answer = link.read()
        except OSError:
            return PrinterFault.OFFLINE
        if answer and answer[-1] & _IS_ANSWER == _ANSWER_BITS and answer[-1] & bad:
            return fault
    return None

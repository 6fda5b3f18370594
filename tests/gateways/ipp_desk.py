"""A true IPP Everywhere printer of the test's own: ``ippeveprinter``, which does by hand what it is told.

It wants to make itself known on the network: a private message bus and a private avahi-daemon on the loopback
listen to that, and nobody else.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from counter_app.gateways.ipp_printers import IppPrinters
from counter_app.gateways.printer_pins import PrinterPins
from counter_app.services.ports import PrinterAway

_PLACES = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/sbin"))
_PATIENCE_S = 10
_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>system</type><listen>unix:path={folder}/bus</listen><auth>EXTERNAL</auth>
<policy context="default"><allow user="*"/><allow own="*"/><allow send_type="method_call"/>
<allow send_type="signal"/><allow send_requested_reply="true" send_type="method_return"/>
<allow send_requested_reply="true" send_type="error"/><allow receive_type="method_call"/>
<allow receive_type="method_return"/><allow receive_type="error"/><allow receive_type="signal"/>
</policy></busconfig>
"""
_AVAHI = """[server]
use-ipv6=no
allow-interfaces=lo
[publish]
publish-workstation=no
"""
_HANDS = """#!/bin/sh
cat "$1" >"{folder}/taken"
mv "{folder}/taken" "{folder}/paper"
while read -r word rest; do
  case "$word" in
    say) echo "$rest" >&2 ;;
    end) exit "$rest" ;;
  esac
done <"{folder}/orders"
"""


class NoIppPrinter(Exception):  # noqa: N818 - named after what happened
    """One of the programs is not here, or this machine does not let it run."""


class IppPrinter:
    """A printer by its address; orders may be given before a paper comes."""

    def __init__(self, folder: Path, port: int) -> None:
        self._folder = folder
        self.address = f"ipp://localhost:{port}/ipp/print"
        self.bus = f"unix:path={folder}/bus"
        os.mkfifo(folder / "orders")
        self._orders = os.open(folder / "orders", os.O_RDWR)

    def order(self, *orders: str) -> None:
        """Have the printer do these: ``say`` a line, or ``end`` with an exit code."""
        os.write(self._orders, "".join(f"{order}\n" for order in orders).encode())

    @property
    def paper(self) -> bytes:
        """What was taken last."""
        return (self._folder / "paper").read_bytes()

    def close(self) -> None:
        """Give no more orders."""
        os.close(self._orders)


@contextmanager
def ipp_printer(formats: str) -> Iterator[IppPrinter]:
    """Run a printer that takes papers of these kinds; raises NoIppPrinter."""
    with TemporaryDirectory(prefix="ipp-") as place, ExitStack() as running:
        folder, bus = Path(place), {"DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={place}/bus"}
        for name, text in (("bus.conf", _BUS), ("avahi.conf", _AVAHI), ("hands", _HANDS)):
            (folder / name).write_text(text.format(folder=folder))
        (folder / "hands").chmod(0o755)
        (folder / "spool").mkdir()
        _start(running, bus, "dbus-daemon", f"--config-file={folder}/bus.conf", "--nofork", "--nopidfile")
        _until((folder / "bus").exists)
        as_here = ("--no-drop-root", "--no-chroot", "--no-rlimits", "-f", f"{folder}/avahi.conf")
        _start(running, bus, "avahi-daemon", *as_here)
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        printer = IppPrinter(folder, port)
        running.callback(printer.close)
        keys = ("-K", str(folder))
        of_its_own = ("-n", "localhost", "-p", str(port), "-d", f"{folder}/spool", "-f", formats, *keys)
        command = (*of_its_own, "-c", f"{folder}/hands", "Counter")
        _until_it_answers(printer, lambda: _start(running, bus, "ippeveprinter", *command))
        yield printer


def _start(running: ExitStack, more: dict[str, str], program: str, *words: str) -> subprocess.Popen[bytes]:
    path = shutil.which(program, path=_PLACES)
    if path is None:
        raise NoIppPrinter(program)
    silent = subprocess.DEVNULL
    process = subprocess.Popen([path, *words], env={**os.environ, **more}, stdout=silent, stderr=silent)  # noqa: S603 - a program of the test's own
    running.callback(process.wait, _PATIENCE_S)
    running.callback(process.terminate)
    return process


def _until_it_answers(printer: IppPrinter, start: Callable[[], subprocess.Popen[bytes]]) -> None:
    """Start the printer until it stays: it goes at once while nobody listens to what it makes known."""
    process, end = start(), time.monotonic() + _PATIENCE_S
    while time.monotonic() < end:
        if process.poll() is not None:
            process = start()
        try:
            IppPrinters(PrinterPins(Path("nowhere"))).ability(printer.address)
        except PrinterAway:
            continue
        return
    raise NoIppPrinter(printer.address)


def _until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + _PATIENCE_S
    while not holds():
        if time.monotonic() > end:
            raise NoIppPrinter

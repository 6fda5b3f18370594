"""The line to whoever speaks the Internet Printing Protocol: a print server's socket, or a port."""

from __future__ import annotations

import getpass
import os
import socket
import ssl
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from pathlib import Path
from urllib.parse import urlsplit

from counter_app.domain.printers import PrinterFault
from counter_app.gateways.ipp_message import Answer, UnreadableAnswer, read_answer
from counter_app.gateways.printer_pins import PrinterPins
from counter_app.services.ports import PrinterAway

_SOCKETS = ("/run/cups/cups.sock", "/var/run/cups/cups.sock")
_IPP_PORT = 631
_PATIENCE_S = 2.0
_DOCUMENT_PATIENCE_S = 10.0
"""A printer may answer only when it has read the whole document."""
_LARGEST = 4_000_000


class _SocketConnection(HTTPConnection):
    """HTTP over a socket that lies in the file system."""

    def __init__(self, path: str, timeout: float) -> None:
        super().__init__("localhost", timeout=timeout)
        self._path = path

    def connect(self) -> None:
        """Reach the socket."""
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._path)


@dataclass(frozen=True, slots=True)
class IppLine:
    """Where to ask: a socket's path, or a host and its port; ``what`` is named where nobody answers.

    With ``pins`` the line is encrypted, and whoever answers has to show the key that was seen there before.
    """

    what: str
    socket_path: str = ""
    host: str = ""
    port: int = _IPP_PORT
    patience: float = _PATIENCE_S
    pins: PrinterPins | None = None

    def ask(self, path: str, message: bytes, document: bytes = b"") -> Answer:
        """Send a message and whatever document goes with it; raises PrinterAway."""
        headers = {"Content-Type": "application/ipp"}
        if self.socket_path:  # how CUPS knows whose jobs may be cancelled: it asks the system who is calling
            headers["Authorization"] = f"PeerCred {own_name()}"
        link = self._link()
        try:
            link.connect()
        except OSError as error:
            link.close()
            raise PrinterAway(self.what, PrinterFault.OFFLINE) from error
        try:
            self._check_key(link)
            link.sock.settimeout(_DOCUMENT_PATIENCE_S if document else self.patience)
            link.request("POST", path, body=message + document, headers=headers)
            answer = link.getresponse()
            if answer.status != HTTPStatus.OK:
                raise PrinterAway(self.what, PrinterFault.REFUSED)
            return read_answer(answer.read(_LARGEST))
        except (OSError, HTTPException, UnreadableAnswer) as error:
            raise PrinterAway(self.what, PrinterFault.OFFLINE, took_some=bool(document)) from error
        finally:
            link.close()

    def _link(self) -> HTTPConnection:
        if self.socket_path:
            return _SocketConnection(self.socket_path, self.patience)
        if self.pins:
            return HTTPSConnection(self.host, self.port, timeout=self.patience, context=_encrypted())
        return HTTPConnection(self.host, self.port, timeout=self.patience)

    def _check_key(self, link: HTTPConnection) -> None:
        """Hold the key that is shown against the one that was seen first; raises PrinterAway."""
        if self.pins and isinstance(link.sock, ssl.SSLSocket):
            shown = link.sock.getpeercert(binary_form=True) or b""
            self.pins.accept(self.what, f"{self.host}:{self.port}", shown)


def _encrypted() -> ssl.SSLContext:
    """Encrypt without asking who vouches for the certificate: the printer has made it itself."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def line_to_server(what: str) -> IppLine | None:
    """Find this machine's print server as CUPS's own programs do; None where there is none."""
    named = os.environ.get("CUPS_SERVER", "")
    if named.startswith("/"):
        return IppLine(what, socket_path=named)
    if named:
        parts = urlsplit(f"//{named.split('/')[0]}")
        return IppLine(what, host=parts.hostname or "localhost", port=parts.port or _IPP_PORT)
    found = next((path for path in _SOCKETS if Path(path).is_socket()), "")
    return IppLine(what, socket_path=found) if found else None


def line_to_printer(address: str, pins: PrinterPins) -> tuple[IppLine, str]:
    """Give the line to a printer by its address (``ipps://host:port/path``, or ``ipp``), and the path there.

    Raises PrinterAway for what is no such address.
    """
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port or _IPP_PORT
    except ValueError as error:
        raise PrinterAway(address, PrinterFault.OFFLINE) from error
    if parts.scheme not in {"ipp", "ipps"} or not host:
        raise PrinterAway(address, PrinterFault.OFFLINE)
    wanted = pins if parts.scheme == "ipps" else None
    return IppLine(address, host=host, port=port, pins=wanted), parts.path or "/ipp/print"


def own_name() -> str:
    """Give the name of whoever runs this program, as the print server knows it."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "counter"

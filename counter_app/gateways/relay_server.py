"""A neighbour's door on the office's network: takes sealed bundles, gives receipts, reads neither."""

from __future__ import annotations

import hashlib
import re
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

from counter_app.errors import CounterError
from counter_app.services.bundle_port import Carried
from counter_app.wire.bundles import BUNDLE_BYTES, BadBundle, BundleHead, split
from counter_app.wire.text import BadMessage, from_json

_BUNDLE = re.compile(r"/bundles/([0-9a-f]{64})", re.ASCII)
_RECEIPT = re.compile(r"/receipts/([0-9a-f]{64})", re.ASCII)
_SILENT_S, _WHOLE_S = 10, 180
_PIECE = 1 << 16


class RelayServer(HTTPServer):
    """Serves one caller after the other: whoever dawdles is cut, and comes again."""

    def __init__(self, place: tuple[str, int], carried: Carried) -> None:
        """Listen at an address and port; raises OSError."""
        super().__init__(place, _Caller)
        self.carried = carried


class _Caller(BaseHTTPRequestHandler):
    server: RelayServer
    timeout = _SILENT_S

    def do_PUT(self) -> None:
        named = _BUNDLE.fullmatch(self.path)
        length = self.headers.get("Content-Length", "")
        if not named or not length.isdecimal() or not 0 < int(length) <= BUNDLE_BYTES:
            self._answer(400)
            return
        content = self._body(int(length))
        if content is None or hashlib.sha256(content).hexdigest() != named[1] or not _is_bundle(content):
            self._answer(400)
            return
        try:
            self.server.carried.keep(named[1], content)
        except CounterError:
            self._answer(507)
            return
        self._answer(204)

    def do_GET(self) -> None:
        named = _RECEIPT.fullmatch(self.path)
        kept = dict(self.server.carried.receipts()) if named else {}
        receipt = kept.get(named[1], b"") if named else b""
        self._answer(200 if receipt else 404, receipt)

    def _body(self, length: int) -> bytes | None:
        """Read a body in time; None where it does not come."""
        until, parts = time.monotonic() + _WHOLE_S, []
        while length and time.monotonic() < until:
            piece = self.rfile.read(min(length, _PIECE))
            if not piece:
                return None
            parts.append(piece)
            length -= len(piece)
        return None if length else b"".join(parts)

    def _answer(self, status: int, body: bytes = b"") -> None:
        self.close_connection = True
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_words: object) -> None:
        """Write no log: who called is nobody's business."""


def _is_bundle(content: bytes) -> bool:
    try:
        from_json(BundleHead, split(content)[0])
    except (BadBundle, BadMessage):
        return False
    return True

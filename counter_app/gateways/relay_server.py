"""A neighbour's door on the office's network: takes sealed bundles, gives receipts, reads neither.

Only desks whose keys lie here are let in, and each brings its own bundles alone. A request that is played
once more within its time does no harm: the same bundle is kept once, and a receipt names nobody.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
import time
from collections import defaultdict, deque
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Protocol

from counter_app.errors import CounterError
from counter_app.services.bundle_port import Carried
from counter_app.services.ports import Clock
from counter_app.wire.bundles import BUNDLE_BYTES, BadBundle, BundleHead, split
from counter_app.wire.signing import DEVICE, HUB_TIME, NONCE, SIGNATURE, TIME, TOLERANCE_MS, signed_text
from counter_app.wire.text import BadMessage, from_json

_BUNDLE = re.compile(r"/bundles/([0-9a-f]{64})", re.ASCII)
_RECEIPT = re.compile(r"/receipts/([0-9a-f]{64})", re.ASCII)
_TIME = re.compile(r"\d{1,16}", re.ASCII)
_SILENT_S, _WHOLE_S = 10, 180
_PIECE = 1 << 16
_MOST_CALLS, _WITHIN_S = 120, 60.0


class KnownDesks(Protocol):
    """The keys of the office's other desks."""

    def name_of(self, key_id: str) -> str | None:
        """Name a desk; None for a stranger. Raises SetupError."""

    def has_signed(self, key_id: str, message: bytes, signature: bytes) -> bool:
        """Say whether a desk has signed a message. Raises SetupError."""


class RelayServer(HTTPServer):
    """Serves one caller after the other: whoever dawdles is cut, and comes again."""

    def __init__(self, place: tuple[str, int], carried: Carried, known: KnownDesks, clock: Clock) -> None:
        """Listen at an address and port; raises OSError."""
        super().__init__(place, _Caller)
        self.carried = carried
        self.known = known
        self.clock = clock
        self._calls: dict[str, deque[float]] = defaultdict(deque)

    def now_ms(self) -> int:
        """Say the time by this desk's clock."""
        return round(self.clock.now().timestamp() * 1000)

    def is_too_often(self, device_id: str) -> bool:
        """Count a call; say whether a desk has called too often of late."""
        calls, now = self._calls[device_id], time.monotonic()
        while calls and now - calls[0] > _WITHIN_S:
            calls.popleft()
        calls.append(now)
        return len(calls) > _MOST_CALLS


class _Caller(BaseHTTPRequestHandler):
    server: RelayServer
    timeout = _SILENT_S

    def do_PUT(self) -> None:
        named = _BUNDLE.fullmatch(self.path)
        length = self.headers.get("Content-Length", "")
        if not named or not length.isdecimal() or not 0 < int(length) <= BUNDLE_BYTES:
            self._answer(400)
            return
        if not self._may_speak():
            return
        content = self._body(int(length))
        if content is None or hashlib.sha256(content).hexdigest() != named[1]:
            self._answer(400)
            return
        if not self._is_signed(content):
            self._answer(401)
            return
        if _maker(content) != self.headers[DEVICE]:
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
        if not self._may_speak():
            return
        if not self._is_signed(b""):
            self._answer(401)
            return
        kept = dict(self.server.carried.receipts()) if named else {}
        receipt = kept.get(named[1], b"") if named else b""
        self._answer(200 if receipt else 404, receipt)

    def _may_speak(self) -> bool:
        """Turn a stranger, and whoever calls too often, away before anything is read."""
        device_id = self.headers.get(DEVICE, "")
        try:
            is_known = self.server.known.name_of(device_id) is not None
        except CounterError:
            is_known = False
        if not is_known:
            self._answer(401)
        elif self.server.is_too_often(device_id):
            self._answer(429)
        else:
            return True
        return False

    def _is_signed(self, body: bytes) -> bool:
        said = {name: self.headers.get(name, "") for name in (DEVICE, TIME, NONCE, SIGNATURE)}
        if not _TIME.fullmatch(said[TIME]) or abs(self.server.now_ms() - int(said[TIME])) > TOLERANCE_MS:
            return False
        text = signed_text(self.command, self.path, time_ms=int(said[TIME]), nonce=said[NONCE], body=body)
        try:
            signature = base64.b64decode(said[SIGNATURE], validate=True)
            return self.server.known.has_signed(said[DEVICE], text, signature)
        except (CounterError, binascii.Error):
            return False

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
        self.send_header(HUB_TIME, str(self.server.now_ms()))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_words: object) -> None:
        """Write no log: who called is nobody's business."""


def _maker(content: bytes) -> str:
    """Name the desk that has made a bundle; empty where it is none."""
    try:
        return from_json(BundleHead, split(content)[0]).device_id
    except (BadBundle, BadMessage):
        return ""

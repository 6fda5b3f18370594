"""A hub on loopback: the hub in memory behind real HTTP, which checks signatures, times and nonces."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread  # noqa: TID251 - a server in the test's own process
from urllib.parse import parse_qs, urlsplit

from services.fake_hub import FakeHub

from counter_app.gateways.desk_key import is_signed_by
from counter_app.services.hub_port import HubRefused
from counter_app.wire.codes import ErrorAnswer, ErrorCode
from counter_app.wire.devices import Enrolment, HubTime
from counter_app.wire.entries import Entries
from counter_app.wire.leases import LeaseAsked
from counter_app.wire.signing import DEVICE, HUB_TIME, NONCE, SIGNATURE, TIME, TOLERANCE_MS, signed_text
from counter_app.wire.text import from_json, to_json

_PAPER = re.compile(r"/v1/papers/([0-9a-f]{64})(/complete)?")


class LoopbackHub(ThreadingHTTPServer):
    """Answers as the hub in memory does; ``now_ms`` is its clock, ``answers`` are given before anything."""

    daemon_threads = True

    def __init__(self, public_key: bytes, now_ms: int) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.hub = FakeHub()
        self.public_key = public_key
        self.now_ms = now_ms
        self.training = True
        self.nonces: set[str] = set()
        self.answers: list[tuple[int, bytes, dict[str, str]]] = []

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    def refusal(self, method: str, target: str, headers: dict[str, str], body: bytes) -> ErrorCode | None:
        """Check a signed request as a hub does."""
        try:
            time_ms, nonce = int(headers[TIME]), headers[NONCE]
            signature = base64.b64decode(headers[SIGNATURE], validate=True)
        except (KeyError, ValueError):
            return ErrorCode.UNSIGNED
        if headers[DEVICE] != "desk-1":
            return ErrorCode.UNKNOWN_DEVICE
        message = signed_text(method, target, time_ms=time_ms, nonce=nonce, body=body)
        if not is_signed_by(self.public_key, message, signature):
            return ErrorCode.SIGNATURE
        if abs(time_ms - self.now_ms) > TOLERANCE_MS:
            return ErrorCode.CLOCK
        if nonce in self.nonces:
            return ErrorCode.REPLAYED
        self.nonces.add(nonce)
        return None

    def check(self, method: str, target: str, headers: dict[str, str], body: bytes) -> None:
        """Refuse what is not signed as it has to be."""
        refusal = self.refusal(method, target, headers, body)
        if refusal:
            raise HubRefused(refusal)

    def do(self, method: str, target: str, body: bytes) -> object:
        """Do what a request asks for."""
        place = urlsplit(target)
        said = {name: int(values[0]) for name, values in parse_qs(place.query).items()}
        paper = _PAPER.fullmatch(place.path)
        if paper and method == "PUT":
            self.hub.put_chunk(paper[1], body, offset=said["offset"], size=said["size"])
            return None
        if paper and paper[2]:
            self.hub.ended(paper[1])
            return None
        if paper:
            return self.hub.paper(paper[1])
        steps: dict[str, Callable[[], object]] = {
            "/v1/entries": lambda: self.hub.send(from_json(Entries, body)),
            "/v1/leases": lambda: self.hub.lease(from_json(LeaseAsked, body)),
            "/v1/sealing-key": self.hub.sealing_key,
            "/v1/changes": lambda: self.hub.changes(said["after"], limit=said["limit"]),
        }
        return steps[place.path]()


class _Handler(BaseHTTPRequestHandler):
    server: LoopbackHub
    protocol_version = "HTTP/1.1"

    def _serve(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        hub = self.server
        if self.path == "/v1/time":
            now = datetime.fromtimestamp(hub.now_ms / 1000, UTC)
            self._answer(200, to_json(HubTime(now, hub.now_ms, hub.training)).encode(), {})
            return
        if hub.answers:
            self._answer(*hub.answers.pop(0))
            return
        try:
            if self.path == "/v1/devices":
                done: object = hub.hub.enrol(from_json(Enrolment, body))
            else:
                hub.check(self.command, self.path, dict(self.headers.items()), body)
                done = hub.do(self.command, self.path, body)
        except HubRefused as refused:
            status = 401 if refused.code is ErrorCode.CLOCK else 403
            self._answer(status, to_json(ErrorAnswer(refused.code, refused.detail)).encode(), {})
            return
        self._answer(200, to_json(done).encode() if done else b"", {})

    do_GET = do_PUT = do_POST = _serve  # noqa: N815 - the server's own names

    def _answer(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {HUB_TIME: str(self.server.now_ms), **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the server's own name
        """Write no log."""


@contextmanager
def listening(public_key: bytes, now_ms: int) -> Iterator[LoopbackHub]:
    """Have a hub listen on a free port."""
    hub = LoopbackHub(public_key, now_ms)
    thread = Thread(target=hub.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield hub
    finally:
        hub.shutdown()
        thread.join()
        hub.server_close()

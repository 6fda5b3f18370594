"""The hub over HTTPS: signed requests with time limits, and errors sorted by what helps."""

from __future__ import annotations

import base64
import contextlib
import secrets
import socket
import ssl
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import httpx

from counter_app.errors import SetupError
from counter_app.gateways.chunk_line import ChunkLine
from counter_app.gateways.hub_pipe import Place
from counter_app.services.hub_port import HubAway, HubBusy, HubFault, HubNotUnderstood, HubRefused
from counter_app.services.ports import Clock, DeskKey
from counter_app.wire.bundles import BundleReceipt, SealingKey
from counter_app.wire.changes import Changes
from counter_app.wire.codes import ErrorAnswer, ErrorCode
from counter_app.wire.devices import Enrolled, Enrolment, HubTime
from counter_app.wire.entries import Entries, Receipts
from counter_app.wire.leases import Lease, LeaseAsked
from counter_app.wire.papers import PaperState
from counter_app.wire.signing import DEVICE, HUB_TIME, NONCE, SIGNATURE, TIME, signed_text
from counter_app.wire.text import BadMessage, from_json, to_json

T = TypeVar("T")

_LIMITS = httpx.Timeout(30.0, connect=4.0, pool=4.0)
_PROBE_S = 2.0
_NONCE_BYTES = 16
_BYTES = "application/octet-stream"
_PORTS = {"https": 443, "http": 80}
_AGAIN = {ErrorCode.CLOCK, ErrorCode.REPLAYED}
"""Mended by signing once more: with the hub's own time, with another nonce."""
_UNAVAILABLE = {429, 502, 503, 504}
_LATER = {ErrorCode.BUSY, ErrorCode.AWAY, ErrorCode.TOO_SLOW}


class HubClient:
    """One hub at one address; keeps its connection open while it is used."""

    def __init__(
        self,
        address: str,
        certificate: Path | None,
        *,
        key: DeskKey,
        clock: Clock,
        device: Callable[[], str],
        training: bool,
    ) -> None:
        """Prepare the way to a hub; nothing is asked of it yet.

        ``certificate`` is a file with the certificates that are trusted in place of the system's; ``device``
        gives the desk's id. A desk for ``training`` tells nothing to a hub that does not say it is for
        training too, and any other desk nothing to one that does. Raises SetupError where the file is none.
        """
        self._url = httpx.URL(address.rstrip("/"))
        self._key = key
        self._clock = clock
        self._device = device
        self._training = training
        self._is_of_one_use = False
        self._offset_ms: int | None = None
        trust = _trusted(certificate)
        self._http = httpx.Client(base_url=self._url, timeout=_LIMITS, verify=trust, trust_env=False)
        self._port = self._url.port or _PORTS[self._url.scheme]
        sealed = trust if self._url.scheme == "https" else None
        self._chunks = ChunkLine(Place(self._url.host, self._port, sealed), _take)

    @property
    def offset_ms(self) -> int | None:
        """How far the hub's clock is ahead of this desk's; None before its first answer."""
        return self._offset_ms

    def close(self) -> None:
        """Let the connections go."""
        self._chunks.close()
        self._http.close()

    def is_there(self) -> bool:
        """Find out by opening a connection and nothing more whether anybody answers."""
        place = (self._url.host, self._port)
        with contextlib.suppress(OSError), socket.create_connection(place, timeout=_PROBE_S):
            return True
        return False

    def enrol(self, asked: Enrolment) -> Enrolled:
        """Make this desk known by a one-time code."""
        request = self._http.build_request("POST", "/v1/devices", content=to_json(asked).encode())
        return _read(Enrolled, self._exchange(request))

    def send(self, entries: Entries) -> Receipts:
        """Hand over entries."""
        return _read(Receipts, self._signed("POST", "/v1/entries", to_json(entries).encode()))

    def paper(self, sha256: str) -> PaperState:
        """Say what the hub has of a document."""
        return _read(PaperState, self._signed("GET", f"/v1/papers/{sha256}"))

    def put_chunk(self, sha256: str, chunk: bytes, *, offset: int, size: int) -> None:
        """Hand over a part of a document of ``size`` bytes."""
        self._make_sure()
        request = self._request("PUT", f"/v1/papers/{sha256}?offset={offset}&size={size}", chunk)
        request.headers["Content-Type"] = _BYTES
        with _line():
            self._chunks.put(sha256, request)

    def end(self, sha256: str) -> None:
        """Have the hub check a whole document."""
        self._make_sure()
        with _line():
            self._chunks.end(sha256, self._request("POST", f"/v1/papers/{sha256}/complete", b""))

    def ended(self, sha256: str) -> None:
        """Wait for what the hub says of a whole document."""
        with _line():
            self._chunks.ended(sha256)

    def lease(self, asked: LeaseAsked) -> Lease:
        """Ask for numbers of a day."""
        return _read(Lease, self._signed("POST", "/v1/leases", to_json(asked).encode()))

    def changes(self, after: int, *, limit: int) -> Changes:
        """Ask what is new for this desk's office."""
        return _read(Changes, self._signed("GET", f"/v1/changes?after={after}&limit={limit}"))

    def sealing_key(self) -> SealingKey:
        """Ask by which key bundles are sealed."""
        return _read(SealingKey, self._signed("GET", "/v1/sealing-key"))

    def take_bundle(self, sha256: str) -> BundleReceipt:
        """Have the hub take in a bundle that was brought."""
        return _read(BundleReceipt, self._signed("POST", f"/v1/bundles/{sha256}"))

    def _signed(self, method: str, target: str, body: bytes = b"") -> bytes:
        """Sign and send; once more where the hub's own time or another nonce mends it."""
        try:
            return self._exchange(self._request(method, target, body))
        except HubRefused as refused:
            if refused.code not in _AGAIN:
                raise
        return self._exchange(self._request(method, target, body))

    def _request(self, method: str, target: str, body: bytes) -> httpx.Request:
        time_ms = round(self._clock.now().timestamp() * 1000) + (self._offset_ms or 0)
        nonce = secrets.token_hex(_NONCE_BYTES)
        request = self._http.build_request(method, target, content=body)
        said = request.url.raw_path.decode()
        signature = self._key.sign(signed_text(method, said, time_ms=time_ms, nonce=nonce, body=body))
        request.headers[DEVICE] = self._device()
        request.headers[TIME] = str(time_ms)
        request.headers[NONCE] = nonce
        request.headers[SIGNATURE] = base64.b64encode(signature).decode()
        return request

    def _exchange(self, request: httpx.Request) -> bytes:
        """Ask, once what is under way is answered, so that nothing is told that hangs on it."""
        with _line():
            self._chunks.settle()
        self._make_sure()
        return self._ask(request)

    def _make_sure(self) -> None:
        """Find out before anything else whether desk and hub are both for training or both are not."""
        if not self._is_of_one_use:
            told = _read(HubTime, self._ask(self._http.build_request("GET", "/v1/time")))
            if told.training is not self._training:
                raise HubRefused(ErrorCode.TRAINING)
            self._is_of_one_use = True

    def _ask(self, request: httpx.Request) -> bytes:
        if request.content:
            request.headers["Content-Type"] = "application/json"
        try:
            answer = self._http.send(request)
        except httpx.TransportError as error:
            raise HubAway from error
        except httpx.HTTPError as error:
            raise HubNotUnderstood from error
        self._note_time(answer)
        if answer.is_success:
            return answer.content
        raise _refusal(answer)

    def _note_time(self, answer: httpx.Response) -> None:
        said = answer.headers.get(HUB_TIME, "")
        if said.isascii() and said.isdecimal():
            self._offset_ms = int(said) - round(self._clock.now().timestamp() * 1000)


@contextlib.contextmanager
def _line() -> Iterator[None]:
    """Say of a line that is cut that the hub is away."""
    try:
        yield
    except httpx.TransportError as error:
        raise HubAway from error


def _take(answer: httpx.Response) -> None:
    """Raise what has gone wrong with a chunk; what signing anew would mend is mended by the next run."""
    if answer.is_success:
        return
    refusal = _refusal(answer)
    if isinstance(refusal, HubRefused) and refusal.code in _AGAIN:
        raise HubBusy from refusal
    raise refusal


def _trusted(certificate: Path | None) -> ssl.SSLContext:
    if certificate is None:
        return ssl.create_default_context()
    try:
        return ssl.create_default_context(cafile=str(certificate))
    except (OSError, ssl.SSLError) as error:
        raise SetupError(certificate, "missing" if not certificate.exists() else "not_readable") from error


def _read(kind: type[T], body: bytes) -> T:
    try:
        return from_json(kind, body)
    except BadMessage as bad:
        raise HubNotUnderstood(kind.__name__, bad.field) from bad


def _refusal(answer: httpx.Response) -> Exception:
    try:
        said = from_json(ErrorAnswer, answer.content)
    except BadMessage:
        if answer.status_code in _UNAVAILABLE:  # a proxy before the hub says so in its own words
            return HubBusy()
        return HubFault() if answer.is_server_error else HubNotUnderstood(answer.status_code)
    if said.error in _LATER:
        after = answer.headers.get("Retry-After", "")
        return HubBusy(float(after) if after.isascii() and after.isdecimal() else 0)
    return HubFault(said.error) if answer.is_server_error else HubRefused(said.error, said.detail)

"""A neighbour desk with a line, called over the office's own network by requests signed as for the hub."""

from __future__ import annotations

import base64
import secrets

import httpx

from counter_app.services.bundle_port import NeighbourAway
from counter_app.services.ports import Clock, DeskKey
from counter_app.wire.bundles import MOST_RECEIPT
from counter_app.wire.signing import DEVICE, HUB_TIME, NONCE, SIGNATURE, TIME, signed_text

_LIMITS = httpx.Timeout(60.0, connect=2.0)
_DONE, _NOT_KNOWN, _NOT_YET = 204, 401, 404
_NONCE_BYTES = 16


class RelayClient:
    """One neighbour at one address."""

    def __init__(self, address: str, key: DeskKey, clock: Clock) -> None:
        self._address = address.rstrip("/")
        self._key = key
        self._clock = clock
        self._offset_ms = 0

    def hand_over(self, sha256: str, content: bytes) -> None:
        """Give a bundle to be carried on; raises NeighbourAway."""
        answer = self._ask("PUT", f"/bundles/{sha256}", content)
        if answer.status_code != _DONE:
            raise NeighbourAway

    def receipt(self, sha256: str) -> bytes:
        """Give the receipt of a bundle, or nothing while there is none; raises NeighbourAway."""
        answer = self._ask("GET", f"/receipts/{sha256}", b"")
        if answer.status_code == _NOT_YET:
            return b""
        if not answer.is_success or len(answer.content) > MOST_RECEIPT:
            raise NeighbourAway
        return answer.content

    def _ask(self, method: str, path: str, content: bytes) -> httpx.Response:
        """Ask; once more by the neighbour's own clock where the two are apart."""
        answer = self._send(method, path, content)
        told = answer.headers.get(HUB_TIME, "")
        if answer.status_code == _NOT_KNOWN and told.isascii() and told.isdecimal():
            self._offset_ms = int(told) - self._now_ms()
            answer = self._send(method, path, content)
        return answer

    def _send(self, method: str, path: str, content: bytes) -> httpx.Response:
        time_ms, nonce = self._now_ms() + self._offset_ms, secrets.token_hex(_NONCE_BYTES)
        text = signed_text(method, path, time_ms=time_ms, nonce=nonce, body=content)
        headers = {
            DEVICE: self._key.key_id,
            TIME: str(time_ms),
            NONCE: nonce,
            SIGNATURE: base64.b64encode(self._key.sign(text)).decode(),
        }
        try:
            return httpx.request(
                method,
                self._address + path,
                content=content,
                headers=headers,
                timeout=_LIMITS,
                trust_env=False,
            )
        except httpx.HTTPError as error:
            raise NeighbourAway from error

    def _now_ms(self) -> int:
        return round(self._clock.now().timestamp() * 1000)

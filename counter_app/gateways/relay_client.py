"""A neighbour desk with a line, called over the office's own network."""

from __future__ import annotations

import httpx

from counter_app.services.bundle_port import NeighbourAway
from counter_app.wire.bundles import MOST_RECEIPT

_LIMITS = httpx.Timeout(60.0, connect=2.0)
_DONE, _NOT_YET = 204, 404


class RelayClient:
    """One neighbour at one address."""

    def __init__(self, address: str) -> None:
        self._address = address.rstrip("/")

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
        try:
            return httpx.request(
                method, self._address + path, content=content, timeout=_LIMITS, trust_env=False
            )
        except httpx.HTTPError as error:
            raise NeighbourAway from error

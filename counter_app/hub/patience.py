"""How long the hub waits for a line that says nothing: the head of each request has to come in time."""

from __future__ import annotations

import asyncio  # noqa: TID251 - the hub waits for many slow lines at once
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_SECONDS = 30


class PatientProtocol(H11Protocol):
    """HTTP/1.1 as uvicorn speaks it, but a line that has not brought the head of a request in time is cut.

    Without this a caller could hold as many lines as there are by sending a byte now and then.
    """

    _waiting: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:  # noqa: ANN401 - asyncio's transports share no one type
        """Begin to wait for the first request."""
        super().connection_made(transport)
        self._wait()

    def on_response_complete(self) -> None:
        """Begin to wait for the next request."""
        super().on_response_complete()
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no longer."""
        if self._waiting:
            self._waiting.cancel()
        super().connection_lost(exc)

    def _wait(self) -> None:
        if self._waiting:
            self._waiting.cancel()
        self._waiting = self.loop.call_later(HEAD_SECONDS, self._give_up)

    def _give_up(self) -> None:
        in_hand: Any = getattr(self, "cycle", None)
        if not self.transport.is_closing() and (in_hand is None or in_hand.response_complete):
            self.transport.close()

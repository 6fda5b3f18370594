"""Around every request: the hub's time on each answer, log, counters, and no more at once than it can."""

from __future__ import annotations

import logging
import time
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from counter_app.hub.calls import device_in
from counter_app.hub.clock import Clock, unix_ms
from counter_app.hub.denial import STATUS
from counter_app.hub.logs import LOGGER, log
from counter_app.hub.metrics import Metrics
from counter_app.wire.codes import ErrorAnswer, ErrorCode
from counter_app.wire.signing import HUB_TIME
from counter_app.wire.text import to_json

_JSON = "application/json"
_RETRY = {"Retry-After": "1"}
_CUT = {"Connection": "close"}
_HEADERS = {
    ErrorCode.BUSY: _RETRY,
    ErrorCode.AWAY: _RETRY,
    ErrorCode.TOO_SLOW: _CUT,
    ErrorCode.TOO_LARGE: _CUT,
}
"""What was not read to its end cannot be followed by another request on the same line."""


class Gate:
    """Stands before the routes; what they did not foresee is logged here and answered as a fault."""

    def __init__(self, app: ASGIApp, *, clock: Clock, metrics: Metrics, at_once: int) -> None:
        self._app = app
        self._clock = clock
        self._metrics = metrics
        self._at_once = at_once
        self._in_hand = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let one request through."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        passage = _Passage(send, self._clock)
        started = time.perf_counter()
        self._in_hand += 1
        self._metrics.began()
        try:
            if self._in_hand > self._at_once:
                await answer_error(ErrorCode.BUSY)(scope, receive, passage.send)
            else:
                await self._app(scope, receive, passage.send)
        except Exception:
            logging.getLogger(LOGGER).exception("fault")
            if not passage.status:
                await answer_error(ErrorCode.FAULT)(scope, receive, passage.send)
        finally:
            self._in_hand -= 1
            self._note(scope, passage.status, time.perf_counter() - started)

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        route = getattr(scope.get("route"), "path", "none")
        self._metrics.answered(route, status, seconds)
        facts = {"method": scope["method"], "route": route, "status": status, "ms": round(seconds * 1000, 1)}
        log("request", **facts, device=device_in(scope))


class _Passage:
    """Adds the hub's time to an answer and remembers its status."""

    def __init__(self, send: Send, clock: Clock) -> None:
        self._send = send
        self._clock = clock
        self.status = 0

    async def send(self, message: Message) -> None:
        """Pass a part of the answer on."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            stamp = str(unix_ms(self._clock.now())).encode()
            headers: list[Any] = list(message.get("headers", []))
            message = {**message, "headers": [*headers, (HUB_TIME.lower().encode(), stamp)]}
        await self._send(message)


def answer(message: object, status: int = 200) -> Response:
    """Answer with a message."""
    return Response(to_json(message), status, media_type=_JSON)


def answer_error(code: ErrorCode, detail: str = "") -> Response:
    """Answer that it was not done."""
    said = to_json(ErrorAnswer(code, detail[:500]))
    return Response(said, STATUS[code], _HEADERS.get(code), media_type=_JSON)


async def not_there(_request: Request, _error: Exception) -> Response:
    """Answer that there is no such address."""
    return answer_error(ErrorCode.NOT_FOUND)


async def not_so(_request: Request, _error: Exception) -> Response:
    """Answer that the address takes other methods."""
    return answer_error(ErrorCode.METHOD)

"""One request as routes see it: read within limits of size and time, and by whom it was signed."""

from __future__ import annotations

import asyncio  # noqa: TID251 - the hub waits for many slow lines at once
import re
from collections.abc import Mapping
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request

from counter_app.hub.denial import Denied
from counter_app.hub.devices import Device, Devices, Signed
from counter_app.wire import signing
from counter_app.wire.codes import ErrorCode
from counter_app.wire.limits import IDENTIFIER

NOBODY = Device("", "", "", "")
_IDENTIFIER = re.compile(IDENTIFIER, re.ASCII)
_NUMBER = re.compile(r"\d{1,16}", re.ASCII)
_DEVICE = "device"


@dataclass(frozen=True, slots=True)
class Call:
    """What was asked; ``device`` is NOBODY where the route needs no signature."""

    device: Device
    body: bytes
    path: Mapping[str, str]
    query: Mapping[str, str]

    def number(self, name: str, *, most: int, default: int | None = None) -> int:
        """Read a whole number from 0 to ``most`` of the query; raises Denied."""
        text = self.query.get(name)
        if text is None and default is not None:
            return default
        if text is None or not _NUMBER.fullmatch(text) or int(text) > most:
            raise Denied(ErrorCode.MALFORMED, name)
        return int(text)


async def call_of(request: Request, devices: Devices, *, signed: bool, most: int, seconds: float) -> Call:
    """Read a request, and recognise its desk where it has to be signed; raises Denied."""
    path = {name: str(value) for name, value in request.path_params.items()}
    body = await _body(request, most, seconds)
    device = NOBODY
    if signed:
        device = await run_in_threadpool(devices.recognise, _signed(request, body))
        request.scope.setdefault("state", {})[_DEVICE] = device.device_id
        if not all(_IDENTIFIER.fullmatch(value) for value in path.values()):
            raise Denied(ErrorCode.NOT_FOUND)
    return Call(device, body, path, request.query_params)


def device_in(scope: Mapping[str, object]) -> str:
    """Say which desk a request was recognised as, for the log; empty for none."""
    state = scope.get("state")
    return str(state.get(_DEVICE, "")) if isinstance(state, dict) else ""


async def _body(request: Request, most: int, seconds: float) -> bytes:
    length = request.headers.get("content-length", "0")
    if not _NUMBER.fullmatch(length) or int(length) > most:
        raise Denied(ErrorCode.TOO_LARGE, str(most))
    parts: list[bytes] = []
    try:
        async with asyncio.timeout(seconds):
            async for part in request.stream():
                parts.append(part)
                if sum(map(len, parts)) > most:
                    raise Denied(ErrorCode.TOO_LARGE, str(most))
    except TimeoutError:
        raise Denied(ErrorCode.TOO_SLOW) from None
    except ClientDisconnect:
        raise Denied(ErrorCode.TOO_SLOW, "cut") from None
    return b"".join(parts)


def _signed(request: Request, body: bytes) -> Signed:
    headers, scope = request.headers, request.scope
    query = scope["query_string"]
    target = scope.get("raw_path") or scope["path"].encode()
    whole = target + b"?" + query if query else target
    return Signed(
        device_id=headers.get(signing.DEVICE, ""),
        time_ms=headers.get(signing.TIME, ""),
        nonce=headers.get(signing.NONCE, ""),
        signature=headers.get(signing.SIGNATURE, ""),
        method=request.method,
        target=whole.decode("latin-1"),
        body=body,
    )

"""A line on which requests follow each other without waiting for each answer: HTTP/1.1, pipelined."""

from __future__ import annotations

import socket
import ssl
from collections import deque
from dataclasses import dataclass
from http.client import HTTPException, HTTPMessage, HTTPResponse
from io import BufferedReader
from typing import cast

_CONNECT_S, _SILENT_S = 4.0, 30.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody listens, and whom to trust there; ``trust`` is None without TLS."""

    host: str
    port: int
    trust: ssl.SSLContext | None


@dataclass(frozen=True, slots=True)
class PipedAnswer:
    """One answer, read to its end."""

    status: int
    headers: HTTPMessage
    content: bytes


class HubPipe:
    """One connection. Every method raises OSError or HTTPException where it is cut; then it is of no use."""

    def __init__(self, place: Place) -> None:
        """Connect."""
        line = socket.create_connection((place.host, place.port), timeout=_CONNECT_S)
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._line = place.trust.wrap_socket(line, server_hostname=place.host) if place.trust else line
        self._line.settimeout(_SILENT_S)
        self._reader = self._line.makefile("rb")
        self._asked: deque[str] = deque()
        self._is_closed = False
        self._host = f"{place.host}:{place.port}"

    @property
    def waiting(self) -> int:
        """How many answers are still to come."""
        return len(self._asked)

    @property
    def is_closed(self) -> bool:
        """Whether nothing more can be asked."""
        return self._is_closed

    def ask(self, method: str, target: str, headers: dict[str, str], body: bytes) -> None:
        """Send a request; its answer comes after those of all before."""
        named = {"Host": self._host, "Content-Length": str(len(body)), **headers}
        head = [f"{method} {target} HTTP/1.1", *(f"{name}: {value}" for name, value in named.items()), "", ""]
        self._asked.append(method)
        self._line.sendall("\r\n".join(head).encode("ascii") + body)

    def answer(self) -> PipedAnswer:
        """Wait for the next answer."""
        method = self._asked.popleft()
        response = HTTPResponse(cast("socket.socket", _Reading(self._reader)), method=method)
        response.begin()
        content = response.read()
        if response.will_close:
            self._is_closed = True
        return PipedAnswer(response.status, response.headers, content)

    def close(self) -> None:
        """Let the connection go, and what is still to come with it."""
        self._is_closed = True
        self._asked.clear()
        self._reader.close()
        self._line.close()


class _Reading:
    """Has each answer read from the one reader of the line, which outlives it."""

    def __init__(self, reader: BufferedReader) -> None:
        self._reader = reader

    def makefile(self, _mode: str) -> _Reading:
        return self

    def readline(self, limit: int = -1) -> bytes:
        return self._reader.readline(limit)

    def read(self, size: int = -1) -> bytes:
        return self._reader.read(size)

    def flush(self) -> None:
        """Do nothing: it only reads."""

    def close(self) -> None:
        """Leave the reader open for the next answer."""


CUT = (OSError, HTTPException)
"""What the methods of a pipe raise when the line is cut."""

"""Documents on their way to the hub in chunks: one follows the other before the first of them is answered."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import httpx

from counter_app.errors import CounterError
from counter_app.gateways.hub_pipe import CUT, HubPipe, PipedAnswer, Place
from counter_app.services.hub_port import HubFault, HubRefused

_AHEAD = 6
"""Requests without an answer yet; with chunks of 256 KiB that fills a second of a line of 10 Mbit/s."""
_OF_THE_LINE = ("host", "content-length", "connection")


class ChunkLine:
    """Keeps one connection busy with the chunks of one document after the other.

    What is wrong with one document comes out when that one is put on or asked for; anything else at once.
    Every method but ``close`` raises httpx.TransportError where the line is cut.
    """

    def __init__(self, place: Place, take: Callable[[httpx.Response], None]) -> None:
        """``take`` looks at each answer, and raises what has gone wrong."""
        self._place = place
        self._take = take
        self._pipe: HubPipe | None = None
        self._asked: deque[tuple[str, bool]] = deque()
        self._wrong: dict[str, CounterError] = {}
        self._ended: dict[str, CounterError | None] = {}

    def put(self, document: str, request: httpx.Request) -> None:
        """Send a chunk, and look at answers only where too many are still to come."""
        self._send(document, request, ends=False)

    def end(self, document: str, request: httpx.Request) -> None:
        """Send what ends a document."""
        self._send(document, request, ends=True)

    def ended(self, document: str) -> None:
        """Wait for the answer to what ended a document, and raise what was wrong with it."""
        while document not in self._ended:
            if self._pipe is None or not self._pipe.waiting:
                raise httpx.TransportError("cut")
            self._settle(self._pipe, self._pipe.waiting - 1)
        wrong = self._ended.pop(document)
        if wrong:
            raise wrong

    def settle(self) -> None:
        """Look at every answer that is still to come."""
        if self._pipe:
            self._settle(self._pipe, 0)

    def close(self) -> None:
        """Let the connection go, and forget what was under way on it; what had ended has."""
        if self._pipe:
            self._pipe.close()
        self._pipe = None
        self._asked.clear()
        self._wrong.clear()

    def _send(self, document: str, request: httpx.Request, *, ends: bool) -> None:
        self._ended.pop(document, None)
        if self._pipe and self._pipe.is_closed:
            self.close()
        if document in self._wrong:
            self.settle()
            raise self._wrong.pop(document)
        with self._whole():
            pipe = self._pipe = self._pipe or HubPipe(self._place)
        self._settle(pipe, _AHEAD - 1)
        with self._whole():
            self._asked.append((document, ends))
            _ask(pipe, request)

    def _settle(self, pipe: HubPipe, most: int) -> None:
        while pipe.waiting > most:
            with self._whole():
                answer = pipe.answer()
                document, ends = self._asked.popleft()
                self._note(document, answer, ends=ends)

    def _note(self, document: str, answer: PipedAnswer, *, ends: bool) -> None:
        """Keep what is wrong with this document; raise what is wrong with more than that."""
        wrong: CounterError | None = None
        try:
            self._take(httpx.Response(answer.status, headers=answer.headers.items(), content=answer.content))
        except (HubFault, HubRefused) as error:
            wrong = error
        if ends:
            self._ended[document] = self._wrong.pop(document, wrong)
        elif wrong:
            self._wrong.setdefault(document, wrong)

    @contextmanager
    def _whole(self) -> Iterator[None]:
        """Let the connection go where anything goes wrong: what is still to come on it is of no use."""
        try:
            yield
        except CUT as error:
            self.close()
            raise httpx.TransportError(str(error)) from error
        except CounterError:
            self.close()
            raise


def _ask(pipe: HubPipe, request: httpx.Request) -> None:
    """Ask with the request's own headers, in the capitals in which they were given."""
    named = {name.decode(): value.decode() for name, value in request.headers.raw}
    headers = {name: value for name, value in named.items() if name.lower() not in _OF_THE_LINE}
    pipe.ask(request.method, request.url.raw_path.decode(), headers, request.content)

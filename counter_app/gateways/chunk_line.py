"""Chunks of a document on their way to the hub: some are under way before the first of them is answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import httpx

from counter_app.errors import CounterError
from counter_app.gateways.hub_pipe import CUT, HubPipe, Place

_AHEAD = 6
"""Requests without an answer yet; with chunks of 256 KiB that fills a second of a line of 10 Mbit/s."""
_OF_THE_LINE = ("host", "content-length", "connection")


class ChunkLine:
    """Keeps one connection busy with the chunks of one document after the other.

    What goes wrong with a chunk may come out with a later one, at the latest when the document is ended.
    """

    def __init__(self, place: Place, take: Callable[[httpx.Response], None]) -> None:
        """``take`` looks at each answer, and raises what has gone wrong."""
        self._place = place
        self._take = take
        self._pipe: HubPipe | None = None
        self._document = ""

    def put(self, document: str, request: httpx.Request) -> None:
        """Send a chunk, and look at answers only where too many are still to come.

        Raises httpx.TransportError where the line is cut, as the others do.
        """
        with self._whole():
            pipe = self._pipe_for(document)
            self._settle(pipe, _AHEAD - 1)
            _ask(pipe, request)

    def end(self, request: httpx.Request) -> bool:
        """Send what ends the document and look at every answer; False where nothing is under way."""
        pipe = self._pipe
        if pipe is None or not pipe.waiting:
            return False
        with self._whole():
            _ask(pipe, request)
            self._settle(pipe, 0)
        return True

    def settle(self) -> None:
        """Look at every answer that is still to come."""
        if self._pipe:
            with self._whole():
                self._settle(self._pipe, 0)

    def close(self) -> None:
        """Let the connection go."""
        if self._pipe:
            self._pipe.close()
        self._pipe = None

    def _pipe_for(self, document: str) -> HubPipe:
        """Go on with the connection, unless another document was left on it half way."""
        if self._pipe and (self._pipe.is_closed or (self._pipe.waiting and self._document != document)):
            self.close()
        if self._pipe is None:
            self._pipe = HubPipe(self._place)
        self._document = document
        return self._pipe

    def _settle(self, pipe: HubPipe, most: int) -> None:
        while pipe.waiting > most:
            answer = pipe.answer()
            self._take(httpx.Response(answer.status, headers=answer.headers.items(), content=answer.content))

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

"""A line that can be cut: passes bytes between a desk and a hub on loopback until somebody pulls the plug."""

from __future__ import annotations

import contextlib
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock, Thread  # noqa: TID251 - a line in the test's own process

_PIECE = 65_536
_SLACK_S = 0.25


class CuttingLine:
    """Listens on a free port of loopback and passes on to ``port``; while it is cut, nobody gets through.

    ``bits_per_s`` is what it bears towards the hub, 0 for all there is.
    """

    def __init__(self, port: int, bits_per_s: int = 0) -> None:
        self._to = port
        self._seconds_a_byte = 8 / bits_per_s if bits_per_s else 0.0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._open: set[socket.socket] = set()
        self._gate = Lock()
        self._is_cut = False
        self.passed = 0
        """Bytes that went towards the hub since it was mended."""
        self.port = int(self._listener.getsockname()[1])

    def cut(self) -> None:
        """Break every connection, and each new one until ``mend``."""
        with self._gate:
            self._is_cut = True
            for end in self._open:
                with contextlib.suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)

    def mend(self) -> None:
        """Let connections through again."""
        with self._gate:
            self._is_cut = False
            self.passed = 0

    def serve(self) -> None:
        """Take connections until it is closed."""
        with contextlib.suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                Thread(target=self._join, args=(near,), daemon=True).start()

    def close(self) -> None:
        """Cut the line for good."""
        self.cut()
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _count(self, sent: int) -> None:
        self.passed += sent

    def _join(self, near: socket.socket) -> None:
        with near, contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self._to)) as far:
            with self._gate:
                if self._is_cut:
                    return
                self._open |= {near, far}
            back = Thread(target=_pass_on, args=(far, near), daemon=True)
            back.start()
            _pass_on(near, far, self._seconds_a_byte, self._count)
            back.join()
            with self._gate:
                self._open -= {near, far}


def _pass_on(
    source: socket.socket,
    sink: socket.socket,
    seconds_a_byte: float = 0.0,
    count: Callable[[int], None] = lambda _: None,
) -> None:
    free_at = time.monotonic()
    with contextlib.suppress(OSError):
        while piece := source.recv(_PIECE):
            sink.sendall(piece)
            count(len(piece))
            free_at = max(free_at, time.monotonic() - _SLACK_S) + len(piece) * seconds_a_byte
            time.sleep(max(0.0, free_at - time.monotonic()))  # the line is as slow as it is
    for end in (source, sink):
        with contextlib.suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)


@contextmanager
def line_to(port: int, bits_per_s: int = 0) -> Iterator[CuttingLine]:
    """Lay a line to a port of loopback that bears so much, or all there is."""
    line = CuttingLine(port, bits_per_s)
    thread = Thread(target=line.serve, daemon=True)
    thread.start()
    try:
        yield line
    finally:
        line.close()
        thread.join(5)

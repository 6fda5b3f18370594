"""The child process ``scanimage``: asked a question, or feeding page after page through pipes.

A driver may crash, hang or print nonsense: it does so outside this program, and is ended after a time. The
pages run through named pipes, so that no picture of a citizen's paper ever lies on a disk.
"""

import os
import selectors
import signal
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import IO, Self, cast

from scanning.errors import ScanFailed, ScannerCause
from scanning.pnm import MAX_BYTES
from scanning.scanner_answers import BATCH_IS_OVER

MOST_PAGES = 200
_TICK_S = 0.1
_GRACE_S = 2.0
_CHUNK = 2**20
_MOST_SAID = 64 * 1024
_PAGE = "page%d.pnm"


@dataclass(frozen=True, slots=True)
class Patience:
    """Say for how long a scanner is waited for, in seconds: its answer, one page, and a whole stack."""

    answer: float = 20.0
    page: float = 90.0
    whole: float = 1800.0


@dataclass(frozen=True, slots=True)
class Answer:
    """Hold what a question was answered with; ``code`` is None where the process had to be ended."""

    code: int | None
    out: str
    said: str


def ask(command: Sequence[str], environment: Mapping[str, str], patience_s: float) -> Answer:
    """Run a command for at most so long; what it printed until then counts. Raises ScanFailed."""
    child = _start(command, environment)
    try:
        out, said = child.communicate(timeout=patience_s)
        code: int | None = child.returncode
    except subprocess.TimeoutExpired:
        _end(child)
        out, said = child.communicate()
        code = None
    return Answer(code, _text(out), _text(said))


class PageFeed:
    """One batch under way: gives the bytes of page after page; to be used as a context.

    After the last page ``code`` and ``said`` tell what the process ended with.
    """

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        patience: Patience,
        should_stop: Callable[[], bool],
    ) -> None:
        self.code: int | None = None
        self.stopped = False
        self._said = bytearray()
        self._command = (*command, f"--batch={_PAGE}", "--batch-print")
        self._environment = environment
        self._patience = patience
        self._should_stop = should_stop
        self._waited = 0.0
        self._open = ExitStack()

    def __enter__(self) -> Self:
        with ExitStack() as opening:
            folder = opening.enter_context(TemporaryDirectory(prefix="scan-"))  # for its owner alone
            self._folder = Path(folder)
            self._selector = opening.enter_context(selectors.DefaultSelector())
            self._lay_pipes()
            self._next_pipe = self._open_pipe(1)
            opening.callback(self._close_pipe)
            self._child = _start(self._command, self._environment, self._folder)
            opening.callback(self._let_go)
            self._names = cast("IO[bytes]", self._child.stdout)
            self._words = cast("IO[bytes]", self._child.stderr)
            os.set_blocking(self._words.fileno(), False)
            self._selector.register(self._names, selectors.EVENT_READ)
            self._selector.register(self._words, selectors.EVENT_READ)
            self._open = opening.pop_all()
        return self

    def __exit__(self, *_raised: object) -> None:
        self._open.close()

    @property
    def said(self) -> str:
        """Give the end of what the process printed for people."""
        return _text(bytes(self._said))

    def pages(self) -> Iterator[bytes]:
        """Give the bytes of each page once it is whole; ends with the process, or when it is told to stop.

        Raises ScanFailed: SILENT past the patience, BROKEN for a page without end.
        """
        for number in range(1, MOST_PAGES + 1):
            page = self._page(number)
            if page is None:
                break
            yield page
        self._hear_the_end()

    def _page(self, number: int) -> bytes | None:
        """Wait for a page to be named, which the process does once all of it is written."""
        pipe = self._next_pipe
        self._next_pipe = self._open_pipe(number + 1)
        self._selector.register(pipe, selectors.EVENT_READ)
        content, deadline = bytearray(), monotonic() + self._patience.page
        begun = monotonic()
        try:
            while True:
                was_over = self._is_over()  # asked first: what was named before the end is taken yet
                named = self._take_turn(pipe, content)
                if named:
                    self._drain(pipe, content)
                    return bytes(content)
                if named is None or was_over:
                    return None
                if monotonic() > deadline or self._waited + monotonic() - begun > self._patience.whole:
                    raise ScanFailed(ScannerCause.SILENT)
        finally:
            self._waited += monotonic() - begun
            with suppress(KeyError):
                self._selector.unregister(pipe)
            os.close(pipe)

    def _take_turn(self, pipe: int, content: bytearray) -> bool | None:
        """Take what has come; True once the page was named, None when the process ends."""
        ready = {key.fd for key, _ in self._selector.select(_TICK_S)}
        if self._words.fileno() in ready:
            self._listen()
        if pipe in ready and not self._read(pipe, content):
            self._selector.unregister(pipe)  # its writer has closed it: the name comes next, or the end
        if self._names.fileno() in ready:
            return bool(self._names.readline()) or None
        return False

    def _drain(self, pipe: int, content: bytearray) -> None:
        while self._read(pipe, content):
            pass

    def _read(self, pipe: int, content: bytearray) -> bool:
        chunk = os.read(pipe, _CHUNK)
        content += chunk
        if len(content) > MAX_BYTES:
            raise ScanFailed(ScannerCause.BROKEN)
        return bool(chunk)

    def _listen(self) -> bool:
        """Keep the end of what the process says; False once it says no more."""
        heard = self._words.read(_CHUNK)
        self._said = (self._said + (heard or b""))[-_MOST_SAID:]
        if heard == b"":
            self._selector.unregister(self._words)
        return bool(heard)

    def _hear_the_end(self) -> None:
        """Wait a moment for the exit code, and hear the last words."""
        if not self.stopped:
            with suppress(subprocess.TimeoutExpired):
                self.code = self._child.wait(_GRACE_S)
        while self._words in self._selector.get_map() and self._listen():
            pass

    def _is_over(self) -> bool:
        self.stopped = self.stopped or self._should_stop()
        return self.stopped or BATCH_IS_OVER.encode() in self._said

    def _lay_pipes(self) -> None:
        """Lay a pipe wherever the process may write a page, before it begins: it may be quick."""
        for number in range(1, MOST_PAGES + 2):
            os.mkfifo(self._pipe(number), 0o600)

    def _open_pipe(self, number: int) -> int:
        return os.open(self._pipe(number), os.O_RDONLY | os.O_NONBLOCK)

    def _pipe(self, number: int) -> Path:
        return self._folder / f"{_PAGE % number}.part"

    def _close_pipe(self) -> None:
        os.close(self._next_pipe)

    def _let_go(self) -> None:
        _end(self._child)
        self._names.close()
        self._words.close()


def _start(
    command: Sequence[str], environment: Mapping[str, str], folder: Path | None = None
) -> subprocess.Popen[bytes]:
    """Start a process with a group of its own, so that whatever it starts ends with it."""
    try:
        return subprocess.Popen(  # noqa: S603 - a fixed program; a device's name is one argument, never a switch
            command,
            bufsize=0,  # two page names may come at once, and none may hide in a buffer
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=folder,
            env=environment,
            start_new_session=True,
        )
    except FileNotFoundError as error:
        raise ScanFailed(ScannerCause.NO_PROGRAM) from error
    except OSError as error:
        raise ScanFailed(ScannerCause.NOT_PERMITTED) from error


def _end(child: subprocess.Popen[bytes]) -> None:
    """Ask the process to let its scanner go, and end the whole group if it does not."""
    for request in (signal.SIGTERM, signal.SIGKILL):
        if child.poll() is not None:
            return
        with suppress(ProcessLookupError):
            os.killpg(child.pid, request)
        with suppress(subprocess.TimeoutExpired):
            child.wait(_GRACE_S)


def _text(said: bytes) -> str:
    return said[-_MOST_SAID:].decode("utf-8", "replace")

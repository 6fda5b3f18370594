"""Programs that have imported all they need and fork each of their lives, to be killed at any instant."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from hub.running import ROOT

_UP, _ENDED = "up", "ended"
_LIFE_S = 60.0


class Lives:
    """One life after the other of a script that calls ``serve_lives``; what they say stands in its log."""

    def __init__(self, script: Path, log: Path) -> None:
        with log.open("ab") as output:
            self._program = subprocess.Popen(  # noqa: S603 - our own script
                [sys.executable, str(script)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=output,
                cwd=ROOT,
                env={**os.environ, "PYTHONPATH": str(ROOT)},
            )
        self._log = log
        self._pid = 0
        self._said: list[str] = []
        self._rest = b""

    def begin(self, *words: str) -> None:
        """Begin a life; the one before has ended."""
        assert self._program.stdin
        self._said.clear()
        self._program.stdin.write("\t".join(words).encode() + b"\n")
        self._program.stdin.flush()
        assert self._wait(lambda: bool(self._said), _LIFE_S), "it does not come to life"
        self._pid = int(self._said[0])

    def is_up(self) -> bool:
        """Wait until it says that it is up."""
        return self._wait(lambda: _UP in self._said or self._has_ended, _LIFE_S)

    def has_ended(self, within_s: float) -> bool:
        """Wait that long at most for its end by itself; one that fails is a bug."""
        ended = self._wait(lambda: self._has_ended, within_s)
        if ended and self._said[-1] != f"{_ENDED} 0":
            raise AssertionError(self._log.read_text(encoding="utf-8")[-4_000:])
        return ended

    def kill(self) -> None:
        """Kill it, wherever it is."""
        if not self._has_ended:
            os.kill(self._pid, signal.SIGKILL)
            assert self._wait(lambda: self._has_ended, _LIFE_S)

    def close(self) -> None:
        """Kill the life there is, and end the program."""
        self.kill()
        self._program.communicate(timeout=_LIFE_S)

    @property
    def _has_ended(self) -> bool:
        return not self._pid or self._said[-1].startswith(_ENDED)

    def _wait(self, is_so: Callable[[], bool], within_s: float) -> bool:
        """Read what is said until it is so, or the time is over."""
        assert self._program.stdout
        until = time.monotonic() + within_s
        while not is_so():
            left = until - time.monotonic()
            if left <= 0 or not select.select([self._program.stdout], [], [], left)[0]:
                return False
            piece = os.read(self._program.stdout.fileno(), 4_096)
            assert piece, "the program has ended"
            *lines, self._rest = (self._rest + piece).split(b"\n")
            self._said += [line.decode() for line in lines]
        return True


def serve_lives(live: Callable[[Sequence[str], Callable[[], None]], int]) -> None:
    """Fork a life for each line that is read: it is given the line's words, and calls when it is up."""
    for line in sys.stdin:
        pid = os.fork()
        if not pid:
            _live(live, line.rstrip("\n").split("\t"))
        _say(str(pid))
        _, status = os.waitpid(pid, 0)
        _say(f"{_ENDED} {os.waitstatus_to_exitcode(status)}")


def _live(live: Callable[[Sequence[str], Callable[[], None]], int], words: Sequence[str]) -> None:
    code = 1
    try:
        said = os.dup(1)
        os.dup2(2, 1)
        code = live(words, lambda: _write(said, _UP))
    except BaseException:  # noqa: BLE001 - a fork must not go on where its parent goes on
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


def _say(word: str) -> None:
    _write(1, word)


def _write(to: int, word: str) -> None:
    os.write(to, f"{word}\n".encode())

"""Hands a PDF from outside to a child process under limits of time and memory, and reads its answer."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import IO

import numpy as np

from scanning.errors import PictureCause, PictureError
from scanning.frames import Frame

_CHILD = Path(__file__).with_name("pdf_child.py")
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows would show one for each child


@dataclass(frozen=True, slots=True)
class PdfFacts:
    """Hold what the child found: how many pages, whether programs wrote them, whether somebody signed."""

    pages: int
    vector: bool
    signed: bool


@dataclass(slots=True)
class PdfAnswer:
    """Read what the child sends: first the facts, then the pages; PictureError when it refuses or dies."""

    stream: IO[bytes]
    seconds: float
    _waited: float = field(default=0.0, init=False)

    def facts(self) -> PdfFacts:
        """Read what the file is."""
        begun = monotonic()
        line = self.stream.readline()
        self._waited += monotonic() - begun
        if not line.endswith(b"\n"):
            raise self._death()
        told = json.loads(line)
        if "cause" in told:
            raise PictureError(PictureCause(told["cause"]))
        return PdfFacts(told["pages"], told["vector"], told["signed"])

    def page(self) -> Frame:
        """Read the next page."""
        width, height = (int.from_bytes(self._read(4), "big") for _ in range(2))
        rows = np.frombuffer(self._read(width * height * 3), np.uint8)
        return Frame(rows.reshape(height, width, 3))

    def _read(self, length: int) -> bytes:
        begun = monotonic()
        data = self.stream.read(length)
        self._waited += monotonic() - begun
        if len(data) < length:
            raise self._death()
        return data

    def _death(self) -> PictureError:
        """Say why the child is gone: its watch ended it, or the file did."""
        too_slow = self._waited >= self.seconds
        return PictureError(PictureCause.TOO_SLOW if too_slow else PictureCause.DAMAGED)


@contextmanager
def pdf_process(data: bytes, *, dpi: float, seconds: float) -> Iterator[PdfAnswer]:
    """Start the child on a file; ``dpi`` 0 draws no page, ``seconds`` is how long it may work in all."""
    command = [sys.executable, "-P", "-s", str(_CHILD), str(seconds), str(dpi)]
    child = subprocess.Popen(  # noqa: S603 - our own script, and numbers
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=_NO_WINDOW,
    )
    with child:
        if child.stdin is None or child.stdout is None:
            raise ValueError(command)
        try:
            with suppress(BrokenPipeError):  # the child died: reading its answer says so
                child.stdin.write(data)
                child.stdin.close()
            yield PdfAnswer(child.stdout, seconds)
        finally:
            child.kill()
            with suppress(BrokenPipeError):
                child.stdin.close()

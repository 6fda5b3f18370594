"""The last resort that always works: a paper as a PDF in a folder, for its owner alone."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from datetime import date
from itertools import count
from pathlib import Path

from counter_app.domain.printers import (
    FoundPrinter,
    JobFate,
    PaperFormat,
    PrintDocument,
    PrinterAbility,
    PrinterFault,
    Stage,
    place_of,
)
from counter_app.services.ports import Clock, PrinterAway

_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})-\d{6}(?:-\d+)?\.pdf", re.ASCII)


class FolderPrinter:
    """See ``ports.Printers``: files are named by the time alone, for names are read by everybody."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def found(self) -> tuple[FoundPrinter, ...]:
        """List none: a folder is chosen."""
        return ()

    def ability(self, _address: str) -> PrinterAbility:
        """Tell that it takes PDF of any size."""
        return PrinterAbility((PaperFormat.PDF,))

    def submit(self, address: str, document: PrintDocument) -> str:
        """Write the paper and give the file's name; raises PrinterAway where the folder takes none."""
        if document.format is not PaperFormat.PDF:
            raise PrinterAway(address, PrinterFault.UNFIT)
        folder = Path(place_of(address))
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path = _written(folder, f"{self._clock.now():%Y-%m-%d-%H%M%S}", document.content)
        except OSError as error:
            raise PrinterAway(address, PrinterFault.FAILED) from error
        return path.name

    def fate(self, _address: str, _job: str) -> JobFate:
        """Tell that it is there: it was written whole or not at all."""
        return JobFate(Stage.DONE)

    def cancel(self, address: str, job: str) -> None:
        """Take the file away again."""
        try:
            (Path(place_of(address)) / job).unlink(missing_ok=True)
        except OSError as error:
            raise PrinterAway(address, PrinterFault.FAILED) from error


def forget_before(folder: Path, day: date) -> None:
    """Delete the papers that were written there before a day; each is printed again from the register."""
    for path in folder.glob("*.pdf") if folder.is_dir() else ():
        named = _NAME.fullmatch(path.name)
        if named and named[1] < day.isoformat():
            with suppress(OSError):
                path.unlink()


def _written(folder: Path, name: str, content: bytes) -> Path:
    """Write a file under the first name that is free: beside its place, synced, and then moved there."""
    beside = folder / f"{name}.part"
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        for number in count(1):
            path = folder / (f"{name}.pdf" if number == 1 else f"{name}-{number}.pdf")
            try:
                path.touch(mode=0o600, exist_ok=False)
            except FileExistsError:
                continue
            beside.replace(path)
            return path
    finally:
        beside.unlink(missing_ok=True)
    raise FileExistsError(name)

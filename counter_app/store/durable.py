"""Files that are there whole or not at all: written beside, synced, and only then given their name."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EDQUOT, EFBIG, ENOSPC
from pathlib import Path

from counter_app.errors import CounterError, DiskFull, SetupError

UNFINISHED = ".part"
_NO_ROOM = {ENOSPC, EDQUOT, EFBIG}


def write_whole(path: Path, content: bytes) -> None:
    """Put a file under its name: there stands the old one, or the whole of the new. Raises OSError."""
    with _beside(path, content) as beside:
        beside.replace(path)
    sync_folder(path.parent)


def write_new(path: Path, content: bytes) -> None:
    """Put a file under a name that no file has; raises FileExistsError where one does, else OSError."""
    with _beside(path, content) as beside:
        path.hardlink_to(beside)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Have the system put a folder's names on the disk. Raises OSError."""
    if os.name == "nt":
        return  # Windows cannot open a folder to sync it; NTFS journals the rename
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def sync_file(path: Path) -> None:
    """Have the system put what was written to a file on the disk. Raises OSError."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sorted_out(error: OSError, path: Path) -> CounterError:
    """Give the error of the house that stands for this one."""
    return DiskFull(path) if error.errno in _NO_ROOM else SetupError(path, "not_writable")


@contextmanager
def _beside(path: Path, content: bytes) -> Iterator[Path]:
    """Write a file beside, for its owner alone; what has not been given its name by the end is gone."""
    beside = path.with_name(f"{path.name}.{secrets.token_hex(4)}{UNFINISHED}")
    try:
        opened = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(opened, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        yield beside
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)

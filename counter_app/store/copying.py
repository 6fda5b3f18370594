"""Copies of the database: made page by page while others work on it, and put in its place at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

import sqlcipher3.dbapi2

from counter_app.errors import SetupError
from counter_app.store.connection import keyed
from counter_app.store.durable import UNFINISHED, sorted_out, sync_file, sync_folder
from counter_app.store.faults import sorted_out_bare

_PAGES_AT_ONCE = 2_000
_STEPS_BETWEEN_LOOKS = 1_000
_INTERRUPTED = 9
_LOGS = ("-wal", "-shm", "-journal")


def copy_database(source: Path, key: bytes, target: Path, target_key: bytes) -> None:
    """Copy a database as it stands now into one file of its own under ``target_key``, synced.

    Raises SetupError where a page of the source is damaged, DiskFull; then no target is left.
    """
    try:
        with sorting_out(source), keyed(source, key) as read, keyed(target, target_key) as written:
            read.execute("BEGIN")  # others go on writing; what is read stays as it stands now
            read.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            read.backup(written, pages=_PAGES_AT_ONCE)
            written.execute("PRAGMA journal_mode = DELETE").fetchone()
        sync_file(target)
    except BaseException:
        for path in (target, *logs_of(target)):
            path.unlink(missing_ok=True)
        raise


def settle(path: Path, key: bytes) -> None:
    """Bring what lies in a closed database's log into its file, so that it is one file alone."""
    with sorting_out(path), keyed(path, key) as connection:
        connection.execute("PRAGMA journal_mode = DELETE").fetchone()
    sync_file(path)


def check_database(path: Path, key: bytes, *, quick: bool = False, seconds: float | None = None) -> bool:
    """Read every page of a database and hold its tables and indexes against each other.

    Raises SetupError where it is damaged or has another key. ``quick`` leaves the indexes out; what takes
    longer than ``seconds`` is given up, and False says so.
    """
    check = "quick_check" if quick else "integrity_check"
    with sorting_out(path), keyed(path, key, read_only=True) as connection:
        until = monotonic() + (seconds or 0)
        if seconds is not None:
            connection.set_progress_handler(lambda: monotonic() > until, _STEPS_BETWEEN_LOOKS)
        try:
            said = connection.execute(f"PRAGMA {check}(1)").fetchone()
        except sqlcipher3.dbapi2.OperationalError as error:
            if error.sqlite_errorcode == _INTERRUPTED:
                return False
            raise
        if said != ("ok",):
            raise SetupError(path, "damaged")
        return True


def shape_of(path: Path, key: bytes) -> int:
    """Say how many steps of ``migrations`` a database has behind it; raises SetupError."""
    with sorting_out(path), keyed(path, key, read_only=True) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        return int(version)


def put_in_place(path: Path, finished: Path) -> None:
    """Have a finished database take the place of another one that nobody has open; whole at any instant.

    Once the finished one has the name that ``roll_forward`` looks for, there is no way back.
    """
    try:
        sync_file(finished)
        finished.replace(_next_of(path))
        sync_folder(path.parent)
    except OSError as error:
        raise sorted_out(error, path) from error
    roll_forward(path)


def roll_forward(path: Path) -> None:
    """Finish what ``put_in_place`` began before a power cut; does nothing where nothing was begun."""
    if not is_half_replaced(path):
        return
    try:
        for log in logs_of(path):  # of the old one; the new one would take it for its own
            log.unlink(missing_ok=True)
        sync_folder(path.parent)
        _next_of(path).replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise sorted_out(error, path) from error


def is_half_replaced(path: Path) -> bool:
    """Say whether another database waits to take this one's place."""
    return _next_of(path).exists()


def beside(path: Path) -> Path:
    """Name the file in which a database is made that is not finished; what a power cut left there goes."""
    unfinished = path.with_name(f"{path.name}{UNFINISHED}")
    for left in (unfinished, *logs_of(unfinished)):
        left.unlink(missing_ok=True)
    return unfinished


def logs_of(path: Path) -> list[Path]:
    """Name the files that SQLite keeps beside a database."""
    return [path.with_name(f"{path.name}{log}") for log in _LOGS]


@contextmanager
def sorting_out(path: Path) -> Iterator[None]:
    """Raise the errors of the house where SQLite or the system raise theirs."""
    try:
        yield
    except sqlcipher3.dbapi2.Error as error:
        raise sorted_out_bare(error, path) from error
    except OSError as error:
        raise sorted_out(error, path) from error


def _next_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.next")

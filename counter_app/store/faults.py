"""What SQLite says has gone wrong, sorted by who can mend it."""

from pathlib import Path

from sqlalchemy.exc import DBAPIError

from counter_app.errors import CounterError, DiskFull, Outage, SetupError

_NO_MORE_BYTES = {10, 13}
"""SQLITE_FULL, and SQLITE_IOERR: so a quota that is used up is told, and what kind of I/O failed is not."""
_BUSY = {5, 6}
_DAMAGED = {11, 26}
_NOT_WRITABLE = {3, 8, 14}


def sorted_out(error: DBAPIError, path: Path) -> CounterError | DBAPIError:
    """Give the error of the house that stands for this one; a bug stays what it is."""
    return _foreseen(error.orig, path) or error


def sorted_out_bare(error: Exception, path: Path) -> Exception:
    """Do the same for an error that came without SQLAlchemy in between."""
    return _foreseen(error, path) or error


def _foreseen(error: BaseException | None, path: Path) -> CounterError | None:
    kind = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if kind in _NO_MORE_BYTES:
        return DiskFull(path)
    if kind in _BUSY:
        return Outage(path)
    if kind in _DAMAGED:
        return SetupError(path, "damaged_or_other_key")
    if kind in _NOT_WRITABLE:
        return SetupError(path, "not_writable")
    return None

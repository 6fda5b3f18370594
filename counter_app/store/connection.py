"""One connection to an encrypted database, with nothing set but its key."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2

_PATIENCE_SECONDS = 5


@contextmanager
def keyed(path: Path, key: bytes, *, read_only: bool = False) -> Iterator[sqlcipher3.dbapi2.Connection]:
    """Open a connection for as long as it is needed; raises SQLite's own errors."""
    connection = opened(path, key, mode="ro" if read_only else "rwc")
    try:
        yield connection
    finally:
        connection.close()


def opened(path: Path, key: bytes, *, mode: str = "rwc") -> sqlcipher3.dbapi2.Connection:
    """Open a connection that is the caller's to close; raises SQLite's own errors."""
    address = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlcipher3.dbapi2.connect(
        address, timeout=_PATIENCE_SECONDS, isolation_level=None, check_same_thread=False, uri=True
    )
    try:
        # Else SQLCipher writes its own words about a wrong key to the program's standard error.
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    except sqlcipher3.dbapi2.Error:
        connection.close()
        raise
    return connection

"""The lock of a desk's folder: many programs may work there, one alone may put another database in place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2

from counter_app.errors import SetupError
from counter_app.services.copy_ports import DeskInUse

_BUSY = {5, 6}


class DeskLock:
    """An empty database, used for its locks alone: they work on every system, and end with the program."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @contextmanager
    def shared(self) -> Iterator[None]:
        """Work beside others; raises DeskInUse while one has the desk alone, or SetupError."""
        with self._held("BEGIN", "SELECT count(*) FROM sqlite_schema"):
            yield

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Have the desk alone; raises DeskInUse while anybody else has it open, or SetupError."""
        with self._held("BEGIN EXCLUSIVE"):
            yield

    @contextmanager
    def _held(self, *statements: str) -> Iterator[None]:
        connection = None
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not self._path.exists():
                self._path.touch(mode=0o600)
            connection = sqlcipher3.dbapi2.connect(
                str(self._path), timeout=0, isolation_level=None, check_same_thread=False
            )
            for statement in statements:
                connection.execute(statement).fetchall()
        except (OSError, sqlcipher3.dbapi2.Error) as error:
            if connection:
                connection.close()
            if getattr(error, "sqlite_errorcode", 0) & 0xFF in _BUSY:
                raise DeskInUse(self._path.parent) from error
            raise SetupError(self._path, "not_writable") from error
        try:
            yield
        finally:
            connection.close()

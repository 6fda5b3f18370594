"""Opens the encrypted database: key, durability, a check of its pages, the newest shape."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import sqlcipher3.dbapi2
from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import DBAPIError

from counter_app.errors import CounterError, SetupError
from counter_app.store.connection import opened
from counter_app.store.copying import copy_database
from counter_app.store.faults import sorted_out
from counter_app.store.migrations import NEWEST, migrate

KEY_BYTES = 32
_CHECKED_WHOLE_BYTES = 32_000_000
"""Up to here every page is checked on opening; beyond, the desk would wait for it. A damaged page is noticed
whenever it is read, for each is authenticated."""
_BEFORE = ".before-"
_SETTINGS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    # What is deleted or replaced is written over with zeros: a draft that is gone is gone.
    "PRAGMA secure_delete = ON",
    # Without this, REPLACE deletes rows past the triggers that guard them.
    "PRAGMA recursive_triggers = ON",
    # A search reads the same pages of the index again and again; each would be decrypted anew.
    "PRAGMA cache_size = -32000",
)


def open_engine(path: Path, key: bytes) -> Engine:
    """Open the database at ``path`` with its raw 32-byte key, making it when there is none.

    Raises SetupError when the folder is not writable, the key is another one, the file is damaged or was
    made by a newer version; DiskFull; Outage when another program holds it. The file is not written to
    before its key has proved right.
    """
    if len(key) != KEY_BYTES:
        raise ValueError("a raw key has 32 bytes")
    _make_file(path)
    engine = _engine(path, key)
    try:
        _check(engine, path)
        _copy_before_a_step(engine, path, key)
        migrate(engine, path)
    except DBAPIError as error:
        engine.dispose()
        raise sorted_out(error, path) from error
    except CounterError:
        engine.dispose()
        raise
    return engine


def _make_file(path: Path) -> None:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            path.touch(mode=0o600)
    except OSError as error:
        raise SetupError(path, "not_writable") from error


def _engine(path: Path, key: bytes) -> Engine:
    engine = create_engine(
        "sqlite://",
        creator=partial(_connect, path, key),
        module=sqlcipher3.dbapi2,
        poolclass=QueuePool,
        hide_parameters=True,  # parameters are citizens' data, and errors are logged
    )
    event.listen(engine, "begin", _begin)
    return engine


def _connect(path: Path, key: bytes) -> sqlcipher3.dbapi2.Connection:
    connection = opened(path, key)
    try:
        for setting in _SETTINGS:
            connection.execute(setting)
    except sqlcipher3.dbapi2.Error:
        connection.close()
        raise
    return connection


def _begin(connection: Connection) -> None:
    # The write lock comes first: what a work reads, such as the next number, stays true until it commits.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _check(engine: Engine, path: Path) -> None:
    with engine.connect() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema")
        if path.stat().st_size > _CHECKED_WHOLE_BYTES:
            return
        if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one() != "ok":
            raise SetupError(path, "damaged")


def _copy_before_a_step(engine: Engine, path: Path, key: bytes) -> None:
    """Copy a database of an older shape before it gets the newest one; raises DiskFull.

    Only what was there before the last steps is kept: the copy of a day takes over from there.
    """
    with engine.connect() as connection:
        version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    if not 0 < version < NEWEST:
        return
    for older in path.parent.glob(f"{path.name}{_BEFORE}*"):
        older.unlink()
    copy_database(path, key, path.with_name(f"{path.name}{_BEFORE}{NEWEST}"), key)

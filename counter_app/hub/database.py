"""The hub's database: PostgreSQL for work, SQLite to try it out, behind one way to begin and to lock."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection, Dialect
from sqlalchemy.types import TypeDecorator

EVERY_OFFICE = ""
"""In an office code's stead: what concerns them all."""
_ALL = "every office"
_POSTGRESQL = "postgresql"
_STATEMENT_MS, _LOCK_MS, _POOL_SECONDS = 20_000, 15_000, 10


class Moment(TypeDecorator[datetime]):
    """An aware moment, kept in universal time also where the database knows no zones."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn to universal time."""
        del dialect
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give back an aware moment."""
        del dialect
        return value.replace(tzinfo=UTC) if value and value.tzinfo is None else value


class Database:
    """Gives transactions; several hub processes may stand on the same one."""

    def __init__(self, url: str, connections: int = 10) -> None:
        self.is_postgresql = sa.make_url(url).get_backend_name() == _POSTGRESQL
        self.engine = _postgresql(url, connections) if self.is_postgresql else _sqlite(url)

    @contextmanager
    def work(self) -> Iterator[Connection]:
        """Begin a transaction; it is committed at the end, or undone when an error leaves it."""
        with self.engine.begin() as connection:
            yield connection

    @contextmanager
    def office(self, office_code: str) -> Iterator[Connection]:
        """Begin a transaction in which nobody else writes for the same office, whichever process they are in.

        What is told to an office is therefore committed in the order of its numbers, and of two desks that
        report the same thing one comes second. EVERY_OFFICE waits for all of them and has them wait.
        """
        with self.work() as connection:
            if office_code == EVERY_OFFICE:
                self.lock(connection, _ALL)
            elif self.is_postgresql:
                shared = sa.func.pg_advisory_xact_lock_shared(lock_number(_ALL))
                own = sa.func.pg_advisory_xact_lock(lock_number(f"office {office_code}"))
                connection.execute(sa.select(shared, own))
            yield connection

    def lock(self, connection: Connection, what: str) -> None:
        """Wait for a lock by name and hold it until the transaction ends; SQLite has but one writer."""
        if self.is_postgresql:
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(lock_number(what))))

    def insert_once(self, table: sa.Table) -> postgresql.Insert | sqlite.Insert:
        """Begin an INSERT that does nothing where the row is there already."""
        if self.is_postgresql:
            return postgresql.insert(table).on_conflict_do_nothing()
        return sqlite.insert(table).on_conflict_do_nothing()

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def lock_number(what: str) -> int:
    """Give the number by which PostgreSQL knows a lock."""
    return int.from_bytes(hashlib.sha256(what.encode()).digest()[:8], signed=True)


def _postgresql(url: str, connections: int) -> sa.Engine:
    limits = f"-c statement_timeout={_STATEMENT_MS} -c lock_timeout={_LOCK_MS} -c timezone=UTC"
    return sa.create_engine(
        url,
        hide_parameters=True,
        pool_size=connections,
        max_overflow=0,
        pool_timeout=_POOL_SECONDS,
        connect_args={"options": limits, "connect_timeout": 5, "application_name": "counter-hub"},
    )


def _sqlite(url: str) -> sa.Engine:
    engine = sa.create_engine(
        url, hide_parameters=True, connect_args={"isolation_level": None, "timeout": 30}
    )
    sa.event.listen(engine, "connect", _as_we_need)
    sa.event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def _as_we_need(connection: object, _record: object) -> None:
    cursor = connection.cursor()  # type: ignore[attr-defined]  # sqlite3's, which SQLAlchemy names no type for
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.close()

"""The migrations leave exactly the tables that the program knows, however many processes start at once."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from hub.processes import run_hub

from counter_app.hub.database import Database
from counter_app.hub.migrations import is_up_to_date, migrate
from counter_app.hub.tables import metadata


@pytest.fixture
def empty(postgres: Any) -> Iterator[str]:  # noqa: ANN401 - its class stands in .ci
    """Give a database without any tables."""
    postgres.create("empty")
    yield postgres.url("empty")
    postgres.drop("empty")


def test_several_processes_that_migrate_at_once_do_it_once(empty: str, tmp_path: Path) -> None:
    database = Database(empty)
    assert not is_up_to_date(database)
    with ThreadPoolExecutor(3) as pool:
        ended = list(pool.map(lambda _: run_hub(tmp_path, empty, "migrate"), range(3)))
    assert ended == [0, 0, 0]
    assert is_up_to_date(database)
    database.close()


def test_the_migrations_make_the_tables_that_the_program_knows(empty: str) -> None:
    database = Database(empty)
    migrate(database)
    with database.work() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    database.close()

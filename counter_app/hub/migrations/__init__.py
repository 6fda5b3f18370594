"""Brings the database's tables up to date with Alembic: one process at a time, forward only."""

from __future__ import annotations

from pathlib import Path

from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import RevisionStep, StampStep
from alembic.script import ScriptDirectory

from counter_app.hub.database import Database
from counter_app.hub.tables import metadata

_FOLDER = Path(__file__).parent


def migrate(database: Database) -> None:
    """Run the migrations that are missing, in one transaction; other processes wait and then find none."""
    script = _script()

    def upgrade(revision: object, _context: MigrationContext) -> list[StampStep | RevisionStep]:
        return script._upgrade_revs("head", revision)  # type: ignore[arg-type,return-value]  # noqa: SLF001 - as alembic.command.upgrade does

    with database.work() as connection, EnvironmentContext(_config(), script, fn=upgrade) as environment:
        database.lock(connection, "migrations")
        environment.configure(connection=connection, target_metadata=metadata)
        environment.run_migrations()


def is_up_to_date(database: Database) -> bool:
    """Say whether the database's tables are those that this program knows."""
    with database.work() as connection:
        present = MigrationContext.configure(connection).get_current_revision()
    return present == _script().get_current_head()


def _config() -> Config:
    return Config()


def _script() -> ScriptDirectory:
    return ScriptDirectory(_FOLDER, version_locations=[_FOLDER / "versions"])

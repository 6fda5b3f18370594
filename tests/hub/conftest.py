"""A PostgreSQL for the tests of a session, and an empty database, hub and desk for each test."""

from __future__ import annotations

import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hub.running import OFFICE, Desk, SetClock, postgres_module

from counter_app.hub.app import build
from counter_app.hub.assembly import Hub, Outside, fit
from counter_app.hub.blobs import open_blobs
from counter_app.hub.database import Database
from counter_app.hub.keys import HubKey
from counter_app.hub.migrations import migrate
from counter_app.hub.population import Registry
from counter_app.hub.settings import LimitSettings, PaperSettings
from counter_app.hub.specimen import SpecimenRegistry
from counter_app.hub.tables import metadata

with warnings.catch_warnings():  # it would rather have another client, which nothing else here needs
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

DATABASE = "hub"


@pytest.fixture(scope="session")
def postgres() -> Iterator[Any]:
    """Start a server on loopback with a database that has all tables; delete it at the end."""
    module = postgres_module()
    try:
        module.program("initdb")
    except module.NoPostgresError as missing:  # where the set-up cannot install it, as on Windows
        pytest.skip(str(missing))
    folder = Path(tempfile.mkdtemp(prefix="counter-hub-"))
    server = module.Server(folder, module.free_port(), durable=False)
    server.start()
    try:
        server.create(DATABASE)
        database = Database(server.url(DATABASE))
        migrate(database)
        database.close()
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder)


@pytest.fixture
def database_url(postgres: Any) -> Iterator[str]:  # noqa: ANN401 - its class stands in .ci
    """Give a database with all tables, empty."""
    url: str = postgres.url(DATABASE)
    yield url
    database = Database(url)
    with database.work() as connection:
        tables = ", ".join(table.name for table in metadata.sorted_tables)
        connection.execute(sa.text(f"TRUNCATE {tables} RESTART IDENTITY"))
    database.close()


@pytest.fixture
def clock() -> SetClock:
    """Give a clock that stands."""
    return SetClock()


@pytest.fixture
def registry() -> Registry | None:
    """Give who knows the population: nobody is in it."""
    return SpecimenRegistry(())


@pytest.fixture
def hub(database_url: str, clock: SetClock, tmp_path: Path, registry: Registry | None) -> Iterator[Hub]:
    """Give a hub that stands on that database and on a folder."""
    database = Database(database_url)
    blobs = open_blobs(PaperSettings(folder="papers"), tmp_path)
    outside = Outside(clock=clock, key=HubKey(b"k" * 32), database=database, blobs=blobs, registry=registry)
    yield fit(outside, LimitSettings(seconds=5))
    database.close()


@pytest.fixture
def line(hub: Hub) -> Iterator[TestClient]:
    """Give a client of the hub's application, in this process."""
    with TestClient(build(hub)) as client:
        yield client


@pytest.fixture
def new_desk(hub: Hub, line: TestClient, clock: SetClock) -> Callable[..., Desk]:
    """Give what makes enrolled desks."""

    def made(office: str = OFFICE, name: str = "Quầy 1") -> Desk:
        return Desk(line, clock, office).enrol(hub.devices.new_code(office), name)

    return made


@pytest.fixture
def desk(new_desk: Callable[..., Desk]) -> Desk:
    """Give an enrolled desk."""
    return new_desk()

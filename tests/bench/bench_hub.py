"""The hub under load: entries a second and how long an answer takes, few and many desks, empty and full.

PostgreSQL as it is delivered (every commit on the disk), hub processes and simulated desks all on this
machine, so the desks take their share of it: what a hub on a machine of its own does is more.
"""
# ruff: noqa: E402 - the paths of the tests come first

from __future__ import annotations

import argparse
import http.client
import secrets
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from hub.processes import RunningHub, start_hub
from hub.running import Desk, entry_of, postgres_module, received

from counter_app.hub.clock import SystemClock
from counter_app.hub.database import Database
from counter_app.hub.devices import Devices
from counter_app.hub.keys import to_base64
from counter_app.hub.tables import entries
from counter_app.wire.devices import Enrolment
from counter_app.wire.entries import Entries, Entry, Receipts
from counter_app.wire.leases import LeaseAsked
from counter_app.wire.text import from_json, to_json

CLOCK = SystemClock()
DESKS_AN_OFFICE = 5
FILL = """
INSERT INTO dossiers (dossier_id, office_code, code, provisional_code, procedure_code, state, reason,
    received_at, due_at, state_at, training, device_id, entry_id, content_hash, settled_by, settled_entry,
    changed_at)
SELECT 'full-' || n, 'H26.' || n % 1000, 'H26.' || n % 1000 || '-250101-' || n, '', '1.004194', 'received',
    '', now(), now(), now(), false, 'FULL', 'f-' || n, md5(n::text), '', '', now()
FROM generate_series(1, :many) AS n;
INSERT INTO codes SELECT code, dossier_id FROM dossiers WHERE device_id = 'FULL';
INSERT INTO entries (device_id, entry_id, office_code, kind, subject, content, content_hash, created_at,
    taken_at, seq, monotonic_ms, receipt)
SELECT 'FULL', 'f-' || n, 'H26.' || n % 1000, 'dossier', 'full-' || n, :content, md5(n::text), now(), now(),
    n, 0, :receipt FROM generate_series(1, :many) AS n;
"""


@dataclass(frozen=True, slots=True)
class Ready:
    """A request that only has to be sent: one desk's, signed."""

    method: str
    target: str
    body: bytes
    headers: dict[str, str]


@dataclass(frozen=True, slots=True)
class Load:
    """What a number of desks came to."""

    requests: int
    seconds: float
    times: tuple[float, ...]

    def line(self, each: int, what: str) -> str:
        """Say it in one line."""
        middle, late = statistics.median(self.times), statistics.quantiles(self.times, n=20)[-1]
        rate = self.requests * each / self.seconds
        return f"{what:<62} {rate:>7.0f}/s   median {middle * 1e3:>6.1f} ms   p95 {late * 1e3:>7.1f} ms"


def main() -> None:
    """Measure and print one line each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--full", type=int, default=1_000_000, help="dossiers for the full database")
    parser.add_argument("--requests", type=int, default=1_200, help="requests for each line")
    asked = parser.parse_args()
    module = postgres_module()
    folder = Path(tempfile.mkdtemp(prefix="bench-hub-"))
    folder.chmod(0o755)
    server = module.Server(folder / "postgresql", module.free_port())
    server.start()
    try:
        server.create("hub")
        bench(folder, server.url("hub"), asked)
    finally:
        server.stop()
        shutil.rmtree(folder)


def bench(folder: Path, url: str, asked: argparse.Namespace) -> None:
    """Run every load."""
    one = start_hub(folder, url)
    database = Database(url)
    try:
        desks = enrolled(database, 100)
        for many in (1, 10, 100):
            said(desks[:many], [one], asked.requests, "one process, empty")
        leases(desks, [one], asked.requests)
        replays(desks[0], one, database)
        two = start_hub(folder, url)
        try:
            said(desks, [one, two], asked.requests, "two processes, empty")
        finally:
            two.kill()
        fill(database, asked.full)
        for many in (1, 10, 100):
            said(desks[:many], [one], asked.requests, f"one process, {asked.full:,} dossiers")
    finally:
        one.kill()
        database.close()


def enrolled(database: Database, many: int) -> list[Desk]:
    """Enrol desks, five an office."""
    devices = Devices(database, CLOCK)
    desks = []
    for number in range(many):
        desk = Desk(None, CLOCK, f"H26.{number // DESKS_AN_OFFICE}")
        public = to_base64(desk.key.public_key().public_bytes_raw())
        code = devices.new_code(desk.office)
        desk.device_id = devices.enrol(Enrolment(code, f"Quầy {number}", desk.office, public)).device_id
        desks.append(desk)
    return desks


def said(desks: Sequence[Desk], hubs: Sequence[RunningHub], requests: int, where: str) -> None:
    """Report dossiers: one a request as they are received, fifty as after a day without a line."""
    for each, share in ((1, 1), (50, 20)):
        rounds = max(requests // share // len(desks), 1)
        ready = [
            [ready_to_send(desk, "/v1/entries", batch(desk, each)) for _ in range(rounds)] for desk in desks
        ]
        load = sent(ready, hubs)
        print(load.line(each, f"{where}, {len(desks)} desks, {each} entries a request"), flush=True)


def batch(desk: Desk, each: int) -> Entries:
    """Make dossiers that nobody has received before."""
    made: list[Entry] = []
    for _ in range(each):
        name = secrets.token_hex(8)
        one = received(1, dossier_id=name, code=f"X{name.upper()}")
        made.append(entry_of(one, f"e-{name}", desk.office))
    return Entries(tuple(made))


def leases(desks: Sequence[Desk], hubs: Sequence[RunningHub], requests: int) -> None:
    """Lease one number a request."""
    day: date = CLOCK.now().date() + timedelta(days=1)
    rounds = requests // len(desks)
    ready = [
        [
            ready_to_send(desk, "/v1/leases", LeaseAsked(secrets.token_hex(8), desk.office, day, 1))
            for _ in range(rounds)
        ]
        for desk in desks
    ]
    print(sent(ready, hubs).line(1, f"one process, empty, {len(desks)} desks, leases"), flush=True)


def replays(desk: Desk, hub: RunningHub, database: Database) -> None:
    """Send the same hundred entries a hundred times and count what is there."""
    same = batch(desk, 100)
    before = count(database)
    load = sent([[ready_to_send(desk, "/v1/entries", same) for _ in range(101)]], [hub])
    print(load.line(100, "the same 100 entries, sent 101 times"))
    print(f"   10,000 replays: {count(database) - before - 100} duplicates", flush=True)


def count(database: Database) -> int:
    """Count the entries of the ledger."""
    with database.work() as connection:
        return int(connection.execute(sa.select(sa.func.count()).select_from(entries)).scalar_one())


def fill(database: Database, many: int) -> None:
    """Put many dossiers with their entries into the database."""
    started = time.perf_counter()
    content = entry_of(received()).content
    with database.engine.connect() as connection, connection.begin():
        connection.execute(sa.text("SET LOCAL statement_timeout = 0"))
        for statement in FILL.split(";\n"):
            if statement.strip():
                values: dict[str, Any] = {"many": many, "content": content, "receipt": "{}"}
                wanted = {name: value for name, value in values.items() if f":{name}" in statement}
                connection.execute(sa.text(statement), wanted)
    with database.engine.connect() as connection:
        autonomous = connection.execution_options(isolation_level="AUTOCOMMIT")
        autonomous.execute(sa.text("SET statement_timeout = 0"))
        autonomous.execute(sa.text("VACUUM ANALYZE"))
        size = autonomous.execute(sa.text("SELECT pg_database_size(current_database())")).scalar_one()
    took = time.perf_counter() - started
    print(f"   {many:,} dossiers put in within {took:.0f} s; the database is {size / 1e9:.2f} GB", flush=True)


def ready_to_send(desk: Desk, target: str, message: object) -> Ready:
    """Sign a request."""
    body = to_json(message).encode()
    return Ready("POST", target, body, desk.headers("POST", target, body))


def sent(ready: Sequence[Sequence[Ready]], hubs: Sequence[RunningHub]) -> Load:
    """Send every desk's requests one after the other, all desks at once."""
    work = [(requests, hubs[at % len(hubs)]) for at, requests in enumerate(ready)]
    started = time.perf_counter()
    with ThreadPoolExecutor(len(work)) as pool:
        times = [each for some in pool.map(lambda one: of_one_desk(*one), work) for each in some]
    return Load(len(times), time.perf_counter() - started, tuple(times))


def of_one_desk(ready: Iterable[Ready], hub: RunningHub) -> list[float]:
    """Send one desk's requests over one line and time each."""
    line = http.client.HTTPConnection(hub.address.removeprefix("http://"), timeout=120)
    times = []
    for one in ready:
        started = time.perf_counter()
        line.request(one.method, one.target, one.body, one.headers)
        answer = line.getresponse()
        body = answer.read()
        times.append(time.perf_counter() - started)
        if answer.status != http.client.OK:
            raise SystemExit(f"{one.target}: {answer.status} {body.decode()}")
        if one.target == "/v1/entries":
            bad = {one.reason for one in from_json(Receipts, body).receipts} - {""}
            if bad:
                raise SystemExit(f"not taken: {bad}")
    line.close()
    return times


if __name__ == "__main__":
    main()

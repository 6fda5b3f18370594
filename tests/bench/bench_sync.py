"""How long sync takes: over a slow line with cuts, once a line is back, with a bad entry, after a month.

``python tests/bench/bench_sync.py [--only NAME]``: a hub and its PostgreSQL are processes of their own.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import socket
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Thread, Timer  # noqa: TID251 - whoever cuts the line, and who fills it

sys.path.insert(0, str(Path(__file__).parents[1]))

from contracts.samples import dossier, paper
from hub.processes import start_hub
from hub.running import postgres_module
from journeys.cutting_line import CuttingLine, line_to
from services.fakes import bare, plain_rounds

from counter_app.domain.outbox import OutboxStanding
from counter_app.domain.paper import Document
from counter_app.gateways.clock import SystemClock
from counter_app.gateways.desk_key import DerivedDeskKey
from counter_app.gateways.hub_client import HubClient
from counter_app.gateways.specimen.desk import specimen_duty
from counter_app.hub.clock import SystemClock as HubClock
from counter_app.hub.database import Database
from counter_app.hub.devices import Devices
from counter_app.hub.migrations import migrate
from counter_app.services.enrolment import DEVICE, Enrolling
from counter_app.services.reception import _keep
from counter_app.services.sync import Sync
from counter_app.services.sync_rhythm import Rhythm
from counter_app.store.key_chest import KeyChest
from counter_app.store.sealed import SealedFolder
from counter_app.store.work import DeskStore

DUTY = specimen_duty()
LINE_BITS = 10_000_000
PAPER_BYTES = 2_000_000
_KEY = b"k" * 32


@dataclass(frozen=True, slots=True)
class Bench:
    """A desk's disk and its sync over a line."""

    store: DeskStore
    sealed: SealedFolder
    sync: Sync
    line: CuttingLine

    def receive(self, number: int, content: bytes) -> None:
        """Receive a dossier with one paper."""
        sha256 = self.sealed.seal(content)
        given = replace(paper(sha256), document=Document(sha256, len(content)))
        kept = replace(dossier(number), dossier_id=f"d{number}-{os.getpid()}", papers=(given,))
        code = f"TH-{DUTY.office.code}-{kept.received_at:%y%m%d}-{number:04}"
        with self.store.work() as work:
            _keep(work, replace(kept, code=code, training=True), DUTY.office.code)
            work.commit()

    def standing(self) -> OutboxStanding:
        """Count what waits."""
        with self.store.work() as work:
            return work.outbox.standing()

    def send_all(self) -> float:
        """Run sync in the window's rhythm until nothing waits; give the seconds it took."""
        rhythm, begun = Rhythm(), time.perf_counter()
        while True:
            report = self.sync.run()
            rhythm = rhythm.after(report)
            if not self.standing().waiting:
                return time.perf_counter() - begun
            time.sleep(min(rhythm.pause_s(report, random.random()), 5.0))  # noqa: S311 - as the window does


@contextmanager
def bench(folder: Path, address: str, url: str, bits_per_s: int = 0) -> Iterator[Bench]:
    """Enrol a fresh desk over a line of its own."""
    store = DeskStore(folder / "desk.db", _KEY, fold=bare, clock=SystemClock())
    chest = KeyChest(folder / "keys", _KEY, lambda: SystemClock().now().date())
    sealed, key = SealedFolder(folder / "papers", chest), DerivedDeskKey(os.urandom(32))

    def device() -> str:
        with store.work() as work:
            return work.preference(DEVICE)

    with line_to(int(address.rpartition(":")[2]), bits_per_s) as line:
        near = f"http://127.0.0.1:{line.port}"
        client = HubClient(near, None, key=key, clock=SystemClock(), device=device, training=True)
        database = Database(url)
        code = Devices(database, HubClock()).new_code(DUTY.office.code)
        database.close()
        Enrolling(store, client, key).enrol(code, DUTY)
        sync = Sync(
            store,
            sealed,
            SystemClock(),
            hub=client,
            office_code=DUTY.office.code,
            rounds=plain_rounds(store, SystemClock()),
        )
        sync.run()
        yield Bench(store, sealed, sync, line)
        client.close()
    store.close()


def slow_line(desk: Bench) -> None:
    """Send 100 dossiers of 2 MB over 10 Mbit/s, with a cut of one second every 30."""
    for number in range(1, 101):
        desk.receive(number, os.urandom(PAPER_BYTES))
    cuts: list[Timer] = []
    plain = plain_seconds(20 * PAPER_BYTES) * 5
    fell: list[float] = []

    def cut() -> None:
        fell.append(1.0)
        desk.line.cut()
        cuts.append(Timer(1.0, desk.line.mend))
        cuts[-1].start()
        begin()

    def begin() -> None:
        cuts.append(Timer(30.0, cut))
        cuts[-1].start()

    begin()
    took = desk.send_all()
    for timer in cuts:
        timer.cancel()
    own = 100 * PAPER_BYTES * 8 / LINE_BITS
    cut_for = sum(fell)
    print(
        f"100 x 2 MB over 10 Mbit/s with {len(fell)} cuts of 1 s: {took:.0f} s; the line's own {own:.0f} s, "
        f"plain bytes over such a line on this machine now {plain:.0f} s: "
        f"{took / (own + cut_for):.3f} and {took / (plain + cut_for):.3f}"
    )


def plain_seconds(count: int) -> float:
    """Time so many bytes over a line of the same shape to somebody who only counts them."""
    with (
        socket.create_server(("127.0.0.1", 0)) as sink,
        line_to(sink.getsockname()[1], LINE_BITS) as line,
        socket.create_connection(("127.0.0.1", line.port)) as near,
    ):
        begun = time.perf_counter()
        far, _ = sink.accept()
        sender = Thread(target=_send_all, args=(near, count))
        sender.start()
        with far:
            left = count
            while left and (piece := far.recv(1 << 16)):
                left -= len(piece)
        sender.join()
        return time.perf_counter() - begun


def _send_all(near: socket.socket, count: int) -> None:
    near.sendall(bytes(count))
    near.shutdown(socket.SHUT_WR)


def line_back(desk: Bench) -> None:
    """Find out how soon something arrives after the line is back."""
    worst = 0.0
    for number in range(201, 206):
        desk.receive(number, b"paper %d" % number)
        desk.line.cut()
        rhythm, mended = Rhythm(), 0.0
        while desk.standing().waiting:
            report = desk.sync.run()
            rhythm = rhythm.after(report)
            if rhythm.looks == 13 and not mended:  # by now it is looked for as rarely as ever
                desk.line.mend()
                mended = time.perf_counter()
            if desk.standing().waiting:
                time.sleep(rhythm.pause_s(report, random.random()))  # noqa: S311 - as the window does
        worst = max(worst, time.perf_counter() - mended)
    print(f"line back -> all there: {worst:.1f} s at worst of 5")


def poisoned(desk: Bench) -> None:
    """Send a hundred dossiers, then a hundred of which the hub refuses one and nobody can read another."""
    took = []
    for first in (301, 501):
        for number in range(first, first + 100):
            desk.receive(number, b"paper %d" % number)
            if number == 550:
                _poison(desk)
        took.append(desk.send_all())
    clean, with_poison = took
    print(
        f"100 dossiers: all there after {clean:.2f} s; with two poisoned entries among them "
        f"{desk.standing().aside} aside, the others there after {with_poison:.2f} s"
    )


def _poison(desk: Bench) -> None:
    with desk.store.work() as work:
        told = next(one for one in work.outbox.waiting(limit=9) if one.kind == "dossier")
        work.put_outbox("dossier", "another", told.content)
        work.put_outbox("clock", told.subject, "{}")
        work.commit()


def month(desk: Bench) -> None:
    """Send 2,000 dossiers at once, as after a month without a line."""
    for number in range(1_001, 3_001):
        desk.receive(number, b"paper %d" % number)
    took = desk.send_all()
    print(f"2,000 dossiers at once: {took:.0f} s, {4_000 / took:.0f} entries/s")


RUNS: dict[str, tuple[Callable[[Bench], None], int]] = {
    "line_back": (line_back, 0),
    "poisoned": (poisoned, 0),
    "slow_line": (slow_line, LINE_BITS),
    "month": (month, 0),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run all, or the one that is named."""
    parser = argparse.ArgumentParser(prog="bench_sync")
    parser.add_argument("--only", choices=sorted(RUNS))
    asked = parser.parse_args(arguments)
    module = postgres_module()
    folder = Path(tempfile.mkdtemp(prefix="counter-sync-"))
    folder.chmod(0o755)
    server = module.Server(folder / "postgresql", module.free_port(), durable=False)
    server.start()
    try:
        server.create("hub")
        database = Database(server.url("hub"))
        migrate(database)
        database.close()
        hub = start_hub(folder, server.url("hub"))
        for name, (run, bits_per_s) in RUNS.items():
            if asked.only in (None, name):
                own = folder / name
                own.mkdir()
                with bench(own, hub.address, server.url("hub"), bits_per_s) as desk:
                    run(desk)
        hub.kill()
    finally:
        server.stop()
        shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())

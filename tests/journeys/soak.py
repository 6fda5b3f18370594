"""Kills desk, hub and line at random instants while visits run: nothing lost, nothing doubled.

``python soak.py --kills 1000 --visits 200 --seed 1`` starts a PostgreSQL, a hub and a desk as processes of
their own, with a line between them that can be cut. Its last line says what it has come to.
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import sqlalchemy as sa
from hub.processes import restarted, start_hub
from hub.running import ROOT, postgres_module
from journeys.cutting_line import CuttingLine, line_to
from journeys.soaking_desk import RECEIPTS, TOLD

from counter_app.bootstrap.desk import opened_desk
from counter_app.domain.outbox import EntryState
from counter_app.gateways.specimen.desk import specimen_duty
from counter_app.hub.clock import SystemClock
from counter_app.hub.database import Database
from counter_app.hub.devices import Devices
from counter_app.hub.migrations import migrate
from counter_app.hub.tables import dossiers, entries, papers

DESK = Path(__file__).with_name("soaking_desk.py")
_VICTIMS = ("desk", "desk", "hub", "line")
_LONGEST_S = 3.0
_PATIENCE_S = 1_800
_MOST = 1_000_000


@dataclass(frozen=True, slots=True)
class Tally:
    """What a soak has come to."""

    visits: int
    kills: int
    lost: int
    doubled: int
    without_record: int
    acknowledged: int

    @property
    def is_well(self) -> bool:
        """Whether nothing was lost or doubled, and all was acknowledged."""
        return not (self.lost or self.doubled or self.without_record) and self.acknowledged == self.visits

    def __str__(self) -> str:
        return (
            f"{self.visits} visits, {self.kills} kills: {self.lost} lost, {self.doubled} doubled, "
            f"{self.without_record} receipts without record, {self.acknowledged} acknowledged"
        )


class Soak:
    """A desk and a hub on one database, and whoever kills them."""

    def __init__(self, folder: Path, database_url: str) -> None:
        self._hub_folder, self.desk = folder / "hub", folder / "desk"
        for made in (self._hub_folder, self.desk):
            made.mkdir()
        self._database = Database(database_url)
        migrate(self._database)
        self._hub = start_hub(self._hub_folder, database_url)

    @property
    def hub_port(self) -> int:
        """Where the hub listens, every time it is started."""
        return int(self._hub.address.rpartition(":")[2])

    def enrol(self, line: CuttingLine) -> None:
        """Make the desk known to the hub over the line."""
        settings = f'[hub]\naddress = "http://127.0.0.1:{line.port}"\n'
        (self.desk / "counter.toml").write_text(settings, encoding="utf-8")
        code = Devices(self._database, SystemClock()).new_code(specimen_duty().office.code)
        with opened_desk(self.desk) as opened:
            opened.desk.enrolling.enrol(code, opened.desk.duty_book.now())

    def run(self, line: CuttingLine, *, kills: int, visits: int, seed: int) -> None:
        """Have the visits served while this many blows fall, each at a random instant."""
        lots = random.Random(seed)  # noqa: S311 - the same instants again for the same seed
        desk = self._start_desk(visits)
        for _ in range(kills):
            if _ended(desk, lots.random() ** 2 * _LONGEST_S):
                desk = self._start_desk(visits)
            line.mend()
            victim = lots.choice(_VICTIMS)
            if victim == "desk":
                desk.kill()
                desk.wait()
                desk = self._start_desk(visits)
            elif victim == "hub":
                self._hub.kill()
                self._hub = restarted(self._hub)
            else:
                line.cut()
        line.mend()
        while desk.wait(_PATIENCE_S):
            desk = self._start_desk(visits)

    def tally(self, kills: int) -> Tally:
        """Hold what the desk told, what it keeps and what the hub has against each other."""
        told = [line.split() for line in (self.desk / TOLD).read_text(encoding="utf-8").splitlines()]
        begun = {line[1] for line in told if line[0] == "begun"}
        received = {line[1] for line in told if line[0] == "received"}
        receipts = {path.stem for path in (self.desk / RECEIPTS).glob("*.pdf")}
        with opened_desk(self.desk) as opened, opened.desk.store.work() as work:
            kept = {row.dossier_id: row for row in work.register("", None, limit=_MOST)}
        reported, there = self._at_the_hub()
        acknowledged = {key for key, row in kept.items() if row.sent is EntryState.ACKNOWLEDGED}
        lost = (received - kept.keys()) | (kept.keys() - there)
        doubled = (len(reported) - len(set(reported))) + len(kept.keys() - begun) + len(there - kept.keys())
        return Tally(
            visits=len(kept),
            kills=kills,
            lost=len(lost),
            doubled=doubled,
            without_record=len(receipts - kept.keys() - there) + len(receipts - there),
            acknowledged=len(acknowledged & there),
        )

    def close(self) -> None:
        """End the hub."""
        self._hub.kill()
        self._database.close()

    def _at_the_hub(self) -> tuple[list[str], set[str]]:
        """List the dossiers reported, entry by entry, and those that are there; every paper must be whole."""
        with self._database.work() as connection:
            told = sa.select(entries.c.subject).where(entries.c.kind == "dossier")
            reported = list(connection.scalars(told))
            there = set(connection.scalars(sa.select(dossiers.c.dossier_id)))
            half = connection.scalars(sa.select(papers.c.sha256).where(papers.c.completed_at.is_(None))).all()
        assert not half, half
        return reported, there

    def _start_desk(self, visits: int) -> subprocess.Popen[bytes]:
        with (self.desk / "desk.log").open("ab") as output:
            command = [sys.executable, str(DESK), str(self.desk), str(visits)]
            return subprocess.Popen(command, stdout=output, stderr=output, cwd=ROOT)  # noqa: S603 - our own script


def _ended(process: subprocess.Popen[bytes], within_s: float) -> bool:
    """Wait that long at most, and say whether the process has come to its end."""
    try:
        process.wait(within_s)
    except subprocess.TimeoutExpired:
        return False
    return True


def main(arguments: Sequence[str] | None = None) -> int:
    """Soak, and say in the last line what it has come to."""
    parser = argparse.ArgumentParser(prog="soak")
    for name, usual in (("--kills", 1000), ("--visits", 200), ("--seed", 1)):
        parser.add_argument(name, type=int, default=usual)
    asked = parser.parse_args(arguments)
    module = postgres_module()
    folder = Path(tempfile.mkdtemp(prefix="counter-soak-"))
    folder.chmod(0o755)
    server = module.Server(folder / "postgresql", module.free_port(), durable=False)
    server.start()
    try:
        server.create("hub")
        tally = soaked(folder, server.url("hub"), kills=asked.kills, visits=asked.visits, seed=asked.seed)
    finally:
        server.stop()
        shutil.rmtree(folder)
    print(tally)  # noqa: T201 - the one thing it is run for
    return 0 if tally.is_well else 1


def soaked(folder: Path, database_url: str, *, kills: int, visits: int, seed: int) -> Tally:
    """Soak a fresh desk and hub over an empty database."""
    soak = Soak(folder, database_url)
    try:
        with line_to(soak.hub_port) as line:
            soak.enrol(line)
            soak.run(line, kills=kills, visits=visits, seed=seed)
        return soak.tally(kills)
    finally:
        soak.close()


if __name__ == "__main__":
    sys.exit(main())

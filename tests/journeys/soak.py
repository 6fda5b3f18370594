"""Kills desk, hub and line at random instants while visits run: nothing lost, nothing doubled.

``python soak.py --kills 1000 --visits 200 --seed 1`` starts a PostgreSQL, a hub and a desk as processes of
their own, with a line between them that can be cut; people come as blows fall, and while nobody answers
a stick is carried. Its last line says what it has come to.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import httpx
import sqlalchemy as sa
from hub.processes import write_settings
from hub.running import postgres_module
from journeys.cutting_line import CuttingLine, line_to
from journeys.lives import Lives
from journeys.soaking_desk import PEOPLE, RECEIPTS, STICK, TOLD

from counter_app.bootstrap.desk import opened_desk
from counter_app.domain.outbox import EntryState
from counter_app.gateways.specimen.desk import specimen_duty
from counter_app.hub.assembly import open_hub
from counter_app.hub.migrations import migrate
from counter_app.hub.settings import read_settings
from counter_app.hub.tables import dossiers, entries, papers
from counter_app.wire.bundles import ENDING, RECEIPT_ENDING
from counter_app.wire.text import to_json

DESK, HUB = (Path(__file__).with_name(name) for name in ("soaking_desk.py", "soaking_hub.py"))
_VICTIMS = ("desk", "desk", "hub", "line")
_OPENED, _TWICE = 0.75, 0.25
"""How often a blow waits until the desk is open; how often a bundle stays on the stick to be taken twice."""
_LONGEST_S = 3.0
_PATIENCE_S = 1_800.0
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
    by_stick: int
    """Entries for which a receipt came back on the stick."""

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
        hub_folder, self.desk = folder / "hub", folder / "desk"
        for made in (hub_folder, self.desk, self.desk / RECEIPTS, self.desk / STICK):
            made.mkdir()
        self._settings = write_settings(hub_folder, database_url)
        self._keeper = open_hub(self._settings, read_settings(self._settings))
        migrate(self._keeper.database)
        self._hub = Lives(HUB, hub_folder / "hub.log")
        self._desk = Lives(DESK, self.desk / "desk.log")

    @property
    def hub_port(self) -> int:
        """Where the hub listens, every time it is started."""
        return int(self._settings.stem.partition("-")[2])

    def enrol(self, line: CuttingLine) -> None:
        """Start the hub, and make the desk known to it over the line."""
        self._begin_hub()
        settings = f'[hub]\naddress = "http://127.0.0.1:{line.port}"\n'
        (self.desk / "counter.toml").write_text(settings, encoding="utf-8")
        code = self._keeper.devices.new_code(specimen_duty().office.code)
        patient = httpx.Client(transport=httpx.HTTPTransport(retries=8))
        with patient, opened_desk(self.desk) as opened:
            assert patient.get(f"http://127.0.0.1:{self.hub_port}/ready").status_code == 200
            opened.desk.enrolling.enrol(code, opened.desk.duty_book.now())

    def run(self, line: CuttingLine, *, kills: int, visits: int, seed: int) -> None:
        """Have the visits served while this many blows fall, each at a random instant."""
        lots = random.Random(seed)  # noqa: S311 - the same instants again for the same seed
        self._come(0)
        self._begin_desk(visits)
        for blow in range(1, kills + 1):
            self._come(visits * blow // kills)
            if lots.random() < _OPENED:
                self._desk.is_up()
            if self._desk.has_ended(lots.random() ** 2 * _LONGEST_S):
                self._begin_desk(visits)
            line.mend()
            self._carry(lots)
            victim = lots.choice(_VICTIMS)
            if victim == "desk":
                self._desk.kill()
                self._begin_desk(visits)
            elif victim == "hub":
                self._hub.kill()
                self._begin_hub()
            else:
                line.cut()
        line.mend()
        assert self._desk.has_ended(_PATIENCE_S), "something still waits"

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
            by_stick=sum(int(line[1]) for line in told if line[0] == "stick"),
        )

    def close(self) -> None:
        """End desk and hub."""
        self._desk.close()
        self._hub.close()
        self._keeper.database.close()

    def _at_the_hub(self) -> tuple[list[str], set[str]]:
        """List the dossiers reported, entry by entry, and those that are there; every paper must be whole."""
        with self._keeper.database.work() as connection:
            told = sa.select(entries.c.subject).where(entries.c.kind == "dossier")
            reported = list(connection.scalars(told))
            there = set(connection.scalars(sa.select(dossiers.c.dossier_id)))
            half = connection.scalars(sa.select(papers.c.sha256).where(papers.c.completed_at.is_(None))).all()
        assert not half, half
        return reported, there

    def _come(self, people: int) -> None:
        """Say how many people have come so far."""
        beside = self.desk / f"{PEOPLE}.part"
        beside.write_text(str(people), encoding="ascii")
        beside.replace(self.desk / PEOPLE)

    def _carry(self, lots: random.Random) -> None:
        """Carry the stick to the hub's keeper, who takes bundles in beside the hub, some of them twice."""
        for bundle in sorted((self.desk / STICK).glob(f"*{ENDING}")):
            receipt = to_json(self._keeper.bundles.take(bundle.read_bytes()))
            beside = bundle.with_suffix(".part")
            beside.write_text(receipt, encoding="utf-8")
            beside.replace(bundle.with_suffix(RECEIPT_ENDING))
            if lots.random() >= _TWICE:
                bundle.unlink()

    def _begin_desk(self, visits: int) -> None:
        self._desk.begin(str(self.desk), str(visits))

    def _begin_hub(self) -> None:
        self._hub.begin(str(self._settings))


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
    print(f"{tally.by_stick} entries came by stick")  # noqa: T201 - as below
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

"""A stick in place of a line: sealed for the hub alone, taken in once by whatever way, acknowledged."""

from __future__ import annotations

import base64
import hashlib
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from threading import Thread  # noqa: TID251 - a server in the test's own process

import pytest
import sqlalchemy as sa
from contracts.samples import act, paper
from hub.running import NOON, OFFICE, Desk, SetClock, received
from services.fakes import FixedClock, bare

from counter_app.domain.calendar import VIETNAM
from counter_app.domain.outbox import EntryState
from counter_app.domain.paper import Document
from counter_app.gateways.bundle_seal import BundleSealer
from counter_app.gateways.desk_key import is_signed_by
from counter_app.gateways.known_desks import DeskKeyFolder, spelt_key
from counter_app.gateways.relay_client import RelayClient
from counter_app.gateways.relay_server import RelayServer
from counter_app.hub.assembly import Hub
from counter_app.hub.denial import Denied
from counter_app.hub.keys import to_base64
from counter_app.hub.tables import entries, papers
from counter_app.services.bundle_port import BundleFor, BundleRefused, NeighbourAway, NotYetKnown
from counter_app.services.bundles import Bundles, BundleWays, Imported
from counter_app.services.carrying import carry_on
from counter_app.services.history_report import HistoryReporting
from counter_app.services.incoming import SEALING_KEY
from counter_app.services.reception import _keep
from counter_app.services.relaying import Relaying
from counter_app.store.carried import CarriedFolder
from counter_app.store.key_chest import KeyChest
from counter_app.store.sealed import SealedFolder
from counter_app.store.work import DeskStore
from counter_app.wire.bundles import BundleReceipt
from counter_app.wire.papers import PaperState
from counter_app.wire.text import from_json, to_json


@dataclass
class Key:
    """The key of a desk that is enrolled."""

    desk: Desk
    key_id: str = "A"

    @property
    def public_key(self) -> bytes:
        """Its public half."""
        return self.desk.key.public_key().public_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        """Sign with it."""
        return self.desk.key.sign(message)


@dataclass
class Place:
    """A desk's disk, and the stick in its hand."""

    desk: Desk
    hub: Hub
    store: DeskStore
    sealed: SealedFolder
    bundles: Bundles
    carried: CarriedFolder
    stick: Path
    keys: Path
    """Where the keys of its neighbours lie."""

    def receive(self, number: int) -> str:
        """Receive a dossier with one paper; give its id."""
        content = os.urandom(1_000)
        sha256 = self.sealed.seal(content)
        given = replace(paper(sha256), document=Document(sha256, len(content)))
        one = replace(received(number), papers=(given,))
        with self.store.work() as work:
            _keep(work, one, OFFICE)
            work.write_history(act(one.dossier_id))
            work.commit()
        return one.dossier_id

    def state(self, dossier_id: str) -> EntryState | None:
        """Say how far a dossier has come."""
        with self.store.work() as work:
            return work.outbox.state_of(dossier_id)

    def files(self) -> list[Path]:
        """List what lies on the stick."""
        return sorted(self.stick.iterdir())


@pytest.fixture
def places(tmp_path: Path, hub: Hub, new_desk: Callable[..., Desk]) -> Iterator[Callable[[str], Place]]:
    opened: list[DeskStore] = []

    def made(name: str) -> Place:
        folder, desk = tmp_path / name, new_desk(name=name)
        folder.mkdir()
        for made in ("stick", "desk_keys"):
            (folder / made).mkdir()
        clock = FixedClock(NOON.astimezone(VIETNAM))
        store = DeskStore(folder / "desk.db", b"k" * 32, fold=bare, clock=clock)
        opened.append(store)
        with store.work() as work:
            work.keep_preference("hub.device", desk.device_id)
            work.keep_preference("hub.key", to_base64(hub.key.public_key))
            work.keep_preference(SEALING_KEY, to_base64(hub.key.sealing_key))
            work.commit()
        sealed = SealedFolder(folder / "papers", KeyChest(folder / "keys", b"k" * 32, NOON.date))
        carried = CarriedFolder(folder / "carried")
        key = Key(desk)
        bundles = Bundles(
            store,
            sealed,
            clock,
            history=HistoryReporting(store, key, clock),
            ways=BundleWays(BundleSealer(key), carried, is_signed_by),
            office_code=OFFICE,
        )
        return Place(desk, hub, store, sealed, bundles, carried, folder / "stick", folder / "desk_keys")

    yield made
    for store in opened:
        store.close()


def kept_at(hub: Hub) -> dict[str, int]:
    """Count what the hub has, kind by kind."""
    with hub.database.work() as connection:
        told = connection.execute(sa.select(entries.c.kind)).scalars().all()
        whole = connection.execute(sa.select(papers).where(papers.c.completed_at.is_not(None))).all()
    return {kind: told.count(kind) for kind in set(told)} | {"papers": len(whole)}


def test_a_stick_brings_everything_once_however_often_it_is_taken_in_and_its_receipt_acknowledges_it(
    places: Callable[[str], Place], hub: Hub
) -> None:
    place = places("a")
    dossiers = [place.receive(number) for number in range(1, 4)]
    written = place.bundles.write(place.stick)
    assert (written.bundles, written.entries) == (1, 7)
    (file,) = place.files()
    assert received(1).applicant.full_name.encode() not in file.read_bytes()
    receipts = [hub.bundles.take(file.read_bytes()) for _ in range(3)]
    assert kept_at(hub) == {"paper": 3, "dossier": 3, "history": 1, "papers": 3}
    assert {one.outcome for one in receipts[2].receipts} == {"repeated"}
    assert place.state(dossiers[0]) is EntryState.WAITING
    (place.stick / "x.receipt").write_text(to_json(receipts[0]), encoding="utf-8")
    assert place.bundles.take(place.stick) == Imported(acknowledged=7)
    assert {place.state(one) for one in dossiers} == {EntryState.ACKNOWLEDGED}
    assert place.bundles.take(place.stick) == Imported()
    assert place.bundles.write(place.stick).entries == 0


class Line:
    """The hub as the port of a desk that has a line sees it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.offset_ms = 0

    def paper(self, sha256: str) -> PaperState:
        """Ask what is there."""
        return self._desk.told(PaperState, "GET", f"/v1/papers/{sha256}")

    def put_chunk(self, sha256: str, chunk: bytes, *, offset: int, size: int) -> None:
        """Send a chunk."""
        target = f"/v1/papers/{sha256}?offset={offset}&size={size}"
        assert self._desk.ask("PUT", target, chunk).status_code == 200

    def end(self, sha256: str) -> None:
        """End a document."""

    def ended(self, sha256: str) -> None:
        """Have it checked."""
        assert self._desk.ask("POST", f"/v1/papers/{sha256}/complete").status_code == 200

    def take_bundle(self, sha256: str) -> BundleReceipt:
        """Have the bundle taken in."""
        return self._desk.told(BundleReceipt, "POST", f"/v1/bundles/{sha256}")


def test_another_desk_carries_a_bundle_to_the_hub_and_its_receipt_back(
    places: Callable[[str], Place], hub: Hub
) -> None:
    far, near = places("far"), places("near")
    dossier = far.receive(1)
    far.bundles.write(far.stick)
    assert near.bundles.take(far.stick) == Imported(carried=1)
    assert near.bundles.take(far.stick) == Imported(carried=1)
    line = Line(near.desk)
    assert carry_on(near.store, line, near.carried, lambda: False) == 1  # type: ignore[arg-type]  # what is asked of it is there
    assert carry_on(near.store, line, near.carried, lambda: False) == 0  # type: ignore[arg-type]  # as above
    assert kept_at(hub) == {"paper": 1, "dossier": 1, "history": 1, "papers": 1}, "the bundle is no paper"
    assert near.bundles.write(far.stick).receipts == 1
    assert far.bundles.take(far.stick) == Imported(acknowledged=3)
    assert far.state(dossier) is EntryState.ACKNOWLEDGED


def test_a_neighbour_on_the_same_network_carries_what_it_cannot_read(
    places: Callable[[str], Place], hub: Hub
) -> None:
    far, near = places("far"), places("near")
    dossier = far.receive(1)
    clock = FixedClock(NOON.astimezone(VIETNAM))
    with door_of(near) as address:
        relaying = Relaying(far.store, far.bundles, clock, RelayClient(address, key_of(far), clock))
        assert relaying.go_round() == 0
        assert not near.carried.names(), "its key does not lie at the neighbour's"
        (near.keys / "far.pub").write_text(spelt_key(key_of(far)), encoding="ascii")
        clock.move(timedelta(minutes=1))
        assert relaying.go_round() == 0
        assert len(near.carried.names()) == 1
        line = Line(near.desk)
        assert carry_on(near.store, line, near.carried, lambda: False) == 1  # type: ignore[arg-type]  # what is asked of it is there
        assert relaying.go_round() == 0, "it rests between two rounds"
        clock.move(timedelta(minutes=1))
        assert relaying.go_round() == 3
        assert far.state(dossier) is EntryState.ACKNOWLEDGED
        near.receive(3)
        ((bundle, _),) = near.bundles.sealed()
        with pytest.raises(NeighbourAway):
            RelayClient(address, key_of(far), clock).hand_over(hashlib.sha256(bundle).hexdigest(), bundle)
        with pytest.raises(NeighbourAway):
            RelayClient(address, Key(near.desk, far.desk.device_id), clock).receipt("0" * 64)
    clock.move(timedelta(minutes=1))
    far.receive(2)
    assert relaying.go_round() == 0, "the neighbour has gone home"
    assert kept_at(hub)["dossier"] == 1


def key_of(place: Place) -> Key:
    """Give the key under which the hub knows a desk."""
    return Key(place.desk, place.desk.device_id)


@contextmanager
def door_of(place: Place) -> Iterator[str]:
    """Have a desk take bundles in on loopback."""
    clock = FixedClock(NOON.astimezone(VIETNAM) + timedelta(minutes=9))  # by which other clocks are slow
    with RelayServer(("127.0.0.1", 0), place.carried, DeskKeyFolder(place.keys), clock) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()


def test_a_desk_that_calls_a_neighbour_too_often_waits_and_others_do_not(
    places: Callable[[str], Place],
) -> None:
    near, clock = places("near"), FixedClock(NOON)
    with RelayServer(("127.0.0.1", 0), near.carried, DeskKeyFolder(near.keys), clock) as server:
        assert [server.is_too_often("far") for _ in range(121)] == [False] * 120 + [True]
        assert not server.is_too_often("another")


def test_hostile_bundles_and_receipts_are_refused_and_nothing_of_them_is_kept(
    places: Callable[[str], Place], hub: Hub
) -> None:
    place = places("a")
    place.receive(1)
    place.bundles.write(place.stick)
    (file,) = place.files()
    good = file.read_bytes()
    head, _, box = good.removeprefix(b"counter-bundle 1\n").partition(b"\n")
    said = json.loads(head)

    def with_head(**other: str) -> bytes:
        return b"counter-bundle 1\n" + json.dumps(said | other).encode() + b"\n" + box

    other_key = base64.b64encode(b"z" * 32).decode()
    hostile = [
        b"",
        b"counter-bundle 9\n" + good,
        good[: len(good) // 2],
        good[:-1] + bytes([good[-1] ^ 1]),
        b"counter-bundle 1\n" + b"x" * 5_000,
        with_head(hub=other_key),
        with_head(key=other_key),
        with_head(made_at=(NOON + timedelta(days=3)).isoformat()),
        with_head(made_at=(NOON - timedelta(days=500)).isoformat()),
        with_head(device_id="NOBODY22"),
    ]
    for bad in hostile:
        with pytest.raises(Denied):
            hub.bundles.take(bad)
    hub.devices.revoke(place.desk.device_id)
    with pytest.raises(Denied):
        hub.bundles.take(good)
    assert kept_at(hub) == {"papers": 0}
    near = places("near")
    for bad in (*hostile[:2], *hostile[4:6], *hostile[7:9]):
        with pytest.raises(BundleRefused):
            near.bundles.carry(bad)


def test_a_desk_that_speaks_for_another_is_refused(places: Callable[[str], Place], hub: Hub) -> None:
    place, other = places("a"), places("b")
    content = BundleSealer(Key(other.desk)).seal(
        b"",
        BundleFor(place.desk.device_id, to_base64(hub.key.public_key), to_base64(hub.key.sealing_key), NOON),
    )
    with pytest.raises(Denied) as denied:
        hub.bundles.take(content)
    assert denied.value.code == "signature"


def test_a_receipt_that_the_hub_has_not_signed_acknowledges_nothing(
    places: Callable[[str], Place], hub: Hub
) -> None:
    place = places("a")
    dossier = place.receive(1)
    place.bundles.write(place.stick)
    receipt = hub.bundles.take(place.files()[0].read_bytes())
    forged = replace(receipt, bundle="0" * 64)
    with pytest.raises(BundleRefused):
        place.bundles.acknowledge(to_json(forged).encode())
    with pytest.raises(BundleRefused):
        place.bundles.acknowledge(b"{}")
    assert place.state(dossier) is EntryState.WAITING
    assert from_json(BundleReceipt, to_json(receipt)) == receipt


def test_before_the_hub_was_ever_spoken_to_nothing_can_be_sealed_for_it(
    places: Callable[[str], Place],
) -> None:
    place = places("a")
    with place.store.work() as work:
        work.keep_preference(SEALING_KEY, "")
        work.commit()
    with pytest.raises(NotYetKnown):
        place.bundles.write(place.stick)


def test_papers_that_never_came_whole_are_forgotten_after_their_time(
    hub: Hub, desk: Desk, clock: SetClock
) -> None:
    sha256 = "a" * 64
    desk.ask("PUT", f"/v1/papers/{sha256}?offset=0&size=300000", bytes(262_144))
    assert hub.papers.sweep(NOON) == 0
    clock.pass_(days=46)
    assert hub.papers.sweep(clock.now() - timedelta(days=45)) == 1
    assert hub.papers.state(sha256).have == ()

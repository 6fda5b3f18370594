"""The way to the hub over real HTTP on loopback: signed, patient with clocks, and clear about failures."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from contracts.samples import MORNING
from gateways.loopback_hub import LoopbackHub, listening
from services.fakes import FixedClock

from counter_app.errors import SetupError
from counter_app.gateways.desk_key import DerivedDeskKey
from counter_app.gateways.hub_client import HubClient
from counter_app.services.hub_port import HubAway, HubBusy, HubFault, HubNotUnderstood, HubRefused
from counter_app.wire.codes import ErrorCode
from counter_app.wire.devices import Enrolment
from counter_app.wire.entries import Entries, Entry, EntryOutcome
from counter_app.wire.leases import LeaseAsked
from counter_app.wire.papers import CHUNK

KEY = DerivedDeskKey(b"k" * 32)
NOW_MS = round(MORNING.timestamp() * 1000)
ENTRY = Entry("entry-1", "paper", "a" * 64, "{}", MORNING)


@pytest.fixture
def hub() -> Iterator[LoopbackHub]:
    with listening(KEY.public_key, NOW_MS) as opened:
        yield opened


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(MORNING)


@pytest.fixture
def client(hub: LoopbackHub, clock: FixedClock) -> Iterator[HubClient]:
    opened = HubClient(hub.address, None, key=KEY, clock=clock, device=lambda: "desk-1", training=True)
    yield opened
    opened.close()


def test_each_request_is_signed_as_the_hub_checks_it(client: HubClient, hub: LoopbackHub) -> None:
    content = b"x" * (CHUNK + 5)
    sha256 = hashlib.sha256(content).hexdigest()
    for offset in (0, CHUNK):
        client.put_chunk(sha256, content[offset : offset + CHUNK], offset=offset, size=len(content))
    assert [part.end for part in client.paper(sha256).have] == [CHUNK, len(content)]
    client.end(sha256)
    client.ended(sha256)
    assert client.paper(sha256).complete
    (receipt,) = client.send(Entries((ENTRY,))).receipts
    assert receipt.outcome is EntryOutcome.ACCEPTED
    lease = client.lease(LeaseAsked("request-1", "H26.99", MORNING.date(), 30))
    assert (lease.first, lease.last) == (1, 30)
    assert client.changes(0, limit=10).changes == ()
    assert len(hub.nonces) == 8


def test_a_desk_enrols_by_a_code_and_a_wrong_one_is_refused(client: HubClient) -> None:
    asked = Enrolment("GOOD-CODE", "Quầy 3", "H26.99", "A" * 43 + "=")
    assert client.enrol(asked).counter == "Q3A"
    with pytest.raises(HubRefused) as refusal:
        client.enrol(Enrolment("BAD-CODE", "Quầy 3", "H26.99", "A" * 43 + "="))
    assert refusal.value.code is ErrorCode.ENROLMENT


def test_a_clock_that_is_days_off_is_told_and_gone_on_with(
    client: HubClient, clock: FixedClock, hub: LoopbackHub
) -> None:
    clock.move(timedelta(days=-3))
    assert client.changes(0, limit=10).cursor == 0
    assert client.offset_ms == 3 * 24 * 3600 * 1000
    assert len(hub.nonces) == 1


def test_a_key_the_hub_does_not_know_is_refused(hub: LoopbackHub, clock: FixedClock) -> None:
    stranger = HubClient(
        hub.address, None, key=DerivedDeskKey(b"x" * 32), clock=clock, device=lambda: "desk-1", training=True
    )
    with pytest.raises(HubRefused) as refusal:
        stranger.changes(0, limit=10)
    stranger.close()
    assert refusal.value.code is ErrorCode.SIGNATURE


@pytest.mark.parametrize("training", [True, False])
def test_training_and_record_do_not_speak_to_each_other(
    hub: LoopbackHub, clock: FixedClock, *, training: bool
) -> None:
    hub.training = not training
    desk = HubClient(hub.address, None, key=KEY, clock=clock, device=lambda: "desk-1", training=training)
    with pytest.raises(HubRefused) as refusal:
        desk.send(Entries((ENTRY,)))
    assert refusal.value.code is ErrorCode.TRAINING
    assert (hub.hub.log, hub.nonces) == ([], set())
    hub.training = training
    assert desk.send(Entries((ENTRY,))).receipts
    desk.close()


def test_nobody_listening_is_the_hub_away(clock: FixedClock) -> None:
    client = HubClient(
        "http://127.0.0.1:9", None, key=KEY, clock=clock, device=lambda: "desk-1", training=True
    )
    assert not client.is_there()
    with pytest.raises(HubAway):
        client.send(Entries((ENTRY,)))
    client.close()


def test_a_probe_opens_a_connection_and_asks_nothing(client: HubClient, hub: LoopbackHub) -> None:
    assert client.is_there()
    assert hub.hub.log == []


@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        (503, b"<html>nginx</html>", HubBusy),
        (429, b'{"error":"busy"}', HubBusy),
        (500, b"Internal Server Error", HubFault),
        (500, b'{"error":"malformed"}', HubFault),
        (404, b"<html>", HubNotUnderstood),
        (200, b"<html>a login page</html>", HubNotUnderstood),
        (403, b'{"error":"revoked","detail":""}', HubRefused),
    ],
)
def test_what_comes_back_is_sorted_by_what_helps(
    client: HubClient, hub: LoopbackHub, status: int, body: bytes, error: type[Exception]
) -> None:
    hub.answers.append((status, body, {"Retry-After": "7"}))
    with pytest.raises(error) as raised:
        client.changes(0, limit=10)
    if isinstance(raised.value, HubBusy) and body.startswith(b"{"):
        assert raised.value.seconds == 7


def test_a_certificate_file_that_is_none_is_named(tmp_path: Path, clock: FixedClock) -> None:
    for name, problem in (("missing.pem", "missing"), ("broken.pem", "not_readable")):
        (tmp_path / "broken.pem").write_text("no certificate")
        with pytest.raises(SetupError) as refusal:
            HubClient(
                "https://hub.invalid",
                tmp_path / name,
                key=KEY,
                clock=clock,
                device=lambda: "desk-1",
                training=True,
            )
        assert (refusal.value.path.name, refusal.value.problem) == (name, problem)

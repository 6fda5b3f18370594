"""Who may ask: signed by a known desk, now, once; all else is turned away with a code that says why."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from hub.running import NOON, OFFICE, Desk, SetClock, entry_of, error_of, received
from starlette.testclient import TestClient

from counter_app.domain.claim import Claim, ClaimedDossier
from counter_app.hub.app import build
from counter_app.hub.assembly import Hub
from counter_app.hub.clock import unix_ms
from counter_app.hub.database import Database
from counter_app.hub.devices import Devices
from counter_app.hub.pages import StatusPages
from counter_app.wire import signing
from counter_app.wire.changes import Changes
from counter_app.wire.codes import ErrorCode
from counter_app.wire.devices import KnownDesks
from counter_app.wire.entries import Entries, Receipts

CHANGES = "/v1/changes?after=0"


def test_a_code_enrols_one_desk_and_that_desk_alone_may_use_it_again(
    hub: Hub, line: TestClient, clock: SetClock
) -> None:
    code = hub.devices.new_code(OFFICE)
    first = Desk(line, clock).enrol(code.lower().replace("-", " "))
    again = Desk(line, clock, key=first.key).enrol(code)
    assert (again.device_id, again.counter) == (first.device_id, "Q1")
    with pytest.raises(AssertionError, match="enrolment"):
        Desk(line, clock).enrol(code)


def test_a_code_of_another_office_or_of_last_month_enrols_nobody(
    hub: Hub, line: TestClient, clock: SetClock
) -> None:
    with pytest.raises(AssertionError, match="enrolment"):
        Desk(line, clock, "H26.98").enrol(hub.devices.new_code(OFFICE))
    code = hub.devices.new_code(OFFICE)
    clock.pass_(days=8)
    with pytest.raises(AssertionError, match="enrolment"):
        Desk(line, clock).enrol(code)


def test_the_office_sees_its_desks_with_their_keys(
    desk: Desk, new_desk: Callable[..., Desk], hub: Hub
) -> None:
    second = new_desk(name="Quầy 2")
    new_desk("H26.98")
    hub.devices.revoke(second.device_id)
    known = desk.told(KnownDesks, "GET", "/v1/devices").devices
    assert [(one.name, one.revoked_at) for one in known] == [("Quầy 1", None), ("Quầy 2", NOON)]
    assert (desk.counter, second.counter) == ("Q1", "Q2")


def test_a_request_without_a_signature_is_turned_away(line: TestClient) -> None:
    answer = line.request("GET", CHANGES)
    assert (answer.status_code, error_of(answer)) == (401, ErrorCode.UNSIGNED)


@pytest.mark.parametrize(
    ("header", "value", "code"),
    [
        (signing.DEVICE, "AAAAAAAA", ErrorCode.UNKNOWN_DEVICE),
        (signing.SIGNATURE, "A" * 86 + "==", ErrorCode.SIGNATURE),
        (signing.SIGNATURE, "no base64", ErrorCode.SIGNATURE),
        (signing.NONCE, "0" * 32, ErrorCode.SIGNATURE),
        (signing.NONCE, "short", ErrorCode.UNSIGNED),
        (signing.TIME, "soon", ErrorCode.UNSIGNED),
        (signing.TIME, "1", ErrorCode.SIGNATURE),
    ],
)
def test_a_header_that_was_changed_on_the_way_is_noticed(
    desk: Desk, line: TestClient, header: str, value: str, code: ErrorCode
) -> None:
    headers = desk.headers("GET", CHANGES) | {header: value}
    assert error_of(line.request("GET", CHANGES, headers=headers)) == code


def test_body_path_query_and_method_are_all_signed(desk: Desk, line: TestClient) -> None:
    headers = desk.headers("GET", CHANGES)
    assert error_of(line.request("GET", "/v1/changes?after=1", headers=headers)) == ErrorCode.SIGNATURE
    assert error_of(line.request("GET", "/v1/conflicts", headers=headers)) == ErrorCode.SIGNATURE
    headers = desk.headers("POST", "/v1/entries", b"{}")
    answer = line.request("POST", "/v1/entries", content=b"{ }", headers=headers)
    assert error_of(answer) == ErrorCode.SIGNATURE


def test_a_request_is_good_once(desk: Desk, line: TestClient) -> None:
    headers = desk.headers("GET", CHANGES)
    assert line.request("GET", CHANGES, headers=headers).status_code == 200
    assert error_of(line.request("GET", CHANGES, headers=headers)) == ErrorCode.REPLAYED


def test_a_desk_whose_clock_is_off_is_told_the_hubs_time_and_goes_on_by_it(
    desk: Desk, clock: SetClock
) -> None:
    early = desk.clock.now() - timedelta(minutes=6)
    headers = desk.headers("GET", CHANGES, time_ms=str(unix_ms(early)))
    answer = desk.line.request("GET", CHANGES, headers=headers)
    assert error_of(answer) == ErrorCode.CLOCK
    hub_ms = answer.headers[signing.HUB_TIME]
    assert hub_ms == str(unix_ms(clock.now()))
    headers = desk.headers("GET", CHANGES, time_ms=hub_ms)
    assert desk.line.request("GET", CHANGES, headers=headers).status_code == 200


def test_a_nonce_that_is_forgotten_is_too_old_to_be_used_again(desk: Desk, clock: SetClock) -> None:
    headers = desk.headers("GET", CHANGES)
    desk.line.request("GET", CHANGES, headers=headers)
    clock.pass_(minutes=20)
    desk.told(Changes, "GET", CHANGES)
    assert error_of(desk.line.request("GET", CHANGES, headers=headers)) == ErrorCode.CLOCK


def test_a_revoked_desk_is_turned_away_for_good(desk: Desk, hub: Hub) -> None:
    hub.devices.revoke(desk.device_id)
    answer = desk.ask("GET", CHANGES)
    assert (answer.status_code, error_of(answer)) == (403, ErrorCode.REVOKED)


def test_every_answer_carries_the_hubs_time(line: TestClient, clock: SetClock) -> None:
    for path in ("/health", "/nowhere", "/metrics", "/v1/changes"):
        assert line.request("GET", path).headers[signing.HUB_TIME] == str(unix_ms(clock.now()))


def test_a_wrong_address_or_method_is_an_error_like_any_other(line: TestClient) -> None:
    assert error_of(line.request("GET", "/nowhere")) == ErrorCode.NOT_FOUND
    answer = line.request("DELETE", "/v1/entries")
    assert (answer.status_code, error_of(answer)) == (405, ErrorCode.METHOD)


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"\xff\xfe", b'{"entries": 1}', b'{"entries": [{}]}'])
def test_a_malformed_message_is_refused_by_the_name_of_its_field(desk: Desk, body: bytes) -> None:
    answer = desk.ask("POST", "/v1/entries", body)
    assert (answer.status_code, error_of(answer)) == (400, ErrorCode.MALFORMED)
    assert json.loads(answer.content)["detail"]


def test_a_message_that_is_too_large_is_refused_before_it_is_read(desk: Desk) -> None:
    answer = desk.ask("POST", "/v1/leases", b" " * 70_000)
    assert (answer.status_code, error_of(answer)) == (413, ErrorCode.TOO_LARGE)


def test_a_month_of_entries_goes_in_batches_and_comes_back_repeated(desk: Desk) -> None:
    entries = tuple(entry_of(received(number)) for number in range(1, 101))
    for wanted in ("accepted", "repeated"):
        receipts = desk.told(Receipts, "POST", "/v1/entries", Entries(entries)).receipts
        assert {one.outcome for one in receipts} == {wanted}


def test_ready_says_so_and_metrics_count_what_was_done(desk: Desk, line: TestClient) -> None:
    desk.report(entry_of(received()))
    assert line.request("GET", "/ready").status_code == 200
    counted = line.request("GET", "/metrics").text
    assert 'counter_hub_entries_total{outcome="accepted",reason=""} 1.0' in counted
    assert 'counter_hub_requests_total{route="/v1/entries",status="200"} 1.0' in counted


def test_without_its_database_the_hub_runs_but_says_that_it_cannot_work(hub: Hub) -> None:
    one = received()
    claim = Claim("AAAAAAAA", NOON, (ClaimedDossier(one.code, one.due_at, 1),)).signed(bytes(64))
    gone = Database("postgresql+psycopg://counter@127.0.0.1:1/gone")
    devices = Devices(gone, hub.clock)
    pages = StatusPages(gone, devices, hub.clock)
    without = replace(hub, database=gone, devices=devices, pages=pages)
    with TestClient(build(without)) as line:
        assert line.request("GET", "/health").status_code == 200
        for path in ("/ready", f"/s/{claim}"):
            answer = line.request("GET", path)
            assert (answer.status_code, error_of(answer)) == (503, ErrorCode.AWAY)
        desk = Desk(line, hub.clock, device_id="AAAAAAAA")
        answer = desk.ask("GET", CHANGES)
        assert (error_of(answer), answer.headers["Retry-After"]) == (ErrorCode.AWAY, "1")

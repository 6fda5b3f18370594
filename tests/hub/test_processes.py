"""Several hub processes on one database are right together, and one that is killed leaves nothing half."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from ipaddress import ip_address
from pathlib import Path

import httpx
import pytest
import sqlalchemy as sa
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from hub.processes import RunningHub, start_hub
from hub.running import OFFICE, Desk, entry_of, received

from counter_app.hub.clock import SystemClock
from counter_app.hub.database import Database
from counter_app.hub.devices import Devices
from counter_app.hub.tables import dossiers, entries
from counter_app.wire.entries import Entry
from counter_app.wire.leases import Lease, LeaseAsked

DESKS, ROUNDS = 6, 12


@pytest.fixture
def hubs(database_url: str, tmp_path: Path) -> Iterator[tuple[RunningHub, RunningHub]]:
    """Start two hub processes on one database and one folder of papers."""
    started = start_hub(tmp_path, database_url), start_hub(tmp_path, database_url)
    yield started
    for hub in started:
        hub.kill()


@pytest.fixture
def desks(hubs: tuple[RunningHub, RunningHub], database_url: str) -> Iterator[list[Desk]]:
    """Enrol desks of one office, half of them at each process."""
    database, clock = Database(database_url), SystemClock()
    devices = Devices(database, clock)
    lines = [hubs[number % 2].line() for number in range(DESKS)]
    yield [Desk(line, clock).enrol(devices.new_code(OFFICE), f"Quầy {at}") for at, line in enumerate(lines)]
    for line in lines:
        line.close()
    database.close()


def test_numbers_leased_by_many_desks_at_once_have_no_double_and_no_gap(desks: list[Desk]) -> None:
    tomorrow = SystemClock().now().date() + timedelta(days=1)

    def leased(desk: Desk) -> list[int]:
        return [number for at in range(ROUNDS) for number in numbers(desk, f"r{at}", tomorrow, at % 7 + 1)]

    with ThreadPoolExecutor(DESKS) as pool:
        given = [number for numbers_ in pool.map(leased, desks) for number in numbers_]
    assert sorted(given) == list(range(1, len(given) + 1))


def numbers(desk: Desk, request_id: str, day: date, count: int) -> range:
    """Lease numbers, asking twice as after a cut line."""
    asked = LeaseAsked(request_id, OFFICE, day, count)
    first = desk.told(Lease, "POST", "/v1/leases", asked)
    assert desk.told(Lease, "POST", "/v1/leases", asked) == first
    return range(first.first, first.last + 1)


def test_the_same_entries_sent_at_once_through_both_processes_are_kept_once(
    desks: list[Desk], hubs: tuple[RunningHub, RunningHub], database_url: str
) -> None:
    desk = desks[0]
    batch = [entry_of(received(number)) for number in range(1, 51)]
    with hubs[0].line() as one, hubs[1].line() as other:
        voices = [Desk(line, desk.clock, desk.office, desk.key, desk.device_id) for line in (one, other) * 4]
        with ThreadPoolExecutor(len(voices)) as pool:
            receipts = [one for some in pool.map(lambda voice: voice.report(*batch), voices) for one in some]
    accepted = [one for one in receipts if one.outcome == "accepted"]
    assert (len(accepted), len(receipts)) == (50, 400)
    assert {one.outcome for one in receipts} == {"accepted", "repeated"}
    database = Database(database_url)
    with database.work() as connection:
        for table in (entries, dossiers):
            assert connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one() == 50
    database.close()


def test_a_hub_killed_in_the_middle_has_kept_a_batch_whole_or_not_at_all(
    desks: list[Desk], hubs: tuple[RunningHub, RunningHub]
) -> None:
    batch = [entry_of(received(number)) for number in range(1, 101)]

    def send(desk: Desk) -> bool:
        try:
            desk.report(*batch)
        except httpx.TransportError:
            return False
        return True

    with hubs[1].line(retries=0) as line, ThreadPoolExecutor(1) as pool:
        answered = pool.submit(send, voice(desks[1], line))
        hubs[1].kill()
        answered.result()
    outcomes = voice(desks[1], desks[0].line).report(*batch)
    assert len({one.outcome for one in outcomes}) == 1


def voice(desk: Desk, line: httpx.Client) -> Desk:
    """Let a desk speak over another line than its own."""
    return Desk(line, desk.clock, desk.office, desk.key, desk.device_id)


def test_a_hub_that_is_asked_to_end_finishes_what_it_has_in_hand(
    desks: list[Desk], hubs: tuple[RunningHub, RunningHub]
) -> None:
    batch: list[Entry] = [entry_of(received(number)) for number in range(1, 101)]
    desks[0].report(batch[0])
    hubs[0].end()
    assert '"what": "closed"' in hubs[0].log.read_text(encoding="utf-8")
    assert voice(desks[0], desks[1].line).report(*batch)[0].outcome == "repeated"


def test_the_log_of_a_hub_names_desks_and_routes_but_no_citizen(
    desks: list[Desk], hubs: tuple[RunningHub, RunningHub]
) -> None:
    one = received()
    desks[0].report(entry_of(one))
    hubs[0].end()
    log = hubs[0].log.read_text(encoding="utf-8")
    assert '"route": "/v1/entries", "status": 200' in log
    assert desks[0].device_id in log
    assert one.applicant.full_name not in log
    assert one.applicant.citizen_id.digits not in log


def self_signed(folder: Path) -> ssl.SSLContext:
    """Write a certificate for 127.0.0.1 and its key into a folder, and trust it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "hub")])
    now = SystemClock().now()
    builder = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    builder = builder.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
    address = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    certificate = builder.add_extension(address, critical=False).sign(key, hashes.SHA256())
    (folder / "hub.pem").write_bytes(certificate.public_bytes(Encoding.PEM))
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (folder / "hub-key.pem").write_bytes(private)
    return ssl.create_default_context(cafile=str(folder / "hub.pem"))


def test_with_a_certificate_the_hub_speaks_tls_from_several_workers(
    database_url: str, tmp_path: Path
) -> None:
    trusted = self_signed(tmp_path)
    sealed = 'certificate = "hub.pem"\nkey = "hub-key.pem"\nworkers = 2\n'
    hub = start_hub(tmp_path, database_url, sealed, trusted)
    with hub.line() as line:
        assert line.get("/v1/time").status_code == 200
    with httpx.Client() as plain, pytest.raises(httpx.TransportError):
        plain.get(hub.address.replace("https", "http") + "/v1/time")
    hub.end()
    assert hub.log.read_text(encoding="utf-8").count('"what": "closed"') == 2


def test_a_line_that_never_finishes_its_request_is_told_so_and_cut(database_url: str, tmp_path: Path) -> None:
    hub = start_hub(tmp_path, database_url, "[limits]\nseconds = 1\n")
    port = int(hub.address.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port), timeout=30) as line:
        line.sendall(b"POST /v1/devices HTTP/1.1\r\nHost: hub\r\nContent-Length: 100\r\n\r\n{")
        answer = b"".join(iter(lambda: line.recv(4096), b""))
    hub.kill()
    assert answer.startswith(b"HTTP/1.1 408")
    assert b'"error":"too_slow"' in answer

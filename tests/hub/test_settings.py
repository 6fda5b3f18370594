"""The settings: typed, unknown keys refused by name, no listening in the open without a certificate."""

from __future__ import annotations

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hub.running import NOON, OFFICE, SetClock, entry_of, received

from counter_app.errors import SetupError
from counter_app.hub.__main__ import main
from counter_app.hub.assembly import open_hub
from counter_app.hub.keys import to_base64
from counter_app.hub.settings import Upstream, read_settings
from counter_app.wire.devices import Enrolment
from counter_app.wire.leases import LeaseAsked

USUAL = '[database]\nurl = "sqlite:///hub.db"\n[papers]\nfolder = "papers"\n'


def written(folder: Path, text: str) -> Path:
    path = folder / "hub.toml"
    path.write_text(text, encoding="utf-8")
    return path


def refusal(path: Path, environment: dict[str, str] | None = None) -> tuple[str, str, str]:
    with pytest.raises(SetupError) as refused:
        read_settings(path, environment or {})
    return refused.value.problem, refused.value.key, refused.value.nearest


def test_what_is_left_out_is_what_a_hub_starts_from(tmp_path: Path) -> None:
    settings = read_settings(written(tmp_path, USUAL), {})
    assert (settings.listen.address, settings.listen.port) == ("127.0.0.1", 8766)
    assert settings.population.upstream is Upstream.NONE


def test_the_environment_goes_before_the_file(tmp_path: Path) -> None:
    told = {"COUNTER_HUB_DATABASE_URL": "sqlite:///other.db", "COUNTER_HUB_LISTEN_PORT": "9000", "PATH": "x"}
    settings = read_settings(written(tmp_path, USUAL), told)
    assert (settings.database.url, settings.listen.port) == ("sqlite:///other.db", 9000)


@pytest.mark.parametrize(
    ("text", "problem", "key", "nearest"),
    [
        (USUAL + "[listn]\nport = 1", "unknown_key", "listn", "listen"),
        (USUAL + "[listen]\nprot = 1", "unknown_key", "listen.prot", "port"),
        (USUAL + '[listen]\nport = "1"', "wrong_kind", "listen.port", ""),
        (USUAL + "listen = 1", "unknown_key", "papers.listen", ""),
        (USUAL + '[population]\nupstream = "nation"', "not_a_choice", "population.upstream", "national"),
        ('[papers]\nfolder = "papers"', "missing", "database.url", ""),
        ('[database]\nurl = "sqlite://"', "missing", "papers.folder", ""),
        ("x", "not_toml", "", ""),
    ],
)
def test_a_word_that_is_not_known_is_refused_with_the_nearest(
    tmp_path: Path, text: str, problem: str, key: str, nearest: str
) -> None:
    assert refusal(written(tmp_path, text)) == (problem, key, nearest)


def test_a_variable_that_is_not_known_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, USUAL)
    assert refusal(path, {"COUNTER_HUB_DATABSE_URL": "x"})[:2] == ("unknown_key", "COUNTER_HUB_DATABSE_URL")
    assert refusal(path, {"COUNTER_HUB_LISTEN_PORTS": "1"})[:2] == ("unknown_key", "listen.ports")


@pytest.mark.parametrize("address", ["0.0.0.0", "::", "192.168.1.5", "hub.example.vn"])  # noqa: S104
def test_without_a_certificate_the_hub_listens_to_its_own_computer_alone(
    tmp_path: Path, address: str
) -> None:
    open_air = f'{USUAL}[listen]\naddress = "{address}"\n'
    assert refusal(written(tmp_path, open_air)) == ("no_certificate", "listen.certificate", "")
    assert refusal(written(tmp_path, f'{open_air}certificate = "c.pem"'))[:2] == ("missing", "listen.key")
    sealed = written(tmp_path, f'{open_air}certificate = "c.pem"\nkey = "k.pem"')
    assert read_settings(sealed, {}).listen.address == address


def test_a_wrong_file_is_one_line_on_standard_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, USUAL + "[listn]")
    assert main(["--settings", str(path), "migrate"]) == 2
    said = capsys.readouterr().err
    assert (said.count("\n"), "listn" in said, "listen" in said) == (1, True, True)


def test_a_hub_can_be_tried_out_on_sqlite(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, USUAL.replace("sqlite:///hub.db", f"sqlite:///{tmp_path / 'hub.db'}"))
    assert main(["--settings", str(path), "code", OFFICE]) == 0
    code = capsys.readouterr().out.strip()
    hub = open_hub(path, read_settings(path, {}), SetClock())
    key = to_base64(Ed25519PrivateKey.generate().public_key().public_bytes_raw())
    device = hub.devices.enrol(Enrolment(code, "Quầy 1", OFFICE, key))
    for wanted in ("accepted", "repeated"):
        (receipt,) = hub.ledger.take(device, [entry_of(received())]).receipts
        assert receipt.outcome == wanted
    lease = hub.numbers.lease(device, LeaseAsked("a", OFFICE, NOON.date(), 5))
    assert (lease.first, lease.last) == (1, 5)
    hub.database.close()

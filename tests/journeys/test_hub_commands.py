"""A desk and its hub on the command line: enrolled by a code, and sent once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from gateways.loopback_hub import listening
from journeys.driver import DeskDriver, desk_in
from services.people import cast

from counter_app.__main__ import main
from counter_app.bootstrap.desk import opened_desk
from counter_app.gateways.clock import SystemClock


def test_without_a_hub_all_is_kept_and_enrolling_says_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sync", "--data", str(tmp_path)]) == 0
    assert json.loads(capsys.readouterr().out)["end"] == "no_hub"
    assert main(["enrol", "--data", str(tmp_path), "GOOD-CODE"]) == 2
    assert "counter.toml" in capsys.readouterr().err


def test_a_desk_enrols_and_sends_what_it_has_received(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with desk_in(tmp_path, SystemClock()) as desk:
        receive(desk)
    with opened_desk(tmp_path) as opened:
        public_key = opened.key.public_key
    with listening(public_key, round(SystemClock().now().timestamp() * 1000)) as server:
        settings = f'[hub]\naddress = "{server.address}"\n'
        (tmp_path / "counter.toml").write_text(settings, encoding="utf-8")
        assert main(["sync", "--data", str(tmp_path)]) == 1
        assert json.loads(capsys.readouterr().out)["end"] == "not_enrolled"
        assert main(["enrol", "--data", str(tmp_path), "WRONG-CODE"]) == 2
        assert "have the hub print another one" in capsys.readouterr().err
        assert main(["enrol", "--data", str(tmp_path), "GOOD-CODE"]) == 0
        assert "Q3A" in capsys.readouterr().out
        assert main(["sync", "--data", str(tmp_path)]) == 0
        said = json.loads(capsys.readouterr().out)
    assert (said["end"], said["acknowledged"], said["waiting"]) == ("done", 1, 0)


def receive(desk: DeskDriver) -> None:
    """Receive one dossier without papers."""
    desk.show_card(cast().ede)
    desk.choose("2.000635")
    desk.answer_as_in_the_example()
    desk.receive()

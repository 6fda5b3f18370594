"""What is decided away from the desks reaches the desks, the citizen's page and the province."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa
from hub.processes import write_settings
from hub.running import NOON, Desk, SetClock, entry_of, event_of, received
from hub.test_pages import token
from starlette.testclient import TestClient

from counter_app.hub.__main__ import main
from counter_app.hub.assembly import Hub
from counter_app.hub.database import Database, lock_number
from counter_app.hub.denial import Denied
from counter_app.hub.export import Export
from counter_app.hub.handling import Handling
from counter_app.hub.keys import from_base64, hub_key, is_signed_by
from counter_app.wire.changes import Changes, DossierState, Published, StatusTold
from counter_app.wire.reports import VoidReport
from counter_app.wire.signing import published_text
from counter_app.wire.text import from_json

ONE = received()


def test_a_dossier_that_is_ready_is_ready_everywhere(
    desk: Desk, line: TestClient, hub: Hub, clock: SetClock
) -> None:
    desk.report(entry_of(ONE))
    Handling(hub.database, clock).put(ONE.code, DossierState.READY)
    (change,) = desk.told(Changes, "GET", "/v1/changes?after=0").changes
    assert from_json(StatusTold, change.content).state == "ready"
    assert "Đã có kết quả, mời ông/bà đến nhận" in line.request("GET", f"/s/{token(desk)}").text
    (waiting,) = Export(hub.database, clock).waiting()
    assert waiting.dossier.TrangThaiHoSo == "9"


def test_a_voided_dossier_stays_voided(desk: Desk, hub: Hub, clock: SetClock) -> None:
    void = VoidReport(ONE.dossier_id, ONE.code, "nhầm", "lan", NOON)
    desk.report(entry_of(ONE), event_of("void", void, "v"))
    with pytest.raises(Denied, match="conflict"):
        Handling(hub.database, clock).put(ONE.code, DossierState.READY)


def test_the_command_line_says_it_too(
    desk: Desk, database_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.report(entry_of(ONE))
    settings = ["--settings", str(write_settings(tmp_path, database_url))]
    assert main([*settings, "state", ONE.code, "refused", "--reason", "thiếu điều kiện"]) == 0
    (change,) = desk.told(Changes, "GET", "/v1/changes?after=0").changes
    assert from_json(StatusTold, change.content).reason == "thiếu điều kiện"
    assert main([*settings, "state", "H26.99.10-261122-0404", "ready"]) == 2
    assert capsys.readouterr().err == "hub: not_found\n"


def test_a_published_pack_reaches_every_desk_signed_by_the_hub(
    desk: Desk, database_url: str, tmp_path: Path
) -> None:
    pack = tmp_path / "1.004194.toml"
    pack.write_text('name = "Đăng ký tạm trú"', encoding="utf-8")
    settings = ["--settings", str(write_settings(tmp_path, database_url))]
    assert main([*settings, "publish", "pack", str(pack), "--version", "2026-11"]) == 0
    (change,) = desk.told(Changes, "GET", "/v1/changes?after=0").changes
    told = from_json(Published, change.content)
    text = published_text("pack", told.name, told.version, told.body)
    public_key = hub_key(tmp_path / "hub.key").public_key
    assert (change.kind, told.name, told.body) == ("pack", "1.004194", 'name = "Đăng ký tạm trú"')
    assert is_signed_by(public_key, text, from_base64(told.signature))


def test_what_every_office_is_told_waits_for_what_is_being_told_to_one(database_url: str) -> None:
    database = Database(database_url)
    attempt = sa.select(sa.func.pg_try_advisory_xact_lock(lock_number("every office")))
    with database.office("H26.99"), database.work() as other:
        assert other.execute(attempt).scalar_one() is False
    with database.work() as other:
        assert other.execute(attempt).scalar_one() is True
    database.close()

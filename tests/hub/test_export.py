"""What a province is told of dossiers: in its shape, once, again when one has moved, never of training."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hub.running import NOON, Desk, SetClock, entry_of, event_of, received
from hub.upstream import Upstream, upstream

from counter_app.hub.assembly import Hub
from counter_app.hub.export import Export, Pushed
from counter_app.hub.settings import ProvinceSettings
from counter_app.wire.reports import ClockReport

PAPER = b"%PDF-1.7 invented"
SHA256 = hashlib.sha256(PAPER).hexdigest()


@pytest.fixture
def province() -> Iterator[Upstream]:
    """Run a stub of the provincial system."""
    with upstream() as stub:
        yield stub


@pytest.fixture
def export(hub: Hub, clock: SetClock) -> Export:
    """Give the export of the hub under test."""
    return Export(hub.database, clock)


def test_a_dossier_is_written_in_the_provinces_shape(desk: Desk, export: Export, tmp_path: Path) -> None:
    desk.upload(PAPER, SHA256)
    one = received(sha256=SHA256)
    desk.report(entry_of(one))
    assert export.write(tmp_path / "out") == 1
    told = json.loads((tmp_path / "out" / f"{one.code}.json").read_text(encoding="utf-8"))
    assert (told["MaHoSo"], told["MaTTHC"], told["KenhThucHien"]) == (one.code, "1.004194", "1")
    assert (told["NgayTiepNhan"], told["NgayHenTra"]) == ("22/11/2026 12:00:00", "25/11/2026 12:00:00")
    assert (told["LoaiDinhDanh"], told["SoDinhDanh"]) == ("1", one.applicant.citizen_id.digits)
    (paper,) = told["TaiLieuNop"]
    assert (paper["DuocSoHoa"], paper["DuocLayTuKhoDMQG"], told["HoSoCoThanhPhanSoHoa"]) == ("1", "0", "1")
    assert told["LePhi"] == [{"TenPhiLePhi": "Lệ phí", "SoTien": "15000"}]
    assert export.write(tmp_path / "out") == 0


def test_a_dossier_is_told_again_when_it_has_moved_and_training_never(
    desk: Desk, export: Export, province: Upstream
) -> None:
    one = received()
    desk.report(entry_of(one), entry_of(replace(received(2), training=True)))
    settings = ProvinceSettings(province.url, "token")
    assert export.push(settings) == Pushed(1, 0, is_away=False)
    assert export.push(settings) == Pushed(0, 0, is_away=False)
    began = ClockReport(one.dossier_id, one.code, "wait_began", "lan", NOON, "fee")
    desk.report(event_of("clock", began, "c"))
    assert export.push(settings).told == 1
    states = [json.loads(body)["TrangThaiHoSo"] for _, body in province.asked]
    assert states == ["2", "6"]
    assert province.asked[0][0]["Authorization"] == "Bearer token"


def test_what_a_province_refuses_stops_no_other_and_what_it_cannot_do_waits(
    desk: Desk, export: Export, province: Upstream
) -> None:
    for first in (1, 76):
        desk.report(*(entry_of(received(number)) for number in range(first, first + 75)))
    settings = ProvinceSettings(province.url)
    province.status = 503
    assert export.push(settings) == Pushed(0, 0, is_away=True)
    province.status = 400
    assert export.push(settings) == Pushed(0, 150, is_away=False)
    province.status = 200
    assert export.push(settings) == Pushed(150, 0, is_away=False)

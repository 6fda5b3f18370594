"""Look-ups through the hub: recorded before they are made, in the national service's own shape."""

from __future__ import annotations

import hashlib
import json
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import sqlalchemy as sa
from gateways.specimen_town import town
from hub.running import Desk, SetClock, error_of
from hub.upstream import NOBODY, Upstream, fault, upstream

from counter_app.bootstrap.cards import write_people
from counter_app.domain.citizen import PopulationRecord
from counter_app.domain.citizen_id import Sex
from counter_app.domain.dates import PartialDate
from counter_app.errors import SetupError
from counter_app.hub.assembly import Hub
from counter_app.hub.clock import unix_ms
from counter_app.hub.national import Access, NationalRegistry
from counter_app.hub.specimen import read_specimen
from counter_app.hub.tables import look_ups
from counter_app.wire.codes import ErrorCode
from counter_app.wire.population import LookUpAnswer, LookUpAsked
from counter_app.wire.text import from_json, to_json

LOOK_UP = "/v1/population/look-ups"
ASKED = LookUpAsked(
    "000190000017",
    "Nguyễn Thị Hương",
    PartialDate(1990, 3, 15),
    "đăng ký tạm trú",
    "lan",
    "1.004194",
    "dossier-1",
)


@pytest.fixture
def national() -> Iterator[Upstream]:
    """Run a stub of the national service."""
    with upstream() as stub:
        yield stub


@pytest.fixture
def registry(national: Upstream, clock: SetClock) -> NationalRegistry:
    """Ask that stub."""
    access = Access(national.url, "xa-mau", "secret", "key", "GOV/XA/MAU", "037", "H26")
    return NationalRegistry(access, clock, 5)


def recorded(hub: Hub) -> list[tuple[str, ...]]:
    chosen = sa.select(
        look_ups.c.purpose, look_ups.c.official_sign, look_ups.c.procedure_code, look_ups.c.outcome
    )
    with hub.database.work() as connection:
        return [tuple(row) for row in connection.execute(chosen.order_by(look_ups.c.asked_at))]


def test_a_record_is_read_from_the_services_answer(desk: Desk) -> None:
    answer = desk.told(LookUpAnswer, "POST", LOOK_UP, ASKED)
    record = answer.record
    assert record
    assert (record.full_name, record.born_on, record.sex) == (
        "Nguyễn Thị Hương",
        PartialDate(1990, 3, 15),
        Sex.FEMALE,
    )
    assert (record.ethnicity, record.marital_status, record.blood_group) == ("Kinh", "Chưa kết hôn", "O")
    assert str(record.permanent_residence) == "Số 1 ngõ Mẫu, 00001, 00"
    assert record.father
    assert (record.father.full_name, record.household.relation_to_head) == ("Nguyễn Văn Mẫu", "Con đẻ")
    assert answer.upstream == "national"


def test_the_service_is_asked_as_it_wants_to_be(desk: Desk, national: Upstream, clock: SetClock) -> None:
    desk.told(LookUpAnswer, "POST", LOOK_UP, replace(ASKED, full_name="Nguyễn <Hương> & Lê"))
    ((headers, body),) = national.asked
    stamp = str(unix_ms(clock.now()))
    password = hashlib.sha256(f"{national.url}xa-mau{stamp}secret".encode()).hexdigest()
    assert b64decode(headers["Authorization"].removeprefix("Basic ")).decode() == f"xa-mau:{password}"
    assert (headers["Timestamp"], headers["Apikey" if "Apikey" in headers else "ApiKey"]) == (stamp, "key")
    asked = ET.fromstring(body).find(".//{http://dancuquocgia.bca}TraCuuThongTinCongDan")  # noqa: S314 - our own
    assert asked is not None
    named = {part.tag.partition("}")[2]: part.text for part in asked.iter()}
    assert list(named)[2:8] == ["MaDVC", "MaTichHop", "MaCanBo", "MaDonVi", "SoDinhDanh", "HoVaTen"]
    assert (named["HoVaTen"], named["NgayThangNam"]) == ("NGUYỄN <HƯƠNG> & LÊ", "19900315")


def test_of_some_only_the_year_is_asked_and_nobody_is_no_error(desk: Desk, national: Upstream) -> None:
    national.body = NOBODY
    answer = desk.told(LookUpAnswer, "POST", LOOK_UP, replace(ASKED, born_on=PartialDate(1950)))
    assert answer.record is None
    assert "<dan:Nam>1950</dan:Nam>" in national.asked[0][1]


@pytest.mark.parametrize(
    ("status", "body", "code"),
    [
        (200, fault("004"), ErrorCode.NOT_LICENSED),
        (200, fault("005"), ErrorCode.NOT_ALLOWED),
        (200, fault("999"), ErrorCode.AWAY),
        (429, "", ErrorCode.QUOTA),
        (403, "", ErrorCode.NOT_ALLOWED),
        (500, "<html>", ErrorCode.AWAY),
        (200, "no xml", ErrorCode.AWAY),
        (200, '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', ErrorCode.AWAY),
        (200, "<a>" + "x" * 1_100_000 + "</a>", ErrorCode.AWAY),
        (200, NOBODY.replace("</r:", "<r:CongDan/></r:", 1), ErrorCode.AWAY),
        (200, "<html><body>Please sign in</body></html>", ErrorCode.AWAY),
    ],
)
def test_what_the_service_refuses_or_cannot_do_has_a_code(
    desk: Desk, national: Upstream, hub: Hub, status: int, body: str, code: ErrorCode
) -> None:
    national.status, national.body = status, body
    assert error_of(desk.ask("POST", LOOK_UP, ASKED)) == code
    assert recorded(hub) == [("đăng ký tạm trú", "lan", "1.004194", code.value)]


def test_a_look_up_is_recorded_with_its_purpose_and_without_the_number(desk: Desk, hub: Hub) -> None:
    desk.told(LookUpAnswer, "POST", LOOK_UP, ASKED)
    assert recorded(hub) == [("đăng ký tạm trú", "lan", "1.004194", "found")]
    with hub.database.work() as connection:
        row = connection.execute(sa.select(look_ups)).one()
    assert ASKED.number not in json.dumps([str(value) for value in row])
    assert row.number_hash == hub.key.hidden(ASKED.number)


def test_a_service_that_is_away_is_left_alone_for_a_while(
    desk: Desk, national: Upstream, clock: SetClock, hub: Hub
) -> None:
    national.status, national.body = 500, ""
    for _ in range(8):
        assert error_of(desk.ask("POST", LOOK_UP, ASKED)) == ErrorCode.AWAY
    assert len(national.asked) == 5
    national.status, national.body = 200, NOBODY
    clock.pass_(seconds=31)
    desk.told(LookUpAnswer, "POST", LOOK_UP, ASKED)
    desk.told(LookUpAnswer, "POST", LOOK_UP, ASKED)
    assert len(national.asked) == 7
    assert len(recorded(hub)) == 10


def test_invented_people_are_found_by_number_name_and_birth_date_together(tmp_path: Path) -> None:
    people = town(people=40)
    file = tmp_path / "people.jsonl"
    file.write_text("\n".join(map(to_json, people)), encoding="utf-8")
    registry = read_specimen(file)
    one = people[3]
    asked = replace(ASKED, number=one.citizen_id.digits, full_name=one.full_name.upper(), born_on=one.born_on)
    assert registry.look_up(asked, "") == one
    assert registry.look_up(replace(asked, born_on=PartialDate(1901)), "") is None
    assert registry.look_up(replace(asked, full_name="Ai Đó"), "") is None


def test_the_people_that_a_desk_writes_down_are_those_its_hub_finds(tmp_path: Path) -> None:
    file = tmp_path / "people.jsonl"
    assert write_people(file, count=320, seed=2026) == 320
    one = from_json(PopulationRecord, file.read_text(encoding="utf-8").splitlines()[0])
    asked = replace(ASKED, number=one.citizen_id.digits, full_name=one.full_name, born_on=one.born_on)
    assert read_specimen(file).look_up(asked, "") == one


def test_a_file_with_somebody_who_is_not_invented_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "people.jsonl"
    file.write_text(to_json(town(people=40)[0]).replace('"000', '"001'), encoding="utf-8")
    with pytest.raises(SetupError) as refused:
        read_specimen(file)
    assert (refused.value.key, refused.value.line) == ("citizen_id", 1)

"""A training desk and a hub of record: the desk finds out what the hub is for, and tells it nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hub.processes import start_hub
from journeys.driver import desk_in

from counter_app.gateways.clock import SystemClock
from counter_app.gateways.specimen.desk import specimen_duty
from counter_app.hub.clock import SystemClock as HubClock
from counter_app.hub.database import Database
from counter_app.hub.devices import Devices
from counter_app.services.enrolment import DEVICE
from counter_app.services.hub_port import HubRefused
from counter_app.services.sync import SyncEnd
from counter_app.wire.codes import ErrorCode


def test_a_training_desk_finds_no_way_to_a_hub_of_record(tmp_path: Path, database_url: str) -> None:
    hub = start_hub(tmp_path, database_url, training=False)
    database = Database(database_url)
    code = Devices(database, HubClock()).new_code(specimen_duty().office.code)
    database.close()
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "counter.toml").write_text(f'[hub]\naddress = "{hub.address}"\n', encoding="utf-8")
    with desk_in(folder, SystemClock()) as desk:
        with pytest.raises(HubRefused) as refusal:
            desk.opened.desk.enrolling.enrol(code, specimen_duty())
        with desk.opened.desk.store.work() as work:  # as if it had been enrolled before the hub changed
            work.keep_preference(DEVICE, "desk-1")
            work.commit()
        report = desk.opened.desk.sync.run()
    hub.end()
    assert refusal.value.code is ErrorCode.TRAINING
    assert (report.end, report.code, report.acknowledged) == (SyncEnd.REFUSED, ErrorCode.TRAINING, 0)
    asked = {json.loads(line).get("path") for line in hub.log.read_text().splitlines() if "path" in line}
    assert asked <= {"/v1/time", "/ready"}, "the desk told the hub something"

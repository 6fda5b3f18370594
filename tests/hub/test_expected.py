"""Who is expected tomorrow: looked up with a purpose, told to the own office alone, and gone afterwards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa
from hub.running import Desk, SetClock, entry_of, received
from services.people import cast, population

from counter_app.errors import SetupError
from counter_app.hub.assembly import Hub
from counter_app.hub.expected import Expected, Told
from counter_app.hub.population import Registry
from counter_app.hub.specimen import SpecimenRegistry
from counter_app.hub.tables import appointments, changes, look_ups
from counter_app.wire.changes import Changes, PopulationTold
from counter_app.wire.text import from_json

TOMORROW = date(2026, 11, 23)


@pytest.fixture
def registry() -> Registry:
    """Give the invented town."""
    return SpecimenRegistry(population())


@pytest.fixture
def expected(hub: Hub) -> Expected:
    return Expected(hub.database, hub.clock, hub.population, hub.news)


def told_to(desk: Desk) -> list[str]:
    """List whose records a desk is told of."""
    new = desk.told(Changes, "GET", "/v1/changes?after=0")
    told = [from_json(PopulationTold, one.content) for one in new.changes if one.kind == "population"]
    assert all(one.day == TOMORROW for one in told)
    return [record.citizen_id.digits for one in told for record in one.records]


def test_people_of_appointments_and_open_dossiers_are_told_to_their_own_office_until_the_day_is_over(
    hub: Hub, expected: Expected, new_desk: Callable[..., Desk], clock: SetClock, tmp_path: Path
) -> None:
    mine, other = new_desk(), new_desk("H26.99.11")
    guest, holder = cast().ede, received(1).applicant
    file = tmp_path / "appointments.csv"
    file.write_text(
        "day,number,full_name,born_on\n"
        f"{TOMORROW},{guest.citizen_id.digits},{guest.full_name},{guest.born_on}\n"
        f"{TOMORROW},{guest.citizen_id.digits},{guest.full_name},{guest.born_on}\n",
        encoding="utf-8",
    )
    assert expected.take_appointments(mine.office, file) == 2
    mine.report(entry_of(received(1), "e1"))
    told = expected.tell()
    numbers = told_to(mine)
    assert told == Told(len(numbers), 2, is_away=False)
    assert numbers[0] == guest.citizen_id.digits
    assert set(numbers) <= {guest.citizen_id.digits, holder.citizen_id.digits}
    assert told_to(other) == []
    with hub.database.work() as connection:
        looks = connection.execute(sa.select(look_ups.c.purpose, look_ups.c.office_code)).all()
    assert {tuple(one) for one in looks} == {("expected at the office", mine.office)}
    clock.pass_(days=2)
    assert told_to(mine) == []
    expected.forget_past()
    with hub.database.work() as connection:
        for table in (appointments, changes):
            assert connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one() == 0


@pytest.mark.parametrize(
    ("row", "key"),
    [
        ("2026-11-23,12,A,1990", "number"),
        ("tomorrow,000123456789,A,1990", "born_on"),
        ("2026-11-23,000123456789,,1990", "full_name"),
    ],
)
def test_a_wrong_file_of_appointments_is_refused_by_line_and_column(
    expected: Expected, tmp_path: Path, row: str, key: str
) -> None:
    file = tmp_path / "appointments.csv"
    file.write_text(f"day,number,full_name,born_on\n{row}\n", encoding="utf-8")
    with pytest.raises(SetupError) as refused:
        expected.take_appointments("H26.99.10", file)
    assert (refused.value.key, refused.value.line) == (key, 2)

"""What an office puts into its own folder, and what a start remembers of the definitions it has checked."""

import contextlib
import json
import shutil
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from services.people import RESOURCES, TODAY

from counter_app.bootstrap.definitions import Definitions, definitions_of_desk, read_definitions
from counter_app.bootstrap.kept_definitions import KeptDefinitions
from counter_app.bootstrap.value_text import ValueText
from counter_app.domain.fee_rules import Channel
from counter_app.domain.fees import FeeLine, FeeQuestion, fee_for
from counter_app.domain.provenance import Provenance, Status

RESIDENCE = "1.004194"
KEY = bytes(range(32))
PARTS = ("forms", "procedures", "examples")


def amounts(begins: str, amount: int) -> str:
    """Write a resolution that sets the fee of temporary residence at the desk."""
    return (
        'province = "Mẫu"\n'
        f'source = "Nghị quyết {amount}/NQ-HĐND tỉnh Mẫu"\n'
        f"effective_from = {begins}\n"
        "checked_on = 2026-11-22\n"
        'status = "verified"\n'
        "[[amounts]]\n"
        f'procedure = "{RESIDENCE}"\n'
        'fee = "residence_fee"\n'
        'channels = ["direct"]\n'
        f"amount = {amount}\n"
    )


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """Copy one pack with its form, its example and the calendar."""
    folder = tmp_path / "resources"
    for part in PARTS:
        (folder / part).mkdir(parents=True)
    shutil.copy(RESOURCES / "procedures" / f"{RESIDENCE}.toml", folder / "procedures")
    shutil.copy(RESOURCES / "examples" / f"{RESIDENCE}.toml", folder / "examples")
    shutil.copy(RESOURCES / "examples" / "people.toml", folder / "examples")
    for form in (RESOURCES / "forms").glob("ct01*.toml"):
        shutil.copy(form, folder / "forms")
    for name in ("holidays.toml", "office_hours.toml"):
        shutil.copy(RESOURCES / name, folder)
    return folder


def fee_at_the_desk(folder: Path, kept: Path) -> FeeLine:
    """Ask for the fee on a day of November 2026."""
    found = read_definitions(folder, kept)
    assert found.problems == ()
    procedure = found.procedures.on(RESIDENCE, TODAY)
    (line,) = fee_for(procedure, FeeQuestion(Channel.DIRECT, TODAY)).lines
    return line


def test_the_offices_newest_amount_goes_before_all_others_and_names_its_source(
    shipped: Path, tmp_path: Path
) -> None:
    own = tmp_path / "desk" / "office_fees"
    own.mkdir(parents=True)
    (shipped / "office_fees").mkdir()
    (shipped / "office_fees" / "z.toml").write_text(amounts("2026-02-01", 11_000), encoding="utf-8")
    assert fee_at_the_desk(shipped, own.parent).amount == 11_000
    (own / "b.toml").write_text(amounts("2026-01-01", 12_000), encoding="utf-8")
    assert fee_at_the_desk(shipped, own.parent).amount == 11_000
    (own / "a.toml").write_text(amounts("2026-07-01", 13_000), encoding="utf-8")
    (own / "c.toml").write_text(amounts("2027-01-01", 14_000), encoding="utf-8")
    line = fee_at_the_desk(shipped, own.parent)
    assert line.amount == 13_000
    assert line.rule.provenance.source == "Nghị quyết 13000/NQ-HĐND tỉnh Mẫu"


def test_a_pack_whose_example_fails_is_left_out_at_every_start(
    shipped: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert definitions_of_desk(shipped, tmp_path, KEY).problems == ()
    example = shipped / "examples" / f"{RESIDENCE}.toml"
    example.write_text(
        example.read_text(encoding="utf-8").replace("fee = 15_000", "fee = 1"), encoding="utf-8"
    )
    for _ in range(2):
        found = definitions_of_desk(shipped, tmp_path, KEY)
        assert [problem.problem for problem in found.problems] == ["example_fails"]
        assert found.procedures.versions == ()
    caplog.clear()


def as_values(found: Definitions) -> tuple[object, ...]:
    """Give everything that definitions hold, comparable."""
    return found.forms.forms, found.procedures.versions, found.bundles, found.calendar


def test_all_shipped_definitions_come_back_from_what_was_kept_as_they_were_read(tmp_path: Path) -> None:
    assert KeptDefinitions(RESOURCES, tmp_path, KEY).recall() is None
    read = definitions_of_desk(RESOURCES, tmp_path, KEY)
    assert KeptDefinitions(RESOURCES, tmp_path, KEY).recall() is not None
    kept = definitions_of_desk(RESOURCES, tmp_path, KEY)
    assert as_values(kept) == as_values(read)
    assert [kept.procedures.bundle(one) for one in kept.procedures.versions] == [
        read.procedures.bundle(one) for one in read.procedures.versions
    ]
    assert kept.procedures.search("tam tru", TODAY) == read.procedures.search("tam tru", TODAY)


@pytest.mark.parametrize("changed", ["forms/ct01.toml", "procedures/1.004194.toml", "holidays.toml"])
def test_a_changed_file_has_everything_read_again(shipped: Path, tmp_path: Path, changed: str) -> None:
    definitions_of_desk(shipped, tmp_path, KEY)
    assert KeptDefinitions(shipped, tmp_path, KEY).recall()
    with (shipped / changed).open("a", encoding="utf-8") as file:
        file.write("# đổi\n")
    assert KeptDefinitions(shipped, tmp_path, KEY).recall() is None


def test_amounts_that_an_office_adds_count_at_the_next_start(shipped: Path, tmp_path: Path) -> None:
    definitions_of_desk(shipped, tmp_path, KEY)
    (tmp_path / "office_fees").mkdir()
    (tmp_path / "office_fees" / "a.toml").write_text(amounts("2026-07-01", 13_000), encoding="utf-8")
    procedure = definitions_of_desk(shipped, tmp_path, KEY).procedures.on(RESIDENCE, TODAY)
    assert fee_for(procedure, FeeQuestion(Channel.DIRECT, TODAY)).amount == 13_000


@pytest.mark.parametrize("damage", ["cut", "bit", "empty", "other key", "other seal", "nothing but a seal"])
def test_what_was_kept_and_is_damaged_or_forged_is_as_good_as_none(
    shipped: Path, tmp_path: Path, damage: str
) -> None:
    read = definitions_of_desk(shipped, tmp_path, KEY)
    path = tmp_path / "definitions.kept"
    seal, _, body = path.read_bytes().partition(b"\n")
    broken = {
        "cut": seal + b"\n" + body[:-9],
        "bit": seal + b"\n" + body.replace(b"15000", b"15001", 1),
        "empty": b"",
        "other key": seal + b"\n" + body,
        "other seal": b"0" * 64 + b"\n" + body,
        "nothing but a seal": seal,
    }
    assert broken["bit"] != path.read_bytes()
    path.write_bytes(broken[damage])
    key = bytes(32) if damage == "other key" else KEY
    assert KeptDefinitions(shipped, tmp_path, key).recall() is None
    assert as_values(definitions_of_desk(shipped, tmp_path, key)) == as_values(read)
    assert KeptDefinitions(shipped, tmp_path, key).recall(), "kept anew"


@example([10**12, [-4, 0]])
@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=30))
def test_a_text_of_values_that_nobody_wrote_is_refused_and_never_breaks_anything_else(
    entries: object,
) -> None:
    values = ValueText((Provenance, Status))
    with contextlib.suppress(ValueError):
        values.read(json.dumps(entries))


def test_a_value_of_an_unlisted_class_is_not_written() -> None:
    with pytest.raises(TypeError):
        ValueText((Status,)).written((Channel.DIRECT,))

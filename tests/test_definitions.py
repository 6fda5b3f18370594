"""What an office puts into its own folder: amounts that go before the shipped ones, and checks remembered."""

import shutil
from pathlib import Path

import pytest
from services.people import RESOURCES, TODAY

from counter_app.bootstrap.checked import ExamplesChecked
from counter_app.bootstrap.definitions import read_definitions
from counter_app.domain.fee_rules import Channel
from counter_app.domain.fees import FeeLine, FeeQuestion, fee_for

RESIDENCE = "1.004194"
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
    given = read_definitions(folder, kept)
    assert given.problems == ()
    procedure = given.procedures.on(RESIDENCE, TODAY)
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
    kept = tmp_path / "desk"
    kept.mkdir()
    assert read_definitions(shipped, kept).problems == ()
    example = shipped / "examples" / f"{RESIDENCE}.toml"
    example.write_text(
        example.read_text(encoding="utf-8").replace("fee = 15_000", "fee = 1"), encoding="utf-8"
    )
    for _ in range(2):
        given = read_definitions(shipped, kept)
        assert [problem.problem for problem in given.problems] == ["example_fails"]
        assert given.procedures.versions == ()
    caplog.clear()


@pytest.mark.parametrize("changed", ["forms/ct01.toml", "procedures/1.004194.toml", "holidays.toml"])
def test_a_changed_file_has_the_examples_tried_again(shipped: Path, tmp_path: Path, changed: str) -> None:
    note = tmp_path / "examples.checked"
    assert not ExamplesChecked(shipped, note).are_right
    read_definitions(shipped, tmp_path)
    assert ExamplesChecked(shipped, note).are_right
    with (shipped / changed).open("a", encoding="utf-8") as file:
        file.write("# đổi\n")
    assert not ExamplesChecked(shipped, note).are_right

"""What is counted at each procedure: filled from the record, asked, and asked in vain."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from crafts.forms.forms_samples import RESOURCES

from forms.__main__ import main
from forms.coverage import Coverage, coverage


def counted(folder: Path, code: str) -> Coverage:
    return next(one for one in coverage(folder) if one.code == code)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("procedures", "forms", "examples"):
        shutil.copytree(RESOURCES / name, tmp_path / name)
    return tmp_path


def test_temporary_residence_is_filled_from_the_record() -> None:
    one = counted(RESOURCES, "1.004194")
    assert one.untyped == one.told
    assert one.known > one.asked
    assert (one.papers, one.struck_out) == (6, 2)
    assert one.fields == one.known + one.assumed + one.asked + one.optional


def test_a_field_that_forgets_its_fact_is_found_out(folder: Path) -> None:
    form = folder / "forms" / "ct01.toml"
    text = form.read_text(encoding="utf-8")
    form.write_text(text.replace('facts = ["holder.full_name"]\n', "", 1), encoding="utf-8")
    example = folder / "examples" / "1.004194.toml"
    said = example.read_text(encoding="utf-8")
    example.write_text(
        said.replace("[answers]", '[answers]\nfull_name = "Nguyễn Thị Thu Hà"'), encoding="utf-8"
    )
    assert [name for name, _ in counted(folder, "1.004194").asked_again] == ["full_name"]


def test_the_command_prints_a_line_for_each_procedure(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["coverage", str(folder)])
    printed = capsys.readouterr().out
    assert "Đăng ký tạm trú" in printed
    assert "of the citizen's facts never typed" in printed


def test_the_command_names_a_file_that_cannot_be_read(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "procedures" / "bad.toml").write_text("code = ", encoding="utf-8")
    assert main(["coverage", str(folder)]) == 2
    assert "bad.toml:1: not a TOML file" in capsys.readouterr().err

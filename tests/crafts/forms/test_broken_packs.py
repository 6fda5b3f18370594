"""A folder of broken packs: each is refused with the right line and key, the whole one is not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from crafts.forms.broken_packs import BROKEN, WHOLE_PACK, Broken
from crafts.forms.forms_samples import RESOURCES, SMALL_FORM

from forms.fault_words import fault_line
from forms.folder_check import SHAPES, Report, check_folder
from forms.lines import lines_of
from forms.schema import schema_text


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    folder = tmp_path_factory.mktemp("broken")
    (folder / "small.toml").write_text(SMALL_FORM, encoding="utf-8")
    (folder / "whole.toml").write_text(WHOLE_PACK, encoding="utf-8")
    for number, broken in enumerate(BROKEN):
        text = broken.text.replace('version = "2026-01-01"', f'version = "{number}"')
        (folder / f"{number:03}.toml").write_text(text, encoding="utf-8")
    return check_folder(folder)


def test_the_folder_holds_many_broken_packs_and_one_whole(report: Report) -> None:
    assert len(BROKEN) >= 60
    assert {fault.file for fault in report.faults} == {f"{number:03}.toml" for number in range(len(BROKEN))}


@pytest.mark.parametrize("number", range(len(BROKEN)), ids=lambda at: f"{at:03}-{BROKEN[at].key}")
def test_a_broken_pack_is_refused_with_the_right_line(report: Report, number: int) -> None:
    broken = BROKEN[number]
    found = [fault for fault in report.faults if fault.file == f"{number:03}.toml"]
    said = [(fault.line, fault.key, fault.problem, fault.nearest) for fault in found]
    assert said[0] == (broken.line, broken.key, broken.problem, broken.nearest)
    assert fault_line(found[0]).startswith(f"{number:03}.toml:{broken.line}:")


def test_every_fault_of_a_file_is_told(tmp_path: Path) -> None:
    twice = Broken("essential = 3", "essential = 99", "", "").text.replace('slips = "general"', "slips = 1")
    (tmp_path / "pack.toml").write_text(twice, encoding="utf-8")
    assert [fault.key for fault in check_folder(tmp_path).faults] == ["essential", "slips"]


def test_a_line_is_found_in_whatever_way_a_key_is_written() -> None:
    text = (
        "# a = 1\na.b = '''\nx = 1\n'''\n\"c d\" = [ # ]\n  1,\n  { e = [2,\n 3], f = \"}\" },\n]\n"
        "[[g]]\nh = 1\n[[g.i]]\nj = 1\n[[g]]\n[[g.i]]\n[[g.i]]\nj = 3\n"
    )
    lines = lines_of(text)
    assert {place: lines[place] for place in ("a.b", "c d", "c d[2]", "c d[2].e[2]", "c d[2].f")} == {
        "a.b": 2,
        "c d": 5,
        "c d[2]": 7,
        "c d[2].e[2]": 8,
        "c d[2].f": 8,
    }
    assert (lines["g[1].h"], lines["g[1].i[1].j"], lines["g[2].i[2].j"]) == (11, 13, 17)


@pytest.mark.parametrize("kind", SHAPES)
def test_the_published_schema_is_that_of_the_readers(kind: str) -> None:
    path = RESOURCES / "schema" / f"{kind}.json"
    shape = next(shape for known, shape in SHAPES.items() if known == kind)
    assert path.read_text(encoding="utf-8") == schema_text(shape), (
        "run: python -m forms schema resources/schema"
    )
    assert json.loads(path.read_text(encoding="utf-8"))["additionalProperties"] is False

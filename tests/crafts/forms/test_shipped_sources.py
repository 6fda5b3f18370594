"""How sure the shipped rules say they are: what was not held against its source is never called verified."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from crafts.forms.broken_packs import WHOLE_PACK
from crafts.forms.forms_samples import RESOURCES, SMALL_FORM

from forms.fault_words import fault_line
from forms.folder_check import check_folder

UNCHECKED = ("chưa đối chiếu", "chưa biết", "nguồn thứ cấp", "chưa có văn bản")
FILES = [path for name in ("procedures", "bundles", "forms") for path in (RESOURCES / name).glob("*.toml")]


def tables(value: object) -> Iterator[dict[str, object]]:
    """Give every table of a file, at any depth."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from tables(inner)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_rule_whose_source_is_not_checked_is_not_verified(path: Path) -> None:
    told = [table for table in tables(tomllib.loads(path.read_text(encoding="utf-8"))) if "source" in table]
    assert told
    assert [
        table["source"]
        for table in told
        if any(words in str(table["source"]) for words in UNCHECKED) and table["status"] == "verified"
    ] == []


@pytest.mark.parametrize("path", [*(RESOURCES / "procedures").glob("*.toml")], ids=lambda path: path.stem)
def test_no_copy_of_the_card_is_asked_for_once_the_resolution_is_over(path: Path) -> None:
    """The Law on Identification, Article 20.3, goes on when Resolution 66.7 ends on 28 February 2027."""
    pack = tomllib.loads(path.read_text(encoding="utf-8"))
    papers = [one for one in pack.get("papers", ()) if one["slot"] in {"identity_card", "identity_proof"}]
    held_later = {paper["slot"] for paper in papers for row in paper["held"] if "effective_to" not in row}
    is_over = pack.get("effective_to") == date(2027, 2, 28)
    assert is_over or held_later == {paper["slot"] for paper in papers}


def test_a_pack_with_a_provisional_code_cannot_be_verified(tmp_path: Path) -> None:
    (tmp_path / "small.toml").write_text(SMALL_FORM, encoding="utf-8")
    pack = WHOLE_PACK.replace('code = "9.000001"', 'code = "0.000001"', 1)
    (tmp_path / "pack.toml").write_text(pack, encoding="utf-8")
    line = pack[: pack.index('status = "verified"')].count("\n") + 1
    (fault,) = check_folder(tmp_path).faults
    assert fault_line(fault).startswith(f"pack.toml:{line}: status: a pack whose national code is not known")
    (tmp_path / "pack.toml").write_text(
        pack.replace('status = "verified"', 'status = "unverified"', 1), encoding="utf-8"
    )
    assert check_folder(tmp_path).faults == ()

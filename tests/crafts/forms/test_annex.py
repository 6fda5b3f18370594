"""The annex of Resolution 66.7: a pack names every paper of its own that a database replaces."""

from __future__ import annotations

from pathlib import Path

import pytest
from crafts.forms.broken_packs import WHOLE_PACK
from crafts.forms.forms_samples import RESOURCES, SMALL_FORM

from forms.annex import read_annex
from forms.errors import DefinitionError
from forms.folder_check import check_folder


def faults(folder: Path, pack: str, annex: str) -> tuple[DefinitionError, ...]:
    (folder / "laws").mkdir()
    (folder / "laws" / "nq667.tsv").write_text(annex, encoding="utf-8")
    (folder / "small.toml").write_text(SMALL_FORM, encoding="utf-8")
    (folder / "pack.toml").write_text(pack, encoding="utf-8")
    return check_folder(folder).faults


@pytest.mark.parametrize(
    ("annex", "said"),
    [
        ("736\t9.000001\tGiấy\tCSDL\tLuật\n", []),
        ("736\t9.000002\tGiấy\tCSDL\tLuật\n", []),
        (
            "736\t9.000001\tGiấy\tCSDL\tLuật\n740\t9.000002\tSổ\tCSDL\tLuật\n",
            [("papers", "annex_left_out", "740: Sổ")],
        ),
        ("736\t1.004194\tGiấy\tCSDL\tLuật\n", [("papers[1].held[1].annex", "annex_of_another", "")]),
    ],
)
def test_a_pack_is_held_against_the_annex(
    tmp_path: Path, annex: str, said: list[tuple[str, str, str]]
) -> None:
    found = faults(tmp_path, WHOLE_PACK, annex)
    assert [(fault.key, fault.problem, fault.nearest) for fault in found] == said


def test_the_annex_says_nothing_of_packs_that_begin_after_it(tmp_path: Path) -> None:
    later = WHOLE_PACK.replace(
        "effective_from = 2026-01-01\neffective_to = 2027-12-31", "effective_from = 2027-03-01"
    )
    later = later.replace("effective_to = 2027-02-28\n", "")
    assert faults(tmp_path, later, "740\t9.000001\tSổ\tCSDL\tLuật\n") == ()


def test_the_shipped_annex_lacks_only_the_numbers_that_its_head_names() -> None:
    annex = read_annex(RESOURCES / "laws" / "nq667.tsv")
    found = {number for papers in annex.values() for number in papers}
    assert set(range(1, 787)) - found == {*range(388, 409), 420, 485, 705, 716, 742}
    assert "sở hữu chỗ ở hợp pháp" in annex["1.004194"][736]

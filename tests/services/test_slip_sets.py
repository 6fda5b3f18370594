"""Sets of slips: each paper's number and title by set and day, from one file that says how sure it is."""

from datetime import date
from pathlib import Path

import pytest
from services.people import RESOURCES

from counter_app.domain.procedure import Slips
from counter_app.domain.provenance import Status
from counter_app.errors import SetupError
from counter_app.services.slip_sets import SlipForm, SlipPaper, read_slip_sets

SHIPPED = read_slip_sets(RESOURCES / "slips.toml")
TODAY = date(2026, 11, 23)
ROW = """
[[slips]]
set = "residence"
paper = "refusal"
form = "Mẫu CT06"
title = ["PHIẾU TỪ CHỐI"]
source = "Mẫu"
effective_from = 2026-01-01
checked_on = 2026-11-22
status = "unverified"
"""


@pytest.mark.parametrize(
    ("slips", "paper", "number"),
    [
        (Slips.RESIDENCE, SlipPaper.ACKNOWLEDGEMENT, "Mẫu CT04"),
        (Slips.RESIDENCE, SlipPaper.SUPPLEMENT_REQUEST, "Mẫu CT05"),
        (Slips.RESIDENCE, SlipPaper.REFUSAL, "Mẫu CT06"),
        (Slips.IDENTITY, SlipPaper.ACKNOWLEDGEMENT, "Mẫu CC02"),
        (Slips.IDENTITY, SlipPaper.REFUSAL, "Mẫu CC03"),
        (Slips.GENERAL, SlipPaper.ACKNOWLEDGEMENT, ""),
        (Slips.CRIMINAL_RECORD, SlipPaper.ACKNOWLEDGEMENT, ""),
    ],
)
def test_each_set_has_its_number(slips: Slips, paper: SlipPaper, number: str) -> None:
    assert SHIPPED.form(slips, paper, TODAY).number == number


def test_what_nobody_has_held_against_its_source_says_so() -> None:
    assert {each.provenance.status for each in SHIPPED.forms} == {Status.UNVERIFIED}
    assert all("chưa" in each.provenance.source for each in SHIPPED.forms)


def test_a_paper_without_a_title_has_that_of_the_general_form() -> None:
    assert SlipForm("Mẫu CC03").titled(("PHIẾU",)) == ("PHIẾU",)
    assert SlipForm(title=("GIẤY HẸN",)).titled(("PHIẾU",)) == ("GIẤY HẸN",)


def test_a_form_holds_from_its_day_to_its_last(tmp_path: Path) -> None:
    path = tmp_path / "slips.toml"
    ended = ROW.replace("checked_on", "effective_to = 2026-06-30\nchecked_on")
    later = ROW.replace("2026-01-01", "2026-07-01").replace("CT06", "CT16")
    path.write_text(ended + later, encoding="utf-8")
    sets = read_slip_sets(path)
    for day, number in (
        (date(2026, 6, 30), "Mẫu CT06"),
        (date(2026, 7, 1), "Mẫu CT16"),
        (date(2025, 1, 1), ""),
    ):
        assert sets.form(Slips.RESIDENCE, SlipPaper.REFUSAL, day).number == number


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (ROW + ROW, "slips[2].effective_from"),
        (ROW.replace('"residence"', '"residance"'), "slips[1].set"),
        (ROW.replace("form =", "from ="), "slips[1].from"),
        (ROW.replace('"Mẫu"', "1"), "slips[1].source"),
        ("paper = []", "paper"),
    ],
)
def test_a_mistake_is_refused_by_its_key(tmp_path: Path, text: str, key: str) -> None:
    path = tmp_path / "slips.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SetupError) as refused:
        read_slip_sets(path)
    assert refused.value.key == key

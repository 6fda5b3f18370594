"""The shipped catalogue: versions by day, and finding a procedure by what an official types."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from counter_app.services.catalogue import Catalogue, NoSuchProcedure, read_procedures

PACKS = Path(__file__).parents[2] / "resources" / "procedures"
SHIPPED = read_procedures(PACKS)
DAY = date(2026, 11, 23)
RESIDENCE, BIRTH, EXTRACT = "1.004194", "1.001193", "2.000635"
THREE = Catalogue([one for one in SHIPPED.versions if one.code in (RESIDENCE, BIRTH, EXTRACT)])


def found(text: str, *recent: str, catalogue: Catalogue = THREE) -> list[str]:
    return [procedure.code for procedure in catalogue.search(text, DAY, recent)]


def test_every_shipped_pack_is_read() -> None:
    assert SHIPPED.problems == ()
    files = {path.stem.partition("-")[0] for path in PACKS.glob("*.toml")}
    assert {procedure.code for procedure in SHIPPED.all(DAY)} == files


def test_the_version_changes_by_itself_when_the_new_law_comes_into_force() -> None:
    assert SHIPPED.on(BIRTH, date(2027, 2, 28)).version == "2026-01-01"
    changed = SHIPPED.on(BIRTH, date(2027, 3, 1))
    assert changed.version == "2027-03-01"
    assert not changed.provenance.is_verified


def test_of_two_versions_that_hold_the_newer_counts() -> None:
    older = SHIPPED.version(BIRTH, "2026-01-01")
    endless = replace(older, provenance=replace(older.provenance, effective_to=None))
    newer = SHIPPED.version(BIRTH, "2027-03-01")
    day = date(2027, 3, 1)
    for order in ((endless, newer), (newer, endless)):
        assert Catalogue(order).on(BIRTH, day) is newer
        assert Catalogue(order).all(day) == (newer,)


def test_a_dossier_gets_back_the_version_it_was_received_under() -> None:
    assert SHIPPED.version(BIRTH, "2026-01-01").provenance.effective_to == date(2027, 2, 28)


def test_what_is_not_served_that_day_is_refused() -> None:
    with pytest.raises(NoSuchProcedure):
        SHIPPED.on(RESIDENCE, date(2026, 6, 30))
    with pytest.raises(NoSuchProcedure):
        SHIPPED.version(RESIDENCE, "1999")


@pytest.mark.parametrize(
    "text", ["tạm trú", "tam tru", "TẠM TRÚ", "tru tam", "đk tạm", "4194", "1.004194", "dktt", "kt3", "o tro"]
)
def test_a_procedure_is_found_by_name_without_marks_by_code_by_initials_and_by_what_people_call_it(
    text: str,
) -> None:
    assert found(text)[0] == RESIDENCE


def test_the_beginning_of_a_word_of_the_name_goes_before_other_places() -> None:
    assert found("khai sinh") == [BIRTH, EXTRACT]
    assert found("trich") == [EXTRACT]
    assert found("birth", BIRTH) == [BIRTH, EXTRACT]


def test_the_first_letters_of_a_whole_name_go_before_those_of_a_part() -> None:
    assert found("ks", EXTRACT) == [BIRTH, EXTRACT]


def test_letters_inside_a_word_are_found_last() -> None:
    assert found("nsinh") == []
    assert found("amtru") == [RESIDENCE]


def test_nothing_fits_what_nobody_calls_anything() -> None:
    assert found("hộ chiếu") == []


def test_without_a_word_the_recent_ones_lead() -> None:
    assert found("", BIRTH, RESIDENCE)[:2] == [BIRTH, RESIDENCE]
    assert len(found("   ")) == 3


def test_recent_ones_lead_among_equals() -> None:
    assert found("đăng ký", RESIDENCE)[0] == RESIDENCE
    assert found("đăng ký", BIRTH)[0] == BIRTH


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("tam tru", RESIDENCE),
        ("nhap khau", "1.004222"),
        ("tach khau", "1.010038"),
        ("ct07", "1.010041"),
        ("di vang", "1.003677"),
        ("khach den choi", "2.001159"),
        ("xoa khau", "1.003197"),
        ("lam can cuoc", "1.116410"),
        ("xac nhan so cmnd", "0.000001"),
        ("sai ngay sinh", "1.012564"),
        ("passport", "1.001456"),
    ],
)
def test_what_people_say_without_marks_leads_to_the_right_one_among_all(said: str, code: str) -> None:
    assert found(said, catalogue=SHIPPED)[0] == code


def test_a_procedure_is_found_by_its_other_codes_too() -> None:
    assert found("1.001471", catalogue=SHIPPED)[0] == "1.001456"
    assert "1.001456" in found("1471", catalogue=SHIPPED)

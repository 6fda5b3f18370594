"""Files of rules from outside: what is wrong is named, and the good ones are read all the same."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counter_app.errors import SetupError
from counter_app.services.calendar_data import read_calendar
from counter_app.services.catalogue import read_procedures
from counter_app.services.procedure_pack import read_procedure
from counter_app.services.toml_table import Fault

RESOURCES = Path(__file__).parents[2] / "resources"
PACK = (RESOURCES / "procedures" / "1.004194.toml").read_text(encoding="utf-8")


def refusal(folder: Path, text: str) -> SetupError:
    path = folder / "pack.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SetupError) as refused:
        read_procedure(path)
    assert refused.value.path == path
    return refused.value


@pytest.mark.parametrize(
    ("good", "bad", "said"),
    [
        ('slips = "residence"', 'slips = "residense"', ("unknown_word", "slips", "residence")),
        ("amount = 15_000", "amount = -1", ("out_of_range", "fees[1].amount", "0-100000000")),
        ('["lease"]', '["leese"]', ("unknown_name", "papers[3].instead_of[1]", "lease")),
        ("[[papers]]", "papers]]", ("not_toml", "", "")),
    ],
)
def test_a_mistake_is_named_with_its_line_its_key_and_the_nearest_word(
    tmp_path: Path, good: str, bad: str, said: tuple[str, str, str]
) -> None:
    assert good in PACK
    fault = refusal(tmp_path, PACK.replace(good, bad, 1))
    assert (fault.problem, fault.key, fault.nearest) == said
    assert fault.line == PACK[: PACK.index(good)].count("\n") + 1


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    assert refusal(tmp_path, PACK + "#" * 300_000).problem == Fault.TOO_LARGE


def test_a_text_too_long_is_refused(tmp_path: Path) -> None:
    fault = refusal(tmp_path, PACK.replace("Công an cấp xã", "x" * 2001))
    assert (fault.problem, fault.key) == ("too_long", "authority")


def test_a_file_nested_without_end_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, "code = " + "[" * 100_000).problem == Fault.NOT_TOML


def test_a_file_that_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SetupError) as refused:
        read_procedure(tmp_path / "absent.toml")
    assert refused.value.problem == "unreadable_file"


def test_decomposed_letters_are_composed_on_the_way_in(tmp_path: Path) -> None:
    path = tmp_path / "pack.toml"
    path.write_text(
        PACK.replace('"Đăng ký tạm trú"', '"Đăng ky\u0301 ta\u0323m tru\u0301"'), encoding="utf-8"
    )
    assert read_procedure(path).name == "Đăng ký tạm trú"


@given(content=st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_refused_and_nothing_else_happens(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "pack.toml"
    path.write_bytes(content)
    with pytest.raises(SetupError):
        read_procedure(path)


def test_a_bad_file_is_a_problem_and_the_good_ones_go_on(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("code = ", encoding="utf-8")
    (tmp_path / "b.toml").write_text(PACK, encoding="utf-8")
    (tmp_path / "c.toml").write_text(PACK, encoding="utf-8")
    catalogue = read_procedures(tmp_path)
    assert [procedure.code for procedure in catalogue.all(date(2026, 11, 23))] == ["1.004194"]
    assert [(fault.path.name, fault.problem) for fault in catalogue.problems] == [
        ("a.toml", Fault.NOT_TOML),
        ("c.toml", "duplicate_version"),
    ]


@pytest.mark.parametrize(
    ("file", "good", "bad", "problem", "key"),
    [
        (
            "holidays.toml",
            "day = 2026-11-24",
            "day = 2027-11-24",
            Fault.OUT_OF_RANGE,
            "year[1].holidays[14].day",
        ),
        (
            "holidays.toml",
            "instead_of = 2026-08-31",
            "insted_of = 2026-08-31",
            Fault.MISSING,
            "year[1].make_up_days[1].instead_of",
        ),
        ("office_hours.toml", "07:30-11:30", "7h30-11h30", Fault.WRONG_KIND, "monday"),
        ("office_hours.toml", "07:30-11:30", "11:30-07:30", Fault.OUT_OF_RANGE, "monday"),
        ("office_hours.toml", "07:30-11:30", "07:30-25:30", Fault.OUT_OF_RANGE, "monday"),
        ("office_hours.toml", "07:30-11:30", "07:30-14:30", Fault.OUT_OF_RANGE, "monday"),
        ("office_hours.toml", "monday", "munday", Fault.UNKNOWN_KEY, "munday"),
    ],
)
def test_a_mistake_in_the_calendar_is_named(
    tmp_path: Path, file: str, good: str, bad: str, problem: Fault, key: str
) -> None:
    for name in ("holidays.toml", "office_hours.toml"):
        text = (RESOURCES / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(text.replace(good, bad, 1) if name == file else text, encoding="utf-8")
    with pytest.raises(SetupError) as refused:
        read_calendar(tmp_path / "holidays.toml", tmp_path / "office_hours.toml")
    assert (refused.value.path.name, refused.value.problem, refused.value.key) == (file, problem, key)

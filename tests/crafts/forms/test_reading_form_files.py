"""Definition files are strangers until checked: each fault is refused by file, key and nearest word."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from crafts.forms.forms_samples import RESOURCES, SMALL_FORM, small_form
from hypothesis import given
from hypothesis import strategies as st

from forms.__main__ import main
from forms.catalogue import FormCatalogue, read_form, read_forms
from forms.errors import DefinitionError, UnknownForm


@pytest.mark.parametrize(
    ("old", "new", "key", "problem", "nearest"),
    [
        ('title = "Tờ', 'titel = "Tờ', "form.titel", "unknown_key", "title"),
        ('source = "Thông tư mẫu"', "", "form.source", "missing_key", ""),
        ('status = "verified"', 'status = "verifed"', "form.status", "unknown_word", "verified"),
        (
            "effective_from = 2026-01-01",
            'effective_from = "2026"',
            "form.effective_from",
            "wrong_type",
            "2026-11-22",
        ),
        (
            "checked_on",
            "effective_to = 2025-01-01\nchecked_on",
            "form.effective_to",
            "before_limit",
            "2026-01-01",
        ),
        ('kind = "date"', 'kind = "dat"', "sections[1].fields[3].kind", "unknown_word", "date"),
        (
            'relation == "mother"',
            'relatoin == "mother"',
            "sections[1].fields[2].facts[1].when",
            "unknown_field",
            "relation",
        ),
        (
            'relation == "mother"',
            'relation == "mothr"',
            "sections[1].fields[2].facts[1].when",
            "not_a_choice",
            "mother",
        ),
        (
            '"mother.full_name"',
            '"mother.fullname"',
            "sections[1].fields[2].facts[1].fact",
            "unknown_fact",
            "mother.full_name",
        ),
        ('name = "sex"', 'name = "relation"', "sections[1].fields[4].name", "duplicate_name", "relation"),
        ('name = "sex"', 'name = "Giới tính"', "sections[1].fields[4].name", "not_a_name", ""),
        ("{parent_name}", "{parent_nam}", "sections[1].fields[7].compose", "unknown_field", "parent_name"),
        ("{relation}", "{relation:wrds}", "sections[1].fields[7].compose", "unknown_format", "words"),
        ("{relation}", "{relation", "sections[1].fields[7].compose", "unreadable_template", ""),
        (
            '"age(born_on) < 18"',
            '"ag(born_on) < 18"',
            "sections[1].fields[6].show_if",
            "unknown_function",
            "age",
        ),
        (
            'roster = "holder.household"',
            'roster = "holder.houshold"',
            "sections[1].fields[8].roster",
            "unknown_fact",
            "holder.household",
        ),
        ("required = true", 'required = "yes"', "sections[1].fields[1].required", "wrong_type", "true"),
        (
            'kind = "citizen_id"',
            'kind = "citizen_id"\nmaximum = 3',
            "sections[1].fields[5].maximum",
            "not_for_this_kind",
            "",
        ),
        ('facts = ["holder.sex"]', 'default = "mal"', "sections[1].fields[4].default", "does_not_fit", ""),
    ],
)
def test_a_fault_is_named_by_file_key_and_nearest_word(
    tmp_path: Path, old: str, new: str, key: str, problem: str, nearest: str
) -> None:
    assert old in SMALL_FORM
    with pytest.raises(DefinitionError) as refused:
        small_form(tmp_path, SMALL_FORM.replace(old, new, 1))
    error = refused.value
    assert (error.file, error.key, error.problem, error.nearest) == ("small.toml", key, problem, nearest)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"\xff\xfe", "not_toml"),
        (b"a = ", "not_toml"),
        (b"a = " + b"[" * 5_000, "not_toml"),
        (b"#" * 300_000, "too_large"),
        (b"", "missing_key"),
        (b"sections = 3\n[form]", "not_a_list"),
    ],
)
def test_a_file_that_is_no_definition_is_refused(tmp_path: Path, content: bytes, problem: str) -> None:
    path = tmp_path / "odd.toml"
    path.write_bytes(content)
    with pytest.raises(DefinitionError) as refused:
        read_form(path)
    assert refused.value.problem == problem


@given(st.integers(0, len(SMALL_FORM)), st.integers(0, 40), st.text(max_size=6))
def test_a_damaged_file_is_read_or_refused_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, at: int, length: int, patch: str
) -> None:
    path = tmp_path_factory.mktemp("damaged") / "form.toml"
    path.write_text(SMALL_FORM[:at] + patch + SMALL_FORM[at + length :], encoding="utf-8")
    with suppress(DefinitionError):
        assert read_form(path).sections


def test_a_bad_file_is_told_and_the_others_go_on(tmp_path: Path) -> None:
    small_form(tmp_path)
    (tmp_path / "bad.toml").write_text("[form]\n", encoding="utf-8")
    (tmp_path / "procedure.toml").write_text('form = "small"\n', encoding="utf-8")
    catalogue = read_forms(tmp_path)
    assert [form.code for form in catalogue.forms] == ["small"]
    assert [problem.file for problem in catalogue.problems] == ["bad.toml"]


def test_the_version_of_the_day_is_used_and_older_drafts_find_theirs(tmp_path: Path) -> None:
    old = small_form(tmp_path, SMALL_FORM.replace("checked_on", "effective_to = 2026-06-30\nchecked_on"))
    later = SMALL_FORM.replace('version = "1"', 'version = "2"').replace("2026-01-01", "2026-07-01")
    new = small_form(tmp_path, later)
    catalogue = FormCatalogue((old, new))
    assert catalogue.on("small", date(2026, 6, 30)) == old
    assert catalogue.on("small", date(2026, 7, 1)) == new
    assert catalogue.version("small", "1") == old
    endless = small_form(tmp_path)
    assert FormCatalogue((endless, new)).on("small", date(2026, 7, 1)) == new
    with pytest.raises(UnknownForm):
        catalogue.on("small", date(2025, 12, 31))
    with pytest.raises(UnknownForm):
        catalogue.version("small", "3")


def test_the_same_version_twice_is_a_problem(tmp_path: Path) -> None:
    for name in ("one.toml", "two.toml"):
        (tmp_path / name).write_text(SMALL_FORM, encoding="utf-8")
    (problem,) = read_forms(tmp_path).problems
    assert (problem.file, problem.key, problem.problem) == ("two.toml", "form.version", "duplicate_version")


def test_the_command_passes_the_shipped_forms(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(RESOURCES)]) == 0
    assert capsys.readouterr().out.endswith("; faults: 0\n")


def test_the_command_names_a_fault_on_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bad.toml").write_text(
        SMALL_FORM.replace('kind = "date"', 'kind = "dat"', 1), encoding="utf-8"
    )
    assert main(["check", str(tmp_path)]) == 1
    line = SMALL_FORM[: SMALL_FORM.index('kind = "date"')].count("\n") + 1
    assert capsys.readouterr().out.splitlines() == [
        f"bad.toml:{line}: sections[1].fields[3].kind: not one of the words allowed here; try date",
        "right: nothing; faults: 1",
    ]


def test_the_command_says_when_there_is_nothing_to_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tmp_path)]) == 2
    assert main(["check", str(tmp_path / "nowhere")]) == 2
    assert "not a folder" in capsys.readouterr().err

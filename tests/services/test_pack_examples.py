"""Packs that come with examples, bundles and a province's amounts: what fails is named, the others go on."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from counter_app.errors import SetupError
from counter_app.services.bundle_pack import read_bundles
from counter_app.services.calendar_data import read_calendar
from counter_app.services.catalogue import Catalogue, read_procedures
from counter_app.services.office_fees import read_resolutions
from counter_app.services.pack_examples import PackExamples
from forms.catalogue import read_forms

RESOURCES = Path(__file__).parents[2] / "resources"
CALENDAR = read_calendar(RESOURCES / "holidays.toml", RESOURCES / "office_hours.toml")
FORMS = read_forms(RESOURCES / "forms")
DAY = date(2026, 11, 23)
BUNDLE = """
code = "2.000986"
version = "2026"
name = "Liên thông mẫu"
name_en = "Linked sample"
short_name = "Liên thông"
field_of_work = "Hộ tịch"
form = "khai_sinh"
request_words = "Liên thông"
source = "Nghị định mẫu"
effective_from = 2026-01-01
checked_on = 2026-11-22
status = "unverified"

[[parts]]
procedure = "1.004194"
after = ["1.001193"]
when = 'wants_copies == "yes"'
[parts.answers]
full_name = "child_full_name"

[[parts]]
procedure = "1.001193"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("procedures", "examples"):
        (tmp_path / name).mkdir()
        for path in (RESOURCES / name).glob("*.toml"):
            if path.stem[:8] in ("1.001193", "1.004194", "2.000635", "people"):
                shutil.copy(path, tmp_path / name)
    return tmp_path


def read(folder: Path) -> Catalogue:
    return read_procedures(folder / "procedures", FORMS, PackExamples(folder / "examples", FORMS, CALENDAR))


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def codes(catalogue: Catalogue) -> set[str]:
    return {procedure.code for procedure in catalogue.all(DAY)}


def test_the_shipped_packs_come_out_as_their_examples_say() -> None:
    catalogue = read(RESOURCES)
    assert [(problem.path.name, problem.key, problem.nearest) for problem in catalogue.problems] == []


@pytest.mark.parametrize(
    ("file", "old", "new", "key"),
    [
        ("procedures/1.004194.toml", "amount = 15_000", "amount = 16_000", "expect.fee"),
        ("procedures/1.004194.toml", "amount = 3\n", "amount = 4\n", "expect.due_at"),
        ("examples/1.004194.toml", 'ask = ["ownership"]', "ask = []", "expect.ask"),
        ("examples/1.004194.toml", 'struck_out = ["identity_card"]', "struck_out = []", "expect.struck_out"),
        ("examples/1.004194.toml", "address =", "adress =", "answers.adress"),
    ],
)
def test_a_pack_whose_example_fails_is_named_and_the_others_go_on(
    folder: Path, file: str, old: str, new: str, key: str
) -> None:
    change(folder / file, old, new)
    catalogue = read(folder)
    assert codes(catalogue) == {"1.001193", "2.000635"}
    (problem,) = catalogue.problems
    assert (problem.path.name, problem.key) == ("1.004194.toml", key)
    assert problem.line > 1


def test_a_requirement_that_is_broken_must_be_expected(folder: Path) -> None:
    rule = (
        '[[requirements]]\nholds = "age(holder.born_on) >= 90"\nwords = "Phải đủ 90 tuổi"\nwords_en = "90"\n'
    )
    change(folder / "procedures" / "1.004194.toml", "[[processing]]", f"{rule}\n[[processing]]")
    assert [problem.key for problem in read(folder).problems] == ["expect.broken"]
    change(folder / "examples" / "1.004194.toml", "[expect]", '[expect]\nbroken = ["Phải đủ 90 tuổi"]')
    assert not read(folder).problems


def test_a_pack_that_reads_a_field_its_form_lacks_is_refused(folder: Path) -> None:
    change(folder / "procedures" / "1.001193.toml", "copies > 0", "copis > 0")
    (problem,) = read(folder).problems
    assert (problem.problem, problem.nearest) == ("unknown_field", "copies")


def test_a_provinces_amount_takes_the_packs_place_from_its_day_on(tmp_path: Path, folder: Path) -> None:
    fees = tmp_path / "office_fees"
    fees.mkdir()
    text = (RESOURCES / "office_fees" / "ha_noi.toml").read_text(encoding="utf-8")
    (fees / "a.toml").write_text(text.replace("5_000", "7_000").replace("2026-01-01", "2026-12-01"))
    (fees / "b.toml").write_text(text.replace("5_000", "-1"), encoding="utf-8")
    resolutions, problems = read_resolutions((fees, tmp_path / "absent"))
    assert [problem.key for problem in problems] == ["amounts[1].amount"]
    birth = read(folder).with_resolutions(resolutions, problems).on("1.001193", DAY)
    late = [fee for fee in birth.fees if fee.case == "late"]
    amounts = {day: {fee.amount for fee in late if fee.provenance.holds_on(day)} for day in (DAY, date.max)}
    assert amounts == {DAY: {5_000}, date.max: {7_000}}


def test_a_bundle_names_its_dossiers_in_the_order_they_can_be_settled(tmp_path: Path) -> None:
    (tmp_path / "2.000986.toml").write_text(BUNDLE, encoding="utf-8")
    (tmp_path / "broken.toml").write_text(BUNDLE.replace("wants_copies", "want_copies"), encoding="utf-8")
    (bundle,), problems = read_bundles(tmp_path, FORMS)
    both = bundle.parts_on(DAY, {"wants_copies": "yes"})
    assert [part.procedure for part in both] == ["1.001193", "1.004194"]
    assert both[1].answers == {"full_name": "child_full_name"}
    assert [part.procedure for part in bundle.parts_on(DAY, {})] == ["1.001193"]
    assert [(problem.key, problem.nearest) for problem in problems] == [("parts[1].when", "wants_copies")]
    assert isinstance(problems[0], SetupError)


def test_a_bundle_that_names_what_its_forms_do_not_ask_is_left_out_by_name(
    tmp_path: Path, folder: Path
) -> None:
    bundles = tmp_path / "bundles"
    bundles.mkdir()
    for name, (old, new) in {
        "declared": ("child_full_name", "child_full_nam"),
        "own": ("full_name =", "ful_name ="),
        "served": ('"1.004194"', '"1.004195"'),
        "whole": ("", ""),
    }.items():
        text = BUNDLE.replace("2026-01-01", "2026-11-01").replace(old, new, 1)
        (bundles / f"{name}.toml").write_text(text, encoding="utf-8")
    found, problems = read_bundles(bundles, FORMS, read(folder))
    assert [(problem.path.stem, problem.line, problem.key, problem.nearest) for problem in problems] == [
        ("declared", 20, "parts[1].answers.full_name", "child_full_name"),
        ("own", 20, "parts[1].answers.ful_name", "full_name"),
        ("served", 16, "parts[1].procedure", "1.004194"),
    ]
    assert len(found) == 1

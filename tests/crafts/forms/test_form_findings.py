"""What validation says, field by field, and what it keeps silent about."""

from __future__ import annotations

from pathlib import Path

import pytest
from crafts.forms.forms_samples import TODAY, card_facts, shipped_forms, small_form

from forms.answers import FilledForm, Value
from forms.definition import FormDefinition
from forms.prefill import prefill, refill
from forms.validation import CODES, Finding, Severity, validate


@pytest.fixture
def form(tmp_path: Path) -> FormDefinition:
    return small_form(tmp_path)


def found(form: FormDefinition, **answers: Value) -> dict[str, Finding]:
    """Validate a form answered like this; findings by code, the last of each."""
    filled = prefill(form, {}, today=TODAY)
    for name, value in answers.items():
        filled = refill(form, filled.declare(name, value, by="CB01"), {}, today=TODAY)
    return {finding.code: finding for finding in validate(form, filled, today=TODAY)}


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("born_on", "1999-02-30", "not_a_date"),
        ("born_on", "15/03/1999", "not_a_date"),
        ("born_on", "2026-11-23", "in_the_future"),
        ("born_on", "2027", "in_the_future"),
        ("sex", "nam", "not_a_choice"),
        ("citizen_id", "00019900001", "id_digits"),
        ("citizen_id", "٠٠٠199000017", "id_digits"),
        ("parent_name", "A" * 251, "too_long"),
        ("parent_name", "An\u202e Lê", "strange_characters"),
    ],
)
def test_a_wrong_answer_is_named_by_its_code(form: FormDefinition, field: str, value: str, code: str) -> None:
    finding = found(form, **{field: value})[code]
    assert (finding.field, finding.severity) == (field, Severity.WRONG)
    assert value not in finding.detail.values()


def test_this_year_is_not_in_the_future(form: FormDefinition) -> None:
    assert "in_the_future" not in found(form, born_on="2026")
    assert "in_the_future" not in found(form, born_on="2026-11-22")


def test_a_number_that_disagrees_with_sex_or_year_is_a_warning_only(form: FormDefinition) -> None:
    findings = found(form, citizen_id="000199000017", born_on="1998-01-01", sex="male")
    assert findings["id_sex_mismatch"].severity is Severity.WARNING
    assert findings["id_year_mismatch"].severity is Severity.WARNING


@pytest.mark.parametrize(
    ("number", "born_on", "sex"),
    [
        ("000199000017", "1999-03-15", "female"),
        ("000202000026", "2002", "male"),
        ("000303000026", "2003-01", ""),
    ],
)
def test_a_number_that_agrees_is_not_spoken_of(
    form: FormDefinition, number: str, born_on: str, sex: str
) -> None:
    assert not {"id_sex_mismatch", "id_year_mismatch"} & set(
        found(form, citizen_id=number, born_on=born_on, sex=sex)
    )


def test_what_is_required_and_empty_is_missing_and_a_composed_sentence_waits_for_it(
    form: FormDefinition,
) -> None:
    filled = prefill(form, {}, today=TODAY)
    missing = [finding.field for finding in validate(form, filled, today=TODAY)]
    assert missing == ["relation", "parent_name"]


def test_a_hidden_field_is_never_spoken_of(form: FormDefinition) -> None:
    assert found(form, born_on="2010-01-01")["missing"].field == "guardian"
    adult = refill(
        form,
        prefill(form, {}, today=TODAY)
        .declare("guardian", "\u202e", by="CB01")
        .declare("born_on", "1990", by="CB01"),
        {},
        today=TODAY,
    )
    assert "guardian" not in {finding.field for finding in validate(form, adult, today=TODAY)}


def test_findings_in_a_table_name_row_and_column(form: FormDefinition) -> None:
    rows = ({"full_name": "Lê Văn An"}, {"full_name": "", "born_on": "2027-01-01"})
    findings = found(form, people=rows)
    places = {code: (findings[code].row, findings[code].column) for code in ("in_the_future",)}
    assert places == {"in_the_future": (1, "born_on")}
    filled = prefill(form, {}, today=TODAY).declare("people", rows, by="CB01")
    missing = [found for found in validate(form, filled, today=TODAY) if found.field == "people"]
    assert next((one.code, one.row, one.column) for one in missing) == ("missing", 1, "full_name")


def residence(**answers: str) -> dict[str, Finding]:
    form = shipped_forms().on("ct01", TODAY)
    filled: FilledForm = prefill(form, card_facts(), today=TODAY)
    for name, value in answers.items():
        filled = refill(form, filled.declare(name, value, by="CB01"), card_facts(), today=TODAY)
    return {finding.code: finding for finding in validate(form, filled, today=TODAY)}


def test_temporary_residence_lasts_two_years_at_most() -> None:
    assert "after_limit" not in residence(from_date="2026-11-22", to_date="2028-11-22")
    finding = residence(from_date="2026-11-22", to_date="2028-11-23")["after_limit"]
    assert (finding.field, finding.severity) == ("to_date", Severity.WRONG)
    assert finding.detail == {"limit": "2028-11-22"}
    assert residence(from_date="2026-11-22", to_date="2026-11-21")["before_limit"].field == "to_date"
    assert residence(to_date="2027")["not_a_full_date"].field == "to_date"


def test_a_member_is_compared_with_the_row_and_not_with_the_declarant() -> None:
    form = shipped_forms().on("ct01", TODAY)
    son = {"full_name": "Lê An", "born_on": "2015", "citizen_id": "000215000031", "head_relation": "Con"}
    filled = prefill(form, card_facts(), today=TODAY).declare("members", (son,), by="CB01")
    members = [one for one in validate(form, filled, today=TODAY) if one.field == "members"]
    assert [(one.code, one.column) for one in members] == [("missing", "sex")]


def test_a_rule_of_the_form_brings_its_own_words() -> None:
    finding = residence(from_date="2026-11-22", to_date="2026-12-01")["form_rule"]
    assert finding.severity is Severity.WARNING
    assert finding.detail["rule"] == "shorter_than_30_days"
    assert "lưu trú" in finding.detail["message"]


def test_a_limit_that_would_tell_of_a_citizen_is_not_told() -> None:
    form = shipped_forms().on("khai_sinh", TODAY)
    filled = prefill(form, {}, today=TODAY).declare("child_born_on", "2026-11-10", by="CB01")
    late = filled.declare("mother_born_on", "2026-11-11", by="CB01")
    (finding,) = [one for one in validate(form, late, today=TODAY) if one.code == "after_limit"]
    assert finding.field == "mother_born_on"
    form = shipped_forms().on("trich_luc", TODAY)
    filled = prefill(form, {}, today=TODAY).declare("born_on", "2000-01-01", by="CB01")
    early = filled.declare("registered_on", "1999-01-01", by="CB01")
    (finding,) = [one for one in validate(form, early, today=TODAY) if one.code == "before_limit"]
    assert finding.detail == {}


def test_every_code_found_here_is_among_the_published_codes() -> None:
    assert set(residence(to_date="2099", phone="abc", email="abc", owner_consent="?")) <= CODES
    assert {"not_a_phone", "not_an_email"} <= set(residence(phone="abc", email="abc"))

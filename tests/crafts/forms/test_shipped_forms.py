"""The forms that ship: each is whole, and its example answers what a card alone cannot."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from crafts.forms.forms_samples import RESOURCES, TODAY, card_facts, shipped_forms

from forms.answers import FilledForm, read_answers
from forms.definition import FormDefinition
from forms.errors import DefinitionError
from forms.example import read_example
from forms.prefill import KnownFact, prefill, refill, share_prefilled
from forms.validation import Severity, validate

EXAMPLES = {"ct01": "1.004194", "khai_sinh": "1.001193", "trich_luc": "2.000635"}
DAYS = (TODAY, date(2027, 2, 28), date(2028, 2, 29), date(2031, 1, 1))


def example_of(form: FormDefinition) -> Path:
    return RESOURCES / "examples" / f"{EXAMPLES[form.code]}.toml"


def answered(form: FormDefinition, today: date, facts: dict[str, KnownFact]) -> FilledForm:
    """Fill a form as the desk does with its example: facts, then each answer in the file's order."""
    filled = prefill(form, facts, today=today)
    for name, value in read_answers(example_of(form), form, today=today).items():
        filled = refill(form, filled.declare(name, value, by="CB01"), facts, today=today)
    return filled


@pytest.mark.parametrize("code", EXAMPLES)
@pytest.mark.parametrize("today", DAYS, ids=str)
@pytest.mark.parametrize("sex", ["male", "female"])
@pytest.mark.parametrize("born_on", ["1941", "1999-03-15", "2008-11-22"])
def test_the_example_completes_a_form_begun_from_a_card_alone(
    code: str, today: date, sex: str, born_on: str
) -> None:
    form = shipped_forms().on(code, today)
    filled = answered(form, today, dict(card_facts(born_on=born_on, sex=sex)))
    blocking = [one for one in validate(form, filled, today=today) if one.severity is not Severity.WARNING]
    assert blocking == []


@pytest.mark.parametrize("code", EXAMPLES)
def test_an_example_does_not_touch_what_the_record_vouches_for(code: str) -> None:
    form = shipped_forms().on(code, TODAY)
    facts = {
        name: KnownFact(fact.value, "population", TODAY, verified=True) for name, fact in card_facts().items()
    }
    facts |= {
        f"{role}.{name}": KnownFact(value, "population", TODAY, verified=True)
        for role in ("applicant", "holder")
        for name, value in (("phone", "0900000034"), ("ethnicity", "Tày"), ("birth_registered_at", "Xã Mẫu"))
    }
    filled = answered(form, TODAY, facts)
    assert not [one for one in validate(form, filled, today=TODAY) if one.severity is Severity.WRONG]


def test_temporary_residence_needs_no_typing_of_what_the_card_says() -> None:
    form = shipped_forms().on("ct01", TODAY)
    assert share_prefilled(form, answered(form, TODAY, dict(card_facts()))) == 1.0


def test_item_10_of_the_residence_form_is_a_full_sentence() -> None:
    form = shipped_forms().on("ct01", TODAY)
    filled = answered(form, TODAY, dict(card_facts()))
    assert filled.value("request") == (
        "Đăng ký tạm trú tại Số 12, ngõ 34 phố Mẫu, phường Thí Điểm, thành phố Hà Nội, "
        "từ ngày 22/11/2026 đến ngày 22/11/2027."
    )
    members = ({"full_name": "Lê An"}, {"full_name": "Lê Bình"})
    more = refill(form, filled.declare("members", members, by="CB01"), card_facts(), today=TODAY)
    assert str(more.value("request")).endswith("cùng 02 người có tên tại mục 11.")


def test_the_items_of_the_residence_form_stand_in_the_order_of_the_sheet() -> None:
    form = shipped_forms().on("ct01", TODAY)
    assert [field.number for field in form.fields() if field.number] == [str(item) for item in range(1, 12)]


def test_who_joins_a_household_is_asked_for_its_head() -> None:
    form = shipped_forms().on("ct01", TODAY)
    filled = prefill(form, card_facts(), today=TODAY)
    assert filled.value("head_relation") == "Chủ hộ"
    joins = refill(form, filled.declare("lives_as", "join", by="CB01"), card_facts(), today=TODAY)
    assert [joins.value(f"head_{part}") for part in ("full_name", "relation", "citizen_id")] == ["", "", ""]


def test_a_minor_needs_the_consent_of_a_parent() -> None:
    form = shipped_forms().on("ct01", TODAY)
    filled = prefill(form, card_facts(born_on="2010-05-01"), today=TODAY)
    assert "guardian_consent" in {finding.field for finding in validate(form, filled, today=TODAY)}


def test_a_childs_birth_date_is_written_in_words_by_itself() -> None:
    form = shipped_forms().on("khai_sinh", TODAY)
    filled = refill(
        form,
        prefill(form, {}, today=TODAY).declare("child_born_on", "2026-04-01", by="CB01"),
        {},
        today=TODAY,
    )
    words = "Ngày một tháng tư năm hai nghìn không trăm hai mươi sáu"
    assert filled.value("child_born_in_words") == words


def test_a_dead_parent_is_written_as_dead_and_may_have_a_year_only() -> None:
    form = shipped_forms().on("khai_sinh", TODAY)
    filled = prefill(form, {}, today=TODAY)
    for name, value in {"relation": "grandparent", "mother_alive": "no", "mother_born_on": "1990"}.items():
        filled = refill(form, filled.declare(name, value, by="CB01"), {}, today=TODAY)
    assert filled.value("mother_residence") == "Đã chết"
    assert "mother_born_on" not in {finding.field for finding in validate(form, filled, today=TODAY)}


def test_a_mother_at_the_desk_fills_her_own_block() -> None:
    form = shipped_forms().on("khai_sinh", TODAY)
    facts = {name.replace("holder", "mother"): fact for name, fact in card_facts().items()}
    filled = refill(
        form, prefill(form, facts, today=TODAY).declare("relation", "mother", by="CB01"), facts, today=TODAY
    )
    assert filled.value("mother_full_name") == "Nguyễn Thị Thu Hà"
    assert filled.value("mother_residence") == filled.value("applicant_residence")


def test_no_form_ever_asks_for_a_telephone_or_an_address_on_the_net() -> None:
    for form in shipped_forms().forms:
        asked = [field for field in form.fields() if field.kind in ("phone", "email")]
        assert not any(field.required or field.required_if for field in asked)


def test_an_example_with_a_misspelt_field_is_refused_with_the_nearest(tmp_path: Path) -> None:
    form = shipped_forms().on("ct01", TODAY)
    path = tmp_path / "bad.toml"
    path.write_text('[answers]\nadress = "Số 8"\n', encoding="utf-8")
    with pytest.raises(DefinitionError) as refused:
        read_answers(path, form, today=TODAY)
    assert (refused.value.key, refused.value.nearest) == ("answers.adress", "address")


def test_an_example_may_give_reasons_rows_and_days_from_today(tmp_path: Path) -> None:
    path = tmp_path / "example.toml"
    path.write_text(
        '[answers]\nto_date = "today+10"\nborn_on = "15/3/1999"\n'
        '[[answers.members]]\nfull_name = "Lê An"\nborn_on = "today-3"\nsex = "Nữ"\n'
        '[unlock]\nborn_on = "Theo giấy khai sinh"\n[excuses]\nlease = "Có trong cơ sở dữ liệu"\n',
        encoding="utf-8",
    )
    example = read_example(path, shipped_forms().on("ct01", TODAY), today=TODAY)
    assert example.answers["to_date"] == "2026-12-02"
    assert example.answers["born_on"] == "1999-03-15"
    assert example.answers["members"] == ({"full_name": "Lê An", "born_on": "2026-11-19", "sex": "female"},)
    assert example.unlock == {"born_on": "Theo giấy khai sinh"}
    assert example.excuses == {"lease": "Có trong cơ sở dữ liệu"}

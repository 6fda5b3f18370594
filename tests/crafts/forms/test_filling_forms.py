"""Answers: prefilled from facts, declared by the citizen, locked, restored, kept as text."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from crafts.forms.forms_samples import SMALL_FORM, TODAY, known, shipped_forms, small_form
from hypothesis import given
from hypothesis import strategies as st

from forms.answers import Answer, FilledForm, Origin
from forms.errors import AnswersError, FormsError, LockedField, UnknownField
from forms.prefill import KnownFact, nobody_typed, prefill, refill, roster_rows, share_prefilled, typed
from forms.rules import visible_fields

with TemporaryDirectory() as _folder:
    FORM = small_form(Path(_folder))

NAMES = [field.name for field in FORM.fields() if field.name != "people"]
TEXTS = st.one_of(st.text(max_size=12), st.sampled_from(["mother", "father", "1999", "2020-01-01", "male"]))
FACTS = st.dictionaries(
    st.sampled_from(
        ["mother.full_name", "father.full_name", "holder.born_on", "holder.sex", "holder.citizen_id"]
    ),
    st.builds(known, TEXTS, verified=st.booleans()),
)
STEPS = st.lists(st.tuples(st.sampled_from(NAMES), TEXTS, st.sampled_from(["", "sai chính tả"])), max_size=8)

NOT_FORMS = (
    "null",
    "[]",
    "{}",
    '{"form":"small","version":"1","answers":[]}',
    '{"form":1,"version":"1","answers":{}}',
    '{"form":"small","version":"1","answers":{"sex":""}}',
)


def filled_by(facts: Mapping[str, KnownFact], steps: list[tuple[str, str, str]]) -> FilledForm:
    """Fill the small form by hand, step by step, passing over what is locked."""
    filled = prefill(FORM, facts, today=TODAY)
    for name, text, reason in steps:
        if not filled.is_locked(name) or reason:
            filled = refill(FORM, filled.declare(name, text, by="CB01", reason=reason), facts, today=TODAY)
    return filled


@given(FACTS, STEPS)
def test_an_empty_field_is_never_locked(
    facts: Mapping[str, KnownFact], steps: list[tuple[str, str, str]]
) -> None:
    filled = filled_by(facts, steps)
    assert not any(filled.is_locked(name) for name in filled.answers if not filled.value(name))


@given(FACTS, STEPS, FACTS)
def test_what_was_declared_survives_new_facts(
    facts: Mapping[str, KnownFact], steps: list[tuple[str, str, str]], new: Mapping[str, KnownFact]
) -> None:
    before = filled_by(facts, steps)
    after = refill(FORM, before, new, today=TODAY)
    declared = [name for name, answer in before.answers.items() if answer.origin is Origin.DECLARED]
    assert [after.answer(name) for name in declared] == [before.answer(name) for name in declared]


@given(FACTS, STEPS)
def test_filling_again_with_the_same_facts_changes_nothing(
    facts: Mapping[str, KnownFact], steps: list[tuple[str, str, str]]
) -> None:
    filled = filled_by(facts, steps)
    assert refill(FORM, filled, facts, today=TODAY) == filled


@given(FACTS, STEPS)
def test_a_filled_form_comes_back_from_its_text_exactly(
    facts: Mapping[str, KnownFact], steps: list[tuple[str, str, str]]
) -> None:
    filled = filled_by(facts, steps).declare("people", ({"full_name": "Lê Văn An"},), by="CB01")
    assert FilledForm.from_json(filled.to_json()) == filled


@given(FACTS, STEPS)
def test_restoring_every_field_gives_the_form_as_it_was_prefilled(
    facts: Mapping[str, KnownFact], steps: list[tuple[str, str, str]]
) -> None:
    filled = filled_by(facts, steps)
    for name in filled.answers:
        filled = filled.restore(name)
    assert refill(FORM, filled, facts, today=TODAY) == prefill(FORM, facts, today=TODAY)


def test_a_field_found_empty_in_a_verified_record_is_open() -> None:
    filled = prefill(FORM, {}, today=TODAY).with_answer("sex", Answer("", source="population", verified=True))
    assert filled.declare("sex", "female", by="CB01").value("sex") == "female"


def test_a_verified_answer_changes_only_with_a_reason_that_is_kept() -> None:
    filled = prefill(FORM, {"holder.born_on": known("1999-03-15")}, today=TODAY)
    with pytest.raises(LockedField) as refused:
        filled.declare("born_on", "1999-03-16", by="CB01")
    assert refused.value.field == "born_on"
    changed = filled.declare("born_on", "1999-03-16", by="CB01", reason="Theo giấy khai sinh bản chính")
    answer = changed.answer("born_on")
    assert (answer.value, answer.prefilled, answer.by) == ("1999-03-16", "1999-03-15", "CB01")
    assert answer.reason == "Theo giấy khai sinh bản chính"
    corrected = changed.declare("born_on", "1999-03-17", by="CB02").answer("born_on")
    assert (corrected.reason, corrected.prefilled) == (answer.reason, "1999-03-15")
    assert changed.restore("born_on") == filled


def test_an_answer_nobody_vouches_for_is_changed_without_a_reason() -> None:
    filled = prefill(FORM, {"holder.born_on": known("1999-03-15", verified=False)}, today=TODAY)
    assert filled.declare("born_on", "1999", by="CB01").value("born_on") == "1999"


def test_writing_the_prefilled_value_back_undoes_the_change() -> None:
    filled = prefill(FORM, {"holder.born_on": known("1999-03-15", verified=False)}, today=TODAY)
    assert filled.declare("born_on", "1999", by="CB01").declare("born_on", "1999-03-15", by="CB01") == filled


def test_a_field_typed_and_emptied_again_may_be_filled_by_facts() -> None:
    emptied = prefill(FORM, {}, today=TODAY).declare("sex", "male", by="CB01").declare("sex", "", by="CB01")
    assert refill(FORM, emptied, {"holder.sex": known("female")}, today=TODAY).value("sex") == "female"


def test_a_fact_fills_the_field_its_condition_points_to_and_leaves_with_it() -> None:
    facts = {"mother.full_name": known("Trần Thị Mai"), "father.full_name": known("Lê Văn An")}
    filled = prefill(FORM, facts, today=TODAY)
    assert filled.value("parent_name") == ""
    filled = refill(FORM, filled.declare("relation", "father", by="CB01"), facts, today=TODAY)
    assert filled.value("parent_name") == "Lê Văn An"
    assert filled.value("sentence") == "Tôi là Lê Văn An, Cha."
    filled = refill(FORM, filled.declare("relation", "mother", by="CB01"), facts, today=TODAY)
    assert filled.value("sentence") == "Tôi là Trần Thị Mai, Mẹ."


def test_the_birth_year_stands_in_where_the_day_is_not_known() -> None:
    filled = prefill(FORM, {"holder.birth_year": known("1950")}, today=TODAY)
    assert filled.value("born_on") == "1950"
    assert filled.is_locked("born_on")


def test_a_fact_that_the_field_cannot_hold_is_left_out() -> None:
    facts = {
        "holder.sex": known("unknown"),
        "holder.citizen_id": known("12"),
        "holder.born_on": known("1/1/1999"),
    }
    assert not any(prefill(FORM, facts, today=TODAY).values.values())


def test_a_composed_sentence_rewritten_by_the_official_stays_until_it_is_restored() -> None:
    facts = {"mother.full_name": known("Trần Thị Mai")}
    filled = prefill(FORM, facts, today=TODAY).declare("relation", "mother", by="CB01")
    filled = refill(FORM, filled, facts, today=TODAY).declare("sentence", "Câu khác.", by="CB01")
    assert refill(FORM, filled, facts, today=TODAY).value("sentence") == "Câu khác."
    assert filled.restore("sentence").value("sentence") == "Tôi là Trần Thị Mai, Mẹ."


def test_a_hidden_sentence_is_not_composed(tmp_path: Path) -> None:
    hidden = 'compose = "Tôi là {parent_name}."\nshow_if = "age(born_on) < 18"'
    form = small_form(tmp_path, SMALL_FORM.replace('compose = "Tôi là {parent_name}, {relation}."', hidden))
    facts = {"holder.born_on": known("2015-01-01")}
    child = prefill(form, facts, today=TODAY).declare("parent_name", "Trần Thị Mai", by="CB01")
    assert refill(form, child, facts, today=TODAY).value("sentence") == "Tôi là Trần Thị Mai."
    assert refill(form, child, {}, today=TODAY).value("sentence") == ""


def test_a_hidden_field_is_not_filled() -> None:
    form = shipped_forms().on("khai_sinh", TODAY)
    facts = {"father.full_name": known("Lê Văn An")}
    without = prefill(form, facts, today=TODAY).declare("has_father", "no", by="CB01")
    assert refill(form, without, facts, today=TODAY).value("father_full_name") == ""
    named = refill(form, without.declare("has_father", "yes", by="CB01"), facts, today=TODAY)
    assert named.value("father_full_name") == "Lê Văn An"
    assert "father_full_name" in visible_fields(form, named, TODAY)


def test_the_share_nobody_typed_counts_facts_about_citizens_only() -> None:
    facts = {"holder.born_on": known("1999-03-15"), "holder.sex": known("male", verified=False)}
    filled = prefill(FORM, facts, today=TODAY).declare("relation", "mother", by="CB01")
    filled = filled.declare("parent_name", "Trần Thị Mai", by="CB01").declare("sex", "female", by="CB01")
    assert nobody_typed(FORM, filled) == ("born_on",)
    assert typed(FORM, filled) == ("parent_name", "sex")
    assert share_prefilled(FORM, filled) == pytest.approx(1 / 3)


def test_an_assumed_nationality_is_no_fact_that_was_known() -> None:
    form = shipped_forms().on("trich_luc", TODAY)
    filled = prefill(form, {}, today=TODAY)
    assert filled.value("nationality") == "Việt Nam"
    assert nobody_typed(form, filled) == ()


def test_the_household_is_offered_in_the_columns_of_the_table() -> None:
    form = shipped_forms().on("ct01", TODAY)
    child = {"full_name": "Lê An", "born_on": "2015", "sex": "male", "citizen_id": "", "relation": "Con"}
    facts = {"holder.household": KnownFact((child,), "population", TODAY, verified=True)}
    table, filled = form.field("members"), prefill(form, facts, today=TODAY)
    assert filled.value("members") == ()
    (offered,) = roster_rows(table, facts, filled.values, today=TODAY)
    assert offered["full_name"] == "Lê An"
    assert offered["head_relation"] == "Con"
    joins = filled.declare("lives_as", "join", by="CB01")
    assert roster_rows(table, facts, joins.values, today=TODAY)[0]["head_relation"] == ""


def test_a_field_the_form_does_not_have_is_named_with_the_nearest() -> None:
    with pytest.raises(UnknownField) as refused:
        prefill(FORM, {}, today=TODAY).value("born_onn")
    assert refused.value.nearest == "born_on"


def test_rows_are_refused_where_a_text_belongs() -> None:
    filled = prefill(FORM, {}, today=TODAY)
    with pytest.raises(AnswersError):
        filled.declare("sex", ({"full_name": "Lê Văn An"},), by="CB01")
    with pytest.raises(AnswersError):
        filled.declare("people", "Lê Văn An", by="CB01")


@given(st.one_of(st.text(), st.sampled_from(NOT_FORMS)))
def test_a_text_that_is_no_filled_form_is_refused(text: str) -> None:
    with pytest.raises(FormsError):
        FilledForm.from_json(text)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"verified":false', '"verified":"no"'),
        ('"origin":"prefilled"', '"origin":"guessed"'),
        ('"as_of":null', '"as_of":"yesterday"'),
        ('"value":""', '"value":7'),
        ('"value":[]', '"value":[{"full_name":7}]'),
        ('"by":""', '"by":"","more":""'),
    ],
)
def test_a_filled_form_with_one_wrong_part_is_refused(old: str, new: str) -> None:
    text = prefill(FORM, {}, today=TODAY).to_json()
    assert old in text
    with pytest.raises(AnswersError):
        FilledForm.from_json(text.replace(old, new, 1))


@pytest.mark.parametrize("text", ["[" * 200_000, "9" * 10_000, '"' + "a" * 3_000_000 + '"'])
def test_a_text_made_to_exhaust_the_reader_is_refused(text: str) -> None:
    with pytest.raises(AnswersError):
        FilledForm.from_json(text)

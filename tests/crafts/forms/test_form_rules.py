"""The expressions of form definitions: what they mean, and that no text can make them misbehave."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from crafts.forms.forms_samples import TODAY
from hypothesis import given
from hypothesis import strategies as st

from forms.answers import Value
from forms.dates import earliest, is_date, latest, read_date
from forms.errors import FormsError, RuleError
from forms.expressions import compile_rule

NAMES = ("relation", "born_on", "from_date", "to_date", "copies", "people")
VALUES: Mapping[str, Value] = {
    "relation": "mother",
    "born_on": "1999-03-15",
    "from_date": "2026-11-22",
    "to_date": "2027-11-22",
    "copies": "12",
    "people": ({"full_name": "Lê Văn An"},),
}
PIECES = st.sampled_from(
    [
        *NAMES,
        "and",
        "or",
        "not",
        "in",
        "(",
        ")",
        ",",
        "==",
        "<",
        ">=",
        '"mother"',
        "7",
        "age(",
        "given(",
        "today()",
        "+",
        "-",
        "*",
        "share(",
        "choose(",
        "count(",
        "sum(",
        "includes(",
    ]
)


def holds(text: str, **changed: str) -> bool:
    return compile_rule(text, NAMES).holds({**VALUES, **changed}, TODAY)


@pytest.mark.parametrize(
    "text",
    [
        'relation == "mother" and copies > 9',
        'relation == "father" or not (relation == "father")',
        'relation in ("father", "mother")',
        "given(people) and given(born_on)",
        "born_on < from_date",
        "age(born_on) >= 18",
        "days_between(from_date, to_date) == 365",
        "years_after(from_date, 1) == to_date",
        "today() == from_date",
        "people == 1",
    ],
)
def test_a_condition_that_is_met_holds(text: str) -> None:
    assert holds(text)
    assert not holds(f"not ({text})")


def test_and_binds_closer_than_or() -> None:
    assert holds('relation == "mother" or relation == "father" and copies == 99')


def test_numbers_are_compared_as_numbers_and_not_letter_by_letter() -> None:
    assert holds("copies > 9")


def test_a_year_alone_is_before_a_date_only_when_that_is_sure() -> None:
    assert holds("born_on < from_date", born_on="2025")
    assert not holds("born_on < from_date", born_on="2026")
    assert holds("born_on <= from_date", born_on="2026")
    assert not holds("born_on <= from_date", born_on="2027")


def test_the_age_of_someone_with_a_year_only_is_the_youngest_possible() -> None:
    assert holds("age(born_on) == 17", born_on="2008")


def test_someone_born_on_29_february_comes_of_age_on_1_march() -> None:
    rule = compile_rule("age(born_on) >= 18", NAMES)
    born = {"born_on": "2008-02-29"}
    assert not rule.holds(born, date(2026, 2, 28))
    assert rule.holds(born, date(2026, 3, 1))


def test_what_is_not_given_is_neither_before_nor_after_anything() -> None:
    for sign in ("<", "<=", ">", ">="):
        assert not holds(f"born_on {sign} from_date", born_on="")
        assert not holds(f"age(born_on) {sign} 18", born_on="")


@pytest.mark.parametrize(
    ("text", "problem", "nearest"),
    [
        ('relatoin == "mother"', "unknown_field", "relation"),
        ("agee(born_on) > 3", "unknown_function", "age"),
        ("age(born_on, to_date, copies) > 3", "wrong_number_of_arguments", "age"),
        ("copies >", "unreadable_expression", ""),
        ("__import__", "unknown_field", ""),
        ("copies > 1 1", "unreadable_expression", ""),
        ("(" * 200 + "copies" + ")" * 200, "expression_too_deep", ""),
        ("not " * 100 + "copies", "expression_too_deep", ""),
        ("copies == 1 or " * 100 + "copies", "expression_too_long", ""),
    ],
)
def test_an_expression_that_cannot_be_right_is_refused_by_name(text: str, problem: str, nearest: str) -> None:
    with pytest.raises(RuleError) as refused:
        compile_rule(text, NAMES)
    assert (refused.value.problem, refused.value.nearest) == (problem, nearest)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=25).map(" ".join)))
def test_any_text_is_either_a_rule_or_refused(text: str) -> None:
    try:
        rule = compile_rule(text, NAMES)
    except FormsError:
        return
    assert rule.holds(VALUES, TODAY) in (True, False)
    assert isinstance(rule.gives(VALUES, TODAY), str)


@given(st.lists(PIECES, max_size=12).map(" ".join), st.text(max_size=12))
def test_no_answer_makes_a_rule_fail(text: str, answer: str) -> None:
    try:
        rule = compile_rule(text, NAMES)
    except FormsError:
        return
    assert rule.holds(dict.fromkeys(NAMES, answer), TODAY) in (True, False)


@given(st.text())
def test_any_text_is_either_a_canonical_date_or_none(text: str) -> None:
    read = read_date(text)
    assert read is None or (is_date(read) and read_date(read) == read)


@given(st.dates(date(1800, 1, 1), date(2199, 12, 31)))
def test_a_date_is_read_back_from_every_way_it_is_typed(day: date) -> None:
    for typed in (f"{day:%d/%m/%Y}", f"{day:%d%m%Y}", f"{day.day}-{day.month}-{day.year}", day.isoformat()):
        assert read_date(typed) == day.isoformat()
    start, end = earliest(f"{day:%Y-%m}"), latest(f"{day:%Y-%m}")
    assert start is not None
    assert end is not None
    assert start <= day <= end


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("copies + 2 * 3 - 1", "17"),
        ("2 - 5", "-3"),
        ("(copies - 10) * -4", "-8"),
        ("share(copies, 5, 1000)", "0"),
        ("share(copies, 1, 0)", ""),
        ("share(900000000000, 900000000000, 1)", ""),
        ("least(copies, 3)", "3"),
        ("most(copies, 30)", "30"),
        ('choose(relation == "mother", copies, 1)', "12"),
        ('choose(relation == "father", copies, 1)', "1"),
        ("age(born_on, from_date)", "27"),
        ("age(born_on, relation)", ""),
        ("months_between(from_date, to_date)", "12"),
        ("months_between(to_date, from_date)", "-12"),
        ("count(people)", "1"),
        ("sum(people.share)", "30"),
        ("sum(people.name)", ""),
        ("sum(copies)", ""),
        ("copies + relation", ""),
        ("missing + 1", ""),
        ("holder.born_on", "2001-02-03"),
        ('age(holder.born_on) >= 14 and holder.sex in ("male", "female")', "True"),
    ],
)
def test_an_expression_reckons_with_what_is_known(text: str, value: str) -> None:
    people = ({"name": "An", "share": "30"}, {"name": "Bình", "share": ""})
    known = {
        **VALUES,
        "people": people[: 1 if text.startswith("count") else 2],
        "holder.born_on": "2001-02-03",
        "holder.sex": "male",
    }
    assert compile_rule(text, None).gives(known, TODAY) == value


def test_a_row_of_a_table_can_be_looked_for() -> None:
    values = {"people": ({"name": "An"}, {"name": "Bình"})}
    assert compile_rule('includes(people.name, "Bình")', None).holds(values, TODAY)
    assert not compile_rule('includes(people.name, "Chi")', None).holds(values, TODAY)


def test_months_are_whole_ones() -> None:
    rule = compile_rule("months_between(born_on, from_date)", NAMES)
    assert rule.gives({"born_on": "2026-01-31", "from_date": "2026-02-28"}, TODAY) == "0"
    assert rule.gives({"born_on": "2026-01-31", "from_date": "2026-03-31"}, TODAY) == "2"


def test_a_hostile_expression_comes_to_an_end_at_once() -> None:
    longest = "9" * 12 + "*" + "*".join(["9" * 12] * 37)
    assert compile_rule(longest, NAMES).gives({}, TODAY) == ""
    nested = "most(" * 19 + "1" + ", 1)" * 19
    assert compile_rule(nested, NAMES).gives({}, TODAY) == "1"

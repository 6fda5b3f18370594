"""Names compared: capitals, spaces, the place of the tone mark and the make of the apostrophe aside."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.letters import same_name, spelling, unmarked
from counter_app.services.register import searchable
from forms.wording import fold

VIETNAMESE = st.text(
    "aàảãáạăằẳẵắặâầẩẫấậdđeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵHTN' ", max_size=40
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("NGUYỄN THỊ HOÀ", "Nguyễn  Thị Hòa"),
        ("Thuỳ", "Thu\u0300y"),
        ("H\u2019Wen Niê", "H'Wen Niê"),
        ("Khuê Quỳnh", "khuê quy\u0300nh"),
    ],
)
def test_one_name_may_be_spelled_in_many_ways(one: str, other: str) -> None:
    assert same_name(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Hòa", "Hóa"), ("Hoa", "Hòa"), ("Trần An Bình", "Trần Bình An"), ("Dung", "Đung"), ("Ân", "An")],
)
def test_other_marks_or_words_are_another_name(one: str, other: str) -> None:
    assert not same_name(one, other)


@given(VIETNAMESE)
def test_a_search_folds_a_name_the_same_whoever_folds_it(name: str) -> None:
    assert fold(name) == " ".join(unmarked(name).split())


@given(VIETNAMESE)
def test_neither_case_nor_form_of_the_letters_changes_a_name(name: str) -> None:
    for written in (name.upper(), unicodedata.normalize("NFD", name), f" {name} "):
        assert same_name(written, name)
        assert unmarked(spelling(written)) == unmarked(spelling(name))
    assert searchable(spelling(name)) == searchable(name)

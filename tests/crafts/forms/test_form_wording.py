"""Vietnamese as it is written on papers: numbers, dates, money and names."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest
from crafts.forms.forms_samples import small_form
from hypothesis import given
from hypothesis import strategies as st

from forms.wording import (
    capital_name,
    date_in_words,
    fold,
    long_date,
    moment,
    money,
    money_in_words,
    number_in_words,
    read_date,
    short_date,
    shown,
)

DIGITS = {"không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4}
DIGITS |= {"năm": 5, "lăm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9}
BROKEN = re.compile(
    r" (?:mươi (?:một|bốn|năm)|mười (?:mốt|tư|năm|không)|một mươi|lẻ (?:mốt|tư|lăm|không|mười))(?= )"
    r"|(?:nghìn|triệu|tỷ) (?:lẻ|không (?!trăm))|^ không (?=.)"
)
"""What no schoolteacher would let stand."""


def value_of(words: str) -> int:
    """Read words back by their meaning, knowing nothing of how they were made."""
    total = group = digit = 0
    for word in words.split():
        if word in DIGITS:
            digit = DIGITS[word]
        elif word in ("trăm", "mươi"):
            group, digit = group + digit * {"trăm": 100, "mươi": 10}[word], 0
        elif word == "mười":
            group += 10
        elif word != "lẻ":
            size = {"nghìn": 1_000, "triệu": 1_000_000, "tỷ": 1_000_000_000}[word]
            whole = (total if word == "tỷ" else 0) + group + digit
            total = (0 if word == "tỷ" else total) + whole * size
            group = digit = 0
    return total + group + digit


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (100, "một trăm"),
        (101, "một trăm lẻ một"),
        (105, "một trăm lẻ năm"),
        (110, "một trăm mười"),
        (111, "một trăm mười một"),
        (115, "một trăm mười lăm"),
        (121, "một trăm hai mươi mốt"),
        (1_000, "một nghìn"),
        (1_001, "một nghìn không trăm lẻ một"),
        (1_015, "một nghìn không trăm mười lăm"),
        (1_999, "một nghìn chín trăm chín mươi chín"),
        (2_026, "hai nghìn không trăm hai mươi sáu"),
        (15_000, "mười lăm nghìn"),
        (1_000_000, "một triệu"),
        (1_000_005, "một triệu không trăm lẻ năm"),
        (2_530_000, "hai triệu năm trăm ba mươi nghìn"),
        (1_005_000_000, "một tỷ không trăm lẻ năm triệu"),
        (-7, "âm bảy"),
    ],
)
def test_a_number_in_words_follows_the_rules_of_school(number: int, words: str) -> None:
    assert number_in_words(number) == words


@given(st.integers(0, 999_999_999_999))
def test_the_words_of_a_number_mean_that_number(number: int) -> None:
    assert value_of(number_in_words(number)) == number


def test_no_number_breaks_the_rules_for_one_four_five_and_ten() -> None:
    """In every group of three digits there may be, first and after another: mốt, tư, lăm, lẻ and mười."""
    for group in range(1000):
        for number in (group, 1_000_000 + group, group * 1_000_000_000 + group * 1_000):
            said = f" {number_in_words(number)} "
            assert value_of(said) == number
            assert not BROKEN.search(said), said
    assert number_in_words(10**12) == "một nghìn tỷ"


def test_money_is_written_in_figures_and_in_words() -> None:
    assert money(15_000) == "15.000 đồng"
    assert money(0) == "0 đồng"
    assert money_in_words(15_000) == "Mười lăm nghìn đồng"


def test_a_date_is_written_with_what_is_known_and_no_more() -> None:
    assert [short_date(day) for day in ("1999-03-15", "1999-03", "1999")] == ["15/03/1999", "03/1999", "1999"]
    assert long_date("2026-02-05") == "ngày 05 tháng 02 năm 2026"
    assert long_date("1999-03") == "tháng 3 năm 1999"
    assert date_in_words("1999") == "Năm một nghìn chín trăm chín mươi chín"


def test_a_date_in_words_calls_april_by_its_own_word() -> None:
    assert date_in_words("1999-03-15") == ("Ngày mười lăm tháng ba năm một nghìn chín trăm chín mươi chín")
    assert date_in_words("2004-04-21") == "Ngày hai mươi mốt tháng tư năm hai nghìn không trăm lẻ bốn"


def test_a_moment_is_written_as_on_slips() -> None:
    assert moment(datetime(2026, 11, 22, 9, 5)) == "09 giờ 05 phút, ngày 22 tháng 11 năm 2026"  # noqa: DTZ001 - slips show the office's own hour


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("15/3/1999", "1999-03-15"),
        ("15.03.1999", "1999-03-15"),
        ("15 - 3 - 1999", "1999-03-15"),
        ("15031999", "1999-03-15"),
        ("00001999", "1999"),
        ("1999", "1999"),
        ("3/1999", "1999-03"),
        ("1999-03", "1999-03"),
        ("1999-03-15", "1999-03-15"),
        ("ngày 15 tháng 3 năm 1999", "1999-03-15"),
        ("31/2/1999", None),
        ("15/3/99", None),
        ("15/0/1999", None),
        ("19990315", None),
        ("hôm qua", None),
        ("", None),
    ],
)
def test_a_typed_date_is_read_without_inventing_a_day(typed: str, read: str | None) -> None:
    assert read_date(typed) == read


def test_folding_lets_a_search_find_names_typed_without_marks() -> None:
    assert fold("  Đặng  Thị Ngọc Ánh ") == "dang thi ngoc anh"
    assert capital_name("nguyễn thị  thu hà") == "NGUYỄN THỊ THU HÀ"


def test_an_answer_is_shown_in_vietnamese(tmp_path: Path) -> None:
    form = small_form(tmp_path)
    people = ({"full_name": "Lê Văn An", "born_on": "2015-01-02"}, {"full_name": "Lê Thị Bình"})
    assert shown(form.field("relation"), "mother") == "Mẹ"
    assert shown(form.field("born_on"), "1999") == "1999"
    assert shown(form.field("people"), people) == "Lê Văn An, 02/01/2015; Lê Thị Bình"

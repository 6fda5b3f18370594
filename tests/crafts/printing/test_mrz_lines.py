"""The machine-readable zone of a practice card."""

import string
from datetime import date

from crafts.printing.paper_reading import vietnamese_letters
from hypothesis import given
from hypothesis import strategies as st

from printing.mrz_lines import mrz_lines

ALPHABET = set(string.digits + string.ascii_uppercase + "<")
DIGITS = st.text(string.digits, min_size=12, max_size=12)
NAMES = st.text(vietnamese_letters() + "   -'’ßŁ河", max_size=60)
DATES = st.dates(date(1900, 1, 1), date(2099, 12, 31))


def weighed(text: str) -> str:
    """Compute a check digit as ICAO 9303 part 3 says, independently of the program."""
    values = ["0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".find(letter) for letter in text]
    return str(sum(max(value, 0) * (7, 3, 1)[at % 3] for at, value in enumerate(values)) % 10)


def test_the_verified_examples_come_out_letter_by_letter() -> None:
    assert mrz_lines(
        "001199000017",
        date(1999, 3, 15),
        sex="F",
        expires_on=date(2039, 3, 15),
        full_name="Nguyễn Thị Thu Hà",
    ) == (
        "IDVNM1990000173001199000017<<4",
        "9903159F3903157VNM<<<<<<<<<<<0",
        "NGUYEN<<THI<THU<HA<<<<<<<<<<<<",
    )
    assert mrz_lines(
        "034202000026", date(2002, 7, 8), sex="M", expires_on=date(2027, 7, 8), full_name="Trần Đức Minh"
    ) == (
        "IDVNM2020000268034202000026<<1",
        "0207083M2707082VNM<<<<<<<<<<<8",
        "TRAN<<DUC<MINH<<<<<<<<<<<<<<<<",
    )


@given(DIGITS, st.none() | DATES, st.sampled_from("MF"), st.none() | DATES, NAMES)
def test_any_card_has_three_lines_of_thirty_letters_with_right_check_digits(
    citizen_id: str, born_on: date | None, sex: str, expires_on: date | None, full_name: str
) -> None:
    lines = mrz_lines(citizen_id, born_on, sex=sex, expires_on=expires_on, full_name=full_name)
    assert [len(line) for line in lines] == [30, 30, 30]
    assert set("".join(lines)) <= ALPHABET
    first, second, _name = lines
    assert first[14] == weighed(first[5:14])
    assert first[29] == weighed(first[15:29])
    assert second[6] == weighed(second[:6])
    assert second[14] == weighed(second[8:14])
    assert second[29] == weighed(first[5:30] + second[:7] + second[8:15] + second[18:29])


def test_a_birth_of_which_only_the_year_is_known_leaves_month_and_day_filled() -> None:
    _first, second, _name = mrz_lines("000060000026", None, sex="M", expires_on=None, full_name="An")
    assert second.startswith("60<<<<")
    assert second[8:14] == "991231"


def test_a_name_too_long_is_cut_so_that_it_ends_with_a_letter() -> None:
    name = "Hoàng Thị Phương Uyên Nguyễn Ngọc Quỳnh Tương Đà"
    line = mrz_lines("000199000017", None, sex="F", expires_on=None, full_name=name)[2]
    assert line.startswith("HOANG<<THI<PHUO")
    assert line[-1].isalpha()


def test_a_name_of_one_word_has_no_given_names() -> None:
    line = mrz_lines("000199000017", None, sex="F", expires_on=None, full_name="Đượm")[2]
    assert line == "DUOM".ljust(30, "<")

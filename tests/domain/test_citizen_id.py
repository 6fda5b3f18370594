"""The parts of a personal ID number, and birth dates of which only a year is known."""

from datetime import date

import pytest

from counter_app.domain.citizen_id import CitizenId, IdDoubt, NotACitizenId, Sex
from counter_app.domain.dates import PartialDate


@pytest.mark.parametrize(
    ("digits", "sex", "year"),
    [
        ("000099000001", Sex.MALE, 1999),
        ("000199000001", Sex.FEMALE, 1999),
        ("000205000001", Sex.MALE, 2005),
        ("000305000001", Sex.FEMALE, 2005),
    ],
)
def test_the_fourth_digit_tells_sex_and_century(digits: str, sex: Sex, year: int) -> None:
    assert (CitizenId(digits).sex, CitizenId(digits).birth_year) == (sex, year)


@pytest.mark.parametrize("text", ["", "00019900001", "0001990000177", "00019900001a", "٠٠٠١٩٩٠٠٠٠١٧"])
def test_only_twelve_ascii_digits_are_a_number(text: str) -> None:
    with pytest.raises(NotACitizenId):
        CitizenId(text)


def test_lists_show_four_digits_and_three() -> None:
    assert CitizenId("079199000023").masked == "0791•••••023"


def test_an_unknown_place_is_doubted_and_a_country_is_not() -> None:
    assert CitizenId("097199000001").doubts(None, None) == (IdDoubt.UNKNOWN_PLACE,)
    assert CitizenId("107199000001").doubts(None, None) == ()
    assert CitizenId("296199000001").doubts(None, None) == (IdDoubt.UNKNOWN_PLACE,)
    assert CitizenId("000199000001").doubts(None, None) == ()


@pytest.mark.parametrize(
    ("code", "place"),
    [
        ("077", "Bà Rịa - Vũng Tàu"),
        ("096", "Cà Mau"),
        ("107", "Anh"),
        ("193", "Lào"),
        ("295", "Zimbabwe"),
        ("000", ""),
    ],
)
def test_the_first_digits_name_the_old_province_or_the_country_for_ever(code: str, place: str) -> None:
    assert CitizenId(f"{code}199000001").birth_place == place


def test_somebody_known_by_year_alone_is_as_young_as_the_year_allows() -> None:
    assert PartialDate(1960).age_on(date(2026, 11, 22)) == 65
    assert PartialDate(1960, 11).age_on(date(2026, 11, 22)) == 65
    assert PartialDate(1960, 11, 22).age_on(date(2026, 11, 22)) == 66


@pytest.mark.parametrize("text", ["31021999", "1999031", "00991999", "15001999", "abcd", "00000000"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        PartialDate.from_digits(text)

"""Dossier codes: three shapes that cannot be taken for one another."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.dossier_code import (
    DossierCode,
    ExistingCode,
    NotADossierCode,
    NumbersUsedUp,
    ProvisionalCode,
    parse_any,
)

DAY = date(2026, 11, 22)

offices = st.sampled_from(["H26", "H26.99", "H26.12.05", "G01.899.108.000", "000.00.01.H26"])
code_days = st.dates(date(2000, 1, 1), date(2099, 12, 31))
numbers = st.integers(1, 9999)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (DossierCode("H26.99", DAY, 1), "H26.99-261122-0001"),
        (DossierCode("H26.99", DAY, 1, training=True), "TH-H26.99-261122-0001"),
        (DossierCode("000.00.01.H26", date(2026, 9, 30), 12), "000.00.01.H26-260930-0012"),
        (ProvisionalCode("H26.99", DAY, "Q3", 7), "TAM-H26.99-261122-Q3-0007"),
        (ProvisionalCode("H26.99", DAY, "Q3", 7, training=True), "TH-TAM-H26.99-261122-Q3-0007"),
    ],
)
def test_a_code_is_written_in_its_shape(code: DossierCode | ProvisionalCode, text: str) -> None:
    assert str(code) == text
    assert parse_any(text) == code


@given(offices, code_days, numbers, st.booleans())
def test_every_own_code_reads_back_as_itself(office: str, day: date, number: int, training: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
    code = DossierCode(office, day, number, training=training)
    assert parse_any(f" {code}\r\n") == code


@given(offices, code_days, st.from_regex(r"\A[A-Z0-9]{1,6}\Z"), numbers, st.booleans())
def test_every_provisional_code_reads_back_as_itself(
    office: str,
    day: date,
    counter: str,
    number: int,
    training: bool,  # noqa: FBT001 - drawn by hypothesis
) -> None:
    code = ProvisionalCode(office, day, counter, number, training=training)
    assert parse_any(str(code)) == code


@pytest.mark.parametrize("text", ["000.00.G22-261122-000123", "01.02.03-2026/00017", "DVCQG.261122.5567"])
def test_a_code_of_another_system_is_kept_as_it_came(text: str) -> None:
    assert parse_any(text) == ExistingCode(text)
    assert str(parse_any(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "HOSO",
        "Nguyễn Văn 1",
        "H26.99-261322-0001",
        "H26.99-260230-0001",
        "H26.99-261122-0000",
        "TAM-H26.99-261122-0001",
        "TH-H26.99-261122-1",
        "TAM-H26.99-261122-Q3-0000",
        "H26.99-261122-٠٠٠١",
        "1" * 51,
    ],
)
def test_what_is_no_code_is_refused(text: str) -> None:
    with pytest.raises(NotADossierCode):
        parse_any(text)


@given(st.text(max_size=60))
def test_any_text_is_a_code_that_reads_back_or_is_refused(text: str) -> None:
    try:
        code = parse_any(text)
    except NotADossierCode:
        return
    assert parse_any(str(code)) == code


def test_the_day_after_number_9999_takes_no_more() -> None:
    assert str(DossierCode("H26.99", DAY, 9999)).endswith("-9999")
    with pytest.raises(NumbersUsedUp) as refused:
        DossierCode("H26.99", DAY, 10_000)
    assert (refused.value.office_code, refused.value.day) == ("H26.99", DAY)

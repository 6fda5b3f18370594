"""Which card it is follows from its parts, its issue date and the age at issue; disagreement is said."""

from dataclasses import replace

import pytest

from counter_app.domain.card_kind import CardKind, KindReading, kind_of
from counter_app.domain.card_payload import read_card
from counter_app.domain.citizen import Reading


def payload(born: str, issued: str, *, more: str = "") -> str:
    return f"000199000017||Nguyễn Thị Thu Hà|{born}|Nữ|Phố Mẫu, Hà Nội|{issued}{more}"


@pytest.mark.parametrize(
    ("born", "issued", "parts", "kind"),
    [
        ("15031999", "10052022", 7, CardKind.CHIP_2021),
        ("15031999", "30062024", 7, CardKind.CHIP_2021),
        ("15031999", "01072024", 11, CardKind.GROWN_2024),
        ("01072010", "01072024", 11, CardKind.GROWN_2024),
        ("02072010", "01072024", 11, CardKind.CHILD_2024),
        ("01072018", "01072024", 11, CardKind.CHILD_2024),
        ("02072018", "01072024", 11, CardKind.SMALL_CHILD_2024),
        ("1943", "22082024", 11, CardKind.GROWN_2024),
    ],
)
def test_a_card_whose_parts_date_and_age_agree_is_told_for_sure(
    born: str, issued: str, parts: int, kind: CardKind
) -> None:
    card = read_card(payload(born, issued, more="|" * (parts - 7)))
    assert kind_of(card) == KindReading(kind, is_sure=True)


@pytest.mark.parametrize(
    ("born", "issued", "more", "kind"),
    [
        ("15031999", "22082024", "", CardKind.GROWN_2024),
        ("15031999", "10052022", "||||", CardKind.CHIP_2021),
        ("15032012", "10052022", "", CardKind.CHIP_2021),
        ("2010", "22082024", "||||", CardKind.GROWN_2024),
        ("15031999", "", "||||", CardKind.GROWN_2024),
    ],
)
def test_what_does_not_agree_is_a_perhaps(born: str, issued: str, more: str, kind: CardKind) -> None:
    assert kind_of(read_card(payload(born, issued, more=more))) == KindReading(kind, is_sure=False)


def test_parts_found_by_their_looks_are_no_sure_sign() -> None:
    card = read_card("000199000017|Nguyễn Thị Thu Hà|15031999|Nữ|Phố Mẫu|10052022")
    assert card.reading is Reading.BY_PATTERN
    assert kind_of(card) == KindReading(CardKind.CHIP_2021, is_sure=False)


def test_nothing_is_said_of_a_card_that_was_typed_or_says_no_date() -> None:
    card = read_card(payload("15031999", "10052022"))
    assert kind_of(replace(card, reading=Reading.TYPED)) is None
    assert kind_of(read_card(payload("15031999", ""))) is None

"""Addresses half typed, and what is offered for their end."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.address_completion import AddressCompleter
from counter_app.services.unit_tables import read_units

UNITS = Path(__file__).parents[2] / "resources" / "units"
_PIECES = ["P.", "xã", "phù", "Đổng", ",", "ha noi", "tp", "th", "12", "-", "'", "Số 5 phố Mẫu", "vn"]


@cache
def completer() -> AddressCompleter:
    table = read_units(UNITS)
    return AddressCompleter(commune for communes in table.communes_of.values() for commune in communes)


def first(text: str, home: str = "") -> str:
    offered = completer().complete(text, home=home)
    return offered.whole(offered.units[0]) if offered.units else ""


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("Tổ 5, phù đổ", "Tổ 5, xã Phù Đổng, thành phố Hà Nội"),
        ("Tổ 5, phu don", "Tổ 5, xã Phù Đổng, thành phố Hà Nội"),
        ("to 5 phu dong", "to 5, xã Phù Đổng, thành phố Hà Nội"),
        ("Tổ 5, X.phù đ", "Tổ 5, xã Phù Đổng, thành phố Hà Nội"),
        ("Tổ 5, xã Phù Đổng, h", "Tổ 5, xã Phù Đổng, thành phố Hà Nội"),
        ("xa phu dong, tp ha", "xã Phù Đổng, thành phố Hà Nội"),
        ("Hoà Kh", "phường Hòa Khánh, thành phố Đà Nẵng"),
        ("x hoà kh", "xã Hòa Khánh, tỉnh Tây Ninh"),
        ("p. hoa kh", "phường Hòa Khánh, thành phố Đà Nẵng"),
        ("Dak Lak", "tỉnh Đắk Lắk"),
        ("quốc tử", "phường Văn Miếu - Quốc Tử Giám, thành phố Hà Nội"),
        ("Số 3, phường Thí Điểm, thành phố Hà N", "Số 3, phường Thí Điểm, thành phố Hà Nội"),
    ],
)
def test_the_unit_meant_is_offered_first_and_what_stands_before_it_stays(typed: str, offered: str) -> None:
    assert first(typed) == offered


def test_what_is_spelled_as_typed_goes_before_what_is_near_and_near_before_the_rest() -> None:
    assert first("long bình", home="thành phố Đồng Nai") == "phường Long Bình, thành phố Đồng Nai"
    assert first("phú đị", home="thành phố Hà Nội") == "phường Phú Định, thành phố Hồ Chí Minh"


def test_after_an_old_ward_no_commune_is_offered_in_its_districts_stead() -> None:
    assert first("phường Thạch Bàn, Long Bi") == ""


@pytest.mark.parametrize(
    "typed",
    ["", " , ", "T", "Tổ 5", "zzz", "quận Long", "Tổ 5, xã Phù Đổng, thành phố Hà Nội", "phu dong " * 60],
)
def test_nothing_is_offered_for_what_is_complete_or_names_nothing(typed: str) -> None:
    assert first(typed) == ""


@given(st.text(max_size=60) | st.lists(st.sampled_from(_PIECES)).map(" ".join))
def test_whatever_is_typed_at_most_eight_are_offered_each_once(typed: str) -> None:
    units = completer().complete(typed).units
    assert len(units) == len(set(units)) <= 8

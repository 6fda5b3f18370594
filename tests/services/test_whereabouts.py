"""Addresses old and new, written as people write them, and the communes of today they lead to."""

import socket
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from services.counter import Counter
from services.people import RESOURCES, at_the_desk, by_card_alone, cast, population

from counter_app.domain.address import Outcome, Resolution
from counter_app.domain.units import UnitTable
from counter_app.errors import SetupError
from counter_app.services.facts import facts_about
from counter_app.services.unit_tables import read_units
from counter_app.services.whereabouts import Whereabouts

UNITS = RESOURCES / "units"
REMOVAL = "1.003197"
_PIECES = ["P.", "Q.", "1", "Hà", "Nội", ",", "Long", "Biên", "xã", "tỉnh", "-"]
THACH_BAN = {"phường Long Biên", "phường Phúc Lợi", "xã Bát Tràng", "xã Gia Lâm"}


@cache
def whereabouts() -> Whereabouts:
    return Whereabouts(UNITS)


@cache
def table() -> UnitTable:
    return read_units(UNITS)


def resolve(text: str) -> Resolution:
    return whereabouts().resolve(text)


def communes(text: str) -> set[str]:
    return {str(candidate.commune) for candidate in resolve(text).candidates}


def test_the_tables_have_every_unit_of_both_times() -> None:
    wards = [ward for province in table().today_of for ward in table().wards_in(province)]
    assert (len(table().communes_of), sum(map(len, table().communes_of.values()))) == (34, 3321)
    assert (len(table().today_of), sum(ward.code != ward.district.code for ward in wards)) == (63, 10035)
    assert all(ward.successors for ward in wards)
    assert sum(ward.is_divided for ward in wards) == 453


@pytest.mark.parametrize(
    ("text", "commune"),
    [
        ("P. Bến Nghé, Q.1, TP.HCM", "phường Sài Gòn, thành phố Hồ Chí Minh"),
        ("P7 Q5 TPHCM", "phường An Đông, thành phố Hồ Chí Minh"),
        ("Phường 07, Quận 05, Sài Gòn", "phường An Đông, thành phố Hồ Chí Minh"),
        ("Yên Thường, Gia Lâm, Hà Nội", "xã Phù Đổng, thành phố Hà Nội"),
        ("TT.Cao Phong, H.Cao Phong, T.Hòa Bình", "xã Cao Phong, tỉnh Phú Thọ"),
        ("xa Hoa Khuong huyen Hoa Vang tp Da Nang", "xã Hòa Tiến, thành phố Đà Nẵng"),
        ("Xã Hoà Khương, Huyện Hoà Vang, TP Đà Nẵng", "xã Hòa Tiến, thành phố Đà Nẵng"),
        ("Xã Ea Ktur, Cư Kuin, Đắc Lắc", "xã Ea Ktur, tỉnh Đắk Lắk"),
        ("EaKtur, Cu Kuin, Dak Lak", "xã Ea Ktur, tỉnh Đắk Lắk"),
        ("Hà Nội, Gia Lâm, Yên Thường, thôn Đình", "xã Phù Đổng, thành phố Hà Nội"),
        ("Yên Thường, Gia Lâm, Hà Nội, TP. Hà Nội", "xã Phù Đổng, thành phố Hà Nội"),
        ("Yên Thờng, Gia Lâm, Hà Nội", "xã Phù Đổng, thành phố Hà Nội"),
        ("Yên Thường, Gai Lâm, Hà Nội", "xã Phù Đổng, thành phố Hà Nội"),
        ("Yên Thường, Gia Lâm, Hà Nôij", "xã Phù Đổng, thành phố Hà Nội"),
        ("Phường An Phú, TP Thuận An, TP Hồ Chí Minh", "phường An Phú, thành phố Hồ Chí Minh"),
        ("Phường An Phú, Bình Dương", "phường An Phú, thành phố Hồ Chí Minh"),
        ("Phường Sài Gòn, Quận 1, TP.HCM", "phường Sài Gòn, thành phố Hồ Chí Minh"),
        ("Phường Long Biên, Hà Nội", "phường Long Biên, thành phố Hà Nội"),
        ("P. Văn Miếu - Quốc Tử Giám, HN, Việt Nam", "phường Văn Miếu - Quốc Tử Giám, thành phố Hà Nội"),
        ("Phường Phú Hội, TP Huế, Thừa Thiên Huế", "phường Thuận Hóa, thành phố Huế"),
        ("Côn Đảo, BR-VT", "đặc khu Côn Đảo, thành phố Hồ Chí Minh"),
        ("Phường 12, Quận 10", "phường Hòa Hưng, thành phố Hồ Chí Minh"),
        ("Xã Thượng Mỗ Huyện Đan Phượng HN", "xã Đan Phượng, thành phố Hà Nội"),
    ],
)
def test_one_commune_is_found_however_it_is_written(text: str, commune: str) -> None:
    found = resolve(text).commune
    assert found is not None
    assert found.with_province == commune


@pytest.mark.parametrize(
    "text",
    [
        "Phường Thạch Bàn, Quận Long Biên, Hà Nội",
        "thach ban, long bien, ha noi",
        "Thạch Bn, Long Biên, HN",
    ],
)
def test_of_a_divided_ward_every_candidate_is_kept(text: str) -> None:
    assert communes(text) == THACH_BAN
    assert resolve(text).outcome is Outcome.AMBIGUOUS


def test_a_bare_name_of_ward_and_district_alike_is_never_taken_for_one_of_them() -> None:
    assert resolve("Long Biên, Hà Nội").outcome is Outcome.AMBIGUOUS
    assert communes("Long Biên, Hà Nội") > THACH_BAN


def test_a_ward_nobody_can_read_leaves_all_of_its_district() -> None:
    found = resolve("Phường Xyzwq, Quận Long Biên, Hà Nội")
    assert found.outcome is Outcome.AMBIGUOUS
    assert {str(candidate.commune) for candidate in found.candidates} > THACH_BAN


def test_a_ward_older_than_the_tables_is_only_proposed() -> None:
    found = resolve("P. Nguyễn Trung Trực, Ba Đình, HN")
    assert (found.outcome, communes("P. Nguyễn Trung Trực, Ba Đình, HN")) == (
        Outcome.AMBIGUOUS,
        {"phường Ba Đình"},
    )


@pytest.mark.parametrize("text", ["", " , ,", "abc, def", "12", "Phường 7", "\x00,\ud800", "Hà Nội"])
def test_what_names_no_commune_finds_none(text: str) -> None:
    assert resolve(text).outcome is Outcome.NOT_FOUND


def test_house_and_street_stay_as_they_were_written() -> None:
    today = resolve("Số 12/3 phố Mẫu (hẻm B), P. Bến Nghé, Q.1, TP.HCM").today
    assert resolve("Hà Nội, Gia Lâm, Yên Thường, ngõ 5, thôn Đình").detail == "ngõ 5, thôn Đình"
    assert today.found == "Số 12/3 phố Mẫu (hẻm B), phường Sài Gòn, thành phố Hồ Chí Minh"


@given(st.text(max_size=120) | st.lists(st.sampled_from(_PIECES)).map(" ".join))
def test_no_text_breaks_the_reading(text: str) -> None:
    found = resolve(text)
    assert (found.commune is not None) <= (len(found.candidates) == 1)


def test_no_address_leaves_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    reached: list[object] = []
    monkeypatch.setattr(socket.socket, "connect", lambda *told: reached.append(told))
    resolve("Số 12 phố Mẫu, Phường Thạch Bàn, Quận Long Biên, Hà Nội")
    assert reached == []


def test_every_old_ward_in_full_leads_to_what_followed_it_and_never_past_a_choice() -> None:
    for province in list(table().today_of)[::21]:
        for ward in table().wards_in(province):
            found = resolve(ward.with_parents)
            assert {candidate.commune.code for candidate in found.candidates} == {
                commune.code for commune in ward.successors
            }, ward.with_parents


def test_a_card_alone_is_read_in_todays_units_and_a_checked_record_needs_no_reading() -> None:
    person = by_card_alone(cast().ede)
    older = replace(person, card=replace(person.card, residence="Tổ 5, Yên Thường, Gia Lâm, Hà Nội"))
    today = whereabouts().residence_of(older)
    assert today is not None
    assert today.found == "Tổ 5, xã Phù Đổng, thành phố Hà Nội"
    assert whereabouts().residence_of(at_the_desk(cast().ede)) is None


def test_a_form_is_offered_todays_address_and_beside_it_the_one_on_the_card() -> None:
    person = by_card_alone(cast().ede)
    written = "Tổ 5, Yên Thường, Gia Lâm, Hà Nội"
    older = replace(person, card=replace(person.card, residence=written))
    known = facts_about(replace(older, residence_today=resolve(written).today), "holder")
    home, before = known["holder.permanent_residence"], known["holder.permanent_residence_formerly"]
    assert (home.value, home.verified) == ("Tổ 5, xã Phù Đổng, thành phố Hà Nội", False)
    assert (before.value, before.source) == (written, "card")


def test_while_a_choice_is_open_the_form_keeps_the_address_of_the_card() -> None:
    person = by_card_alone(cast().ede)
    written = "Thạch Bàn, Long Biên, Hà Nội"
    older = replace(person, card=replace(person.card, residence=written))
    known = facts_about(replace(older, residence_today=resolve(written).today), "holder")
    assert known["holder.permanent_residence"].value == written


def test_a_declaration_of_residence_notes_the_old_address_beside_todays() -> None:
    holder = next(record for record in population() if record.permanent_residence.formerly)
    counter = Counter()
    sheet = counter.begin(at_the_desk(holder), REMOVAL, "removal")
    for name, value in (("removal_reason", "abroad"), ("happened_on", "2026-11-02")):
        sheet = counter.drafting.declare(sheet, name, value)
    home = holder.permanent_residence
    assert f"tại {home} (địa chỉ cũ: {home.formerly}). Lý do" in str(sheet.filled.value("request"))


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("today.tsv", "C\t00004\tPhường"),
        ("former.tsv", "P\t01\tThành phố Hà Nội\t99"),
        ("today.tsv", "P\t01"),
    ],
)
def test_a_broken_table_is_refused_by_its_name(tmp_path: Path, name: str, line: str) -> None:
    for file in UNITS.glob("*.tsv"):
        (tmp_path / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / name).write_text(f"# a table\n{line}\n", encoding="utf-8")
    with pytest.raises(SetupError) as refused:
        read_units(tmp_path)
    assert refused.value.path.name == name


@pytest.mark.parametrize(
    ("written", "today"),
    [
        ("Tổ 5, Yên Thường, Gia Lâm, Hà Nội", "Tổ 5, xã Phù Đổng, thành phố Hà Nội"),
        ("Tổ 5, Phù Đổng, HN", "Tổ 5, xã Phù Đổng, thành phố Hà Nội"),
        ("to 5, xa phu dong, ha noi", "to 5, xã Phù Đổng, thành phố Hà Nội"),
    ],
)
def test_an_address_that_could_be_written_better_is_proposed_in_todays_units(
    written: str, today: str
) -> None:
    proposed = whereabouts().today_of(written)
    assert proposed is not None
    assert proposed.found == today


@pytest.mark.parametrize(
    "written",
    [
        "Tổ 5, xã Phù Đổng, thành phố Hà Nội",
        "Xã Phù Đổng, Hà Nội",
        "phường An Phú, thành phố Hồ Chí Minh",
        "phường Thí Điểm, thành phố Hà Nội",
        "",
    ],
)
def test_nothing_is_proposed_beside_an_address_of_today_or_one_that_is_unknown(written: str) -> None:
    assert whereabouts().today_of(written) is None


def test_every_commune_of_today_is_left_as_it_is_and_offered_again_while_typed() -> None:
    for communes in table().communes_of.values():
        for commune in communes[::7]:
            assert whereabouts().today_of(f"Tổ 5, {commune.with_province}") is None
            half = whereabouts().complete(f"Tổ 5, {commune}", home=str(commune.province))
            assert commune.with_province in half.units, half

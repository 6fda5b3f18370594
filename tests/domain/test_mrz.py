"""A zone is read whole, put right where its check digits leave one way, and otherwise not at all."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.card_payload import NotACitizenCard, read_card
from counter_app.domain.citizen import CitizenCard, Reading
from counter_app.domain.citizen_id import CitizenId, Sex
from counter_app.domain.dates import PartialDate
from counter_app.domain.mrz import MachineReadableZone, read_zone
from counter_app.domain.mrz_check import ZoneAspect, fits_letters, zone_differences
from counter_app.domain.other_codes import OtherCode

HA = "IDVNM1990000173000199000017<<3\n9903159F3903157VNM<<<<<<<<<<<6\nNGUYEN<<THI<THU<HA<<<<<<<<<<<<"
MINH = "IDVNM2020000268000202000026<<8\n0207083M2707082VNM<<<<<<<<<<<6\nTRAN<<DUC<MINH<<<<<<<<<<<<<<<<"
OF_1958_FOR_EVER = (
    "IDVNM0580000128000058000012<<8\n58<<<<9M9912315VNM<<<<<<<<<<<2\nNGUYENPHUC<<BAOLONGTHIENKIMDUC"
)
HA_BY_CODE = CitizenCard(CitizenId("000199000017"), "Nguyễn Thị Thu Hà", PartialDate(1999, 3, 15), Sex.FEMALE)


def zone(text: str) -> MachineReadableZone:
    read = read_zone(text)
    assert read is not None
    return read


def test_a_zone_says_number_birth_sex_expiry_and_the_bare_name() -> None:
    read = zone(HA)
    assert (read.citizen_id.digits, str(read.born_on), read.sex) == ("000199000017", "1999-03-15", Sex.FEMALE)
    assert (str(read.expires_on), read.name_letters) == ("2039-03-15", "NGUYEN THI THU HA")
    assert not read.name_is_cut


def test_the_century_of_birth_comes_from_the_number() -> None:
    assert str(zone(MINH).born_on) == "2002-07-08"


def test_a_year_alone_a_card_for_ever_and_a_name_too_long_stay_what_they_are() -> None:
    read = zone(OF_1958_FOR_EVER)
    assert (read.born_on, read.expires_on, read.name_is_cut) == (PartialDate(1958), None, True)


@pytest.mark.parametrize(
    ("right", "read_as"),
    [
        ("1990000173", "I99OOOO173"),
        ("IDVNM", "1DVNM"),
        ("9903159F", "99031S9F"),
        ("VNM<<<", "VNM<K<"),
        ("<HA<", "<H4<"),
    ],
)
def test_look_alikes_are_put_right_where_one_way_is_left(right: str, read_as: str) -> None:
    assert right in HA
    assert zone(HA.replace(right, read_as)) == zone(HA)


def test_a_look_alike_of_two_digits_becomes_the_one_that_the_check_digits_want() -> None:
    assert zone(MINH.replace("0207083M27", "020Z083MZ7")) == zone(MINH)


@given(st.integers(0, 59), st.sampled_from("0123456789"))
def test_no_digit_of_number_and_dates_can_be_wrong(place: int, wrong: str) -> None:
    signs = HA.replace("\n", "")
    if signs[place].isdigit() and signs[place] != wrong:
        assert read_zone(signs[:place] + wrong + signs[place + 1 :]) is None


@pytest.mark.parametrize("place", [14, 29, 36, 44, 59])
def test_each_of_the_five_check_digits_must_hold_by_itself(place: int) -> None:
    """Count the last one anew, which covers the other four."""
    signs = HA.replace("\n", "")
    signs = signs[:place] + str((int(signs[place]) + 1) % 10) + signs[place + 1 :]
    values = {sign: int(sign, 36) for sign in "0123456789VNMID"} | {"<": 0}
    guarded = signs[5:30] + signs[30:37] + signs[38:45] + signs[48:59]
    last = sum((7, 3, 1)[at % 3] * values[sign] for at, sign in enumerate(guarded)) % 10
    assert read_zone(signs if place == 59 else f"{signs[:59]}{last}{signs[60:]}") is None


def test_look_alikes_that_leave_two_ways_are_refused() -> None:
    assert read_zone(HA.replace("F390315", "F890815")) is not None
    assert read_zone(HA.replace("F390315", "FB90315")) == zone(HA)
    assert read_zone(HA.replace("F390315", "FB90B15")) is None


def test_two_numbers_that_are_each_right_but_not_the_same_are_refused() -> None:
    assert (
        read_zone("IDVNM1990000265000199000017<<3\n9903159F3903157VNM<<<<<<<<<<<2\n" + HA.splitlines()[2])
        is None
    )


@given(st.text("0123456789ABCDFIOSVNMZ< \n", max_size=95))
def test_any_text_is_a_zone_or_nothing(text: str) -> None:
    assert read_zone(text) is None or len("".join(text.split())) == 90


def test_a_month_that_does_not_exist_is_refused_although_the_digits_add_up() -> None:
    assert read_zone(HA.replace("9903159F", "9913150F")) is None
    assert zone(HA.replace("9903159F", "9903001F")).born_on == PartialDate(1999, 3)


def test_a_guessed_name_or_sex_is_left_out_and_guessed_digits_are_vouched_for() -> None:
    assert read_zone(HA, doubtful=(5, 33)) == zone(HA)
    assert read_zone(HA, doubtful=(62,)) == replace(zone(HA), name_letters="")
    assert read_zone(HA, doubtful=(37,)) == replace(zone(HA), sex=None)


def test_a_typed_or_scanned_zone_is_a_card_without_its_name() -> None:
    card = read_card(HA)
    assert (card.reading, card.full_name, card.name_letters) == (Reading.BY_ZONE, "", "NGUYEN THI THU HA")
    assert (card.citizen_id.digits, str(card.born_on)) == ("000199000017", "1999-03-15")


def test_a_zone_in_doubt_is_refused_as_a_zone() -> None:
    with pytest.raises(NotACitizenCard) as refused:
        read_card(HA.replace("990000173", "990000174"))
    assert refused.value.shown is OtherCode.MACHINE_READABLE_ZONE


def test_code_and_zone_of_one_card_agree() -> None:
    assert zone_differences(HA_BY_CODE, zone(HA)) == ()
    unsaid = replace(HA_BY_CODE, full_name="", sex=None, born_on=None)
    assert zone_differences(unsaid, zone(HA)) == ()


def test_what_differs_between_code_and_zone_is_named_with_both_sides() -> None:
    found = {d.aspect: (d.in_code, d.in_zone) for d in zone_differences(HA_BY_CODE, zone(MINH))}
    assert found == {
        ZoneAspect.CITIZEN_ID: ("000199000017", "000202000026"),
        ZoneAspect.BORN_ON: ("1999-03-15", "2002-07-08"),
        ZoneAspect.SEX: ("female", "male"),
        ZoneAspect.FULL_NAME: ("Nguyễn Thị Thu Hà", "TRAN DUC MINH"),
    }


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Đặng Thị Đượm", "DANG THI DUOM"), ("H'Hen Niê", "HHEN NIE"), ("Y-Bla Êban", "Y BLA EBAN")],
)
def test_a_name_fits_its_bare_letters(name: str, letters: str) -> None:
    assert fits_letters(name, letters)
    assert not fits_letters(name, letters + "G")


def test_a_cut_line_fits_every_name_that_begins_so() -> None:
    name = "Nguyễn Phúc Bảo Long Thiên Kim Đức"
    assert fits_letters(name, "NGUYEN PHUC BAO LONG THI KI DU", cut=True)
    assert not fits_letters(name, "NGUYEN PHUC LONG BAO", cut=True)
    assert not fits_letters(name, "NGUYEN PHUC BAO LONG THI KI DU")

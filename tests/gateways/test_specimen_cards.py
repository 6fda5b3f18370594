"""The cards of invented people say what cards of their day say."""

from datetime import date

import pytest
from gateways.specimen_town import WORDS, held, town
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from counter_app.domain.card_payload import read_card
from counter_app.domain.citizen import PopulationRecord, Reading
from counter_app.domain.citizen_id import Sex
from counter_app.domain.dates import PartialDate
from counter_app.gateways.specimen.cards import card_of
from counter_app.gateways.specimen.notable import notable
from counter_app.gateways.specimen.validity import expires_on

CAST = notable(town(), WORDS)
DRAWN_UP = date(2025, 7, 1)


@settings(max_examples=5, deadline=None, phases=[Phase.generate])
@given(st.integers(0, 2**32))
def test_a_payload_split_at_its_bars_gives_back_what_the_card_prints(seed: int) -> None:
    for record in _holders(seed):
        card, issue = held(record)
        parts = card.payload.split("|")
        number, former, name, born, sex, residence, issued = parts[:7]
        assert len(parts) == {"2021": 7, "2024": 11}[card.layout]
        assert (number, former, name.upper()) == (str(card.citizen_id), record.former_id, card.full_name)
        assert (born, issued) == (card.born.replace("/", ""), card.issued.replace("/", ""))
        assert (sex, residence) == (card.sex, card.residence)
        assert len(issued) == 8
        assert len(born) == (8 if record.born_on.whole else 4)
        assert (card.layout == "2024") == (issue.issued_on >= date(2024, 7, 1))


@settings(max_examples=5, deadline=None, phases=[Phase.generate])
@given(st.integers(0, 2**32))
def test_the_desk_reads_every_payload_by_its_places(seed: int) -> None:
    for record in _holders(seed):
        card, issue = held(record)
        read = read_card(card.payload)
        assert read.reading is Reading.BY_PLACE
        assert (read.citizen_id, read.born_on) == (record.citizen_id, record.born_on)
        assert (read.sex, read.former_id) == (record.sex, record.former_id)
        assert read.issued_on == issue.issued_on


def test_a_card_of_before_july_2025_names_units_that_no_longer_exist() -> None:
    card, _ = held(CAST.units_renamed)
    assert card.residence == CAST.units_renamed.permanent_residence.formerly
    assert card.residence.endswith(", Thạch Bàn, Long Biên, Hà Nội")


def test_no_card_of_before_july_2025_names_units_of_today() -> None:
    for record in _holders(2026, people=1_000):
        card, issue = held(record)
        if issue.issued_on < DRAWN_UP:
            assert record.permanent_residence.province not in card.residence.split(", ")


def test_a_card_issued_later_names_todays_units() -> None:
    card, _ = held(CAST.number_cancelled)
    assert card.residence == str(CAST.number_cancelled.permanent_residence)
    assert card.residence.endswith("phường Bến Cát, Thành phố Hồ Chí Minh")


def test_the_outdated_card_has_the_older_spelling_and_the_home_before() -> None:
    record = CAST.card_outdated
    card, issue = held(record)
    assert (card.payload.split("|")[2], record.full_name) == ("Nguyễn Thị Thuý Hoà", "Nguyễn Thị Thúy Hòa")
    assert card.residence == "Xóm Mẫu 5, Nghi Kim, Vinh, Nghệ An"
    assert record.permanent_residence.province == "thành phố Hà Nội"
    assert record.updated_on > issue.issued_on


def test_the_tone_mark_alone_differs_between_card_and_record() -> None:
    card, _ = held(CAST.tone_variant)
    assert (card.payload.split("|")[2], CAST.tone_variant.full_name) == ("Đỗ Thị Hoà", "Đỗ Thị Hòa")
    assert card.residence == CAST.tone_variant.permanent_residence.formerly


def test_a_cancelled_number_stands_on_the_card_issued_since() -> None:
    assert held(CAST.number_cancelled)[0].payload.endswith(f"|{CAST.number_cancelled.cancelled_ids[0]}")


def test_a_birth_year_alone_is_four_digits() -> None:
    card, _ = held(CAST.year_only_elder)
    assert (card.born, card.payload.split("|")[3]) == ("1943", "1943")
    assert card.expires == "Không thời hạn"


def test_the_words_of_a_card_of_2021_are_those_of_its_issuer() -> None:
    card, _ = held(CAST.card_expired)
    assert (card.layout, card.sex, card.nationality) == ("2021", "Nam", "Việt Nam")
    assert (card.full_name, card.born) == ("PHẠM HỮU VƯỢNG", "11/02/1986")
    assert (card.issued, card.expires) == ("03/08/2021", "11/02/2026")
    assert card.origin == CAST.card_expired.place_of_origin
    assert card.issuer == "Cục trưởng Cục Cảnh sát quản lý hành chính về trật tự xã hội"


def test_the_words_of_a_card_of_2024_are_those_of_the_ministry() -> None:
    card, _ = held(CAST.sex_corrected)
    assert (card.layout, card.sex, CAST.sex_corrected.sex) == ("2024", "Nữ", Sex.FEMALE)
    assert (card.issuer, card.origin) == ("Bộ Công an", CAST.sex_corrected.birth_registered_at)


def test_who_holds_no_card_is_given_none() -> None:
    assert card_of(CAST.new_born, WORDS) is None


@pytest.mark.parametrize(
    ("born", "issued", "expires"),
    [
        ("1990-07-19", date(2021, 5, 18), date(2030, 7, 19)),
        ("1998-07-19", date(2021, 7, 18), date(2023, 7, 19)),
        ("1998-07-19", date(2021, 7, 19), date(2038, 7, 19)),
        ("1964-01-02", date(2022, 1, 1), date(2024, 1, 2)),
        ("1964-01-02", date(2022, 1, 2), None),
        ("1943", date(2021, 5, 18), None),
        ("2016-02-29", date(2024, 8, 1), date(2030, 2, 28)),
        ("2013-02-28", date(2024, 8, 1), date(2027, 2, 28)),
        ("2012-02-28", date(2024, 8, 1), date(2037, 2, 28)),
        ("2011-02-28", date(2024, 8, 1), date(2036, 2, 28)),
    ],
)
def test_a_card_holds_until_the_next_renewal_more_than_two_years_ahead(
    born: str, issued: date, expires: date | None
) -> None:
    assert expires_on(PartialDate.from_iso(born), issued) == expires


def _holders(seed: int, people: int = 150) -> list[PopulationRecord]:
    return [record for record in town(seed, people=people) if record.card]

"""The invented population hangs together, whatever the seed."""

import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date

from gateways.specimen_town import TODAY, WORDS, town
from hypothesis import given, settings
from hypothesis import strategies as st

from counter_app.domain.citizen import Kinship, PopulationRecord, Relative
from counter_app.domain.citizen_id import IdDoubt, Sex
from counter_app.gateways.specimen.notable import notable

seeds = settings(max_examples=8, deadline=None)
any_seed = st.integers(0, 2**32)
any_day = st.dates(date(2026, 7, 1), date(2035, 12, 31))


@seeds
@given(any_seed)
def test_there_are_people_enough_and_no_number_is_given_twice(seed: int) -> None:
    records = town(seed)
    former = [record.former_id for record in records if record.former_id]
    assert len(records) >= 300
    assert len({record.citizen_id for record in records}) == len(records)
    assert len(former) > 100
    assert len(set(former)) == len(former)


@seeds
@given(any_seed, any_day)
def test_every_number_is_a_training_number_that_says_sex_and_birth_year(seed: int, today: date) -> None:
    records = town(seed, today=today, people=150)
    assert all(record.citizen_id.digits.startswith("000") for record in records)
    doubtful = [record for record in records if record.citizen_id.doubts(record.born_on, record.sex)]
    assert doubtful == [notable(records, WORDS).sex_corrected]


@seeds
@given(any_seed, any_day)
def test_whoever_is_named_with_a_number_has_a_record_that_says_the_same(seed: int, today: date) -> None:
    records = town(seed, today=today, people=150)
    by_number = {record.citizen_id: record for record in records}
    for named in (relative for record in records for relative in _named(record) if relative.citizen_id):
        record = by_number[named.citizen_id]
        assert (named.full_name, named.born_on, named.sex) == (record.full_name, record.born_on, record.sex)


@seeds
@given(any_seed)
def test_spouses_name_each_other_and_live_together(seed: int) -> None:
    records = town(seed)
    by_number = {record.citizen_id: record for record in records}
    wed = [record for record in records if record.spouse]
    assert len(wed) > 100
    for record in wed:
        other = by_number[record.spouse.citizen_id]
        assert other.spouse.citizen_id == record.citizen_id
        assert other.sex is not record.sex
        assert other.permanent_residence == record.permanent_residence


@seeds
@given(any_seed, any_day)
def test_parents_are_of_an_age_to_be_parents(seed: int, today: date) -> None:
    for record in town(seed, today=today, people=150):
        assert 19 <= record.born_on.year - record.father.born_on.year <= 55
        assert 19 <= record.born_on.year - record.mother.born_on.year <= 44
        assert (record.father.sex, record.mother.sex) == (Sex.MALE, Sex.FEMALE)


@seeds
@given(any_seed)
def test_children_have_their_origin_and_family_name_from_a_parent(seed: int) -> None:
    records = town(seed)
    by_number = {record.citizen_id: record for record in records}
    children = [record for record in records if record.father.citizen_id]
    assert len(children) > 50
    for child in children:
        father, mother = by_number[child.father.citizen_id], by_number[child.mother.citizen_id]
        assert child.place_of_origin == father.place_of_origin
        assert set(child.full_name.split()) & {
            *father.full_name.split(),
            *mother.full_name.split(),
            child.full_name,
        }
        assert child.full_name not in {father.full_name, mother.full_name}


@seeds
@given(any_seed)
def test_all_of_a_household_name_one_head_and_one_another(seed: int) -> None:
    records = town(seed)
    by_number = {record.citizen_id: record for record in records}
    for record in (record for record in records if not record.died_on):
        assert by_number[record.household.head.citizen_id].household.relation_to_head == "Chủ hộ"
        for member in record.household.members:
            other = by_number[member.citizen_id].household
            assert other.head.citizen_id == record.household.head.citizen_id
            assert record.citizen_id in {back.citizen_id for back in other.members}


@seeds
@given(any_seed)
def test_kinship_in_a_household_reads_back_from_the_other_side(seed: int) -> None:
    back = {
        Kinship.SPOUSE: {Kinship.SPOUSE},
        Kinship.CHILD: {Kinship.FATHER, Kinship.MOTHER},
        Kinship.SIBLING: {Kinship.SIBLING},
        Kinship.GRANDCHILD: {Kinship.OTHER},
    }
    records = town(seed)
    seen = {
        (one.citizen_id, other.citizen_id): other.kinship
        for one in records
        for other in one.household.members
    }
    assert set(back) <= set(seen.values())
    for (one, other), kinship in seen.items():
        if kinship in back and (other, one) in seen:
            assert seen[other, one] in back[kinship]


def test_the_same_seed_and_day_invent_the_same_people() -> None:
    assert town(7) == town(7)


def test_another_seed_invents_other_people_around_the_same_cast() -> None:
    one, other = town(7), town(8)
    cast = {member.citizen_id for member in WORDS.cast}
    shared = {record.citizen_id for record in one} & {record.citizen_id for record in other}
    assert cast <= shared
    assert len(shared) < len(cast) + 10


def test_family_names_are_as_frequent_as_they_are() -> None:
    kinh = [record.full_name for record in town(people=1_500) if record.ethnicity == "Kinh"]
    shares = [
        sum(name.startswith(f"{surname} ") for name in kinh) / len(kinh) for surname in ("Nguyễn", "Trần")
    ]
    assert 0.26 < shares[0] < 0.38
    assert 0.07 < shares[1] < 0.15


@seeds
@given(any_seed)
def test_every_text_is_composed_and_free_of_what_parts_a_payload(seed: int) -> None:
    for text in _texts(town(seed)):
        assert unicodedata.is_normalized("NFC", text)
        assert "|" not in text
        assert text == " ".join(text.split())


@seeds
@given(any_seed, any_day)
def test_each_of_the_cast_shows_what_they_are_there_for(seed: int, today: date) -> None:
    cast = notable(town(seed, today=today, people=100), WORDS)
    assert cast.year_only_elder.born_on.month is None
    assert " " not in cast.one_word_name.full_name
    assert sum(letter.isalpha() for letter in cast.long_name.full_name) >= 45
    peoples = [record.ethnicity for record in (cast.mong, cast.ede, cast.cham, cast.khmer)]
    assert peoples == ["Mông", "Ê Đê", "Chăm", "Khmer"]
    assert cast.born_abroad.birth_registered_at.startswith("Đại sứ quán")
    assert cast.card_expired.card.expires_on < today
    assert cast.deceased.died_on is not None
    assert cast.number_cancelled.cancelled_ids
    assert cast.sex_corrected.citizen_id.doubts(None, cast.sex_corrected.sex) == (IdDoubt.OTHER_SEX,)
    home = cast.units_renamed.permanent_residence
    assert (home.commune, home.formerly.split(", ")[1:]) == (
        "phường Long Biên",
        ["Thạch Bàn", "Long Biên", "Hà Nội"],
    )


@seeds
@given(any_seed, any_day)
def test_the_new_born_child_belongs_to_its_parents_and_has_no_card(seed: int, today: date) -> None:
    cast = notable(town(seed, today=today, people=100), WORDS)
    child = cast.new_born
    assert (child.father.citizen_id, child.mother.citizen_id) == (
        cast.new_father.citizen_id,
        cast.new_mother.citizen_id,
    )
    assert child.card is None
    assert (today - child.born_on.whole).days < 30
    assert child.birth_registered_at == "UBND xã Phù Đổng, thành phố Hà Nội"


def test_who_died_stands_in_nobody_elses_household_and_leaves_a_widow_as_its_head() -> None:
    records = town()
    dead = notable(records, WORDS).deceased
    widow = next(record for record in records if record.citizen_id == dead.spouse.citizen_id)
    assert (widow.marital_status, widow.household.relation_to_head) == ("Góa", "Chủ hộ")
    assert widow.household.members == ()


def test_children_of_the_ede_bear_their_mothers_family_name() -> None:
    households = [
        record for record in town(people=1_500) if record.ethnicity == "Ê Đê" and record.father.citizen_id
    ]
    assert households
    for child in households:
        assert child.full_name.split(" ", 1)[-1].endswith(child.mother.full_name.split(" ", 1)[-1])


def test_cards_that_are_held_hold_but_for_the_one_that_expired() -> None:
    records = town()
    expired = [one for one in records if one.card and one.card.expires_on and one.card.expires_on < TODAY]
    assert expired == [notable(records, WORDS).card_expired]


def test_children_under_six_mostly_hold_no_card() -> None:
    small = [record for record in town(people=1_500) if record.born_on.age_on(TODAY) < 6]
    assert len(small) > 50
    assert sum(record.card is not None for record in small) < len(small) / 5


def _named(record: PopulationRecord) -> Iterator[Relative]:
    yield from (one for one in (record.father, record.mother, record.spouse) if one)
    yield record.household.head
    yield from record.household.members


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for inner in value:
            yield from _texts(inner)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))

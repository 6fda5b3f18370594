"""The invented population hangs together, whatever the seed."""

import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date

from gateways.specimen_town import TODAY, WORDS, by_number, town
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from counter_app.domain.citizen import Kinship, PopulationRecord, Relative
from counter_app.domain.citizen_id import CitizenId, IdDoubt, Sex
from counter_app.gateways.specimen.draw import Draw
from counter_app.gateways.specimen.notable import notable
from counter_app.gateways.specimen.numbers import NumberBook
from counter_app.gateways.specimen.people import invent_households

seeds = settings(max_examples=5, deadline=None, phases=[Phase.generate])
any_seed = st.integers(0, 2**32)
any_day = st.dates(date(2026, 7, 1), date(2035, 12, 31))


@seeds
@given(any_seed)
def test_there_are_people_enough_and_no_two_share_a_number(seed: int) -> None:
    records = town(seed)
    former = [record.former_id for record in records if record.former_id]
    assert len(records) >= 300
    assert len({record.citizen_id for record in records}) == len(records)
    assert len(former) > 100
    assert len(set(former)) == len(former)


def test_no_number_is_given_twice_however_many_are_asked_for() -> None:
    numbers = NumberBook(Draw(1))
    of_one_year = [numbers.citizen_id(1990, Sex.FEMALE) for _ in range(4_000)]
    former = [numbers.former_id() for _ in range(4_000)]
    assert len(set(of_one_year)) == len(set(former)) == 4_000


def test_people_written_household_by_household_are_the_same_people() -> None:
    households = tuple(invent_households(WORDS, seed=7, today=TODAY, people=150))
    assert tuple(record for household in households for record in household) == town(7, people=150)
    heads = [household[0].household.relation_to_head for household in households]
    assert set(heads) == {"Chủ hộ"}


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
    known = by_number(records)
    for named in (relative for record in records for relative in _named(record) if relative.citizen_id):
        record = known[named.citizen_id]
        assert (named.full_name, named.born_on, named.sex) == (record.full_name, record.born_on, record.sex)


@seeds
@given(any_seed)
def test_spouses_name_each_other_and_live_together(seed: int) -> None:
    records = town(seed)
    known = by_number(records)
    wed = [record for record in records if record.spouse]
    assert len(wed) > 100
    for record in wed:
        other = known[_number(record.spouse)]
        assert _number(other.spouse) == record.citizen_id
        assert other.sex is not record.sex
        assert other.permanent_residence == record.permanent_residence


@seeds
@given(any_seed, any_day)
def test_parents_are_of_an_age_to_be_parents(seed: int, today: date) -> None:
    for record in town(seed, today=today, people=150):
        assert 19 <= record.born_on.year - _birth_year(record.father) <= 55
        assert 19 <= record.born_on.year - _birth_year(record.mother) <= 44
        assert [parent and parent.sex for parent in (record.father, record.mother)] == [Sex.MALE, Sex.FEMALE]


@seeds
@given(any_seed)
def test_children_have_their_origin_and_family_name_from_a_parent(seed: int) -> None:
    records = town(seed)
    known = by_number(records)
    children = [record for record in records if _number(record.father)]
    assert len(children) > 50
    for child in children:
        father, mother = known[_number(child.father)], known[_number(child.mother)]
        assert child.place_of_origin == father.place_of_origin
        if child.ethnicity not in {"Ba Na", "Ê Đê"}:
            assert child.full_name.split()[0] == father.full_name.split()[0]
        assert child.full_name not in {father.full_name, mother.full_name}


@seeds
@given(any_seed)
def test_all_of_a_household_name_one_head_and_one_another(seed: int) -> None:
    records = town(seed)
    known = by_number(records)
    for record in (record for record in records if not record.died_on):
        assert known[record.household.head.citizen_id].household.relation_to_head == "Chủ hộ"
        for member in record.household.members:
            other = known[member.citizen_id].household
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
    seen: dict[tuple[CitizenId | None, CitizenId | None], Kinship] = {
        (one.citizen_id, other.citizen_id): other.kinship
        for one in records
        for other in one.household.members
    }
    assert set(back) <= set(seen.values())
    for (one, other), kinship in seen.items():
        if kinship in back and (other, one) in seen:
            assert seen[other, one] in back[kinship]


def test_the_records_fill_all_26_items_of_the_law() -> None:
    records = town()
    card = [record.card for record in records if record.card]
    households = [record.household for record in records]
    items: dict[int, list[object]] = {
        1: [record.full_name for record in records],
        2: [record.other_name for record in records],
        3: [record.citizen_id for record in records],
        4: [record.born_on for record in records],
        5: [record.sex for record in records],
        6: [record.place_of_birth for record in records],
        7: [record.birth_registered_at for record in records],
        8: [record.place_of_origin for record in records],
        9: [record.ethnicity for record in records],
        10: [record.religion for record in records],
        11: [record.nationality for record in records],
        12: [record.blood_group for record in records],
        13: [record.former_id for record in records],
        14: [one.issued_on and one.issued_by and one.expires_on for one in card],
        15: [
            record.father and record.mother and record.children and record.represented for record in records
        ],
        16: [record.permanent_residence for record in records],
        17: [record.temporary_residence for record in records],
        18: [record.absence for record in records],
        19: [record.present_residence for record in records],
        20: [household.relation_to_head for household in households],
        21: [household.head and household.members for household in households],
        22: [record.died_on for record in records],
        23: [record.phone and record.email for record in records],
        24: [record.marital_status for record in records],
        25: [record.occupation for record in records],
        26: [record.further for record in records],
    }
    assert [item for item, told in items.items() if not any(told)] == []


@seeds
@given(any_seed)
def test_who_acts_for_a_child_is_named_on_both_sides(seed: int) -> None:
    records = town(seed)
    known = by_number(records)
    assert sum(record.representative is not None for record in records) > 30
    for record in records:
        for child in record.represented:
            assert _number(known[child.citizen_id].representative) == record.citizen_id
            assert child.citizen_id in {one.citizen_id for one in record.children}


def test_the_same_seed_and_day_invent_the_same_people() -> None:
    assert town(7) == town(7)


def test_another_seed_invents_other_people_around_the_same_cast() -> None:
    one, other = town(7), town(8)
    cast = {member.citizen_id for member in WORDS.cast}
    shared = {record.citizen_id for record in one} & {record.citizen_id for record in other}
    assert cast <= shared
    assert len(shared) < len(cast) + 10


def test_family_names_are_as_frequent_as_they_are() -> None:
    records = [record for seed in range(4) for record in town(seed, people=1_000)]
    kinh = [record.full_name.split()[0] for record in records if record.ethnicity == "Kinh"]
    shares = [kinh.count(surname) / len(kinh) for surname in ("Nguyễn", "Trần")]
    assert 0.27 < shares[0] < 0.37
    assert 0.08 < shares[1] < 0.14


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
    assert _expired(cast.card_expired, today)
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
    assert _number(child.father) == cast.new_father.citizen_id
    assert _number(child.mother) == cast.new_mother.citizen_id
    assert child.card is None
    assert (today - child.born_on.latest()).days < 30
    assert child.birth_registered_at == "UBND xã Phù Đổng, thành phố Hà Nội"


def test_who_died_stands_in_nobody_elses_household_and_leaves_a_widow_as_its_head() -> None:
    records = town()
    dead = notable(records, WORDS).deceased
    widow = next(record for record in records if record.citizen_id == _number(dead.spouse))
    assert (widow.marital_status, widow.household.relation_to_head) == ("Góa", "Chủ hộ")
    assert widow.household.members == ()


def test_children_of_the_ede_bear_their_mothers_family_name() -> None:
    records = town(people=1_500)
    known = by_number(records)
    children = [record for record in records if record.ethnicity == "Ê Đê" and _number(record.mother)]
    assert children
    for child in children:
        assert _after_given(child) == _after_given(known[_number(child.mother)])


def test_cards_that_are_held_hold_but_for_the_one_that_expired() -> None:
    records = town()
    expired = [record for record in records if _expired(record, TODAY)]
    assert expired == [notable(records, WORDS).card_expired]


def test_children_under_six_mostly_hold_no_card() -> None:
    small = [record for record in town(people=1_500) if record.born_on.age_on(TODAY) < 6]
    assert len(small) > 50
    assert sum(record.card is not None for record in small) < len(small) / 5


def _number(relative: Relative | None) -> CitizenId | None:
    return relative.citizen_id if relative else None


def _birth_year(relative: Relative | None) -> int:
    assert relative is not None
    assert relative.born_on is not None
    return relative.born_on.year


def _after_given(record: PopulationRecord) -> str:
    """Give an Ê Đê family name: what follows "Y Bhăm" or "H'Rưm"."""
    words = record.full_name.split()
    return " ".join(words[2 if record.sex is Sex.MALE else 1 :])


def _expired(record: PopulationRecord, today: date) -> bool:
    return bool(record.card and record.card.expires_on and record.card.expires_on < today)


def _named(record: PopulationRecord) -> Iterator[Relative]:
    kin = (record.father, record.mother, record.spouse, record.representative)
    yield from (one for one in kin if one)
    yield from record.children
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

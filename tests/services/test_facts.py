"""Facts carry where they come from; the record's word goes before the card's, and only it is verified."""

from services.people import at_the_desk, by_card_alone, cast, population

from counter_app.services.facts import facts_about
from forms.facts import FACTS, ROSTERS


def test_the_records_word_goes_before_the_cards_and_is_verified() -> None:
    known = facts_about(at_the_desk(cast().card_outdated), "holder")
    home = known["holder.permanent_residence"]
    assert (home.value, home.source, home.verified) == (
        str(cast().card_outdated.permanent_residence),
        "population",
        True,
    )


def test_a_card_alone_is_known_and_never_verified() -> None:
    known = facts_about(by_card_alone(cast().ede), "holder")
    assert known["holder.full_name"].value == cast().ede.full_name
    assert not any(fact.verified for fact in known.values())
    assert "holder.ethnicity" not in known


def test_nothing_is_known_of_what_nobody_says() -> None:
    assert all(fact.value for fact in facts_about(at_the_desk(cast().year_only_elder), "holder").values())


def test_the_household_is_offered_with_birth_dates_and_without_oneself() -> None:
    mother = cast().new_mother
    rows = facts_about(at_the_desk(mother), "holder")["holder.household"].value
    assert isinstance(rows, tuple)
    assert {row["citizen_id"] for row in rows} == {
        str(member.citizen_id)
        for member in mother.household.members
        if member.citizen_id != mother.citizen_id
    }
    assert all(row["born_on"] and row["relation"] for row in rows)


def test_every_item_of_the_law_that_a_record_holds_is_a_fact() -> None:
    held = next(
        one
        for one in population()
        if one.absence
        and one.card
        and one.card.expires_on
        and one.blood_group
        and one.spouse
        and one.former_id
    )
    known = facts_about(at_the_desk(held), "holder")
    assert held.card is not None
    assert held.spouse is not None
    assert known["holder.blood_group"].value == held.blood_group
    assert str(known["holder.absence"].value).startswith("Từ ngày ")
    assert known["holder.card_expires_on"].value == str(held.card.expires_on)
    assert known["holder.spouse.citizen_id"].value == str(held.spouse.citizen_id)
    assert known["holder.head.full_name"].value == held.household.head.full_name


def test_the_facts_that_are_filled_are_those_that_forms_may_name() -> None:
    for record in population():
        if record.card:
            known = facts_about(at_the_desk(record), "holder")
            assert set(known) <= FACTS | ROSTERS

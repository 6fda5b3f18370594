"""Facts carry where they come from; the record's word goes before the card's, and only it is verified."""

from services.people import at_the_desk, by_card_alone, cast

from counter_app.domain.dossier import Capacity
from counter_app.gateways.specimen.desk import specimen_duty
from counter_app.services.facts import facts_about, facts_of_visit

OFFICE = specimen_duty().office


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


def test_a_mother_at_the_desk_makes_both_parents_known() -> None:
    mother, father = cast().new_mother, cast().new_father
    known = facts_of_visit(at_the_desk(mother), None, OFFICE, capacity=Capacity.SELF, relation="mother")
    assert known["mother.full_name"].value == mother.full_name
    assert known["father.full_name"].value == father.full_name
    assert known["father.citizen_id"].value == str(father.citizen_id)
    assert "father.full_name" not in facts_of_visit(
        at_the_desk(mother), None, OFFICE, capacity=Capacity.SELF, relation="other"
    )


def test_a_dossier_for_another_person_is_about_them() -> None:
    known = facts_of_visit(
        at_the_desk(cast().new_mother), at_the_desk(cast().ede), OFFICE, capacity=Capacity.PROXY, relation=""
    )
    assert known["applicant.full_name"].value == cast().new_mother.full_name
    assert known["holder.full_name"].value == cast().ede.full_name


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

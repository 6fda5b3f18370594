"""Each role is filled from its own person; what is not certain stays open."""

from dataclasses import replace

from services.people import at_the_desk, cast, population

from counter_app.domain.citizen import PopulationRecord
from counter_app.domain.citizen_id import Sex
from counter_app.domain.dossier import Capacity, Player
from counter_app.gateways.specimen.desk import specimen_duty
from counter_app.services.roles import Company, cast_of, relatives_of
from counter_app.services.visit_facts import facts_of_visit
from forms.prefill import KnownFact

OFFICE = specimen_duty().office


def facts(company: Company) -> dict[str, KnownFact]:
    return dict(facts_of_visit(cast_of(company), OFFICE))


def name_of(company: Company, role: str) -> object:
    known = facts(company).get(f"{role}.full_name")
    return known.value if known else None


def a_minor() -> PopulationRecord:
    return next(one for one in population() if one.representative and one.card and one.father)


def a_person(number: object) -> PopulationRecord:
    return next(one for one in population() if one.citizen_id == number)


def test_a_mother_at_the_desk_makes_both_parents_known() -> None:
    mother, father = cast().new_mother, cast().new_father
    company = Company(Capacity.CHILD, at_the_desk(mother), relation="mother")
    assert name_of(company, "mother") == mother.full_name
    assert name_of(company, "father") == father.full_name
    assert facts(company)["father.citizen_id"].value == str(father.citizen_id)
    assert name_of(replace(company, relation="other"), "father") is None


def test_a_man_who_is_said_to_be_the_mother_fills_nothing() -> None:
    company = Company(Capacity.CHILD, at_the_desk(cast().new_father), relation="mother")
    assert name_of(company, "mother") is None


def test_a_helper_never_stands_in_the_place_of_whom_the_dossier_is_about() -> None:
    helper, behind = at_the_desk(cast().new_mother), at_the_desk(cast().ede)
    known = facts(Company(Capacity.PROXY, helper, behind, relation="other"))
    of_the_helper = {name.partition(".")[0] for name, fact in known.items() if fact.value == helper.full_name}
    assert of_the_helper == {"applicant", "proxy"}
    assert known["holder.full_name"].value == known["declarant.full_name"].value == behind.full_name
    assert known["bride.full_name"].value == behind.full_name


def test_a_childs_record_tells_who_its_parents_are_and_who_only_acts_for_it() -> None:
    child = a_minor()
    assert child.mother is not None
    mother = at_the_desk(a_person(child.mother.citizen_id))
    by_mother = Company(Capacity.CHILD, mother, at_the_desk(child))
    assert name_of(by_mother, "parent") == name_of(by_mother, "mother") == mother.full_name
    assert name_of(by_mother, "guardian") is None
    by_another = Company(Capacity.CHILD, at_the_desk(cast().ede), at_the_desk(child))
    assert name_of(by_another, "guardian") == cast().ede.full_name
    assert (name_of(by_another, "parent"), name_of(by_another, "mother")) == (None, mother.full_name)


def test_who_marries_is_known_by_sex_and_the_other_side_by_their_own_card() -> None:
    woman, man = at_the_desk(cast().ede), at_the_desk(cast().mong)
    alone = Company(Capacity.SELF, woman)
    assert (name_of(alone, "bride"), name_of(alone, "groom")) == (woman.full_name, None)
    both = replace(alone, players=(Player("groom", man),))
    assert (name_of(both, "bride"), name_of(both, "groom")) == (woman.full_name, man.full_name)
    assert facts(both)["groom.permanent_residence"].value == str(cast().mong.permanent_residence)


def test_a_widow_makes_the_deceased_known_and_a_card_shown_for_them_goes_first() -> None:
    wife = at_the_desk(cast().new_mother)
    company = Company(Capacity.SELF, wife, relation="spouse")
    assert name_of(company, "deceased") == cast().new_father.full_name
    shown = replace(company, players=(Player("deceased", at_the_desk(cast().mong)),))
    assert name_of(shown, "deceased") == cast().mong.full_name


def test_a_relative_who_was_looked_up_is_told_of_in_full() -> None:
    mother, father = cast().new_mother, at_the_desk(cast().new_father)
    company = Company(Capacity.CHILD, at_the_desk(mother), relation="mother")
    assert "father.permanent_residence" not in facts(company)
    in_full = replace(company, players=(Player("father", father),))
    assert facts(in_full)["father.permanent_residence"].value == str(mother.permanent_residence)


def test_the_head_of_household_is_known_for_everybody_of_it() -> None:
    member = next(one for one in population() if one.household.relation_to_head == "Vợ" and one.card)
    company = Company(Capacity.SELF, at_the_desk(member))
    assert name_of(company, "head_of_household") == member.household.head.full_name
    assert facts(company)["holder.head.sex"].value == Sex.MALE
    assert name_of(company, "spouse") == member.household.head.full_name


def test_kin_are_offered_once_each_with_a_number_and_never_the_helpers() -> None:
    mother = at_the_desk(cast().new_mother)
    offered = relatives_of(Company(Capacity.SELF, mother))
    assert [one.full_name for one in offered] == [cast().new_father.full_name, cast().new_born.full_name]
    behind = at_the_desk(cast().ede)
    of_another = relatives_of(Company(Capacity.PROXY, mother, behind))
    assert cast().new_father.full_name not in {one.full_name for one in of_another}

"""A section whose role nobody plays offers it; a card or a name from the family fills it."""

import pytest
from services.fakes import FakeStore, FixedClock
from services.people import MORNING, RESOURCES, at_the_desk, cast, population, shown_card
from ui.builders import BIRTH, drafting, forms, sheet_for

from counter_app.domain.citizen import RecordSource
from counter_app.domain.dossier import Capacity
from counter_app.gateways.specimen.population import SpecimenPopulation
from counter_app.services.drafting import Sheet
from counter_app.services.identify import Identification
from counter_app.services.joining import Joining, UnfitForRole, open_roles, unread_family
from counter_app.services.realm import Realm
from counter_app.services.whereabouts import Whereabouts


def birth_with_a_father(relation: str) -> Sheet:
    """Begin the birth form of a child that has no number yet, with its father named."""
    service = drafting()
    sheet = sheet_for(BIRTH, at_the_desk(cast().new_mother), capacity=Capacity.CHILD, service=service)
    sheet = service.declare(sheet, "relation", relation)
    return service.declare(sheet, "has_father", "yes")


@pytest.fixture
def joining() -> Joining:
    clock = FixedClock(MORNING)
    people = SpecimenPopulation(population(), clock)
    store = FakeStore()
    return Joining(
        Identification(people, store, clock, Whereabouts(RESOURCES / "units"), realm=Realm(training=True)),
        store,
        forms(),
    )


def test_a_role_that_nobody_plays_is_offered_at_its_section_with_kin_of_the_right_sex() -> None:
    offers = {each.role: each for each in open_roles(birth_with_a_father("other"))}
    assert {role: each.section for role, each in offers.items()} == {"mother": "mother", "father": "father"}
    assert [one.full_name for one in offers["father"].offered] == [cast().new_father.full_name]
    assert cast().new_father.full_name not in {one.full_name for one in offers["mother"].offered}


def test_a_role_that_is_certain_is_not_offered() -> None:
    assert open_roles(birth_with_a_father("mother")) == ()


def test_the_family_is_read_once_for_what_the_form_still_needs(joining: Joining) -> None:
    sheet = birth_with_a_father("mother")
    assert [(role, one.full_name) for role, one in unread_family(sheet)] == [
        ("father", cast().new_father.full_name)
    ]
    assert sheet.filled.value("father_residence") == ""
    read = joining.read_family(sheet, drafting())
    assert read.filled.value("father_residence") == str(cast().new_father.permanent_residence)
    assert unread_family(read) == ()


def test_a_card_shown_for_a_role_fills_it_and_the_role_can_be_taken_back(joining: Joining) -> None:
    service, sheet = drafting(), birth_with_a_father("other")
    newcomer = joining.by_card(sheet, "father", shown_card(cast().mong))
    assert newcomer.person.source is RecordSource.LIVE
    joined = service.join(sheet, newcomer)
    assert joined.filled.value("father_full_name") == cast().mong.full_name
    assert [each.player for each in open_roles(joined) if each.role == "father"] == [cast().mong.full_name]
    assert [each.player for each in open_roles(service.leave_open(joined, "father"))] == ["", ""]


def test_a_man_is_not_taken_for_the_mother(joining: Joining) -> None:
    with pytest.raises(UnfitForRole):
        joining.by_card(birth_with_a_father("other"), "mother", shown_card(cast().mong))

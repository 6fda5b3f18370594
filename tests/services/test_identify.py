"""From a card to a person: found, not found, away, or not enough to ask with."""

from dataclasses import replace

import pytest
from contracts.samples import dossier
from services.fakes import FakeStore, FixedClock
from services.people import MORNING, RESOURCES, at_the_desk, cast, population, shown_card

from counter_app.domain.citizen import PopulationRecord, Reading, RecordSource
from counter_app.domain.dates import PartialDate
from counter_app.domain.history import Deed
from counter_app.domain.look import Purpose
from counter_app.gateways.specimen.population import SpecimenPopulation
from counter_app.services.compare import Remark, remarks
from counter_app.services.identify import (
    FormerCard,
    FormerIdUnknown,
    Identification,
    NotEnoughTyped,
    typed_card,
    typed_former_card,
)
from counter_app.services.ports import LookUp
from counter_app.services.realm import Realm
from counter_app.services.whereabouts import Whereabouts


def desk(*, away: bool = False) -> tuple[Identification, FakeStore]:
    clock, store = FixedClock(MORNING), FakeStore()
    people = SpecimenPopulation(population(), clock, away=away)
    return Identification(
        people, store, clock, Whereabouts(RESOURCES / "units"), realm=Realm(training=True)
    ), store


def test_a_card_brings_its_record_and_the_look_is_kept_without_the_citizens_data() -> None:
    identification, store = desk()
    visit = identification.begin(shown_card(cast().ede), "cb.01")
    assert visit.person.record == cast().ede
    assert visit.person.source is RecordSource.LIVE
    with store.work() as work:
        (act,) = work.history_of(visit.visit_id)
    assert (act.deed, act.outcome, act.official_sign) == (Deed.LOOKED_UP, "live", "cb.01")
    assert act.reason == "reception"
    assert str(cast().ede.citizen_id) not in repr(act)


def test_an_outage_leaves_the_card_and_says_so() -> None:
    identification, _ = desk(away=True)
    person = identification.begin(shown_card(cast().ede), "cb.01").person
    assert (person.record, person.source) == (None, RecordSource.UNREACHABLE)
    assert person.full_name == cast().ede.full_name


def test_a_name_that_does_not_agree_finds_nobody() -> None:
    identification, _ = desk()
    card = replace(shown_card(cast().ede), full_name="Nguyễn Văn Khác")
    assert identification.begin(card, "cb.01").person.source is RecordSource.NO_RECORD


def test_without_a_legible_name_the_record_is_not_asked_for() -> None:
    identification, _ = desk()
    card = replace(shown_card(cast().ede), full_name="")
    assert identification.begin(card, "cb.01").person.source is RecordSource.INCOMPLETE


def test_typing_needs_number_name_and_birth_date_together() -> None:
    card = typed_card("000 199 000 017", "  Nguyễn   Thị Mẫu ", "15/3/1999")
    assert (str(card.citizen_id), card.full_name, str(card.born_on)) == (
        "000199000017",
        "Nguyễn Thị Mẫu",
        "1999-03-15",
    )
    assert card.reading is Reading.TYPED
    with pytest.raises(NotEnoughTyped) as refused:
        typed_card("00019900001", "", "31/2/1999")
    assert refused.value.missing == ("citizen_id", "full_name", "born_on")


def test_somebody_typed_gets_the_sex_from_the_record() -> None:
    identification, _ = desk()
    elder = cast().year_only_elder
    person = identification.begin(
        typed_card(str(elder.citizen_id), elder.full_name, str(elder.born_on)), "cb.01"
    ).person
    assert person.record == elder
    assert person.card.sex is elder.sex


def test_a_cancelled_number_leads_to_the_same_person_and_dossiers_go_by_the_one_in_force() -> None:
    identification, _ = desk()
    changed = cast().number_cancelled
    (cancelled,) = changed.cancelled_ids
    typed = typed_card(cancelled, changed.full_name, str(changed.born_on))
    person = identification.begin(typed, "cb.01").person
    assert person.record == changed
    assert person.citizen_id == changed.citizen_id
    assert Remark.ID_CANCELLED in remarks(person, MORNING.date())
    assert Remark.ID_CANCELLED not in remarks(at_the_desk(changed), MORNING.date())


def typed_by_former_number(record: PopulationRecord) -> FormerCard:
    number = f"{record.former_id[:3]} {record.former_id[3:]}"
    return typed_former_card(number, record.full_name.upper(), str(record.born_on))


def test_nine_digits_of_before_lead_to_the_number_in_force() -> None:
    identification, _ = desk()
    card = identification.card_of_former(typed_by_former_number(cast().ede), "cb.01")
    assert (card.citizen_id, card.former_id) == (cast().ede.citizen_id, cast().ede.former_id)
    assert identification.begin(card, "cb.01").person.record == cast().ede


def test_while_the_population_is_away_nine_digits_are_found_in_this_desks_own_register() -> None:
    identification, store = desk(away=True)
    typed = typed_by_former_number(cast().ede)
    with pytest.raises(FormerIdUnknown):
        identification.card_of_former(typed, "cb.01")
    with store.work() as work:
        work.add_dossier(dossier(1, whose=at_the_desk(cast().ede)))
        work.commit()
    assert identification.card_of_former(typed, "cb.01").citizen_id == cast().ede.citizen_id
    with pytest.raises(FormerIdUnknown):
        identification.card_of_former(replace(typed, full_name="Nguyễn Văn Khác"), "cb.01")


def test_nine_digits_alone_are_not_enough_to_look_somebody_up_by() -> None:
    with pytest.raises(NotEnoughTyped) as refused:
        typed_former_card("012 345 678", "", "15/3/1999")
    assert refused.value.missing == ("full_name",)


def test_a_look_by_a_former_number_is_kept_also_where_nobody_is_found() -> None:
    identification, store = desk()
    typed = typed_by_former_number(cast().ede)
    identification.card_of_former(typed, "cb.01")
    with pytest.raises(FormerIdUnknown):
        identification.card_of_former(replace(typed, full_name="Nguyễn Văn Khác"), "cb.02")
    with store.work() as work:
        acts = work.history_of("former_number")
    assert [(act.deed, act.outcome, act.official_sign) for act in acts] == [
        (Deed.LOOKED_UP_FORMER, "population", "cb.01"),
        (Deed.LOOKED_UP_FORMER, "nobody", "cb.02"),
    ]


@pytest.mark.parametrize("part", ["number", "full_name", "purpose", "official_sign"])
def test_the_population_is_never_asked_with_a_part_left_out(part: str) -> None:
    asked = LookUp("000199000017", "Nguyễn Thị Thu Hà", PartialDate(1999), Purpose.RECEPTION, "cb.01")
    with pytest.raises(ValueError, match="together"):
        replace(asked, **{part: ""})  # type: ignore[arg-type]  # a name of one of its texts

"""What was told at this desk is known again; a paper is asked for only after a look-up that failed."""

from dataclasses import replace
from datetime import timedelta

from services.counter import DUTY, Counter
from services.people import MORNING, at_the_desk, by_card_alone, cast

from counter_app.domain.checklist import PaperState
from counter_app.domain.citizen import RecordSource
from counter_app.domain.dossier import Capacity
from counter_app.domain.history import Deed
from counter_app.domain.look_up import LookUpOutcome
from counter_app.domain.required_paper import Database
from counter_app.services.correction import PROCEDURES, Remedy
from counter_app.services.roles import Newcomer

RESIDENCE, BIRTH = "1.004194", "1.001193"
PHONE = "0509999999"


def test_what_was_typed_in_one_form_of_a_visit_is_not_asked_for_in_the_next() -> None:
    counter, person = Counter(), at_the_desk(cast().ede)
    first = counter.begin(person, RESIDENCE, "first")
    counter.drafting.save(counter.drafting.declare(first, "phone", PHONE))
    phone = counter.begin(person, RESIDENCE, "second").filled.answer("phone")
    assert (phone.value, phone.source, phone.as_of) == (PHONE, "visit", MORNING.date())


def test_days_later_it_is_still_known_with_the_day_it_was_told_on() -> None:
    counter, person = Counter(), at_the_desk(cast().ede)
    first = counter.begin(person, RESIDENCE, "first")
    counter.drafting.save(counter.drafting.declare(first, "phone", PHONE))
    counter.clock.move(timedelta(days=9))
    phone = counter.begin(person, RESIDENCE, "second").filled.answer("phone")
    assert (phone.value, phone.source, phone.as_of) == (PHONE, "earlier", MORNING.date())


def test_another_citizen_is_told_nothing_of_it() -> None:
    counter = Counter()
    first = counter.begin(at_the_desk(cast().ede), RESIDENCE, "first")
    counter.drafting.save(counter.drafting.declare(first, "phone", PHONE))
    other = counter.begin(at_the_desk(cast().mong), RESIDENCE, "second")
    assert other.filled.value("phone") != PHONE


def test_what_others_of_a_dossier_have_told_is_not_kept_with_the_next_one() -> None:
    counter, helper = Counter(), at_the_desk(cast().ede)
    sheet = counter.begin(helper, BIRTH, "birth", Capacity.CHILD)
    sheet = counter.drafting.join(sheet, Newcomer("mother", at_the_desk(cast().new_mother)))
    corrected = counter.drafting.declare(sheet, "mother_ethnicity", "Tày", reason="khai lại")
    counter.drafting.save(counter.drafting.declare(corrected, "applicant_full_name", "H'Wen", reason="x"))
    told = counter.begin(helper, RESIDENCE, "second").draft.told
    assert {(each.citizen_id, each.fact) for each in told} == {(helper.citizen_id, "full_name")}


def test_what_the_state_says_goes_before_what_was_told() -> None:
    counter, person = Counter(), at_the_desk(cast().ede)
    first = counter.begin(person, RESIDENCE, "first")
    told = counter.drafting.declare(first, "full_name", "Một Tên Khác", reason="tên cũ")
    counter.drafting.save(told)
    assert counter.begin(person, RESIDENCE, "second").filled.value("full_name") == person.full_name


def test_who_joins_in_a_role_fills_its_fields_and_leaves_with_them() -> None:
    counter = Counter()
    sheet = counter.begin(at_the_desk(cast().ede), BIRTH, "birth", Capacity.CHILD)
    sheet = counter.drafting.declare(sheet, "relation", "other")
    assert sheet.filled.value("mother_full_name") == ""
    mother = Newcomer("mother", at_the_desk(cast().new_mother))
    joined = counter.drafting.save(counter.drafting.join(sheet, mother))
    assert joined.filled.value("mother_full_name") == cast().new_mother.full_name
    assert joined.filled.value("applicant_full_name") == cast().ede.full_name
    assert (Deed.JOINED, "mother") in counter.deeds("birth")
    again = counter.drafting.resume("birth", DUTY)
    assert again.filled == joined.filled
    assert counter.drafting.leave_open(again, "mother").filled.value("mother_full_name") == ""


def test_a_paper_is_asked_for_only_after_a_look_up_that_failed_and_the_ground_is_kept() -> None:
    counter = Counter()
    sheet = counter.begin(at_the_desk(cast().new_mother), BIRTH, "birth", Capacity.CHILD)
    assert sheet.line("birth_notice").state is PaperState.IF_NEEDED
    failed = counter.drafting.looked_up(sheet, "birth_notice", LookUpOutcome.NOTHING)
    line = counter.drafting.save(failed).line("birth_notice")
    assert line.state is PaperState.ASK
    assert line.look_up is not None
    assert (line.look_up.database, line.look_up.at) == (Database.HEALTH, MORNING)
    assert (Deed.LOOKED_UP_PAPER, "birth_notice health nothing") in counter.deeds("birth")
    found = counter.drafting.looked_up(failed, "birth_notice", LookUpOutcome.FOUND)
    assert found.line("birth_notice").state is PaperState.HELD
    assert "birth_notice" not in {each.paper.slot for each in found.missing_papers}


def test_a_population_that_did_not_answer_is_the_ground_for_asking_what_it_would_have_told() -> None:
    counter = Counter()
    sheet = counter.begin(by_card_alone(cast().new_mother), BIRTH, "birth", Capacity.CHILD)
    line = sheet.line("identity_card")
    assert line.state is PaperState.ASK
    assert line.look_up is not None
    assert line.look_up.outcome is LookUpOutcome.AWAY
    unasked = replace(by_card_alone(cast().new_mother), source=RecordSource.INCOMPLETE)
    assert counter.begin(unasked, BIRTH, "other", Capacity.CHILD).line("identity_card").look_up is None


def test_the_procedure_that_puts_a_difference_right_begins_already_filled() -> None:
    counter, shown = Counter(), at_the_desk(cast().ede)
    old_card = replace(shown, card=replace(shown.card, full_name="Một Tên Cũ"))
    change = counter.begin(old_card, PROCEDURES[Remedy.CARD], "card").filled
    assert (change.value("request_kind"), change.value("change_reason")) == ("change", "name")
    new_card = replace(shown.card, full_name="Một Tên Mới", issued_on=MORNING.date())
    correction = counter.begin(replace(shown, card=new_card), PROCEDURES[Remedy.RECORD], "record").filled
    assert (correction.value("item"), correction.value("recorded")) == ("full_name", shown.full_name)
    assert (correction.value("correct"), correction.answer("correct").source) == ("Một Tên Mới", "card")

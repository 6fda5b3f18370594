"""Card and record side by side: what differs is named, what is merely written otherwise is not."""

from dataclasses import replace
from datetime import date

from services.people import TODAY, at_the_desk, by_card_alone, cast

from counter_app.domain.dates import PartialDate
from counter_app.services.compare import Aspect, Newer, Remark, differences, remarks
from counter_app.services.correction import Remedy, correction_of


def test_what_changed_since_the_card_was_issued_is_named_and_the_record_is_newer() -> None:
    person = at_the_desk(cast().card_outdated)
    renamed = replace(person.card, full_name="Nguyễn Thị Tên Cũ")
    found = {each.aspect: each for each in differences(replace(person, card=renamed))}
    assert set(found) == {Aspect.FULL_NAME, Aspect.RESIDENCE}
    assert {each.newer for each in found.values()} == {Newer.RECORD}
    assert found[Aspect.RESIDENCE].in_record == str(cast().card_outdated.permanent_residence)
    assert found[Aspect.FULL_NAME].on_card == "Nguyễn Thị Tên Cũ"


def test_a_tone_mark_in_another_place_is_the_same_name() -> None:
    person = at_the_desk(cast().tone_variant)
    assert person.card.full_name != person.full_name
    assert Aspect.FULL_NAME not in {each.aspect for each in differences(person)}


def test_the_old_units_of_an_address_name_the_same_place() -> None:
    person = at_the_desk(cast().year_only_elder)
    record = person.record
    assert record is not None
    old = replace(
        person.card, residence=record.permanent_residence.formerly or str(record.permanent_residence)
    )
    assert Aspect.RESIDENCE not in {each.aspect for each in differences(replace(person, card=old))}


def test_without_a_record_there_is_nothing_to_differ() -> None:
    assert differences(by_card_alone(cast().card_outdated)) == ()


def test_what_the_official_should_know_is_remarked() -> None:
    assert Remark.PERSON_DIED in remarks(at_the_desk(cast().deceased), TODAY)
    assert Remark.CARD_EXPIRED in remarks(at_the_desk(cast().card_expired), TODAY)
    assert Remark.ID_DISAGREES in remarks(at_the_desk(cast().sex_corrected), TODAY)
    assert remarks(at_the_desk(cast().ede), TODAY) == ()


def test_a_card_that_ended_is_remarked_while_the_population_is_away() -> None:
    assert Remark.CARD_EXPIRED in remarks(by_card_alone(cast().card_expired), TODAY)
    assert remarks(by_card_alone(cast().ede), TODAY) == ()


def test_a_card_that_may_have_ended_is_not_said_to_have_ended() -> None:
    person = by_card_alone(cast().card_expired)
    born, issued = PartialDate(1986), date(2021, 8, 3)
    unsure = replace(person, card=replace(person.card, born_on=born, issued_on=issued))
    assert remarks(unsure, date(2026, 6, 1)) == (Remark.CARD_MAY_HAVE_EXPIRED,)
    assert remarks(unsure, date(2027, 1, 1)) == (Remark.CARD_EXPIRED,)


def test_a_replaced_card_is_judged_by_its_own_dates() -> None:
    record = cast().card_expired
    assert record.card is not None
    issued_anew = replace(record, card=replace(record.card, issued_on=TODAY, expires_on=None))
    person = replace(at_the_desk(record), record=issued_anew)
    assert remarks(person, TODAY) == (Remark.CARD_EXPIRED, Remark.CARD_REPLACED)


def test_a_record_that_is_behind_is_offered_to_be_corrected_with_what_the_card_says() -> None:
    shown = at_the_desk(cast().ede)
    newer = replace(shown.card, full_name="H'Wen Niê Kdăm Mới", issued_on=date(2026, 11, 20))
    correction = correction_of(replace(shown, card=newer))
    assert correction is not None
    assert (correction.remedy, correction.procedure_code) == (Remedy.RECORD, "1.012564")
    assert correction.said == {"item": "full_name", "full_name": "H'Wen Niê Kdăm Mới"}
    assert "theo thẻ căn cước cấp ngày 20/11/2026" in correction.request
    assert f"“{cast().ede.full_name}” thành “H'Wen Niê Kdăm Mới”" in correction.request


def test_a_card_that_is_behind_is_offered_to_be_changed() -> None:
    shown = at_the_desk(cast().ede)
    correction = correction_of(replace(shown, card=replace(shown.card, full_name="Một Tên Cũ")))
    assert correction is not None
    assert (correction.remedy, correction.said["card_reason"]) == (Remedy.CARD, "name")
    assert correction.request.startswith("Đề nghị cấp đổi thẻ căn cước")


def test_a_card_is_not_changed_for_a_residence_alone() -> None:
    shown = at_the_desk(cast().ede)
    moved = replace(shown, card=replace(shown.card, residence="Số 1 phố Khác, phường Khác, tỉnh Khác"))
    assert [each.aspect for each in differences(moved)] == [Aspect.RESIDENCE]
    assert correction_of(moved) is None

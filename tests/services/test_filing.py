"""How a dossier is filed decides what it costs and when it is due; what cannot be chosen is refused."""

from dataclasses import replace

import pytest
from services.counter import Counter, packs
from services.people import MORNING, at_the_desk, cast

from counter_app.domain.citizen import PopulationRecord
from counter_app.domain.dates import PartialDate
from counter_app.domain.dossier_code import NotADossierCode
from counter_app.domain.fee_rules import Channel
from counter_app.domain.fees import Fee, fee_for
from counter_app.domain.history import Deed
from counter_app.services.charges import fee_question
from counter_app.services.drafting import Sheet
from counter_app.services.filing import (
    NotOffered,
    came_with,
    case_offers,
    file_by,
    grant,
    name_case,
    waiver_offers,
)

RESIDENCE, REMOVAL, DEATH = "1.004194", "1.003197", "1.000656"


def begun(code: str, record: PopulationRecord | None = None) -> Sheet:
    return Counter().begin(at_the_desk(record or cast().ede), code, "a")


def fee_of(sheet: Sheet) -> Fee:
    return fee_for(sheet.procedure, fee_question(sheet, sheet.today))


def born(year: int) -> PopulationRecord:
    return replace(cast().ede, born_on=PartialDate(year, 5, 1))


def test_filing_online_costs_what_the_tip_has_told_before() -> None:
    sheet = begun(RESIDENCE)
    tip = fee_of(sheet).tip
    assert tip is not None
    online = fee_of(file_by(sheet, Channel.ONLINE))
    assert online.amount == tip.amount < fee_of(sheet).amount
    assert online.tip is None


def test_a_procedure_that_is_not_filed_at_the_desk_begins_with_its_own_channel() -> None:
    sheet = begun(REMOVAL)
    assert sheet.draft.filing.channel is Channel.ONLINE
    assert sheet.values["channel"] == "online"
    assert fee_of(sheet).amount == 0
    with pytest.raises(NotOffered) as refused:
        file_by(sheet, Channel.DIRECT)
    assert refused.value.offered == ("online",)


def test_an_exemption_that_the_official_ticks_says_its_law_and_lowers_the_fee() -> None:
    sheet = grant(begun(RESIDENCE), "exempt_residence", granted=True)
    fee = fee_of(sheet)
    offer = next(one for one in waiver_offers(sheet, fee) if one.waiver.key == "exempt_residence")
    assert (offer.ticked, offer.by_itself, offer.counts) == (True, False, True)
    assert "75/2022/TT-BTC" in offer.waiver.provenance.source
    assert fee.amount == 0
    taken_back = grant(sheet, "exempt_residence", granted=False)
    assert fee_of(taken_back).amount == 15_000


def test_an_exemption_by_age_is_granted_without_a_tick() -> None:
    sheet = begun(RESIDENCE, born(1950))
    offers = {one.waiver.key: one for one in waiver_offers(sheet, fee_of(sheet))}
    assert (offers["elder"].by_itself, offers["elder"].ticked, offers["elder"].counts) == (True, False, True)
    assert "child" not in offers


def test_an_exemption_of_another_channel_is_neither_offered_nor_kept() -> None:
    sheet = begun(RESIDENCE)
    with pytest.raises(NotOffered):
        grant(sheet, "digital_citizen", granted=True)
    online = grant(file_by(sheet, Channel.ONLINE), "digital_citizen", granted=True)
    assert fee_of(online).amount == 0
    assert file_by(online, Channel.DIRECT).draft.filing.waivers == ()


def test_the_case_that_the_official_names_changes_the_time() -> None:
    sheet = begun(DEATH)
    assert [one.case.name for one in case_offers(sheet)] == ["verification"]
    named = name_case(sheet, "verification", met=True)
    (offer,) = case_offers(named)
    assert offer.ticked
    assert name_case(named, "verification", met=False).draft.filing.cases == ()
    with pytest.raises(NotOffered):
        name_case(sheet, "no_such_case", met=True)


def test_how_a_draft_is_filed_outlives_the_desk_and_is_told_to_history() -> None:
    counter = Counter()
    sheet = counter.begin(at_the_desk(cast().ede), RESIDENCE, "a")
    sheet = grant(file_by(sheet, Channel.ONLINE), "digital_citizen", granted=True)
    counter.drafting.save(sheet)
    resumed = counter.drafting.resume("a", sheet.duty)
    assert resumed.draft.filing == sheet.draft.filing
    said = [what for deed, what in counter.deeds("a") if deed is Deed.CHANGED_TERMS]
    assert said == ["channel online", "+waiver digital_citizen"]


def test_no_tip_leads_to_a_channel_that_the_procedure_does_not_have() -> None:
    procedure = packs()[0].on(RESIDENCE, MORNING.date())
    sheet = begun(RESIDENCE)
    at_the_desk_alone = replace(procedure, channels=(Channel.DIRECT,))
    assert fee_of(sheet).tip is not None
    assert fee_of(replace(sheet, procedure=at_the_desk_alone)).tip is None


def test_a_code_from_the_portal_is_kept_as_it_came_and_can_be_taken_back() -> None:
    sheet = came_with(file_by(begun(RESIDENCE), Channel.ONLINE), " g22.99-260101-12345 ")
    assert sheet.draft.filing.existing_code == "G22.99-260101-12345"
    assert came_with(sheet, "  ").draft.filing.existing_code == ""
    for wrong in ("TAM-H26.99-260101-Q3-0001", "không có số"):
        with pytest.raises(NotADossierCode):
            came_with(sheet, wrong)

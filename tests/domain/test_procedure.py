"""What a procedure asks for, struck out where the State holds it already, and only while the law says so."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from counter_app.domain.checklist import ChecklistLine, PaperState, checklist, outstanding
from counter_app.domain.procedure import NoRuleThatDay, Procedure
from counter_app.services.procedure_pack import read_procedure

PACKS = Path(__file__).parents[2] / "resources" / "procedures"
RESIDENCE = read_procedure(PACKS / "1.004194.toml")
BIRTH = read_procedure(PACKS / "1.001193.toml")
EXTRACT = read_procedure(PACKS / "2.000635.toml")
REMOVAL = read_procedure(PACKS / "1.003197.toml")
DAY = date(2026, 11, 23)
RESOLUTION_OVER = date(2027, 3, 1)


def lines(procedure: Procedure, *, found: bool = True, day: date = DAY) -> dict[str, ChecklistLine]:
    return {line.paper.slot: line for line in checklist(procedure, record_found=found, day=day)}


def slots(found: tuple[ChecklistLine, ...]) -> list[str]:
    return [line.paper.slot for line in found]


def test_a_card_that_the_population_database_holds_is_struck_out_with_its_law() -> None:
    line = lines(EXTRACT)["identity_card"]
    assert line.state is PaperState.HELD
    assert line.reason == "Đã có trong Cơ sở dữ liệu quốc gia về dân cư"
    assert "66.7/2025/NQ-CP" in line.law


def test_the_card_may_be_asked_for_only_after_a_look_up_that_failed() -> None:
    assert lines(EXTRACT, found=False)["identity_card"].state is PaperState.ASK
    assert lines(RESIDENCE, found=False)["identity_card"].state is PaperState.IF_NEEDED


@pytest.mark.parametrize(
    ("day", "state"), [(date(2027, 2, 28), PaperState.HELD), (RESOLUTION_OVER, PaperState.ASK)]
)
def test_the_resolutions_strike_outs_end_by_themselves(day: date, state: PaperState) -> None:
    assert lines(EXTRACT, day=day)["identity_card"].state is state


def test_a_paper_of_a_database_not_looked_into_here_is_asked_for_if_that_look_up_fails() -> None:
    line = lines(RESIDENCE)["ownership"]
    assert line.state is PaperState.IF_NEEDED
    assert "đất đai" in line.reason
    after = lines(RESIDENCE, day=RESOLUTION_OVER)["ownership"]
    assert after.law.startswith("Nghị định 154/2024/NĐ-CP")


def test_a_paper_for_some_cases_says_which() -> None:
    line = lines(RESIDENCE)["parent_consent"]
    assert line.state is PaperState.IF_NEEDED
    assert line.reason.startswith("Người đăng ký chưa thành niên")


@pytest.mark.parametrize(("basis", "asked"), [("own", ["ownership"]), ("rented", ["lease"])])
def test_only_a_tenant_is_asked_for_a_lease_and_only_an_owner_for_the_title(
    basis: str, asked: list[str]
) -> None:
    papers = checklist(RESIDENCE, record_found=True, day=DAY, values={"residence_basis": basis})
    assert slots(outstanding(papers, ())) == asked


def test_title_and_lease_stand_in_for_each_other_until_it_is_said_whose_the_dwelling_is() -> None:
    papers = checklist(RESIDENCE, record_found=True, day=DAY, values={"residence_basis": ""})
    assert slots(outstanding(papers, ())) == ["lease"]
    assert outstanding(papers, {"lease"}) == ()
    assert outstanding(papers, {"ownership"}) == ()


def test_a_birth_notice_stays_on_the_list_until_taken_excused_or_stood_in_for() -> None:
    papers = checklist(BIRTH, record_found=True, day=DAY)
    assert slots(outstanding(papers, ())) == ["birth_notice"]
    assert outstanding(papers, {"birth_notice"}) == ()
    assert outstanding(papers, {"birth_statement"}) == ()


def test_a_paper_whose_rule_is_not_yet_in_force_is_not_listed() -> None:
    assert "lease" not in lines(RESIDENCE, day=date(2026, 3, 14))


def test_notes_are_told_while_they_hold() -> None:
    assert any("chứng minh nhân dân" in words for words in RESIDENCE.notes_on(DAY))
    assert not any("chứng minh nhân dân" in words for words in RESIDENCE.notes_on(date(2026, 3, 14)))


def test_the_time_of_the_day_is_given_and_a_day_without_one_refused() -> None:
    assert RESIDENCE.processing_on(DAY).words == "03 ngày làm việc"
    assert BIRTH.processing_on(DAY).words == "trong ngày (nhận sau 15 giờ: ngày làm việc tiếp theo)"
    with pytest.raises(NoRuleThatDay) as refused:
        RESIDENCE.processing_on(date(2021, 6, 30))
    assert (refused.value.what, refused.value.day) == ("processing", date(2021, 6, 30))


def test_the_time_of_a_case_that_is_met_goes_before_the_usual_one() -> None:
    usual = RESIDENCE.processing_on(DAY)
    longer = replace(usual, case="verification", words="10 ngày làm việc")
    procedure = replace(RESIDENCE, processing=(usual, longer))
    assert procedure.processing_on(DAY, cases=frozenset({"verification"})) == longer
    assert procedure.processing_on(DAY, cases=frozenset({"list"})) == usual


def test_what_only_some_answers_ask_for_is_not_missing_before_there_are_answers() -> None:
    papers = {line.paper.slot: line for line in checklist(REMOVAL, record_found=True, day=DAY)}
    line = papers["removal_proof"]
    assert line.paper.required
    assert (line.state, line.must_be_settled) == (PaperState.IF_NEEDED, False)
    assert "removal_proof" not in {one.paper.slot for one in outstanding(tuple(papers.values()), ())}
    values = {"removal_reason": "abroad"}
    decided = checklist(REMOVAL, record_found=True, day=DAY, values=values)
    assert "removal_proof" in {one.paper.slot for one in outstanding(decided, ())}

"""What is held about a number is told whole, for a purpose, and the telling is kept; a breach is counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from contracts.samples import HUONG, MORNING, dossier, draft, outcome, person
from services.counter import CALENDAR, DUTY
from services.people import RESOURCES
from services.test_retention import Kept, kept

from counter_app.domain.history import Act, Deed
from counter_app.domain.look import Look, Purpose
from counter_app.gateways.desk_key import DerivedDeskKey
from counter_app.gateways.known_desks import DeskKeyFolder
from counter_app.services.breach import Breach, BreachDrill
from counter_app.services.data_protection_words import breach_words, held_data_words
from counter_app.services.held_data import HeldKind, NoNumberGiven, Part, RightToKnow
from counter_app.services.inspection import Inspection
from counter_app.services.look_rules import read_look_rules

__all__ = ["kept"]
SPOUSE = "000190000099"


@pytest.fixture
def right(kept: Kept) -> RightToKnow:
    mine = replace(dossier(1), form=f'{{"spouse_number": "{SPOUSE}"}}')
    with kept.store.work() as work:
        work.add_dossier(mine)
        work.add_outcome(outcome(1, "cd" * 32))
        work.save_draft(draft(2))
        work.add_dossier(replace(dossier(3), applicant=person("Lê Thị Khác", "000191000018")))
        looked = Look(Purpose.CITIZEN_ASKS, mine.procedure_code).told
        work.write_history(Act(Deed.OPENED, mine.dossier_id, "cb.02", MORNING, reason=looked))
        work.commit()
    return RightToKnow(kept.store, kept.retention.rules, kept.clock)


def test_a_number_is_told_with_everything_that_is_held_under_it(right: RightToKnow, kept: Kept) -> None:
    held = right.tell("000 190 000 017", Purpose.RIGHT_TO_KNOW, "cb.01")
    told = [(piece.kind, piece.part) for piece in held.pieces]
    mine = Part.APPLICANT
    assert told == [
        (HeldKind.DOSSIER, mine),
        (HeldKind.PAPERS, mine),
        (HeldKind.OUTCOME, mine),
        (HeldKind.DRAFT, mine),
    ]
    assert held.looks == 1
    words = held_data_words(held, DUTY, kept.retention.rules)
    assert words.number == "000 190 000 017"
    assert words.lines[3].until == f"{MORNING + timedelta(days=30):%d/%m/%Y}"
    with kept.store.work() as work:
        (act,) = work.history_of("right_to_know")
    assert (act.deed, act.outcome, act.reason) == (Deed.TOLD_CITIZEN, "4", "right_to_know")
    assert HUONG not in repr(act)


def test_who_is_only_named_in_a_form_is_found_too(right: RightToKnow) -> None:
    (piece, _, _) = right.tell(SPOUSE, Purpose.COMPLAINT, "cb.01").pieces
    assert (piece.kind, piece.part) == (HeldKind.DOSSIER, Part.NAMED)


@pytest.mark.parametrize("number", ["", "0001", "000190"])
def test_a_part_of_a_number_is_told_nothing(right: RightToKnow, number: str) -> None:
    with pytest.raises(NoNumberGiven):
        right.tell(number, Purpose.RIGHT_TO_KNOW, "cb.01")


@pytest.mark.usefixtures("right")
def test_the_notice_of_a_breach_counts_what_was_looked_at_meanwhile(kept: Kept) -> None:
    key = DerivedDeskKey(b"k" * 32)
    rules = read_look_rules(RESOURCES / "inspection.toml")
    known = DeskKeyFolder(kept.folder / "desk_keys", key)
    inspection = Inspection(kept.store, key, known, calendar=CALENDAR, rules=rules, clock=kept.clock)
    hour, found = timedelta(hours=1), MORNING + timedelta(hours=30)
    with kept.store.work() as work:
        work.write_history(Act(Deed.LOOKED_UP, "visit-1", "cb.03", MORNING + hour, "live", "reception"))
        work.write_history(Act(Deed.LOOKED_UP, "visit-2", "cb.03", MORNING + 9 * hour, "live", "reception"))
        work.commit()
    facts = BreachDrill(kept.store, inspection, kept.clock).facts(
        Breach(found, MORNING - hour, MORNING + 2 * hour), "cb.01"
    )
    assert (facts.looked_up, facts.opened, facts.subjects, facts.officials) == (1, 1, 2, 2)
    words = breach_words(facts, DUTY)
    assert words.notify_until == "14 giờ 00 phút, ngày 18 tháng 01 năm 2026"
    assert kept.deeds("breach") == [(Deed.FILLED_BREACH, "2")]

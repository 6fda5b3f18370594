"""What holds at the desk now, in the words of a lesson's goals: of people, form, papers and dossier."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from counter_app.domain.citizen import Person
from counter_app.domain.citizen_id import CitizenId
from counter_app.domain.dossier import Dossier, Draft
from counter_app.domain.history import Deed
from counter_app.domain.history_check import KeptLine
from counter_app.domain.lesson import APPLICANT, Goal, Lesson, Step
from counter_app.services.drafting import Sheet
from counter_app.services.identify import Visit
from counter_app.services.lesson_play import Done

_HOLDER = "holder"
_ONCE = {
    Deed.PRINTED: Goal.PRINTED,
    Deed.PRINTED_AGAIN: Goal.PRINTED,
    Deed.PRINTED_DECLARATION: Goal.DECLARATION_PRINTED,
    Deed.PRINTED_DECLARATION_AGAIN: Goal.DECLARATION_PRINTED,
    Deed.REOPENED: Goal.TAKEN_BACK,
    Deed.OPENED: Goal.OPENED,
    Deed.HANDED_OVER: Goal.HANDED_OVER,
    Deed.CLOSED_SHIFT: Goal.SHIFT_CLOSED,
}
_SLIPS = {Deed.PRINTED_SLIP, Deed.PRINTED_SLIP_AGAIN}


def standing_of(
    lesson: Lesson,
    people: Mapping[str, CitizenId],
    *,
    visit: Visit | None,
    sheet: Sheet | None,
    dossier: Dossier | None,
) -> frozenset[Done]:
    """Say what holds of the visit at hand; ``people`` are the lesson's guests by their role."""
    found = set(_of_people(people, visit, sheet))
    if dossier:
        found.add(Done(Goal.RECEIVED))
    if sheet:
        found |= set(_of_sheet(lesson, sheet))
    return frozenset(found)


def once_of(line: KeptLine) -> Done | None:
    """Tell what a new line of history does for a lesson, None where that is nothing."""
    deed = Deed(line.deed) if line.deed in set(Deed) else None
    if deed in _SLIPS:
        return Done(Goal.SLIP_PRINTED, line.outcome)
    if deed is Deed.VOIDED and line.outcome != "reopened":
        return Done(Goal.VOIDED)
    goal = _ONCE.get(deed) if deed else None
    return Done(goal) if goal else None


def _of_people(people: Mapping[str, CitizenId], visit: Visit | None, sheet: Sheet | None) -> Iterator[Done]:
    if visit and visit.person.citizen_id == people.get(APPLICANT):
        yield Done(Goal.PERSON_KNOWN, APPLICANT)
    for role, person in _players(sheet):
        if person.citizen_id == people.get(role, person.citizen_id):
            yield Done(Goal.PERSON_KNOWN, role)
            yield Done(Goal.ROLE_FILLED, role)


def _players(sheet: Sheet | None) -> Iterator[tuple[str, Person]]:
    if sheet is None:
        return
    if sheet.draft.holder:
        yield _HOLDER, sheet.draft.holder
    for player in sheet.draft.players:
        yield player.role, player.person


def _of_sheet(lesson: Lesson, sheet: Sheet) -> Iterator[Done]:
    draft = sheet.draft
    if draft.capacity is lesson.capacity:
        yield Done(Goal.PROCEDURE_CHOSEN, sheet.procedure.code)
    for name, answer in sheet.filled.answers.items():
        if answer.replaced and answer.replaced.verified:
            yield Done(Goal.FIELD_UNLOCKED, name)
    for step in lesson.steps:
        if step.goal is Goal.ANSWERED and _holds(sheet, step):
            yield Done(Goal.ANSWERED, step.about)
    if not sheet.blocking:
        yield Done(Goal.FORM_COMPLETE)
    if not sheet.missing_papers:
        yield Done(Goal.PAPERS_COMPLETE)
    yield from _of_papers(draft)


def _holds(sheet: Sheet, step: Step) -> bool:
    answer = sheet.filled.answers.get(step.about)
    return answer is not None and str(answer.value) == step.value


def _of_papers(draft: Draft) -> Iterator[Done]:
    for paper in draft.papers:
        if paper.pages:
            yield Done(Goal.PAPER_TAKEN, paper.slot)
        if paper.reused_from:
            yield Done(Goal.PAPER_REUSED, paper.slot)
    for excuse in draft.excuses:
        yield Done(Goal.PAPER_EXCUSED, excuse.slot)
    for look_up in draft.look_ups:
        yield Done(Goal.PAPER_LOOKED_UP, look_up.slot)

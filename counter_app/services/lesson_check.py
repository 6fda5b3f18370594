"""Tries a lesson on a counter: every name in it must lead somewhere, and its way to the right end."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from counter_app.domain.citizen import CitizenCard, Person
from counter_app.domain.dossier import Capacity
from counter_app.domain.lesson import Condition, Fact, Goal, Guest, Lesson, Mishap
from counter_app.domain.office import Duty
from counter_app.domain.procedure import Procedure
from counter_app.domain.required_paper import RequiredPaper
from counter_app.domain.slip import SlipKind
from counter_app.errors import SetupError
from counter_app.services.catalogue import Catalogue, NoSuchProcedure
from counter_app.services.drafting import Drafting, Sheet
from counter_app.services.identify import Identification
from counter_app.services.joining import Joining
from counter_app.services.roles import SETTLED
from counter_app.services.toml_table import Fault, nearest
from counter_app.services.visit_facts import roles_in
from forms.answer import Value
from forms.definition import FormDefinition
from forms.errors import DefinitionError, FormsError
from forms.example import example_from
from forms.toml_table import TomlTable

Row = TypeVar("Row")

_HOLDER = "holder"
_OF_GOALS = {
    Goal.PERSON_KNOWN: "roles",
    Goal.PROCEDURE_CHOSEN: "procedures",
    Goal.ROLE_FILLED: "roles",
    Goal.FIELD_UNLOCKED: "fields",
    Goal.ANSWERED: "fields",
    Goal.PAPER_TAKEN: "slots",
    Goal.PAPER_LEFT: "slots",
    Goal.PAPER_EXCUSED: "slots",
    Goal.PAPER_LOOKED_UP: "slots",
    Goal.PAPER_REUSED: "slots",
    Goal.SLIP_PRINTED: "slips",
}
"""What ``about`` names in a step of this goal; in any other it stands empty."""
_OF_FACTS = {
    Fact.RECEIVED: "procedures",
    Fact.NOT_RECEIVED: "procedures",
    Fact.CAPACITY: "capacities",
    Fact.ANSWERED: "fields",
    Fact.UNLOCKED: "fields",
    Fact.ROLE_FILLED: "roles",
    Fact.PAPER_TAKEN: "slots",
    Fact.PAPER_NOT_TAKEN: "slots",
    Fact.PAPER_EXCUSED: "slots",
    Fact.PAPER_LOOKED_UP: "slots",
    Fact.PAPER_REUSED: "slots",
    Fact.SUPPLEMENT_ASKED: "slots",
    Fact.SLIP_PRINTED: "slips",
}
"""What ``about`` names in an outcome of this fact."""


@dataclass(frozen=True, slots=True)
class TrialCounter:
    """The use cases of a counter that nobody works at, on which lessons are tried.

    ``set_away`` takes its population database away, or brings it back.
    """

    identification: Identification
    joining: Joining
    drafting: Drafting
    procedures: Catalogue
    duty: Duty
    today: date
    set_away: Callable[[bool], None]


class LessonCheck:
    """Tries lessons on a counter; ``card_of`` gives the card a guest holds, None where there is no guest."""

    def __init__(self, counter: TrialCounter, card_of: Callable[[Guest], CitizenCard | None]) -> None:
        self._counter = counter
        self._card_of = card_of

    def faults(self, lesson: Lesson, path: Path) -> Iterator[SetupError]:
        """Name what is wrong with a lesson, first with its names, then with the way to its end."""
        day, procedures = self._counter.today, self._counter.procedures
        try:
            procedure = procedures.on(lesson.procedure, day)
        except NoSuchProcedure:
            known = [one.code for one in procedures.all(day)]
            yield _fault(path, Fault.NOT_A_CHOICE, "procedure", nearest(lesson.procedure, known))
            return
        cards = {guest.role: self._card_of(guest) for guest in lesson.guests}
        for number, guest in enumerate(lesson.guests, start=1):
            if cards[guest.role] is None:
                yield _fault(path, Fault.NOT_A_CHOICE, f"guests[{number}].cast")
                return
        if lesson.capacity not in procedure.capacities:
            yield _fault(path, Fault.NOT_A_CHOICE, "capacity", procedure.capacities[0])
            return
        present = {role: card for role, card in cards.items() if card}
        self._counter.set_away(_begins_away(lesson))
        try:
            yield from self._tried(lesson, path, procedure, present)
        finally:
            self._counter.set_away(False)

    def _tried(
        self, lesson: Lesson, path: Path, procedure: Procedure, cards: dict[str, CitizenCard]
    ) -> Iterator[SetupError]:
        desk, duty = self._counter, self._counter.duty
        sign = duty.official.sign
        visit = desk.identification.begin(cards[lesson.applicant.role], sign)
        held = cards.get(_HOLDER)
        holder: Person | None = desk.identification.person(held, visit.visit_id, sign) if held else None
        sheet = desk.drafting.start(visit, procedure, duty, capacity=lesson.capacity, holder=holder)
        try:
            wrong = tuple(_wrong_names(lesson, path, _names(sheet, desk.procedures)))
            yield from wrong
            if not wrong and _is_received(lesson):
                yield from self._filled(lesson, path, sheet, cards)
        finally:
            desk.drafting.drop(sheet)

    def _filled(
        self, lesson: Lesson, path: Path, sheet: Sheet, cards: dict[str, CitizenCard]
    ) -> Iterator[SetupError]:
        """Fill the form as the citizen of the lesson answers, and say what would still be in the way."""
        desk = self._counter
        for role in cards.keys() - SETTLED:
            sheet = desk.drafting.join(sheet, desk.joining.by_card(sheet, role, cards[role]))
        try:
            answers, unlock = lesson_answers(lesson, sheet.definition, sheet)
            sheet = desk.drafting.answer_all(sheet, answers, unlock)
        except DefinitionError as error:
            yield _fault(path, error.problem, error.key, error.nearest)
            return
        except FormsError as error:
            yield _fault(path, "locked_answer", f"unlock.{error.args[0]}")
            return
        sheet = desk.joining.read_family(sheet, desk.drafting)
        for found in sheet.blocking:
            yield _fault(path, "incomplete_example", f"answers.{found.field}", found.code)
        for broken in sheet.broken:
            if broken.strict:
                yield _fault(path, "example_fails", "answers", broken.words_en)
        settled = {paper.slot for paper in lesson.papers if paper.condition is Condition.GOOD}
        settled |= {slot for slot, _ in lesson.reasons}
        for line in sheet.missing_papers:
            if line.paper.slot not in settled:
                yield _fault(path, Fault.MISSING, f"papers.{line.paper.slot}")


def lesson_answers(
    lesson: Lesson, definition: FormDefinition, sheet: Sheet
) -> tuple[dict[str, Value], dict[str, str]]:
    """Give what the citizen of a lesson answers, field by field, and the reasons for opening locked ones.

    Raises DefinitionError for a field that the form has not, or a value that does not fit it.
    """
    said: dict[str, Any] = {
        one.field: [dict(row) for row in one.rows] if one.rows else one.value for one in lesson.answers
    }
    reasons = {one.field: one.reason for one in lesson.answers if one.reason}
    root = TomlTable(f"{lesson.code}.toml", "", {"answers": said, "unlock": reasons})
    example = example_from(root, definition, today=sheet.today)
    return dict(example.answers), dict(example.unlock)


def _names(sheet: Sheet, procedures: Catalogue) -> Mapping[str, Collection[str]]:
    """List by kind what a lesson may name."""
    return {
        "slots": [paper.slot for paper in (*_papers(sheet), *sheet.procedure.papers)],
        "fields": [field.name for field in sheet.definition.fields()],
        "roles": roles_in(sheet.definition) | SETTLED | {party.role for party in sheet.procedure.parties},
        "procedures": [one.code for one in procedures.all(sheet.today)],
        "slips": [kind.value for kind in SlipKind],
        "capacities": [capacity.value for capacity in Capacity],
    }


def _papers(sheet: Sheet) -> Iterator[RequiredPaper]:
    for part in sheet.parts:
        yield from part.procedure.papers


def _wrong_names(lesson: Lesson, path: Path, names: Mapping[str, Collection[str]]) -> Iterator[SetupError]:
    asked = [
        (f"steps[{at}].about", _OF_GOALS.get(step.goal), step.about) for at, step in _counted(lesson.steps)
    ]
    asked += [
        (f"outcomes[{at}].about", _OF_FACTS.get(one.fact), one.about) for at, one in _counted(lesson.outcomes)
    ]
    asked += [(f"papers[{at}].slot", "slots", paper.slot) for at, paper in _counted(lesson.papers)]
    asked += [(f"guests[{at}].role", "roles", guest.role) for at, guest in _counted(lesson.guests)]
    for key, kind, about in asked:
        if kind is None and about:
            yield _fault(path, Fault.UNKNOWN_KEY, key)
        elif kind is not None and about not in names[kind]:
            yield _fault(path, Fault.NOT_A_CHOICE, key, nearest(about, names[kind]))

    for at, step in _counted(lesson.steps):
        if step.goal is Goal.ANSWERED and not step.value:
            yield _fault(path, Fault.MISSING, f"steps[{at}].value")


def _counted(rows: tuple[Row, ...]) -> Iterator[tuple[int, Row]]:
    yield from enumerate(rows, start=1)


def _begins_away(lesson: Lesson) -> bool:
    """Whether the population database is away already when the citizen's card is read."""
    gone = {event.at for event in lesson.events if event.mishap is Mishap.POPULATION_GONE}
    for step in lesson.steps:
        if step.code in gone:
            return True
        if step.goal is Goal.PERSON_KNOWN:
            return False
    return False


def _is_received(lesson: Lesson) -> bool:
    return any(outcome.fact in {Fact.RECEIVED, Fact.LINKED} for outcome in lesson.outcomes)


def _fault(path: Path, problem: str, key: str, near: str = "") -> SetupError:
    return SetupError(path, problem, key=key, nearest=near)

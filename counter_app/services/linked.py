"""What one declaration of a life event says to each of its procedures: their own forms, filled from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from counter_app.domain.bundle import Bundle, BundlePart
from counter_app.domain.checklist import ChecklistLine, PaperState
from counter_app.domain.condition import Values
from counter_app.domain.procedure import Procedure
from counter_app.domain.required_paper import Database, HeldGround
from counter_app.services.catalogue import Catalogue
from counter_app.services.facts import Facts
from forms.answers import Answer, FilledForm, Origin
from forms.catalogue import FormCatalogue
from forms.definition import FieldKind, FormDefinition
from forms.kinds import fits
from forms.prefill import refill


@dataclass(frozen=True, slots=True)
class Brought:
    """A paper that the outcome of a procedure settled before brings along; nobody is asked for it."""

    slot: str
    ground: HeldGround


@dataclass(frozen=True, slots=True)
class LinkedForm:
    """One of the procedures that a declaration asks for, with its own form as far as it can be filled."""

    part: BundlePart
    procedure: Procedure
    definition: FormDefinition
    filled: FilledForm
    brought: tuple[Brought, ...] = ()


@dataclass(frozen=True, slots=True)
class Declared:
    """A declaration as it stands: its answers, those that are asked for, and what is known of its people.

    ``values`` decide which procedures it asks for; ``begun_on`` is the day whose packs and forms it keeps.
    """

    filled: FilledForm
    visible: frozenset[str]
    facts: Facts
    values: Values
    begun_on: date
    today: date


def linked_forms(
    bundle: Bundle, declared: Declared, procedures: Catalogue, forms: FormCatalogue
) -> tuple[LinkedForm, ...]:
    """Fill the form of each procedure that is asked for, in the order in which they can be settled."""
    parts = bundle.parts_on(declared.today, declared.values)
    packs = {part.procedure: procedures.on(part.procedure, declared.begun_on) for part in parts}
    return tuple(_linked(part, packs, declared, forms=forms, law=bundle.provenance.source) for part in parts)


def with_brought(lines: Iterable[ChecklistLine], brought: Iterable[Brought]) -> tuple[ChecklistLine, ...]:
    """Strike out the papers that are brought along."""
    grounds = {one.slot: one.ground for one in brought}
    return tuple(
        ChecklistLine(line.paper, PaperState.HELD, grounds[line.paper.slot])
        if line.paper.slot in grounds
        else line
        for line in lines
    )


def joint_checklist(lists: Iterable[Iterable[ChecklistLine]]) -> tuple[ChecklistLine, ...]:
    """Join the papers of several procedures: each once, by the strictest of those that name its slot."""
    joined: dict[str, ChecklistLine] = {}
    for lines in lists:
        for line in lines:
            before = joined.get(line.paper.slot)
            if before is None or _strictness(line) > _strictness(before):
                joined[line.paper.slot] = line
    return tuple(joined.values())


def _strictness(line: ChecklistLine) -> tuple[bool, bool]:
    return line.must_be_settled, line.state is PaperState.HELD


def _linked(
    part: BundlePart,
    packs: Mapping[str, Procedure],
    declared: Declared,
    *,
    forms: FormCatalogue,
    law: str,
) -> LinkedForm:
    procedure = packs[part.procedure]
    definition = forms.on(procedure.form, declared.begun_on)
    before = [packs[code].short_name for code in part.after if code in packs]
    words = f"Kết quả của thủ tục {', '.join(before)} trong cùng hồ sơ liên thông"
    brought = tuple(
        Brought(slot, HeldGround(Database.CIVIL_STATUS, words, law, procedure.provenance))
        for slot in part.brought
        if before
    )
    return LinkedForm(part, procedure, definition, _filled(definition, part, declared), brought)


def _filled(definition: FormDefinition, part: BundlePart, declared: Declared) -> FilledForm:
    """Fill a form from its declaration first, and what that leaves open from what is known."""
    taken = dict(_taken(definition, part, declared))
    standing = {name: replace(answer, origin=Origin.DECLARED) for name, answer in taken.items()}
    begun = FilledForm(definition.code, definition.version, _blank(definition) | standing)
    filled = refill(definition, begun, declared.facts, today=declared.today)
    return replace(filled, answers={**filled.answers, **taken})


def _blank(definition: FormDefinition) -> dict[str, Answer]:
    return {field.name: Answer(() if field.kind is FieldKind.TABLE else "") for field in definition.fields()}


def _taken(definition: FormDefinition, part: BundlePart, declared: Declared) -> Iterator[tuple[str, Answer]]:
    """Give the declaration's answers by the field of this form that takes them; equal names join."""
    for field in definition.fields():
        source = part.answers.get(field.name, field.name)
        if field.compose or source not in declared.visible:
            continue
        answer = declared.filled.answer(source)
        if fits(field, answer.value):
            yield field.name, answer

"""What a citizen is still asked at each procedure, counted on its example dossier."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from forms.answer import Answer, Origin
from forms.answers import FilledForm
from forms.catalogue import FormCatalogue, read_forms
from forms.example import Given, example_from, given_in
from forms.example_fill import facts_of, fill, people_in, roles_of
from forms.prefill import KnownFact, nobody_typed, typed
from forms.rules import required_fields, visible_fields
from forms.toml_table import TomlTable, read_toml

_SHORTEST_TELLING = 6
"""Letters from which on a typed answer is hardly the same as a known fact by chance."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """One procedure's example: its shown fields by how they came to be filled, and its papers.

    ``known`` came from the record or were composed of what is known; ``assumed`` are defaults; ``asked`` the
    citizen had to say; ``optional`` may stay empty. ``untyped`` of ``told`` facts about citizens were not
    typed. ``asked_again`` names fields that were typed although a fact says the same, with that fact.
    """

    code: str
    name: str
    fields: int
    known: int
    assumed: int
    asked: int
    optional: int
    untyped: int
    told: int
    papers: int
    struck_out: int
    asked_again: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Papers:
    """How many papers a procedure lists on the day of an example, and how many of them may be struck out."""

    day: date
    listed: int
    struck_out: int


def coverage(folder: Path) -> Iterator[Coverage]:
    """Count each example below ``examples`` of a pack below ``procedures`` or a bundle below ``bundles``.

    Raises FormsError for the first file that is wrong; ``check`` explains them all.
    """
    forms = read_forms(folder / "forms")
    found = (*(folder / "procedures").glob("*.toml"), *(folder / "bundles").glob("*.toml"))
    packs = [read_toml(path) for path in sorted(found)]
    people = people_in(folder / "examples" / "people.toml")
    for path in sorted((folder / "examples").glob("[0-9]*.toml")):
        root = read_toml(path)
        given = given_in(root)
        pack = _pack_of(path.stem.partition("-")[0], given, packs)
        if pack and given:
            papers = _papers_of(pack, given, packs)
            yield _counted(pack, root, forms, people, papers=papers)


def _pack_of(code: str, given: Given | None, packs: list[TomlTable]) -> TomlTable | None:
    if given is None:
        return None
    own = [pack for pack in packs if pack.content.get("code") == code]
    return next((pack for pack in own if _holds(pack, pack, given.received_at.date())), None)


def _papers_of(pack: TomlTable, given: Given, packs: list[TomlTable]) -> _Papers:
    """Count the papers of a pack, or of all that a bundle links, each slot once."""
    linked = (_pack_of(part.text("procedure"), given, packs) for part in pack.tables("parts"))
    day, held = given.received_at.date(), dict[str, bool]()
    for each in (pack, *filter(None, linked)):
        for paper in each.tables("papers"):
            if _holds(paper, each, day):
                is_held = any(_holds(row, each, day) for row in paper.tables("held"))
                held[paper.text("slot")] = held.get(paper.text("slot"), False) or is_held
    return _Papers(day, len(held), sum(held.values()))


def _counted(
    pack: TomlTable,
    root: TomlTable,
    forms: FormCatalogue,
    people: Mapping[str, TomlTable],
    *,
    papers: _Papers,
) -> Coverage:
    day = papers.day
    form = forms.on(pack.text("form"), day)
    example = example_from(root, form, today=day)
    facts = facts_of(roles_of(example), people, day)
    filled = fill(form, example, facts, today=day)
    shown = visible_fields(form, filled, day)
    required = frozenset(required_fields(form, filled, day))
    answers = {name: filled.answer(name) for name in shown}
    asked = [name for name, answer in answers.items() if _is_asked(answer, required=name in required)]
    untyped = [name for name in nobody_typed(form, filled) if name in answers]
    told = [name for name in typed(form, filled) if name in answers]
    return Coverage(
        code=pack.text("code"),
        name=pack.text("short_name"),
        fields=len(shown),
        known=sum(_is_known(answer) for answer in answers.values()),
        assumed=sum(bool(answer.value) and answer.source == "default" for answer in answers.values()),
        asked=len(asked),
        optional=sum(not answer.value and name not in required for name, answer in answers.items()),
        untyped=len(untyped),
        told=len(untyped) + len(told),
        papers=papers.listed,
        struck_out=papers.struck_out,
        asked_again=tuple(_again(filled, asked, facts)),
    )


def _is_asked(answer: Answer, *, required: bool) -> bool:
    return answer.origin is Origin.DECLARED or (required and not answer.value)


def _is_known(answer: Answer) -> bool:
    return bool(answer.value) and answer.origin is not Origin.DECLARED and answer.source != "default"


def _again(filled: FilledForm, asked: list[str], facts: Mapping[str, KnownFact]) -> Iterator[tuple[str, str]]:
    says = {fact.value: name for name, fact in facts.items() if isinstance(fact.value, str)}
    for name in asked:
        value = filled.value(name)
        if isinstance(value, str) and len(value) >= _SHORTEST_TELLING and value in says:
            yield name, says[value]


def _holds(row: TomlTable, head: TomlTable, day: date) -> bool:
    starts: date = (row if "effective_from" in row.content else head).day("effective_from")
    return starts <= day and ("effective_to" not in row.content or day <= row.day("effective_to"))

"""Whether an example still fits its form: every name known, and no question left open."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from forms.definition import FormDefinition
from forms.errors import DefinitionError, LockedField, nearest
from forms.example import Example, example_from, given_in
from forms.example_fill import facts_of, fill, roles_of
from forms.toml_table import TomlTable
from forms.validation import Severity, validate


def example_faults(
    root: TomlTable, stem: str, forms: Collection[FormDefinition], people: Mapping[str, TomlTable]
) -> Iterator[DefinitionError]:
    """List the faults of an example in shape; ``forms`` are all versions of its procedure's form."""
    if not forms:
        yield root.refuse("answers", "unknown_procedure", stem)
        return
    given = given_in(root)
    newest = max(forms, key=lambda form: form.effective_from)
    day = given.received_at.date() if given else max(newest.effective_from, newest.checked_on)
    form = next((form for form in forms if form.in_force_on(day)), newest)
    try:
        example = example_from(root, form, today=day)
    except DefinitionError as fault:
        yield fault
        return
    for role, name in (given.people or {}).items() if given else ():
        if name not in people:
            yield root.refuse(f"given.people.{role}", "unknown_name", nearest(name, people))
    if example.expected:
        yield from _left_open(root, form, example, facts=people, day=day)


def _left_open(
    root: TomlTable, form: FormDefinition, example: Example, *, facts: Mapping[str, TomlTable], day: date
) -> Iterator[DefinitionError]:
    known = facts_of(roles_of(example), facts, day)
    try:
        filled = fill(form, example, known, today=day)
    except LockedField as locked:
        yield root.refuse(f"answers.{locked.field}", "locked_answer", locked.field)
        return
    for finding in validate(form, filled, today=day):
        if finding.severity is not Severity.WARNING:
            place = f"answers.{finding.field}"
            yield root.refuse(place, "incomplete_example", finding.code)

"""Answers taken from what is known, so that nobody types them: which fact, of what source and day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from forms.answer import Answer, Origin, Row, Value, tidy
from forms.answers import FilledForm
from forms.dates import resolve_day
from forms.definition import Field, FieldKind, FormDefinition
from forms.expressions import Rule
from forms.kinds import fits
from forms.rules import visible_fields, with_computed

_PASSES = 8
_DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class KnownFact:
    """A fact about a person or office: where it comes from, of which day, and whether it is vouched for."""

    value: Value
    source: str
    as_of: date | None
    verified: bool


def prefill(definition: FormDefinition, facts: Mapping[str, KnownFact], *, today: date) -> FilledForm:
    """Begin a form with all that is known."""
    blank = {field.name: _blank(field) for field in definition.fields()}
    return refill(definition, FilledForm(definition.code, definition.version, blank), facts, today=today)


def refill(
    definition: FormDefinition, filled: FilledForm, facts: Mapping[str, KnownFact], *, today: date
) -> FilledForm:
    """Apply the facts again after answers or facts changed, never over what was declared.

    ``facts`` is all that is known now: what is no longer known, or belongs to a field no longer shown, is
    taken off the form. One answer may show another field, so this goes on until nothing changes, with a
    limit for definitions whose conditions chase each other.
    """
    for _ in range(_PASSES):
        again = with_computed(definition, _filled_once(definition, filled, facts, today), today)
        if again == filled:
            break
        filled = again
    return filled


def nobody_typed(definition: FormDefinition, filled: FilledForm) -> tuple[str, ...]:
    """Name the facts about citizens that stand on the form without anybody having typed them."""
    return tuple(name for name in _citizen_facts(definition, filled) if not _is_typed(filled, name))


def typed(definition: FormDefinition, filled: FilledForm) -> tuple[str, ...]:
    """Name the facts about citizens that somebody typed or changed."""
    return tuple(name for name in _citizen_facts(definition, filled) if _is_typed(filled, name))


def share_prefilled(definition: FormDefinition, filled: FilledForm) -> float:
    """Give the share of the facts about citizens that nobody typed, from 0.0 to 1.0."""
    known = _citizen_facts(definition, filled)
    return len(nobody_typed(definition, filled)) / len(known) if known else 0.0


def roster_rows(
    field: Field,
    facts: Mapping[str, KnownFact],
    values: Mapping[str, Value] | None = None,
    *,
    today: date | None = None,
) -> tuple[Row, ...]:
    """Offer the rows that may be ticked for a table, each in the table's own columns.

    A column takes the roster's word of its own name, or the one its ``facts`` name. A word with a condition
    is offered only where the form's values and the day are given and meet it.
    """
    fact = facts.get(field.roster)
    if fact is None or isinstance(fact.value, str):
        return ()
    sources = {column.name: _roster_keys(column, values, today) for column in field.columns}
    return tuple(
        {name: next((row[key] for key in keys if row.get(key)), "") for name, keys in sources.items()}
        for row in fact.value
    )


def _roster_keys(column: Field, values: Mapping[str, Value] | None, today: date | None) -> tuple[str, ...]:
    if not column.facts:
        return (column.name,)
    return tuple(
        source.fact
        for source in column.facts
        if source.when is None or (values is not None and today and source.when.holds(values, today))
    )


def _filled_once(
    definition: FormDefinition, filled: FilledForm, facts: Mapping[str, KnownFact], today: date
) -> FilledForm:
    visible = frozenset(visible_fields(definition, filled, today))
    values = filled.values
    answers = dict(filled.answers)
    for field in definition.fields():
        if field.compose or answers[field.name].origin is Origin.DECLARED:
            continue
        known = _known(field, values, facts, today) if field.name in visible else None
        answers[field.name] = known or _blank(field)
    return FilledForm(filled.form_code, filled.form_version, answers)


def _known(
    field: Field, values: Mapping[str, Value], facts: Mapping[str, KnownFact], today: date
) -> Answer | None:
    """Find the first fact, then the first default, that may stand in the field."""
    for source in field.facts:
        fact = facts.get(source.fact)
        if fact and fits(field, tidy(fact.value)) and _holds(source.when, values, today):
            return Answer(tidy(fact.value), Origin.PREFILLED, fact.source, fact.as_of, fact.verified)
    for default in field.defaults:
        if _holds(default.when, values, today):
            return Answer(resolve_day(default.text, today), Origin.PREFILLED, _DEFAULT)
    return None


def _holds(rule: Rule | None, values: Mapping[str, Value], today: date) -> bool:
    return rule is None or rule.holds(values, today)


def _blank(field: Field) -> Answer:
    return Answer(() if field.kind is FieldKind.TABLE else "")


def _citizen_facts(definition: FormDefinition, filled: FilledForm) -> tuple[str, ...]:
    """Name the filled facts about citizens; a default is an assumption and counts on neither side."""
    return tuple(
        field.name
        for field in definition.fields()
        if field.citizen and filled.value(field.name) and filled.answer(field.name).source != _DEFAULT
    )


def _is_typed(filled: FilledForm, name: str) -> bool:
    return filled.answer(name).origin is Origin.DECLARED

"""What the answers so far ask for: which fields are shown, which are required, which are composed."""

from __future__ import annotations

from datetime import date

from forms.answer import Answer, Origin
from forms.answers import FilledForm
from forms.definition import Field, FormDefinition
from forms.expressions import Rule, compile_rule
from forms.template import compose

__all__ = ["Rule", "compile_rule", "required_fields", "visible_fields", "with_computed"]


def visible_fields(definition: FormDefinition, filled: FilledForm, today: date) -> tuple[str, ...]:
    """Name the fields to show, in the order of the sheet."""
    values = filled.values
    return tuple(
        field.name
        for section in definition.sections
        if section.show_if is None or section.show_if.holds(values, today)
        for field in section.fields
        if field.show_if is None or field.show_if.holds(values, today)
    )


def required_fields(definition: FormDefinition, filled: FilledForm, today: date) -> tuple[str, ...]:
    """Name the visible fields that may not stay empty."""
    values = filled.values
    return tuple(
        name
        for name in visible_fields(definition, filled, today)
        if (field := definition.field(name)).required
        or (field.required_if is not None and field.required_if.holds(values, today))
    )


def with_computed(definition: FormDefinition, filled: FilledForm, today: date) -> FilledForm:
    """Compose the composed fields anew, except those that someone has written over."""
    visible = visible_fields(definition, filled, today)
    for field in definition.fields():
        if field.compose and filled.answer(field.name).origin is not Origin.DECLARED:
            text = _composed(definition, filled, field, today) if field.name in visible else ""
            computed = Answer(text, Origin.COMPUTED) if text else Answer()
            filled = filled.with_answer(field.name, computed)
    return filled


def _composed(definition: FormDefinition, filled: FilledForm, field: Field, today: date) -> str:
    for wording in field.compose:
        if wording.when is None or wording.when.holds(filled.values, today):
            text = compose(wording.text, definition.fields(), filled.values)
            if text:
                return text
    return ""

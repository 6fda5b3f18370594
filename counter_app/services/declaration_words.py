"""Every word of a declaration's sheet, taken from its form's definition and the answers given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from counter_app.services.declaration_entries import entry_of
from counter_app.services.declaration_signers import BY_HAND, Signing, side_by_side, signatures
from forms.answers import FilledForm, Value
from forms.definition import Field, FieldKind, FormDefinition, OnPaper, Section
from forms.rules import visible_fields
from printing.form_sheet import FormEntry, FormSection, FormWords

ADDRESSED_TO = "addressed_to"
"""The field in which every form names the body it goes to; it stands under the title."""


def declaration_words(
    definition: FormDefinition, filled: FilledForm, today: date, *, signing: Signing
) -> FormWords:
    """Put a filled form into the words of its sheet."""
    bare = filled.values
    values = {name: bare[name] for name in visible_fields(definition, filled, today)}
    hidden = frozenset(
        field.name
        for field in definition.fields()
        if field.on_paper is OnPaper.ASKED and field.show_if and not field.show_if.holds(bare, today)
    )
    return _Wording(definition, values, hidden).words(today, signing)


def blank_words(definition: FormDefinition) -> FormWords:
    """Give a form's sheet with nothing filled in."""
    return _Wording(definition, {}, frozenset()).words(definition.effective_from, BY_HAND)


@dataclass(frozen=True, slots=True)
class _Wording:
    """A form with the answers that count and the names of what its rules hide."""

    definition: FormDefinition
    values: Mapping[str, Value]
    hidden: frozenset[str]

    def words(self, today: date, signing: Signing) -> FormWords:
        definition = self.definition
        to = next((field for field in definition.fields() if field.name == ADDRESSED_TO), None)
        return FormWords(
            number=definition.printed_number,
            issued_by=definition.issued_by,
            title=definition.title,
            addressed_to=str(self.values.get(ADDRESSED_TO, "")) if to else None,
            addressed_mark=to.mark if to else "",
            sections=tuple(self._sections()),
            declaration=definition.declaration,
            signatures=signatures(definition, self.values, today, signing=signing),
            notes=definition.notes,
            photo=definition.photo.value if definition.photo else "",
        )

    def _sections(self) -> Iterator[FormSection]:
        """Go through the sections that have something on the sheet; those of who sign come side by side."""
        sections = {section.name: section for section in self.definition.sections}
        own = [(one, self._fields(sections[one.section])) for one in self.definition.signers if one.section]
        beside = [signer.section for signer, _ in own]
        for section in self.definition.sections:
            fields = self._fields(section)
            if section.name in beside[:1]:
                yield side_by_side(own, self.values)
            elif fields and section.name not in beside:
                yield FormSection(section.title if section.heading else "", self._entries(fields))

    def _fields(self, section: Section) -> list[Field]:
        return [
            field
            for field in section.fields
            if field.on_paper is not OnPaper.NEVER
            and field.name not in self.hidden
            and field.name != ADDRESSED_TO
        ]

    def _entries(self, fields: Sequence[Field]) -> tuple[FormEntry, ...]:
        return tuple(entry_of(field, self.values.get(field.name, _nothing(field))) for field in fields)


def _nothing(field: Field) -> Value:
    return () if field.kind is FieldKind.TABLE else ""

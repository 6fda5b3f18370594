"""Every word of a declaration's sheet, taken from its form's definition and the answers given."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from counter_app.services.declaration_entries import entry_of
from counter_app.services.declaration_signers import (
    BY_HAND,
    Signing,
    side_by_side,
    signatures,
    signers_own_sections,
)
from forms.answers import FilledForm, Value
from forms.definition import Field, FieldKind, FormDefinition
from forms.rules import visible_fields
from printing.form_sheet import FormEntry, FormSection, FormWords

ADDRESSED_TO = "addressed_to"
"""The field in which every form names the body it goes to; it stands under the title."""

_NUMBER = re.compile(r"Mẫu (?:số )?[^\s,;()]*\d[^\s,;()]*")
_ISSUED = re.compile(r"(Thông tư liên tịch|Thông tư|Nghị định|Quyết định) (?:số )?(\d[^\s,;()]*)")
_NUMBERED = re.compile(r"(?:[IVX]+|[A-Z]|Phần [^.]+)[.)]\s")


def declaration_words(
    definition: FormDefinition, filled: FilledForm, today: date, *, signing: Signing
) -> FormWords:
    """Put a filled form into the words of its sheet.

    What is numbered stays on the sheet though it is not asked for, as dots, so that the numbers run
    through; what is not numbered goes with the rule that hides it.
    """
    bare = filled.values
    values = {name: bare[name] for name in visible_fields(definition, filled, today)}
    printed = {
        field.name
        for field in definition.fields()
        if field.number or field.show_if is None or field.show_if.holds(bare, today)
    }
    return _words(definition, values, printed, signing)


def blank_words(definition: FormDefinition) -> FormWords:
    """Give a form's sheet with nothing filled in."""
    printed = {field.name for field in definition.fields()}
    return _words(definition, {}, printed, BY_HAND)


def _words(
    definition: FormDefinition, values: Mapping[str, Value], printed: Collection[str], signing: Signing
) -> FormWords:
    number, issued_by = _official_number(definition.source)
    names = {field.name for field in definition.fields()}
    return FormWords(
        number=number,
        issued_by=issued_by,
        title=definition.title,
        addressed_to=str(values.get(ADDRESSED_TO, "")) if ADDRESSED_TO in names else None,
        sections=tuple(_sections(definition, values, printed)),
        declaration=definition.declaration,
        signatures=signatures(definition.signatures, values, signing),
    )


def _official_number(source: str) -> tuple[str, str]:
    """Read number and issuing text out of a form's source: "Mẫu CT01, Thông tư 116/2026/TT-BCA; …"."""
    first = source.partition(";")[0]
    number, issued = _NUMBER.search(first), _ISSUED.search(first)
    issued_by = f"Ban hành kèm theo {issued[1]} số {issued[2]}" if issued else ""
    return number.group() if number else "", issued_by


def _sections(
    definition: FormDefinition, values: Mapping[str, Value], printed: Collection[str]
) -> Iterator[FormSection]:
    """Go through the sections that have something on the sheet.

    Sheets whose items are numbered have no headings but those that are numbered themselves.
    """
    fields_of = {
        section.name: [
            field
            for field in section.fields
            if field.on_sheet and field.name in printed and field.name != ADDRESSED_TO
        ]
        for section in definition.sections
    }
    has_numbers = any(field.number for fields in fields_of.values() for field in fields)
    own = signers_own_sections(definition, fields_of)
    for section in definition.sections:
        if own and section is own[0]:
            columns = tuple((each.title, fields_of[each.name]) for each in own)
            yield side_by_side(columns, values)
        elif fields_of[section.name] and section not in own:
            heading = "" if has_numbers and not _NUMBERED.match(section.title) else section.title
            yield FormSection(heading, _entries(fields_of[section.name], values))


def _entries(fields: Sequence[Field], values: Mapping[str, Value]) -> tuple[FormEntry, ...]:
    return tuple(entry_of(field, values.get(field.name, _nothing(field))) for field in fields)


def _nothing(field: Field) -> Value:
    return () if field.kind is FieldKind.TABLE else ""

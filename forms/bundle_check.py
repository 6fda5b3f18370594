"""What in a bundle of linked procedures does not hang together: its expressions, and what its parts name."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from forms.bundle_shape import BUNDLE
from forms.definition import FormDefinition
from forms.errors import DefinitionError, nearest
from forms.pack_check import pack_words, provenance_faults, rule_faults, unknown
from forms.shape_check import faults_of
from forms.toml_table import TomlTable


@dataclass(frozen=True, slots=True)
class Linkable:
    """What a bundle may name of a procedure: the fields of its own form and the slots of its papers."""

    fields: frozenset[str]
    slots: frozenset[str]


def linkable(forms: Collection[FormDefinition], slots: Collection[str]) -> Linkable:
    """Say what may be named of a procedure with these versions of its form and these papers."""
    return Linkable(_fields(forms), frozenset(slots))


def faults_of_bundle(
    root: TomlTable, forms: Collection[FormDefinition], served: Mapping[str, Linkable] | None
) -> tuple[DefinitionError, ...]:
    """List the faults of a bundle; what hangs together is looked at once every key is right.

    ``served`` are the procedures by code; without them what is named of a procedure is taken on trust.
    """
    faults = tuple(faults_of(root, BUNDLE))
    if faults:
        return faults
    code = root.text("form")
    own = [form for form in forms if form.code == code]
    if not own:
        return (root.refuse("form", "unknown_form", nearest(code, {form.code for form in forms})),)
    return (
        *rule_faults(root, BUNDLE, pack_words(own)),
        *provenance_faults(root, BUNDLE),
        *_faults_of_parts(root, _fields(own), served),
    )


def unknown_procedure(row: TomlTable, codes: Collection[str]) -> Iterator[DefinitionError]:
    """Refuse a row whose procedure has no pack."""
    if row.text("procedure") not in codes:
        yield row.refuse("procedure", "unknown_procedure", nearest(row.text("procedure"), codes))


def _faults_of_parts(
    root: TomlTable, declared: frozenset[str], served: Mapping[str, Linkable] | None
) -> Iterator[DefinitionError]:
    parts = root.tables("parts")
    linked = [part.text("procedure") for part in parts]
    for part in parts:
        code = part.text("procedure")
        yield from unknown(part, "after", [other for other in linked if other != code])
        own = None
        if served is not None:
            yield from unknown_procedure(part, served)
            own = served.get(code)
        if own:
            yield from unknown(part, "brought", own.slots)
        if "answers" in part.content:
            yield from _joins(part.table("answers"), declared, own.fields if own else frozenset())


def _joins(answers: TomlTable, declared: frozenset[str], own: frozenset[str]) -> Iterator[DefinitionError]:
    """Hold ``own = "declared"`` against both forms; no ``own`` takes the names before the sign on trust."""
    for name in answers.content:
        if own and name not in own:
            yield answers.refuse(name, "unknown_field", nearest(name, own))
        elif answers.text(name) not in declared:
            yield answers.refuse(name, "unknown_field", nearest(answers.text(name), declared))


def _fields(forms: Collection[FormDefinition]) -> frozenset[str]:
    return frozenset(field.name for form in forms for field in form.fields())

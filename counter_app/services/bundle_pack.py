"""Reads bundles of linked procedures from their TOML files; a refused one is named and the others go on."""

from __future__ import annotations

from pathlib import Path

from counter_app.domain.bundle import Bundle, BundlePart
from counter_app.errors import SetupError
from counter_app.services.pack_rows import PackRows, party, rule_in
from counter_app.services.procedure_pack import refused
from forms.bundle_shape import BUNDLE
from forms.catalogue import FormCatalogue
from forms.errors import DefinitionError
from forms.pack_check import pack_words, provenance_faults, rule_faults
from forms.shape_check import faults_of
from forms.toml_table import TomlTable, read_toml


def read_bundles(folder: Path, forms: FormCatalogue) -> tuple[tuple[Bundle, ...], tuple[SetupError, ...]]:
    """Read every bundle of a folder, and name the files that were refused."""
    found: list[Bundle] = []
    problems: list[SetupError] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            found.append(_bundle(read_toml(path), forms))
        except DefinitionError as fault:
            problems.append(refused(path, fault))
    return tuple(found), tuple(problems)


def _bundle(root: TomlTable, forms: FormCatalogue) -> Bundle:
    _refuse_the_first_fault(root, forms)
    rows = PackRows(root)
    return Bundle(
        code=root.text("code"),
        version=root.text("version"),
        name=root.text("name"),
        name_en=root.text("name_en"),
        short_name=root.text("short_name"),
        field_of_work=root.text("field_of_work"),
        form=root.text("form"),
        request_words=root.text("request_words"),
        provenance=rows.provenance(root),
        parts=tuple(_part(row) for row in root.tables("parts")),
        parties=tuple(party(row) for row in root.tables("roles")),
        requirements=tuple(rows.requirement(row) for row in root.tables("requirements")),
        notes=tuple(rows.note(row) for row in root.tables("notes")),
        search_words=root.texts("search_words"),
        essential=root.number("essential") or 0,
        supported_by=root.text("supported_by", ""),
    )


def _refuse_the_first_fault(root: TomlTable, forms: FormCatalogue) -> None:
    for fault in faults_of(root, BUNDLE):
        raise fault
    own = [form for form in forms.forms if form.code == root.text("form")]
    if not own:
        raise root.refuse("form", "unknown_form")
    for fault in (*rule_faults(root, BUNDLE, pack_words(own)), *provenance_faults(root, BUNDLE)):
        raise fault


def _part(row: TomlTable) -> BundlePart:
    answers = row.table("answers") if "answers" in row.content else None
    return BundlePart(
        procedure=row.text("procedure"),
        after=row.texts("after"),
        answers={name: answers.text(name) for name in answers.content} if answers else {},
        processing_words=row.text("processing_words", ""),
        when=rule_in(row, "when"),
    )

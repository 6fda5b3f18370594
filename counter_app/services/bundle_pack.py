"""Reads bundles of linked procedures from their TOML files; a refused one is named and the others go on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from counter_app.domain.bundle import Bundle, BundlePart
from counter_app.domain.procedure import Procedure, Slips
from counter_app.errors import SetupError
from counter_app.services.catalogue import Catalogue
from counter_app.services.pack_head import pack_head
from counter_app.services.pack_rows import PackRows, rule_in
from counter_app.services.procedure_pack import refused
from forms.bundle_check import Linkable, faults_of_bundle, linkable
from forms.catalogue import FormCatalogue
from forms.errors import DefinitionError
from forms.toml_table import TomlTable, read_toml


def read_bundles(
    folder: Path, forms: FormCatalogue, procedures: Catalogue | None = None
) -> tuple[tuple[Bundle, ...], tuple[SetupError, ...]]:
    """Read every bundle of a folder, and name the files that were refused.

    With ``procedures`` a bundle is refused that links one which this desk does not serve, or names what
    that one does not have.
    """
    found: list[Bundle] = []
    problems: list[SetupError] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            found.append(_bundle(read_toml(path), forms, procedures))
        except DefinitionError as fault:
            problems.append(refused(path, fault))
    return tuple(found), tuple(problems)


def with_bundles(procedures: Catalogue, bundles: Sequence[Bundle], forms: FormCatalogue) -> Catalogue:
    """Serve each bundle too, as one procedure with the one declaration for its form."""
    declared = [_as_procedure(bundle, procedures, forms) for bundle in bundles]
    return Catalogue([*procedures.versions, *declared], procedures.problems, bundles)


def _as_procedure(bundle: Bundle, procedures: Catalogue, forms: FormCatalogue) -> Procedure:
    """Join what its procedures say of who may file, how, and what is paid; each keeps its own time."""
    first_day = bundle.provenance.effective_from
    linked = [procedures.on(part.procedure, first_day) for part in bundle.parts]
    first = linked[0]
    return Procedure(
        code=bundle.code,
        version=bundle.version,
        name=bundle.name,
        name_en=bundle.name_en,
        short_name=bundle.short_name,
        field_of_work=bundle.field_of_work,
        form=bundle.form,
        form_name=forms.on(bundle.form, first_day).title,
        request_words=bundle.request_words,
        authority="; ".join(dict.fromkeys(one.authority for one in linked)),
        capacities=tuple(one for one in first.capacities if all(one in each.capacities for each in linked)),
        channels=tuple(one for one in first.channels if all(one in each.channels for each in linked)),
        processing=(),
        fees=tuple(fee for one in linked for fee in one.fees),
        outcome="; ".join(dict.fromkeys(one.outcome for one in linked)),
        outcome_place=first.outcome_place,
        slips=Slips.GENERAL,
        provenance=bundle.provenance,
        waivers=tuple({waiver.key: waiver for one in linked for waiver in one.waivers}.values()),
        notes=bundle.notes,
        search_words=bundle.search_words,
        cases=tuple({case.name: case for one in linked for case in one.cases}.values()),
        parties=bundle.parties,
        requirements=bundle.requirements,
        other_codes=bundle.other_codes,
        essential=bundle.essential,
        supported_by=bundle.supported_by,
        linked=tuple(part.procedure for part in bundle.parts),
    )


def _bundle(root: TomlTable, forms: FormCatalogue, procedures: Catalogue | None) -> Bundle:
    for fault in faults_of_bundle(root, forms.forms, _linkable(root, forms, procedures)):
        raise fault
    rows = PackRows(root)
    return Bundle(
        **pack_head(root, rows),
        parts=tuple(_part(row) for row in root.tables("parts")),
    )


def _linkable(
    root: TomlTable, forms: FormCatalogue, procedures: Catalogue | None
) -> Mapping[str, Linkable] | None:
    """Give what may be named of each procedure that is served when the bundle begins."""
    if procedures is None or "effective_from" not in root.content:
        return None
    return {
        one.code: linkable(
            [form for form in forms.forms if form.code == one.form], [paper.slot for paper in one.papers]
        )
        for one in procedures.all(root.day("effective_from"))
    }


def _part(row: TomlTable) -> BundlePart:
    answers = row.table("answers") if "answers" in row.content else None
    return BundlePart(
        procedure=row.text("procedure"),
        after=row.texts("after"),
        answers={name: answers.text(name) for name in answers.content} if answers else {},
        processing_words=row.text("processing_words", ""),
        when=rule_in(row, "when"),
        brought=row.texts("brought"),
    )

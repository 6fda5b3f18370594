"""Form definitions read from a folder of TOML files, each version found by its day or its name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from forms.definition import Check, FormDefinition, Photo, Section
from forms.errors import DefinitionError, UnknownForm, nearest
from forms.field_file import Vocabulary, read_field, read_rule, vocabulary
from forms.form_shape import FORM
from forms.shape_check import faults_of
from forms.signer_file import read_signers
from forms.toml_table import TomlTable, read_toml


@dataclass(frozen=True, slots=True)
class FormCatalogue:
    """Every form that could be read, and the problems of those that could not."""

    forms: tuple[FormDefinition, ...]
    problems: tuple[DefinitionError, ...] = ()

    def on(self, code: str, day: date) -> FormDefinition:
        """Give the version of a form in force on a day, the latest if several are; raises UnknownForm."""
        in_force = [form for form in self.forms if form.code == code and form.in_force_on(day)]
        if not in_force:
            raise UnknownForm(code, day.isoformat())
        return max(in_force, key=lambda form: form.effective_from)

    def version(self, code: str, version: str) -> FormDefinition:
        """Give one version of a form, in force or not; raises UnknownForm."""
        for form in self.forms:
            if (form.code, form.version) == (code, version):
                return form
        raise UnknownForm(code, version)


def read_forms(folder: Path) -> FormCatalogue:
    """Read every form definition below a folder; a bad file is named among the problems, the others go on."""
    forms: dict[tuple[str, str], FormDefinition] = {}
    problems = []
    for path in sorted(folder.rglob("*.toml")):
        try:
            root = read_toml(path)
            if not isinstance(root.content.get("form"), dict):
                continue
            form = form_from(root)
            if (form.code, form.version) in forms:
                raise root.table("form").refuse("version", "duplicate_version", form.version)
            forms[form.code, form.version] = form
        except DefinitionError as error:
            problems.append(error)
    return FormCatalogue(tuple(forms.values()), tuple(problems))


def read_form(path: Path) -> FormDefinition:
    """Read one form definition; raises DefinitionError naming file, key, problem and nearest right word."""
    return form_from(read_toml(path))


def form_from(root: TomlTable) -> FormDefinition:
    """Build a form out of its file's root table; raises DefinitionError for the first fault."""
    for fault in faults_of(root, FORM):
        raise fault
    head = root.table("form")
    fields = [field for section in root.tables("sections") for field in section.tables("fields")]
    if not fields:
        raise root.refuse("sections", "missing_key")
    words = vocabulary(fields)
    starts, ends = _days(head)
    sections = _sections(root, words)
    return FormDefinition(
        code=head.text("code"),
        version=head.text("version"),
        title=head.text("title"),
        title_en=head.text("title_en"),
        effective_from=starts,
        effective_to=ends,
        source=head.text("source"),
        checked_on=head.day("checked_on"),
        status=head.text("status"),
        sections=sections,
        checks=tuple(_check(table, words) for table in root.tables("checks")),
        declaration=head.text("declaration", ""),
        printed_number=head.text("printed_number", ""),
        issued_by=head.text("issued_by", ""),
        photo=Photo(head.text("photo")) if "photo" in head.content else None,
        signers=read_signers(head, sections, words),
        notes=head.texts("notes"),
    )


def _days(head: TomlTable) -> tuple[date, date | None]:
    starts = head.day("effective_from")
    ends = head.day("effective_to") if "effective_to" in head.content else None
    if ends and ends < starts:
        raise head.refuse("effective_to", "before_limit", starts.isoformat())
    return starts, ends


def _sections(root: TomlTable, words: Vocabulary) -> tuple[Section, ...]:
    tables = root.tables("sections")
    vocabulary(tables)
    return tuple(_section(table, words) for table in tables)


def _section(table: TomlTable, words: Vocabulary) -> Section:
    return Section(
        name=table.text("name"),
        title=table.text("title"),
        title_en=table.text("title_en"),
        fields=tuple(read_field(field, words) for field in table.tables("fields")),
        show_if=read_rule(table, "show_if", words),
        heading=table.flag("heading", default=False),
    )


def _check(table: TomlTable, words: Vocabulary) -> Check:
    field, when = table.text("field"), read_rule(table, "when", words)
    if field not in words:
        raise table.refuse("field", "unknown_field", nearest(field, words))
    if when is None:
        raise table.refuse("when", "missing_key")
    return Check(table.text("code"), field, when, table.text("message"), table.text("message_en"))

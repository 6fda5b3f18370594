"""Who signs a form, out of its TOML head: each name checked against the form's fields and sections."""

from __future__ import annotations

from collections.abc import Sequence

from forms.definition import OnPaper, Section, Signer
from forms.errors import RuleError, nearest
from forms.field_file import Vocabulary, read_rule
from forms.template import check_template
from forms.toml_table import TomlTable


def read_signers(head: TomlTable, sections: Sequence[Section], words: Vocabulary) -> tuple[Signer, ...]:
    """Read the signatures of a form's head, from left to right; raises DefinitionError.

    Those who have a section of their own stand side by side, so all of these must ask the same.
    """
    rows = head.tables("signatures")
    own: list[Section] = []
    for row in rows:
        if "section" in row.content:
            own.append(_section(row, sections))
            if _asked(own[-1]) != _asked(own[0]):
                raise row.refuse("section", "asks_something_else", own[0].name)
    return tuple(_signer(row, words) for row in rows)


def _section(row: TomlTable, sections: Sequence[Section]) -> Section:
    known = {section.name: section for section in sections}
    name = row.text("section")
    if name not in known:
        raise row.refuse("section", "unknown_name", nearest(name, known))
    return known[name]


def _asked(section: Section) -> tuple[str, ...]:
    return tuple(field.label for field in section.fields if field.on_paper is not OnPaper.NEVER)


def _signer(row: TomlTable, words: Vocabulary) -> Signer:
    agreed_by = row.text("agreed_by", "")
    try:
        check_template(agreed_by, words)
    except RuleError as error:
        raise row.refuse("agreed_by", error.problem, error.nearest) from error
    return Signer(
        title=row.text("title"),
        note=row.text("note", ""),
        declares=row.flag("declares", default=False),
        section=row.text("section", ""),
        agreed_if=read_rule(row, "agreed_if", words),
        agreed_note=row.text("agreed_note", ""),
        agreed_by=agreed_by,
    )

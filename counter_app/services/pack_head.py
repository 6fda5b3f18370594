"""What the files of a procedure and of a bundle tell alike: names, codes, people, requirements, source."""

from __future__ import annotations

from typing import TypedDict

from counter_app.domain.procedure import Note, Party, Requirement
from counter_app.domain.provenance import Provenance
from counter_app.services.pack_rows import PackRows, party
from forms.toml_table import TomlTable


class PackHead(TypedDict):
    """The arguments that ``Procedure`` and ``Bundle`` share."""

    code: str
    version: str
    name: str
    name_en: str
    short_name: str
    field_of_work: str
    form: str
    request_words: str
    provenance: Provenance
    parties: tuple[Party, ...]
    requirements: tuple[Requirement, ...]
    notes: tuple[Note, ...]
    search_words: tuple[str, ...]
    other_codes: tuple[str, ...]
    essential: int
    supported_by: str


def pack_head(pack: TomlTable, rows: PackRows) -> PackHead:
    """Read it from a file whose every key has been checked."""
    return PackHead(
        code=pack.text("code"),
        version=pack.text("version"),
        name=pack.text("name"),
        name_en=pack.text("name_en"),
        short_name=pack.text("short_name"),
        field_of_work=pack.text("field_of_work"),
        form=pack.text("form"),
        request_words=pack.text("request_words"),
        provenance=rows.provenance(pack),
        parties=tuple(party(row) for row in pack.tables("roles")),
        requirements=tuple(rows.requirement(row) for row in pack.tables("requirements")),
        notes=tuple(rows.note(row) for row in pack.tables("notes")),
        search_words=pack.texts("search_words"),
        other_codes=pack.texts("other_codes"),
        essential=pack.number("essential") or 0,
        supported_by=pack.text("supported_by", ""),
    )

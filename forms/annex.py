"""The annex of Resolution 66.7/2025/NQ-CP: which papers of which procedures a database replaces."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from forms.errors import DefinitionError
from forms.toml_table import TomlTable

_LAST_DAY = date(2027, 2, 28)
"""The resolution's last day."""

Annex = Mapping[str, Mapping[int, str]]
"""The papers of each procedure's code, by their number in the annex."""


def read_annex(path: Path) -> Annex:
    """Read the annex: number, code, paper, database and law in a line, tab by tab; none without a file."""
    papers: dict[str, dict[int, str]] = {}
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    for line in text.splitlines():
        number, code, paper, *_ = (*line.split("\t"), "", "", "")
        if number.isdigit():
            papers.setdefault(code, {})[int(number)] = paper
    return papers


def annex_faults(pack: TomlTable, annex: Annex) -> Iterator[DefinitionError]:
    """List the numbers a pack gives that are another procedure's, and the papers of its own it leaves out."""
    if not annex or pack.day("effective_from") > _LAST_DAY:
        return
    own = {
        number: paper
        for code in (pack.text("code"), *pack.texts("other_codes"))
        for number, paper in annex.get(code, {}).items()
    }
    grounds = [ground for paper in pack.tables("papers") for ground in paper.tables("held")]
    told = {ground.number("annex"): ground for ground in grounds if ground.number("annex")}
    for number, ground in told.items():
        if number not in own:
            yield ground.refuse("annex", "annex_of_another", ", ".join(map(str, own)))
    for number, paper in own.items():
        if number not in told:
            yield pack.refuse("papers", "annex_left_out", f"{number}: {paper[:80]}")

"""Reads one version of a procedure from its TOML file; the craft of forms has checked every key of it."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from counter_app.domain.dossier import Capacity
from counter_app.domain.procedure import Procedure, Slips
from counter_app.domain.processing import ClockRule, Start, Wait
from counter_app.domain.slip import SlipKind
from counter_app.errors import SetupError
from counter_app.services.pack_head import pack_head
from counter_app.services.pack_rows import PackRows, words_in
from forms.definition import FormDefinition
from forms.errors import DefinitionError
from forms.pack_check import faults_of_pack
from forms.toml_table import TomlTable, read_toml, toml_in


def read_procedure(path: Path, forms: Collection[FormDefinition] | None = None) -> Procedure:
    """Read a procedure's file; raises SetupError naming file, line, key and the nearest right word.

    ``forms`` are the versions of the procedure's form, whose fields its expressions may read; without them
    the names in expressions are taken on trust.
    """
    try:
        return _checked(read_toml(path), forms)
    except DefinitionError as fault:
        raise refused(path, fault) from fault


def procedure_in(content: bytes, path: Path, forms: Collection[FormDefinition]) -> Procedure:
    """Read a version that did not come as a file of its own, named as ``path`` in refusals."""
    try:
        return _checked(toml_in(content, path.name), forms)
    except DefinitionError as fault:
        raise refused(path, fault) from fault


def _checked(pack: TomlTable, forms: Collection[FormDefinition] | None) -> Procedure:
    for fault in faults_of_pack(pack, forms):
        raise fault
    return _procedure(pack)


def refused(path: Path, fault: DefinitionError) -> SetupError:
    """Put what the craft of forms found into the counter's own error."""
    return SetupError(path, fault.problem, key=fault.key, nearest=fault.nearest, line=fault.line)


def _procedure(pack: TomlTable) -> Procedure:
    rows = PackRows(pack)
    return Procedure(
        **pack_head(pack, rows),
        form_name=pack.text("form_name"),
        authority=pack.text("authority"),
        capacities=words_in(pack, "capacities", Capacity),
        channels=rows.channels,
        processing=tuple(rows.processing(row) for row in pack.tables("processing")),
        fees=tuple(rows.fee(row) for row in pack.tables("fees")),
        outcome=pack.text("outcome"),
        outcome_place=pack.text("outcome_place"),
        slips=Slips(pack.text("slips")),
        outcome_paper=SlipKind(outcome_paper) if (outcome_paper := pack.text("outcome_paper", "")) else None,
        reasons=tuple(rows.reason(row) for row in pack.tables("reasons")),
        papers=tuple(rows.paper(row) for row in pack.tables("papers")),
        waivers=tuple(rows.waiver(row) for row in pack.tables("waivers")),
        clock=_clock(pack),
        cases=tuple(rows.case(row) for row in pack.tables("cases")),
        received_by=pack.text("received_by", ""),
        not_received=pack.text("not_received", ""),
    )


def _clock(pack: TomlTable) -> ClockRule:
    if "clock" not in pack.content:
        return ClockRule()
    clock = pack.table("clock")
    stops = frozenset(words_in(clock, "stops", Wait)) if "stops" in clock.content else frozenset(Wait)
    restarts = frozenset(words_in(clock, "restarts", Wait))
    return ClockRule(Start(clock.text("starts", Start.RECEIVED)), stops, restarts)

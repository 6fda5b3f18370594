"""Reads the amounts that a province has set from an office's own files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from counter_app.domain.fee_rules import Channel
from counter_app.domain.provenance import Provenance, Status
from counter_app.domain.resolution import Resolution, SetAmount
from counter_app.errors import SetupError
from counter_app.services.procedure_pack import refused
from forms.bundle_shape import RESOLUTION
from forms.errors import DefinitionError
from forms.pack_check import provenance_faults
from forms.shape_check import faults_of
from forms.toml_table import TomlTable, read_toml


def read_resolutions(folders: Sequence[Path]) -> tuple[tuple[Resolution, ...], tuple[SetupError, ...]]:
    """Read every ``*.toml`` of the folders that are there; a file that is refused becomes a problem.

    They come in the order in which they took effect, so that the newest is put in place last; of two that
    began on the same day that of the later folder.
    """
    found: list[Resolution] = []
    problems: list[SetupError] = []
    for path in (path for folder in folders for path in sorted(folder.glob("*.toml"))):
        try:
            found.append(_resolution(read_toml(path)))
        except DefinitionError as fault:
            problems.append(refused(path, fault))
    found.sort(key=lambda one: one.provenance.effective_from)
    return tuple(found), tuple(problems)


def _resolution(root: TomlTable) -> Resolution:
    for fault in faults_of(root, RESOLUTION):
        raise fault
    for fault in provenance_faults(root, RESOLUTION):
        raise fault
    provenance = Provenance(
        source=root.text("source"),
        effective_from=root.day("effective_from"),
        checked_on=root.day("checked_on"),
        status=Status(root.text("status")),
        effective_to=root.day("effective_to") if "effective_to" in root.content else None,
    )
    amounts = tuple(_amount(row) for row in root.tables("amounts"))
    return Resolution(root.text("province"), provenance, amounts)


def _amount(row: TomlTable) -> SetAmount:
    channels = [Channel(word) for word in row.texts("channels")]
    return SetAmount(
        procedure=row.text("procedure"),
        fee=row.text("fee"),
        case=row.text("case", ""),
        channels=frozenset(channels or Channel),
        amount=row.number("amount") or 0,
        words=row.text("words", ""),
    )

"""Reads for how long each kind of data is kept: dated rules with their source."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from counter_app.domain.keeping import DataKind, KeepingRule, KeepingRules
from counter_app.services.toml_table import Fault, Table, read_toml

_MOST_DAYS = 36_500


class _Status(StrEnum):
    VERIFIED = "verified"
    UNVERIFIED = "unverified"


def read_keeping_rules(path: Path) -> KeepingRules:
    """Read the rules; raises SetupError naming file and key, also for a day that two rules share."""
    table = read_toml(path)
    read = tuple(map(_rule, table.tables("rules")))
    table.close()
    if len({(rule.kind, rule.effective_from) for rule in read}) < len(read):
        raise table.fault(Fault.TWICE, "rules")
    return KeepingRules(read)


def _rule(row: Table) -> KeepingRule:
    row.day("checked_on")
    read = KeepingRule(
        row.choice("kind", DataKind),
        row.number("days", least=1, most=_MOST_DAYS),
        row.day("effective_from"),
        row.text("source"),
        row.choice("status", _Status) is _Status.VERIFIED,
    )
    row.close()
    return read

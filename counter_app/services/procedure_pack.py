"""Reads one version of a procedure from its TOML file and refuses what does not hang together."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from counter_app.domain.dossier import Capacity
from counter_app.domain.procedure import (
    Channel,
    Database,
    FeeRule,
    FeeUnit,
    HeldGround,
    Note,
    PaperKind,
    Procedure,
    ProcessingTime,
    Provenance,
    RequiredPaper,
    Slips,
    Status,
    TimeUnit,
    Waiver,
)
from counter_app.services.toml_table import Fault, Table, nearest, read_toml

_CODE = re.compile(r"\d\.\d{6}", re.ASCII)
_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}", re.ASCII)
_HIGHEST_FEE = 100_000_000

Item = TypeVar("Item")


def read_procedure(path: Path) -> Procedure:
    """Read a procedure's file; raises SetupError naming file, key and the nearest known word."""
    table = read_toml(path)
    code = table.text("code")
    if not _CODE.fullmatch(code):
        raise table.fault(Fault.NOT_A_CHOICE, "code")
    procedure = Procedure(
        code=code,
        version=table.text("version"),
        name=table.text("name"),
        name_en=table.text("name_en"),
        short_name=table.text("short_name"),
        field_of_work=table.text("field_of_work"),
        form=_ascii_name(table, "form"),
        form_name=table.text("form_name"),
        request_words=table.text("request_words"),
        authority=table.text("authority"),
        capacities=_some(table, "capacities", table.choices("capacities", Capacity)),
        channels=_some(table, "channels", table.choices("channels", Channel)),
        processing=_some(table, "processing", tuple(_processing(row) for row in table.tables("processing"))),
        fees=_some(table, "fees", tuple(_fee(row) for row in table.tables("fees"))),
        outcome=table.text("outcome"),
        outcome_place=table.text("outcome_place"),
        slips=table.choice("slips", Slips),
        provenance=_provenance(table),
        papers=tuple(_paper(row) for row in table.tables("papers")),
        waivers=tuple(_waiver(row) for row in table.tables("waivers")),
        notes=tuple(_note(row) for row in table.tables("notes")),
        search_words=table.texts("search_words"),
    )
    table.close()
    _check(table, procedure)
    return procedure


def _paper(table: Table) -> RequiredPaper:
    paper = RequiredPaper(
        slot=_ascii_name(table, "slot"),
        name=table.text("name"),
        name_en=table.text("name_en"),
        kind=table.choice("kind", PaperKind),
        quantity=table.number("quantity", least=1, most=20, default=1),
        required=table.flag("required", default=True),
        provenance=_provenance(table),
        condition=table.text("condition", ""),
        instead_of=table.text("instead_of", ""),
        grounds=tuple(_ground(row) for row in table.tables("held")),
    )
    table.close()
    if not paper.required and not paper.condition:
        raise table.fault(Fault.MISSING, "condition")
    return paper


def _ground(table: Table) -> HeldGround:
    ground = HeldGround(
        table.choice("database", Database), table.text("words"), table.text("law"), _provenance(table)
    )
    table.close()
    return ground


def _processing(table: Table) -> ProcessingTime:
    unit = table.choice("unit", TimeUnit)
    least = 0 if unit is TimeUnit.SAME_DAY else 1
    rule = ProcessingTime(
        unit=unit,
        amount=table.number("amount", least=least, most=100_000, default=0),
        words=table.text("words"),
        provenance=_provenance(table),
        cut_off=table.hour_or_none("cut_off"),
        case=table.text("case", ""),
    )
    table.close()
    return rule


def _fee(table: Table) -> FeeRule:
    rule = FeeRule(
        name=table.text("name"),
        channel=table.choice("channel", Channel),
        amount=table.number("amount", least=0, most=_HIGHEST_FEE),
        unit=table.choice("unit", FeeUnit, FeeUnit.DOSSIER),
        words=table.text("words"),
        provenance=_provenance(table),
        case=table.text("case", ""),
        waivers=table.texts("waivers"),
    )
    table.close()
    return rule


def _waiver(table: Table) -> Waiver:
    waiver = Waiver(
        key=_ascii_name(table, "key"),
        words=table.text("words"),
        percent=table.number("percent", least=1, most=100, default=100),
        provenance=_provenance(table),
    )
    table.close()
    return waiver


def _note(table: Table) -> Note:
    note = Note(table.text("words"), _provenance(table))
    table.close()
    return note


def _provenance(table: Table) -> Provenance:
    provenance = Provenance(
        source=table.text("source"),
        effective_from=table.day("effective_from"),
        checked_on=table.day("checked_on"),
        status=table.choice("status", Status),
        effective_to=table.day_or_none("effective_to"),
    )
    if provenance.effective_to is not None and provenance.effective_to < provenance.effective_from:
        raise table.fault(Fault.OUT_OF_RANGE, "effective_to")
    return provenance


def _ascii_name(table: Table, key: str) -> str:
    name = table.text(key)
    if not _NAME.fullmatch(name):
        raise table.fault(Fault.NOT_A_CHOICE, key)
    return name


def _some(table: Table, key: str, items: tuple[Item, ...]) -> tuple[Item, ...]:
    if not items:
        raise table.fault(Fault.MISSING, key)
    return items


def _check(table: Table, procedure: Procedure) -> None:
    """Refuse names given twice and names that nothing answers to."""
    slots = [paper.slot for paper in procedure.papers]
    keys = [waiver.key for waiver in procedure.waivers]
    _each_once(table, "papers.slot", slots)
    _each_once(table, "waivers.key", keys)
    _each_known(table, "papers.instead_of", (paper.instead_of for paper in procedure.papers), slots)
    _each_known(table, "fees.waivers", (key for fee in procedure.fees for key in fee.waivers), keys)


def _each_once(table: Table, key: str, names: list[str]) -> None:
    twice = next((name for name in names if names.count(name) > 1), "")
    if twice:
        raise table.fault(Fault.TWICE, key, nearest=twice)


def _each_known(table: Table, key: str, names: Iterable[str], known: list[str]) -> None:
    for name in names:
        if name and name not in known:
            raise table.fault(Fault.NOT_A_CHOICE, key, nearest=nearest(name, known))

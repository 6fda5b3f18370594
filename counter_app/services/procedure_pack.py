"""Reads one version of a procedure from its TOML file; the craft of forms has checked every key of it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from counter_app.domain.condition import Condition
from counter_app.domain.dossier import Capacity
from counter_app.domain.fee_rules import Channel, FeeRule, FeeUnit, Waiver
from counter_app.domain.procedure import Case, Note, Party, Procedure, Requirement, Slips
from counter_app.domain.processing import ClockRule, ProcessingTime, Start, TimeUnit, Wait
from counter_app.domain.provenance import Provenance, Status
from counter_app.domain.required_paper import Database, HeldGround, PaperKind, RequiredPaper
from counter_app.errors import SetupError
from forms.definition import FormDefinition
from forms.errors import DefinitionError
from forms.expressions import compile_rule
from forms.pack_check import faults_of_pack
from forms.toml_table import TomlTable, read_toml

Word = TypeVar("Word", bound=StrEnum)


def read_procedure(path: Path, forms: Collection[FormDefinition] | None = None) -> Procedure:
    """Read a procedure's file; raises SetupError naming file, line, key and the nearest right word.

    ``forms`` are the versions of the procedure's form, whose fields its expressions may read; without them
    the names in expressions are taken on trust.
    """
    try:
        pack = read_toml(path)
        for fault in faults_of_pack(pack, forms):
            raise fault
    except DefinitionError as fault:
        raise refused(path, fault) from fault
    return _procedure(pack)


def refused(path: Path, fault: DefinitionError) -> SetupError:
    """Put what the craft of forms found into the counter's own error."""
    return SetupError(path, fault.problem, key=fault.key, nearest=fault.nearest, line=fault.line)


def _procedure(pack: TomlTable) -> Procedure:
    rows = _Rows(pack)
    return Procedure(
        code=pack.text("code"),
        version=pack.text("version"),
        name=pack.text("name"),
        name_en=pack.text("name_en"),
        short_name=pack.text("short_name"),
        field_of_work=pack.text("field_of_work"),
        form=pack.text("form"),
        form_name=pack.text("form_name"),
        request_words=pack.text("request_words"),
        authority=pack.text("authority"),
        capacities=_words(pack, "capacities", Capacity),
        channels=rows.channels,
        processing=tuple(rows.processing(row) for row in pack.tables("processing")),
        fees=tuple(rows.fee(row) for row in pack.tables("fees")),
        outcome=pack.text("outcome"),
        outcome_place=pack.text("outcome_place"),
        slips=Slips(pack.text("slips")),
        provenance=rows.provenance(pack),
        papers=tuple(rows.paper(row) for row in pack.tables("papers")),
        waivers=tuple(rows.waiver(row) for row in pack.tables("waivers")),
        notes=tuple(rows.note(row) for row in pack.tables("notes")),
        search_words=pack.texts("search_words"),
        clock=_clock(pack),
        cases=tuple(rows.case(row) for row in pack.tables("cases")),
        parties=tuple(_party(row) for row in pack.tables("roles")),
        requirements=tuple(rows.requirement(row) for row in pack.tables("requirements")),
        other_codes=pack.texts("other_codes"),
        essential=pack.number("essential") or 0,
        received_by=pack.text("received_by", ""),
        supported_by=pack.text("supported_by", ""),
        not_received=pack.text("not_received", ""),
    )


class _Rows:
    """Reads the rows of a pack, each of which takes from its head what it does not say itself."""

    def __init__(self, head: TomlTable) -> None:
        self._head = head
        self.channels = _words(head, "channels", Channel)

    def provenance(self, row: TomlTable) -> Provenance:
        source, status = (self._teller(row, key).text(key) for key in ("source", "status"))
        starts: date = self._teller(row, "effective_from").day("effective_from")
        checked: date = self._teller(row, "checked_on").day("checked_on")
        ends = row.day("effective_to") if "effective_to" in row.content else None
        return Provenance(source, starts, checked, Status(status), ends)

    def paper(self, row: TomlTable) -> RequiredPaper:
        return RequiredPaper(
            slot=row.text("slot"),
            name=row.text("name"),
            name_en=row.text("name_en"),
            kind=PaperKind(row.text("kind")),
            quantity=row.number("quantity") or 1,
            required=row.flag("required", default=True),
            provenance=self.provenance(row),
            condition=row.text("condition", ""),
            needed_if=_rule(row, "needed_if"),
            instead_of=row.texts("instead_of"),
            grounds=tuple(self._ground(held) for held in row.tables("held")),
        )

    def processing(self, row: TomlTable) -> ProcessingTime:
        return ProcessingTime(
            unit=TimeUnit(row.text("unit")),
            amount=row.number("amount") or 0,
            words=row.text("words"),
            provenance=self.provenance(row),
            cut_off=row.content.get("cut_off"),
            case=row.text("case", ""),
        )

    def fee(self, row: TomlTable) -> FeeRule:
        return FeeRule(
            key=row.text("key"),
            name=row.text("name"),
            channels=_words(row, "channels", Channel) or self.channels,
            amount=row.number("amount") or 0,
            unit=FeeUnit(row.text("unit", FeeUnit.DOSSIER)),
            words=row.text("words"),
            provenance=self.provenance(row),
            case=row.text("case", ""),
            waivers=row.texts("waivers"),
            formula=_rule(row, "formula"),
            quantity=_rule(row, "quantity"),
            steps=tuple(row.content.get("steps", ())),
        )

    def waiver(self, row: TomlTable) -> Waiver:
        return Waiver(
            key=row.text("key"),
            words=row.text("words"),
            percent=row.number("percent") or 100,
            provenance=self.provenance(row),
            channels=_words(row, "channels", Channel) or self.channels,
            applies_if=_rule(row, "applies_if"),
            proof=row.text("proof", ""),
        )

    def note(self, row: TomlTable) -> Note:
        return Note(row.text("words"), self.provenance(row), _rule(row, "when"))

    def case(self, row: TomlTable) -> Case:
        return Case(row.text("name"), row.text("words"), self.provenance(row), _rule(row, "when"))

    def requirement(self, row: TomlTable) -> Requirement:
        return Requirement(
            holds=compile_rule(row.text("holds"), None),
            words=row.text("words"),
            words_en=row.text("words_en"),
            strict=row.text("severity", "refuse") == "refuse",
            provenance=self.provenance(row),
        )

    def _ground(self, row: TomlTable) -> HeldGround:
        return HeldGround(
            Database(row.text("database")),
            row.text("words"),
            row.text("law"),
            self.provenance(row),
            row.number("annex") or 0,
        )

    def _teller(self, row: TomlTable, key: str) -> TomlTable:
        return row if key in row.content else self._head


def _party(row: TomlTable) -> Party:
    return Party(
        role=row.text("role"),
        name=row.text("name"),
        name_en=row.text("name_en"),
        required=row.flag("required", default=True),
        present=row.flag("present", default=False),
        when=_rule(row, "when"),
    )


def _clock(pack: TomlTable) -> ClockRule:
    if "clock" not in pack.content:
        return ClockRule()
    clock = pack.table("clock")
    stops = frozenset(_words(clock, "stops", Wait)) if "stops" in clock.content else frozenset(Wait)
    restarts = frozenset(_words(clock, "restarts", Wait))
    return ClockRule(Start(clock.text("starts", Start.RECEIVED)), stops, restarts)


def _rule(row: TomlTable, key: str) -> Condition | None:
    return compile_rule(row.text(key), None) if key in row.content else None


def _words(row: TomlTable, key: str, kind: type[Word]) -> tuple[Word, ...]:
    return tuple(kind(word) for word in row.texts(key))

"""The rows of a pack, checked by the craft of forms, as values of the domain."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TypeVar

from counter_app.domain.condition import Condition
from counter_app.domain.fee_rules import Channel, FeeRule, FeeUnit, Waiver
from counter_app.domain.procedure import Case, Note, Party, Requirement, UsualReason
from counter_app.domain.processing import ProcessingTime, TimeUnit
from counter_app.domain.provenance import Provenance, Status
from counter_app.domain.required_paper import Database, HeldGround, PaperKind, RequiredPaper
from counter_app.domain.slip import SlipKind
from forms.expressions import compile_rule
from forms.toml_table import TomlTable

Word = TypeVar("Word", bound=StrEnum)


class PackRows:
    """Reads the rows of a pack, each of which takes from its head what it does not say itself."""

    def __init__(self, head: TomlTable) -> None:
        self._head = head
        self.channels = words_in(head, "channels", Channel)
        """The channels of the pack, for rows that name none."""

    def provenance(self, row: TomlTable) -> Provenance:
        """Read where a rule comes from."""
        source, status = (self._teller(row, key).text(key) for key in ("source", "status"))
        starts: date = self._teller(row, "effective_from").day("effective_from")
        checked: date = self._teller(row, "checked_on").day("checked_on")
        ends = row.day("effective_to") if "effective_to" in row.content else None
        return Provenance(source, starts, checked, Status(status), ends)

    def paper(self, row: TomlTable) -> RequiredPaper:
        """Read a required paper."""
        return RequiredPaper(
            slot=row.text("slot"),
            name=row.text("name"),
            name_en=row.text("name_en"),
            kind=PaperKind(row.text("kind")),
            quantity=row.number("quantity") or 1,
            required=row.flag("required", default=True),
            provenance=self.provenance(row),
            condition=row.text("condition", ""),
            needed_if=rule_in(row, "needed_if"),
            instead_of=row.texts("instead_of"),
            valid_months=row.number("valid_months") or 0,
            grounds=tuple(self._ground(held) for held in row.tables("held")),
        )

    def processing(self, row: TomlTable) -> ProcessingTime:
        """Read a processing time."""
        return ProcessingTime(
            unit=TimeUnit(row.text("unit")),
            amount=row.number("amount") or 0,
            words=row.text("words"),
            provenance=self.provenance(row),
            cut_off=row.content.get("cut_off"),
            case=row.text("case", ""),
        )

    def fee(self, row: TomlTable) -> FeeRule:
        """Read an amount."""
        return FeeRule(
            key=row.text("key"),
            name=row.text("name"),
            channels=words_in(row, "channels", Channel) or self.channels,
            amount=row.number("amount") or 0,
            unit=FeeUnit(row.text("unit", FeeUnit.DOSSIER)),
            words=row.text("words"),
            provenance=self.provenance(row),
            case=row.text("case", ""),
            waivers=row.texts("waivers"),
            formula=rule_in(row, "formula"),
            quantity=rule_in(row, "quantity"),
            steps=tuple(row.content.get("steps", ())),
        )

    def waiver(self, row: TomlTable) -> Waiver:
        """Read a reason to pay less."""
        return Waiver(
            key=row.text("key"),
            words=row.text("words"),
            percent=row.number("percent") or 100,
            provenance=self.provenance(row),
            channels=words_in(row, "channels", Channel) or self.channels,
            applies_if=rule_in(row, "applies_if"),
            proof=row.text("proof", ""),
        )

    def note(self, row: TomlTable) -> Note:
        """Read a note."""
        return Note(row.text("words"), self.provenance(row), rule_in(row, "when"))

    def reason(self, row: TomlTable) -> UsualReason:
        """Read a reason that slips often give."""
        slip = SlipKind(row.text("slip"))
        return UsualReason(slip, row.text("words"), row.text("law", ""), self.provenance(row))

    def case(self, row: TomlTable) -> Case:
        """Read a particular case."""
        return Case(row.text("name"), row.text("words"), self.provenance(row), rule_in(row, "when"))

    def requirement(self, row: TomlTable) -> Requirement:
        """Read a requirement."""
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


def party(row: TomlTable) -> Party:
    """Read a person of the dossier."""
    return Party(
        role=row.text("role"),
        name=row.text("name"),
        name_en=row.text("name_en"),
        required=row.flag("required", default=True),
        present=row.flag("present", default=False),
        when=rule_in(row, "when"),
    )


def rule_in(row: TomlTable, key: str) -> Condition | None:
    """Compile the expression under a key, None when it is absent; its words have been checked."""
    return compile_rule(row.text(key), None) if key in row.content else None


def words_in(row: TomlTable, key: str, kind: type[Word]) -> tuple[Word, ...]:
    """Read a list of an enumeration's words, empty when it is absent."""
    return tuple(kind(word) for word in row.texts(key))

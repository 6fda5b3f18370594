"""What is still missing or wrong on a filled form, field by field; hidden fields are never spoken of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as attribute
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from forms.answer import Row, Value
from forms.answers import FilledForm
from forms.dates import surely_before
from forms.definition import Field, FieldKind, FormDefinition
from forms.expressions import Rule
from forms.kinds import fault_in
from forms.rules import required_fields, visible_fields
from forms.template import fields_in

CODES = frozenset(
    {
        "missing",
        "too_long",
        "strange_characters",
        "id_digits",
        "id_sex_mismatch",
        "id_year_mismatch",
        "not_a_phone",
        "not_an_email",
        "not_a_number",
        "below_minimum",
        "above_maximum",
        "not_a_date",
        "not_a_full_date",
        "in_the_future",
        "after_limit",
        "before_limit",
        "not_yes_or_no",
        "not_a_choice",
        "form_rule",
    }
)
"""Every code a finding may carry; "form_rule" brings its own words in ``detail``."""


class Severity(StrEnum):
    """What a finding asks for: MISSING and WRONG must be mended, a WARNING only looked at."""

    MISSING = "missing"
    WRONG = "wrong"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend; ``row`` (from 0) and ``column`` say where in a table.

    ``detail`` holds facts that are no personal data: "limit" (ISO date), "maximum", "minimum", and for a
    "form_rule" its "rule", "message" and "message_en".
    """

    field: str
    code: str
    severity: Severity
    row: int | None = None
    column: str = ""
    detail: Mapping[str, str] = attribute(default_factory=lambda: MappingProxyType({}))


def validate(definition: FormDefinition, filled: FilledForm, *, today: date) -> tuple[Finding, ...]:
    """List everything missing, wrong or worth a look, in the order of the sheet."""
    examination = _Examination(definition, filled, today)
    return tuple(
        finding
        for name in visible_fields(definition, filled, today)
        for finding in examination.of(definition.field(name))
    )


class _Examination:
    """One look over a whole form on one day."""

    def __init__(self, definition: FormDefinition, filled: FilledForm, today: date) -> None:
        self._definition = definition
        self._values = filled.values
        self._today = today
        required = required_fields(definition, filled, today)
        self._missing = frozenset(name for name in required if not self._values[name])
        citizens = {field.name for field in definition.fields() if field.citizen}
        self._private = frozenset(citizens)

    def of(self, field: Field) -> Iterator[Finding]:
        """Give the findings of one visible field."""
        value = self._values[field.name]
        if field.name in self._missing and not self._waits(field):
            yield Finding(field.name, "missing", Severity.MISSING)
        if isinstance(value, str):
            yield from self._of_text(field, value, self._values, Finding(field.name, "", Severity.WRONG))
        else:
            yield from self._of_rows(field, value)
        yield from self._of_form(field)

    def _waits(self, field: Field) -> bool:
        """Say whether a composed field is empty only because a field it is made of is missing."""
        sources = frozenset[str]().union(*(fields_in(wording.text) for wording in field.compose))
        return bool(sources & self._missing)

    def _of_rows(self, field: Field, rows: tuple[Row, ...]) -> Iterator[Finding]:
        for at, row in enumerate(rows):
            scope: Mapping[str, Value] = {**self._values, **_blank(field), **row}
            for column in field.columns:
                text = row.get(column.name, "")
                here = Finding(field.name, "missing", Severity.MISSING, at, column.name)
                if not text and self._asks(column, scope):
                    yield here
                yield from self._of_text(column, text, scope, here)

    def _asks(self, column: Field, scope: Mapping[str, Value]) -> bool:
        rule = column.required_if
        return column.required or (rule is not None and rule.holds(scope, self._today))

    def _of_text(
        self, field: Field, text: str, scope: Mapping[str, Value], place: Finding
    ) -> Iterator[Finding]:
        if not text:
            return
        fault = fault_in(field, text)
        if fault:
            yield _at(place, fault.code, Severity.WRONG, fault.detail)
        elif field.kind is FieldKind.DATE:
            yield from self._of_date(field, text, scope, place)
        elif field.kind is FieldKind.CITIZEN_ID:
            yield from (_at(place, code, Severity.WARNING) for code in _doubts(field, text, scope))

    def _of_date(
        self, field: Field, text: str, scope: Mapping[str, Value], place: Finding
    ) -> Iterator[Finding]:
        if field.not_after:
            limit = field.not_after.gives(scope, self._today)
            code = "in_the_future" if field.not_after.text == "today()" else "after_limit"
            if surely_before(limit, text):
                yield _at(place, code, Severity.WRONG, self._limit(field.not_after, limit))
        if field.not_before:
            limit = field.not_before.gives(scope, self._today)
            if surely_before(text, limit):
                yield _at(place, "before_limit", Severity.WRONG, self._limit(field.not_before, limit))

    def _limit(self, rule: Rule, limit: str) -> Mapping[str, str]:
        """Tell the limit, unless it would tell a fact about a citizen."""
        return {} if rule.names & self._private else {"limit": limit}

    def _of_form(self, field: Field) -> Iterator[Finding]:
        for check in self._definition.checks:
            if check.field == field.name and check.when.holds(self._values, self._today):
                words = {"rule": check.code, "message": check.message, "message_en": check.message_en}
                yield Finding(field.name, "form_rule", Severity.WARNING, detail=words)


def _at(place: Finding, code: str, severity: Severity, detail: Mapping[str, str] | None = None) -> Finding:
    return Finding(place.field, code, severity, place.row, place.column, detail or MappingProxyType({}))


def _blank(field: Field) -> Mapping[str, Value]:
    return {column.name: "" for column in field.columns}


def _doubts(field: Field, number: str, scope: Mapping[str, Value]) -> Iterator[str]:
    """Compare a citizen ID with the fields named like it (``mother_citizen_id``, ``mother_sex`` …).

    The fourth digit tells sex and century, the next two the year (Decree 137/2015). Both may rightly differ
    after a correction, so this is never more than a warning.
    """
    stem = field.name.removesuffix("citizen_id")
    digit = int(number[3])
    sex, born = str(scope.get(f"{stem}sex", "")), str(scope.get(f"{stem}born_on", ""))
    if sex in ("male", "female") and (sex == "male") is (digit % 2 == 1):
        yield "id_sex_mismatch"
    if born and born[:4] != str((19 + digit // 2) * 100 + int(number[4:6])):
        yield "id_year_mismatch"

"""A form's answers put into the lines, boxes and tables of its printed sheet."""

from __future__ import annotations

from forms.answer import Value
from forms.definition import Field, FieldKind
from forms.wording import capital_name, shown
from printing.answer_boxes import Choice, DigitBoxes, TickBoxes
from printing.form_sheet import FormEntry, FormTable
from printing.leaders import LabelledLine
from printing.paper_table import PaperTable, TableColumn

_SHORT_KINDS = (FieldKind.DATE, FieldKind.NUMBER, FieldKind.PHONE, FieldKind.EMAIL, FieldKind.CHOICE)
_SHORT_TEXT = 60
"""Letters of the longest text that may share its row with a neighbour."""

_SHARES = {
    FieldKind.LONG_TEXT: 40,
    FieldKind.ADDRESS: 40,
    FieldKind.EMAIL: 30,
    FieldKind.CITIZEN_ID: 27,
    FieldKind.PHONE: 22,
    FieldKind.DATE: 20,
    FieldKind.CHOICE: 12,
    FieldKind.YES_NO: 12,
    FieldKind.NUMBER: 12,
}
_CENTRED = (FieldKind.CITIZEN_ID, FieldKind.DATE, FieldKind.CHOICE, FieldKind.YES_NO, FieldKind.NUMBER)


def entry_of(field: Field, value: Value) -> FormEntry:
    """Put an answer into its place on the sheet; an empty one leaves room for the pen."""
    label = label_of(field)
    if isinstance(value, tuple) or field.kind is FieldKind.TABLE:
        return FormTable(label, _table(field, value))
    if field.kind is FieldKind.CITIZEN_ID:
        return DigitBoxes(label, value)
    if field.ticked or field.kind is FieldKind.YES_NO:
        return TickBoxes(label, tuple(Choice(words, value == given) for given, words in _answers(field)))
    words = shown(field, value)
    words = capital_name(words) if field.capitals else words
    return LabelledLine(label, words, lines=1 if value else field.lines, short=_is_short(field))


def label_of(field: Field) -> str:
    """Write a field's label as sheets do: number first, then the mark of its footnote, colon last."""
    dot = "." if field.number[-1:].isalnum() else ""
    label = f"{field.number}{dot} {field.label}{field.mark}".strip()
    return label if label.endswith((":", "?")) else f"{label}:"


def _answers(field: Field) -> tuple[tuple[str, str], ...]:
    if field.kind is FieldKind.YES_NO:
        return (("yes", "Có"), ("no", "Không"))
    return tuple((choice.value, choice.label) for choice in field.choices)


def _is_short(field: Field) -> bool:
    is_short_text = field.kind is FieldKind.TEXT and field.max_length <= _SHORT_TEXT
    return field.half_line or is_short_text or field.kind in _SHORT_KINDS


def _table(field: Field, value: Value) -> PaperTable:
    """Give each row its number; a table without rows gets some to be filled in by hand."""
    columns = (TableColumn("TT", 7, centred=True), *map(_column, field.columns))
    given = () if isinstance(value, str) else value
    rows = tuple(
        (str(at), *(shown(column, row.get(column.name, "")) for column in field.columns))
        for at, row in enumerate(given, 1)
    )
    blank = ("",) * len(columns)
    return PaperTable(columns, rows or (blank,) * field.rows)


def _column(column: Field) -> TableColumn:
    share = _SHARES.get(column.kind) or (18 if column.max_length <= _SHORT_TEXT else 30)
    return TableColumn(column.label, share, centred=column.kind in _CENTRED)

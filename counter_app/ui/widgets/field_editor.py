"""Which editor a field of a form gets, and how much room."""

from __future__ import annotations

from counter_app.ui.widgets.field_address import AddressEditor
from counter_app.ui.widgets.field_area import AreaEditor
from counter_app.ui.widgets.field_choice import ChoiceEditor, fits_half
from counter_app.ui.widgets.field_line import LineEditor
from counter_app.ui.widgets.rows_table import RowsTable
from forms.definition import Field, FieldKind

Editor = LineEditor | AreaEditor | AddressEditor | ChoiceEditor | RowsTable
_LONG_LINE = 120
"""Letters of the longest text that is given a field of one line."""


def editor_for(field: Field) -> Editor:
    """Make the editor of a field's kind."""
    name = f"field_{field.name}"
    if is_long_line(field):
        return AreaEditor(field, name)
    match field.kind:
        case FieldKind.LONG_TEXT:
            return AreaEditor(field, name)
        case FieldKind.ADDRESS:
            return AddressEditor(field, name)
        case FieldKind.CHOICE | FieldKind.YES_NO:
            return ChoiceEditor(field, name)
        case FieldKind.TABLE:
            return RowsTable(field, name)
        case _:
            return LineEditor(field, name)


def spans_both(field: Field) -> bool:
    """Say whether a field takes the whole width of the sheet."""
    if field.kind in {FieldKind.LONG_TEXT, FieldKind.ADDRESS, FieldKind.TABLE}:
        return True
    if field.kind in {FieldKind.CHOICE, FieldKind.YES_NO}:
        return not fits_half(field)
    return is_long_line(field)


def is_long_line(field: Field) -> bool:
    """Say whether a text may need more than one line, such as an identity paper with number and issuer."""
    return field.kind is FieldKind.TEXT and not 0 < field.max_length <= _LONG_LINE

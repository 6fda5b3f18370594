"""One row of a table on a form: a cell for each column, and the button that takes the row away."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from counter_app.ui.widgets.field_address import AddressEditor
from counter_app.ui.widgets.field_choice import ChoiceList
from counter_app.ui.widgets.field_line import LineEditor
from counter_app.ui.widgets.parts import Button, button, label
from forms.answers import Row
from forms.definition import Field, FieldKind

Cell = LineEditor | ChoiceList | AddressEditor
_CHOICES = (FieldKind.CHOICE, FieldKind.YES_NO)


class TableLine:
    """The cells of one row and the button that takes it away."""

    def __init__(self, columns: tuple[Field, ...], name: str) -> None:
        self.cells: dict[str, Cell] = {column.name: _cell(column, name) for column in columns}
        self.heads = tuple(label(look="label", wraps=True) for _ in columns)
        self.remove: Button = button("", "icon", "trash-2", name=f"{name}_remove")

    @property
    def addresses(self) -> tuple[AddressEditor, ...]:
        """List the cells that hold an address."""
        return tuple(cell for cell in self.cells.values() if isinstance(cell, AddressEditor))

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """List what Tab stops at, from left to right."""
        return (*(stop for cell in self.cells.values() for stop in cell.stops()), self.remove)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """List every widget."""
        return (*self.heads, *self.cells.values(), self.remove)

    def row(self) -> Row:
        """Give what stands in the cells."""
        return {name: cell.value() for name, cell in self.cells.items()}

    def show(self, row: Row) -> None:
        """Fill the cells."""
        for name, cell in self.cells.items():
            cell.show_value(row.get(name, ""))

    def is_blank(self) -> bool:
        """Say whether nothing stands in it."""
        return not any(cell.value() for cell in self.cells.values())


def _cell(column: Field, name: str) -> Cell:
    cell_name = f"{name}_{column.name}"
    if column.kind is FieldKind.ADDRESS:
        return AddressEditor(column, cell_name)
    return ChoiceList(column, cell_name) if column.kind in _CHOICES else LineEditor(column, cell_name)

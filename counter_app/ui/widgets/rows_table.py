"""A table on a form: household members to tick, rows to fill, all by keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from counter_app.ui.widgets.field_address import AddressAsked, AddressEditor, AddressTold
from counter_app.ui.widgets.field_choice import ChoiceList
from counter_app.ui.widgets.field_words import label_of
from counter_app.ui.widgets.parts import GRID, button
from counter_app.ui.widgets.rows_line import TableLine
from forms.answers import Row, Value
from forms.canonical import canonical
from forms.definition import Field, FieldKind
from forms.validation import Finding, Severity
from forms.wording import shown

_WIDTHS = {FieldKind.ADDRESS: 7, FieldKind.TEXT: 5, FieldKind.CITIZEN_ID: 5, FieldKind.DATE: 4}
_OTHER_WIDTH = 3
_LETTERS_PER_CELL = 14
_NARROW_ACROSS = 3
"""Cells beside each other where a row does not fit in one line."""
_TOLD = (FieldKind.TEXT, FieldKind.DATE)
"""What tells people of one household apart; the rest stands in the row once they are ticked."""
_EDGES = (Severity.MISSING, Severity.WRONG)


class RowsTable(QWidget):
    """Lines of cells below a list of people to tick; a line that is still blank is nobody's answer."""

    edited = Signal()
    settled = Signal()
    asked = Signal(object)
    """Carries the AddressAsked of a cell."""
    taken = Signal()
    """Says that today's units were taken over in a cell."""

    def __init__(self, field: Field, name: str) -> None:
        super().__init__()
        self._field = field
        self._roster: tuple[Row, ...] = ()
        self._ticks: tuple[QCheckBox, ...] = ()
        self._lines: list[TableLine] = []
        self._next = 0
        self._narrow = False
        self.setObjectName(name)
        self._people = QVBoxLayout()
        self._people.setSpacing(0)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(4)
        self._add = button("", "secondary", "plus", name=f"{name}_add")
        self._add.clicked.connect(self.add_line)
        self.setFocusProxy(self._add)
        self._lay_out()
        self._say()

    def offer(self, roster: tuple[Row, ...]) -> None:
        """Offer people to tick."""
        if roster == self._roster:
            return
        self._roster = roster
        for tick in self._ticks:
            self._people.removeWidget(tick)
            tick.deleteLater()
        self._ticks = tuple(self._tick(at, row) for at, row in enumerate(roster))
        self._show_ticks()
        self._say()
        self._order_tabs()
        self.setFocusProxy(self._ticks[0] if self._ticks else self._add)

    def value(self) -> Value:
        """Give the rows that are not blank."""
        return canonical(self._field, tuple(line.row() for line in self._lines))

    def show_value(self, rows: tuple[Row, ...]) -> None:
        """Show these rows; lines that say the same stay, with blank ones between them."""
        lines = self._filled()
        if self.value() != rows:
            lines = self._lines
            while len(self._lines) > len(rows):
                self._drop(self._lines[-1])
            while len(self._lines) < len(rows):
                self._append()
        for line, row in zip(lines, rows, strict=True):
            line.show(row)
        self._show_ticks()

    def show_locked(self, *, locked: bool) -> None:
        """Let the rows be read only, or be changed."""
        self.setEnabled(not locked)

    def show_state(self, state: str) -> None:
        """Leave edges to the cells."""

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Give the cells that lack something or are wrong their edge."""
        edges = {(one.row, one.column): one.severity for one in findings}
        for at, line in enumerate(self._filled()):
            for name, cell in line.cells.items():
                severity = edges.get((at, name))
                cell.show_state(severity.value if severity in _EDGES else "")

    def focus_cell(self, row: int, column: str) -> None:
        """Put the cursor into a cell."""
        lines = self._filled()
        if row < len(lines):
            lines[row].cells[column].setFocus(Qt.FocusReason.TabFocusReason)

    def show_told(self, told: AddressTold) -> None:
        """Show what the tables of units say to the address in a cell, where it is still there."""
        for line in self._lines:
            for cell in line.addresses:
                if cell.objectName() == told.asked.cell:
                    cell.show_told(told)
                    self._order_tabs()

    def take_today(self) -> None:
        """Write the address of the cell in which the cursor stands in today's units."""
        for line in self._lines:
            for cell in line.addresses:
                if any(stop.hasFocus() for stop in cell.stops()):
                    cell.take_today()

    def add_line(self) -> None:
        """Add a blank line and go into it."""
        line = self._append()
        next(iter(line.cells.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def stops(self) -> tuple[QWidget, ...]:
        """Give what Tab stops at, in order."""
        parts = (part for line in self._lines for part in line.stops)
        return (*self._ticks, *parts, self._add)

    def retranslate(self) -> None:
        """Say everything in the language that is worn."""
        self._say()
        for line in self._lines:
            for cell in line.cells.values():
                cell.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay a row's cells in two lines where one is too short for them."""
        super().resizeEvent(event)
        room = self.width() // max(1, self.fontMetrics().averageCharWidth())
        narrow = room < _LETTERS_PER_CELL * len(self._field.columns)
        if narrow != self._narrow:
            self._narrow = narrow
            self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self._add)
        foot.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GRID)
        whole.addLayout(self._people)
        whole.addLayout(self._grid)
        whole.addLayout(foot)

    def _say(self) -> None:
        self._add.setText(self.tr("Add a person by hand") if self._roster else self.tr("Add a row"))
        self._name_lines()

    def _name_lines(self) -> None:
        """Tell a screen reader where each cell stands."""
        names = [label_of(column, optional=False) for column in self._field.columns]
        for at, line in enumerate(self._lines, 1):
            for name, head, cell in zip(names, line.heads, line.cells.values(), strict=True):
                head.setText(name)
                cell.setAccessibleName(self.tr("Row {row}, {column}").format(row=at, column=name))
            line.remove.setAccessibleName(self.tr("Take row {row} away").format(row=at))
            line.remove.setToolTip(self.tr("Take this row away"))

    def _tick(self, at: int, row: Row) -> QCheckBox:
        columns = (column for column in self._field.columns if column.kind in _TOLD)
        words = (shown(column, row.get(column.name, "")) for column in columns)
        tick = QCheckBox("  ·  ".join(part for part in words if part).replace("&", "&&"))
        tick.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        tick.setObjectName(f"{self.objectName()}_tick_{at}")
        tick.clicked.connect(lambda checked: self._on_ticked(row, checked=checked))
        self._people.addWidget(tick)
        return tick

    def _show_ticks(self) -> None:
        standing = {self._key(line.row()) for line in self._lines}
        for tick, row in zip(self._ticks, self._roster, strict=True):
            tick.setChecked(self._key(row) in standing)

    def _key(self, row: Row) -> str:
        """Tell a person by their number, and where there is none by the first column."""
        numbers = (
            row.get(column.name, "") for column in self._field.columns if column.kind is FieldKind.CITIZEN_ID
        )
        return next(filter(None, numbers), row.get(self._field.columns[0].name, ""))

    def _on_ticked(self, row: Row, *, checked: bool) -> None:
        standing = [line for line in self._lines if self._key(line.row()) == self._key(row)]
        if checked and not standing:
            self._append().show(row)
        elif not checked:
            for line in standing:
                self._drop(line)
        self.settled.emit()

    def _append(self) -> TableLine:
        line = TableLine(self._field.columns, f"{self.objectName()}_{self._next}")
        self._next += 1
        for cell in line.cells.values():
            if not isinstance(cell, ChoiceList):
                cell.edited.connect(self.edited)
            cell.settled.connect(self.settled)
        for address in line.addresses:
            address.asked.connect(partial(self._on_asked, address))
            address.taken.connect(self.taken)
        line.remove.clicked.connect(lambda: self._on_removed(line))
        self._lines.append(line)
        self._place()
        return line

    def _on_asked(self, cell: AddressEditor, asked: AddressAsked) -> None:
        self.asked.emit(replace(asked, field=self._field.name, cell=cell.objectName()))

    def _on_removed(self, line: TableLine) -> None:
        self._drop(line)
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_ticks()
        self.settled.emit()

    def _drop(self, line: TableLine) -> None:
        self._lines.remove(line)
        for part in line.parts:
            self._grid.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._place()

    def _place(self) -> None:
        """Lay the lines below each other and keep the order of Tab."""
        across = _NARROW_ACROSS if self._narrow else len(self._field.columns)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        top = 0
        for line in self._lines:
            for at, (head, cell) in enumerate(zip(line.heads, line.cells.values(), strict=True)):
                block, column = divmod(at, across)
                self._grid.addWidget(head, top + 2 * block, column, Qt.AlignmentFlag.AlignBottom)
                self._grid.addWidget(cell, top + 2 * block + 1, column, Qt.AlignmentFlag.AlignTop)
                self._grid.setColumnStretch(column, self._share(at))
                head.setVisible(self._narrow or line is self._lines[0])
            self._grid.addWidget(line.remove, top + 1, across, Qt.AlignmentFlag.AlignTop)
            for part in (*line.cells.values(), line.remove):
                part.show()
            top += 2 * -(-len(line.cells) // across)
        self._order_tabs()
        self._name_lines()

    def _share(self, at: int) -> int:
        """Give a column's share of the width."""
        return 1 if self._narrow else _WIDTHS.get(self._field.columns[at].kind, _OTHER_WIDTH)

    def _order_tabs(self) -> None:
        for first, second in pairwise(self.stops()):
            QWidget.setTabOrder(first, second)

    def _filled(self) -> list[TableLine]:
        return [line for line in self._lines if not line.is_blank()]

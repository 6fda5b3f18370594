"""A form as it stands on the official sheet: its sections one below the other, fields on two columns."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from counter_app.ui.widgets.field_row import FieldRow, FieldState, spans_both
from counter_app.ui.widgets.field_words import title_of
from counter_app.ui.widgets.parts import GRID, label, surface
from forms.definition import FormDefinition, Section

_LETTERS_FOR_TWO = 72
"""Letters of an average width that must fit before fields stand beside each other."""


class SectionCard:
    """One section: a heading over a grid; the grid is laid anew when other fields are asked for."""

    def __init__(self, section: Section) -> None:
        self.section = section
        self.heading: QLabel = label(look="heading", name=f"section_{section.name}", wraps=True)
        self._laid: list[FieldRow] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(3 * GRID)
        self._grid.setVerticalSpacing(2 * GRID)
        column = QVBoxLayout()
        column.setSpacing(GRID + 4)
        column.addWidget(self.heading)
        column.addLayout(self._grid)
        self.frame: QFrame = surface("card", column, margin=2 * GRID)

    def lay(self, rows: list[FieldRow], columns: int) -> None:
        """Place the rows of fields that are asked for; a section without any is not shown."""
        for row in self._laid:
            self._grid.removeWidget(row)
        self._laid = rows
        line = column = 0
        for row in rows:
            wide = columns == 1 or spans_both(row.field)
            if wide and column:
                line, column = line + 1, 0
            self._grid.addWidget(row, line, column, 1, 2 if wide else 1)
            row.show()
            line, column = (line, 1) if not wide and column == 0 else (line + 1, 0)
        for at in range(2):
            self._grid.setColumnStretch(at, 1)
            self._grid.setColumnMinimumWidth(at, 1)
        self.frame.setVisible(bool(rows))


class FieldSheet(QWidget):
    """Holds the rows of one form; rows of fields that nobody asks for yet are not made."""

    edited = Signal(str)
    settled = Signal(str)
    restore_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._cards: tuple[SectionCard, ...] = ()
        self._rows: dict[str, FieldRow] = {}
        self._visible: frozenset[str] = frozenset()
        self._columns = 2
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, GRID, 2 * GRID)
        self._column.setSpacing(GRID + 4)
        self._column.addStretch(1)

    def build(self, definition: FormDefinition | None) -> None:
        """Begin another form, or none."""
        for card in self._cards:
            self._column.removeWidget(card.frame)
            card.frame.hide()
            card.frame.deleteLater()
        self._cards = tuple(SectionCard(section) for section in definition.sections) if definition else ()
        self._rows, self._visible = {}, frozenset()
        for at, card in enumerate(self._cards):
            self._column.insertWidget(at, card.frame)
        self._say()

    def show_states(self, states: Mapping[str, FieldState]) -> None:
        """Show the rows of these fields as they stand, and hide all others."""
        for card in self._cards:
            for name in self._names(states, card):
                self._made(card, name).show_state(states[name])
        if frozenset(states) != self._visible:
            self._visible = frozenset(states)
            self._lay()

    def row(self, name: str) -> FieldRow | None:
        """Give the row of a field that is asked for."""
        return self._rows.get(name) if name in self._visible else None

    def rows(self) -> Iterator[FieldRow]:
        """Give the rows that are asked for, in the order of the sheet."""
        return (self._rows[name] for name in self._names(self._visible))

    def retranslate(self) -> None:
        """Say everything in the language that is worn."""
        self._say()
        for row in self._rows.values():
            row.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use one column where two would be too narrow."""
        super().resizeEvent(event)
        room = self.width() // max(1, self.fontMetrics().averageCharWidth())
        columns = 2 if room >= _LETTERS_FOR_TWO else 1
        if columns != self._columns:
            self._columns = columns
            self._lay()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keep_tab_order(self) -> None:
        """Let Tab go from field to field as they stand, whenever they were made."""
        stops = [stop for row in self.rows() for stop in row.stops()]
        for first, second in pairwise(stops):
            QWidget.setTabOrder(first, second)

    def _lay(self) -> None:
        for name, row in self._rows.items():
            if name not in self._visible:
                row.hide()
        for card in self._cards:
            rows = [self._made(card, name) for name in self._names(self._visible, card)]
            card.lay(rows, self._columns)
        self.keep_tab_order()

    def _made(self, card: SectionCard, name: str) -> FieldRow:
        row = self._rows.get(name)
        if row is None:
            field = next(field for field in card.section.fields if field.name == name)
            row = self._rows[name] = FieldRow(field)
            row.setParent(card.frame)
            row.edited.connect(self.edited)
            row.settled.connect(self.settled)
            row.restore_asked.connect(self.restore_asked)
        return row

    def _names(self, visible: Collection[str], only: SectionCard | None = None) -> Iterator[str]:
        cards = (only,) if only else self._cards
        return (field.name for card in cards for field in card.section.fields if field.name in visible)

    def _say(self) -> None:
        for card in self._cards:
            card.heading.setText(title_of(card.section))

"""A form as it stands on the official sheet: its sections one below the other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import pairwise
from time import monotonic

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.services.joining import OpenRole
from counter_app.ui.turns import Turns
from counter_app.ui.widgets.field_address import AddressTold
from counter_app.ui.widgets.field_row import FieldRow, FieldState
from counter_app.ui.widgets.field_section import SectionCard
from counter_app.ui.widgets.parts import GRID
from forms.definition import FormDefinition

_LETTERS_FOR_TWO = 72
"""Letters of an average width that must fit before fields stand beside each other."""
_AT_ONCE = 3
"""New rows that an answer may bring at once; more, as of a new form, are made turn by turn: no key waits."""
_TURN_S = 0.008


class FieldSheet(QWidget):
    """Holds the rows of one form; rows of fields that nobody asks for yet are not made."""

    edited = Signal(str)
    settled = Signal(str)
    restore_asked = Signal(str)
    address_asked = Signal(object)
    role_card_wanted = Signal(object)
    role_given = Signal(object)

    def __init__(self, turns: Turns) -> None:
        super().__init__()
        self._turns = turns
        self._is_making = False
        self._cards: tuple[SectionCard, ...] = ()
        self._rows: dict[str, FieldRow] = {}
        self._states: Mapping[str, FieldState] = {}
        self._shown: set[str] = set()
        self._laid: frozenset[str] = frozenset()
        self._offered: frozenset[str] = frozenset()
        self._columns = 2
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, GRID, 2 * GRID)
        self._column.setSpacing(GRID + 4)
        self._column.addStretch(1)

    def build(self, definition: FormDefinition | None) -> None:
        """Begin another form, or none; what goes away announces nothing any more."""
        self._rows, self._states, self._laid = {}, {}, frozenset()
        self._shown = set()
        self._offered = frozenset()
        for card in self._cards:
            self._column.removeWidget(card.frame)
            card.frame.hide()
            card.frame.deleteLater()
        self._cards = tuple(SectionCard(section) for section in definition.sections) if definition else ()
        for at, card in enumerate(self._cards):
            card.role.card_wanted.connect(self.role_card_wanted)
            card.role.given.connect(self.role_given)
            self._column.insertWidget(at, card.frame)

    def show_roles(self, roles: Iterable[OpenRole]) -> None:
        """Offer each open role at its section."""
        by_section = {role.section: role for role in roles}
        for card in self._cards:
            card.offer(by_section.get(card.section.name))
        if self._offered != by_section.keys():
            self._offered = frozenset(by_section)
            self._order_tabs()
            self._level()

    def show_states(self, states: Mapping[str, FieldState]) -> None:
        """Show the rows of these fields as they stand, and hide all others."""
        self._states, self._shown = states, set()
        names = self._in_order(states)
        new = [name for name in names if name not in self._rows]
        later = frozenset(new if len(new) > _AT_ONCE else ())
        self._fill([name for name in names if name not in later])
        if len(self._laid) < len(names):
            self._make_more_soon()

    def row(self, name: str) -> FieldRow | None:
        """Give the row of a field that is asked for."""
        if name in self._states and name not in self._laid:
            self._fill([*self._laid, name])
        return self._rows.get(name) if name in self._laid else None

    def show_address(self, told: AddressTold) -> None:
        """Show what the tables of units say to an address, where its field is still there."""
        row = self._rows.get(told.asked.field)
        if row is not None:
            row.show_address(told)
            if not told.asked.being_typed:
                self._order_tabs()

    def first_row(self) -> FieldRow | None:
        """Give the row at the top."""
        return next((self._rows[name] for name in self._in_order(self._laid)), None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use one column where two would be too narrow."""
        super().resizeEvent(event)
        room = self.width() // max(1, self.fontMetrics().averageCharWidth())
        columns = 2 if room >= _LETTERS_FOR_TWO else 1
        if columns != self._columns:
            self._columns = columns
            self._lay(self._laid)
        self._level()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            for card in self._cards:
                card.say()
            for row in self._rows.values():
                row.retranslate()
            self._level()
        super().changeEvent(event)

    def _make_more_soon(self) -> None:
        if not self._is_making:
            self._is_making = True
            self._turns.take(self._make_more)

    def _make_more(self) -> None:
        """Make the next rows for as long as one turn of the event loop may take."""
        self._is_making = False
        begun = monotonic()
        names = set(self._laid)
        for name in self._in_order(self._states):
            if name not in names:
                self._show(name)
                names.add(name)
                if monotonic() - begun > _TURN_S:
                    break
        self._fill(names)
        if len(names) < len(self._states):
            self._make_more_soon()

    def _fill(self, names: Collection[str]) -> None:
        """Make what is not there yet, show how it stands, and lay sections anew where fields came or went."""
        for name in names:
            self._show(name)
        changed = self._laid.symmetric_difference(names)
        if changed:
            self._laid = frozenset(names)
            self._lay(changed)
            if len(self._laid) == len(self._states):  # Qt ties knots where an order grows piece by piece
                self._order_tabs()
        self._level()

    def _show(self, name: str) -> None:
        if name not in self._shown:
            self._row(name).show_state(self._states[name])
            self._shown.add(name)

    def _lay(self, changed: Iterable[str]) -> None:
        for name, row in self._rows.items():
            if name not in self._laid:
                row.hide()
        for card in self._cards:
            if card.names(changed):
                card.lay([self._rows[name] for name in card.names(self._laid)], self._columns)

    def _level(self) -> None:
        for card in self._cards:
            card.level(self.width() - GRID)

    def _order_tabs(self) -> None:
        """Let Tab go from field to field as they stand, whenever they were made."""
        stops = [stop for card in self._cards for stop in self._stops(card)]
        for first, second in pairwise(stops):
            QWidget.setTabOrder(first, second)

    def _stops(self, card: SectionCard) -> list[QWidget]:
        rows = (self._rows[name] for name in card.names(self._laid))
        return [*card.role.stops(), *(stop for row in rows for stop in row.stops())]

    def _row(self, name: str) -> FieldRow:
        if name not in self._rows:
            card = next(card for card in self._cards if card.names((name,)))
            field = next(field for field in card.section.fields if field.name == name)
            row = self._rows[name] = FieldRow(field)
            row.setParent(card.frame)
            row.edited.connect(self.edited)
            row.settled.connect(self.settled)
            row.restore_asked.connect(self.restore_asked)
            row.address_asked.connect(self.address_asked)
        return self._rows[name]

    def _in_order(self, names: Iterable[str]) -> list[str]:
        asked = frozenset(names)
        return [name for card in self._cards for name in card.names(asked)]

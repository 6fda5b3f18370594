"""Fields that hold an address: units are offered while it is typed, and an older one is said as of today."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.domain.address import AddressToday
from counter_app.ui.widgets.field_area import AreaEditor
from counter_app.ui.widgets.field_proposals import ProposalList
from counter_app.ui.widgets.field_today import TodayLine
from forms.definition import Field

_FORMERLY = "_formerly"


@dataclass(frozen=True, slots=True)
class AddressAsked:
    """An address as it stands in a field: its end to be completed while ``being_typed``, else to be read.

    ``cell`` names the cell of a field that is a table.
    """

    field: str
    text: str
    being_typed: bool
    cell: str = ""


@dataclass(frozen=True, slots=True)
class AddressTold:
    """What the tables of units say to a question; None where they say nothing."""

    asked: AddressAsked
    today: AddressToday | None


class AddressEditor(QWidget):
    """Asks about what stands in it; what it is told about another text it passes over."""

    edited = Signal()
    settled = Signal()
    asked = Signal(object)
    """Carries the AddressAsked."""
    taken = Signal()
    """Says that today's units were taken over for what stood here."""

    def __init__(self, field: Field, name: str) -> None:
        super().__init__()
        self._field = field
        self._place = name.removeprefix("field_")
        self.setObjectName(f"address_{self._place}")
        self._area = AreaEditor(field, name)
        self._area.installEventFilter(self)
        self._area.edited.connect(self._on_edited)
        self._area.settled.connect(self.settled)
        self._told = AddressTold(AddressAsked(field.name, "", being_typed=False), None)
        self._read = ""
        self._list: ProposalList | None = None
        self._today: TodayLine | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)
        self._column.addWidget(self._area)
        self.setFocusProxy(self._area)

    def value(self) -> str:
        """Give what stands here as canonical text."""
        return self._area.value()

    def show_value(self, value: str) -> None:
        """Show a value, and ask what it is today; of a field that asks for the older address nothing is."""
        self._area.show_value(value)
        if value == self._read or any(source.fact.endswith(_FORMERLY) for source in self._field.facts):
            return
        self._read = value
        self._say_today(None)
        if value:
            self.asked.emit(AddressAsked(self._field.name, value, being_typed=False))

    def show_told(self, told: AddressTold) -> None:
        """Show what the tables say to what stands here."""
        if told.asked.text != (self._area.toPlainText() if told.asked.being_typed else self.value()):
            return
        if told.asked.being_typed:
            self._offer(told)
        else:
            self._told = told
            self._say_today(told.today)

    def take_today(self) -> None:
        """Take today's units over, or offer those among which the official must choose."""
        today = self._told.today
        if today is None or self._today is None or self._today.isHidden():
            return
        if today.is_found:
            self._take(self._told, today.units[0])
        else:
            self._area.setFocus()
            self._offer(self._told)

    def show_locked(self, *, locked: bool) -> None:
        """Let the value be read and copied only, or be changed."""
        self._area.show_locked(locked=locked)

    def show_state(self, state: str) -> None:
        """Give the edge of what is missing, wrong or locked."""
        self._area.show_state(state)

    def retranslate(self) -> None:
        """Leave its words to the line that says them."""

    def stops(self) -> tuple[QWidget, ...]:
        """Give what Tab stops at."""
        return (self._area, *([self._today.stop] if self._today is not None else []))

    def setAccessibleName(self, name: str) -> None:
        """Let the text itself be called so."""
        self._area.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        """Let the text itself be described so."""
        self._area.setAccessibleDescription(description)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lead through the list by the keys of the text, and put it away when the text is left."""
        if self._list is not None and watched is self._area:
            if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
                return self._list.take_key(event)
            if event.type() is QEvent.Type.FocusOut:
                self._list.hide()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave no list behind."""
        if self._list is not None:
            self._list.hide()
        super().hideEvent(event)

    def _on_edited(self) -> None:
        self._say_today(None)
        self._read = ""
        self.edited.emit()
        text = self._area.toPlainText()
        if self._area.hasFocus() and self._area.textCursor().atEnd():
            self.asked.emit(AddressAsked(self._field.name, text, being_typed=True))
        elif self._list is not None:
            self._list.hide()

    def _offer(self, told: AddressTold) -> None:
        if told.today is None or not self._area.hasFocus():
            return
        if self._list is None:
            self._list = ProposalList(f"proposals_{self._place}", self._area)
            self._list.chosen.connect(self._on_chosen)
        self._told = told
        self._list.offer(told.today.units)

    def _on_chosen(self, units: str) -> None:
        self._take(self._told, units)

    def _take(self, told: AddressTold, units: str) -> None:
        """Write house and street before the units; what was typed goes on being typed."""
        if told.today is None:
            return
        whole = told.today.whole(units)
        if told.asked.being_typed:
            self._area.selectAll()
            self._area.insertPlainText(whole)
        else:
            self._say_today(None)
            self._area.show_value(whole)
            self.taken.emit()

    def _say_today(self, today: AddressToday | None) -> None:
        if self._today is None and today is not None:
            self._today = TodayLine(self._place)
            self._today.wanted.connect(self.take_today)
            self._column.addWidget(self._today)
            QWidget.setTabOrder(self._area, self._today.stop)
        if self._today is not None:
            self._today.setVisible(today is not None)
            if today is not None:
                self._today.say(today)

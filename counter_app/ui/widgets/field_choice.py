"""Fields that offer their answers: a row of radio buttons where there is room, else a list."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QComboBox,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from counter_app.ui.widgets.field_line import show_edge
from counter_app.ui.widgets.field_words import choice_label, yes_no
from counter_app.ui.widgets.parts import GRID
from forms.definition import Choice, Field, FieldKind

_MOST_RADIOS = 4
_MOST_LETTERS = 76
_HALF_ROW = 34
_PER_RADIO = 4
"""Letters that a radio button's circle and gap take the room of."""


def offered(field: Field) -> tuple[Choice, ...]:
    """List the answers of a choice or yes-or-no field."""
    return yes_no() if field.kind is FieldKind.YES_NO else field.choices


def letters_of(field: Field) -> int:
    """Count the letters that a row of radio buttons would need, in the longer of both languages."""
    words = offered(field)
    return max(
        sum(len(choice.label) + _PER_RADIO for choice in words),
        sum(len(choice.label_en) + _PER_RADIO for choice in words),
    )


def fits_half(field: Field) -> bool:
    """Say whether the answers fit beside another field."""
    return letters_of(field) <= _HALF_ROW or not has_radios(field)


def has_radios(field: Field) -> bool:
    """Say whether all answers are shown at once."""
    return len(offered(field)) <= _MOST_RADIOS and letters_of(field) <= _MOST_LETTERS


class ChoiceList(QComboBox):
    """A list that opens on demand; the wheel scrolls the page and never changes the answer."""

    settled = Signal()

    def __init__(self, field: Field, name: str) -> None:
        super().__init__()
        self._field = field
        self.setObjectName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.addItem("", "")
        for choice in offered(field):
            self.addItem(choice_label(choice), choice.value)
        self.activated.connect(self.settled)

    def value(self) -> str:
        """Give the chosen value."""
        return str(self.currentData() or "")

    def show_value(self, value: str) -> None:
        """Choose a value; nothing where it is none of those offered."""
        self.setCurrentIndex(max(0, self.findData(value)))

    def show_state(self, state: str) -> None:
        """Give the edge of what is missing or wrong."""
        show_edge(self, state)

    def retranslate(self) -> None:
        """Name the answers in the language that is worn."""
        for at, choice in enumerate(offered(self._field), 1):
            self.setItemText(at, choice_label(choice))

    def stops(self) -> tuple[QWidget, ...]:
        """Give what Tab stops at."""
        return (self,)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()


class RadioRow(QWidget):
    """All answers beside each other, or below each other where that is too wide."""

    settled = Signal()

    def __init__(self, field: Field, name: str) -> None:
        super().__init__()
        self._field = field
        self._group = QButtonGroup(self)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(GRID // 2, 0, 0, 0)
        self._row.setSpacing(2 * GRID)
        self._radios = {choice.value: self._radio(choice, name) for choice in offered(field)}
        self._row.addStretch(1)
        self._group.buttonClicked.connect(self.settled)
        self.setFocusProxy(next(iter(self._radios.values())))

    def value(self) -> str:
        """Give the chosen value."""
        return next((value for value, radio in self._radios.items() if radio.isChecked()), "")

    def show_value(self, value: str) -> None:
        """Choose a value; nothing where it is none of those offered."""
        if self.value() == value:
            return
        self._group.setExclusive(False)
        for name, radio in self._radios.items():
            radio.setChecked(name == value)
        self._group.setExclusive(True)
        self.setFocusProxy(self._radios.get(value, next(iter(self._radios.values()))))

    def show_state(self, state: str) -> None:
        """Give every circle the edge of what is missing or wrong."""
        for radio in self._radios.values():
            show_edge(radio, state)

    def retranslate(self) -> None:
        """Name the answers in the language that is worn."""
        for choice in offered(self._field):
            self._radios[choice.value].setText(choice_label(choice).replace("&", "&&"))

    def stops(self) -> tuple[QWidget, ...]:
        """Give what Tab stops at."""
        return tuple(self._radios.values())

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of the widest answer only."""
        hint = super().minimumSizeHint()
        return QSize(max(radio.sizeHint().width() for radio in self._radios.values()), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the answers below each other where they do not fit."""
        super().resizeEvent(event)
        needed = sum(radio.sizeHint().width() + self._row.spacing() for radio in self._radios.values())
        beside = needed <= self.width() + self._row.spacing()
        self._row.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )
        self._row.setSpacing(2 * GRID if beside else 0)

    def _radio(self, choice: Choice, name: str) -> QRadioButton:
        radio = QRadioButton(choice_label(choice).replace("&", "&&"))
        radio.setObjectName(f"{name}_{choice.value}")
        self._group.addButton(radio)
        self._row.addWidget(radio)
        return radio


class ChoiceEditor(QWidget):
    """A choice that may be locked: then its answer stands there as words."""

    edited = Signal()
    settled = Signal()

    def __init__(self, field: Field, name: str) -> None:
        super().__init__()
        self._field = field
        self._locked_line: QLineEdit | None = None
        self.setObjectName(name)
        self._offer = RadioRow(field, name) if has_radios(field) else ChoiceList(field, f"{name}_list")
        self._offer.settled.connect(self.settled)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._offer)
        self.setFocusProxy(self._offer)

    def value(self) -> str:
        """Give the chosen value."""
        return self._offer.value()

    def show_value(self, value: str) -> None:
        """Choose a value."""
        self._offer.show_value(value)
        self._say_locked()

    def show_locked(self, *, locked: bool) -> None:
        """Show the answer as words that can only be read, or offer the answers again."""
        if locked and self._locked_line is None:
            self._locked_line = QLineEdit()
            self._locked_line.setReadOnly(True)
            self._locked_line.setObjectName(f"{self.objectName()}_locked")
            self._locked_line.setProperty("state", "locked")
            self._column.addWidget(self._locked_line)
        if self._locked_line is not None:
            self._locked_line.setVisible(locked)
        self._offer.setVisible(not locked)
        self._say_locked()
        self.setFocusProxy(self._locked_line if locked and self._locked_line else self._offer)

    def show_state(self, state: str) -> None:
        """Give the edge of what is missing or wrong."""
        self._offer.show_state("" if state == "locked" else state)

    def retranslate(self) -> None:
        """Name the answers in the language that is worn."""
        self._offer.retranslate()
        self._say_locked()

    def stops(self) -> tuple[QWidget, ...]:
        """Give what Tab stops at."""
        locked = (self._locked_line,) if self._locked_line is not None else ()
        return (*self._offer.stops(), *locked)

    def _say_locked(self) -> None:
        if self._locked_line is not None:
            named = {choice.value: choice_label(choice) for choice in offered(self._field)}
            self._locked_line.setText(named.get(self.value(), self.value()))
            self._locked_line.setAccessibleName(self.accessibleName())

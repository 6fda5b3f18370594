"""Who serves at which counter: asked once, kept, and changed from the bar at the top."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from counter_app.domain.office import Duty
from counter_app.ui.widgets.parts import GRID, card, label

_WIDEST = 640
_LONGEST_NAME = 120
_LONGEST_COUNTER = 40


@dataclass(frozen=True, slots=True)
class DutyGiven:
    """What the official entered."""

    full_name: str
    counter: str


class DutyScreen(QWidget):
    """Two fields, for papers carry the name of who received; sign-in proper is another matter."""

    duty_given = Signal(object)
    """Carries DutyGiven."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("duty_screen")
        self.primary = QAction(self)
        self.primary.setObjectName("take_over")
        self.primary.triggered.connect(self._on_taken_over)
        self.secondary: tuple[QAction, ...] = ()
        self._title = label(look="title")
        self._hint = label(look="hint", wraps=True)
        self._office = label(look="strong", name="duty_office", wraps=True)
        self._name = _line("duty_name", _LONGEST_NAME)
        self._counter = _line("duty_counter", _LONGEST_COUNTER)
        self._labels = {part: QLabel() for part in ("office", "name", "counter")}
        self._lay_out()
        self._retranslate()

    def show_duty(self, duty: Duty) -> None:
        """Show who is on duty, ready to be changed."""
        self._office.setText(duty.office.name)
        self._name.setText(duty.official.full_name)
        self._counter.setText(duty.counter)

    def first_focus(self) -> QWidget:
        """Give the field to begin with."""
        return self._name

    def reset(self) -> None:
        """Hold nothing of a citizen, so empty nothing."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        fields = QFormLayout()
        fields.setSpacing(GRID)
        fields.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        given: dict[str, QWidget] = {"office": self._office, "name": self._name, "counter": self._counter}
        for part, field in given.items():
            self._labels[part].setBuddy(field)
            fields.addRow(self._labels[part], field)
        column = QVBoxLayout()
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addSpacing(GRID)
        column.addLayout(fields)
        sheet = card(column)
        sheet.setMaximumWidth(_WIDEST)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        whole.addWidget(sheet)
        whole.addStretch(1)

    def _retranslate(self) -> None:
        self.primary.setText(self.tr("Start serving"))
        self._title.setText(self.tr("Who serves at this counter?"))
        self._hint.setText(self.tr("Every paper carries the name of the official who received the dossier."))
        self._labels["office"].setText(self.tr("Office"))
        self._labels["name"].setText(self.tr("&Full name of the official"))
        self._labels["counter"].setText(self.tr("&Counter"))
        self._name.setAccessibleName(self.tr("Full name of the official"))
        self._counter.setAccessibleName(self.tr("Counter"))

    def _on_taken_over(self) -> None:
        self.duty_given.emit(DutyGiven(self._name.text(), self._counter.text()))


def _line(name: str, longest: int) -> QLineEdit:
    made = QLineEdit()
    made.setObjectName(name)
    made.setMaxLength(longest)
    return made

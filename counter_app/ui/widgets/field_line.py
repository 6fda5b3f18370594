"""Fields of one line: names, dates typed freely, numbers, telephone and e-mail."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from counter_app.ui.widgets.parts import set_look
from forms.canonical import canonical
from forms.definition import Field, FieldKind
from forms.wording import short_date

_MOST_LETTERS = 1000
_THREES = re.compile(r"[0-9]{3}(?=[0-9])")
_FIGURES = (FieldKind.DATE, FieldKind.NUMBER, FieldKind.CITIZEN_ID, FieldKind.PHONE)
_HINTS = {
    FieldKind.NUMBER: Qt.InputMethodHint.ImhDigitsOnly,
    FieldKind.CITIZEN_ID: Qt.InputMethodHint.ImhDigitsOnly,
    FieldKind.PHONE: Qt.InputMethodHint.ImhDialableCharactersOnly,
    FieldKind.EMAIL: Qt.InputMethodHint.ImhEmailCharactersOnly,
}


def written(field: Field, value: str) -> str:
    """Write a canonical value as an official reads it: 15/03/1999, 000 199 012 345."""
    if field.kind is FieldKind.DATE:
        return short_date(value)
    if field.kind is FieldKind.CITIZEN_ID and value.isdigit():
        return _THREES.sub(r"\g<0> ", value)
    return value


def show_edge(widget: QWidget, state: str) -> None:
    """Give a widget the edge of what is missing, wrong or locked; before its first sight at no cost."""
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        set_look(widget, "state", state)
    else:
        widget.setProperty("state", state)


class LineEditor(QLineEdit):
    """Takes what is typed as it is typed, and writes it tidily when it is left."""

    edited = Signal()
    settled = Signal()

    def __init__(self, field: Field, name: str) -> None:
        super().__init__()
        self._field = field
        self.setObjectName(name)
        self.setMaxLength(_MOST_LETTERS)
        self.setInputMethodHints(_HINTS.get(field.kind, Qt.InputMethodHint.ImhNone))
        if field.kind in _FIGURES:
            self.setProperty("look", "code")
        self.textEdited.connect(self.edited)

    def value(self) -> str:
        """Give what stands here as canonical text."""
        return str(canonical(self._field, self.text()))

    def show_value(self, value: str) -> None:
        """Show a value, from its beginning; what already means the same stays as it is written."""
        if self.value() != value:
            self.setText(written(self._field, value))
            self.setCursorPosition(0)

    def show_locked(self, *, locked: bool) -> None:
        """Let the value be read and copied only, or be changed."""
        self.setReadOnly(locked)

    def show_state(self, state: str) -> None:
        """Give the edge of what is missing, wrong or locked."""
        show_edge(self, state)

    def retranslate(self) -> None:
        """Hold no words of its own."""

    def stops(self) -> tuple[QLineEdit, ...]:
        """Give what Tab stops at."""
        return (self,)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark the whole value where Tab brought the cursor."""
        super().focusInEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write the value tidily."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.settled.emit()
            self._tidy()

    def _tidy(self) -> None:
        tidily = written(self._field, self.value())
        if self.text() != tidily:
            self.setText(tidily)
        if not self.hasSelectedText():
            self.setCursorPosition(0)

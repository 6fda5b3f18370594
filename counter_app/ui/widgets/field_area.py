"""Fields that wrap: long text, and addresses and long lines, which hold no line breaks."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from counter_app.ui.widgets.field_line import show_edge
from forms.canonical import canonical
from forms.definition import Field, FieldKind

_MOST_LINES = 8
_DOCUMENT_MARGIN = 2
_ROOM_ABOVE = 0.2
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AreaEditor(QPlainTextEdit):
    """Grows with its text, up to a height from which it scrolls."""

    edited = Signal()
    settled = Signal()

    def __init__(self, field: Field, name: str) -> None:
        super().__init__()
        self._field = field
        self._showing = False
        self.setObjectName(name)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(_DOCUMENT_MARGIN)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._on_text_changed)

    def value(self) -> str:
        """Give what stands here as canonical text."""
        return str(canonical(self._field, self.toPlainText()))

    def show_value(self, value: str) -> None:
        """Show a value; what already means the same stays as it is written."""
        if self.value() != value:
            self._showing = True
            self.setPlainText(value)
            self._showing = False

    def show_locked(self, *, locked: bool) -> None:
        """Let the value be read and copied only, or be changed."""
        self.setReadOnly(locked)
        if locked:
            keys = (
                Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
            )
            self.setTextInteractionFlags(keys)

    def show_state(self, state: str) -> None:
        """Give the edge of what is missing, wrong or locked."""
        show_edge(self, state)

    def retranslate(self) -> None:
        """Hold no words of its own."""

    def stops(self) -> tuple[QPlainTextEdit, ...]:
        """Give what Tab stops at."""
        return (self,)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter to the screen, except in long text, where it makes a new line."""
        breaks = self._field.kind is FieldKind.LONG_TEXT and not self.isReadOnly()
        if event.key() in _ENTER and (not breaks or event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the field was left."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.settled.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the text needs at the new width."""
        super().resizeEvent(event)
        self._fit()

    def _on_text_changed(self) -> None:
        self._fit()
        if not self._showing:
            self.edited.emit()

    def _fit(self) -> None:
        self._be_as_high_as_a_line()
        needed = max(self.document().size().height(), self._fewest())
        lines = min(needed, _MOST_LINES)
        around = self.height() - self.viewport().height() + 2 * round(self.document().documentMargin())
        self.setFixedHeight(math.ceil(lines * self.fontMetrics().lineSpacing()) + around)
        scrolls = needed > _MOST_LINES
        always, never = Qt.ScrollBarPolicy.ScrollBarAsNeeded, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(always if scrolls else never)

    def _be_as_high_as_a_line(self) -> None:
        """Give one line of words the room that it has in a field of one line."""
        above = round(self.fontMetrics().lineSpacing() * _ROOM_ABOVE)
        if self.viewportMargins().top() != above:
            self.setViewportMargins(0, above, 0, above)

    def _fewest(self) -> int:
        return 2 if self._field.kind is FieldKind.LONG_TEXT else 1

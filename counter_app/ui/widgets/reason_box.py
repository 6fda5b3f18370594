"""Why something is done: the usual reasons at a touch, a line for another one, and what then happens."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from counter_app.ui.widgets.parts import GRID, button, label

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LONGEST_REASON = 300


class ReasonBox(QWidget):
    """Takes a usual reason into its line, where it can be changed; nothing happens before it is confirmed."""

    confirmed = Signal(str)
    """Carries the reason as it will be kept and printed: in Vietnamese, whatever the window speaks."""
    dismissed = Signal()

    def __init__(self, name: str, usual: Mapping[str, str], *, look: str = "primary") -> None:
        super().__init__()
        self.setObjectName(name)
        self._question = label(look="label", wraps=True)
        self._quick = [button(words, "row", name=f"{name}_{key}") for key, words in usual.items()]
        for made, words in zip(self._quick, usual.values(), strict=True):
            made.clicked.connect(lambda _=False, words=words: self._take(words))
        self._line = QLineEdit()
        self._line.setObjectName(f"{name}_line")
        self._line.setMaxLength(LONGEST_REASON)
        self._line.textChanged.connect(self._show_state)
        self._confirm = button("", look, name=f"{name}_confirm")
        self._confirm.clicked.connect(self._on_confirmed)
        self._leave = button("", "quiet", name=f"{name}_leave")
        self._leave.clicked.connect(self.dismissed)
        self._lay_out()
        self._show_state()

    def say(self, question: str, confirm: str, leave: str) -> None:
        """Give the words of the question and of the two buttons."""
        self._question.setText(question)
        self._line.setPlaceholderText(question)
        self._line.setAccessibleName(question)
        self._confirm.setText(confirm)
        self._leave.setText(leave)

    def begin(self) -> None:
        """Ask anew."""
        self._line.clear()
        first = self._quick[0] if self._quick else self._line
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter do what stands in focus and nothing of the screen's, and Esc take the question away."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
        elif event.key() in _ENTER:
            focused = next((made for made in (*self._quick, self._leave) if made.hasFocus()), self._confirm)
            focused.click()
        else:
            super().keyPressEvent(event)

    def _take(self, words: str) -> None:
        self._line.setText(words)
        self._confirm.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_state(self) -> None:
        self._confirm.setEnabled(bool(self._line.text().strip()))

    def _on_confirmed(self) -> None:
        self.confirmed.emit(" ".join(self._line.text().split()))

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addWidget(self._confirm)
        foot.addWidget(self._leave)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        for part in (self._question, *self._quick, self._line):
            column.addWidget(part)
        column.addSpacing(GRID // 2)
        column.addLayout(foot)

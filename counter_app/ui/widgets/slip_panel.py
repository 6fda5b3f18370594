"""A card of questions that a slip asks before it is printed: lines to type on, buttons, Enter and Esc."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from counter_app.ui.widgets.page_facts import FactsCard
from counter_app.ui.widgets.parts import GRID, Button, button, label

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LONGEST = 300


class SlipPanel(FactsCard):
    """Asks in place; Enter takes the first button, Esc leaves everything as it is."""

    dismissed = Signal()

    def __init__(self, heading: str, name: str) -> None:
        super().__init__(heading, name)
        self._name = name
        self._lines: list[QLineEdit] = []
        self._parts: dict[QWidget, QWidget] = {}
        self._foot = QHBoxLayout()
        self._foot.setSpacing(GRID)
        self._first: Button | None = None

    def add_question(self, key: str, question: str, said: str = "") -> QLineEdit:
        """Add a line to type on, with what it is for above it."""
        line = QLineEdit(said)
        line.setObjectName(f"{self._name}_{key}")
        line.setAccessibleName(question)
        line.setMaxLength(_LONGEST)
        self._lines.append(line)
        self._add_under(question, line)
        return line

    def add_choice(self, key: str, question: str, choices: Mapping[str, object]) -> QComboBox:
        """Add a list to choose from; each entry is its words and what they stand for."""
        made = QComboBox()
        made.setObjectName(f"{self._name}_{key}")
        made.setAccessibleName(question)
        for words, value in choices.items():
            made.addItem(words, value)
        self._add_under(question, made)
        return made

    def ask_for(self, editor: QWidget, *, asked: bool) -> None:
        """Ask a question that was added, or leave it out."""
        self._parts[editor].setVisible(asked)

    def add_usual(self, line: QLineEdit, usual: tuple[str, ...]) -> list[Button]:
        """Offer words that are often wanted on a line, each on a button of its own."""
        offered = [
            button(words, "row", name=f"{line.objectName()}_usual_{at}") for at, words in enumerate(usual)
        ]
        for made, words in zip(offered, usual, strict=True):
            made.clicked.connect(lambda _=False, words=words: self._take(line, words))
            self.add_part(made)
        return offered

    def add_button(
        self, words: str, done: Callable[[], None], *, look: str = "secondary", key: str
    ) -> Button:
        """Add a button at the foot; Enter on any line takes the first of them."""
        made = button(words, look, name=f"{self._name}_{key}")
        made.clicked.connect(lambda _=False: done())
        self._foot.addWidget(made)
        self._first = self._first or made
        return made

    def finish(self) -> None:
        """Put the buttons below everything that was added."""
        self._foot.addStretch(1)
        foot = QWidget()
        foot.setLayout(self._foot)
        self._foot.setContentsMargins(0, GRID // 2, 0, 0)
        self.add_part(foot)

    def begin(self) -> None:
        """Bring the cursor to where typing begins."""
        start = next((line for line in self._lines if not line.text()), None) or self._first or self
        start.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter and Esc from the screen behind."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
        elif event.key() in _ENTER:
            pressed = next((one for one in self.findChildren(QAbstractButton) if one.hasFocus()), self._first)
            if pressed:
                pressed.click()
        else:
            super().keyPressEvent(event)

    def _add_under(self, question: str, editor: QWidget) -> None:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, GRID // 2, 0, 0)
        column.setSpacing(2)
        column.addWidget(label(question, "label", wraps=True))
        column.addWidget(editor)
        self._parts[editor] = part
        self.add_part(part)

    def _take(self, line: QLineEdit, words: str) -> None:
        line.setText(words)
        line.setFocus(Qt.FocusReason.OtherFocusReason)

"""What is told to a citizen in place of a dossier: the sentence, its law, and the former number."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from counter_app.services.spoken import SpokenAnswer
from counter_app.ui.widgets.parts import GRID, button, label


class SpokenCard(QFrame):
    """The number is masked until somebody holds the eye in view of the desk; nothing is received here."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("spoken_card")
        self.setProperty("look", "card")
        self._answer: SpokenAnswer | None = None
        self._heading = label(look="heading", wraps=True)
        self._words = label(name="spoken_words", wraps=True)
        self._law = label(look="hint", name="spoken_law", wraps=True)
        self._whose = label(look="label")
        self._number = label(look="code", name="spoken_number")
        self._from = label(look="hint", name="spoken_from", wraps=True)
        self._eye = button("", "icon", "eye", name="reveal_spoken_number")
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._say)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for part in (self._whose, self._number, self._eye):
            row.addWidget(part)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID + 4, 2 * GRID, GRID + 4)
        column.setSpacing(GRID)
        column.addWidget(self._heading)
        column.addWidget(self._words)
        column.addLayout(row)
        for line in (self._from, self._law):
            column.addWidget(line)
        self.show_answer(None)

    def show_answer(self, answer: SpokenAnswer | None) -> None:
        """Show an answer with its number masked, or nothing."""
        self._answer = answer
        self._eye.setChecked(False)
        self._say()
        self.setVisible(answer is not None)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        answer = self._answer
        self._heading.setText(self.tr("Answered at once, nothing is received"))
        self._eye.setAccessibleName(self.tr("Show the whole number"))
        self._eye.setToolTip(self.tr("Show the whole number"))
        if answer is None:
            for line in (self._words, self._law, self._whose, self._number, self._from):
                line.clear()
            return
        self._words.setText(answer.words)
        self._law.setText(self.tr("By: {law}").format(law=answer.law))
        self._whose.setText(self.tr("Nine-digit number of {name}").format(name=answer.full_name))
        self._number.setText(answer.former_id if self._eye.isChecked() else answer.masked)
        self._eye.setVisible(bool(answer.former_id))
        self._from.setText(self._origin(answer))

    def _origin(self, answer: SpokenAnswer) -> str:
        if not answer.former_id:
            return self.tr("Neither card nor record holds one; look into VNeID.")
        return self.tr("Read from the card") if answer.from_card else self.tr("From the population record")

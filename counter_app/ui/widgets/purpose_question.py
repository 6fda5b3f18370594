"""What a dossier is opened for: asked before anything of it is seen, answered by one key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from counter_app.domain.look import ASKED, Purpose
from counter_app.ui.widgets.page_words import purpose_words
from counter_app.ui.widgets.parts import GRID, Button, button, label


class PurposeQuestion(QFrame):
    """Hidden until it is asked; a figure, or Enter on an answer, opens, and Esc leaves the dossier shut."""

    answered = Signal(str, object)
    """Carries the dossier's id and the Purpose."""
    dismissed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("purpose_question")
        self.setProperty("look", "panel")
        self._dossier_id = ""
        self._question = label(look="strong", name="purpose_label", wraps=True)
        self._answers = tuple(self._answer(purpose) for purpose in ASKED)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.setSpacing(GRID // 2)
        column.addWidget(self._question)
        for made in self._answers:
            column.addWidget(made)
        self._retranslate()
        self.hide()

    def ask(self, dossier_id: str) -> None:
        """Ask about a dossier and take the keys."""
        self._dossier_id = dossier_id
        self.show()
        self._answers[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focused(self) -> bool:
        """Give the answer that has the focus, and say whether one had."""
        at = self._focused()
        if at is not None:
            self._give(ASKED[at])
        return at is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by a figure, go along the answers by the arrows, or leave by Esc."""
        at = event.key() - Qt.Key.Key_1
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.dismissed.emit()
        elif 0 <= at < len(ASKED):
            self._give(ASKED[at])
        elif step:
            self._go(step)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _answer(self, purpose: Purpose) -> Button:
        made = button("", "row", name=f"purpose_{purpose}")
        made.clicked.connect(lambda: self._give(purpose))
        return made

    def _give(self, purpose: Purpose) -> None:
        self.hide()
        self.answered.emit(self._dossier_id, purpose)

    def _go(self, step: int) -> None:
        at = (self._focused() or 0) + step
        self._answers[at % len(self._answers)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _focused(self) -> int | None:
        return next((at for at, made in enumerate(self._answers) if made.hasFocus()), None)

    def _retranslate(self) -> None:
        self._question.setText(self.tr("What is this dossier opened for? It is kept in history."))
        for key, (made, purpose) in enumerate(zip(self._answers, ASKED, strict=True), 1):
            words = purpose_words(purpose)
            made.setText(f"{key}  {words[:1].upper()}{words[1:]}")

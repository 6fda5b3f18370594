"""Above a form: a card was read while several of its roles are open; asks whose it is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from counter_app.ui.widgets.page_facts import emptied
from counter_app.ui.widgets.parts import GRID, Button, button, label

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class RoleOffer:
    """A role that the card may be for, and what it is called."""

    role: str
    called: str


class RoleQuestion(QFrame):
    """One row a role, and one for somebody who has nothing to do with this form; unseen until it asks."""

    role_chosen = Signal(object)
    """Carries the RoleOffer."""
    other_chosen = Signal()
    """The card is another citizen's, who is to be served instead."""
    closed = Signal()
    """Nothing is to be done with the card."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("role_question")
        self.setProperty("look", "card")
        self._offers: tuple[RoleOffer, ...] = ()
        self._name = ""
        self._words = label(look="strong", name="role_question_words", wraps=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(GRID // 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID + 4, 2 * GRID, GRID + 4)
        column.setSpacing(GRID)
        column.addWidget(self._words)
        column.addLayout(self._rows)
        self.hide()

    def ask(self, name: str, offers: tuple[RoleOffer, ...]) -> None:
        """Ask whose card it is; without a legible name it is called the card that was read."""
        self._name, self._offers = name, offers
        self._say()
        self.show()
        first = self.findChild(Button, "whose_card_0")
        if first:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_question(self) -> None:
        """Ask no more, and forget the card."""
        self._name, self._offers = "", ()
        emptied(self._rows)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter take the row in focus, the arrows move, and Esc leave the card alone."""
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self._end(self.closed)
        elif event.key() in _ENTER and isinstance(focused, Button):
            focused.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange and self._offers:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        words = self.tr("The card of {name} was read. Whose is it?")
        self._words.setText(words.format(name=self._name) if self._name else self.tr("Whose card was read?"))
        emptied(self._rows)
        for at, offer in enumerate(self._offers):
            row = self._row(offer.called, "id-card", f"whose_card_{at}")
            row.clicked.connect(lambda _=False, offer=offer: self._choose(offer))
        other = self._row(
            self.tr("Somebody else: set this visit aside, serve that person"), "users", "no_role"
        )
        other.clicked.connect(lambda: self._end(self.other_chosen))
        nobody = self._row(self.tr("Nobody: leave the card alone (Esc)"), "x", "no_card")
        nobody.clicked.connect(lambda: self._end(self.closed))

    def _row(self, words: str, icon: str, name: str) -> Button:
        made = button(words.replace("&", "&&"), "row", icon, name=name)
        made.setAccessibleName(words)
        self._rows.addWidget(made)
        return made

    def _choose(self, offer: RoleOffer) -> None:
        self.close_question()
        self.role_chosen.emit(offer)

    def _end(self, how: SignalInstance) -> None:
        self.close_question()
        how.emit()

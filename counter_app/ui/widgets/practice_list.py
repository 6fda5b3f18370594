"""The invented people of the training desk, found by name and called with their card."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from counter_app.services.desk import PracticePerson
from counter_app.ui.widgets.parts import GRID, button, label
from forms.wording import fold

_MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class PracticeList(QWidget):
    """A search box over a list; Enter brings the marked person's card before the practice camera."""

    card_asked = Signal(int)
    """Carries the person's index."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("practice_list")
        self._search = _SearchBox()
        self._search.setObjectName("practice_search")
        self._search.textChanged.connect(self._on_searched)
        self._search.returnPressed.connect(self._on_called)
        self._list = QListWidget()
        self._list.setObjectName("practice_people")
        self._list.setUniformItemSizes(True)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemActivated.connect(self._on_called)
        self._search.move_in = self._list
        self._none = label(look="hint", name="practice_none", wraps=True)
        self._call = button("", "secondary", "id-card", name="practice_call")
        self._call.clicked.connect(self._on_called)
        self._lay_out()
        self._retranslate()

    def set_people(self, people: tuple[PracticePerson, ...]) -> None:
        """List these people."""
        self._list.clear()
        for person in people:
            item = QListWidgetItem(person.label, self._list)
            item.setData(Qt.ItemDataRole.UserRole, person.index)
        self._search.clear()
        self._on_searched("")

    def begin(self) -> None:
        """Put the cursor into the search box."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def clear(self) -> None:
        """Forget what was searched."""
        self._search.clear()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for part in (self._search, self._none, self._list, self._call):
            column.addWidget(part, stretch=1 if part is self._list else 0)

    def _retranslate(self) -> None:
        self._search.setPlaceholderText(self.tr("Find an invented person"))
        self._search.setAccessibleName(self.tr("Find an invented person"))
        self._list.setAccessibleName(self.tr("Invented people"))
        self._none.setText(self.tr("Nobody goes by that name. Search for a part of the name."))
        self._call.setText(self.tr("Show this &card to the camera"))

    def _on_searched(self, text: str) -> None:
        wanted, first = fold(text).strip(), None
        for row in range(self._list.count()):
            item = self._list.item(row)
            item.setHidden(wanted not in fold(item.text()))
            if first is None and not item.isHidden():
                first = item
        if first is not None:
            self._list.setCurrentItem(first)
        self._none.setVisible(first is None)
        self._call.setEnabled(first is not None)

    def _on_called(self) -> None:
        item = self._list.currentItem()
        if item is not None and not item.isHidden():
            self.card_asked.emit(item.data(Qt.ItemDataRole.UserRole))


class _SearchBox(QLineEdit):
    """Lets the arrow keys move in the list while the cursor stays in the box."""

    move_in: QListWidget | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the keys that move on to the list."""
        if self.move_in is not None and event.key() in _MOVES:
            self.move_in.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

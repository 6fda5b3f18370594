"""A few options side by side, of which one is pressed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from counter_app.ui.widgets.parts import GRID, Button, button

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class OptionRow(QWidget):
    """Offers options by a key each; the arrows go from one to the next."""

    chosen = Signal(str)
    """Carries the key of what the official has pressed."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._buttons: dict[str, Button] = {}
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GRID // 2)
        self._row.addStretch(1)

    @property
    def key(self) -> str:
        """The key of the option that is pressed, or nothing."""
        return next((key for key, made in self._buttons.items() if made.isChecked()), "")

    def offer(self, options: Sequence[tuple[str, str]], key: str) -> None:
        """Offer other options, each a key and its words; the one of ``key`` is pressed, or else the first."""
        if [known for known, _ in options] != list(self._buttons):
            self._make([known for known, _ in options])
        for known, words in options:
            self._buttons[known].setText(words)
        wanted = self._buttons.get(key) or next(iter(self._buttons.values()), None)
        if wanted:
            wanted.setChecked(True)

    def choose(self, key: str) -> None:
        """Press an option, as when another way is taken; nothing where it is not offered."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the next or the previous one."""
        step = _STEPS.get(Qt.Key(event.key()))
        keys = list(self._buttons)
        there = keys.index(self.key) + step if step and self.key else -1
        if 0 <= there < len(keys):
            self._buttons[keys[there]].setFocus(Qt.FocusReason.OtherFocusReason)
            self._buttons[keys[there]].click()
        else:
            super().keyPressEvent(event)

    def _make(self, keys: Sequence[str]) -> None:
        for gone in self._buttons.values():
            self._group.removeButton(gone)
            gone.hide()
            gone.deleteLater()
        self._buttons = {key: self._made(key) for key in keys}
        for at, made in enumerate(self._buttons.values()):
            self._row.insertWidget(at, made)

    def _made(self, key: str) -> Button:
        made = button("", "quiet", name=f"{self.objectName()}_{key}")
        made.setCheckable(True)
        made.clicked.connect(lambda: self.chosen.emit(key))
        self._group.addButton(made)
        return made

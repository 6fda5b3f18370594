"""Parts of the pages on which a desk is set up: lines to type into, and the places of its key."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QButtonGroup, QFormLayout, QLabel, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from counter_app.services.set_up import KeyChoice
from counter_app.ui.widgets.parts import GRID

_LONGEST = 200


class TypedLines(QWidget):
    """Lines to type into, one below the other, each by its key."""

    def __init__(self, keys: tuple[str, ...]) -> None:
        super().__init__()
        self._lines = {key: QLineEdit() for key in keys}
        self._labels = {key: QLabel() for key in keys}
        form = QFormLayout(self)
        form.setContentsMargins(0, GRID, 0, 0)
        form.setSpacing(GRID)
        for key, line in self._lines.items():
            line.setObjectName(f"set_up_{key}")
            line.setMaxLength(_LONGEST)
            self._labels[key].setBuddy(line)
            form.addRow(self._labels[key], line)

    def fill(self, given: Mapping[str, str]) -> None:
        """Put what is kept into the lines."""
        for key, line in self._lines.items():
            line.setText(given[key])

    def given(self) -> dict[str, str]:
        """Give what stands in each line."""
        return {key: " ".join(line.text().split()) for key, line in self._lines.items()}

    def line(self, key: str) -> QLineEdit:
        """Give the line of a key, or the first one."""
        return self._lines.get(key) or next(iter(self._lines.values()))

    def title(self, key: str) -> str:
        """Say what a line asks for."""
        return self._labels[key].text().replace("&", "")

    def name_lines(self, words: Mapping[str, str]) -> None:
        """Say what each line asks for."""
        for key, said in words.items():
            self._labels[key].setText(said)
            self._lines[key].setAccessibleName(self.title(key))

    def hide_letters(self) -> None:
        """Show dots for what is typed."""
        for line in self._lines.values():
            line.setEchoMode(QLineEdit.EchoMode.Password)


class KeyPage(QWidget):
    """The places a key may lie in, and a passphrase typed twice."""

    def __init__(self, choices: tuple[KeyChoice, ...]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._radios = {choice: QRadioButton() for choice in choices}
        self._words = TypedLines(("words", "again"))
        self._words.hide_letters()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, 0)
        column.setSpacing(GRID)
        for choice, radio in self._radios.items():
            radio.setObjectName(f"set_up_{choice}")
            self._group.addButton(radio)
            column.addWidget(radio)
        if self._radios:
            next(iter(self._radios.values())).setChecked(True)
        column.addWidget(self._words)

    @property
    def choice(self) -> KeyChoice:
        """The place that is chosen."""
        return next(choice for choice, radio in self._radios.items() if radio.isChecked())

    @property
    def is_typed_alike(self) -> bool:
        """Whether the passphrase was typed alike twice."""
        return self._words.line("words").text() == self._words.line("again").text()

    @property
    def passphrase(self) -> str:
        """The passphrase as it was typed; it may be empty."""
        return self._words.line("words").text()

    def first_focus(self) -> QWidget:
        """Begin with the place that is chosen."""
        return self._radios[self.choice]

    def name_parts(self, places: Mapping[KeyChoice, str], words: Mapping[str, str]) -> None:
        """Say what each place is, and what each line asks for."""
        for choice, radio in self._radios.items():
            radio.setText(places[choice])
        self._words.name_lines(words)

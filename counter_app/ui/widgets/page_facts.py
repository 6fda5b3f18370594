"""Facts one under the other on a card: what it is at the left, what it says at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from counter_app.ui.icons import Tint
from counter_app.ui.widgets.parts import GRID, Glyph, label


class FactsCard(QFrame):
    """A heading over rows; made anew whenever the facts change, so nothing can be left over."""

    def __init__(self, heading: str, name: str, *, label_letters: int = 13) -> None:
        super().__init__()
        self._label_letters = label_letters
        self.setObjectName(name)
        self.setProperty("look", "card")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(2 * GRID)
        self._grid.setVerticalSpacing(GRID // 2)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID + 4, 2 * GRID, GRID + 4)
        column.setSpacing(GRID)
        self._heading = label(heading, "heading", wraps=True)
        column.addWidget(self._heading)
        column.addLayout(self._grid)
        column.addStretch(1)

    def entitle(self, heading: str) -> None:
        """Give the card another heading."""
        self._heading.setText(heading)

    def add_fact(self, what: str, says: str, *, look: str = "", name: str = "") -> QLabel:
        """Add a fact; one that says nothing is shown as a dash."""
        at = self._grid.rowCount()
        value = label(says or "–", look, name=name, wraps=True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        told = label(what, "label", wraps=True)
        told.setFixedWidth(told.fontMetrics().averageCharWidth() * self._label_letters)
        self._grid.addWidget(told, at, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, at, 1)
        return value

    def add_mark(self, shape: str, tint: Tint, words: str, *, look: str = "") -> QLabel:
        """Add a line that begins with a shape."""
        line = label(words, look, wraps=True)
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GRID)
        inside.addWidget(Glyph(shape, tint), alignment=Qt.AlignmentFlag.AlignTop)
        inside.addWidget(line, stretch=1)
        self.add_part(row)
        return line

    def add_line(self, words: str, *, look: str = "hint", name: str = "") -> QLabel:
        """Add a line across both columns."""
        line = label(words, look, name=name, wraps=True)
        self._grid.addWidget(line, self._grid.rowCount(), 0, 1, 2)
        return line

    def add_part(self, part: QWidget) -> None:
        """Add a widget across both columns."""
        self._grid.addWidget(part, self._grid.rowCount(), 0, 1, 2)


def emptied(layout: QLayout) -> None:
    """Take everything out of a layout, for good."""
    while (item := layout.takeAt(0)) is not None:
        if (gone := item.widget()) is not None:
            gone.hide()
            gone.deleteLater()

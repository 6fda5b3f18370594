"""One section of a form: a heading over a grid of two columns, laid anew when other fields are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QLabel, QVBoxLayout

from counter_app.services.joining import OpenRole
from counter_app.ui.widgets.field_editor import spans_both
from counter_app.ui.widgets.field_role import RoleLine
from counter_app.ui.widgets.field_row import FieldRow
from counter_app.ui.widgets.field_words import title_of
from counter_app.ui.widgets.parts import GRID, label, surface
from forms.definition import Section

_MARGIN = 2 * GRID
_BETWEEN = 3 * GRID


class SectionCard:
    """Places the rows of one section; which rows there are is the sheet's business."""

    def __init__(self, section: Section) -> None:
        self.section = section
        self._heading: QLabel = label(look="heading", name=f"section_{section.name}", wraps=True)
        self.role = RoleLine(section.name)
        self._laid: tuple[FieldRow, ...] = ()
        self._pairs: list[tuple[FieldRow, FieldRow]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(_BETWEEN)
        self._grid.setVerticalSpacing(_MARGIN)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout()
        column.setSpacing(GRID + 4)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(GRID)
        self._head.addWidget(self._heading, stretch=1)
        self._head.addWidget(self.role)
        column.addLayout(self._head)
        column.addLayout(self._grid)
        self.frame: QFrame = surface("card", column, margin=_MARGIN)
        self.frame.hide()
        self.say()

    def names(self, wanted: Iterable[str]) -> list[str]:
        """List this section's fields among those wanted, in the order of the sheet."""
        asked = frozenset(wanted)
        return [field.name for field in self.section.fields if field.name in asked]

    def lay(self, rows: Sequence[FieldRow], columns: int) -> None:
        """Place these rows; a section without any is not shown."""
        for row in self._laid:
            self._grid.removeWidget(row)
        self._laid, self._pairs = tuple(rows), []
        line = 0
        left: FieldRow | None = None
        for row in rows:
            wide = columns == 1 or spans_both(row.field)
            if left is not None and not wide:
                self._pairs.append((left, row))
                self._grid.addWidget(row, line, 1)
                line, left = line + 1, None
            else:
                line += left is not None
                self._grid.addWidget(row, line, 0, 1, 2 if wide else 1)
                left = None if wide else row
                line += wide
            row.show()
        self.frame.setVisible(bool(rows))

    def level(self, width: int) -> None:
        """Let two fields that stand beside each other begin at one height; ``width`` is the card's."""
        self._level_head(width - 2 * _MARGIN)
        inside = (width - 2 * _MARGIN - _BETWEEN) // 2
        for pair in self._pairs:
            height = max(row.head_height(inside) for row in pair)
            for row in pair:
                row.set_head_height(height)

    def _level_head(self, width: int) -> None:
        """Put the buttons of a role below the heading where both have no room in one line."""
        heading = self._heading.fontMetrics().horizontalAdvance(self._heading.text())
        narrow = heading + GRID + self.role.width_beside() > width
        direction = QBoxLayout.Direction
        self._head.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self.role.fit(width)

    def offer(self, role: OpenRole | None) -> None:
        """Offer a role that is open, or none."""
        self.role.show_role(role, title=title_of(self.section))

    def say(self) -> None:
        """Show the heading in the language that is worn."""
        self._heading.setText(title_of(self.section))
        self.offer(self.role.open_role)

"""What is offered below a field while it is typed in: a short list that the field's own keys lead through."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QScrollArea, QWidget

from counter_app.ui.widgets.parts import GRID

_MOST_ROWS = 8
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class ProposalList(QListWidget):
    """Lies over the form below its field and scrolls with it; the focus stays in the field.

    Nothing is chosen before an arrow key or the mouse does, so that Enter goes on with what was typed.
    """

    chosen = Signal(str)

    def __init__(self, name: str, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.itemClicked.connect(self._on_clicked)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether it is in sight."""
        return not self.isHidden()

    def offer(self, texts: Sequence[str]) -> None:
        """Show these, or nothing."""
        self.clear()
        self.addItems(list(texts))
        self.setVisible(bool(texts))
        if texts:
            self._lay()
            self.raise_()

    def take_key(self, event: QKeyEvent) -> bool:
        """Move, choose or close by a key of the field; say whether it was meant for this list."""
        if not self.is_open or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key = Qt.Key(event.key())
        if key in _MOVES:
            self._move(_MOVES[key])
        elif key is Qt.Key.Key_Escape:
            self.hide()
        elif key in _TAKES and self.currentItem() is not None:
            self._on_clicked(self.currentItem())
        else:
            return False
        return True

    def _move(self, by: int) -> None:
        row = self.currentRow()
        last = self.count() - 1
        self.setCurrentRow((0 if by > 0 else last) if row < 0 else (row + by) % self.count())

    def _on_clicked(self, item: QListWidgetItem) -> None:
        self.hide()
        self.chosen.emit(item.text())

    def _lay(self) -> None:
        """Lie below the field, or above it where the form ends."""
        ground = _scrolled_over(self._field)
        self.setParent(ground)
        height = min(self.count(), _MOST_ROWS) * self.sizeHintForRow(0) + 2 * self.frameWidth() + GRID
        place = QRect(self._field.mapTo(ground, QPoint()), self._field.size())
        below = place.bottom() + 1 + height <= ground.height()
        top = place.bottom() + 1 if below else max(0, place.top() - height)
        self.setGeometry(place.left(), top, place.width(), height)
        self.show()
        area = _area_of(ground)
        if area is not None:
            area.ensureWidgetVisible(self, 0, GRID)


def _area_of(ground: QWidget) -> QScrollArea | None:
    """Give the area in which a widget is scrolled; between both stands the viewport."""
    viewport = ground.parentWidget()
    area = viewport.parentWidget() if viewport is not None else None
    return area if isinstance(area, QScrollArea) else None


def _scrolled_over(field: QWidget) -> QWidget:
    """Find what scrolls with the field, or else its window."""
    ground, above = field, field.parentWidget()
    while above is not None and _area_of(ground) is None:
        ground, above = above, above.parentWidget()
    return ground

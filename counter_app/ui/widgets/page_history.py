"""What happened to a dossier, as a line of events from the first to the last."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.domain.history import Act
from counter_app.ui.widgets.page_words import act_words
from counter_app.ui.widgets.parts import GRID, label

_DOT = 4


class HistoryLine(QWidget):
    """Shows one event under the other, each at a dot on the line; made anew for each dossier."""

    def __init__(self, acts: tuple[Act, ...]) -> None:
        super().__init__()
        self.setObjectName("history_line")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for at, act in enumerate(acts):
            column.addWidget(_Event(act, is_first=at == 0, is_last=at == len(acts) - 1))


class _Event(QWidget):
    """One event: what was done and why, when, and under which sign."""

    def __init__(self, act: Act, *, is_first: bool, is_last: bool) -> None:
        super().__init__()
        self._is_first, self._is_last = is_first, is_last
        self._head = label(act_words(act), wraps=True)
        below = label(f"{act.at:%H:%M %d/%m/%Y} · {act.official_sign}", "hint", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 2, 0, GRID)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(below)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dot, and the line to the events before and after."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(GRID, self._head.y() + self._head.fontMetrics().height() / 2)
        painter.setPen(QPen(self.palette().dark(), 1))
        if not self._is_first:
            painter.drawLine(QPointF(GRID, 0), middle)
        if not self._is_last:
            painter.drawLine(middle, QPointF(GRID, self.height()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().accent())
        painter.drawEllipse(middle, _DOT, _DOT)

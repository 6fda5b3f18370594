"""Tables of one line a row: walked by the arrows, marked as a whole, columns as wide as their words."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from counter_app.ui.widgets.parts import GRID

_LINES = 2.1
"""How high a row is, in lines of its letters."""


def show_as_lines(table: QTableView) -> None:
    """Have a table mark whole rows, one at a time, and edit nothing; Tab leaves it."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    table.verticalHeader().hide()


def fit_columns(table: QTableView, samples: Iterable[str], letters: QFontMetrics) -> None:
    """Give each column room for its sample in these letters and for its heading.

    Those without a sample share what is left.
    """
    header, words = table.horizontalHeader(), table.fontMetrics()
    for column, sample in enumerate(samples):
        if not sample:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
            continue
        heading = str(table.model().headerData(column, Qt.Orientation.Horizontal))
        wide = max(letters.horizontalAdvance(sample), words.horizontalAdvance(heading))
        header.resizeSection(column, wide + 3 * GRID)
    table.verticalHeader().setDefaultSectionSize(round(words.height() * _LINES))

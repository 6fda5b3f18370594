"""The outbox's lines as a table: what lies aside first, then what waits."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from counter_app.services.outbox_book import OutboxLine
from counter_app.ui.models.outbox_rows import OUTBOX_COLUMNS, OutboxRows
from counter_app.ui.widgets.parts import GRID

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OutboxTable(QTableView):
    """Shows one line an entry; Enter is left to the window."""

    marked_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("outbox_table")
        self._rows = OutboxRows()
        self.setModel(self._rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.verticalHeader().hide()
        self.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self._retranslate()

    @property
    def marked(self) -> OutboxLine | None:
        """The line that is marked."""
        return self._rows.line_at(self.currentIndex())

    def show_lines(self, lines: tuple[OutboxLine, ...]) -> None:
        """Show these lines; the entry that was marked stays marked, else the first one is."""
        marked = self.marked
        self._rows.set_lines(lines)
        if lines:
            self.selectRow(max(0, self._rows.place_of(marked.entry.entry_id) if marked else 0))
        self.marked_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand Enter on: it takes the primary action."""
        if event.key() in _ENTER:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the size of letters."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        if event.type() is QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)

    def _on_row_changed(self) -> None:
        self.marked_changed.emit()

    def _fit(self) -> None:
        header, letters = self.horizontalHeader(), self.fontMetrics()
        for place, column in enumerate(OUTBOX_COLUMNS):
            if not column.sample:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
                continue
            heading = str(self._rows.headerData(place, Qt.Orientation.Horizontal))
            wide = max(letters.horizontalAdvance(column.sample), letters.horizontalAdvance(heading))
            header.resizeSection(place, wide + 3 * GRID)
        self.verticalHeader().setDefaultSectionSize(round(letters.height() * 2.1))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("What waits to be sent"))
        self._fit()

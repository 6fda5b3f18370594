"""The outbox's lines as a table: what lies aside first, then what waits."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView

from counter_app.services.outbox_book import OutboxLine
from counter_app.ui.models.outbox_rows import OUTBOX_COLUMNS, OutboxRows
from counter_app.ui.widgets.line_table import fit_columns, show_as_lines

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OutboxTable(QTableView):
    """Shows one line an entry; Enter is left to the window."""

    marked_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("outbox_table")
        self._rows = OutboxRows()
        self.setModel(self._rows)
        show_as_lines(self)
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
        fit_columns(self, (column.sample for column in OUTBOX_COLUMNS), self.fontMetrics())

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("What waits to be sent"))
        self._fit()

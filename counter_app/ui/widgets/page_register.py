"""The register's rows as a table that the search box can steer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from counter_app.domain.dossier import RegisterRow
from counter_app.ui.models.register_rows import COLUMNS, SENT_COLUMN, VOID_ROLE, RegisterRows
from counter_app.ui.style import tabular
from counter_app.ui.widgets.line_table import fit_columns, show_as_lines

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SAMPLES = (
    "TH-H26.99-261123-0001",
    "00:00 00/00",
    "",
    "",
    "0000•••••000",
    "00:00 00/00",
    "00",
    "00",
    "✓✓ set aside",
)
"""What each column has room for; those without a sample share what is left."""


class RegisterTable(QTableView):
    """Shows one line a dossier; Enter and a double click open the marked one."""

    row_opened = Signal(str)
    """Carries the dossier's id."""
    row_marked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("register_table")
        self._rows = RegisterRows()
        self.setModel(self._rows)
        self.setItemDelegate(_Figures(self))
        show_as_lines(self)
        self.setSortingEnabled(True)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.show_sending(sends=False)
        self._retranslate()

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self._rows.rowCount()

    @property
    def marked(self) -> str:
        """The id of the dossier that is marked; empty where none is."""
        row = self._rows.row_at(self.currentIndex())
        return row.dossier_id if row else ""

    def show_sending(self, *, sends: bool) -> None:
        """Show how far each dossier has come to the hub; a desk without one has nothing to show."""
        self.setColumnHidden(SENT_COLUMN, not sends)

    def show_rows(self, rows: tuple[RegisterRow, ...]) -> None:
        """Show these rows; the dossier that was marked stays marked, else the first one is."""
        marked = self.marked
        self._rows.set_rows(rows)
        header = self.horizontalHeader()
        self._rows.sort(header.sortIndicatorSection(), header.sortIndicatorOrder())
        if rows:
            self.selectRow(max(0, self._rows.place_of(marked)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter open."""
        if event.key() in _ENTER:
            self._open()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the size of letters."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        if event.type() is QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)

    def _on_row_changed(self) -> None:
        self.row_marked.emit()

    def _open(self) -> None:
        if self.marked:
            self.row_opened.emit(self.marked)

    def _fit(self) -> None:
        fit_columns(self, _SAMPLES, QFontMetrics(tabular(self.font())))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Received dossiers"))
        self._fit()


class _Figures(QStyledItemDelegate):
    """Draws numbers and codes with digits of one width, and crosses out what was voided."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Choose the font."""
        super().initStyleOption(option, index)
        if COLUMNS[index.column()].figures:
            option.font = tabular(option.font)
        if index.data(VOID_ROLE):
            option.font.setStrikeOut(COLUMNS[index.column()].is_crossed_out)
            option.palette.setBrush(QPalette.ColorRole.Text, option.palette.placeholderText())

"""The register's rows for a table: shown as words, sorted by what they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from counter_app.domain.dossier import RegisterRow
from counter_app.ui.outbox_words import sent_words
from counter_app.ui.translator import to_say
from forms.wording import fold

SORT_ROLE = Qt.ItemDataRole.UserRole + 1
"""The native value of a cell: a datetime, a number, or a text without marks."""
VOID_ROLE = SORT_ROLE + 1
"""Whether the dossier of the cell's line was voided."""

_CONTEXT = "register_rows"
_NO_NUMBER = to_say("register_rows", "none yet")
_VOID = to_say("register_rows", "void")
Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, what it shows, what it sorts by, whether its digits stand in line.

    ``is_crossed_out`` says that a voided dossier's cell is: all but the one that says so.
    """

    heading: str
    shown: Callable[[RegisterRow], str]
    sorts_by: Callable[[RegisterRow], datetime | int | str]
    figures: bool = False
    is_crossed_out: bool = True


def _time(when: datetime) -> str:
    return f"{when:%H:%M %d/%m}"


COLUMNS = (
    Column(
        to_say("register_rows", "Code"), lambda row: row.known_code, lambda row: row.known_code, figures=True
    ),
    Column(
        to_say("register_rows", "Received"),
        lambda row: _time(row.received_at),
        lambda row: row.received_at,
        figures=True,
    ),
    Column(
        to_say("register_rows", "Procedure"),
        lambda row: row.procedure_name,
        lambda row: fold(row.procedure_name),
    ),
    Column(
        to_say("register_rows", "Holder"),
        lambda row: row.holder_name,
        lambda row: fold(row.holder_name),
    ),
    Column(
        to_say("register_rows", "ID number"),
        lambda row: row.masked_id or QCoreApplication.translate(_CONTEXT, _NO_NUMBER),
        lambda row: row.masked_id,
        figures=True,
    ),
    Column(
        to_say("register_rows", "Due"),
        lambda row: QCoreApplication.translate(_CONTEXT, _VOID) if row.is_void else _time(row.due_at),
        lambda row: row.due_at,
        figures=True,
        is_crossed_out=False,
    ),
    Column(
        to_say("register_rows", "Papers"),
        lambda row: str(row.papers),
        lambda row: row.papers,
        figures=True,
    ),
    Column(
        to_say("register_rows", "Prints"),
        lambda row: str(row.prints),
        lambda row: row.prints,
        figures=True,
    ),
    Column(
        to_say("register_rows", "Hub"), lambda row: sent_words(row.sent), lambda row: sent_words(row.sent)
    ),
)
SENT_COLUMN = len(COLUMNS) - 1
"""Where it stands how far a dossier has come to the hub."""


class RegisterRows(QAbstractTableModel):
    """Holds the rows as the service gave them; nothing is made before a cell is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[RegisterRow] = []

    def set_rows(self, rows: tuple[RegisterRow, ...]) -> None:
        """Show these rows, in this order."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row_at(self, index: Index) -> RegisterRow | None:
        """Give the row behind a cell."""
        return self._rows[index.row()] if index.isValid() else None

    def place_of(self, dossier_id: str) -> int:
        """Say in which line a dossier stands, -1 where it does not."""
        ids = (row.dossier_id for row in self._rows)
        return next((at for at, each in enumerate(ids) if each == dossier_id), -1)

    def rowCount(self, parent: Index = _TOP) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _TOP) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a cell's words, or the value it sorts by."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.shown(row)
        if role == VOID_ROLE:
            return row.is_void
        if role == SORT_ROLE:
            return column.sorts_by(row)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Give a column's heading in the language that is worn."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate(_CONTEXT, COLUMNS[section].heading)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by native values; a column of -1 leaves the service's order."""
        if not 0 <= column < len(COLUMNS):
            return
        self.layoutAboutToBeChanged.emit()
        before = {row.dossier_id: at for at, row in enumerate(self._rows)}
        self._rows.sort(key=COLUMNS[column].sorts_by, reverse=order is Qt.SortOrder.DescendingOrder)
        self._follow({before[row.dossier_id]: at for at, row in enumerate(self._rows)})
        self.layoutChanged.emit()

    def _follow(self, moved: dict[int, int]) -> None:
        """Keep the marked cells on their dossiers."""
        for index in self.persistentIndexList():
            self.changePersistentIndex(index, self.index(moved[index.row()], index.column()))

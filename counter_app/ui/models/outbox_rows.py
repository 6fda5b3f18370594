"""The outbox's rows for a table: shown as words, in the order in which they were written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from counter_app.services.outbox_book import OutboxLine
from counter_app.ui.outbox_words import kind_words, reason_words, state_words
from counter_app.ui.translator import to_say

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_CONTEXT = "outbox_rows"


@dataclass(frozen=True, slots=True)
class OutboxColumn:
    """One column: its heading, what it shows, and a sample it has room for; without one it takes the rest."""

    heading: str
    shown: Callable[[OutboxLine], str]
    sample: str = ""


OUTBOX_COLUMNS = (
    OutboxColumn(to_say("outbox_rows", "State"), lambda line: state_words(line.entry), "set aside, no more"),
    OutboxColumn(to_say("outbox_rows", "What"), lambda line: kind_words(line.entry), "Voided dossier"),
    OutboxColumn(to_say("outbox_rows", "Dossier"), lambda line: line.code or "–", "TH-H26.99-261123-00001"),
    OutboxColumn(
        to_say("outbox_rows", "Written"), lambda line: f"{line.entry.created_at:%H:%M %d/%m}", "00:00 00/00"
    ),
    OutboxColumn(to_say("outbox_rows", "Tries"), lambda line: str(line.entry.tries), "000"),
    OutboxColumn(to_say("outbox_rows", "Reason"), lambda line: reason_words(line.entry)),
)


class OutboxRows(QAbstractTableModel):
    """Holds the lines as the service gave them."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[OutboxLine, ...] = ()

    def set_lines(self, lines: tuple[OutboxLine, ...]) -> None:
        """Show these lines, in this order."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def line_at(self, index: Index) -> OutboxLine | None:
        """Give the line behind a cell."""
        return self._lines[index.row()] if index.isValid() else None

    def place_of(self, entry_id: str) -> int:
        """Say in which line an entry stands, -1 where it does not."""
        ids = [line.entry.entry_id for line in self._lines]
        return ids.index(entry_id) if entry_id in ids else -1

    def rowCount(self, parent: Index = _TOP) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _TOP) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(OUTBOX_COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a cell's words; the reason, which may be long, as a tip too."""
        line = self.line_at(index)
        if line is None or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        return OUTBOX_COLUMNS[index.column()].shown(line)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Give a column's heading in the language that is worn."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate(_CONTEXT, OUTBOX_COLUMNS[section].heading)
        return None

"""The procedures found, one row each: name, code, time, fee and papers at a glance."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from counter_app.domain.procedure import is_provisional
from counter_app.ui.icons import Tint, pixmap
from counter_app.ui.style import tabular
from counter_app.ui.tokens import colours_now
from counter_app.ui.translator import to_say
from counter_app.ui.widgets.parts import GRID

_Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole
_PAD = GRID + 4
_BETWEEN = "   ·   "
_PROVISIONAL = to_say("procedure_list", "{code}, provisional")


@dataclass(frozen=True, slots=True)
class ProcedureRow:
    """What a row says; ``facts`` are fee, papers and time, ``remark`` what to look at.

    ``closed`` is why the procedure cannot be filed for whom it is asked, empty where it can.
    """

    code: str
    short_name: str
    name: str
    facts: tuple[str, ...]
    remark: str = ""
    closed: str = ""

    @property
    def spoken(self) -> str:
        """The whole row as a screen reader says it."""
        return ", ".join(filter(None, (self.short_name, self.code, *self.facts, self.remark, self.closed)))


def code_words(code: str) -> str:
    """Write a procedure's code; one that is not the State's own says so."""
    words = _PROVISIONAL if is_provisional(code) else "{code}"
    return QCoreApplication.translate("procedure_list", words).format(code=code)


class ProcedureList(QListWidget):
    """Rows of procedures; the arrow keys are handed to it by the search box."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("procedure_list")
        self.setItemDelegate(_RowDelegate(self))
        self.setUniformItemSizes(True)
        self._rows: tuple[ProcedureRow, ...] = ()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)

    def show_rows(self, rows: tuple[ProcedureRow, ...], *, keep: str) -> None:
        """List these rows and mark the one whose code is to be kept, else the first that can be chosen."""
        if rows != self._rows:
            self._fill(rows)
        kept = [at for at, row in enumerate(rows) if row.code == keep]
        openly = [at for at, row in enumerate(rows) if not row.closed]
        self.setCurrentRow((kept or openly or [0 if rows else -1])[0])

    def _fill(self, rows: tuple[ProcedureRow, ...]) -> None:
        self._rows = rows
        self.clear()
        for row in rows:
            item = QListWidgetItem(replace(row, code=code_words(row.code)).spoken, self)
            item.setData(_ROW, row)

    def marked(self) -> ProcedureRow | None:
        """Give the row that is marked."""
        item = self.currentItem()
        row = item.data(_ROW) if item is not None else None
        return row if isinstance(row, ProcedureRow) else None


class _RowDelegate(QStyledItemDelegate):
    """Draws a row in three lines; drawn rather than laid out, so that hundreds of rows stay quick."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Ask for three lines."""
        return QSize(0, 3 * option.fontMetrics.height() + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw name and remark, the full name, and the facts."""
        row = index.data(_ROW)
        colours = colours_now()
        style = option.widget.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        painter.save()
        space = option.rect.adjusted(_PAD, _PAD, -_PAD, -_PAD)
        line = option.fontMetrics.height()
        self._draw_head(painter, QRect(space.topLeft(), QSize(space.width(), line)), row, option.font)
        painter.setPen(QColor(colours.quiet))
        self._draw(painter, space.adjusted(0, line, 0, 0), row.name, option.font)
        painter.setPen(QColor(colours.quiet if row.closed else colours.text))
        self._draw(painter, space.adjusted(0, 2 * line, 0, 0), _BETWEEN.join(row.facts), option.font)
        painter.restore()

    def _draw_head(self, painter: QPainter, space: QRect, row: ProcedureRow, font: QFont) -> None:
        colours = colours_now()
        figures = tabular(font)
        code = code_words(row.code)
        width = QFontMetrics(figures).horizontalAdvance(code) + 2
        painter.setPen(QColor(colours.quiet))
        self._draw(painter, space.adjusted(space.width() - width, 0, 0, 0), code, figures)
        taken = width + 2 * GRID
        remark = row.closed or row.remark
        taken += self._draw_remark(painter, space.adjusted(0, 0, -taken, 0), remark, font) if remark else 0
        strong = QFont(font)
        strong.setWeight(QFont.Weight.DemiBold)
        painter.setPen(QColor(colours.quiet if row.closed else colours.text))
        self._draw(painter, space.adjusted(0, 0, -taken, 0), row.short_name, strong)

    def _draw_remark(self, painter: QPainter, space: QRect, remark: str, font: QFont) -> int:
        """Write a remark at the right with its shape, and give the width it took."""
        line = space.height()
        side = round(line * 0.8)
        width = QFontMetrics(font).horizontalAdvance(remark)
        left = space.right() - width - side - GRID
        painter.drawPixmap(left, space.top() + (line - side) // 2, pixmap("triangle-alert", side, Tint.AMBER))
        painter.setPen(QColor(colours_now().amber))
        self._draw(painter, QRect(left + side + GRID // 2, space.top(), width + GRID, line), remark, font)
        return width + side + 2 * GRID

    def _draw(self, painter: QPainter, space: QRect, words: str, font: QFont) -> None:
        metrics = QFontMetrics(font)
        painter.setFont(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, space.width())
        one_line = QRect(space.left(), space.top(), space.width(), metrics.height())
        painter.drawText(one_line, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
